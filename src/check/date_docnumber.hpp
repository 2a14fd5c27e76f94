// date/docnumber: 〔year〕 fits the stated issue date of the same document and is not later than the filing date.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "check/check.hpp"

namespace gouji::check {

/// Kind «date_docnumber». issue: words of issuing.
[[nodiscard]] std::unique_ptr<Check> make_date_docnumber(Params& params);

}  // namespace gouji::check
