// SPDX-License-Identifier: Apache-2.0
#include "engine/content_key.hpp"

#include <algorithm>
#include <string_view>
#include <vector>

namespace gouji::engine {
namespace {

constexpr char kSpot = '\x1f';
constexpr char kOperand = '\x1e';

std::vector<const facts::Fact*> facts_under(const check::DocumentView& view, const check::Spot& spot) {
  std::vector<const facts::Fact*> found;
  const text::Span mark = mark_of(spot);
  const facts::Range range = view.facts.facts_of[spot.passage];
  for (std::uint32_t index = range.begin; index < range.end; ++index) {
    const facts::Fact& fact = view.facts.facts[index];
    if (fact.span.begin < mark.end && fact.span.end > mark.begin) found.push_back(&fact);
  }
  return found;
}

/// Labels and values of the figures under a mark, so that moved text keeps its id; other words stand for themselves.
void add_operands(const check::DocumentView& view, const check::Spot& spot, std::string& key) {
  const text::Passage& passage = view.text.passages[spot.passage];
  const std::vector<const facts::Fact*> figures = facts_under(view, spot);
  for (const facts::Fact* fact : figures) {
    key += kOperand;
    key += fact->label_text;
    key += '=';
    key += fact->text_value.empty() ? fact->printed.to_string() + (fact->unit == nullptr ? "" : fact->unit->word)
                                    : fact->text_value;
    if (fact->kind == facts::FactKind::date) key += passage.of(fact->span);
  }
  if (figures.empty()) key += passage.of(mark_of(spot));
}

void add_labels(const check::DocumentView& view, const check::Spot& spot, std::string& key) {
  const std::vector<const facts::Fact*> figures = facts_under(view, spot);
  for (const facts::Fact* fact : figures) {
    key += kOperand;
    key += fact->label_text;
  }
  if (!figures.empty()) return;
  const std::string_view words = view.text.passages[spot.passage].of(mark_of(spot));
  std::copy_if(words.begin(), words.end(), std::back_inserter(key), [](char c) { return c < '0' || c > '9'; });
}

template <class Add>
std::string key_by(const check::DocumentView& view, std::string key, const check::Draft& draft, Add add) {
  for (const check::Spot& spot : draft.evidence) {
    key += kSpot;
    key += spot.role;
    if (spot.passage < view.text.passages.size()) add(view, spot, key);
  }
  return key;
}

}  // namespace

text::Span mark_of(const check::Spot& spot) { return spot.mark.end > spot.mark.begin ? spot.mark : spot.quote; }

std::string content_key(const check::DocumentView& view, const std::string& rule, const check::Draft& draft) {
  if (!draft.key.empty()) return rule + kSpot + draft.key;
  return key_by(view, rule, draft, add_operands);
}

std::string kin_key(const check::DocumentView& view, const std::string& rule, const check::Draft& draft) {
  return key_by(view, "kin " + rule, draft, add_labels);
}

}  // namespace gouji::engine
