// Comments in a document that ask for findings to be left alone: «gouji:忽略 change/rate 已核对底稿» or
// «gouji: ignore change/rate checked against the ledger». Several rules are parted by 、 or commas; a rule may be a
// family, a content id or 本条 (all that is found there). A comment without a reason is not honoured.
// It holds for findings with any evidence in the paragraphs or cells that the comment was made on.
//
//   gate::apply_comments(outcome, gate::rule_names(engine.rules()));
//
// Thread rule: pure functions.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "gouji/outcome.hpp"
#include "gouji/rule_info.hpp"

namespace gouji::gate {

struct IgnoreComment {
  std::vector<std::string> targets;  // rules, families, content ids
  bool is_all = false;               // 本条: whatever is found there
  std::string reason;                // may be empty
};

/// Ids and families, sorted: what a target may name beside content ids.
[[nodiscard]] std::vector<std::string> rule_names(const std::vector<RuleInfo>& rules);

/// What the comment asks for; nothing when it does not speak to gouji. `names` tell where a list of rules ends and the
/// reason begins: «change/rate, see the ledger».
[[nodiscard]] std::optional<IgnoreComment> parse_ignore_comment(std::string_view text,
                                                                const std::vector<std::string>& names);

/// Sets the standing of the open findings that a comment covers, and adds a note for each comment that is not honoured
/// (no reason, no rule, unknown rule) or that met nothing although its rules were run.
void apply_comments(Outcome& outcome, const std::vector<std::string>& names);

}  // namespace gouji::gate
