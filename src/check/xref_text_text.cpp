// SPDX-License-Identifier: Apache-2.0
#include "check/xref_text_text.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "check/same_quantity.hpp"
#include "check/xref_project_funds.hpp"
#include "check/xref_slips.hpp"
#include "quantity/name.hpp"

namespace gouji::check {
namespace {

using facts::Fact;
using facts::FactKind;
using facts::Period;
using quantity::Naming;
using quantity::Origin;
using quantity::Quantity;
using quantity::Role;

struct Place {
  const Quantity* quantity = nullptr;
  std::string bearers;  // whose figure it is: places and levels named before it in the sentence, topic of its heading
};

enum class Wanted { amounts, rates };

class XrefTextTextCheck final : public Check {
 public:
  explicit XrefTextTextCheck(Wanted wanted) : wanted_(wanted) {}

  void run(const DocumentView& view, Sink& sink) const override {
    const quantity::Namer namer(view.lexicon);
    std::map<std::string, std::vector<Place>> places;
    for (const Quantity& quantity : view.quantities.all) {
      if (quantity.in_table() || !is_comparable(view, quantity)) continue;
      const Fact& fact = view.facts.facts[quantity.fact];
      if ((fact.kind == FactKind::percent) != (wanted_ == Wanted::rates)) continue;
      if (!says_enough(quantity, namer) || quantity.period == Period::prior) continue;
      if (namer.has(namer.adjusting, sentence_of(view, fact))) continue;
      places[quantity.subject].push_back({&quantity, bearers_of(view, namer, quantity)});
    }
    std::set<const Quantity*> accused;
    for (auto& [subject, all] : places) judge(view, all, accused, sink);
    if (wanted_ != Wanted::amounts) return;
    judge_project_funds(view, sink);
    judge_slips(view, accused, sink);
  }

 private:
  [[nodiscard]] bool says_enough(const Quantity& quantity, const quantity::Namer& namer) const {
    if (wanted_ == Wanted::rates) {
      const bool is_rate = quantity.role == Role::rate && quantity.subject_origin == Origin::stated;
      return is_rate && quantity.subject.size() >= 12 && namer.names_rate(quantity.subject);
    }
    switch (quantity.naming) {
      case Naming::specific: return namer.names_one_thing(quantity.subject);
      case Naming::whole: return quantity.subject.size() > 6;  // 收入, 支出: whose?
      case Naming::none:
      case Naming::generic:
      case Naming::plain: return false;
    }
    return false;
  }

  static std::string_view sentence_of(const DocumentView& view, const Fact& fact) {
    const text::Passage& passage = view.text.passages[fact.passage];
    std::size_t begin = passage.text.rfind("。", fact.span.begin);
    begin = begin == std::string::npos ? 0 : begin;
    const std::size_t end = std::min(passage.text.find("。", fact.span.end), passage.text.size());
    return std::string_view(passage.text).substr(begin, end - begin);
  }

  static std::string bearers_of(const DocumentView& view, const quantity::Namer& namer, const Quantity& quantity) {
    const Fact& fact = view.facts.facts[quantity.fact];
    const text::Passage& passage = view.text.passages[fact.passage];
    std::size_t begin = passage.text.rfind("。", fact.span.begin);
    begin = begin == std::string::npos ? 0 : begin;
    std::string out =
        namer.context_in(std::string_view(passage.text).substr(begin, fact.span.begin - begin), quantity.subject);
    if (passage.heading == docx::kNone) return out;
    const quantity::Name heading = namer.read(view.text.passages[passage.heading].text);
    if (namer.ends_like_topic(heading.subject) && heading.subject != quantity.subject) out += "@" + heading.subject;
    return out;
  }

  static std::uint32_t chapter_of(const DocumentView& view, const Quantity& quantity) {
    std::uint32_t at = view.facts.facts[quantity.fact].passage;
    while (view.text.passages[at].heading != docx::kNone && view.text.passages[at].heading != at)
      at = view.text.passages[at].heading;
    return at;
  }

  /// The names of whole sums say little alone: one chapter, or the year said in both places.
  [[nodiscard]] bool may_accuse(const DocumentView& view, const Place& a, const Place& b) const {
    if (a.bearers != b.bearers) return false;
    if (wanted_ == Wanted::rates) return true;
    if (a.quantity->naming == Naming::specific) return true;
    const bool years = a.quantity->year_origin == Origin::stated && b.quantity->year_origin == Origin::stated;
    return (years || chapter_of(view, *a.quantity) == chapter_of(view, *b.quantity)) &&
           a.quantity->subject_origin == Origin::stated && b.quantity->subject_origin == Origin::stated &&
           a.quantity->scope == b.quantity->scope;
  }

