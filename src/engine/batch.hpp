// Many documents at once. Outcomes come in the order of the paths, whatever the number of jobs.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

#include "gouji/engine.hpp"

namespace gouji::engine {

struct BatchOptions {
  std::size_t jobs = 0;  // 0 = one for each core
  /// Called a few times a second while documents are being checked, on the calling thread; may be empty.
  std::function<void(std::size_t done, std::size_t total)> on_progress;
};

/// Checks each path and hands its outcome to `deliver`, in input order, on the calling thread.
void check_all(const Engine& engine, const std::vector<std::string>& paths, const BatchOptions& options,
               const std::function<void(Outcome)>& deliver);

}  // namespace gouji::engine
