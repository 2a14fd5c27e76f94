// Whose report it is: the unit's name as the form line, the title and the signature give it.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "check/check.hpp"

namespace gouji::check {

struct StatedUnit {
  std::string name;  // without what stands in brackets
  std::string slot;  // the word of the form line; «title», «signature»
  std::uint32_t passage = 0;
  text::Span span;
  std::string full;  // with brackets
};

/// In reading order; empty when no slot names a unit.
[[nodiscard]] std::vector<StatedUnit> stated_units(const DocumentView& view);

/// Kind «own_unit»: the slots name one unit; a formal name is not cut. genres: kinds of report that are judged.
[[nodiscard]] std::unique_ptr<Check> make_own_unit(Params& params);
/// Kind «foreign_unit»: words by which another kind of unit speaks of itself (我校 in a bureau's report).
///   kinds: {局: [局], 委员会: [委, 会]…} how a unit that ends so calls itself
///   self, organ: expressions with the groups `mark` and `kind`: 我校; 落实局机关…
///   below: endings of units whose superior is of another kind: `organ` is not asked; above: kinds that are superiors
///   neutral: expressions by which any unit speaks of itself
[[nodiscard]] std::unique_ptr<Check> make_foreign_unit(Params& params);

}  // namespace gouji::check
