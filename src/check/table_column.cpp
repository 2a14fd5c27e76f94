// SPDX-License-Identifier: Apache-2.0
#include "check/table_column.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "check/diagnose.hpp"
#include "check/table_half.hpp"
#include "statement/count_label.hpp"

namespace gouji::check {
namespace {

using facts::Fact;
using table::ColumnRole;
using table::Row;
using table::RowRole;
using table::TableView;

constexpr std::size_t kManyColumns = 3;

/// One half of one table.
class HalfJudge : private TableHalf {
 public:
  HalfJudge(const DocumentView& document, const TableView& view, std::uint32_t half, Sink& sink)
      : TableHalf(document, view, half, sink) {
    for (std::uint32_t column = 0; column < view.columns.size(); ++column) {
      if (view.columns[column].half == half && view.columns[column].is_amount()) columns_.push_back(column);
    }
  }

  void run() {
    for (std::uint32_t row = view_.header_rows; row < rows_.size(); ++row) {
      if (rows_[row].role == RowRole::total || rows_[row].role == RowRole::subtotal) judge(row);
    }
  }

 private:
  struct Open {
    std::uint32_t column;
    std::uint32_t fact;
  };

  void judge(std::uint32_t total) {
    const std::vector<RowSet> readings = readings_.of(total);
    std::vector<Open> open;
    std::vector<std::uint32_t> votes(readings.size(), 0);
    std::uint32_t closed = 0;
    for (const std::uint32_t column : columns_) {
      const std::uint32_t fact = view_.fact[total][column];
      if (fact != docx::kNone) best(readings, column, fact, votes);
    }
    for (const std::uint32_t column : columns_) {
      const std::uint32_t fact = view_.fact[total][column];
      if (fact == docx::kNone) continue;
      std::vector<std::uint32_t> own(readings.size(), 0);
      Closing closing = best(readings, column, fact, own);
      if (closes_by_chance(readings, votes, own)) closing = Closing::open;
      if (closing == Closing::exact || closing == Closing::rounding) {
        closing == Closing::exact ? sink_.holds() : sink_.rounding();
        if (!sums_.fact(fact).value.is_zero()) ++closed;
        closed_.insert({{total, column}, true});
      } else if (closing == Closing::unusable) {
        sink_.not_comparable("table-cells");
      } else {
        open.push_back({column, fact});
      }
    }
    closed_columns_ = closed;
    // its rows may stand in the table before or behind
    const bool is_cut = (view_.is_continued && readings_.is_first(total)) || view_.continues;
    const bool lost_row = closed < open.size() && open.size() >= 2 && !is_cut && lacks_a_row(total, open);
    bool told_loss = false;
    for (const Open& each : open) {
      if (lost_row) {
        if (!told_loss && report(trusted(total, each.column), total, each, false)) {
          told_loss = true;
        } else {
          sink_.not_comparable("table-structure");
        }
        continue;
      }
      if (is_cut) {
        sink_.not_comparable("table-continued");
        continue;
      }
      levels_close_ = false;
      RowSet parts = closed > 0 ? proven(readings, votes) : trusted(total, each.column);
      if (parts.empty() && open.size() == 1) parts = beside_of_which(readings, total, each);
      const bool shifted = open.size() > std::max(closed, 1u);
      const bool sure = closed > 0 || levels_close_ || closes_chain(parts, total, each);
      if (parts.empty() || shifted || !report(parts, total, each, sure)) sink_.not_comparable("table-structure");
    }
  }

