// SPDX-License-Identifier: Apache-2.0
#include "check/date_order_table.hpp"

#include <set>

#include "check/date_facts.hpp"

namespace gouji::check {
namespace {

constexpr std::size_t kNone = static_cast<std::size_t>(-1);
constexpr std::size_t kLabelBytes = 45;  // a longer text is a description, not the name of one event

/// The stage that a header or row label names; kNone for none. The longest word wins: 竣工验收 is 验收.
std::size_t stage_of(const EventChain& chain, std::string_view text, std::size_t& at) {
  std::size_t best = kNone;
  std::size_t longest = 0;
  std::vector<text::Regex::Group> groups;
  for (std::size_t stage = 0; stage < chain.stages.size(); ++stage) {
    for (std::size_t from = 0; from < text.size() && chain.stages[stage].words.find(text, from, groups);) {
      const std::size_t length = groups[0].end - groups[0].begin;
      if (length == 0) break;
      if (length > longest) {
        longest = length;
        at = groups[0].begin;
        best = stage;
      }
      from = groups[0].end;
    }
  }
  return best;
}

DatedEvent event_at(const DocumentView& view, std::size_t stage, std::uint32_t date, std::string_view label,
                    std::string_view lead) {
  const facts::Fact& fact = view.facts.facts[date];
  const auto end = static_cast<std::uint32_t>(view.text.passages[fact.passage].text.size());
  return {stage, date, fact.date, {0, end}, lead, label};
}

}  // namespace

std::uint32_t date_of_cell(const DocumentView& view, const table::TableView& table, std::size_t row,
                           std::size_t column) {
  if (row >= table.cell.size() || column >= table.cell[row].size()) return docx::kNone;
  const std::uint32_t cell = table.cell[row][column];
  if (cell == docx::kNone) return docx::kNone;
  const std::uint32_t passage = view.text.cell_passage[table.table][cell];
  if (passage == docx::kNone) return docx::kNone;
  const std::vector<std::uint32_t> dates = dates_of(view, passage);
  if (dates.size() != 1) return docx::kNone;
  const facts::Fact& fact = view.facts.facts[dates.front()];
  return fact.date.month != 0 && fact.date_end.month == 0 && fact.date.is_valid ? dates.front() : docx::kNone;
}

std::vector<std::vector<DatedEvent>> find_table_events(const DocumentView& view, const table::TableView& table,
                                                       const EventChain& chain,
                                                       const std::vector<std::string>& skipped) {
  std::vector<std::vector<DatedEvent>> groups;
  std::vector<std::size_t> stages;
  std::size_t at = 0;
  for (const table::Column& column : table.columns) {
    const bool is_left_out = column.header.size() > kLabelBytes || has_any(column.header, skipped);
    stages.push_back(is_left_out ? kNone : stage_of(chain, column.header, at));
  }
  std::vector<std::vector<DatedEvent>> by_column(table.columns.size());
  for (std::size_t row = table.header_rows; row < table.rows.size(); ++row) {
    const table::Row& line = table.rows[row];
    if (line.role == table::RowRole::note || line.role == table::RowRole::header) continue;
    std::vector<DatedEvent> events;
    for (std::size_t column = 0; column < table.columns.size(); ++column) {
      const std::uint32_t date = date_of_cell(view, table, row, column);
      if (date == docx::kNone) continue;
      if (stages[column] != kNone) {
        events.push_back(event_at(view, stages[column], date, line.label, {}));
      } else if (line.label.size() <= kLabelBytes && !has_any(line.label, skipped)) {
        const std::size_t stage = stage_of(chain, line.label, at);
        if (stage != kNone && !has_any(table.columns[column].header, skipped))
          by_column[column].push_back(
              event_at(view, stage, date, line.label, std::string_view(line.label).substr(0, at)));
      }
    }
    if (events.size() > 1) groups.push_back(std::move(events));
  }
  for (std::vector<DatedEvent>& events : by_column) {
    if (events.size() > 1) groups.push_back(std::move(events));
  }
  return groups;
}

}  // namespace gouji::check
