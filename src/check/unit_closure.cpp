// SPDX-License-Identifier: Apache-2.0
#include "check/unit_closure.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "check/working.hpp"

namespace gouji::check {
namespace {

using facts::Fact;
using facts::FactKind;

constexpr std::size_t kLongestList = 14;
constexpr int kTellingSum = 6;          // significant digits of all members together
constexpr int kTellingRate = 3;         // of the percentage
constexpr std::size_t kNameBytes = 60;  // before a figure, where its name stands
constexpr std::size_t kNear = 2;        // amounts between the two that a rate compares

bool is_telling(const DocumentView& view, const Closure& sum) {
  const Fact& total = view.facts.facts[sum.total];
  int digits = total.significant_digits() + (total.printed.places > 0 ? 1 : 0);
  for (const std::uint32_t part : sum.parts) digits += view.facts.facts[part].significant_digits();
  return digits >= kTellingSum;
}

/// amounts[total] = all others of [begin, end).
std::optional<Closure> sum_of(const DocumentView& view, const std::vector<Reading>& amounts, std::size_t begin,
                              std::size_t end, std::size_t total) {
  Closure sum{amounts[total].fact, {}, docx::kNone};
  Rational value = 0;
  for (std::size_t i = begin; i < end; ++i) {
    if (amounts[i].value <= Rational(0)) return std::nullopt;
    if (i == total) continue;
    value += amounts[i].value;
    sum.parts.push_back(amounts[i].fact);
  }
  if (value != amounts[total].value || !is_telling(view, sum)) return std::nullopt;
  return sum;
}

bool prints_as(const Rational& ratio, const Fact& percent) {
  return ratio.is_defined() && abs(ratio * 100 - percent.value) * 2 <= percent.step;
}

}  // namespace

std::optional<Closure> closing_sum(const DocumentView& view, const std::vector<Reading>& amounts, std::size_t at) {
  for (std::size_t begin = at > kLongestList ? at - kLongestList : 0; begin <= at; ++begin) {
    const std::size_t last = std::min(amounts.size(), begin + kLongestList);
    for (std::size_t end = std::max(at + 1, begin + 3); end <= last; ++end) {
      std::vector<std::size_t> totals{begin, end - 1};
      if (end - begin == 3) totals.push_back(begin + 1);
      for (const std::size_t total : totals) {
        if (auto sum = sum_of(view, amounts, begin, end, total)) return sum;
      }
    }
  }
  return std::nullopt;
}

std::optional<Closure> closing_rate(const DocumentView& view, const std::vector<Reading>& amounts, std::size_t at,
                                    facts::Range sentence) {
  const auto& facts = view.facts.facts;
  for (std::size_t other = 0; other < amounts.size(); ++other) {
    const std::size_t first = std::min(at, other);
    const std::size_t later = std::max(at, other);
    if (other == at || (first != 0 && later - first > kNear)) continue;
    const std::uint32_t stop = later + 1 < amounts.size() ? amounts[later + 1].fact : sentence.end;
    for (std::uint32_t index = amounts[later].fact + 1; index < stop; ++index) {
      const Fact& percent = facts[index];
      if (percent.kind == FactKind::money) break;
      if (percent.kind != FactKind::percent || percent.significant_digits() < kTellingRate) continue;
      const Rational& a = amounts[first].value;
      const Rational& b = amounts[later].value;
      if (a <= Rational(0) || b <= Rational(0)) break;
      if (prints_as(b / a, percent) || prints_as(abs(a - b) / b, percent))
        return Closure{amounts[first].fact, {amounts[later].fact}, index};
      if (prints_as(a / b, percent) || prints_as(abs(a - b) / a, percent))
        return Closure{amounts[later].fact, {amounts[first].fact}, index};
      break;
    }
  }
  return std::nullopt;
}

std::string_view name_before(const DocumentView& view, std::uint32_t index) {
  const Fact& each = view.facts.facts[index];
  const std::string_view text = view.text.passages[each.passage].text;
  std::size_t begin = each.span.begin > kNameBytes ? each.span.begin - kNameBytes : 0;
  for (const std::string_view mark : {"，", "。", "；", "、", "：", "元"}) {
    const std::size_t stop = text.substr(0, each.span.begin).rfind(mark);
    if (stop != std::string_view::npos) begin = std::max(begin, stop + mark.size());
  }
  while (begin < each.span.begin && (static_cast<unsigned char>(text[begin]) & 0xC0U) == 0x80U) ++begin;
  return text.substr(begin, each.span.begin - begin);
}

std::string relation_of(const DocumentView& view, const Closure& closure, std::uint32_t odd, const Rational& value,
                        std::uint32_t like) {
  const auto shown = [&](std::uint32_t each) {
    return show(each == odd ? value : view.facts.facts[each].value, view.facts.facts[like]);
  };
  std::string parts;
  for (const std::uint32_t part : closure.parts) parts += (parts.empty() ? "" : " + ") + shown(part);
  if (closure.percent == docx::kNone) return fmt::format("{} = {}", parts, shown(closure.total));
  return fmt::format("{}、{} → {}", parts, shown(closure.total), view.facts.facts[closure.percent].shown());
}

}  // namespace gouji::check
