// What became of the findings of a document from one version to the next: a report handed in again.
// Thread rule: plain values.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "gouji/outcome.hpp"

namespace gouji {

struct Change {
  enum class Kind {
    added,       // only in the new version
    changed,     // the same rule and labels with other figures: worked on, and still not right
    remains,     // in both, with the same content id
    not_judged,  // was in the old version; its rule was not run on the new one
    fixed        // in the old version only
  };
  Kind kind = Kind::added;
  std::optional<Finding> before;
  std::optional<Finding> after;
};

/// "new", "changed", "remains", "not-judged", "fixed": the words of the JSON.
[[nodiscard]] const char* to_string(Change::Kind kind);

struct DocumentDiff {
  std::string old_path;         // empty: the document is new
  std::string new_path;         // empty: the document is there no more
  std::optional<Error> error;   // one of the two could not be read: nothing was compared
  std::vector<Change> changes;  // by kind in the order above, then in reading order
};

}  // namespace gouji
