// SPDX-License-Identifier: Apache-2.0
#include "check/identity_unopened.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "check/clause.hpp"
#include "check/identity_region.hpp"
#include "check/working.hpp"

namespace gouji::check {
namespace {

using facts::Fact;

bool is_named_anywhere(const DocumentView& view, const IdentityRule& rule) {
  return std::any_of(view.text.passages.begin(), view.text.passages.end(), [&](const text::Passage& passage) {
    return std::any_of(rule.unopened_unless.begin(), rule.unopened_unless.end(),
                       [&](lexicon::ClassId id) { return view.lexicon.contains(id, passage.text); });
  });
}

/// The only figure of a term without scope: parts of it (财政拨款结转结余) come behind and have one.
std::uint32_t figure_of(const DocumentView& view, const IdentityRule& rule, std::uint32_t passage, std::size_t term,
                        std::string& word) {
  std::uint32_t found = docx::kNone;
  const facts::Range range = view.facts.facts_of[passage];
  for (std::uint32_t index = range.begin; index < range.end; ++index) {
    const Fact& fact = view.facts.facts[index];
    const bool is_usable = fact.kind == facts::FactKind::money && fact.scope.empty() && !fact.is_range_part &&
                           fact.qualifier == facts::Qualifier::exact && fact.period != facts::Period::prior;
    if (!is_usable) continue;
    TermMatch match = match_term(rule, view.lexicon, clause_before(view, index));
    if (match.term != term || match.is_qualified) continue;
    if (found != docx::kNone) return docx::kNone;
    found = index;
    word = std::move(match.word);
  }
  return found;
}

/// The figure among the listed parts of `total` that equals the gap.
std::uint32_t part_that_equals(const DocumentView& view, std::uint32_t total, const Rational& gap) {
  for (const statement::Partition& partition : view.statements.partitions) {
    if (partition.total != total) continue;
    for (const std::uint32_t part : partition.parts) {
      if (view.facts.facts[part].value == gap) return part;
    }
  }
  return docx::kNone;
}

/// Is the figure fully explained by a closed list of its parts?
bool is_explained(const DocumentView& view, std::uint32_t total) {
  return std::any_of(view.statements.partitions.begin(), view.statements.partitions.end(), [&](const auto& partition) {
    if (partition.total != total || partition.is_open || !partition.doubt.empty()) return false;
    Rational sum = 0;
    for (const std::uint32_t part : partition.parts) sum += view.facts.facts[part].value;
    return sum == view.facts.facts[total].value;
  });
}

void judge_sum(const DocumentView& view, Sink& sink, const IdentityRule& rule, const Sum& sum,
               std::set<std::uint32_t>& judged) {
  if (sum.parts.size() != 2) return;
  bool is_named = false;
  bool is_known = false;
  for (std::uint32_t passage = 0; passage < view.text.passages.size(); ++passage) {
    if (view.text.passages[passage].is_toc || view.text.passages[passage].in_table()) continue;
    std::string word;
    const std::uint32_t closing = figure_of(view, rule, passage, sum.total, word);
    const std::uint32_t income = figure_of(view, rule, passage, sum.parts[0].term, word);
    const bool is_grand_total = word.find("总计") != std::string::npos;
    const std::uint32_t expense = figure_of(view, rule, passage, sum.parts[1].term, word);
    if (closing == docx::kNone || income == docx::kNone || expense == docx::kNone) continue;
    if (judged.count(closing) != 0) continue;
    const Fact& in = view.facts.facts[income];
    const Fact& out = view.facts.facts[expense];
    const Fact& rest = view.facts.facts[closing];
    const Rational difference = in.value - out.value;
    if (difference.is_zero()) continue;
    judged.insert(closing);
    if (rest.value == difference) {
      sink.holds();
      continue;
    }
    if ((in.interval() - out.interval()).meets(rest.interval())) {
      sink.rounding();
      continue;
    }
    if (!is_known) is_named = is_named_anywhere(view, rule);
    is_known = true;
    const Rational gap = rest.value - difference;
    const std::uint32_t part = part_that_equals(view, closing, gap);
    const bool is_shown = part != docx::kNone || (is_grand_total && is_explained(view, income));
    if (is_named || gap.is_negative() || !is_shown) {
      sink.not_comparable("期初结转可能未列");
      continue;
    }
    Draft draft = sink.draft();
    draft.severity = std::min(draft.severity, Severity::warning);
    draft.evidence = {spot_of(view, closing, "closing"), spot_of(view, income, "income"),
                      spot_of(view, expense, "expense")};
    draft.working = sum_working({{in.value, false}, {out.value, true}}, rest.value, rest);
    draft.expected = show(difference, rest);
    draft.actual = show(rest.value, rest);
    const std::string missing = show(gap, rest);
    draft.message = {
        fmt::format("收入减支出与结转结余不符：全文没有写明年初结转，须有 {} 的年初结转才能相平", missing),
        fmt::format("income less spending is not the closing balance; no opening balance is stated, and it "
                    "would have to be {}",
                    missing)};
    if (part != docx::kNone) {
      const std::string& label = view.facts.facts[part].label_text;
      draft.cause = {fmt::format("差额 {} 恰等于所列的{}", missing, label.empty() ? "一部分" : label),
                     fmt::format("the gap of {} is exactly one of its listed parts", missing)};
      draft.evidence.push_back(spot_of(view, part, "part"));
    }
    wants(view, closing, in.interval() - out.interval(), draft);
    sink.report(std::move(draft));
  }
}

}  // namespace

void judge_unopened(const DocumentView& view, Sink& sink, const IdentityRule& rule, std::set<std::uint32_t>& judged) {
  for (const Sum& sum : rule.unopened) judge_sum(view, sink, rule, sum, judged);
}

}  // namespace gouji::check
