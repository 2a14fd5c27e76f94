// What became of many documents checked in one process: outcomes counted, the slowest and the largest remembered.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "gouji/engine.hpp"

namespace gouji::test {

class Survival {
 public:
  /// Checks the bytes on the calling thread and remembers what became of them.
  void check(const Engine& engine, const std::string& name, std::string bytes);

  /// Counts by outcome, the slowest and the largest, CPU time and peak memory of the process.
  void print() const;
  /// Documents that ended in an assertion of our own.
  [[nodiscard]] std::size_t internal_errors() const;
  /// CPU time: another program on the machine is no hang of ours.
  [[nodiscard]] double slowest_seconds() const;
  [[nodiscard]] static long peak_mib();

 private:
  struct Seen {
    std::string name;
    std::size_t bytes = 0;
    double seconds = 0;
    std::string outcome;
  };

  std::vector<Seen> seen_;
  std::map<std::string, std::size_t> outcomes_;  // "checked", "checked, time-limit", or the code of the error
};

}  // namespace gouji::test
