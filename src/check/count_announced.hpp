// The counts that may announce «一是…二是…»: counting facts, and «四点», «三大», whose numerals are no facts.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "check/check.hpp"

namespace gouji::check {

struct AnnouncedCount {
  std::uint32_t passage = 0;
  text::Span span;  // numeral and unit
  int number = 0;
  std::string unit;                                     // 个, 项, 方面, 点…
  std::uint32_t next = static_cast<std::uint32_t>(-1);  // where the next such count of the passage begins

  [[nodiscard]] std::string_view shown(const DocumentView& view) const { return view.text.passages[passage].of(span); }
};

/// All of them, in document order; never inside quotation marks.
[[nodiscard]] std::vector<AnnouncedCount> announced_counts(const DocumentView& view);

}  // namespace gouji::check
