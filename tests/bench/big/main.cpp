// Documents far larger than reports: gouji_big RULES [--part N | --full] [--growth] [SHAPE…]. Every shape is checked at
// its full size divided by N (default 40) and must end as checked, with nothing left out. --growth checks n, 2n and 4n,
// up to that size, and prints CPU time and how it grows by doubling (2 is linear, 4 is quadratic); times never decide.
// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>
#include <malloc.h>
#include <sys/resource.h>
#include <time.h>

#include <algorithm>
#include <cstdlib>
#include <iostream>
#include <string>
#include <vector>

#include "bench/big/shapes.hpp"
#include "support/docx_builder.hpp"
#include "support/engine.hpp"

namespace {

using gouji::test::Shape;

constexpr std::size_t kPart = 40;
constexpr std::size_t kLeast = 400;

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
  std::string outcome;  // "checked", or why not, or what was left out
};

Timing check(const gouji::Engine& engine, const Shape& shape, std::size_t n) {
  const std::string body = shape.body(n);
  std::string docx = gouji::test::DocxBuilder().body(body).bytes();
  const double before = cpu_ms();
  const gouji::Outcome outcome = engine.check_bytes(std::string(shape.name), std::move(docx));
  Timing timing{cpu_ms() - before, body.size(), "checked"};
  if (outcome.error) timing.outcome = outcome.error->code;
  for (const gouji::Note& note : outcome.notes) {
    if (note.code.ends_with("-limit")) timing.outcome = note.code;
  }
  return timing;
}

void print_growth(const gouji::Engine& engine, const Shape& shape, std::size_t largest) {
  std::string line;
  double before = 0;
  for (const std::size_t part : {std::size_t{4}, std::size_t{2}, std::size_t{1}}) {
    const Timing timing = check(engine, shape, largest / part);
    line += fmt::format(" {:9.1f} ms", timing.ms);
    if (before > 0) line += fmt::format(" x{:.2f}", timing.ms / before);
    before = std::max(timing.ms, 0.01);
  }
  std::cout << fmt::format("{:15} {:>8} {:28}{}\n", shape.name, largest, shape.unit, line) << std::flush;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) {
    std::cerr << "usage: gouji_big RULES [--part N | --full] [--growth] [SHAPE…]\n";
    return 2;
  }
  mallopt(M_MMAP_THRESHOLD, 1 << 30);  // as the program does
  mallopt(M_TRIM_THRESHOLD, 1 << 30);
  const gouji::Engine engine = gouji::test::engine_or_exit(argv[1]);
  std::size_t part = kPart;
  bool prints_growth = false;
  std::vector<std::string> names;
  for (int i = 2; i < argc; ++i) {
    const std::string word = argv[i];
    if (word == "--full") {
      part = 1;
    } else if (word == "--growth") {
      prints_growth = true;
    } else if (word == "--part" && i + 1 < argc) {
      part = std::max<std::size_t>(1, std::strtoull(argv[++i], nullptr, 10));
    } else {
      names.push_back(word);
    }
  }
  std::size_t run = 0;
  std::size_t failed = 0;
  for (const Shape& shape : gouji::test::shapes()) {
    if (!names.empty() && std::find(names.begin(), names.end(), shape.name) == names.end()) continue;
    ++run;
    const std::size_t size = std::max(shape.full / part, kLeast);
    if (prints_growth) {
      print_growth(engine, shape, size);
      continue;
    }
    const Timing timing = check(engine, shape, size);
    const bool is_good = timing.outcome == "checked";
    failed += is_good ? 0 : 1;
    std::cout << fmt::format("{:15} {:>8} {:28} {:7.1f} MB of XML  {:9.0f} ms  peak {} MiB  {}\n", shape.name, size,
                             shape.unit, static_cast<double>(timing.bytes) / 1e6, timing.ms, peak_mib(), timing.outcome)
              << std::flush;
  }
  std::cout << fmt::format("{} shapes, {} not checked to the end\n", run, failed);
  return failed == 0 && run > 0 ? 0 : 1;
}
