// SPDX-License-Identifier: Apache-2.0
#include "support/survival.hpp"

#include <fmt/format.h>
#include <sys/resource.h>
#include <time.h>

#include <algorithm>
#include <iostream>
#include <utility>

namespace gouji::test {
namespace {

constexpr std::size_t kShown = 5;

double cpu_seconds() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) / 1e9;
}

std::string word_for(const Outcome& outcome) {
  if (outcome.error) return outcome.error->code;
  for (const Note& note : outcome.notes) {
    if (note.code.ends_with("-limit")) return "checked, " + note.code;
  }
  return "checked";
}

}  // namespace

void Survival::check(const Engine& engine, const std::string& name, std::string bytes) {
  Seen seen;
  seen.name = name;
  seen.bytes = bytes.size();
  const double before = cpu_seconds();
  const Outcome outcome = engine.check_bytes(name, std::move(bytes));
  seen.seconds = cpu_seconds() - before;
  seen.outcome = word_for(outcome);
  if (seen.outcome == "internal") std::cerr << name << ": " << outcome.error->message.en << '\n';
  ++outcomes_[seen.outcome];
  seen_.push_back(std::move(seen));
}

void Survival::print() const {
  double seconds = 0;
  for (const Seen& seen : seen_) seconds += seen.seconds;
  std::cout << fmt::format("{} documents, {:.1f} s of CPU, peak {} MiB\n", seen_.size(), seconds, peak_mib());
  for (const auto& [outcome, count] : outcomes_) std::cout << fmt::format("{:8}  {}\n", count, outcome);
  const auto show = [&](const char* title, auto larger) {
    std::vector<Seen> sorted = seen_;
    const std::size_t shown = std::min(kShown, sorted.size());
    std::partial_sort(sorted.begin(), sorted.begin() + static_cast<std::ptrdiff_t>(shown), sorted.end(), larger);
    std::cout << title << '\n';
    for (std::size_t i = 0; i < shown; ++i) {
      std::cout << fmt::format("{:8.3f} s  {:>10} bytes  {}  ({})\n", sorted[i].seconds, sorted[i].bytes,
                               sorted[i].name, sorted[i].outcome);
    }
  };
  show("slowest", [](const Seen& a, const Seen& b) { return a.seconds > b.seconds; });
  show("largest", [](const Seen& a, const Seen& b) { return a.bytes > b.bytes; });
}

std::size_t Survival::internal_errors() const {
  const auto found = outcomes_.find("internal");
  return found == outcomes_.end() ? 0 : found->second;
}

double Survival::slowest_seconds() const {
  double slowest = 0;
  for (const Seen& seen : seen_) slowest = std::max(slowest, seen.seconds);
  return slowest;
}

long Survival::peak_mib() {
  rusage used{};
  getrusage(RUSAGE_SELF, &used);
  return used.ru_maxrss / 1024;
}

}  // namespace gouji::test
