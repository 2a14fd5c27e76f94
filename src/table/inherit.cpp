// SPDX-License-Identifier: Apache-2.0
#include "table/inherit.hpp"

#include <algorithm>

#include "base/utf8.hpp"
#include "facts/number.hpp"
#include "table/unit_text.hpp"

namespace gouji::table {
namespace {

using facts::Fact;
using facts::FactKind;
using facts::UnitSource;
using lexicon::UnitKind;

constexpr std::uint32_t kLinesAbove = 3;
constexpr std::uint32_t kLongestLine = 60;

FactKind kind_of(const lexicon::Unit& unit) {
  switch (unit.kind) {
    case UnitKind::money: return FactKind::money;
    case UnitKind::percent:
    case UnitKind::permille: return FactKind::percent;
    case UnitKind::points: return FactKind::points;
    case UnitKind::multiple: return FactKind::multiple;
    case UnitKind::duration: return FactKind::duration;
    default: return FactKind::count;
  }
}

void set_unit(TableView& view, const DeclaredUnit& declared, std::uint32_t passage) {
  view.unit = declared.unit;
  view.unit_passage = passage;
  view.unit_span = declared.span;
}

std::uint32_t first_passage_of(const text::TextModel& model, std::uint32_t table) {
  std::uint32_t first = docx::kNone;
  for (const std::uint32_t passage : model.cell_passage[table]) first = std::min(first, passage);
  return first;
}

std::uint32_t last_passage_of(const text::TextModel& model, std::uint32_t table) {
  std::uint32_t last = 0;
  for (const std::uint32_t passage : model.cell_passage[table]) {
    if (passage != docx::kNone) last = std::max(last, passage);
  }
  return last;
}

void inherit(const Fact& as_printed, Fact& fact, const lexicon::Unit& unit, UnitSource source) {
  fact.kind = kind_of(unit);
  fact.unit = &unit;
  fact.unit_source = source;
  fact.value = as_printed.printed.value() * unit.scale;
  fact.step = as_printed.printed.step() * unit.scale;
}

/// «公开05表 部门：松棠市城市管理局 单位：万元» is not the name of the table.
bool names_only_the_bearer(std::string_view line, const Words& words) {
  constexpr std::size_t kHead = 36;  // bytes: the form's number may stand before
  const std::string head = squeezed(line.substr(0, std::min(kHead, line.size())));
  return words.starts(words.unit_line, head) ||
         (words.starts(words.form_number, head) && words.has(words.unit_line, head));
}

}  // namespace

void find_table_unit(const text::TextModel& model, const Grid& grid, const Words& words, facts::Range title_rows,
                     const TableView* previous, TableView& view) {
  const std::uint32_t first = first_passage_of(model, view.table);
  if (first == docx::kNone) return;
  for (std::uint32_t row = title_rows.begin; row < title_rows.end; ++row) {
    for (std::uint32_t column = 0; column < grid.columns(); ++column) {
      if (!grid.is_origin(row, column)) continue;
      const std::uint32_t passage = grid.info(grid.owner(row, column)).passage;
      const DeclaredUnit declared = unit_after_word(grid.text(row, column), words.lexicon);
      if (declared.found() && view.unit == nullptr) set_unit(view, declared, passage);
      const bool is_wide = grid.table().cells[grid.owner(row, column)].column_span * 2 > grid.columns();
      if (view.caption.empty() && !declared.found() && is_wide) view.caption = squeezed(grid.text(row, column));
    }
  }
  const docx::StoryKind story = model.passages[first].story;
  bool touches_previous = false;
  std::uint32_t lines = 0;
  for (std::uint32_t at = first; at-- > 0 && lines < kLinesAbove;) {
    const text::Passage& passage = model.passages[at];
    if (passage.story != story) break;
    if (passage.in_table()) {
      touches_previous = lines == 0 && previous != nullptr && passage.table == previous->table;
      break;
    }
    if (passage.text.empty()) continue;
    ++lines;
    const bool is_long = utf8::count(passage.text) > kLongestLine;
    DeclaredUnit declared = unit_after_word(passage.text, words.lexicon);
    if (declared.found() && is_long && passage.text.size() - declared.span.end > 12) declared = {};
    if (!declared.found() && !is_long && passage.text.find("。") == std::string::npos) {
      declared = unit_of_header(passage.text, words.lexicon);
    }
    if (declared.found() && view.unit == nullptr) set_unit(view, declared, at);
    if (is_long || passage.text.find("。") != std::string::npos) break;
    const bool is_unit_line =
        declared.found() && (declared.span.begin < 24 || names_only_the_bearer(passage.text, words));
    if (view.caption.empty() && !is_unit_line) view.caption = squeezed(passage.text);
    if (!view.caption.empty() && view.unit != nullptr) break;
  }
  const bool same_width = previous != nullptr && previous->columns.size() == grid.columns();
  const bool continues = words.has(words.continued, view.caption) || (touches_previous && same_width);
  view.continues = continues && same_width;
  if (view.unit == nullptr && continues && previous != nullptr) {
    view.unit = previous->unit;
    view.unit_passage = previous->unit_passage;
    view.unit_span = previous->unit_span;
  }
  if (view.unit != nullptr) return;
  const std::uint32_t below = last_passage_of(model, view.table) + 1;
  if (below >= model.passages.size()) return;
  const text::Passage& note = model.passages[below];
  if (note.in_table() || note.story != story || utf8::count(note.text) > kLongestLine) return;
  const bool is_note = words.starts(words.note, note.text) || note.text.find("金额单位") != std::string::npos;
  if (!is_note) return;
  if (const DeclaredUnit declared = unit_after_word(note.text, words.lexicon); declared.found())
    set_unit(view, declared, below);
}

void mend_kinds(const text::TextModel& model, const Words& words, const TableView& view, facts::FactTable& facts) {
  for (std::uint32_t row = view.header_rows; row < view.fact.size(); ++row) {
    for (std::uint32_t column = 0; column < view.columns.size(); ++column) {
      const std::uint32_t index = view.fact[row][column];
      if (index == docx::kNone) continue;
      Fact& fact = facts.facts[index];
      const ColumnRole role = view.columns[column].role;
      if (role == ColumnRole::code) {
        fact.kind = FactKind::code;
      } else if (role == ColumnRole::index) {
        fact.kind = FactKind::ordinal;
      } else if (fact.kind == FactKind::code || fact.kind == FactKind::ordinal) {
        fact.kind = FactKind::number;
      } else if (fact.kind == FactKind::date && role != ColumnRole::year) {
        const auto number = facts::match_arabic(model.passages[fact.passage].text, 0, words.lexicon);
        if (!number || number->end != model.passages[fact.passage].text.size()) continue;
        fact.kind = FactKind::number;
        fact.number_span = number->digits;
        fact.span = {0, number->end};
        fact.printed = number->printed;
        fact.value = number->printed.value();
        fact.step = number->printed.step();
        fact.date = {};
        fact.date_end = {};
      }
    }
  }
}

void pass_on_units(const Grid& grid, const Words& words, const TableView& view, facts::FactTable& facts) {
  const bool has_open_column = std::any_of(view.columns.begin(), view.columns.end(), [](const Column& column) {
    return column.role == ColumnRole::count && column.unit == nullptr;
  });
  std::vector<DeclaredUnit> lead(grid.columns());  // by column: of the row that 其中 and its fellows hang on
  std::vector<std::uint32_t> lead_row(grid.columns(), docx::kNone);
  for (std::uint32_t row = view.header_rows; row < view.rows.size(); ++row) {
    for (std::uint32_t column = 0; column < view.columns.size(); ++column) {
      if (!grid.is_origin(row, column)) continue;
      const Column& info = view.columns[column];
      const CellInfo& cell = grid.info(grid.owner(row, column));
      if (cell.passage == docx::kNone) continue;
      const std::vector<Row>& rows = view.halves[std::min<std::size_t>(info.half, view.halves.size() - 1)];
      if (rows[row].role == RowRole::note || rows[row].role == RowRole::header) continue;
      const facts::Range range = facts.facts_of[cell.passage];
      for (std::uint32_t index = range.begin; index < range.end; ++index) {
        Fact& fact = facts.facts[index];
        fact.table = view.table;
        fact.row = row;
        fact.column = column;
        if (!rows[row].label.empty() && view.fact[row][column] == index) fact.label_text = rows[row].label;
      }
      const std::uint32_t only = view.fact[row][column];
      if (only == docx::kNone) continue;
      Fact& fact = facts.facts[only];
      if (fact.kind != FactKind::number || fact.unit != nullptr || info.is_mixed) continue;
      if (fact.value != fact.printed.value()) {
        // 100万 in a money column: the 元 is left out
        const lexicon::Unit* whole = fact.value == fact.printed.value() * Rational(10000) ? words.lexicon.unit("万元")
                                     : fact.value == fact.printed.value() * Rational(100000000)
                                         ? words.lexicon.unit("亿元")
                                         : nullptr;
        if (info.role == ColumnRole::money && whole != nullptr) inherit(fact, fact, *whole, UnitSource::self);
        continue;
      }
      DeclaredUnit of_row;
      for (std::uint32_t left = 0; left < column; ++left) {
        if (view.columns[left].half != info.half) continue;
        if (view.columns[left].role == ColumnRole::unit) {
          if (const lexicon::Unit* unit = words.lexicon.unit(squeezed(grid.text(row, left))); unit != nullptr) {
            of_row = {unit, {}, false};
          }
        } else if (view.columns[left].role == ColumnRole::label && grid.kind(row, left) == CellKind::text) {
          const DeclaredUnit declared = unit_in_brackets(grid.text(row, left), words.lexicon);
          if (declared.found()) of_row = declared;
        }
      }
      const bool hangs = rows[row].role == RowRole::of_which || (row > 0 && rows[row - 1].role == RowRole::of_which);
      if (of_row.found() || !hangs || lead_row[column] + 1 != row) {
        lead[column] = of_row;
        if (of_row.found()) lead_row[column] = row;
      } else {
        of_row = lead[column];
        lead_row[column] = row;
      }
      if (info.role == ColumnRole::rate && info.unit == nullptr) {
        if (info.header.find('%') != std::string::npos)
          inherit(fact, fact, *words.lexicon.unit("%"), UnitSource::column);
        continue;
      }
      const bool takes = info.is_amount() || info.role == ColumnRole::rate || info.role == ColumnRole::price;
      if (!takes) continue;
      // 投入（万元） beside 计划数: the units in the row labels are those of the columns without one
      const bool keeps_own = info.unit != nullptr && of_row.found() && !of_row.is_price &&
                             of_row.unit->kind != UnitKind::money && has_open_column;
      const bool open_to_row = info.is_amount() && !keeps_own &&
                               (info.unit == nullptr || (info.unit->kind == UnitKind::money && !view.has_unit_column));
      if (of_row.found() && !of_row.is_price && open_to_row) {
        inherit(fact, fact, *of_row.unit, UnitSource::sibling);
      } else if (of_row.is_price && open_to_row) {
        inherit(fact, fact, *of_row.unit, UnitSource::sibling);
        fact.kind = FactKind::price;
      } else if (info.unit != nullptr) {
        inherit(fact, fact, *info.unit, UnitSource::column);
      } else if (view.unit != nullptr && (info.role == ColumnRole::money) == (view.unit->kind == UnitKind::money) &&
                 info.is_amount()) {
        inherit(fact, fact, *view.unit, UnitSource::table);
      }
      if (info.role == ColumnRole::price && fact.kind == FactKind::money) fact.kind = FactKind::price;
    }
  }
}

}  // namespace gouji::table
