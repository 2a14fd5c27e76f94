// SPDX-License-Identifier: Apache-2.0
#include "check/table_relation.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <optional>

#include "check/diagnose.hpp"
#include "check/solve.hpp"
#include "check/table_relation_rule.hpp"
#include "check/working.hpp"

namespace gouji::check {
namespace {

using facts::Fact;
using facts::FactKind;
using table::RowRole;
using table::TableView;

enum class Fit { exact, rounding, open, unknown };

bool fits(Fit fit) { return fit == Fit::exact || fit == Fit::rounding; }

/// One column reading of the relation: which columns, which formula, and whether bare rates are fractions of 1.
struct Reading {
  const ColumnTuple* tuple = nullptr;
  const Formula* formula = nullptr;
  bool is_fraction = false;
  std::vector<Fit> fit;  // by row
  std::size_t good = 0;
  std::size_t judged = 0;
};

struct RowFigures {
  Environment environment;
  std::vector<std::uint32_t> facts;  // by term
  bool has_blank = false;            // an optional column is blank here
  bool is_zero = true;               // nothing but zeros: proves nothing
};

class TableJudge {
 public:
  TableJudge(const DocumentView& view, const TableView& table, const TableRelationRule& rule, Sink& sink)
      : view_(view), table_(table), rule_(rule), sink_(sink) {}

  void run() {
    if (is_escaped()) return sink_.not_comparable("另有口径");
    const std::vector<ColumnTuple> tuples = column_tuples(table_, rule_.terms);
    std::map<std::uint32_t, std::vector<Reading>> by_judged;
    for (const ColumnTuple& tuple : tuples) {
      for (const Formula& formula : rule_.readings) {
        for (const bool is_fraction : {false, true}) {
          if (is_fraction && rule_.terms.front().kind != TermKind::rate) continue;
          Reading reading{&tuple, &formula, is_fraction, {}, 0, 0};
          read(reading);
          if (reading.judged > 0) by_judged[tuple.columns.front()].push_back(std::move(reading));
        }
      }
    }
    for (auto& [column, readings] : by_judged) judge(readings);
  }

 private:
  [[nodiscard]] bool is_escaped() const {
    return std::any_of(rule_.unless.begin(), rule_.unless.end(), [&](lexicon::ClassId id) {
      if (view_.lexicon.contains(id, table_.caption)) return true;
      return std::any_of(table_.columns.begin(), table_.columns.end(),
                         [&](const table::Column& column) { return view_.lexicon.contains(id, column.header); });
    });
  }

  [[nodiscard]] const Fact& fact(std::uint32_t index) const { return view_.facts.facts[index]; }

  [[nodiscard]] bool is_skipped(const std::string& label) const {
    return std::any_of(rule_.skipped_rows.begin(), rule_.skipped_rows.end(),
                       [&](const std::string& word) { return label.find(word) != std::string::npos; });
  }

  /// A rate off by 10,000: a unit is wrong (a cell «120.00 元» under 万元), the unit rules say so.
  [[nodiscard]] bool is_unit_slip(const Reading& reading, std::uint32_t row) const {
    if (rule_.terms.front().kind != TermKind::rate) return false;
    const std::optional<RowFigures> figures = figures_of(reading, row);
    const Rational want = reading.formula->right(figures->environment).nominal;
    const Rational stated = figures->environment.numbers.find(rule_.terms.front().name)->second.nominal;
    if (!want.is_defined() || want.is_zero() || stated.is_zero()) return false;
    const Rational ratio = max(abs(want), abs(stated)) / min(abs(want), abs(stated));
    const auto near = [&](int power) {
      const Rational scaled = ratio / Rational::power_of_ten(power);
      return scaled > Rational::of(97, 100) && scaled < Rational::of(103, 100);
    };
    return near(4) || near(8);
  }

  [[nodiscard]] const std::vector<table::Row>& rows_of(const Reading& reading) const {
    const std::uint32_t half = table_.columns[reading.tuple->columns.front()].half;
    return table_.halves[std::min<std::size_t>(half, table_.halves.size() - 1)];
  }

