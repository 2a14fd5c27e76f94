// The list of a document's findings for the HTML report.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "report/html_places.hpp"
#include "report/reporter.hpp"

namespace gouji::report {

/// Open findings by severity and rule; suppressed and known ones apart, behind them. Finding 3 of document "d1" has the
/// id "d1f3" and links to its places "d1f3e1"….
[[nodiscard]] std::string findings_html(const Outcome& outcome, const HtmlPlaces& places, const std::string& document,
                                        const ReportOptions& options);

/// The fragment of a rule's explanation: "rule-change-rate".
[[nodiscard]] std::string rule_anchor(const std::string& rule);

/// What each of the rules holds, lets pass and asks for; `rules` sorted by id.
[[nodiscard]] std::string rules_html(const std::vector<std::string>& rules, const ReportOptions& options);

}  // namespace gouji::report
