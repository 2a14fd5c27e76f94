// Expected output kept in files. GOUJI_UPDATE=1 rewrites them (the diff is the review); refused when CI is set.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

namespace gouji::test {

/// True when golden files are to be rewritten; ends the program with status 2 when that is asked for under CI.
[[nodiscard]] bool is_updating();

/// Nothing when the file holds `actual` (or was just rewritten), else the first difference, for people.
[[nodiscard]] std::optional<std::string> compare_golden(const std::string& path, const std::string& actual);

/// The file's bytes; nothing when there is none.
[[nodiscard]] std::optional<std::string> read_text(const std::string& path);
void write_text(const std::string& path, const std::string& text);

/// Root of the source tree ($GOUJI_ROOT, or the working directory).
[[nodiscard]] std::string source_root();

}  // namespace gouji::test
