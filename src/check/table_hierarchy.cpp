// SPDX-License-Identifier: Apache-2.0
#include "check/table_hierarchy.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <deque>

#include "check/diagnose.hpp"
#include "check/table_half.hpp"

namespace gouji::check {
namespace {

using facts::Fact;
using table::Row;
using table::RowRole;
using table::TableView;

struct Parent {
  std::uint32_t row = 0;
  RowSet children;
  bool has_code = false;
  bool is_open = false;  // 其中： may list only some of them
};

struct Case {
  const Parent* parent = nullptr;
  std::uint32_t column = 0;
  std::uint32_t fact = 0;
  Closing closing = Closing::unusable;
};

bool closes(Closing closing) { return closing == Closing::exact || closing == Closing::rounding; }

class HalfJudge : private TableHalf {
 public:
  HalfJudge(const DocumentView& document, const TableView& view, std::uint32_t half, Sink& sink)
      : TableHalf(document, view, half, sink) {}

  void collect() {
    find_parents();
    for (std::uint32_t column = 0; column < view_.columns.size(); ++column) {
      if (view_.columns[column].half == half_ && view_.columns[column].is_amount()) judge_column(column);
    }
  }

  [[nodiscard]] std::size_t good() const { return good_; }
  [[nodiscard]] std::size_t open() const { return open_.size(); }

  /// `good` and `bad` count the parents of all halves.
  void judge(std::size_t good, std::size_t bad) {
    levels_are_proven_ = good >= 2 && good * 10 >= (good + bad) * 6;
    for (const Case& each : open_) judge(each);
    // a list behind 其中： is whole when two other columns say so
    for (const Case& each : open_lists_) {
      if (std::count(closed_.begin(), closed_.end(), each.parent) >= 2) judge(each);
    }
  }

 private:
  void find_parents() {
    for (std::uint32_t row = view_.header_rows; row < rows_.size(); ++row) {
      if (rows_[row].role != RowRole::detail) continue;
      Parent parent{row, readings_.children(row), !rows_[row].code.empty(), false};
      parent.is_open = row + 1 < rows_.size() && rows_[row + 1].role == RowRole::of_which;
      if (parent.is_open) parent.children = listed(row);
      if (parent.children.empty() || (parent.is_open && parent.children.size() < 2)) continue;
      // the rest may stand in the next table
      if (view_.is_continued && parent.children.back() + 1 >= readings_.end_data()) continue;
      parents_.push_back(std::move(parent));
    }
  }

  /// All rows that hang on this one, 其中 rows too.
  [[nodiscard]] RowSet listed(std::uint32_t parent) const {
    RowSet out;
    for (std::uint32_t row = parent + 1; row < rows_.size(); ++row) {
      if (rows_[row].parent == parent && (rows_[row].role == RowRole::detail || rows_[row].role == RowRole::of_which))
        out.push_back(row);
    }
    return out;
  }

  [[nodiscard]] Closing close(const Parent& parent, std::uint32_t column, std::uint32_t fact) const {
    for (const UnitReading unit : {UnitReading::own, UnitReading::header}) {
      const CellSum sum = sums_.over_rows(parent.children, column, sums_.fact(fact), unit);
      const Closing closing = sums_.compare(sum, fact, column, unit);
      if (closes(closing) || closing == Closing::unusable) return closing;
    }
    return Closing::open;
  }

  void judge_column(std::uint32_t column) {
    std::vector<Case> open;
    std::size_t good = 0;
    for (const Parent& parent : parents_) {
      const std::uint32_t fact = view_.fact[parent.row][column];
      if (fact == docx::kNone) continue;
      const Closing closing = close(parent, column, fact);
      if (parent.is_open && closing == Closing::open) {
        open_lists_.push_back({&parent, column, fact, closing});
        continue;
      }
      if (closing == Closing::exact) sink_.holds();
      if (closing == Closing::rounding) sink_.rounding();
      if (closing == Closing::unusable) continue;
      if (!closes(closing)) {
        open.push_back({&parent, column, fact, closing});
      } else if (!sums_.fact(fact).value.is_zero()) {
        ++good;
        closed_.push_back(&parent);
      }
    }
    good_ += good;
    if (open.size() >= 3 && open.size() > good) {
      if (!report_shift(column, open.size() + good)) {
        for (std::size_t i = 0; i < open.size(); ++i) sink_.not_comparable("table-levels");
      }
      return;
    }
    open_.insert(open_.end(), open.begin(), open.end());
  }

