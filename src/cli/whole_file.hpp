// Small files that gouji keeps beside the reports, and copies that it writes: read whole, replaced whole.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "gouji/result.hpp"

namespace gouji::cli {

/// Nothing when it cannot be opened.
[[nodiscard]] std::optional<std::string> read_whole(const std::filesystem::path& path);

/// The whole file or none: another beside it takes the bytes and then its name, so that whoever is killed leaves the
/// old one. Error "not-writable".
[[nodiscard]] std::optional<Error> replace_file(const std::string& path, const std::string& bytes);

/// Absolute, links resolved; of a file that is not there yet as well.
[[nodiscard]] std::filesystem::path full_path(const std::string& path);

/// The clock on the wall, as strftime says it: "%H:%M:%S".
[[nodiscard]] std::string local_time(const char* form);

}  // namespace gouji::cli
