// SPDX-License-Identifier: Apache-2.0
#include "check/table_invariant.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <set>

#include "check/column_sums.hpp"
#include "check/lane_relation.hpp"
#include "check/slip.hpp"
#include "check/working.hpp"

namespace gouji::check {
namespace {

using facts::Fact;
using facts::FactKind;
using table::RowRole;
using table::TableView;

class HalfJudge {
 public:
  HalfJudge(const DocumentView& document, const TableView& view, std::uint32_t half, bool over_sums, Lanes::Way way,
            Sink& sink)
      : document_(document),
        view_(view),
        rows_(view.halves[half]),
        lanes_(document, view, half, way),
        half_(half),
        over_sums_(over_sums),
        is_upright_(way == Lanes::Way::columns),
        sink_(sink) {}

  void run() {
    if (lanes_.size() < 3) return;
    relations_ = find_lane_relations(lanes_, over_sums_);
    for (const LaneRelation& relation : relations_) judge(relation);
  }

 private:
  const ColumnSums& sums() {
    if (!sums_) sums_.emplace(document_, view_, half_);
    return *sums_;
  }

  void judge(const LaneRelation& relation) {
    if (relation.exchanged != docx::kNone) {
      const bool is_known = is_told(relation, relation.bad[0]) || is_told(relation, relation.bad[1]);
      if (!is_known) report_exchange(relation);
      return;
    }
    if (relation.good.size() < 2 * relation.bad.size() + 1 && relation.bad.size() > 1) return;
    for (const std::uint32_t row : relation.bad) {
      if (is_told(relation, row) || has_rival(relation, row)) continue;
      const std::uint32_t culprit = culprit_of(relation, row);
      if (culprit == docx::kNone && !is_impossible(relation, row)) {
        sink_.not_comparable("table-columns");
        continue;
      }
      report(relation, row, culprit);
    }
  }

  /// A shorter relation over some of the same figures of this row was reported.
  [[nodiscard]] bool is_told(const LaneRelation& relation, std::uint32_t row) const {
    const std::vector<std::uint32_t> lanes = relation.lanes();
    return std::any_of(lanes.begin(), lanes.end(), [&](std::uint32_t lane) { return told_.count({row, lane}) > 0; });
  }

  /// The same columns but one explain the row: 结余 = 到位数 − 支出数 where 预算数 − 支出数 does not fit.
  [[nodiscard]] bool has_rival(const LaneRelation& relation, std::uint32_t row) const {
    const std::vector<std::uint32_t> lanes = relation.lanes();
    return std::any_of(relations_.begin(), relations_.end(), [&](const LaneRelation& other) {
      if (&other == &relation || other.form != relation.form) return false;
      if (std::find(other.held.begin(), other.held.end(), row) == other.held.end()) return false;
      const std::vector<std::uint32_t> others = other.lanes();
      const auto shared = std::count_if(lanes.begin(), lanes.end(), [&](std::uint32_t lane) {
        return std::find(others.begin(), others.end(), lane) != others.end();
      });
      return static_cast<std::size_t>(shared) + 1 >= lanes.size();
    });
  }

  /// The one figure whose repair explains the row: its column's sum asks for the same, or it is a slip away.
  [[nodiscard]] std::uint32_t culprit_of(const LaneRelation& relation, std::uint32_t row) {
    std::uint32_t slip = docx::kNone;
    for (const std::uint32_t lane : relation.lanes()) {
      const auto want = lanes_.wanted(relation, row, lane);
      if (!want) continue;
      const Lanes::Place at = lanes_.place(row, lane);
      const auto of_column = is_upright_ ? sums().wanted(at.row, at.column) : std::nullopt;
      if (of_column && of_column->meets(*want)) return lane;
      if (is_upright_ && sums().is_closed(at.row, at.column)) continue;
      // 可比价 and the like: only the rate itself can be seen to be wrong
      if (relation.form == LaneRelation::Form::growth && lane != relation.judged) continue;
      const bool is_sum = relation.form == LaneRelation::Form::sum;
      const Interval value = is_sum ? Interval::point(want->middle()) : *want;
      if (slip == docx::kNone && is_slip(value, lanes_.fact(lanes_.fact_at(row, lane)))) slip = lane;
    }
    return slip;
  }

  /// The columns add up and the relation holds in all their rows but this one: no figures can do that.
  [[nodiscard]] bool is_impossible(const LaneRelation& relation, std::uint32_t row) {
    if (!is_upright_ || relation.form != LaneRelation::Form::sum || relation.bad.size() != 1) return false;
    const std::vector<std::uint32_t> lanes = relation.lanes();
    std::size_t open = 0;
    for (const std::uint32_t lane : lanes) {
      const Lanes::Place at = lanes_.place(row, lane);
      if (sums().is_open(at.row, at.column)) {
        ++open;
      } else if (!sums().is_closed(at.row, at.column)) {
        return false;
      }
    }
    return open == 1;
  }

  void report_exchange(const LaneRelation& relation) {
    const std::uint32_t first = relation.bad[0];
    const std::uint32_t second = relation.bad[1];
    const std::uint32_t a = lanes_.fact_at(first, relation.exchanged);
    const std::uint32_t b = lanes_.fact_at(second, relation.exchanged);
    Draft draft = describe(relation, first, relation.exchanged);
    draft.cause = {fmt::format("疑为“{}”与“{}”两格错位", label(first), label(second)),
                   fmt::format("“{}” and “{}” may have changed places", label(first), label(second))};
    draft.evidence.insert(draft.evidence.begin() + 1, spot_of(document_, b, "exchanged"));
    draft.corrections.clear();
    wants(document_, a, lanes_.fact(b).interval(), draft);
    wants(document_, b, lanes_.fact(a).interval(), draft);
    tell(relation, first);
    tell(relation, second);
    sink_.report(std::move(draft));
  }