  /// A flat list under which every column is less than its total: a row is missing. Of two rows that is believed only
  /// of many columns, or when what is missing stands elsewhere in the document.
  [[nodiscard]] bool lacks_a_row(std::uint32_t total, const std::vector<Open>& open) {
    if (rows_[total].role != RowRole::total) return false;
    std::size_t less = 0;
    bool is_stated = false;
    for (const Open& each : open) {
      const RowSet parts = trusted(total, each.column);
      if (parts.size() < 2 || readings_.has_levels(parts)) return false;
      const Fact& stated = sums_.fact(each.fact);
      const CellSum sum = sums_.over_rows(parts, each.column, stated, UnitReading::own);
      if (!sum.is_usable) return false;
      if (sum.facts.size() < 2) continue;
      const bool has_signs =
          stated.value.is_negative() ||
          std::any_of(sum.facts.begin(), sum.facts.end(),
                      [&](std::uint32_t part) { return sums_.fact(part).value.is_negative(); }) ||
          document_.lexicon.contains(document_.lexicon.class_id("table_change"), view_.columns[each.column].header);
      is_stated = is_stated || is_elsewhere(stated.value - sum.value, stated);
      if (has_signs) continue;
      if (!(sum.value < stated.value)) return false;
      ++less;
    }
    const std::size_t rows = trusted(total, open.front().column).size();
    const std::size_t needed = is_stated ? 1u : rows >= 3 ? 2u : kManyColumns;
    return less >= needed && (!readings_.is_first(total) || is_stated);
  }

  /// The amount that is missing is told of in the text or in another table.
  [[nodiscard]] bool is_elsewhere(const Rational& gap, const Fact& like) const {
    const Rational steps = gap / like.step;
    if (!steps.is_defined() || abs(steps) < Rational(100)) return false;
    return std::any_of(document_.facts.facts.begin(), document_.facts.facts.end(), [&](const Fact& other) {
      return other.kind == like.kind && other.table != view_.table && other.value == gap;
    });
  }

  /// Two other columns close under one reading, this one only under another that nothing else speaks for: 14 is also
  /// the sum of the last three of 3, 3, 3, 3, 8.
  static bool closes_by_chance(const std::vector<RowSet>& readings, const std::vector<std::uint32_t>& votes,
                               const std::vector<std::uint32_t>& own) {
    const auto most = static_cast<std::size_t>(std::max_element(votes.begin(), votes.end()) - votes.begin());
    if (readings.empty() || votes[most] < 4 || own[most] > 0) return false;
    bool is_any = false;
    for (std::size_t i = 0; i < readings.size(); ++i) {
      if (own[i] == 0) continue;
      is_any = true;
      if (votes[i] > own[i] || readings[i].size() >= readings[most].size()) return false;
    }
    return is_any;
  }

  Closing best(const std::vector<RowSet>& readings, std::uint32_t column, std::uint32_t fact,
               std::vector<std::uint32_t>& votes) {
    Closing found = Closing::unusable;
    const Fact& like = sums_.fact(fact);
    bool mixed = sums_.has_foreign_unit(fact, column);
    for (std::size_t i = 0; i < readings.size(); ++i) {
      for (const UnitReading unit : {UnitReading::own, UnitReading::header}) {
        const CellSum sum = sums_.over_rows(readings[i], column, like, unit);
        for (const std::uint32_t part : sum.facts)
          mixed = mixed || sums_.has_foreign_unit(part, column) || differs(like, sums_.fact(part));
        const Closing closing = sums_.compare(sum, fact, column, unit);
        if (closing == Closing::exact || closing == Closing::rounding) {
          if (!like.value.is_zero()) votes[i] += sum.facts.size() > 1 ? 2u : 1u;
          if (found != Closing::exact) found = closing;
          break;
        }
        if (closing == Closing::open && found == Closing::unusable) found = Closing::open;
      }
    }
    // a total over the rows of both halves
    if (found == Closing::open && view_.halves.size() > 1 && closes_over_halves(column, fact)) return Closing::exact;
    return found == Closing::open && mixed ? Closing::unusable : found;
  }

  /// Own units of different size and no header to decide between them: unit_column says so.
  static bool differs(const Fact& a, const Fact& b) {
    const bool own = a.unit_source == facts::UnitSource::self || b.unit_source == facts::UnitSource::self;
    return own && a.unit != nullptr && b.unit != nullptr && !(a.unit->scale == b.unit->scale);
  }

  [[nodiscard]] bool closes_over_halves(std::uint32_t column, std::uint32_t fact) const {
    for (std::uint32_t first = 0; first < view_.columns[column].half; ++first) {
      if (closes_from_half(first, column, fact)) return true;
    }
    return view_.columns[column].half == 0 && closes_from_half(0, column, fact);
  }

