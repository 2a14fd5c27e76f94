// Reads rules/profiles/*.yaml. A profile says only what differs: what it leaves out it takes from `default`.
//   id, title{zh,en}, source
//   full: points that the weights add up to
//   grades: list of {words: […], from: N}, highest first
//   execution_score: {rule: proportional | full_from | unknown, from: rate in %}
//   rules: list of {rule: id or family, genres: […], off: true} or {…, severity: error | warning | info}
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "check/profile.hpp"
#include "rules/files.hpp"

namespace gouji::rules {

/// Sorted by id; the first is never empty: without files there is a `default` of its own. `rule_names` are the ids and
/// families that a setting may name.
[[nodiscard]] std::vector<check::Profile> load_profiles(const std::vector<SourceFile>& files,
                                                        const std::vector<std::string>& rule_names,
                                                        std::vector<yaml::Fault>& faults);

}  // namespace gouji::rules
