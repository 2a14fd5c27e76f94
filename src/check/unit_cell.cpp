// SPDX-License-Identifier: Apache-2.0
#include "check/unit_cell.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "check/table_readings.hpp"
#include "check/table_sums.hpp"

namespace gouji::check {
namespace {

using facts::Fact;
using facts::FactKind;
using table::RowRole;
using table::TableView;

enum class Proof { none, as_written, as_header };

struct Evidence {
  Proof proof = Proof::none;
  Bilingual why;
  std::uint32_t fact = docx::kNone;  // what proves it
};

class CellJudge {
 public:
  CellJudge(const DocumentView& document, const TableView& view, Sink& sink)
      : document_(document), view_(view), sums_(document, view), sink_(sink) {}

  void run() {
    for (std::uint32_t row = view_.header_rows; row < view_.rows.size(); ++row) {
      for (std::uint32_t column = 0; column < view_.columns.size(); ++column) judge(row, column);
    }
  }

 private:
  void judge(std::uint32_t row, std::uint32_t column) {
    if (view_.columns[column].role != table::ColumnRole::money || view_.has_unit_column) return;
    const lexicon::Unit* declared = sums_.declared_unit(column);
    const std::uint32_t index = view_.fact[row][column];
    if (declared == nullptr || index == docx::kNone) return;
    const Fact& cell = sums_.fact(index);
    if (cell.unit_source != facts::UnitSource::self || cell.kind != FactKind::money) return;
    if (!sums_.has_foreign_unit(index, column) || cell.value.is_zero()) return sink_.holds();
    const Evidence evidence = evidence_for(row, column, index);
    if (evidence.proof == Proof::as_written) return sink_.holds();  // it converts: another unit, but no contradiction
    report(index, column, *declared, evidence);
  }

  [[nodiscard]] Evidence evidence_for(std::uint32_t row, std::uint32_t column, std::uint32_t index) const {
    if (const Evidence sum = by_sum(row, column, index); sum.proof != Proof::none) return sum;
    if (const Evidence text = by_text(column, index); text.proof != Proof::none) return text;
    return by_neighbours(row, column, index);
  }

  /// The sum that the cell is part of (or the total of) closes under one reading only.
  [[nodiscard]] Evidence by_sum(std::uint32_t row, std::uint32_t column, std::uint32_t index) const {
    const std::vector<table::Row>& rows = sums_.rows_of(column);
    const TotalReadings readings(view_, rows);
    for (std::uint32_t total = view_.header_rows; total < rows.size(); ++total) {
      if (rows[total].role != RowRole::total && rows[total].role != RowRole::subtotal) continue;
      const std::uint32_t fact = view_.fact[total][column];
      if (fact == docx::kNone) continue;
      for (const RowSet& parts : readings.of(total)) {
        if (parts.size() < 2 || (total != row && std::find(parts.begin(), parts.end(), row) == parts.end())) continue;
        for (const UnitReading unit : {UnitReading::own, UnitReading::header}) {
          const CellSum sum = sums_.over_rows(parts, column, sums_.fact(fact), unit);
          const Closing closing = sums_.compare(sum, fact, column, unit);
          if (sum.facts.size() < 2 || (closing != Closing::exact && closing != Closing::rounding)) continue;
          if (unit == UnitReading::own && closing == Closing::rounding) continue;  // too small to be felt in the sum
          const std::uint32_t shown = total == row ? sum.facts.front() : fact;
          return {unit == UnitReading::own ? Proof::as_written : Proof::as_header,
                  {fmt::format("按表头单位计算，“{}”行正好相符", rows[total].label),
                   fmt::format("with the header's unit row “{}” adds up", rows[total].label)},
                  shown};
        }
      }
    }
    (void)index;
    return {};
  }

