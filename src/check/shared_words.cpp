// SPDX-License-Identifier: Apache-2.0
#include "check/shared_words.hpp"

#include <algorithm>
#include <vector>

#include "base/utf8.hpp"

namespace gouji::check {
namespace {

std::u32string characters(std::string_view text) {
  std::u32string out;
  for (std::size_t at = 0; at < text.size(); at += utf8::length(text[at])) out += utf8::decode(text, at);
  return out;
}

}  // namespace

std::size_t longest_shared(std::string_view a, std::string_view b) {
  const std::u32string left = characters(a);
  const std::u32string right = characters(b);
  std::vector<std::size_t> before(right.size() + 1, 0);
  std::vector<std::size_t> now(right.size() + 1, 0);
  std::size_t longest = 0;
  for (const char32_t code : left) {
    for (std::size_t j = 0; j < right.size(); ++j) {
      now[j + 1] = code == right[j] ? before[j] + 1 : 0;
      longest = std::max(longest, now[j + 1]);
    }
    std::swap(before, now);
  }
  return longest;
}

std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t most) {
  const std::u32string left = characters(a);
  const std::u32string right = characters(b);
  const std::size_t gap = left.size() > right.size() ? left.size() - right.size() : right.size() - left.size();
  if (gap > most) return most + 1;
  std::vector<std::size_t> before(right.size() + 1);
  std::vector<std::size_t> now(right.size() + 1);
  for (std::size_t j = 0; j <= right.size(); ++j) before[j] = j;
  for (std::size_t i = 0; i < left.size(); ++i) {
    now[0] = i + 1;
    for (std::size_t j = 0; j < right.size(); ++j)
      now[j + 1] = std::min({before[j] + (left[i] == right[j] ? 0U : 1U), before[j + 1] + 1, now[j] + 1});
    if (*std::min_element(now.begin(), now.end()) > most) return most + 1;
    std::swap(before, now);
  }
  return std::min(before[right.size()], most + 1);
}

}  // namespace gouji::check