  static bool is_kind(const Fact& figure, TermKind kind) {
    switch (kind) {
      case TermKind::rate: return figure.kind == FactKind::percent || figure.kind == FactKind::number;
      case TermKind::price:
        return figure.kind == FactKind::price || figure.kind == FactKind::money || figure.kind == FactKind::number;
      case TermKind::count: return figure.kind == FactKind::count || figure.kind == FactKind::number;
      case TermKind::score: return figure.kind == FactKind::number || figure.kind == FactKind::count;
      case TermKind::money: return figure.kind == FactKind::money;
      case TermKind::amount:
        return figure.kind == FactKind::money || figure.kind == FactKind::count || figure.kind == FactKind::number;
    }
    return false;
  }

  [[nodiscard]] std::optional<RowFigures> figures_of(const Reading& reading, std::uint32_t row) const {
    RowFigures out;
    const Fact* first_amount = nullptr;
    for (std::size_t i = 0; i < rule_.terms.size(); ++i) {
      const ColumnTerm& term = rule_.terms[i];
      const std::uint32_t column = reading.tuple->columns[i];
      const std::uint32_t index = column == docx::kNone ? docx::kNone : table_.fact[row][column];
      out.facts.push_back(index);
      if (index == docx::kNone) {
        if (!term.is_optional && !term.is_absent) return std::nullopt;
        out.has_blank = out.has_blank || column != docx::kNone;
        continue;
      }
      const Fact& figure = fact(index);
      if (!is_kind(figure, term.kind) || !figure.is_plain() || figure.qualifier != facts::Qualifier::exact)
        return std::nullopt;
      if (term.kind == TermKind::amount || term.kind == TermKind::money) {
        if (first_amount != nullptr && !same_measure(*first_amount, figure)) return std::nullopt;
        if (first_amount == nullptr) first_amount = &figure;
      }
      Operand operand{figure.value, figure.interval()};
      if (term.kind == TermKind::rate && figure.kind == FactKind::number && reading.is_fraction) {
        operand = {figure.value * 100, {operand.range.low * 100, operand.range.high * 100}};
      }
      out.is_zero = out.is_zero && figure.value.is_zero();
      out.environment.numbers[term.name] = operand;
    }
    return out;
  }

  static bool same_measure(const Fact& a, const Fact& b) {
    if (a.kind != b.kind) return false;
    if (a.unit == nullptr || b.unit == nullptr) return a.unit == b.unit;
    return a.unit->base == b.unit->base;
  }

  [[nodiscard]] Fit fit_of(const Formula& formula, const RowFigures& figures) const {
    const Verdict verdict = formula.judge(figures.environment);
    if (verdict == Verdict::undefined) return Fit::unknown;
    if (verdict == Verdict::holds) return Fit::exact;
    const Fact& judged = fact(figures.facts.front());
    const Operand want = formula.right(figures.environment);
    const Rational stated = figures.environment.numbers.find(rule_.terms.front().name)->second.nominal;
    if (abs(want.nominal - stated) * 2 <= judged.step) return Fit::exact;
    if (verdict == Verdict::rounding) return Fit::rounding;
    if (figures.has_blank) return Fit::unknown;
    return Fit::open;
  }

  void read(Reading& reading) const {
    const std::vector<table::Row>& rows = rows_of(reading);
    reading.fit.assign(rows.size(), Fit::unknown);
    for (std::uint32_t row = table_.header_rows; row < rows.size(); ++row) {
      const RowRole role = rows[row].role;
      if (role == RowRole::header || role == RowRole::note || role == RowRole::empty) continue;
      if (is_skipped(rows[row].label)) continue;
      const std::optional<RowFigures> figures = figures_of(reading, row);
      if (!figures || figures->is_zero) continue;
      reading.fit[row] = fit_of(*reading.formula, *figures);
      if (reading.fit[row] == Fit::unknown || repeats(reading, row)) continue;
      ++reading.judged;
      if (fits(reading.fit[row])) ++reading.good;
    }
  }

