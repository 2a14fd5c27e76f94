// Do two drafts tell of one fault? The question behind «one root cause, one finding».
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "check/check.hpp"

namespace gouji::engine {

/// The characters that a piece of evidence rests on; what two drafts are compared by.
struct MarkKey {
  std::uint32_t passage = 0;
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  auto operator<=>(const MarkKey&) const = default;
};
[[nodiscard]] MarkKey key_of(const check::Spot& spot);

/// A figure that both drafts would have to have the same other value for both to hold: the likely place of the fault.
struct Suspect {
  MarkKey mark;
  Interval value;
};
[[nodiscard]] std::optional<Suspect> shared_suspect(const check::Draft& a, const check::Draft& b);

/// One fault: they want one value of one figure; or they start at the same mark, or share two, and nothing that they
/// want of those figures speaks against it.
[[nodiscard]] bool is_same_cause(const check::Draft& a, const check::Draft& b);

}  // namespace gouji::engine
