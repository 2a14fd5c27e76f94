// SPDX-License-Identifier: Apache-2.0
#include "check/count_levels.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>

#include "check/date_facts.hpp"

namespace gouji::check {
namespace {

using facts::Fact;

constexpr std::array<std::string_view, 3> kLevels = {"一级", "二级", "三级"};
constexpr std::array<std::string_view, 3> kThings = {"指标", "项目", "目标"};

/// What a label or header names: «三级指标», «其中：二级指标» -> (2, 指标) and (1, 指标).
struct LevelName {
  std::size_t level = 0;
  std::string_view thing;
};

std::optional<LevelName> level_of(std::string_view label) {
  for (std::size_t level = 0; level < kLevels.size(); ++level) {
    const std::size_t at = label.find(kLevels[level]);
    if (at == std::string_view::npos) continue;
    for (const std::string_view thing : kThings) {
      if (label.substr(at + kLevels[level].size(), thing.size()) == thing) return LevelName{level, thing};
    }
  }
  return std::nullopt;
}

struct Statement {
  std::string_view thing;
  std::array<std::uint32_t, 3> facts{docx::kNone, docx::kNone, docx::kNone};
};

/// The counts by level that one sentence gives; a level named twice makes it unclear which set is meant.
std::optional<Statement> read_sentence(const DocumentView& view, std::uint32_t index, text::Span sentence) {
  const std::string& text = view.text.passages[index].text;
  const facts::Range range = view.facts.facts_of[index];
  Statement out;
  std::size_t named = 0;
  std::uint32_t from = sentence.begin;
  for (std::uint32_t at = range.begin; at < range.end; ++at) {
    const Fact& fact = view.facts.facts[at];
    if (fact.span.begin < sentence.begin || fact.span.end > sentence.end) continue;
    const std::string_view before = std::string_view(text).substr(from, fact.span.begin - from);
    from = fact.span.end;
    if (fact.kind != facts::FactKind::count || !fact.is_plain()) continue;
    const std::size_t clause = before.find_last_of("\n");
    const auto name = level_of(clause == std::string_view::npos ? before : before.substr(clause + 1));
    if (!name) continue;
    if (out.facts[name->level] != docx::kNone || (!out.thing.empty() && out.thing != name->thing)) return std::nullopt;
    out.thing = name->thing;
    out.facts[name->level] = at;
    ++named;
  }
  if (named < 2) return std::nullopt;
  return out;
}

/// Members by level in one table; nothing when it is no table of levels or its cells do not nest.
std::optional<std::array<std::uint32_t, 3>> count_cells(const DocumentView& view, const table::TableView& table,
                                                        std::string_view thing) {
  std::array<std::uint32_t, 3> counts{};
  bool is_levels = false;
  for (std::uint32_t column = 0; column < table.columns.size(); ++column) {
    const auto name = level_of(table.columns[column].header);
    if (!name || name->thing != thing) continue;
    if (counts[name->level] != 0) return std::nullopt;
    std::uint32_t last = docx::kNone;
    std::string_view words;
    for (std::uint32_t row = table.header_rows; row < table.rows.size(); ++row) {
      const std::uint32_t cell = table.cell[row][column];
      const auto role = table.rows[row].role;
      if (cell == docx::kNone || cell == last || role == table::RowRole::total || role == table::RowRole::note)
        continue;
      last = cell;
      const std::uint32_t passage = view.text.cell_passage[table.table][cell];
      const std::string_view text = passage == docx::kNone ? "" : std::string_view(view.text.passages[passage].text);
      if (text.empty() || text == "…" || text == "……" || text == "—" || text == "/") {
        if (name->level > 0) return std::nullopt;  // a blank member: the table is a form that is not filled in
        continue;
      }
      // a level that is written again on each row instead of one merged cell
      if (text == words && name->level < 2) continue;
      words = text;
      ++counts[name->level];
    }
    is_levels = is_levels || name->level > 0;
  }
  if (!is_levels || counts[1] == 0) return std::nullopt;
  return counts;
}

class CountLevels final : public Check {
 public:
  void run(const DocumentView& view, Sink& sink) const override {
    for (std::uint32_t index = 0; index < view.text.passages.size(); ++index) {
      const text::Passage& passage = view.text.passages[index];
      if (passage.in_table() || passage.is_toc || passage.text.find("级") == std::string::npos) continue;
      for (const text::Span sentence : passage.sentences) {
        if (const auto found = read_sentence(view, index, sentence)) judge(view, *found, sink);
      }
    }
  }

