// One root cause gives one finding: drafts of different rules that rest on the same figures become one.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "check/check.hpp"

namespace gouji::engine {

struct RuleDraft {
  std::string rule;
  check::Draft draft;
  std::string key{};  // engine/content_key.hpp
  std::string kin{};
};

/// Drafts of one fault (root_cause.hpp) are one. The severer leads, then the more telling rule (merge.cpp), then the
/// earlier; it takes over the others' places and sums, and starts at the figure that they all blame. Order of the
/// leaders is kept.
/// With the document's facts, two values that changed places are seen as one fault as well.
[[nodiscard]] std::vector<RuleDraft> merge(std::vector<RuleDraft> drafts, const facts::FactTable* facts = nullptr);

}  // namespace gouji::engine
