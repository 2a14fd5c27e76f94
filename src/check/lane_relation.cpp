// SPDX-License-Identifier: Apache-2.0
#include "check/lane_relation.hpp"

#include <algorithm>
#include <set>
#include <string>

namespace gouji::check {
namespace {

using facts::Fact;
using facts::FactKind;
using table::ColumnRole;
using table::RowRole;

constexpr std::size_t kMostLanes = 14;
constexpr std::size_t kMostForFours = 10;
constexpr std::size_t kMostRows = 200;
constexpr std::size_t kLeastRows = 3;
constexpr int kSpare = 3;  // decimal digits of evidence beyond the number of candidates tried

bool same_measure(const Fact& a, const Fact& b) {
  if (a.kind != b.kind) return false;
  if (a.unit == nullptr || b.unit == nullptr) return a.unit == b.unit;
  return a.unit->base == b.unit->base;
}

/// Decimal digits before the point; 0 below 10.
int magnitude(const Rational& value) {
  if (!value.is_defined()) return 0;
  int digits = 0;
  Rational rest = abs(value);
  while (rest >= Rational(10) && digits < 18) {
    rest = rest / Rational(10);
    ++digits;
  }
  return digits;
}

class Finder {
 public:
  Finder(const Lanes& lanes, bool over_sums) : lanes_(lanes) {
    const auto count = static_cast<std::uint32_t>(lanes.size());
    for (std::uint32_t judged = 0; judged < count; ++judged)
      over_sums ? add_sums(judged, count) : add_quotients(judged, count);
  }

  std::vector<LaneRelation> run() {
    const int tried = magnitude(Rational(static_cast<std::int64_t>(candidates_.size()))) + 1;
    std::vector<LaneRelation> found;
    for (LaneRelation& one : candidates_) {
      if (is_proven(one, tried + kSpare)) found.push_back(std::move(one));
    }
    // the shortest first: longer ones may follow from them
    std::stable_sort(found.begin(), found.end(),
                     [](const LaneRelation& a, const LaneRelation& b) { return a.terms.size() < b.terms.size(); });
    return found;
  }

 private:
  void add(std::uint32_t judged, LaneRelation::Form form, std::vector<LaneTerm> terms, int power = 0) {
    LaneRelation relation;
    relation.form = form;
    relation.judged = judged;
    relation.terms = std::move(terms);
    relation.power = power;
    candidates_.push_back(std::move(relation));
  }

  void add_sums(std::uint32_t judged, std::uint32_t count) {
    using Form = LaneRelation::Form;
    for (std::uint32_t a = 0; a < count; ++a) {
      for (std::uint32_t b = a + 1; b < count; ++b) {
        if (a == judged || b == judged) continue;
        add(judged, Form::sum, {{a, false}, {b, false}});
        if (count > kMostForFours) continue;
        for (std::uint32_t c = 0; c < count; ++c) {
          if (c == judged || c == a || c == b) continue;
          if (c > b) add(judged, Form::sum, {{a, false}, {b, false}, {c, false}});
          // closing = opening + income − spending; each such pairing once
          if (judged > a && judged > b && judged > c) add(judged, Form::sum, {{a, false}, {b, false}, {c, true}});
        }
      }
    }
    // a run of neighbours right before or behind
    std::vector<LaneTerm> before;
    for (std::uint32_t lane = judged; lane-- > 0;) {
      before.insert(before.begin(), {lane, false});
      if (before.size() >= 4) add(judged, Form::sum, before);
    }
    std::vector<LaneTerm> behind;
    for (std::uint32_t lane = judged + 1; lane < count; ++lane) {
      behind.push_back({lane, false});
      if (behind.size() >= 4) add(judged, Form::sum, behind);
    }
  }

  void add_quotients(std::uint32_t judged, std::uint32_t count) {
    using Form = LaneRelation::Form;
    for (std::uint32_t a = 0; a < count; ++a) {
      for (std::uint32_t b = 0; b < count; ++b) {
        if (a == b || a == judged || b == judged || lanes_.is_rate(a) || lanes_.is_rate(b)) continue;
        if (lanes_.is_rate(judged)) {
          add(judged, Form::quotient, {{a, false}, {b, false}}, 2);
          add(judged, Form::growth, {{a, false}, {b, false}});
          continue;
        }
        const bool has_units = lanes_.has_unit(judged) && lanes_.has_unit(a) && lanes_.has_unit(b);
        add(judged, Form::quotient, {{a, false}, {b, false}}, 0);
        if (has_units) continue;
        for (const int power : {4, -4}) add(judged, Form::quotient, {{a, false}, {b, false}}, power);
      }
    }
  }

