// A run that is cut leaves a trace that no XML writer makes and every reader ignores: the first mark at the cut has two
// blanks behind its name where a w:t was cut, three where the run was cut between two of its elements. By it the halves
// are put together again, byte for byte; where the trace is lost, because the copy was saved by another program, the
// halves stay apart, which shows nowhere.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace gouji::annotate {

inline constexpr std::string_view kTextTrace = "  ";
inline constexpr std::string_view kChildTrace = "   ";
inline constexpr std::string_view kAddedSpace = "  xml:space=\"preserve\"";  // two blanks: ours

}  // namespace gouji::annotate
