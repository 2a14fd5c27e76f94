// Colour and progress: what depends on where the output goes.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <cstddef>

#include "cli/options.hpp"
#include "report/reporter.hpp"

namespace gouji::cli {

[[nodiscard]] bool is_terminal_stdout();
[[nodiscard]] report::Color color_for_stdout(ColorWish wish);

/// Says on standard error how far a run is: on a terminal one line from the second second on, else a line every ten
/// seconds.
class Progress {
 public:
  Progress(Language language, bool is_quiet);
  void update(std::size_t done, std::size_t total);
  /// Takes the line away, before something else is printed.
  void clear();

 private:
  using Clock = std::chrono::steady_clock;
  Language language_;
  bool is_quiet_;
  bool is_terminal_;
  bool is_shown_ = false;
  Clock::time_point started_ = Clock::now();
  Clock::time_point last_ = started_;
};

}  // namespace gouji::cli