  void tell(const LaneRelation& relation, std::uint32_t row) {
    for (const std::uint32_t lane : relation.lanes()) told_.insert({row, lane});
  }

  [[nodiscard]] std::string column_name(std::uint32_t column) const {
    const std::vector<std::string>& path = view_.columns[column].path;
    return path.empty() ? std::string() : path.back();
  }
  /// Of a row of the lanes, and of a lane: labels and headers, the other way round when the table lies on its side.
  [[nodiscard]] std::string label(std::uint32_t row) const { return is_upright_ ? rows_[row].label : column_name(row); }
  [[nodiscard]] std::string header(std::uint32_t lane) const {
    const Lanes::Place at = lanes_.place(0, lane);
    return is_upright_ ? column_name(at.column) : rows_[at.row].label;
  }

  void report(const LaneRelation& relation, std::uint32_t row, std::uint32_t culprit) {
    const Fact& judged = lanes_.fact(lanes_.fact_at(row, relation.judged));
    const auto want = lanes_.wanted(relation, row, relation.judged);
    // the last place of a rate may be cut instead of rounded
    if (relation.form != LaneRelation::Form::sum && Interval::around(judged.value, judged.step * 2).meets(*want))
      return sink_.not_comparable("尾差");
    if (relation.form == LaneRelation::Form::sum &&
        is_noted(TableSums(document_, view_), want->middle() - judged.value, judged))
      return sink_.not_comparable("另有说明");
    tell(relation, row);
    sink_.report(describe(relation, row, culprit));
  }

  [[nodiscard]] std::string shown(std::uint32_t index) const { return lanes_.fact(index).shown(); }

  Draft describe(const LaneRelation& relation, std::uint32_t row, std::uint32_t culprit) {
    const std::uint32_t judged = lanes_.fact_at(row, relation.judged);
    const Fact& stated = lanes_.fact(judged);
    const Interval want = *lanes_.wanted(relation, row, relation.judged);
    Draft draft = sink_.draft();
    draft.message = {fmt::format("“{}”行的“{}”与同行其他栏的关系和其余各行不同", label(row), header(relation.judged)),
                     fmt::format("In row “{}” column “{}” does not follow from the other columns as in all other rows",
                                 label(row), header(relation.judged))};
    draft.expected = stated.kind == FactKind::percent
                         ? want.middle().to_string(std::max(2, stated.printed.places)) + "%"
                         : show(want.middle(), stated);
    draft.actual = stated.kind == FactKind::percent ? stated.shown() : show(stated.value, stated);
    std::string text;
    if (relation.form == LaneRelation::Form::sum) {
      std::vector<Term> terms;
      for (const LaneTerm& term : relation.terms)
        terms.push_back({lanes_.fact(lanes_.fact_at(row, term.lane)).value, term.negative});
      draft.working = sum_working(terms, stated.value, stated);
    } else {
      const std::string a = shown(lanes_.fact_at(row, relation.terms[0].lane));
      const std::string b = shown(lanes_.fact_at(row, relation.terms[1].lane));
      const bool is_growth = relation.form == LaneRelation::Form::growth;
      text = (is_growth ? fmt::format("({} − {}) ÷ {}", a, b, b) : fmt::format("{} ÷ {}", a, b)) + " = " +
             draft.expected + " ≠ " + draft.actual;
      draft.working = {text, text};
    }
    std::vector<std::uint32_t> order = relation.lanes();
    const auto at = std::find(order.begin(), order.end(), culprit);
    if (at != order.end()) std::rotate(order.begin(), at, at + 1);
    for (const std::uint32_t lane : order) {
      const std::uint32_t index = lanes_.fact_at(row, lane);
      draft.evidence.push_back(spot_of(document_, index, header(lane)));
      if (culprit != docx::kNone && lane != culprit) continue;
      if (const auto value = lanes_.wanted(relation, row, lane)) wants(document_, index, *value, draft);
    }
    return draft;
  }

  const DocumentView& document_;
  const TableView& view_;
  const std::vector<table::Row>& rows_;
  Lanes lanes_;
  std::uint32_t half_;
  std::optional<ColumnSums> sums_;  // made when a row needs it
  bool over_sums_;
  bool is_upright_;  // relations of columns, not of rows
  Sink& sink_;
  std::vector<LaneRelation> relations_;
  std::set<std::pair<std::uint32_t, std::uint32_t>> told_;  // row, lane
};

class TableInvariantCheck final : public Check {
 public:
  explicit TableInvariantCheck(bool over_sums) : over_sums_(over_sums) {}

  void run(const DocumentView& view, Sink& sink) const override {
    for (const TableView& each : view.tables.tables) {
      if (!each.doubt.empty()) continue;
      for (std::uint32_t half = 0; half < each.halves.size(); ++half) {
        for (const Lanes::Way way : {Lanes::Way::columns, Lanes::Way::rows})
          HalfJudge(view, each, half, over_sums_, way, sink).run();
      }
    }
  }

 private:
  bool over_sums_;
};

}  // namespace

std::unique_ptr<Check> make_table_invariant(Params& params) {
  return std::make_unique<TableInvariantCheck>(params.choice("over", {"sums", "rates"}, "sums") == "sums");
}

}  // namespace gouji::check
