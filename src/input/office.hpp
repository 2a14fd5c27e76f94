// Other office formats into .docx or .xlsx, by LibreOffice where it is installed.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "gouji/input.hpp"
#include "gouji/result.hpp"
#include "input/file_kind.hpp"

namespace gouji::input {

/// The bytes of a .docx (text) or .xlsx (sheets). `path` is only what an error is labelled with: the program sees a
/// copy under a name of ours, so no name of a file ever reaches it.
[[nodiscard]] Result<std::string> convert_by_office(FileKind kind, const std::string& path, std::string bytes,
                                                    const InputOptions& options);

}  // namespace gouji::input
