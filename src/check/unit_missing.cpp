// SPDX-License-Identifier: Apache-2.0
#include "check/unit_missing.hpp"

#include "base/utf8.hpp"
#include "facts/label.hpp"

namespace gouji::check {
namespace {

using facts::Fact;
using facts::FactKind;
using table::TableView;

constexpr std::size_t kNear = 24;  // bytes: eight characters
constexpr std::uint32_t kFewestSiblings = 2;

class UnitMissingCheck final : public Check {
 public:
  void run(const DocumentView& view, Sink& sink) const override {
    const Words words(view.lexicon);
    for (std::uint32_t passage = 0; passage < view.text.passages.size(); ++passage)
      judge_text(view, passage, words, sink);
    for (const TableView& each : view.tables.tables) judge_table(view, each, words, sink);
  }

 private:
  struct Words {
    explicit Words(const lexicon::Lexicon& lexicon)
        : money_after(lexicon.class_id("cut_money_after")),
          money_before(lexicon.class_id("cut_money_before")),
          rate_before(lexicon.class_id("cut_rate_before")),
          share(lexicon.class_id("share_words")),
          money_header(lexicon.class_id("table_money_strict")) {}
    lexicon::ClassId money_after, money_before, rate_before, share, money_header;
  };

  static std::string_view phrase_behind(std::string_view text, std::uint32_t at) {
    std::size_t end = at;
    while (end < text.size() && end - at < kNear) {
      const char32_t code = utf8::decode(text, end);
      if (code == U'，' || code == U'。' || code == U'；' || code == U'、' || code == U'：' || code == U'”' ||
          code == U'+')
        break;
      end += utf8::length(text[end]);
    }
    return text.substr(at, end - at);
  }

  static char32_t character_at(std::string_view text, std::uint32_t at) {
    return at < text.size() ? utf8::decode(text, at) : 0;
  }

  /// 占64.18 or 增长12.5 while the same passage gives such figures in %.
  static bool is_cut_rate(const DocumentView& view, const text::Passage& passage, const facts::Range range,
                          const Fact& fact, lexicon::ClassId id) {
    const std::string_view text = passage.text;
    if (facts::suffix_of(view.lexicon, id, text.substr(0, fact.span.begin)) == 0) return false;
    const char32_t next = character_at(text, fact.span.end);
    if (next != U'，' && next != U'。' && next != U'；' && next != U'、' && next != U'）' && next != 0) return false;
    std::uint32_t siblings = 0;
    for (std::uint32_t index = range.begin; index < range.end; ++index) {
      const Fact& other = view.facts.facts[index];
      if (other.kind == FactKind::percent && facts::suffix_of(view.lexicon, id, text.substr(0, other.span.begin)) != 0)
        ++siblings;
    }
    return siblings >= kFewestSiblings;
  }

  static bool is_cut_money(const DocumentView& view, std::string_view text, const Fact& fact, const Words& words) {
    const bool has_magnitude =
        fact.printed.coefficient != 0 ? !(fact.value == fact.printed.value()) : fact.span.end > fact.number_span.end;
    if (!has_magnitude) return false;
    const std::string_view behind = phrase_behind(text, fact.span.end);
    const std::string_view before = text.substr(0, fact.span.begin);
    if (character_at(text, fact.span.end) == U'元') return false;
    for (const std::string& word : word_list(view, words.money_after)) {
      if (behind.substr(0, word.size()) == word) return true;
    }
    // «支出0万（含…»: the slot ends behind the figure
    const bool ends_here = behind.empty() || behind.substr(0, 3) == "（" || behind.substr(0, 3) == "）";
    return ends_here && facts::suffix_of(view.lexicon, words.money_before, before) != 0;
  }

  static const std::vector<std::string>& word_list(const DocumentView& view, lexicon::ClassId id) {
    static const std::vector<std::string> kEmpty;
    return id == lexicon::kNoClass ? kEmpty : view.lexicon.words(id);
  }

  static void judge_text(const DocumentView& view, std::uint32_t index, const Words& words, Sink& sink) {
    const text::Passage& passage = view.text.passages[index];
    if (passage.is_toc || passage.in_table()) return;
    const facts::Range range = view.facts.facts_of[index];
    for (std::uint32_t i = range.begin; i < range.end; ++i) {
      const Fact& fact = view.facts.facts[i];
      if (fact.kind != FactKind::number || fact.unit != nullptr || fact.is_range_part) continue;
      const bool cut_money = is_cut_money(view, passage.text, fact, words);
      const bool cut_rate = !cut_money && (is_cut_rate(view, passage, range, fact, words.share) ||
                                           is_cut_rate(view, passage, range, fact, words.rate_before));
      if (!cut_money && !cut_rate) continue;
      Draft draft = sink.draft();
      const std::string_view shown = passage.of(fact.span);
      draft.actual = shown;
      draft.expected = std::string(shown) + (cut_money ? "元" : "%");
      draft.working =
          cut_money ? Bilingual{"“" + draft.actual + "”之后缺“元”", "“元” is missing behind “" + draft.actual + "”"}
                    : Bilingual{"“" + draft.actual + "”之后缺“%”，同段其他数字有",
                                "“%” is missing behind “" + draft.actual + "”; its fellows have it"};
      Spot spot = spot_of(view, i, "figure");
      const std::string_view behind = phrase_behind(passage.text, spot.quote.end);
      if (cut_money) spot.quote.end += static_cast<std::uint32_t>(behind.size());
      draft.evidence.push_back(spot);
      sink.report(std::move(draft));
    }
  }

  /// A money table that names its unit nowhere: once for each table.
  static void judge_table(const DocumentView& view, const TableView& each, const Words& words, Sink& sink) {
    if (!each.doubt.empty() || each.unit != nullptr || each.has_unit_column) return;
    std::uint32_t bare = 0;
    std::uint32_t first = docx::kNone;
    for (std::uint32_t column = 0; column < each.columns.size(); ++column) {
      const table::Column& info = each.columns[column];
      const bool is_money = info.role == table::ColumnRole::money && !info.path.empty() &&
                            view.lexicon.contains(words.money_header, info.path.back());
      for (std::uint32_t row = each.header_rows; row < each.rows.size(); ++row) {
        const std::uint32_t index = each.fact[row][column];
        if (index == docx::kNone) continue;
        const Fact& fact = view.facts.facts[index];
        if (fact.kind == FactKind::money) return;  // some figures say their unit
        if (!is_money || info.unit != nullptr || fact.kind != FactKind::number || fact.value.is_zero()) continue;
        ++bare;
        if (first == docx::kNone) first = index;
      }
    }
    if (bare < 2) return;
    Draft draft = sink.draft();
    draft.actual = view.facts.facts[first].shown();
    draft.working = {"表题、表头和表注都没有写明金额单位",
                     "neither title, header nor note of the table names the unit of money"};
    draft.evidence.push_back(spot_of(view, first, "figure"));
    sink.report(std::move(draft));
  }
};

}  // namespace

std::unique_ptr<Check> make_unit_missing(Params& params) {
  (void)params;
  return std::make_unique<UnitMissingCheck>();
}

}  // namespace gouji::check