  [[nodiscard]] static bool is_proven(const Reading& reading) {
    if (reading.judged == 1) return !reading.tuple->is_weak;
    if (reading.judged == 2) return reading.good == 1 && !reading.tuple->is_weak;
    return reading.good >= 2 && reading.good * 10 >= reading.judged * 6;
  }

  [[nodiscard]] bool repeats(const Reading& reading, std::uint32_t row) const {
    const std::optional<RowFigures> here = figures_of(reading, row);
    for (std::uint32_t above = table_.header_rows; above < row; ++above) {
      if (reading.fit[above] == Fit::unknown) continue;
      const std::optional<RowFigures> other = figures_of(reading, above);
      const bool is_same = std::equal(here->facts.begin(), here->facts.end(), other->facts.begin(),
                                      [&](std::uint32_t a, std::uint32_t b) {
                                        if (a == docx::kNone || b == docx::kNone) return a == b;
                                        return fact(a).value == fact(b).value;
                                      });
      if (is_same) return true;
    }
    return false;
  }

  void judge(const std::vector<Reading>& readings) {
    const auto best = std::max_element(readings.begin(), readings.end(), [](const Reading& a, const Reading& b) {
      return a.good * b.judged < b.good * a.judged || (a.good * b.judged == b.good * a.judged && a.judged < b.judged);
    });
    const bool proven = is_proven(*best);
    for (std::uint32_t row = 0; row < best->fit.size(); ++row) {
      const Fit fit = best->fit[row];
      if (fit == Fit::exact) sink_.holds();
      if (fit == Fit::rounding) sink_.rounding();
      if (fit != Fit::open) continue;
      if (!proven) {
        sink_.not_comparable("table-columns");
      } else if (repeats(*best, row)) {
        sink_.not_comparable("repeated-row");
      } else if (explained(readings, *best, row)) {
        sink_.not_comparable("另一个数字能够对上");
      } else if (is_unit_slip(*best, row)) {
        sink_.not_comparable("计量单位不同");
      } else {
        report(*best, row);
      }
    }
  }

  /// Another choice of columns, or another formula that the rule allows for a single row.
  [[nodiscard]] bool explained(const std::vector<Reading>& readings, const Reading& best, std::uint32_t row) const {
    for (const Reading& reading : readings) {
      if (reading.tuple != best.tuple && row < reading.fit.size() && fits(reading.fit[row])) return true;
    }
    const std::optional<RowFigures> figures = figures_of(best, row);
    return std::any_of(rule_.others.begin(), rule_.others.end(),
                       [&](const Formula& formula) { return fits(fit_of(formula, *figures)); });
  }

  void report(const Reading& reading, std::uint32_t row) {
    const std::optional<RowFigures> figures = figures_of(reading, row);
    const Fact& judged = fact(figures->facts.front());
    const Operand want = reading.formula->right(figures->environment);
    const bool is_percent = rule_.terms.front().kind == TermKind::rate;
    const auto print = [&](const Rational& value) {
      if (!is_percent) return show(value, judged);
      const int places = reading.is_fraction ? std::max(judged.printed.places - 2, 0) : judged.printed.places;
      return value.to_string(std::max(places, 2)) + "%";
    };
    const Rational stated = figures->environment.numbers.find(rule_.terms.front().name)->second.nominal;
    Draft draft = sink_.draft();
    for (const Severity severity : {Severity::info, Severity::warning, Severity::error}) {
      if (rule_.severity == to_string(severity)) draft.severity = severity;
    }
    draft.expected = print(want.nominal);
    draft.actual = print(stated);
    soften(draft, want, judged, stated, is_percent, reading.is_fraction);
    if (draft.cause.empty() && !is_percent) draft.cause = diagnose_value(want.nominal, judged.value, judged);
    if (draft.cause.empty() && want.nominal == -stated) draft.cause = {"疑为增减方向有误", "the sign looks wrong"};
    working(draft, reading, *figures);
    message(draft, reading, *figures, row);
    for (std::size_t i = 0; i < rule_.terms.size(); ++i) {
      if (figures->facts[i] == docx::kNone) continue;
      draft.evidence.push_back(spot_of(view_, figures->facts[i], rule_.terms[i].name));
      if (!reading.is_fraction) {
        wants(view_, figures->facts[i],
              solve_for(*reading.formula, figures->environment, rule_.terms[i].name, rule_.terms.front().name), draft);
      }
    }
    sink_.report(std::move(draft));
  }

