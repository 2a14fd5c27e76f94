// The two readers behind read_quantities: running text and tables. Stage-internal.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "quantity/name.hpp"

namespace gouji::quantity {

/// A figure that can be an amount, a count or a rate.
[[nodiscard]] bool is_measured(const facts::Fact& fact);

/// Appends the quantities of running text.
void read_text(const Source& source, const Namer& namer, std::vector<Quantity>& out);
/// Appends the quantities of table cells.
void read_cells(const Source& source, const Namer& namer, std::vector<Quantity>& out);
/// «A（以下简称“B”）»: B means A.
void read_aliases(const Source& source, Namer& namer);

}  // namespace gouji::quantity
