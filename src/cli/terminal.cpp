// SPDX-License-Identifier: Apache-2.0
#include "cli/terminal.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <cstdlib>
#include <iostream>
#include <string_view>

namespace gouji::cli {

bool is_terminal_stdout() { return isatty(STDOUT_FILENO) != 0; }

report::Color color_for_stdout(ColorWish wish) {
  if (wish == ColorWish::always) return report::Color::on;
  if (wish == ColorWish::never || !is_terminal_stdout()) return report::Color::off;
  const char* no_color = std::getenv("NO_COLOR");
  const char* term = std::getenv("TERM");
  const bool is_off =
      (no_color != nullptr && *no_color != '\0') || (term != nullptr && std::string_view(term) == "dumb");
  return is_off ? report::Color::off : report::Color::on;
}

Progress::Progress(Language language, bool is_quiet)
    : language_(language), is_quiet_(is_quiet), is_terminal_(isatty(STDERR_FILENO) != 0) {}

void Progress::update(std::size_t done, std::size_t total) {
  constexpr auto kPatience = std::chrono::seconds(1);
  constexpr auto kTick = std::chrono::milliseconds(200);
  constexpr auto kPlainTick = std::chrono::seconds(10);
  const Clock::time_point now = Clock::now();
  if (is_quiet_ || now - started_ < kPatience ||
      now - last_ < (is_terminal_ ? Clock::duration(kTick) : Clock::duration(kPlainTick))) {
    return;
  }
  last_ = now;
  const std::string line = fmt::format(fmt::runtime(say(language_, "已检查 {}/{}", "checked {} of {}")), done, total);
  std::cerr << (is_terminal_ ? "\r\x1b[K" + line : line + '\n') << std::flush;
  is_shown_ = is_terminal_;
}

void Progress::clear() {
  if (is_shown_) std::cerr << "\r\x1b[K" << std::flush;
  is_shown_ = false;
}

}  // namespace gouji::cli
