// Fields that Word computes as it draws them and stores no result of: EQ, SYMBOL, MACROBUTTON.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace gouji::docx {

/// What such a field shows; empty for every other instruction.
[[nodiscard]] std::string field_text(std::string_view instruction);

}  // namespace gouji::docx
