// SPDX-License-Identifier: Apache-2.0
#include "check/table_row.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>
#include <string>

#include "check/table_part_columns.hpp"
#include "check/table_sums.hpp"
#include "statement/count_label.hpp"

namespace gouji::check {
namespace {

using table::Row;
using table::RowRole;
using table::TableView;

class TableRowCheck final : public Check {
 public:
  void run(const DocumentView& view, Sink& sink) const override {
    const table::Words words(view.lexicon);
    for (const TableView& each : view.tables.tables) {
      if (!each.doubt.empty()) continue;
      for (std::uint32_t column = 0; column < each.columns.size(); ++column) {
        const std::vector<ColumnReading> readings = column_readings(each, column, words);
        if (!readings.empty()) judge(TableSums(view, each), column, readings, sink);
      }
    }
  }

 private:
  struct RowResult {
    std::uint32_t row = 0;
    std::vector<Closing> closings;  // by reading
  };

  static CellSum sum_of(const TableSums& sums, const ColumnReading& reading, std::uint32_t row, const facts::Fact& like,
                        UnitReading unit) {
    CellSum sum;
    for (const PartColumn& part : reading.parts) sums.add(sum, row, part.column, like, unit, part.negative);
    return sum;
  }

  static bool closes(Closing closing) { return closing == Closing::exact || closing == Closing::rounding; }

  static Closing close(const TableSums& sums, const ColumnReading& reading, std::uint32_t row, std::uint32_t column,
                       std::uint32_t fact) {
    const CellSum own = sum_of(sums, reading, row, sums.fact(fact), UnitReading::own);
    const Closing closing = sums.compare(own, fact, column, UnitReading::own);
    if (closing != Closing::open) return closing;
    bool mixed = sums.has_foreign_unit(fact, column);
    for (const std::uint32_t part : own.facts) mixed = mixed || sums.has_foreign_unit(part, sums.fact(part).column);
    if (!mixed) return Closing::open;
    const CellSum header = sum_of(sums, reading, row, sums.fact(fact), UnitReading::header);
    return closes(sums.compare(header, fact, column, UnitReading::header)) ? Closing::exact : Closing::unusable;
  }

  static void judge(const TableSums& sums, std::uint32_t column, const std::vector<ColumnReading>& readings,
                    Sink& sink) {
    const TableView& view = sums.view();
    const std::vector<Row>& rows = sums.rows_of(column);
    std::vector<RowResult> results;
    for (std::uint32_t row = view.header_rows; row < rows.size(); ++row) {
      const std::uint32_t fact = view.fact[row][column];
      if (fact == docx::kNone || rows[row].role == RowRole::header || rows[row].role == RowRole::note) continue;
      RowResult result{row, {}};
      for (const ColumnReading& reading : readings) result.closings.push_back(close(sums, reading, row, column, fact));
      // rates of the columns are no parts of the rate of all
      const bool is_rate = sums.fact(fact).kind == facts::FactKind::percent &&
                           std::none_of(result.closings.begin(), result.closings.end(), closes);
      if (is_rate) continue;
      const bool judged =
          std::any_of(result.closings.begin(), result.closings.end(), [](Closing c) { return c != Closing::unusable; });
      if (judged) results.push_back(std::move(result));
    }
    if (results.empty()) return;
    const std::size_t best = best_reading(results, readings.size());
    const ColumnReading& reading = readings[best];
    std::size_t good = 0;
    std::size_t judged = 0;
    for (const RowResult& result : results) {
      if (result.closings[best] != Closing::unusable) ++judged;
      if (closes(result.closings[best])) ++good;
    }
    const bool single = judged == 1 && (reading.is_stated || (best == 0 && reading.is_tree && reading.is_complete) ||
                                        (best == 0 && reading.is_tree && view.columns[column].path.size() > 1));
    const bool proven = (good >= 2 && good * 10 >= judged * 6) || (reading.is_stated && good * 10 >= judged * 6) ||
                        single || (judged <= 2 && are_kinds(sums, reading)) ||
                        (good == 1 && judged == 2 && closes_in_earnest(sums, reading, results, best));
    // no row closes under any reading: the columns are no parts of this total
    if (!proven && good == 0) return;
    for (const RowResult& result : results) {
      if (closes(result.closings[best])) {
        result.closings[best] == Closing::exact ? sink.holds() : sink.rounding();
      } else if (result.closings[best] == Closing::open) {
        const bool other = std::any_of(result.closings.begin(), result.closings.end(), closes);
        if (other || !proven || !report(sums, column, reading, result.row, sink)) sink.not_comparable("table-columns");
      }
    }
  }

