// SPDX-License-Identifier: Apache-2.0
#include "engine/finish.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>

#include "base/utf8.hpp"
#include "engine/document_text.hpp"
#include "engine/sha256.hpp"

namespace gouji::engine {
namespace {

constexpr std::size_t kIdLength = 16;

text::Span mark_of(const check::Spot& spot) { return spot.mark.end > spot.mark.begin ? spot.mark : spot.quote; }

/// Labels and values of the figures under a mark, so that moved text keeps its id; other words stand for themselves.
void add_operands(const check::DocumentView& view, const check::Spot& spot, std::string& key) {
  key += '\x1f';
  key += spot.role;
  if (spot.passage >= view.text.passages.size()) return;
  const text::Span mark = mark_of(spot);
  bool has_figure = false;
  const facts::Range range = view.facts.facts_of[spot.passage];
  for (std::uint32_t index = range.begin; index < range.end; ++index) {
    const facts::Fact& fact = view.facts.facts[index];
    if (fact.span.begin >= mark.end || fact.span.end <= mark.begin) continue;
    has_figure = true;
    key += '\x1e';
    key += fact.label_text;
    key += '=';
    key += fact.text_value.empty() ? fact.printed.to_string() + (fact.unit == nullptr ? "" : fact.unit->word)
                                   : fact.text_value;
    if (fact.kind == facts::FactKind::date) key += view.text.passages[spot.passage].of(fact.span);
  }
  if (!has_figure) key += view.text.passages[spot.passage].of(mark);
}

std::string key_of(const check::DocumentView& view, const RuleDraft& draft) {
  std::string key = draft.rule;
  if (!draft.draft.key.empty()) return key + '\x1f' + draft.draft.key;
  for (const check::Spot& spot : draft.draft.evidence) add_operands(view, spot, key);
  return key;
}

Evidence evidence_of(const check::DocumentView& view, const std::vector<std::uint32_t>& lines,
                     const check::Spot& spot) {
  text::Quote quote = text::quote_of(view.document, view.text, spot.passage, spot.quote);
  const text::Quote mark = text::quote_of(view.document, view.text, spot.passage, mark_of(spot));
  // A quote is cut to the paragraph it starts in; one that begins a paragraph before its mark would show nothing.
  const bool shows_mark = mark.place.start >= quote.place.start && mark.place.end <= quote.place.end &&
                          mark.place.paragraph == quote.place.paragraph && mark.place.order >= quote.place.order;
  if (!shows_mark || quote.text.empty()) quote = mark;
  Evidence evidence;
  evidence.role = spot.role;
  evidence.quote = std::move(quote.text);
  evidence.mark_start = mark.place.start - quote.place.start;
  evidence.mark_end = mark.place.end - quote.place.start;
  evidence.place = std::move(quote.place);
  if (spot.passage < lines.size()) evidence.place.line = lines[spot.passage];
  return evidence;
}

}  // namespace

std::vector<Finding> finish(const check::DocumentView& view, std::vector<RuleDraft> drafts) {
  struct Keyed {
    Finding finding;
    std::string key;
  };
  std::vector<Keyed> keyed;
  const std::vector<std::uint32_t> lines = drafts.empty() ? std::vector<std::uint32_t>() : lines_of(view.text);
  for (RuleDraft& draft : drafts) {
    Keyed item;
    item.key = key_of(view, draft);
    Finding& finding = item.finding;
    finding.rule = std::move(draft.rule);
    finding.severity = draft.draft.severity;
    finding.confidence = draft.draft.confidence;
    finding.message = std::move(draft.draft.message);
    finding.working = std::move(draft.draft.working);
    finding.expected = std::move(draft.draft.expected);
    finding.actual = std::move(draft.draft.actual);
    finding.cause = std::move(draft.draft.cause);
    for (const check::Spot& spot : draft.draft.evidence) finding.evidence.push_back(evidence_of(view, lines, spot));
    keyed.push_back(std::move(item));
  }
  const auto place_of = [](const Keyed& item) {
    return item.finding.evidence.empty() ? std::uint32_t{0} : item.finding.evidence.front().place.order;
  };
  std::stable_sort(keyed.begin(), keyed.end(), [&](const Keyed& a, const Keyed& b) {
    return std::forward_as_tuple(place_of(a), a.finding.rule, a.key) <
           std::forward_as_tuple(place_of(b), b.finding.rule, b.key);
  });
  std::map<std::string, int> met;
  std::vector<Finding> findings;
  for (Keyed& item : keyed) {
    const int before = met[item.key]++;
    if (before > 0) item.key += '\x1d' + std::to_string(before);  // the same fault in two places: two ids
    item.finding.id = sha256_hex(item.key).substr(0, kIdLength);
    findings.push_back(std::move(item.finding));
  }
  return findings;
}

}  // namespace gouji::engine
