// The entries of an archive, as they are written in it.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace gouji::test {

/// Name and content in the order of the directory; empty for what is no archive.
[[nodiscard]] std::vector<std::pair<std::string, std::string>> unzip(const std::string& bytes);

}  // namespace gouji::test
