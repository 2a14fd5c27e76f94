// Kind `empty_table`: a note «本表为空» stands under an empty table, and an empty official table has its note.
//   note:    expressions that say that a table is empty
//   official: expressions on the caption of tables that need such a note
//   stated:  expressions by which the text says that there is nothing of it
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "check/check.hpp"

namespace gouji::check {

[[nodiscard]] std::unique_ptr<Check> make_empty_table(Params& params);

}  // namespace gouji::check
