// Findings against expectations: what was found, missed, and said without cause.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "corpus/cases.hpp"
#include "gouji/outcome.hpp"

namespace gouji::corpus {

struct Score {
  std::size_t expected = 0;
  std::size_t found = 0;
  std::size_t located = 0;  // found, or an error or warning of another rule stands on the quoted figure
  std::size_t said = 0;     // errors and warnings, and infos that were expected
  std::size_t right = 0;    // of them, those expected

  [[nodiscard]] double recall() const {
    return expected == 0 ? 1 : static_cast<double>(found) / static_cast<double>(expected);
  }
  [[nodiscard]] double precision() const {
    return said == 0 ? 1 : static_cast<double>(right) / static_cast<double>(said);
  }
};

class Scores {
 public:
  explicit Scores(const Floors& floors) : floors_(floors) {}
  void add(const Case& one, const Outcome& outcome);
  /// The table, the misses and false alarms, and what is below the floor; false when the corpus fails.
  [[nodiscard]] bool print() const;

 private:
  Score& family(const std::string& rule);

  const Floors& floors_;
  std::map<std::string, Score> families_;
  std::map<std::string, Score> sets_;
  Score all_;
  Score serious_;                // expected at error or warning
  std::size_t clean_ = 0;        // documents without expectations
  std::size_t clean_infos_ = 0;  // what is said on them
  std::size_t clean_serious_ = 0;
  std::vector<std::string> failures_;  // each fails the run
  std::vector<std::string> remarks_;   // misses and false alarms within the floors
};

}  // namespace gouji::corpus
