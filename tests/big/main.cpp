// Time by size: every shape is checked at n, 2n and 4n; a shape whose time grows faster than the size is a failure.
// gouji_big RULES [--full] [SHAPE…]. CPU time; --full takes the sizes that the project promises.
// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>
#include <sys/resource.h>
#include <time.h>

#include <algorithm>
#include <iostream>
#include <string>
#include <vector>

#include "big/shapes.hpp"
#include "gouji/engine.hpp"
#include "support/docx_builder.hpp"

namespace {

using gouji::test::Shape;

constexpr double kSteepest = 2.9;    // per doubling; 2 is linear, 4 is quadratic, caches cost a little
constexpr double kTooShort = 40.0;   // ms: below it a ratio says nothing
constexpr std::size_t kSample = 40;  // the sample takes a fortieth of the full size as its largest

double cpu_ms() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

long peak_mib() {
  rusage used{};
  getrusage(RUSAGE_SELF, &used);
  return used.ru_maxrss / 1024;
}

struct Timing {
  double ms = 0;
  std::size_t bytes = 0;
  std::string outcome;
};

Timing time_of(const gouji::Engine& engine, const Shape& shape, std::size_t n) {
  const std::string body = shape.body(n);
  const std::string docx = gouji::test::DocxBuilder().body(body).bytes();
  const double before = cpu_ms();
  const gouji::Outcome outcome = engine.check_bytes(std::string(shape.name), docx);
  Timing timing{cpu_ms() - before, body.size(), "checked"};
  if (outcome.error) timing.outcome = outcome.error->code;
  for (const gouji::Note& note : outcome.notes) {
    if (note.code == "time-limit") timing.outcome = note.code;
  }
  return timing;
}

bool hold(const gouji::Engine& engine, const Shape& shape, bool full) {
  const std::size_t largest = full ? shape.full : std::max<std::size_t>(shape.full / kSample, 400);
  std::vector<Timing> timings;
  for (const std::size_t part : {std::size_t{4}, std::size_t{2}, std::size_t{1}})
    timings.push_back(time_of(engine, shape, largest / part));
  // Over both doublings, so that one unlucky measurement does not decide.
  const double growth = timings[2].ms / std::max(timings[0].ms, 0.01);
  const bool steep = timings[2].ms > kTooShort && growth > kSteepest * kSteepest;
  const bool checked =
      std::all_of(timings.begin(), timings.end(), [](const Timing& t) { return t.outcome == "checked"; });
  std::cout << fmt::format(
                   "{:15} {:>8} {:28} {:7.1f} MB {:9.1f} {:9.1f} {:9.1f} ms  x{:.2f} x{:.2f}  peak {} MiB{}{}\n",
                   shape.name, largest, shape.unit, static_cast<double>(timings[2].bytes) / 1e6, timings[0].ms,
                   timings[1].ms, timings[2].ms, timings[1].ms / std::max(timings[0].ms, 0.01),
                   timings[2].ms / std::max(timings[1].ms, 0.01), peak_mib(), steep ? "  STEEP" : "",
                   checked ? "" : "  " + timings[2].outcome)
            << std::flush;
  return checked && !steep;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) {
    std::cerr << "usage: gouji_big RULES [--full] [SHAPE…]\n";
    return 2;
  }
  gouji::EngineOptions options;
  options.rules_dir = argv[1];
  const auto engine = gouji::Engine::create(options);
  if (!engine) {
    std::cerr << engine.error().message.en << '\n';
    return 2;
  }
  const std::vector<std::string> words(argv + 2, argv + argc);
  const bool full = std::find(words.begin(), words.end(), "--full") != words.end();
  const bool all = std::none_of(words.begin(), words.end(), [](const std::string& word) { return word != "--full"; });
  (void)engine.value().check_bytes("warm", gouji::test::docx_from_plain("# 一、情况\n支出10万元。"));
  std::size_t run = 0;
  std::size_t failed = 0;
  for (const Shape& shape : gouji::test::shapes()) {
    if (!all && std::find(words.begin(), words.end(), shape.name) == words.end()) continue;
    ++run;
    if (!hold(engine.value(), shape, full)) ++failed;
  }
  std::cout << fmt::format("{} shapes, {} not linear or not checked\n", run, failed);
  return failed == 0 && run > 0 ? 0 : 1;
}