  [[nodiscard]] bool closes_from_half(std::uint32_t first, std::uint32_t column, std::uint32_t fact) const {
    CellSum sum;
    const std::uint32_t total_row = sums_.fact(fact).row;
    for (std::uint32_t other = 0; other < view_.columns.size(); ++other) {
      if (view_.columns[other].role != view_.columns[column].role || view_.columns[other].half < first) continue;
      const std::vector<Row>& rows = sums_.rows_of(other);
      for (std::uint32_t row = view_.header_rows; row < rows.size(); ++row) {
        if (row != total_row && rows[row].role == RowRole::detail && rows[row].level == 0) {
          sums_.add(sum, row, other, sums_.fact(fact), UnitReading::own);
        }
      }
    }
    const Closing closing = sums_.compare(sum, fact, column, UnitReading::own);
    return closing == Closing::exact || closing == Closing::rounding;
  }

  /// The reading that closes most other columns.
  static RowSet proven(const std::vector<RowSet>& readings, const std::vector<std::uint32_t>& votes) {
    const auto most = std::max_element(votes.begin(), votes.end());
    return *most == 0 ? RowSet{} : readings[static_cast<std::size_t>(most - votes.begin())];
  }

  [[nodiscard]] bool is_closed(std::uint32_t row, std::uint32_t column) const {
    return closed_.count({row, column}) != 0;
  }

  /// No other column proves a reading: only a plain structure is believed.
  [[nodiscard]] RowSet trusted(std::uint32_t total, std::uint32_t column) {
    const bool is_open = document_.lexicon.contains(document_.lexicon.class_id("table_open_caption"), view_.caption);
    if (shares_close(total)) {
      levels_close_ = true;
      return readings_.details(readings_.first_data(), total);
    }
    if (is_open) return {};
    const std::uint32_t before = readings_.total_before(total);
    if (rows_[total].role == RowRole::total && before != docx::kNone) {
      RowSet chain{before};
      const RowSet more = readings_.details(before + 1, total);
      if (!is_closed(before, column) || more.empty() || readings_.has_levels(more)) return {};
      chain.insert(chain.end(), more.begin(), more.end());
      return chain;
    }
    if (readings_.is_first(total)) return behind(total, column);
    std::uint32_t begin = readings_.first_data();
    RowSet subtotals;
    for (std::uint32_t row = begin; row < total; ++row) {
      if (rows_[row].role == RowRole::subtotal) subtotals.push_back(row);
    }
    if (!subtotals.empty()) {
      if (rows_[total].role == RowRole::subtotal) return flat(readings_.details(subtotals.back() + 1, total));
      const bool all_closed =
          std::all_of(subtotals.begin(), subtotals.end(), [&](std::uint32_t row) { return is_closed(row, column); });
      return all_closed && readings_.details(subtotals.back() + 1, total).empty() && subtotals.size() > 1 ? subtotals
                                                                                                          : RowSet{};
    }
    const RowSet all = readings_.details(begin, total);
    return readings_.has_levels(all) ? verified_top(all, column) : flat(all);
  }

  /// Shares of 100 % above the total: no row is left out.
  [[nodiscard]] bool shares_close(std::uint32_t total) const {
    const RowSet all = readings_.details(readings_.first_data(), total);
    if (all.size() < 3 || readings_.has_levels(all)) return false;
    for (std::uint32_t column = 0; column < view_.columns.size(); ++column) {
      const std::uint32_t whole = view_.fact[total][column];
      if (view_.columns[column].half != half_ || whole == docx::kNone) continue;
      if (sums_.fact(whole).kind != facts::FactKind::percent || !(sums_.fact(whole).value == Rational(100))) continue;
      const CellSum sum = sums_.over_rows(all, column, sums_.fact(whole), UnitReading::own);
      const Closing closing = sums_.compare(sum, whole, column, UnitReading::own);
      if (sum.facts.size() == all.size() && (closing == Closing::exact || closing == Closing::rounding)) return true;
    }
    return false;
  }

