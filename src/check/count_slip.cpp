// SPDX-License-Identifier: Apache-2.0
#include "check/count_slip.hpp"

#include <algorithm>
#include <string>

namespace gouji::check {
namespace {

bool loses_one(const std::string& longer, const std::string& shorter) {
  if (longer.size() != shorter.size() + 1) return false;
  for (std::size_t at = 0; at < longer.size(); ++at) {
    if (longer.substr(0, at) + longer.substr(at + 1) == shorter) return true;
  }
  return false;
}

}  // namespace

bool is_count_slip(const Rational& want, const facts::Fact& stated) {
  const Rational wanted = want / stated.step;
  const Rational have = stated.value / stated.step;
  if (!wanted.is_defined() || !have.is_defined() || !wanted.is_integer() || !have.is_integer()) return false;
  if (wanted <= Rational(0) || have <= Rational(0)) return false;
  const std::string a = wanted.to_string(0);
  const std::string b = have.to_string(0);
  if (a.size() != b.size()) return loses_one(a, b) || loses_one(b, a);
  std::size_t different = 0;
  for (std::size_t i = 0; i < a.size(); ++i) different += a[i] != b[i] ? 1 : 0;
  if (different == 1) return true;
  std::string sorted_a = a;
  std::string sorted_b = b;
  std::sort(sorted_a.begin(), sorted_a.end());
  std::sort(sorted_b.begin(), sorted_b.end());
  return different == 2 && sorted_a == sorted_b;
}

}  // namespace gouji::check
