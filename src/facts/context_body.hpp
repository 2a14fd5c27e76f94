// Which year the running text speaks of, where it says so over and over. Stage-internal.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "facts/context_slots.hpp"

namespace gouji::facts {

/// The year that the sentences of the body open with and speak of, when hardly any speaks of `title_year`.
[[nodiscard]] std::optional<StatedYear> year_of_body(const ContextSource& source, int title_year);

}  // namespace gouji::facts
