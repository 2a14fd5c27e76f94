// A new archive from an old one: entries that are not named keep their packed bytes, order and times.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "gouji/result.hpp"

namespace gouji::annotate {

struct EntryChange {
  std::string name;                  // without regard to case
  std::optional<std::string> bytes;  // nothing = the entry goes
  bool is_new = false;               // it is put behind all others
};

/// Changed and new entries bear the time of `model`, so that no clock is read.
[[nodiscard]] Result<std::string> write_zip(const std::string& bytes, const std::vector<EntryChange>& changes,
                                            const std::string& model);

}  // namespace gouji::annotate
