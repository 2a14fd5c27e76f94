// SPDX-License-Identifier: Apache-2.0
#include "check/xref_project_funds.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "check/same_quantity.hpp"
#include "check/working.hpp"
#include "facts/label.hpp"

namespace gouji::check {
namespace {

using facts::Fact;
using facts::FactKind;
using quantity::Quantity;
using quantity::Role;
using Text = std::string_view;

constexpr std::size_t kTelling = 1000;  // a shared amount of this many printed steps is hardly chance

bool is_telling(const Fact& fact) {
  if (fact.kind != FactKind::money || !fact.is_plain()) return false;
  Int128 digits = fact.printed.coefficient;
  while (digits != 0 && digits % 10 == 0) digits /= 10;
  return digits >= static_cast<Int128>(kTelling);
}

/// Amounts that a passage states and that may tie it to another passage.
std::vector<std::uint32_t> telling_facts(const DocumentView& view, std::uint32_t passage) {
  std::vector<std::uint32_t> out;
  const facts::Range range = view.facts.facts_of[passage];
  for (std::uint32_t index = range.begin; index < range.end; ++index) {
    if (is_telling(view.facts.facts[index])) out.push_back(index);
  }
  return out;
}

/// The year of «…纳入2023年预算» right behind the figure; 0 when it does not stand there.
int budgeted_year(const DocumentView& view, std::uint32_t index) {
  const Fact& fact = view.facts.facts[index];
  const Text text = view.text.passages[fact.passage].text;
  const lexicon::ClassId put = view.lexicon.class_id("quantity_put_into");
  Text behind = text.substr(fact.span.end);
  const std::size_t size = facts::prefix_of(view.lexicon, put, behind);
  if (size == 0 || index + 1 >= view.facts.facts.size()) return 0;
  const Fact& next = view.facts.facts[index + 1];
  if (next.passage != fact.passage || next.kind != FactKind::date || next.span.begin != fact.span.end + size) return 0;
  behind = text.substr(next.span.end);
  const lexicon::ClassId budget = view.lexicon.class_id("quantity_budget_of_year");
  return facts::prefix_of(view.lexicon, budget, behind) > 0 ? next.date.year : 0;
}

}  // namespace

void judge_project_funds(const DocumentView& view, Sink& sink) {
  for (std::uint32_t index = 0; index < view.facts.facts.size() && !view.budget.is_spent_by_now(); ++index) {
    const Fact& planned = view.facts.facts[index];
    if (planned.kind != FactKind::money || !planned.is_plain()) continue;
    if (view.text.passages[planned.passage].in_table()) continue;
    const int year = budgeted_year(view, index);
    if (year == 0) continue;
    const std::vector<std::uint32_t> ties = telling_facts(view, planned.passage);
    std::vector<std::pair<const Quantity*, std::uint32_t>> handed;
    for (const Quantity& quantity : view.quantities.all) {
      const Fact& fact = view.facts.facts[quantity.fact];
      if (quantity.in_table() || quantity.role != Role::arrived || quantity.year != year) continue;
      if (fact.kind != FactKind::money || !fact.is_plain() || fact.passage == planned.passage) continue;
      for (const std::uint32_t own : telling_facts(view, fact.passage)) {
        const auto tie = std::find_if(ties.begin(), ties.end(), [&](std::uint32_t other) {
          return view.facts.facts[other].value == view.facts.facts[own].value && own != quantity.fact;
        });
        if (tie == ties.end()) continue;
        handed.emplace_back(&quantity, own);
        break;
      }
    }
    if (handed.empty()) continue;
    if (handed.size() > 1) {
      sink.not_comparable("several-values");
      continue;
    }
    const Fact& given = view.facts.facts[handed.front().first->fact];
    if (agreement_of(planned, given) != Agreement::differ) {
      sink.holds();
      continue;
    }
    Draft draft = sink.draft();
    draft.severity = std::min(draft.severity, Severity::warning);
    draft.message = {fmt::format("同一项目：纳入{}年预算 {}，当年下达 {}", year, planned.shown(), given.shown()),
                     fmt::format("One project: {} put into the budget of {}, {} handed down that year", planned.shown(),
                                 year, given.shown())};
    const std::string gap = show(abs(planned.value - given.value), given);
    draft.working = {fmt::format("{} ≠ {}，相差 {}", given.shown(), planned.shown(), gap),
                     fmt::format("{} ≠ {}, difference {}", given.shown(), planned.shown(), gap)};
    draft.expected = show(planned.value, given);
    draft.actual = show(given.value, given);
    draft.evidence.push_back(spot_of(view, handed.front().first->fact, "figure"));
    draft.evidence.push_back(spot_of(view, index, "other"));
    draft.evidence.push_back(spot_of(view, handed.front().second, "same-project"));
    wants(view, handed.front().first->fact, planned.interval(), draft);
    wants(view, index, given.interval(), draft);
    sink.report(std::move(draft));
  }
}

}  // namespace gouji::check
