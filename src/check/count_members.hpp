// Splits a list of names into its members, under every reasonable reading.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>
#include <vector>

#include "text/passage.hpp"

namespace gouji::check {

/// How many members one reading finds: 和/及/与 may join two members or belong to a name.
struct MemberCount {
  std::uint32_t least = 0;
  std::uint32_t most = 0;
};

struct MemberList {
  std::vector<std::string_view> members;  // of the plainest reading
  text::Span span;                        // of these members, in the text given
  std::vector<MemberCount> readings;      // all of them, the plainest first
  bool is_mixed = false;                  // ； 、 and ， in one list: no reading is plain
};

/// `text` from the first member on; the list ends with its sentence, or with the bracket that it stands in.
[[nodiscard]] MemberList split_members(std::string_view text);

/// Places of 和, 及, 与 outside brackets.
[[nodiscard]] std::uint32_t count_conjunctions(std::string_view member);

}  // namespace gouji::check