  /// T3 cut instead of rounded, T5 operands too small to prove much, T7 a note on rounding: info only.
  void soften(Draft& draft, const Operand& want, const Fact& judged, const Rational& stated, bool is_percent,
              bool is_fraction) const {
    const Rational step = is_fraction && judged.kind == FactKind::number ? judged.step * 100 : judged.step;
    const Interval cut = stated.is_negative() ? Interval{stated - step, stated} : Interval{stated, stated + step};
    if (is_percent && cut.meets(want.range)) {
      draft.severity = Severity::info;
      draft.cause = {"截尾而未四舍五入", "cut off instead of rounded"};
    } else if (is_percent && want.range.width() * 10 > abs(want.nominal)) {
      draft.severity = Severity::info;
    } else if (view_.context.has_rounding_note && abs(want.nominal - stated) <= step * 2) {
      draft.severity = Severity::info;
    }
  }

  void working(Draft& draft, const Reading& reading, const RowFigures& figures) const {
    const ShowName show_name = [&](std::string_view name) -> std::string {
      for (std::size_t i = 0; i < rule_.terms.size(); ++i) {
        if (rule_.terms[i].name != name || figures.facts[i] == docx::kNone) continue;
        const Fact& figure = fact(figures.facts[i]);
        return figure.kind == FactKind::money ? show(figure.value, figure) : figure.shown();
      }
      return "0";
    };
    std::string text = reading.formula->show_right(figures.environment, show_name);
    trim_percent_factor(text, draft.actual);
    text += " = " + draft.expected + " ≠ " + draft.actual;
    draft.working = {text, text};
  }

  void message(Draft& draft, const Reading& reading, const RowFigures& figures, std::uint32_t row) const {
    const std::string& label = rows_of(reading)[row].label;
    const std::vector<std::string>& path = table_.columns[reading.tuple->columns.front()].path;
    const std::string header = path.empty() ? std::string() : path.back();
    if (rule_.message.empty()) {
      draft.message.zh = fmt::format("“{}”行的“{}”与同行其他栏推算的不符", label, header);
      draft.message.en = fmt::format("In row “{}” column “{}” does not follow from the other columns", label, header);
      return;
    }
    draft.message = rule_.message;
    const auto replace = [](std::string& text, const std::string& what, const std::string& with) {
      for (std::size_t at = 0; (at = text.find(what, at)) != std::string::npos; at += with.size())
        text.replace(at, what.size(), with);
    };
    for (std::string* text : {&draft.message.zh, &draft.message.en}) {
      replace(*text, "{label}", label);
      replace(*text, "{expected}", draft.expected);
      for (std::size_t i = 0; i < rule_.terms.size(); ++i) {
        const std::string shown = figures.facts[i] == docx::kNone ? "0" : fact(figures.facts[i]).shown();
        replace(*text, "{" + rule_.terms[i].name + "}", shown);
      }
    }
  }

  const DocumentView& view_;
  const TableView& table_;
  const TableRelationRule& rule_;
  Sink& sink_;
};

class TableRelation final : public Check {
 public:
  explicit TableRelation(TableRelationRule rule) : rule_(std::move(rule)) {}

  void run(const DocumentView& view, Sink& sink) const override {
    if (rule_.readings.empty() || rule_.terms.empty()) return;
    for (const TableView& table : view.tables.tables) {
      if (table.doubt.empty() && !table.halves.empty()) TableJudge(view, table, rule_, sink).run();
    }
  }

 private:
  TableRelationRule rule_;
};

}  // namespace

std::unique_ptr<Check> make_table_relation(Params& params) {
  return std::make_unique<TableRelation>(read_table_relation(params));
}

}  // namespace gouji::check