  /// The reading without 其中 rows and their fellows whose groups add up to the rows they hang on; or would, if that
  /// row had the value that the total asks of it.
  [[nodiscard]] RowSet beside_of_which(const std::vector<RowSet>& readings, std::uint32_t total, const Open& open) {
    for (const RowSet& reading : readings) {
      if (reading.size() < 3 || reading.front() > total || reading.back() > total) continue;
      const CellSum all = sums_.over_rows(reading, open.column, sums_.fact(open.fact), UnitReading::own);
      const Rational gap = sums_.fact(open.fact).value - all.value;
      std::size_t groups = 0;
      bool is_good = reading.front() == readings_.first_data();
      for (std::size_t i = 0; i < reading.size() && is_good; ++i) {
        RowSet group;
        const std::uint32_t end = i + 1 < reading.size() ? reading[i + 1] : total;
        for (std::uint32_t row = reading[i] + 1; row < end; ++row) group.push_back(row);
        if (group.empty()) continue;
        const std::uint32_t whole = view_.fact[reading[i]][open.column];
        if (whole == docx::kNone || rows_[group.front()].role != RowRole::of_which) {
          is_good = false;
          break;
        }
        const CellSum sum = sums_.over_rows(group, open.column, sums_.fact(whole), UnitReading::own);
        is_good = group.size() > 1 && sum.is_usable &&
                  (sum.value == sums_.fact(whole).value || sum.value == sums_.fact(whole).value + gap);
        ++groups;
      }
      if (!is_good || groups == 0) continue;
      levels_close_ = true;
      return reading;
    }
    return {};
  }

  /// Total first: everything behind it, or a closed list of 其中 rows.
  [[nodiscard]] RowSet behind(std::uint32_t total, std::uint32_t column) {
    const std::uint32_t end = readings_.end_data();
    RowSet parts;
    if (total + 1 < end && rows_[total + 1].role == RowRole::of_which) {
      bool has_rest = false;
      std::vector<std::string> labels;
      for (std::uint32_t row = total + 1; row < end && readings_.is_data(row); ++row) {
        if (rows_[row].role == RowRole::total) {
          if (parts.size() < 2) return {};
          break;  // «二、支出合计» begins the next block
        }
        parts.push_back(row);
        labels.push_back(rows_[row].label);
        has_rest = has_rest || rows_[row].label.compare(0, 6, "其他") == 0;
      }
      return has_rest || statement::are_one_split(document_.lexicon, labels) ? parts : RowSet{};
    }
    for (std::uint32_t row = total + 1; row < end; ++row) {
      if (rows_[row].role == RowRole::total || rows_[row].role == RowRole::subtotal ||
          rows_[row].role == RowRole::of_which)
        return {};
    }
    parts = readings_.details(total + 1, end);
    return readings_.has_levels(parts) ? verified_top(parts, column) : flat(parts);
  }

  static RowSet flat(RowSet rows) { return rows; }

  /// The top level, if the levels below it close.
  [[nodiscard]] RowSet verified_top(const RowSet& rows, std::uint32_t column) {
    std::uint32_t good = 0;
    std::uint32_t bad = 0;
    for (const std::uint32_t row : rows) {
      const std::uint32_t fact = view_.fact[row][column];
      const RowSet children = readings_.children(row);
      if (fact == docx::kNone || children.empty()) continue;
      const Closing closing = sums_.compare(sums_.over_rows(children, column, sums_.fact(fact), UnitReading::own), fact,
                                            column, UnitReading::own);
      ++(closing == Closing::open || closing == Closing::unusable ? bad : good);
    }
    levels_close_ = good > 0 && bad == 0;
    return levels_close_ ? readings_.top_level(rows) : RowSet{};
  }

  /// With the sum in its place, the next total (本年收入合计 + 年初结转 = 总计) closes.
  [[nodiscard]] bool closes_chain(const RowSet& parts, std::uint32_t total, const Open& open) const {
    std::uint32_t next = total + 1;
    while (next < rows_.size() && rows_[next].role != RowRole::total) ++next;
    if (parts.empty() || next >= rows_.size() || view_.fact[next][open.column] == docx::kNone) return false;
    RowSet all = parts;
    const RowSet more = readings_.details(total + 1, next);
    all.insert(all.end(), more.begin(), more.end());
    const std::uint32_t fact = view_.fact[next][open.column];
    const CellSum sum = sums_.over_rows(all, open.column, sums_.fact(fact), UnitReading::own);
    const Closing closing = sums_.compare(sum, fact, open.column, UnitReading::own);
    return !more.empty() && (closing == Closing::exact || closing == Closing::rounding);
  }

