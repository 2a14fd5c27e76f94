// Ways to damage a .docx: its bytes, its entries, its XML. Deterministic: the same numbers do the same harm.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <random>
#include <string>
#include <vector>

namespace gouji::mutate {

/// Numbers that are the same on every machine.
class Dice {
 public:
  explicit Dice(std::uint64_t seed) : engine_(seed) {}
  /// 0 … below-1; 0 when there is nothing to choose from.
  std::size_t roll(std::size_t below) { return below == 0 ? 0 : static_cast<std::size_t>(engine_() % below); }

 private:
  std::mt19937_64 engine_;
};

struct Damage {
  const char* name;
  std::string (*apply)(const std::string& docx, Dice& dice);
};

/// Every way there is.
[[nodiscard]] const std::vector<Damage>& damages();

}  // namespace gouji::mutate
