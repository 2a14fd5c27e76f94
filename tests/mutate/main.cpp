// Thousands of damaged documents in one process: gouji_mutate RULES CORPUS [--count N] [--seed N] [--from N]
// [--keep FILE] [--most-seconds N] [--most-mib N]. (tests/mutation plants slips into text; here files are broken.)
// Sources are the corpus and the documents of tests/judge; what is done to them depends on seed and number alone.
// Every document must end in an outcome that is no assertion of our own; with --most-seconds and --most-mib none may
// take longer (CPU) and the process no more memory. --keep writes each document before it is checked: after a crash the
// culprit lies there.
// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <cstdlib>
#include <iostream>
#include <string>
#include <vector>

#include "corpus/cases.hpp"
#include "judge/documents.hpp"
#include "mutate/damage.hpp"
#include "support/engine.hpp"
#include "support/golden.hpp"
#include "support/survival.hpp"

namespace {

struct Source {
  std::string name;
  std::string bytes;
};

/// Reports that come as .docx; a paragraph list's cases are all alike, so that few of them do.
std::vector<Source> sources_of(const std::string& corpus) {
  constexpr std::size_t kEvery = 25;
  std::vector<Source> sources;
  std::size_t met = 0;
  for (gouji::corpus::Case& one : gouji::corpus::load_cases(corpus)) {
    const bool is_report = one.set == "sample" || one.set == "reports";
    if (is_report || met++ % kEvery == 0) sources.push_back({one.name, std::move(one.bytes)});
  }
  for (gouji::test::FidelityDocument& document : gouji::test::all_documents())
    sources.push_back({document.name, std::move(document.bytes)});
  return sources;
}

}  // namespace

int main(int argc, char** argv) {
  std::size_t count = 600;
  std::size_t from = 0;
  std::uint64_t seed = 1;
  double most_seconds = 0;
  long most_mib = 0;
  std::string keep;
  for (int i = 3; i + 1 < argc; i += 2) {
    const std::string word = argv[i];
    const unsigned long long number = std::strtoull(argv[i + 1], nullptr, 10);
    if (word == "--count") count = static_cast<std::size_t>(number);
    if (word == "--from") from = static_cast<std::size_t>(number);
    if (word == "--seed") seed = number;
    if (word == "--most-seconds") most_seconds = static_cast<double>(number);
    if (word == "--most-mib") most_mib = static_cast<long>(number);
    if (word == "--keep") keep = argv[i + 1];
  }
  if (argc < 3 || argc % 2 == 0) {
    std::cerr << "usage: gouji_mutate RULES CORPUS [--count N] [--seed N] [--from N] [--keep FILE] [--most-seconds N] "
                 "[--most-mib N]\n";
    return 2;
  }
  gouji::EngineOptions options;
  options.rules_dir = argv[1];
  options.input.with_programs = false;
  const gouji::Engine engine = gouji::test::engine_or_exit(options);
  const std::vector<Source> sources = sources_of(argv[2]);
  const std::vector<gouji::mutate::Damage>& damages = gouji::mutate::damages();

  gouji::test::Survival survival;
  for (std::size_t i = from; i < from + count; ++i) {
    gouji::mutate::Dice dice(seed * 1'000'003 + i);
    const gouji::mutate::Damage& damage = damages[i % damages.size()];
    const Source& source = sources[dice.roll(sources.size())];
    std::string bytes = damage.apply(source.bytes, dice);
    if (!keep.empty()) gouji::test::write_text(keep, bytes);
    survival.check(engine, fmt::format("{}: {} ({})", i, source.name, damage.name), std::move(bytes));
  }
  survival.print();
  bool is_good = survival.internal_errors() == 0;
  if (most_seconds > 0 && survival.slowest_seconds() > most_seconds) {
    is_good = false;
    std::cout << "FAILED: a document took longer than " << most_seconds << " s\n";
  }
  if (most_mib > 0 && gouji::test::Survival::peak_mib() > most_mib) {
    is_good = false;
    std::cout << "FAILED: more memory than " << most_mib << " MiB\n";
  }
  return is_good ? 0 : 1;
}
