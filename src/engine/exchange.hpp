// Two values that changed places: each of two findings wants the figure that the other one has.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <vector>

#include "engine/root_cause.hpp"
#include "facts/fact.hpp"

namespace gouji::engine {

struct Exchange {
  MarkKey one;
  MarkKey other;
  std::vector<std::size_t> drafts;  // those that see it: they want one of the two, or rest on both
};

/// `drafts` point to what was found in the document of `facts`. A draft belongs to at most one exchange.
[[nodiscard]] std::vector<Exchange> find_exchanges(const std::vector<const check::Draft*>& drafts,
                                                   const facts::FactTable& facts);

}  // namespace gouji::engine
