// SPDX-License-Identifier: Apache-2.0
#include "check/xref_slips.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "base/utf8.hpp"
#include "check/same_quantity.hpp"
#include "check/slip.hpp"

namespace gouji::check {
namespace {

using facts::Fact;
using facts::FactKind;
using quantity::Quantity;
using Text = std::string_view;

bool is_telling(const Fact& fact) {
  constexpr int kDigits = 5;
  if (fact.kind != FactKind::money || !fact.is_plain() || fact.qualifier != facts::Qualifier::exact) return false;
  Int128 digits = fact.printed.coefficient < 0 ? -fact.printed.coefficient : fact.printed.coefficient;
  int count = 0;
  for (; digits != 0; digits /= 10) ++count;
  return count >= kDigits;
}

/// The words of the clause before the figure that tell what was done with the money: 支付, 送审.
std::vector<std::string> deeds(const DocumentView& view, const Fact& fact) {
  constexpr std::uint32_t kReach = 45;  // bytes
  const lexicon::ClassId words = view.lexicon.class_id("quantity_deed");
  std::vector<std::string> out;
  const Text text = view.text.passages[fact.passage].text;
  std::uint32_t begin = fact.span.begin > kReach ? fact.span.begin - kReach : 0;
  while (begin < fact.span.begin && (static_cast<unsigned char>(text[begin]) & 0xC0U) == 0x80U) ++begin;
  std::string near(text.substr(begin, fact.span.begin - begin));
  for (const Text mark : {Text("。"), Text("；"), Text("，"), Text("、")}) {
    if (const std::size_t at = near.rfind(mark); at != std::string::npos) near.erase(0, at + mark.size());
  }
  if (words == lexicon::kNoClass) return out;
  for (const std::string& word : view.lexicon.words(words)) {
    if (near.find(word) != std::string::npos) out.push_back(word);
  }
  return out;
}

/// The digits of a value but for zeros, sorted: a shifted point and changed places leave them as they are.
std::string digits_of(Text value) {
  std::string digits;
  for (const char c : value) {
    if (c == '/') break;
    if (c >= '1' && c <= '9') digits += c;
  }
  std::sort(digits.begin(), digits.end());
  return digits;
}

bool share(const std::vector<std::string>& one, const std::vector<std::string>& other) {
  return std::any_of(one.begin(), one.end(), [&](const std::string& word) {
    return std::find(other.begin(), other.end(), word) != other.end();
  });
}

/// One slip, and figures of so many digits under so long a name that they are not that close by chance.
bool is_count_slip(const Fact& one, const Fact& other, std::size_t name_bytes) {
  constexpr std::size_t kTellingName = 15;
  if (power_apart(one, other) != 0) return false;
  if (is_slip(one, other, 3)) return true;
  const Rational step = min(one.step, other.step);
  const std::string a = digits_in_steps(one.value, step);
  const std::string b = digits_in_steps(other.value, step);
  const std::optional<SlipKind> slip = slip_of_digits(a, b);
  if (!slip || one.step != other.step) return false;
  const std::size_t digits = std::min(a.size(), b.size());
  if (slip == SlipKind::swapped) return digits >= 2 && name_bytes >= kTellingName;
  return digits >= 3;
}

/// «受益群众2.83万人», elsewhere «受益群众2.38万人».
void judge_counts(const DocumentView& view, Sink& sink) {
  constexpr std::size_t kName = 12;  // bytes
  std::map<std::string, std::vector<const Quantity*>> by_name;
  for (const Quantity& quantity : view.quantities.all) {
    const Fact& fact = view.facts.facts[quantity.fact];
    const bool is_named = quantity.subject_origin == quantity::Origin::stated && quantity.subject.size() >= kName;
    if (fact.kind == FactKind::count && !quantity.in_table() && is_named && is_comparable(view, quantity) &&
        fact.qualifier == facts::Qualifier::exact && quantity.period != facts::Period::prior)
      by_name[quantity.subject].push_back(&quantity);
  }
  for (const auto& [name, all] : by_name) {
    if (all.size() != 2) continue;
    const Fact& one = view.facts.facts[all[0]->fact];
    const Fact& other = view.facts.facts[all[1]->fact];
    if (one.passage == other.passage || fit_of(view, *all[0], *all[1]) == Fit::no ||
        !is_count_slip(one, other, name.size()))
      continue;
    Draft draft = sink.draft();
    describe_pair(view, *all[1], *all[0], draft);
    draft.severity = std::min(draft.severity, Severity::warning);
    sink.report(std::move(draft));
  }
}

}  // namespace

void judge_slips(const DocumentView& view, const std::set<const Quantity*>& accused, Sink& sink) {
  judge_counts(view, sink);
  std::map<std::string, std::vector<std::uint32_t>> by_value;
  for (std::uint32_t index = 0; index < view.facts.facts.size(); ++index) {
    if (is_telling(view.facts.facts[index])) by_value[view.facts.facts[index].value.to_string()].push_back(index);
  }
  using Places = std::vector<std::uint32_t>;
  std::map<std::string, std::vector<const Places*>> by_digits;  // a slip keeps the digits
  for (const auto& [value, places] : by_value) by_digits[digits_of(value)].push_back(&places);
  for (const auto& [value, places] : by_value) {
    if (view.budget.is_spent_by_now()) return;
    const Quantity* lone = view.quantities.of(places.front());
    if (places.size() != 1 || lone == nullptr || lone->in_table() || accused.count(lone) > 0) continue;
    const Fact& figure = view.facts.facts[lone->fact];
    const std::vector<std::string> done = deeds(view, figure);
    if (done.empty()) continue;
    const Quantity* match = nullptr;
    for (const Places* others : by_digits[digits_of(value)]) {
      if (others == &places || !is_slip(figure, view.facts.facts[others->front()])) continue;
      for (const std::uint32_t other : *others) {
        const Quantity* candidate = view.quantities.of(other);
        const Fact& fact = view.facts.facts[other];
        if (fact.passage == figure.passage) match = nullptr;
        if (fact.passage == figure.passage || candidate == nullptr || candidate->in_table() ||
            candidate->period != lone->period || candidate->year != lone->year)
          continue;
        if (share(done, deeds(view, fact))) match = candidate;
      }
    }
    if (match == nullptr) continue;
    // the one that is said less often; of two lone ones the later
    const bool is_later = match->fact < lone->fact;
    const bool is_lone = by_value[view.facts.facts[match->fact].value.to_string()].size() == 1;
    if (is_lone && !is_later) continue;
    Draft draft = sink.draft();
    describe_pair(view, *lone, *match, draft);
    draft.severity = std::min(draft.severity, Severity::warning);
    sink.report(std::move(draft));
  }
}

}  // namespace gouji::check
