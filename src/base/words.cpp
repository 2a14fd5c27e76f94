// The fixed words of the outward contract and the one place that throws for our own mistakes.
// SPDX-License-Identifier: Apache-2.0
#include "base/assert.hpp"
#include "gouji/outcome.hpp"

namespace gouji {

const char* to_string(Severity severity) {
  switch (severity) {
    case Severity::info: return "info";
    case Severity::warning: return "warning";
    case Severity::error: return "error";
  }
  return "info";
}

const char* to_string(Confidence confidence) {
  switch (confidence) {
    case Confidence::low: return "low";
    case Confidence::medium: return "medium";
    case Confidence::high: return "high";
  }
  return "medium";
}

const char* to_string(Standing::Kind kind) {
  switch (kind) {
    case Standing::Kind::open: return "open";
    case Standing::Kind::suppressed: return "suppressed";
    case Standing::Kind::known: return "known";
  }
  return "open";
}

VerdictCounts& VerdictCounts::operator+=(const VerdictCounts& other) {
  holds += other.holds;
  contradicted += other.contradicted;
  rounding += other.rounding;
  not_comparable += other.not_comparable;
  return *this;
}

void fail_assertion(const char* condition, const char* file, int line) {
  throw InternalError(std::string("internal error: ") + condition + " at " + file + ":" + std::to_string(line));
}

}  // namespace gouji
