// Where an identity looks for its terms: sentences, paragraphs, sections, table rows and tables, and which figures
// there are terms.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "check/check.hpp"
#include "check/identity_rule.hpp"

namespace gouji::check {

struct TermFigure {
  std::size_t term = 0;
  std::uint32_t fact = 0;
  bool is_qualified = false;
  std::string word;
  std::string subject;  // what qualifies it
};

struct RegionTerms {
  std::vector<TermFigure> figures;
  std::string text;         // of the region, figures masked
  bool is_pattern = false;  // the terms come from a pattern, which binds them itself
  bool has_lead = false;    // the first figure carries subject and scope of the others
};

using VisitRegion = std::function<void(const RegionTerms&)>;

/// Money, a count or a bare number.
[[nodiscard]] bool is_amount(const facts::Fact& fact);

/// Visits every region that has a figure of a term; document order.
void for_each_region(const DocumentView& view, const IdentityRule& rule, Region region, const VisitRegion& visit);

}  // namespace gouji::check
