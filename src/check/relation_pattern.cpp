// SPDX-License-Identifier: Apache-2.0
#include "check/relation_pattern.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "base/nearest_word.hpp"
#include "base/utf8.hpp"

namespace gouji::check {
namespace {

using facts::FactKind;

constexpr std::uint32_t bit(FactKind kind) { return 1u << static_cast<std::uint32_t>(kind); }

constexpr std::uint32_t kAmounts = bit(FactKind::money) | bit(FactKind::count) | bit(FactKind::number);

constexpr std::array<std::pair<std::string_view, std::uint32_t>, 14> kTypes{{
    {"money", bit(FactKind::money)},
    {"percent", bit(FactKind::percent)},
    {"points", bit(FactKind::points)},
    {"multiple", bit(FactKind::multiple)},
    {"count", bit(FactKind::count)},
    {"number", bit(FactKind::number)},
    {"amount", kAmounts},
    {"date", bit(FactKind::date) | (1u << kYearMask)},
    {"year", 1u << kYearMask},
    {"docnumber", bit(FactKind::docnumber)},
    {"duration", bit(FactKind::duration)},
    {"price", bit(FactKind::price)},
    {"ordinal", bit(FactKind::ordinal)},
    {"code", bit(FactKind::code)},
}};

// Figures that a gap never jumps over. Dates, document numbers, ordinals and durations it may.
constexpr std::uint32_t kStops = kAmounts | bit(FactKind::percent) | bit(FactKind::points) | bit(FactKind::multiple) |
                                 bit(FactKind::price) | bit(FactKind::blank) | (1u << kUnusableMask);
constexpr std::uint32_t kAllMasks = (1u << (kUnusableMask + 1)) - 1;

constexpr std::uint32_t kFar = 160;  // most characters of ~~~

std::string mask_characters(std::uint32_t masks) {
  std::string out;
  for (std::uint32_t mask = 0; mask <= kUnusableMask; ++mask) {
    if ((masks & (1u << mask)) != 0) utf8::append(out, kMaskBase + mask);
  }
  return out;
}

std::string alternation(const std::vector<std::string>& words) {
  std::vector<std::string> sorted = words;
  // Longest first: RE2 takes the first alternative that fits.
  std::stable_sort(sorted.begin(), sorted.end(),
                   [](const std::string& a, const std::string& b) { return a.size() > b.size(); });
  std::string out;
  for (const std::string& word : sorted) out += (out.empty() ? "" : "|") + text::Regex::quote(word);
  return out;
}

bool is_name_character(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_'; }

// Length of «{name:» at `at`, or 0.
std::size_t capture_head(std::string_view pattern, std::size_t at) {
  std::size_t end = at + 1;
  if (end >= pattern.size() || (pattern[end] >= '0' && pattern[end] <= '9')) return 0;
  while (end < pattern.size() && is_name_character(pattern[end])) ++end;
  return end > at + 1 && end < pattern.size() && pattern[end] == ':' ? end - at + 1 : 0;
}

}  // namespace

std::vector<std::string> RelationPattern::type_names(const lexicon::Lexicon& lexicon) {
  std::vector<std::string> names{"text"};
  for (const auto& type : kTypes) names.emplace_back(type.first);
  names.insert(names.end(), lexicon.class_names().begin(), lexicon.class_names().end());
  return names;
}

const Capture* RelationPattern::capture(std::string_view name) const {
  const auto found =
      std::find_if(captures_.begin(), captures_.end(), [&](const Capture& each) { return each.name == name; });
  return found == captures_.end() ? nullptr : &*found;
}

bool RelationPattern::may_match(std::uint32_t kinds) const {
  return std::all_of(needed_.begin(), needed_.end(), [&](std::uint32_t masks) { return (kinds & masks) != 0; });
}

bool RelationPattern::next(std::string_view text, std::size_t& from, std::vector<text::Regex::Group>& groups,
                           const Budget& budget) const {
  while (from <= text.size() && regex_.find(text, from, groups, budget)) {
    const std::size_t begin = groups[0].begin;
    const bool fits = std::all_of(gaps_.begin(), gaps_.end(), [&](const Gap& gap) {
      const auto& group = groups[static_cast<std::size_t>(gap.group)];
      return !group.matched() || utf8::count(text.substr(group.begin, group.end - group.begin)) <= gap.most;
    });
    from =
        fits && groups[0].end > begin ? groups[0].end : begin + (begin < text.size() ? utf8::length(text[begin]) : 1);
    if (fits) return true;
  }
  return false;
}

std::optional<RelationPattern> RelationPattern::compile(std::string_view pattern, const lexicon::Lexicon& lexicon,
                                                        Bilingual& fault) {
  // Gaps are `*` with their length checked afterwards: a counted repetition of a class this wide takes RE2 milliseconds
  // to compile.
  static const std::string narrow = "[^" + mask_characters(kStops) + "。；，\\n]*?)";
  static const std::string wide = "[^" + mask_characters(kStops) + "。；\\n]*?)";
  static const std::string far = "[^" + mask_characters(bit(FactKind::percent) | (1u << kUnusableMask)) + "\\n]*?)";
  static const std::string words = "([^" + mask_characters(kAllMasks) + "，。；：、（）“”《》｜\\n]{1,20}?)";
  fault = {};
  std::string source;
  std::vector<Capture> captures;
  std::vector<Gap> gaps;
  std::vector<std::uint32_t> needed;
  int depth = 0;
  for (std::size_t at = 0; at < pattern.size();) {
    const char c = pattern[at];
    if (c == '\\' && at + 1 < pattern.size()) {
      if (pattern[at + 1] != '~') source += c;
      source += pattern[at + 1];
      at += 2;
      continue;
    }
    if (c == '~') {
      const std::size_t width = std::min<std::size_t>(3, pattern.find_first_not_of('~', at) - at);
      source += "(?P<gap_" + std::to_string(gaps.size()) + ">" + (width == 3 ? far : width == 2 ? wide : narrow);
      gaps.push_back({0, width == 3 ? kFar : width == 2 ? 40u : 12u});
      at += width;
      continue;
    }
    const std::size_t head = c == '{' ? capture_head(pattern, at) : 0;
    if (head == 0) {
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
      source += c;
      ++at;
      continue;
    }
    const std::size_t close = pattern.find('}', at);
    if (close == std::string_view::npos) {
      fault = {"捕获缺少 }", "a capture lacks }"};
      return std::nullopt;
    }
    Capture capture;
    capture.name = std::string(pattern.substr(at + 1, head - 2));
    const std::string type(pattern.substr(at + head, close - at - head));
    const auto known = std::find_if(kTypes.begin(), kTypes.end(), [&](const auto& each) { return each.first == type; });
    source += "(?P<" + capture.name + ">";
    if (known != kTypes.end()) {
      capture.is_figure = true;
      source += "[" + mask_characters(known->second) + "])";
      if (depth == 0) needed.push_back(known->second);
    } else if (type == "text") {
      source += words.substr(1);
    } else if (lexicon.has_class(type)) {
      capture.word_class = lexicon.class_id(type);
      source += alternation(lexicon.words(capture.word_class)) + ")";
    } else {
      const Bilingual hint = did_you_mean(type, type_names(lexicon));
      fault = {"没有 " + type + " 这种捕获或词类" + hint.zh, "unknown capture type or word class " + type + hint.en};
      return std::nullopt;
    }
    captures.push_back(std::move(capture));
    at = close + 1;
  }
  // An alternative at the top level makes no capture necessary.
  if (pattern.find('|') != std::string_view::npos && source.find('|') != std::string::npos) {
    int level = 0;
    for (const char c : pattern) {
      level += c == '(' ? 1 : c == ')' ? -1 : 0;
      if (c == '|' && level == 0) needed.clear();
    }
  }
  text::Regex regex(source);
  if (!regex.error().empty()) {
    fault = {"模式有误：" + regex.error(), "bad pattern: " + regex.error()};
    return std::nullopt;
  }
  for (Capture& capture : captures) capture.group = regex.group(capture.name);
  for (std::size_t i = 0; i < gaps.size(); ++i) gaps[i].group = regex.group("gap_" + std::to_string(i));
  RelationPattern out(std::move(regex));
  out.is_far_ = std::any_of(gaps.begin(), gaps.end(), [](const Gap& gap) { return gap.most == kFar; });
  out.gaps_ = std::move(gaps);
  out.captures_ = std::move(captures);
  out.needed_ = std::move(needed);
  return out;
}

}  // namespace gouji::check
