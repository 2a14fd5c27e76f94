// Runs another program: no shell, a group of its own, no network where the system allows that, limits on time and
// output. Thread rule: any number of threads at once.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace gouji::input {

/// The full path of the first of `names` in `folders` (parted by ':'; empty = $PATH); empty when there is none.
[[nodiscard]] std::string find_program(const std::vector<std::string>& names, const std::string& folders);

struct Run {
  std::string program;                 // full path
  std::vector<std::string> arguments;  // without the program itself
  std::string folder;  // working folder, HOME and TMPDIR of the program; stdout.txt and stderr.txt go there
  std::chrono::milliseconds time_limit{60'000};
  std::uint64_t output_bytes = 256ull << 20;  // of every file that it writes
};

enum class RunStatus { done, failed, timed_out, too_large, not_started };

/// Waits for the end. Whatever the program started in its group is dead when this returns.
[[nodiscard]] RunStatus run(const Run& what);

}  // namespace gouji::input
