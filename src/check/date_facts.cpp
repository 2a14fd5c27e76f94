// SPDX-License-Identifier: Apache-2.0
#include "check/date_facts.hpp"

#include <algorithm>

#include "base/utf8.hpp"

namespace gouji::check {
namespace {

constexpr std::uint32_t kQuoteBytes = 120;

bool ends_clause(char32_t code) {
  return code == U'，' || code == U'。' || code == U'；' || code == U'！' || code == U'？' || code == U'\n';
}

}  // namespace

std::vector<std::uint32_t> dates_of(const DocumentView& view, std::uint32_t passage) {
  std::vector<std::uint32_t> dates;
  const facts::Range range = view.facts.facts_of[passage];
  for (std::uint32_t i = range.begin; i < range.end; ++i) {
    if (view.facts.facts[i].kind == facts::FactKind::date) dates.push_back(i);
  }
  return dates;
}

text::Span clause_of(std::string_view text, text::Span span) {
  std::size_t begin = span.begin;
  while (begin > 0) {
    const std::size_t previous = utf8::previous(text, begin);
    if (ends_clause(utf8::decode(text, previous))) break;
    begin = previous;
  }
  std::size_t end = span.end;
  while (end < text.size() && !ends_clause(utf8::decode(text, end))) end += utf8::length(text[end]);
  return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

text::Span sentence_of(const text::Passage& passage, std::uint32_t at) {
  for (const text::Span& sentence : passage.sentences) {
    if (sentence.begin <= at && at < sentence.end) return sentence;
  }
  return {0, static_cast<std::uint32_t>(passage.text.size())};
}

Spot spot_at(std::uint32_t passage, text::Span quote, text::Span mark, std::string_view role) {
  return {std::string(role), passage, quote, mark};
}

Spot spot_in_clause(const DocumentView& view, std::uint32_t index, std::string_view role) {
  const facts::Fact& fact = view.facts.facts[index];
  const std::string_view text = view.text.passages[fact.passage].text;
  text::Span quote = clause_of(text, fact.span);
  if (fact.span.begin > quote.begin + kQuoteBytes) quote.begin = fact.span.begin;
  if (quote.end > fact.span.end + kQuoteBytes) quote.end = fact.span.end;
  return {std::string(role), fact.passage, quote, fact.span};
}

bool has_any(std::string_view text, const std::vector<std::string>& words) {
  return std::any_of(words.begin(), words.end(),
                     [&](const std::string& word) { return text.find(word) != std::string_view::npos; });
}

const facts::Fact* filing_date(const DocumentView& view) {
  if (view.context.filing_date == docx::kNone) return nullptr;
  const facts::Fact& fact = view.facts.facts[view.context.filing_date];
  return fact.date.year != 0 && fact.date.month != 0 && fact.date.is_valid ? &fact : nullptr;
}

const facts::StatedYear* stated_fiscal_year(const DocumentView& view) {
  const facts::StatedYear* found = nullptr;
  for (const facts::StatedYear& stated : view.context.years) {
    if (stated.year != view.context.fiscal_year) continue;
    if (stated.slot == "form") return &stated;
    if (found == nullptr) found = &stated;
  }
  return found;
}

}  // namespace gouji::check
