// gouji limits: the table of limits.
// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <iostream>
#include <string>

#include "cli/commands.hpp"

namespace gouji::cli {
namespace {

/// 1G, 512M, 64K; the plain number where it is no whole unit.
std::string shown(const LimitInfo& limit) {
  if (!limit.is_size) return std::to_string(limit.value);
  for (const auto& [shift, unit] : {std::pair{30, "G"}, {20, "M"}, {10, "K"}}) {
    if (limit.value % (1ull << shift) == 0) return std::to_string(limit.value >> shift) + unit;
  }
  return std::to_string(limit.value);
}

}  // namespace

int list_limits(const Options& options) {
  for (const LimitInfo& limit : all_limits()) {
    std::cout << fmt::format("{:<15} {:>9}  {}\n", limit.name, shown(limit), say(options.language, limit.meaning));
  }
  return kClean;
}

}  // namespace gouji::cli