  bool report(const RowSet& parts, std::uint32_t total, const Open& open, bool is_proven) {
    const Fact& stated = sums_.fact(open.fact);
    const CellSum sum = sums_.over_rows(parts, open.column, stated, UnitReading::own);
    if (!sum.is_usable || sum.facts.empty() || (parts.size() < 2 && !is_proven)) return false;
    Rational largest = 0;
    Rational smallest = sums_.fact(sum.facts[0]).value;
    for (const std::uint32_t part : sum.facts) {
      largest = max(largest, sums_.fact(part).value);
      smallest = min(smallest, sums_.fact(part).value);
    }
    const std::string& whole_header = view_.columns[open.column].header;
    if (closed_columns_ < 2 && document_.lexicon.contains(document_.lexicon.class_id("running_total"), whole_header))
      return false;
    // a change that is not printed may be of either sign
    if (sum.blanks > 0 && document_.lexicon.contains(document_.lexicon.class_id("table_change"), whole_header))
      return false;
    Draft draft = sink_.draft();
    describe_sum(sums_, sum, open.fact, draft);
    // two other columns close under these rows: whatever the gap, this is a sum
    const bool is_sum = is_proven && closed_columns_ >= 2 && stated.kind != facts::FactKind::percent &&
                        sum.value.is_negative() == stated.value.is_negative() && !may_be_mean(sums_, sum, open.fact);
    if (!is_sum && is_no_sum(sums_, sum, open.fact, draft)) return false;
    // less than one of its parts: another structure is likelier than a slip of the pen, unless the structure is
    // proven, or a digit or the unit explains it
    if (stated.value < largest && !is_proven && draft.cause.empty()) {
      if (smallest.is_negative()) return false;
      const bool is_plain = view_.columns[open.column].role == ColumnRole::money &&
                            rows_[total].role == RowRole::total && !readings_.is_first(total) &&
                            parts.size() == sum.facts.size();
      draft.severity = is_plain ? std::min(draft.severity, Severity::warning) : Severity::info;
      if (!is_plain)
        draft.cause = {"表格结构无法确认：合计小于其中一行",
                       "the structure of the table is in doubt: the total is less than one row"};
    }
    // one figure among blanks: the rest may be what is blank, unless a slip explains the gap
    if (sum.facts.size() < 2 && draft.cause.empty()) draft.severity = std::min(draft.severity, Severity::warning);
    const bool counts_heads = view_.columns[open.column].role == ColumnRole::count && counts_people(stated);
    // one person or unit may stand in two rows
    if (counts_heads && stated.value < sum.value) {
      if (draft.cause.empty() && stated.value >= largest && is_implausible_gap(sum.value, stated.value)) return false;
      if (closed_columns_ < 2) draft.severity = Severity::info;
    }
    const std::string header =
        view_.columns[open.column].path.empty() ? std::string() : view_.columns[open.column].path.back();
    if (!header.empty()) {
      draft.message.zh = fmt::format("“{}”列的“{}”与各行之和不符", header, rows_[total].label);
      draft.message.en = fmt::format("Row “{}” of column “{}” is not the sum of its rows", rows_[total].label, header);
    }
    sink_.report(std::move(draft));
    return true;
  }

  static bool counts_people(const Fact& fact) {
    return fact.unit == nullptr || fact.unit->base == "人" || fact.unit->base == "户" || fact.unit->base == "家";
  }

  std::vector<std::uint32_t> columns_;
  std::map<std::pair<std::uint32_t, std::uint32_t>, bool> closed_;
  std::uint32_t closed_columns_ = 0;  // of the total just judged
  bool levels_close_ = false;         // the levels below the parts just found close
};

class TableColumnCheck final : public Check {
 public:
  void run(const DocumentView& view, Sink& sink) const override {
    for (const TableView& each : view.tables.tables) {
      if (!each.doubt.empty()) {
        if (each.doubt != "empty") sink.not_comparable("table-structure");
        continue;
      }
      for (std::uint32_t half = 0; half < each.halves.size(); ++half) HalfJudge(view, each, half, sink).run();
    }
  }
};

}  // namespace

std::unique_ptr<Check> make_table_column(Params& params) {
  (void)params;
  return std::make_unique<TableColumnCheck>();
}

}  // namespace gouji::check
