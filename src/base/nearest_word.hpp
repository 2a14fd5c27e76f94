// «是不是想写 X？»: the valid word nearest to one that is not.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "gouji/result.hpp"

namespace gouji {

/// The word of `valid` that `word` was probably meant to be (edit distance over characters); empty when none is near.
[[nodiscard]] std::string nearest(std::string_view word, const std::vector<std::string>& valid);

/// «，是不是想写 X？» / " (did you mean X?)", or empty.
[[nodiscard]] Bilingual did_you_mean(std::string_view word, const std::vector<std::string>& valid);

}  // namespace gouji
