// gouji check --watch: checks again what was saved, until Ctrl-C. Files are looked at twice a second rather than waited
// for: it works on network shares too, and however an editor saves (in place, or under another name and renamed).
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <atomic>
#include <chrono>
#include <csignal>
#include <filesystem>
#include <iostream>
#include <map>
#include <string>
#include <thread>

#include "cli/commands.hpp"
#include "cli/plan.hpp"
#include "cli/whole_file.hpp"

namespace gouji::cli {
namespace {

namespace fs = std::filesystem;

constexpr std::chrono::milliseconds kLook{500};
static_assert(std::atomic<bool>::is_always_lock_free, "set by a signal handler");
std::atomic<bool> stopped{false};  // a signal handler reaches nothing but a global

void stop(int) { stopped = true; }

struct State {
  fs::file_time_type saved;
  std::uintmax_t size = 0;

  bool operator==(const State&) const = default;
};

/// What is there now; a file in the middle of being replaced is not.
std::map<std::string, State> look(const Options& options) {
  std::map<std::string, State> files;
  config::Finder finder = make_finder(options);
  for (const Input& input : inputs_of(options, finder).items) {
    std::error_code gone;
    if (input.error) continue;
    const State state{fs::last_write_time(input.path, gone), fs::file_size(input.path, gone)};
    if (!gone) files[input.path] = state;
  }
  return files;
}

}  // namespace

int watch(const Options& options) {
  std::signal(SIGINT, stop);
  std::signal(SIGTERM, stop);
  std::map<std::string, State> known = look(options);
  int status = check(options);
  std::cout.flush();
  std::map<std::string, State> before = known;
  while (!stopped) {
    std::this_thread::sleep_for(kLook);
    std::map<std::string, State> now = look(options);
    Options changed = options;
    changed.paths.clear();
    for (const auto& [path, state] : now) {
      const auto old = known.find(path);
      const auto last = before.find(path);
      // the same twice in a row: the save is complete
      if ((old == known.end() || !(old->second == state)) && last != before.end() && last->second == state)
        changed.paths.push_back(path);
    }
    before = now;
    if (changed.paths.empty()) continue;
    for (const std::string& path : changed.paths) known[path] = now[path];
    std::cerr << "\n—— " << local_time("%H:%M:%S") << ' ' << changed.paths.front()
              << (changed.paths.size() > 1 ? " …" : "") << " ——\n";
    // files of --output hold the whole run
    status = check(options.outputs.empty() ? changed : options);
    std::cout.flush();
  }
  return status;
}

}  // namespace gouji::cli