  void judge(const DocumentView& view, std::vector<Place>& all, std::set<const Quantity*>& accused, Sink& sink) const {
    constexpr std::size_t kMostPlaces = 200;  // what is said more often is no one quantity, and pairs are many
    if (all.size() > kMostPlaces) return sink.not_comparable("too-many-places");
    for (std::size_t i = 0; i < all.size() && !view.budget.is_spent_by_now(); ++i) {
      for (std::size_t k = i + 1; k < all.size(); ++k) {
        const Quantity& a = *all[i].quantity;
        const Quantity& b = *all[k].quantity;
        const Fact& one = view.facts.facts[a.fact];
        const Fact& other = view.facts.facts[b.fact];
        if (fit_of(view, a, b) == Fit::no) continue;
        const Agreement agreement = agreement_of(one, other);
        if (agreement == Agreement::same) sink.holds();
        if (agreement == Agreement::rounding) sink.rounding();
        if (agreement == Agreement::unknown) sink.not_comparable("bound");
        if (agreement != Agreement::differ || accused.count(&a) > 0 || accused.count(&b) > 0) continue;
        if (const char* reason = doubt(view, all, all[i], all[k]); reason != nullptr) {
          sink.not_comparable(reason);
          continue;
        }
        accused.insert(&a);
        accused.insert(&b);
        // the value that stands alone is the one to look at; else the later one
        const bool first_is_alone = times(view, all, one) < times(view, all, other);
        Draft draft = sink.draft();
        const bool is_full = a.subject_origin == Origin::stated && b.subject_origin == Origin::stated &&
                             a.role_origin == Origin::stated && b.role_origin == Origin::stated &&
                             fit_of(view, a, b) == Fit::full && wanted_ == Wanted::amounts;
        draft.severity = is_full ? draft.severity : std::min(draft.severity, Severity::warning);
        describe_pair(view, first_is_alone ? a : b, first_is_alone ? b : a, draft);
        sink.report(std::move(draft));
      }
    }
  }

  static std::ptrdiff_t times(const DocumentView& view, const std::vector<Place>& all, const Fact& fact) {
    return std::count_if(all.begin(), all.end(), [&](const Place& place) {
      return view.facts.facts[place.quantity->fact].value == fact.value;
    });
  }

  /// Why two different values may be two quantities; nullptr when nothing speaks for it.
  const char* doubt(const DocumentView& view, const std::vector<Place>& all, const Place& a, const Place& b) const {
    const Fact& one = view.facts.facts[a.quantity->fact];
    const Fact& other = view.facts.facts[b.quantity->fact];
    if (one.passage == other.passage) return "one-passage";
    if (!may_accuse(view, a, b)) return "other-bearer";
    if (a.quantity->role != b.quantity->role) return "role";
    if (one.value.is_zero() || other.value.is_zero()) return "zero";
    if (power_apart(one, other) > 1) return "unit";
    if (times(view, all, one) > 1 && times(view, all, other) > 1) return "several-values";
    std::set<std::string> values;
    for (const Place& place : all) values.insert(view.facts.facts[place.quantity->fact].value.to_string());
    if (values.size() > 2) return "several-values";
    // both values stand in tables under this name: two quantities
    const auto in_table = [&](const Fact& fact) {
      return std::any_of(view.quantities.all.begin(), view.quantities.all.end(), [&](const Quantity& cell) {
        return cell.in_table() && cell.subject == a.quantity->subject &&
               view.facts.facts[cell.fact].value == fact.value;
      });
    };
    return in_table(one) && in_table(other) ? "both-in-tables" : nullptr;
  }

  Wanted wanted_;
};

}  // namespace

std::unique_ptr<Check> make_xref_text_text(Params& params) {
  (void)params;
  return std::make_unique<XrefTextTextCheck>(Wanted::amounts);
}

std::unique_ptr<Check> make_xref_rate(Params& params) {
  (void)params;
  return std::make_unique<XrefTextTextCheck>(Wanted::rates);
}

}  // namespace gouji::check
