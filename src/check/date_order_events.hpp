// Events with their dates: which stage of which chain a sentence dates, and when. Stage-internal to date_order.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "check/check.hpp"
#include "text/regex.hpp"

namespace gouji::check {

/// Stages in the order in which they happen, each with the pattern of its words.
struct EventChain {
  struct Stage {
    std::string name;
    text::Regex words;
  };
  std::string name;
  std::vector<Stage> stages;
};

struct DatedEvent {
  std::size_t stage = 0;   // index in the chain
  std::uint32_t fact = 0;  // the date
  facts::DateValue date;   // its year taken over from the date before where it has none and no other can be meant
  text::Span clause;       // what is quoted
  std::string_view lead;   // what stands in front of date and event in the clause: its subject
  std::string_view sentence;
};

/// The events of one sentence that carry a date of their own, in order of text.
void find_events(const DocumentView& view, std::uint32_t passage, text::Span sentence, const EventChain& chain,
                 std::vector<DatedEvent>& out);

}  // namespace gouji::check
