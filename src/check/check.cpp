// SPDX-License-Identifier: Apache-2.0
#include "check/check.hpp"

#include <algorithm>
#include <iterator>

#include "base/utf8.hpp"

namespace gouji::check {

void Sink::not_comparable(std::string_view reason) {
  ++counts_.not_comparable;
  const auto at = std::lower_bound(reasons_.begin(), reasons_.end(), reason);
  if (at == reasons_.end() || *at != reason) reasons_.insert(at, std::string(reason));
}

void Sink::report(Draft draft) {
  ++counts_.contradicted;
  drafts_.push_back(std::move(draft));
}

Sink Sink::part(Severity severity, const Bilingual& title) const {
  return {rule_, std::min(severity_, severity), confidence_, title.empty() ? title_ : title};
}

void Sink::absorb(Sink part) {
  // Two checks of one rule may see the same figure wrong: one contradiction.
  const auto is_told = [&](const Draft& draft) {
    return !draft.evidence.empty() && std::any_of(drafts_.begin(), drafts_.end(), [&](const Draft& other) {
      return !other.evidence.empty() && other.evidence[0].passage == draft.evidence[0].passage &&
             other.evidence[0].mark.begin == draft.evidence[0].mark.begin &&
             other.evidence[0].mark.end == draft.evidence[0].mark.end && other.expected == draft.expected;
    });
  };
  const auto told = std::remove_if(part.drafts_.begin(), part.drafts_.end(), is_told);
  part.counts_.contradicted -= static_cast<std::uint32_t>(part.drafts_.end() - told);
  part.drafts_.erase(told, part.drafts_.end());
  counts_ += part.counts_;
  for (const std::string& reason : part.reasons_) {
    const auto at = std::lower_bound(reasons_.begin(), reasons_.end(), reason);
    if (at == reasons_.end() || *at != reason) reasons_.insert(at, reason);
  }
  std::move(part.drafts_.begin(), part.drafts_.end(), std::back_inserter(drafts_));
}

void wants(const DocumentView& view, std::uint32_t fact_index, const Interval& value, Draft& draft) {
  const facts::Fact& fact = view.facts.facts[fact_index];
  if (value.is_defined()) draft.corrections.push_back({fact.passage, fact.span, value});
}

Spot spot_of(const DocumentView& view, std::uint32_t fact_index, std::string_view role) {
  const facts::Fact& fact = view.facts.facts[fact_index];
  const std::string_view text = view.text.passages[fact.passage].text;
  constexpr std::uint32_t kMostBytes = 120;  // a label longer than 40 characters is cut at its end
  std::uint32_t begin = fact.span.begin;
  if (fact.label.end > fact.label.begin && fact.label.begin < begin) {
    begin = fact.label.begin;
  } else if (fact.table == docx::kNone) {
    // no name before it: the words back to the clause mark tell the reader where he is
    while (begin > 0) {
      const auto before = static_cast<std::uint32_t>(utf8::previous(text, begin));
      const char32_t code = utf8::decode(text, before);
      if (code == U'，' || code == U'。' || code == U'；' || code == U'：' || code == U'（' || code == U'）' ||
          code == U'\n')
        break;
      begin = before;
    }
  }
  while (fact.span.begin - begin > kMostBytes) begin += static_cast<std::uint32_t>(utf8::length(text[begin]));
  return {std::string(role), fact.passage, {begin, fact.span.end}, fact.span};
}

}  // namespace gouji::check