  /// The levels are those of the table: other parents close, or this one does in another column.
  [[nodiscard]] bool is_proven(const Case& each) const {
    return levels_are_proven_ || std::find(closed_.begin(), closed_.end(), each.parent) != closed_.end();
  }

  /// A total row that is the sum of the lowest rows: they are all there, and so are the children of every parent.
  [[nodiscard]] bool leaves_close(std::uint32_t column) const {
    for (std::uint32_t row = view_.header_rows; row < rows_.size(); ++row) {
      const std::uint32_t fact = view_.fact[row][column];
      if (rows_[row].role != RowRole::total || fact == docx::kNone) continue;
      const RowSet all = readings_.details(view_.header_rows, static_cast<std::uint32_t>(rows_.size()));
      const RowSet leaves = readings_.leaves(all);
      if (leaves.size() < 3 || leaves.size() == all.size()) continue;
      const CellSum sum = sums_.over_rows(leaves, column, sums_.fact(fact), UnitReading::own);
      if (closes(sums_.compare(sum, fact, column, UnitReading::own))) return true;
    }
    return false;
  }

  /// A total row that is the sum of the top rows and not of all rows.
  [[nodiscard]] bool top_closes(std::uint32_t column) const {
    for (std::uint32_t row = view_.header_rows; row < rows_.size(); ++row) {
      const std::uint32_t fact = view_.fact[row][column];
      if (rows_[row].role != RowRole::total || fact == docx::kNone) continue;
      const RowSet all = readings_.details(view_.header_rows, static_cast<std::uint32_t>(rows_.size()));
      const RowSet top = readings_.top_level(all);
      if (top.size() < 2 || top.size() == all.size()) continue;
      const CellSum sum = sums_.over_rows(top, column, sums_.fact(fact), UnitReading::own);
      if (closes(sums_.compare(sum, fact, column, UnitReading::own))) return true;
    }
    return false;
  }

  void judge(const Case& each) {
    const Parent& parent = *each.parent;
    const CellSum sum = sums_.over_rows(parent.children, each.column, sums_.fact(each.fact), UnitReading::own);
    if (!sum.is_usable || sum.facts.empty() || has_foreign(each, sum)) return sink_.not_comparable("table-cells");
    const bool proven = is_proven(each) || leaves_close(each.column);
    const bool top = top_closes(each.column);
    if (!proven && !parent.has_code && !top) return sink_.not_comparable("table-levels");
    Draft draft = sink_.draft();
    describe_sum(sums_, sum, each.fact, draft);
    const Fact& stated = sums_.fact(each.fact);
    // smaller than one of its parts: these are hardly its parts
    const bool below_parts = std::any_of(sum.facts.begin(), sum.facts.end(),
                                         [&](std::uint32_t part) { return stated.value < sums_.fact(part).value; });
    const bool is_sure = std::count(closed_.begin(), closed_.end(), each.parent) >= 2;
    if (below_parts && !parent.has_code && !is_sure && (draft.cause.empty() || stated.value.is_zero()))
      return sink_.not_comparable("table-structure");
    const bool may_be_partial = stated.value > sum.value && draft.cause.empty();
    // a list of only some rows below: nothing else says that the list is whole
    if (!proven && may_be_partial) {
      if (parent.children.size() < 2 || !top) return sink_.not_comparable("table-levels");
      draft.severity = std::min(draft.severity, Severity::warning);
    }
    if (may_be_partial && sum.blanks > 0) draft.severity = std::min(draft.severity, Severity::warning);
    const std::string& label = rows_[parent.row].label;
    const auto& path = view_.columns[each.column].path;
    const std::string header = path.empty() ? std::string() : path.back();
    draft.message.zh = fmt::format("“{}”{}与其下级各行之和不符", name_of(parent.row),
                                   header.empty() ? std::string() : fmt::format("的“{}”", header));
    draft.message.en = fmt::format("Row “{}” is not the sum of the rows below it in column “{}”", label, header);
    sink_.report(std::move(draft));
  }

