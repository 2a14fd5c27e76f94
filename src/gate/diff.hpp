// Compares two runs, document by document: which findings are fixed, remain, have new figures, are new.
// Thread rule: pure functions.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "gouji/diff.hpp"

namespace gouji::gate {

/// Two versions of one document; either may be null, not both. Findings are told apart by content id; those left over
/// are paired by kin, first under the same heading, then where only one of a kin is left on either side.
[[nodiscard]] DocumentDiff compare(const Outcome* before, const Outcome* after);

/// A document of a run and what it is called there, relative to what was named.
struct Version {
  std::string name;
  const Outcome* outcome = nullptr;
};

/// Old beside new, in the order of the new ones, documents that are gone last. One document on each side are always a
/// pair; else equal names are, and of the others those that share most content ids (a renamed file).
[[nodiscard]] std::vector<std::pair<const Outcome*, const Outcome*>> pair_versions(const std::vector<Version>& before,
                                                                                   const std::vector<Version>& after);

}  // namespace gouji::gate
