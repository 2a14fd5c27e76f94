// The text that relation patterns run on: one sentence, paragraph or table row with every fact replaced by one
// private-use character of its kind, and the way back to the facts.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "check/check.hpp"

namespace gouji::check {

/// U+E000 + kind; beyond the kinds: a date that is only a year, and an end of a range, which no capture takes.
inline constexpr char32_t kMaskBase = 0xE000;
inline constexpr std::uint32_t kYearMask = 16;
inline constexpr std::uint32_t kUnusableMask = 17;
[[nodiscard]] std::uint32_t mask_of(const facts::Fact& fact);

class ScopeText {
 public:
  void clear();
  void add_literal(std::string_view text) { text_ += text; }
  void add_span(const DocumentView& view, std::uint32_t passage, text::Span span);
  void add_fact(const DocumentView& view, std::uint32_t fact);

  [[nodiscard]] const std::string& text() const { return text_; }
  /// One bit for each kind of mask in the text.
  [[nodiscard]] std::uint32_t kinds() const { return kinds_; }
  /// The fact whose mask character starts at this byte; kNone when there is none.
  [[nodiscard]] std::uint32_t fact_at(std::size_t at) const;
  [[nodiscard]] std::vector<std::uint32_t> facts() const;
  struct Stretch {
    std::uint32_t passage = 0;
    text::Span span;
  };
  /// Where running text at [begin, end) stands, told from the figures in it or beside it; nothing in a row.
  [[nodiscard]] std::optional<Stretch> place_of(const DocumentView& view, std::size_t begin, std::size_t end) const;

 private:
  [[nodiscard]] std::optional<Stretch> source_of(const DocumentView& view, std::size_t at) const;
  struct Mark {
    std::size_t at;
    std::uint32_t fact;
  };
  std::string text_;
  std::vector<Mark> marks_;  // ascending
  std::uint32_t kinds_ = 0;
};

enum class Within { sentence, paragraph, row };

/// Calls visit(const ScopeText&) for every scope of the document that has a fact.
template <class Visit>
void for_each_scope(const DocumentView& view, Within within, Visit visit);

/// A row as text: header：figure｜header：figure｜…; false when it has fewer than two figures.
[[nodiscard]] bool add_row(const DocumentView& view, const table::TableView& table, std::uint32_t row, ScopeText& out);

template <class Visit>
void for_each_scope(const DocumentView& view, Within within, Visit visit) {
  ScopeText scope;
  if (within == Within::row) {
    for (const table::TableView& table : view.tables.tables) {
      if (!table.doubt.empty()) continue;
      for (std::uint32_t row = table.header_rows; row < table.rows.size(); ++row) {
        scope.clear();
        if (add_row(view, table, row, scope)) visit(scope);
      }
    }
    return;
  }
  for (std::uint32_t index = 0; index < view.text.passages.size(); ++index) {
    const text::Passage& passage = view.text.passages[index];
    if (passage.is_toc || view.facts.facts_of[index].begin == view.facts.facts_of[index].end) continue;
    const auto visit_span = [&](text::Span span) {
      scope.clear();
      scope.add_span(view, index, span);
      if (scope.kinds() != 0) visit(scope);
    };
    if (within == Within::paragraph) {
      visit_span({0, static_cast<std::uint32_t>(passage.text.size())});
    } else {
      for (const text::Span& sentence : passage.sentences) visit_span(sentence);
    }
  }
}

}  // namespace gouji::check