  [[nodiscard]] bool has_foreign(const Case& each, const CellSum& sum) const {
    if (sums_.has_foreign_unit(each.fact, each.column)) return true;
    return std::any_of(sum.facts.begin(), sum.facts.end(),
                       [&](std::uint32_t fact) { return sums_.has_foreign_unit(fact, each.column); });
  }

  [[nodiscard]] std::string name_of(std::uint32_t row) const {
    return rows_[row].code.empty() ? rows_[row].label : rows_[row].code + " " + rows_[row].label;
  }

  /// Do the figures close when each is read one row higher or lower?
  bool report_shift(std::uint32_t column, std::size_t judged) {
    for (const int by : {1, -1}) {
      std::size_t good = 0;
      std::size_t all = 0;
      for (const Parent& parent : parents_) {
        const std::uint32_t fact = shifted(parent.row, column, by);
        if (fact == docx::kNone) continue;
        Rational sum = 0;
        bool is_whole = true;
        for (const std::uint32_t child : parent.children) {
          const std::uint32_t part = shifted(child, column, by);
          is_whole = is_whole && part != docx::kNone;
          if (part != docx::kNone) sum += sums_.fact(part).value;
        }
        if (!is_whole) continue;
        ++all;
        if (sum == sums_.fact(fact).value) ++good;
      }
      if (good < 3 || good * 10 < all * 8 || all * 10 < judged * 6) continue;
      const Parent& first = parents_.front();
      Draft draft = sink_.draft();
      const auto& path = view_.columns[column].path;
      const std::string header = path.empty() ? std::string() : path.back();
      draft.message.zh = fmt::format("“{}”列的数字与科目整列错行", header);
      draft.message.en = fmt::format("The figures of column “{}” stand one row off their labels", header);
      draft.cause = {fmt::format("整列{}移一行后各级相符（{} 处）", by > 0 ? "上" : "下", good),
                     fmt::format("moved one row {} the levels close ({} places)", by > 0 ? "up" : "down", good)};
      draft.working = {draft.cause.zh, draft.cause.en};
      for (const std::uint32_t row : {first.row, first.children.front()}) {
        if (view_.fact[row][column] != docx::kNone)
          draft.evidence.push_back(spot_of(document_, view_.fact[row][column], "shifted"));
      }
      if (draft.evidence.empty()) return false;
      sink_.report(std::move(draft));
      return true;
    }
    return false;
  }

  [[nodiscard]] std::uint32_t shifted(std::uint32_t row, std::uint32_t column, int by) const {
    const auto at = static_cast<std::int64_t>(row) + by;
    if (at < static_cast<std::int64_t>(view_.header_rows) || at >= static_cast<std::int64_t>(view_.fact.size()))
      return docx::kNone;
    return view_.fact[static_cast<std::size_t>(at)][column];
  }

  std::vector<Parent> parents_;
  std::vector<Case> open_;
  std::vector<Case> open_lists_;
  std::vector<const Parent*> closed_;  // once for every column in which it closes
  std::size_t good_ = 0;
  bool levels_are_proven_ = false;
};

class TableHierarchy final : public Check {
 public:
  void run(const DocumentView& view, Sink& sink) const override {
    for (const TableView& each : view.tables.tables) {
      if (!each.doubt.empty()) continue;
      std::deque<HalfJudge> halves;
      std::size_t good = 0;
      std::size_t bad = 0;
      for (std::uint32_t half = 0; half < each.halves.size(); ++half) {
        HalfJudge& judge = halves.emplace_back(view, each, half, sink);
        judge.collect();
        good += judge.good();
        bad += judge.open();
      }
      for (HalfJudge& judge : halves) judge.judge(good, bad);
    }
  }
};

}  // namespace

std::unique_ptr<Check> make_table_hierarchy(Params& params) {
  (void)params;
  return std::make_unique<TableHierarchy>();
}

}  // namespace gouji::check
