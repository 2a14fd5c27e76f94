// SPDX-License-Identifier: Apache-2.0
#include "check/empty_table.hpp"

#include <algorithm>

#include "base/utf8.hpp"
#include "check/phrases.hpp"

namespace gouji::check {
namespace {

using table::TableView;

constexpr std::uint32_t kNotesBelow = 2;    // passages under a table in which its note may stand
constexpr std::uint32_t kShortTitle = 30;   // characters
constexpr std::uint32_t kFewestBlanks = 4;  // cells of an official table that show that it is empty

struct Place {
  std::uint32_t passage = docx::kNone;
  text::Span span;
};

class EmptyTable final : public Check {
 public:
  explicit EmptyTable(Params& params)
      : note_(read_expressions(params, "note")),
        official_(read_expressions(params, "official")),
        stated_(read_expressions(params, "stated")) {}

  void run(const DocumentView& view, Sink& sink) const override {
    std::uint32_t last = docx::kNone;
    for (const TableView& table : view.tables.tables) {
      if (table.table == last) continue;  // further blocks of one form
      last = table.table;
      judge(view, table, sink);
    }
  }

 private:
  void judge(const DocumentView& view, const TableView& table, Sink& sink) const {
    const std::uint32_t figure = first_amount(view, table.table);
    const Place note = find_note(view, table.table);
    if (note.passage != docx::kNone) {
      if (figure == docx::kNone) return sink.holds();
      Draft draft = sink.draft();
      draft.actual = view.facts.facts[figure].shown();
      draft.working = {"表下注明本表为空，表内却有数字", "the note says that the table is empty, yet it has figures"};
      draft.evidence.push_back(spot_in_words(view, note.passage, note.span, "note"));
      draft.evidence.push_back(spot_of(view, figure, "figure"));
      return sink.report(std::move(draft));
    }
    if (figure != docx::kNone || !matches_any(official_, table.caption) || !is_empty(table)) return;
    for (const text::Passage& passage : view.text.passages) {
      if (!passage.is_toc && (matches_any(stated_, passage.text) || matches_any(note_, passage.text)))
        return sink.holds();
    }
    const auto& cells = view.text.cell_passage[table.table];
    if (cells.empty()) return;
    Draft draft = sink.draft();
    draft.severity = Severity::info;
    draft.working = {"“" + table.caption + "”为空表，没有空表说明",
                     "“" + table.caption + "” is empty, and nothing says why"};
    draft.key = table.caption;
    const std::uint32_t cell = cells.front();
    const text::Span whole{0, static_cast<std::uint32_t>(view.text.passages[cell].text.size())};
    draft.evidence.push_back({"table", cell, whole, whole});
    sink.report(std::move(draft));
  }

  static std::uint32_t first_amount(const DocumentView& view, std::uint32_t table) {
    for (const TableView& block : view.tables.tables) {
      if (block.table != table) continue;
      for (std::uint32_t row = block.header_rows; row < block.fact.size(); ++row) {
        for (std::uint32_t column = 0; column < block.fact[row].size() && column < block.columns.size(); ++column) {
          const std::uint32_t fact = block.fact[row][column];
          if (fact == docx::kNone || !block.columns[column].is_amount()) continue;
          const facts::Fact& figure = view.facts.facts[fact];
          const bool is_amount = figure.kind == facts::FactKind::money || figure.kind == facts::FactKind::number;
          if (is_amount && !figure.value.is_zero()) return fact;
        }
      }
    }
    return docx::kNone;
  }

  static bool is_empty(const TableView& table) {
    std::uint32_t blanks = 0;
    for (std::uint32_t row = table.header_rows; row < table.fact.size(); ++row) {
      for (std::uint32_t column = 0; column < table.columns.size(); ++column) {
        const bool is_slot = column < table.cell[row].size() && table.cell[row][column] != docx::kNone;
        if (is_slot && table.columns[column].role != table::ColumnRole::label) ++blanks;
      }
    }
    return blanks >= kFewestBlanks;
  }

  /// In its cells, or right below it and not a title of what follows.
  [[nodiscard]] Place find_note(const DocumentView& view, std::uint32_t table) const {
    const auto& passages = view.text.passages;
    std::uint32_t last = 0;
    for (const std::uint32_t cell : view.text.cell_passage[table]) {
      if (cell == docx::kNone) continue;
      last = std::max(last, cell);
      const Place place = note_at(view, cell);
      if (place.passage != docx::kNone) return place;
    }
    for (std::uint32_t index = last + 1; index < passages.size() && index <= last + kNotesBelow; ++index) {
      const text::Passage& passage = passages[index];
      if (passage.in_table() || passage.heading_level > 0) break;
      const bool is_title = !is_prose(passage.text) && utf8::count(passage.text) <= kShortTitle;
      const Place place = note_at(view, index);
      if (place.passage != docx::kNone) return place;
      if (is_title) break;
    }
    return {};
  }

  [[nodiscard]] Place note_at(const DocumentView& view, std::uint32_t index) const {
    std::vector<text::Regex::Group> groups;
    for (const text::Regex& regex : note_) {
      if (regex.find(view.text.passages[index].text, 0, groups))
        return {index, {static_cast<std::uint32_t>(groups[0].begin), static_cast<std::uint32_t>(groups[0].end)}};
    }
    return {};
  }

  std::vector<text::Regex> note_;
  std::vector<text::Regex> official_;
  std::vector<text::Regex> stated_;
};

}  // namespace

std::unique_ptr<Check> make_empty_table(Params& params) { return std::make_unique<EmptyTable>(params); }

}  // namespace gouji::check
