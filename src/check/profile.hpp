// What a place or kind of report does its own way: grade bands, weights, how the execution rate is scored, and which
// rules are off or milder there. Data from rules/profiles/; a document's own bands and weights go before it.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/rational.hpp"
#include "gouji/finding.hpp"

namespace gouji::check {

/// 优: from 90 (of 100) up to the next band.
struct GradeBand {
  std::vector<std::string> words;  // 优, 优秀
  Rational from;
};

/// What a profile says of one rule; no genres = in every genre.
struct RuleSetting {
  std::string rule;  // id or family
  std::vector<std::string> genres;
  bool is_off = false;
  std::optional<Severity> severity;
};

enum class ExecutionScore { proportional, full_from, unknown };

struct Profile {
  std::string id = "default";
  Bilingual title;
  std::vector<GradeBand> grades;  // from the highest band down
  Rational full = 100;            // points that the weights add up to
  ExecutionScore execution = ExecutionScore::unknown;
  Rational execution_full_from = 100;  // rate in % that earns all points
  std::vector<RuleSetting> rules;

  /// The last setting that fits wins; nullptr when there is none.
  [[nodiscard]] const RuleSetting* setting(std::string_view rule, std::string_view genre) const {
    const RuleSetting* found = nullptr;
    for (const RuleSetting& each : rules) {
      const std::string_view family = rule.substr(0, rule.find('/'));
      if (each.rule != rule && each.rule != family) continue;
      bool fits = each.genres.empty();
      for (const std::string& name : each.genres) fits = fits || name == genre;
      if (fits) found = &each;
    }
    return found;
  }
};

}  // namespace gouji::check
