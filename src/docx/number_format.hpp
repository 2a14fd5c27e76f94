// One automatic number in one of Word's formats: 3 -> "3", "三", "叁", "③", "III", "丙".
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace gouji::docx {

/// `format` is the value of w:numFmt; an unknown one renders as decimal, "none" as nothing.
[[nodiscard]] std::string format_number(std::string_view format, int value);

}  // namespace gouji::docx
