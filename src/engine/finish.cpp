// SPDX-License-Identifier: Apache-2.0
#include "engine/finish.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <tuple>
#include <utility>

#include "base/sha256.hpp"
#include "engine/content_key.hpp"
#include "engine/document_text.hpp"

namespace gouji::engine {
namespace {

constexpr std::size_t kIdLength = 16;

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
    item.key = std::move(draft.key);
    Finding& finding = item.finding;
    finding.kin = sha256_hex(draft.kin).substr(0, kIdLength);
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
