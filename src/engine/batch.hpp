// Many documents at once. Outcomes come in the order of the paths, whatever the number of jobs.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <functional>

#include "gouji/outcome.hpp"

namespace gouji::engine {

struct BatchOptions {
  std::size_t jobs = 0;  // 0 = one for each core
  /// Called a few times a second while documents are being checked, on the calling thread; may be empty.
  std::function<void(std::size_t done, std::size_t total)> on_progress;
};

/// Calls `check` for each of 0…count−1 on several threads and hands the outcomes to `deliver`, in that order, on the
/// calling thread. What `check` uses must bear several threads, as an Engine does.
void check_all(std::size_t count, const std::function<Outcome(std::size_t)>& check, const BatchOptions& options,
               const std::function<void(Outcome)>& deliver);

}  // namespace gouji::engine
