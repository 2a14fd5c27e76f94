// SPDX-License-Identifier: Apache-2.0
#include "check/working.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace gouji::check {

Rational scale_of(const facts::Fact& like) {
  const Rational printed = like.printed.value();
  if (!printed.is_zero() && printed.is_defined() && like.value.is_defined() && !like.value.is_zero()) {
    return like.value / printed;
  }
  return like.unit != nullptr ? like.unit->scale : Rational(1);
}

std::string show(const Rational& value_in_base, const facts::Fact& like) {
  const Rational value = value_in_base / scale_of(like);
  if (!value.is_defined()) return "?";
  const int least = std::max(like.printed.places, 0);
  for (int places = least; places <= least + 6; ++places) {
    if ((value * Rational::power_of_ten(places)).is_integer()) return value.to_string(places);
  }
  return value.to_string(std::max(least, 2));
}

void trim_percent_factor(std::string& text, std::string_view result) {
  constexpr std::string_view kFactor = " × 100";
  if (result.ends_with('%') && text.size() > kFactor.size() && text.ends_with(kFactor))
    text.resize(text.size() - kFactor.size());
}

RateWorking rate_working(const facts::Fact& part, const facts::Fact& whole, const facts::Fact& stated) {
  const Rational rate = part.value / whole.value * Rational(100);
  RateWorking out;
  out.expected = rate.to_string(std::max(2, stated.printed.places)) + "%";
  out.actual = stated.value.to_string(stated.printed.places) + "%";
  out.working.zh =
      fmt::format("{} ÷ {} = {} ≠ {}", show(part.value, part), show(whole.value, part), out.expected, out.actual);
  out.working.en = out.working.zh;
  return out;
}

Bilingual sum_working(const std::vector<Term>& terms, const Rational& stated, const facts::Fact& like) {
  Rational sum = 0;
  std::string text;
  for (const Term& term : terms) {
    const bool minus = term.negative != term.value.is_negative();
    sum += term.negative ? -term.value : term.value;
    if (!text.empty()) {
      text += minus ? " − " : " + ";
    } else if (minus) {
      text += "−";
    }
    text += show(abs(term.value), like);
  }
  const std::string result = show(sum, like);
  if (terms.size() > 1) text += " = " + result;
  Bilingual working{text, text};
  if (sum == stated) return working;
  const std::string gap = show(abs(sum - stated), like);
  working.zh += " ≠ " + show(stated, like) + "，相差 " + gap;
  working.en += " ≠ " + show(stated, like) + ", difference " + gap;
  return working;
}

}  // namespace gouji::check