  /// The part columns are the kinds of one split: 因公出国（境）, 公务用车…, 公务接待.
  static bool are_kinds(const TableSums& sums, const ColumnReading& reading) {
    std::vector<std::string> labels;
    for (const PartColumn& part : reading.parts) {
      const std::vector<std::string>& path = sums.view().columns[part.column].path;
      labels.push_back(std::accumulate(path.begin(), path.end(), std::string()));
    }
    return labels.size() >= 3 && statement::are_one_split(sums.document().lexicon, labels);
  }

  /// The one row that closes does so exactly, over several parts that are not 0: no accident.
  static bool closes_in_earnest(const TableSums& sums, const ColumnReading& reading,
                                const std::vector<RowResult>& results, std::size_t best) {
    const std::size_t fewest = reading.is_tree ? 2 : 3;  // the header tree speaks for them too
    return (reading.is_complete || reading.is_tree) &&
           std::any_of(results.begin(), results.end(), [&](const RowResult& result) {
             if (result.closings[best] != Closing::exact) return false;
             std::size_t parts = 0;
             for (const PartColumn& part : reading.parts) {
               const std::uint32_t fact = sums.view().fact[result.row][part.column];
               if (fact != docx::kNone && !sums.fact(fact).value.is_zero()) ++parts;
             }
             return parts >= fewest;
           });
  }

  static std::size_t best_reading(const std::vector<RowResult>& results, std::size_t count) {
    std::size_t best = 0;
    std::size_t most = 0;
    for (std::size_t i = 0; i < count; ++i) {
      const auto good = static_cast<std::size_t>(std::count_if(
          results.begin(), results.end(), [&](const RowResult& result) { return closes(result.closings[i]); }));
      if (good > most) {
        most = good;
        best = i;
      }
    }
    return best;
  }

  static bool report(const TableSums& sums, std::uint32_t column, const ColumnReading& reading, std::uint32_t row,
                     Sink& sink) {
    const TableView& view = sums.view();
    const std::uint32_t total = view.fact[row][column];
    const CellSum sum = sum_of(sums, reading, row, sums.fact(total), UnitReading::own);
    if (!sum.is_usable || sum.facts.empty()) return false;
    Draft draft = sink.draft();
    describe_sum(sums, sum, total, draft);
    if (is_no_sum(sums, sum, total, draft) || is_noted(sums, sum.value - sums.fact(total).value, sums.fact(total)))
      return false;
    // an empty part column may be the rest
    if (sum.blanks > 0 && sum.facts.size() < 2) draft.severity = std::min(draft.severity, Severity::warning);
    const std::string& label = sums.rows_of(column)[row].label;
    const std::string header = view.columns[column].path.empty() ? std::string() : view.columns[column].path.back();
    if (!label.empty()) {
      draft.message.zh = fmt::format("“{}”行的“{}”与各分项列之和不符", label, header);
      draft.message.en = fmt::format("In row “{}” column “{}” is not the sum of its part columns", label, header);
    }
    sink.report(std::move(draft));
    return true;
  }
};

}  // namespace

std::unique_ptr<Check> make_table_row(Params& params) {
  (void)params;
  return std::make_unique<TableRowCheck>();
}

}  // namespace gouji::check
