// Kind `count_rate`: «917项，当年整改901项，整改率98.3%»: a rate named after one count is that count divided by the
// only other of its measure (DOMAIN 3.5, completion in text). Silent wherever any two counts in reach give the rate.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "check/check.hpp"

namespace gouji::check {

[[nodiscard]] std::unique_ptr<Check> make_count_rate(Params& params);

}  // namespace gouji::check