  /// The text names the same thing with one of the two values.
  [[nodiscard]] Evidence by_text(std::uint32_t column, std::uint32_t index) const {
    const Fact& cell = sums_.fact(index);
    std::string name = cell.label_text;
    const auto& path = view_.columns[column].path;
    if (name.size() < 9 && !path.empty()) name = table::squeezed(table::without_brackets(path.back()));
    for (const std::string_view tail : {"预算数", "决算数", "预算", "决算", "金额", "合计", "数"}) {
      const bool ends = name.size() > tail.size() && name.compare(name.size() - tail.size(), tail.size(), tail) == 0;
      if (ends) name.resize(name.size() - tail.size());
    }
    if (name.size() < 9) return {};
    const Rational as_header = sums_.value(index, column, UnitReading::header);
    Evidence found;
    for (std::uint32_t other = 0; other < document_.facts.facts.size(); ++other) {
      const Fact& fact = sums_.fact(other);
      if (fact.kind != FactKind::money || fact.table != docx::kNone || fact.unit == nullptr) continue;
      const bool same = fact.value == as_header || fact.value == cell.value;
      if (!same || document_.text.passages[fact.passage].text.find(name) == std::string::npos) continue;
      if (fact.value == cell.value) return {Proof::as_written, {}, other};
      found = {Proof::as_header,
               {fmt::format("文中“{}”为 {}", name, fact.shown()),
                fmt::format("the text gives {} for “{}”", fact.shown(), name)},
               other};
    }
    return found;
  }

  /// The bare number is of the size of its neighbours, the converted one far below or above them all.
  [[nodiscard]] Evidence by_neighbours(std::uint32_t row, std::uint32_t column, std::uint32_t index) const {
    const Rational as_header = abs(sums_.value(index, column, UnitReading::header));
    const Rational as_written = abs(sums_.fact(index).value);
    std::uint32_t near = 0;
    std::uint32_t others = 0;
    bool apart = true;
    std::uint32_t shown = docx::kNone;
    for (std::uint32_t other = view_.header_rows; other < view_.rows.size(); ++other) {
      const std::uint32_t fact = view_.fact[other][column];
      if (other == row || fact == docx::kNone || sums_.fact(fact).kind != FactKind::money) continue;
      if (sums_.has_foreign_unit(fact, column) || sums_.fact(fact).value.is_zero()) continue;
      const Rational value = abs(sums_.fact(fact).value);
      ++others;
      if (as_header <= value * 20 && value <= as_header * 20) ++near;
      apart = apart && (as_written * 50 < value || value * 50 < as_written);
      if (shown == docx::kNone) shown = fact;
    }
    if (others == 0 || near * 2 < others || !apart) return {};
    return {Proof::as_header,
            {"数值大小与同列其他金额一致", "the number is of the size of the others in its column"},
            shown};
  }

  void report(std::uint32_t index, std::uint32_t column, const lexicon::Unit& declared, const Evidence& evidence) {
    const Fact& cell = sums_.fact(index);
    Draft draft = sink_.draft();
    if (evidence.proof != Proof::as_header) draft.severity = std::min(draft.severity, Severity::warning);
    const std::string fitting = cell.printed.to_string() + declared.word;
    draft.working.zh = fmt::format("表头单位为{}，单元格写作 {}", declared.word, cell.shown());
    draft.working.en = fmt::format("the header says {}, the cell says {}", declared.word, cell.shown());
    if (!evidence.why.empty()) {
      draft.working.zh += "；" + evidence.why.zh;
      draft.working.en += "; " + evidence.why.en;
      draft.cause = {"单位错写，应为 " + fitting, "wrong unit, should be " + fitting};
    }
    draft.expected = fitting;
    draft.actual = cell.shown();
    draft.evidence.push_back(spot_of(document_, index, "cell"));
    const table::Column& info = view_.columns[column];
    const bool by_column = info.unit != nullptr;
    const std::uint32_t passage = by_column ? info.header_passage : view_.unit_passage;
    if (passage != docx::kNone) {
      const text::Span mark = by_column ? info.unit_span : view_.unit_span;
      draft.evidence.push_back(
          {"unit", passage, {0, static_cast<std::uint32_t>(document_.text.passages[passage].text.size())}, mark});
    }
    if (evidence.fact != docx::kNone) draft.evidence.push_back(spot_of(document_, evidence.fact, "other"));
    sink_.report(std::move(draft));
  }

  const DocumentView& document_;
  const TableView& view_;
  TableSums sums_;
  Sink& sink_;
};

class UnitCellCheck final : public Check {
 public:
  void run(const DocumentView& view, Sink& sink) const override {
    for (const TableView& each : view.tables.tables) {
      if (each.doubt.empty()) CellJudge(view, each, sink).run();
    }
  }
};

}  // namespace

std::unique_ptr<Check> make_unit_cell(Params& params) {
  (void)params;
  return std::make_unique<UnitCellCheck>();
}

}  // namespace gouji::check
