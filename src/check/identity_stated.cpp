// SPDX-License-Identifier: Apache-2.0
#include "check/identity_stated.hpp"

#include <algorithm>

#include "check/clause.hpp"
#include "check/identity_region.hpp"

namespace gouji::check {
namespace {

using facts::Fact;

// 支出总计…，其中：…年末结转和结余…: a part of the total, not a rest beside it.
bool is_part_of_figure(const DocumentView& view, const Fact& stated, const std::vector<std::uint32_t>& figures) {
  const lexicon::ClassId open = view.lexicon.class_id("partition_open");
  if (open == lexicon::kNoClass) return false;
  const text::Passage& passage = view.text.passages[stated.passage];
  return std::any_of(figures.begin(), figures.end(), [&](std::uint32_t index) {
    const Fact& figure = view.facts.facts[index];
    if (figure.passage != stated.passage || figure.span.end > stated.span.begin) return false;
    const std::string_view between =
        std::string_view(passage.text).substr(figure.span.end, stated.span.begin - figure.span.end);
    return between.find("。") == std::string_view::npos && view.lexicon.contains(open, between);
  });
}

bool is_stated_in(const DocumentView& view, const IdentityRule& rule, std::uint32_t passage,
                  const std::vector<std::uint32_t>& figures) {
  const facts::Range range = view.facts.facts_of[passage];
  for (std::uint32_t index = range.begin; index < range.end; ++index) {
    const Fact& fact = view.facts.facts[index];
    if (!is_amount(fact)) continue;
    const TermMatch match = match_term(rule, view.lexicon, clause_before(view, index));
    if (!match.found() || fact.value.is_zero()) continue;
    const bool counts =
        std::find(rule.unless_stated.begin(), rule.unless_stated.end(), match.term) != rule.unless_stated.end();
    if (counts && !is_part_of_figure(view, fact, figures)) return true;
  }
  return false;
}

}  // namespace

bool is_stated_near(const DocumentView& view, const IdentityRule& rule, const std::vector<std::uint32_t>& figures) {
  if (rule.unless_stated.empty()) return false;
  for (const std::uint32_t figure : figures) {
    const std::uint32_t home = view.facts.facts[figure].passage;
    const text::Passage& passage = view.text.passages[home];
    if (passage.in_table()) return false;
    if (is_stated_in(view, rule, home, figures)) return true;
    if (passage.heading == docx::kNone) continue;
    for (std::uint32_t other = 0; other < view.text.passages.size(); ++other) {
      const text::Passage& near = view.text.passages[other];
      if (other == home || near.heading != passage.heading || near.in_table() || near.is_toc) continue;
      if (is_stated_in(view, rule, other, figures)) return true;
    }
  }
  return false;
}

}  // namespace gouji::check