  [[nodiscard]] bool is_proven(LaneRelation& relation, int needed) const {
    std::set<std::vector<std::string>> seen;
    int evidence = 0;
    const bool is_sum = relation.form == LaneRelation::Form::sum;
    const int of_row = is_sum ? evidence_of_sum(relation) : 0;
    for (const std::uint32_t row : lanes_.rows()) {
      if (!lanes_.is_complete(relation, row)) continue;
      if (!lanes_.holds(relation, row)) {
        relation.bad.push_back(row);
        if (relation.bad.size() > 2) return false;
        continue;
      }
      relation.held.push_back(row);
      if (!is_new(relation, row, seen)) continue;
      const int here = is_sum ? of_row : evidence_of_quotient(relation, row);
      if (here == 0) continue;
      evidence += here;
      relation.good.push_back(row);
    }
    std::size_t good = relation.good.size();
    if (relation.bad.size() == 2 && is_sum && good > 0) {
      relation.exchanged = find_exchange(relation);
      if (relation.exchanged != docx::kNone) {
        evidence += 2 * of_row;
        good += 2;
      }
    }
    if (good < 2 || (relation.exchanged == docx::kNone && relation.held.size() <= relation.bad.size())) return false;
    if (good < kLeastRows) return is_sum && evidence >= needed + 3;
    return evidence >= needed;
  }

  /// No figure is 0 and no row above has the same figures.
  [[nodiscard]] bool is_new(const LaneRelation& relation, std::uint32_t row,
                            std::set<std::vector<std::string>>& seen) const {
    std::vector<std::string> values;
    for (const std::uint32_t lane : relation.lanes()) {
      const Fact& figure = lanes_.fact(lanes_.fact_at(row, lane));
      if (figure.value.is_zero()) return false;
      values.push_back(figure.value.to_string());
    }
    return seen.insert(std::move(values)).second;
  }

  [[nodiscard]] std::uint32_t find_exchange(const LaneRelation& relation) const {
    const std::uint32_t first = relation.bad[0];
    const std::uint32_t second = relation.bad[1];
    for (const std::uint32_t lane : relation.lanes()) {
      const Fact& a = lanes_.fact(lanes_.fact_at(first, lane));
      const Fact& b = lanes_.fact(lanes_.fact_at(second, lane));
      if (a.value == b.value || a.significant_digits() < 2 || b.significant_digits() < 2) continue;
      if (lanes_.holds(relation, first, lane, second) && lanes_.holds(relation, second, lane, first)) return lane;
    }
    return docx::kNone;
  }

  /// How far apart the figures of the smallest lane lie, in printed steps: what a chance hit would have to meet.
  [[nodiscard]] int evidence_of_sum(const LaneRelation& relation) const {
    int least = 18;
    for (const std::uint32_t lane : relation.lanes()) {
      int most = 0;
      for (const std::uint32_t row : lanes_.rows()) {
        const std::uint32_t index = lanes_.fact_at(row, lane);
        if (index == docx::kNone) continue;
        const Fact& figure = lanes_.fact(index);
        most = std::max(most, magnitude(figure.value / figure.step * Rational(3)));
      }
      least = std::min(least, most);
    }
    return least;
  }

  [[nodiscard]] int evidence_of_quotient(const LaneRelation& relation, std::uint32_t row) const {
    const auto want = lanes_.wanted(relation, row, relation.judged);
    if (!want) return 0;
    const Fact& judged = lanes_.fact(lanes_.fact_at(row, relation.judged));
    if (relation.form == LaneRelation::Form::quotient) {
      const Fact& a = lanes_.fact(lanes_.fact_at(row, relation.terms[0].lane));
      const Fact& b = lanes_.fact(lanes_.fact_at(row, relation.terms[1].lane));
      if (a.value == b.value || b.value == Rational(1)) return 0;
    }
    return magnitude(abs(judged.value) / (want->width() + judged.step) * Rational(3));
  }

