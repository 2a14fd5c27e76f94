// Scores gouji on the labelled corpus: gouji_corpus RULES CORPUS. Fails on a missed must, an error or warning on a
// clean document or silent stretch, and a family below corpus/floor.yaml.
// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <chrono>
#include <iostream>

#include "corpus/cases.hpp"
#include "corpus/scores.hpp"
#include "support/engine.hpp"

int main(int argc, char** argv) {
  if (argc != 3) {
    std::cerr << "usage: gouji_corpus RULES CORPUS\n";
    return 2;
  }
  const gouji::Engine engine = gouji::test::engine_or_exit(argv[1]);
  const gouji::corpus::Floors floors = gouji::corpus::load_floors(argv[2]);
  gouji::corpus::Scores scores(floors);
  const auto start = std::chrono::steady_clock::now();
  for (gouji::corpus::Case& one : gouji::corpus::load_cases(argv[2])) {
    const gouji::Outcome outcome = engine.check_bytes(one.name, std::move(one.bytes));
    scores.add(one, outcome);
  }
  const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - start;
  const bool is_good = scores.print();
  std::cout << fmt::format("wall time {:.1f} s\n", taken.count());
  return is_good ? 0 : 1;
}
