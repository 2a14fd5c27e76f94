// SPDX-License-Identifier: Apache-2.0
#include "engine/root_cause.hpp"

#include <algorithm>
#include <vector>

namespace gouji::engine {
namespace {

MarkKey mark_of(const check::Correction& correction) {
  return {correction.passage, correction.mark.begin, correction.mark.end};
}

std::vector<MarkKey> marks_of(const check::Draft& draft) {
  std::vector<MarkKey> marks;
  for (const check::Spot& spot : draft.evidence) marks.push_back(key_of(spot));
  std::sort(marks.begin(), marks.end());
  marks.erase(std::unique(marks.begin(), marks.end()), marks.end());
  return marks;
}

std::vector<MarkKey> shared_marks(const check::Draft& a, const check::Draft& b) {
  const std::vector<MarkKey> of_a = marks_of(a);
  const std::vector<MarkKey> of_b = marks_of(b);
  std::vector<MarkKey> shared;
  std::set_intersection(of_a.begin(), of_a.end(), of_b.begin(), of_b.end(), std::back_inserter(shared));
  return shared;
}

/// What a draft wants of one figure; nullptr when it does not say.
const Interval* wanted(const check::Draft& draft, const MarkKey& mark) {
  for (const check::Correction& correction : draft.corrections) {
    if (mark_of(correction) == mark) return &correction.value;
  }
  return nullptr;
}

bool disagree(const check::Draft& a, const check::Draft& b, const MarkKey& mark) {
  const Interval* of_a = wanted(a, mark);
  const Interval* of_b = wanted(b, mark);
  return of_a != nullptr && of_b != nullptr && !of_a->meets(*of_b);
}

}  // namespace

MarkKey key_of(const check::Spot& spot) {
  const text::Span span = spot.mark.end > spot.mark.begin ? spot.mark : spot.quote;
  return {spot.passage, span.begin, span.end};
}

std::optional<Suspect> shared_suspect(const check::Draft& a, const check::Draft& b) {
  for (const check::Correction& correction : a.corrections) {
    const Interval* other = wanted(b, mark_of(correction));
    if (other == nullptr || !correction.value.meets(*other)) continue;
    const Interval& narrower = other->width() < correction.value.width() ? *other : correction.value;
    return Suspect{mark_of(correction), narrower};
  }
  return std::nullopt;
}

bool is_same_cause(const check::Draft& a, const check::Draft& b) {
  if (a.evidence.empty() || b.evidence.empty()) return false;
  if (shared_suspect(a, b)) return true;
  const MarkKey first = key_of(a.evidence.front());
  if (first == key_of(b.evidence.front())) return !disagree(a, b, first);
  const std::vector<MarkKey> shared = shared_marks(a, b);
  if (shared.size() < 2) return false;
  return std::any_of(shared.begin(), shared.end(), [&](const MarkKey& mark) { return !disagree(a, b, mark); });
}

}  // namespace gouji::engine
