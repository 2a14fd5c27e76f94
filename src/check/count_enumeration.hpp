// count/enumerated and count/ordinal-enumerators: a stated number against the list that follows it.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string_view>

#include "check/check.hpp"

namespace gouji::check {

/// Kind «count-enumerated»: «下属单位3个，分别为A、B、C。» No keys; vocabulary from lexicon/structure.yaml.
[[nodiscard]] std::unique_ptr<Check> make_count_enumerated(Params& params);
/// Kind «count-ordinals»: «存在以下3个问题：一是…二是…三是…», also over the paragraphs that follow. No keys.
[[nodiscard]] std::unique_ptr<Check> make_count_ordinals(Params& params);

/// A count that may announce a list: a whole number 2…60, exact, no range, not inside quotation marks.
[[nodiscard]] bool may_announce(const DocumentView& view, const facts::Fact& fact);
[[nodiscard]] int whole_number(const facts::Fact& fact);
/// Does `at` stand inside “”?
[[nodiscard]] bool is_quoted(std::string_view text, std::uint32_t at);

constexpr int kMostCounted = 60;  // a longer list is not gone through one by one

}  // namespace gouji::check
