// A comparison of two versions for people and for programs. The JSON is "gouji.diff/1": documents with old, new, error,
// counts and changes; a change has change, id, before and after, the two being findings as in "gouji.findings/1".
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "gouji/diff.hpp"
#include "report/reporter.hpp"

namespace gouji::report {

[[nodiscard]] std::string diff_text(const std::vector<DocumentDiff>& documents, Language language, Color color);
[[nodiscard]] std::string diff_json(const std::vector<DocumentDiff>& documents, Language language);

}  // namespace gouji::report
