// Where in a document's text its findings stand, for the HTML report.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <map>
#include <set>
#include <utility>
#include <vector>

#include "gouji/outcome.hpp"
#include "report/html_marks.hpp"

namespace gouji::report {

/// Evidence by block (and cell of a table block) of outcome.text. Only evidence whose quote stands there character for
/// character has a place: a mark on other characters would be worse than none.
class HtmlPlaces {
 public:
  explicit HtmlPlaces(const Outcome& outcome);

  [[nodiscard]] const std::vector<MarkedSpan>& on(std::size_t block, std::size_t cell = 0) const;
  /// Both from 1.
  [[nodiscard]] bool has(std::uint32_t finding, std::uint32_t evidence) const;

 private:
  std::map<std::pair<std::size_t, std::size_t>, std::vector<MarkedSpan>> spans_;
  std::set<std::pair<std::uint32_t, std::uint32_t>> located_;
};

}  // namespace gouji::report
