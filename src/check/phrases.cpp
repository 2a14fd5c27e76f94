// SPDX-License-Identifier: Apache-2.0
#include "check/phrases.hpp"

#include <algorithm>

#include "base/utf8.hpp"
#include "check/date_facts.hpp"

namespace gouji::check {
namespace {

constexpr std::size_t kAround = 40;     // characters of a quote on either side of the mark
constexpr std::size_t kLookBack = 180;  // bytes in front of a find in which what allows it may begin

}  // namespace

std::vector<text::Regex> read_expressions(Params& params, std::string_view key) {
  std::vector<text::Regex> expressions;
  const std::vector<std::string> sources = params.texts(key);
  for (std::size_t i = 0; i < sources.size(); ++i) {
    text::Regex regex(sources[i]);
    if (!regex.error().empty()) {
      params.fault(key, i, "正则表达式有误：" + regex.error(), "bad expression: " + regex.error());
      continue;
    }
    expressions.push_back(std::move(regex));
  }
  return expressions;
}

bool matches_any(const std::vector<text::Regex>& expressions, std::string_view text) {
  std::vector<text::Regex::Group> groups;
  return std::any_of(expressions.begin(), expressions.end(),
                     [&](const text::Regex& each) { return each.find(text, 0, groups); });
}

bool covers_any(const std::vector<text::Regex>& expressions, std::string_view text, text::Span span) {
  std::size_t from = span.begin > kLookBack ? span.begin - kLookBack : 0;
  while (from > 0 && (static_cast<unsigned char>(text[from]) & 0xC0U) == 0x80U) --from;
  std::vector<text::Regex::Group> groups;
  for (const text::Regex& each : expressions) {
    std::size_t at = from;
    while (at <= span.begin && each.find(text, at, groups)) {
      if (groups[0].begin > span.begin) break;
      if (groups[0].end >= span.end) return true;
      at = groups[0].begin + utf8::length(text[groups[0].begin]);
    }
  }
  return false;
}

Bilingual read_message(Params& params) {
  Bilingual message;
  for (const auto& [language, text] : params.pairs("message")) {
    if (language == "zh") message.zh = text;
    if (language == "en") message.en = text;
  }
  return message;
}

std::string filled(std::string text, std::string_view name, std::string_view value) {
  const std::string slot = "{" + std::string(name) + "}";
  for (std::size_t at = 0; (at = text.find(slot, at)) != std::string::npos; at += value.size())
    text.replace(at, slot.size(), value);
  return text;
}

Spot spot_in_words(const DocumentView& view, std::uint32_t passage, text::Span mark, std::string_view role) {
  const std::string_view text = view.text.passages[passage].text;
  text::Span quote = clause_of(text, mark);
  std::size_t begin = mark.begin;
  for (std::size_t steps = 0; begin > quote.begin && steps < kAround; ++steps) begin = utf8::previous(text, begin);
  std::size_t end = mark.end;
  for (std::size_t steps = 0; end < quote.end && steps < kAround; ++steps) end += utf8::length(text[end]);
  return {std::string(role),
          passage,
          {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(std::min<std::size_t>(end, text.size()))},
          mark};
}

bool is_prose(std::string_view text) {
  return text.find("，") != std::string_view::npos || text.find("。") != std::string_view::npos ||
         text.find("；") != std::string_view::npos;
}

}  // namespace gouji::check
