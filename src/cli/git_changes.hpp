// Which files differ from a git revision, for --changed-since. git is run as a program.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "cli/inputs.hpp"
#include "gouji/result.hpp"

namespace gouji::cli {

/// Keeps the inputs that were changed, added or renamed since `revision`, or that git does not know (and does not
/// ignore). Inputs that stand for no file are kept. Errors: no-git, no-repository, unknown-revision.
[[nodiscard]] Result<std::vector<Input>> changed_since(std::vector<Input> inputs, const std::string& revision);

}  // namespace gouji::cli