 private:
  static void judge(const DocumentView& view, const Statement& found, Sink& sink) {
    const auto& facts = view.facts.facts;
    for (std::size_t upper = 0; upper + 1 < found.facts.size(); ++upper) {
      for (std::size_t lower = upper + 1; lower < found.facts.size(); ++lower) {
        if (found.facts[upper] == docx::kNone || found.facts[lower] == docx::kNone) continue;
        const Fact& a = facts[found.facts[upper]];
        const Fact& b = facts[found.facts[lower]];
        if (a.value <= b.value) continue;
        Draft draft = sink.draft();
        draft.working = {fmt::format("{}{}{} 多于{}{}{}，下级不应少于上级", kLevels[upper], found.thing, a.shown(),
                                     kLevels[lower], found.thing, b.shown()),
                         fmt::format("{} at level {}, {} at level {}: a deeper level has no fewer", a.shown(),
                                     upper + 1, b.shown(), lower + 1)};
        add_evidence(view, found, upper, draft);
        return sink.report(std::move(draft));
      }
    }
    compare(view, found, sink);
  }

  static void compare(const DocumentView& view, const Statement& found, Sink& sink) {
    std::vector<std::array<std::uint32_t, 3>> all;
    const table::TableView* where = nullptr;
    for (const table::TableView& table : view.tables.tables) {
      const auto counts = count_cells(view, table, found.thing);
      if (!counts) continue;
      if (table.continues || table.is_continued || !table.doubt.empty()) return sink.not_comparable("table-structure");
      all.push_back(*counts);
      where = &table;
    }
    if (all.empty()) return sink.not_comparable("no-table");
    std::array<std::uint32_t, 3> sum{};
    for (const auto& counts : all) {
      if (fits(view, found, counts)) return sink.holds();
      for (std::size_t level = 0; level < sum.size(); ++level) sum[level] += counts[level];
    }
    if (all.size() > 1) return fits(view, found, sum) ? sink.holds() : sink.not_comparable("several-tables");
    // One level alone must be off: text and table that differ at every level speak of different sets.
    std::size_t off = found.facts.size();
    std::size_t same = 0;
    for (std::size_t level = 0; level < found.facts.size(); ++level) {
      if (found.facts[level] == docx::kNone || all[0][level] == 0) continue;
      if (view.facts.facts[found.facts[level]].value == Rational(all[0][level])) {
        ++same;
      } else if (off < found.facts.size()) {
        return sink.not_comparable("other-set");
      } else {
        off = level;
      }
    }
    if (off == found.facts.size() || same == 0) return sink.not_comparable("other-set");
    Draft draft = sink.draft();
    draft.expected = std::to_string(all[0][off]);
    draft.actual = view.facts.facts[found.facts[off]].shown();
    draft.working = {fmt::format("表中{}{}有 {} 个，文中写 {}", kLevels[off], found.thing, all[0][off], draft.actual),
                     fmt::format("the table has {} at level {}, the text says {}", all[0][off], off + 1, draft.actual)};
    wants(view, found.facts[off], Interval::point(Rational(all[0][off])), draft);
    add_evidence(view, found, off, draft);
    const std::uint32_t header =
        view.text.cell_passage[where->table].empty() ? docx::kNone : view.text.cell_passage[where->table][0];
    if (header != docx::kNone) {
      const text::Span whole{0, static_cast<std::uint32_t>(view.text.passages[header].text.size())};
      draft.evidence.push_back(spot_at(header, whole, whole, "table"));
    }
    sink.report(std::move(draft));
  }

  static bool fits(const DocumentView& view, const Statement& found, const std::array<std::uint32_t, 3>& counts) {
    for (std::size_t level = 0; level < found.facts.size(); ++level) {
      if (found.facts[level] == docx::kNone || counts[level] == 0) continue;
      if (view.facts.facts[found.facts[level]].value != Rational(counts[level])) return false;
    }
    return true;
  }

  static void add_evidence(const DocumentView& view, const Statement& found, std::size_t first, Draft& draft) {
    draft.evidence.push_back(spot_of(view, found.facts[first], std::string(kLevels[first])));
    for (std::size_t level = 0; level < found.facts.size(); ++level) {
      if (level != first && found.facts[level] != docx::kNone)
        draft.evidence.push_back(spot_of(view, found.facts[level], std::string(kLevels[level])));
    }
  }
};

}  // namespace

std::unique_ptr<Check> make_count_levels(Params&) { return std::make_unique<CountLevels>(); }

}  // namespace gouji::check
