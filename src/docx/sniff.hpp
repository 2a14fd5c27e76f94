// What a file is by its first bytes, when it is plainly no .docx: empty, OLE (encrypted, .doc, .wps), PDF, RTF…
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string_view>

#include "gouji/result.hpp"

namespace gouji::docx {

/// The error for bytes that cannot be a ZIP archive; nothing when they may be one.
[[nodiscard]] std::optional<Error> sniff(std::string_view bytes);

/// The directory of an OLE file holds its streams' names in UTF-16; this one's is among them.
[[nodiscard]] bool has_ole_stream(std::string_view bytes, std::string_view name);

/// An OLE file that cannot be read without a password or rights, which sniff() names.
[[nodiscard]] bool is_locked_ole(std::string_view bytes);

}  // namespace gouji::docx
