// Chinese numerals right before 点, 大, 方面… are read here: the scanner leaves them alone, they are seldom amounts.
// SPDX-License-Identifier: Apache-2.0
#include "check/count_announced.hpp"

#include <algorithm>
#include <array>

#include "base/utf8.hpp"
#include "check/count_enumeration.hpp"
#include "facts/number.hpp"

namespace gouji::check {

namespace {

constexpr std::array<std::string_view, 8> kUnits = {"个方面", "大方面", "方面", "点", "大", "条", "项", "个"};

bool is_numeral(char32_t code) {
  static constexpr std::u32string_view kNumerals = U"一二三四五六七八九十两";
  return kNumerals.find(code) != std::u32string_view::npos;
}

/// In front of these the numeral is part of another word: 第三, 十四五, 其三, 星期三, 下午三点.
bool binds_numeral(char32_t code) {
  static constexpr std::u32string_view kBinders = U"第其百千万亿〇零几数初周期之午晚晨早0123456789.";
  return kBinders.find(code) != std::u32string_view::npos;
}

int numeral_value(std::string_view numerals) {
  if (numerals == "两") return 2;
  const auto value = facts::chinese_value(numerals);
  return value && *value >= 2 && *value <= kMostCounted ? static_cast<int>(*value) : 0;
}

void read_numerals(const DocumentView& view, std::uint32_t index, std::vector<AnnouncedCount>& out) {
  const std::string_view text = view.text.passages[index].text;
  const facts::Range facts_here = view.facts.facts_of[index];
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    while (at < text.size() && is_numeral(utf8::decode(text, at))) at += utf8::length(text[at]);
    if (at == begin) {
      at += utf8::length(text[at]);
      continue;
    }
    if (at - begin > 9 || (begin > 0 && binds_numeral(utf8::decode(text, utf8::previous(text, begin))))) continue;
    const int number = numeral_value(text.substr(begin, at - begin));
    if (number == 0 || is_quoted(text, static_cast<std::uint32_t>(begin))) continue;
    const auto unit = std::find_if(kUnits.begin(), kUnits.end(),
                                   [&](std::string_view word) { return text.substr(at, word.size()) == word; });
    if (unit == kUnits.end()) continue;
    const text::Span span = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(at + unit->size())};
    const bool is_fact =
        std::any_of(view.facts.facts.begin() + facts_here.begin, view.facts.facts.begin() + facts_here.end,
                    [&](const facts::Fact& fact) { return fact.span.begin < span.end && span.begin < fact.span.end; });
    if (!is_fact) out.push_back({index, span, number, std::string(*unit)});
  }
}

}  // namespace

std::vector<AnnouncedCount> announced_counts(const DocumentView& view) {
  std::vector<AnnouncedCount> out;
  for (const facts::Fact& fact : view.facts.facts) {
    if (may_announce(view, fact)) out.push_back({fact.passage, fact.span, whole_number(fact), fact.unit->word});
  }
  for (std::uint32_t index = 0; index < view.text.passages.size(); ++index) {
    if (!view.text.passages[index].is_toc) read_numerals(view, index, out);
  }
  std::sort(out.begin(), out.end(), [](const AnnouncedCount& a, const AnnouncedCount& b) {
    return a.passage != b.passage ? a.passage < b.passage : a.span.begin < b.span.begin;
  });
  for (std::size_t at = 0; at + 1 < out.size(); ++at) {
    if (out[at].passage == out[at + 1].passage) out[at].next = out[at + 1].span.begin;
  }
  return out;
}

}  // namespace gouji::check
