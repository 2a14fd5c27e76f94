// What libzip does not ask: whether the directory of an archive is the only truth about it.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string_view>

#include "gouji/result.hpp"

namespace gouji::docx {

/// ambiguous-zip for an archive with entries behind its directory, or whose entries bear other names in place than in
/// the directory: two programs would read two documents. Nothing when it is sound, and when there is no directory to
/// be found (libzip says so then).
[[nodiscard]] std::optional<Error> check_layout(std::string_view bytes);

/// An absolute name, or one with a «..» step or a drive letter.
[[nodiscard]] bool is_unsafe_name(std::string_view name);

}  // namespace gouji::docx