  const Lanes& lanes_;
  std::vector<LaneRelation> candidates_;
};

}  // namespace

std::vector<LaneRelation> find_lane_relations(const Lanes& lanes, bool over_sums) {
  return Finder(lanes, over_sums).run();
}

std::vector<std::uint32_t> LaneRelation::lanes() const {
  std::vector<std::uint32_t> out{judged};
  for (const LaneTerm& term : terms) out.push_back(term.lane);
  return out;
}

Lanes::Lanes(const DocumentView& document, const table::TableView& view, std::uint32_t half, Way way)
    : document_(document), view_(view), way_(way) {
  const std::vector<table::Row>& labels = view.halves[half];
  std::vector<std::uint32_t> rows;
  for (std::uint32_t row = view.header_rows; row < labels.size(); ++row) {
    const RowRole role = labels[row].role;
    if (role != RowRole::header && role != RowRole::note && role != RowRole::empty) rows.push_back(row);
  }
  std::vector<std::uint32_t> columns;
  for (std::uint32_t column = 0; column < view.columns.size(); ++column) {
    const table::Column& info = view.columns[column];
    const bool fits =
        info.is_amount() || (way == Way::columns && (info.role == ColumnRole::rate || info.role == ColumnRole::price));
    if (fits && !info.is_mixed && info.half == half) columns.push_back(column);
  }
  const std::vector<std::uint32_t>& all = way == Way::columns ? columns : rows;
  rows_ = way == Way::columns ? rows : columns;
  if (rows_.size() > kMostRows || all.size() > kMostRows) return;
  for (const std::uint32_t lane : all) {
    const auto figures = std::count_if(rows_.begin(), rows_.end(), [&](std::uint32_t row) {
      return is_usable(way == Way::columns ? view.fact[row][lane] : view.fact[lane][row]);
    });
    if (figures >= 3) lanes_.push_back(lane);
  }
  if (lanes_.size() > kMostLanes) lanes_.clear();
}

bool Lanes::is_usable(std::uint32_t index) const {
  if (index == docx::kNone) return false;
  const Fact& figure = fact(index);
  if (!figure.is_plain() || figure.qualifier != facts::Qualifier::exact) return false;
  return figure.kind == FactKind::money || figure.kind == FactKind::count || figure.kind == FactKind::number ||
         figure.kind == FactKind::percent || figure.kind == FactKind::price;
}

std::uint32_t Lanes::fact_at(std::uint32_t row, std::uint32_t lane) const {
  const Place at = place(row, lane);
  const std::uint32_t index = view_.fact[at.row][at.column];
  return is_usable(index) ? index : docx::kNone;
}

const Fact* Lanes::first_of(std::uint32_t lane) const {
  for (const std::uint32_t row : rows_) {
    if (const std::uint32_t index = fact_at(row, lane); index != docx::kNone) return &fact(index);
  }
  return nullptr;
}

bool Lanes::is_rate(std::uint32_t lane) const {
  const Fact* first = first_of(lane);
  return first != nullptr && first->kind == FactKind::percent;
}

bool Lanes::has_unit(std::uint32_t lane) const {
  const Fact* first = first_of(lane);
  return first != nullptr && first->unit != nullptr;
}

bool Lanes::is_complete(const LaneRelation& relation, std::uint32_t row) const {
  bool is_zero = true;
  std::uint32_t first = docx::kNone;
  for (const std::uint32_t lane : relation.lanes()) {
    const std::uint32_t index = fact_at(row, lane);
    if (index == docx::kNone) return false;
    is_zero = is_zero && fact(index).value.is_zero();
    if (first == docx::kNone) first = index;
    if (relation.form == LaneRelation::Form::sum &&
        (!same_measure(fact(first), fact(index)) || fact(index).kind == FactKind::percent))
      return false;
  }
  if (relation.form == LaneRelation::Form::sum) return !is_zero;
  const Fact& judged = fact(fact_at(row, relation.judged));
  const Fact& a = fact(fact_at(row, relation.terms[0].lane));
  const Fact& b = fact(fact_at(row, relation.terms[1].lane));
  if (a.kind == FactKind::percent || b.kind == FactKind::percent || b.value.is_zero()) return false;
  if (relation.form == LaneRelation::Form::growth) return judged.kind == FactKind::percent && same_measure(a, b);
  if (judged.kind == FactKind::percent) return relation.power == 2 && same_measure(a, b);
  return true;
}

std::optional<Interval> Lanes::wanted(const LaneRelation& relation, std::uint32_t row, std::uint32_t lane,
                                      std::uint32_t replaced, std::uint32_t as_in) const {
  const auto range = [&](std::uint32_t of) {
    const std::uint32_t index = fact_at(of == replaced ? as_in : row, of);
    return index == docx::kNone ? Interval::undefined() : fact(index).interval();
  };
  Interval out = Interval::undefined();
  if (relation.form == LaneRelation::Form::sum) {
    // Σ terms − judged = 0
    Interval rest = Interval::point(0);
    bool is_negative = false;
    if (lane == relation.judged) is_negative = true;
    if (lane != relation.judged) rest = -range(relation.judged);
    for (const LaneTerm& term : relation.terms) {
      if (term.lane == lane) {
        is_negative = term.negative;
      } else {
        rest = term.negative ? rest - range(term.lane) : rest + range(term.lane);
      }
    }
    out = is_negative ? rest : -rest;
  } else {
    const Interval scale = Interval::point(Rational::power_of_ten(relation.power));
    const std::uint32_t a = relation.terms[0].lane;
    const std::uint32_t b = relation.terms[1].lane;
    const Interval hundred = Interval::point(100);
    const bool is_growth = relation.form == LaneRelation::Form::growth;
    const Interval factor = is_growth ? (range(relation.judged) + hundred) / hundred : range(relation.judged) / scale;
    if (lane == relation.judged) {
      out = is_growth ? range(a) / range(b) * hundred - hundred : range(a) / range(b) * scale;
    } else {
      out = lane == a ? range(b) * factor : range(a) / factor;
    }
  }
  if (!out.is_defined()) return std::nullopt;
  return out;
}

bool Lanes::holds(const LaneRelation& relation, std::uint32_t row, std::uint32_t replaced, std::uint32_t as_in) const {
  const auto want = wanted(relation, row, relation.judged, replaced, as_in);
  if (!want) return false;
  const Fact& judged = fact(fact_at(replaced == relation.judged ? as_in : row, relation.judged));
  return want->meets(judged.interval());
}

}  // namespace gouji::check
