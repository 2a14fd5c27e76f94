// SPDX-License-Identifier: Apache-2.0
#include "check/slip.hpp"

#include <algorithm>
#include <string>

#include "check/diagnose.hpp"

namespace gouji::check {
namespace {

constexpr int kMostTried = 2;  // printed values that lie in what is wanted
constexpr std::size_t kTelling = 3;

bool is_near(const std::string& want, const std::string& have) {
  if (std::min(want.size(), have.size()) < kTelling) return false;
  if (want.size() == have.size()) {
    std::size_t first = 0;
    while (first < want.size() && want[first] == have[first]) ++first;
    std::size_t last = want.size();
    while (last > first && want[last - 1] == have[last - 1]) --last;
    if (last == first + 1) return want.size() > kTelling;
    return last == first + 2 && want[first] == have[first + 1] && want[first + 1] == have[first];
  }
  const std::string& longer = want.size() > have.size() ? want : have;
  const std::string& shorter = want.size() > have.size() ? have : want;
  if (longer.size() != shorter.size() + 1) return false;
  std::size_t at = 0;
  while (at < shorter.size() && longer[at] == shorter[at]) ++at;
  return longer.compare(at + 1, std::string::npos, shorter, at, std::string::npos) == 0;
}

}  // namespace

bool is_slip(const Interval& wanted, const facts::Fact& printed) {
  if (!wanted.is_defined() || wanted.low.is_negative() || printed.value.is_negative()) return false;
  const Rational first = wanted.low / printed.step;
  const Rational last = wanted.high / printed.step;
  if (!first.is_defined() || !last.is_defined() || last - first > Rational(kMostTried)) return false;
  const std::string have = (printed.value / printed.step).to_string(0);
  const auto from = Rational::parse((first - Rational::of(1, 2)).to_string(0)).value_or(Rational(0));
  for (int i = 0; i <= kMostTried + 1; ++i) {
    const Rational steps = from + Rational(i);
    if (steps < first || steps > last) continue;
    if (is_near(steps.to_string(0), have)) return true;
    if (!diagnose_power_of_ten(steps * printed.step, printed).empty()) return true;
  }
  return false;
}

}  // namespace gouji::check
