// One document of the HTML report, and its line in the overview.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>

#include "report/reporter.hpp"

namespace gouji::report {

/// Heading, counts, coverage and notes; findings; text. `number` counts from 1: its ids begin with "d1".
[[nodiscard]] std::string document_html(const Outcome& outcome, std::size_t number, const ReportOptions& options);

/// A row of the table of all documents.
[[nodiscard]] std::string overview_row(const Outcome& outcome, std::size_t number, const ReportOptions& options);
[[nodiscard]] std::string overview_head(Language language);

/// Notes as a list; empty for none.
[[nodiscard]] std::string notes_html(const std::vector<Note>& notes, Language language);

}  // namespace gouji::report
