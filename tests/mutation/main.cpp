// The mutation bench: gouji_mutation RULES CORPUS [--per-kind N] [NAME…]. Takes the clean reports, plants one defect at
// a time and prints what was seen by kind of slip and by family; fails below corpus/floor.yaml's `mutation`, and when
// one slip gives more than two findings. Every kind of slip is sampled to N a report, evenly over it; 0 = all of them.
// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <chrono>
#include <cstdlib>
#include <iostream>
#include <map>
#include <set>

#include "corpus/cases.hpp"
#include "mutation/mutators.hpp"
#include "support/engine.hpp"

namespace {

using namespace gouji;

constexpr std::size_t kPerKind = 24;
constexpr std::size_t kLeastForFloors = 10;  // a thinner sample says nothing of rates
constexpr std::size_t kMostFindings = 2;
constexpr std::size_t kMostShown = 400;

struct Tally {
  std::size_t planted = 0;
  std::size_t detected = 0;
  std::size_t by_family = 0;  // of them, seen by the expected family
  std::size_t noisy = 0;      // gave more than two findings
};

std::set<std::string> serious(const Outcome& outcome) {
  std::set<std::string> ids;
  for (const Finding& finding : outcome.findings) {
    if (finding.severity != Severity::info) ids.insert(finding.id);
  }
  return ids;
}

double share(std::size_t part, std::size_t whole) {
  return whole == 0 ? 1 : static_cast<double>(part) / static_cast<double>(whole);
}

class Bench {
 public:
  explicit Bench(const Engine& engine) : engine_(engine) {}

  void run(const mutation::Report& report, std::size_t per_kind) {
    const Outcome clean = engine_.check_plain(report.name, report.text);
    const std::set<std::string> known = serious(clean);
    std::map<std::string_view, std::vector<mutation::Mutant>> by_kind;
    for (mutation::Mutant& mutant : mutation::mutants_of(report)) by_kind[mutant.kind].push_back(std::move(mutant));
    for (const auto& [kind, mutants] : by_kind) {
      const std::size_t stride = per_kind == 0 ? 1 : (mutants.size() + per_kind - 1) / per_kind;
      for (std::size_t at = 0; at < mutants.size(); at += stride) judge(report, known, mutants[at]);
    }
  }

  [[nodiscard]] bool print(const corpus::Floors& floors, bool holds_floors) const {
    Tally all;
    fmt::print("{:<20} {:>8} {:>9} {:>8} {:>10} {:>6}\n", "slip", "planted", "detected", "rate", "by family", "noisy");
    for (const auto& [kind, tally] : by_kind_) {
      row(kind, tally);
      all.planted += tally.planted;
      all.detected += tally.detected;
      all.by_family += tally.by_family;
      all.noisy += tally.noisy;
    }
    for (const auto& [family, tally] : by_family_) row("in " + family, tally);
    row("digit in closed sum", closed_);
    row("all", all);
    for (const std::string& line : misses_) std::cout << "  " << line << '\n';
    for (const std::string& line : noisy_) std::cout << "  noisy: " << line << '\n';
    bool is_good = noisy_.size() <= floors.mutation_noisy;
    if (!is_good)
      fmt::print("FAILED mutation: {} noisy slips, at most {} are known\n", noisy_.size(), floors.mutation_noisy);
    const auto hold = [&](const char* name, const Tally& tally, double floor) {
      if (share(tally.detected, tally.planted) >= floor) return;
      is_good = false;
      fmt::print("FAILED mutation: {} {:.3f} is below its floor {:.3f}\n", name, share(tally.detected, tally.planted),
                 floor);
    };
    if (!holds_floors) return is_good;
    hold("all", all, floors.mutation_all);
    hold("digit in a closed sum", closed_, floors.mutation_closed);
    return is_good;
  }

 private:
  static void row(const std::string& name, const Tally& tally) {
    fmt::print("{:<20} {:>8} {:>9} {:>7.1f}% {:>10} {:>6}\n", name, tally.planted, tally.detected,
               100 * share(tally.detected, tally.planted), tally.by_family, tally.noisy);
  }

  void judge(const mutation::Report& report, const std::set<std::string>& known, const mutation::Mutant& mutant) {
    const Outcome outcome = engine_.check_plain(report.name, mutant.text);
    std::size_t found = 0;
    bool is_family = false;
    for (const Finding& finding : outcome.findings) {
      if (finding.severity == Severity::info || known.count(finding.id) > 0) continue;
      ++found;
      is_family = is_family || finding.rule.starts_with(mutant.family);
    }
    const bool is_noisy = found > kMostFindings;
    for (Tally* tally : {&by_kind_[std::string(mutant.kind)], &by_family_[std::string(mutant.family)],
                         mutant.is_closed ? &closed_ : nullptr}) {
      if (tally == nullptr) continue;
      ++tally->planted;
      tally->detected += found > 0 ? 1 : 0;
      tally->by_family += is_family ? 1 : 0;
      tally->noisy += is_noisy ? 1 : 0;
    }
    const std::string line = fmt::format("{} {}: {}", report.name, mutant.kind, mutant.what);
    if (found == 0 && misses_.size() < kMostShown) misses_.push_back("missed " + line);
    if (is_noisy) noisy_.push_back(fmt::format("{} findings for one slip: {}", found, line));
  }

  const Engine& engine_;
  std::map<std::string, Tally> by_kind_;
  std::map<std::string, Tally> by_family_;
  Tally closed_;
  std::vector<std::string> misses_;
  std::vector<std::string> noisy_;
};

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) {
    std::cerr << "usage: gouji_mutation RULES CORPUS [--per-kind N] [NAME…]\n";
    return 2;
  }
  const Engine engine = test::engine_or_exit(argv[1]);
  std::size_t per_kind = kPerKind;
  std::set<std::string> names;
  for (int at = 3; at < argc; ++at) {
    if (std::string_view(argv[at]) == "--per-kind" && at + 1 < argc) {
      per_kind = static_cast<std::size_t>(std::atoi(argv[++at]));
    } else {
      names.insert(argv[at]);
    }
  }
  const auto start = std::chrono::steady_clock::now();
  Bench bench(engine);
  for (const corpus::PlainReport& clean : corpus::load_clean_reports(argv[2])) {
    if (names.empty() || names.count(clean.name) > 0)
      bench.run(mutation::read_report(clean.name, clean.text), per_kind);
  }
  const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - start;
  const bool is_good = bench.print(corpus::load_floors(argv[2]), per_kind == 0 || per_kind >= kLeastForFloors);
  fmt::print("wall time {:.1f} s\n", taken.count());
  return is_good ? 0 : 1;
}
