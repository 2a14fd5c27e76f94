// A stretch of the document with what findings quote of it marked, for the HTML report.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "gouji/finding.hpp"

namespace gouji::report {

/// One evidence on one text; positions are code points of that text, ends exclusive.
struct MarkedSpan {
  std::uint32_t start = 0;
  std::uint32_t end = 0;
  std::uint32_t mark_start = 0;  // the decisive characters, within start and end
  std::uint32_t mark_end = 0;
  std::uint32_t finding = 0;   // number of the finding in its document, from 1
  std::uint32_t evidence = 0;  // its place among the finding's evidence, from 1
  Severity severity = Severity::info;
  bool is_open = true;
};

/// The text, escaped; every stretch between two ends of spans is at most one <mark>, whose data-f names all evidence on
/// it ("3.1! 7.2", ! = decisive). Each evidence has one empty link where it begins: id "d1f3e2", to its finding
/// "#d1f3". Spans that reach beyond the text are cut.
[[nodiscard]] std::string marked_html(const std::string& text, std::vector<MarkedSpan> spans,
                                      const std::string& document, Language language);

/// ① to ㊿, "(51)" beyond.
[[nodiscard]] std::string circled(std::uint32_t number);

}  // namespace gouji::report
