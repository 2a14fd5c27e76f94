// A table of contents typed by hand has no style to know it by. Stage-internal.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "text/passage.hpp"

namespace gouji::text {

/// Sets is_toc on the lines behind «目录»: at least three short ones without a full stop, up to the first that comes
/// again, a sentence, a table, or a line that is no entry.
void mark_typed_toc(TextModel& model);

}  // namespace gouji::text
