// What one document may still use: wall time, text compared with patterns, memory of its large structures.
// Work asks is_spent() in its loops and stops early when it is, with whatever it has; whoever asked for the work throws
// the incomplete result away and says so (docx: the document fails; engine: the rule is named as not run).
// Thread rule: one Budget belongs to one document and one thread.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>

#include "gouji/limits.hpp"
#include "gouji/result.hpp"

namespace gouji {

class Budget {
 public:
  /// The clock starts here.
  explicit Budget(const Limits& limits);

  [[nodiscard]] const Limits& limits() const { return limits_; }

  /// Asks the clock; once true, always true.
  [[nodiscard]] bool is_spent() const;
  /// The same for loops of very short steps: the clock is asked now and then.
  [[nodiscard]] bool is_spent_by_now() const { return (++steps_ & 63u) == 0 ? is_spent() : spent_ != What::nothing; }
  /// Takes so much text to be compared with one pattern; false when the budget is spent. Cheap: the clock is asked now
  /// and then.
  [[nodiscard]] bool match(std::size_t bytes) const;
  /// Reckons so much memory in for the rest of the document's life; false when the budget is spent.
  bool take_memory(std::uint64_t bytes) const;
  /// Starts the clock anew: another program ran, which has a limit of its own.
  void restart();

  /// Why it is spent: "time-limit", "match-limit" or "memory-limit", with a hint. Only to be asked when it is.
  [[nodiscard]] Error reason() const;

 private:
  enum class What : std::uint8_t { nothing, time, matching, memory };

  Limits limits_;
  std::chrono::steady_clock::time_point deadline_;
  // Loops that only read the document hold a const Budget.
  mutable std::uint64_t matched_ = 0;
  mutable std::uint64_t asked_at_ = 0;
  mutable std::uint64_t memory_ = 0;
  mutable std::uint32_t steps_ = 0;
  mutable What spent_ = What::nothing;
};

/// The error for a document whose structures would need more than limits.memory_bytes.
[[nodiscard]] Error memory_error(const Limits& limits);

}  // namespace gouji
