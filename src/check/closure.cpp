// SPDX-License-Identifier: Apache-2.0
#include "check/closure.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "check/closure_slip.hpp"
#include "check/working.hpp"
#include "statement/sentence.hpp"

namespace gouji::check {
namespace {

using facts::Fact;
using statement::ListForm;
using statement::LooseSum;
using statement::Remainder;

enum class Of { enumeration, list_then_sum, owed, left, count, count_left };
enum class Fit { exact, rounding, broken };

constexpr std::size_t kMostLooseParts = 6;  // of a stretch that nothing but its order makes a list

/// How unlikely an accident must be before we speak, by how much the form speaks for a list.
Rational most_chance(ListForm form) {
  switch (form) {
    case ListForm::opened: return Rational::of(1, 5);
    case ListForm::joined: return Rational::of(1, 100);
    case ListForm::plain: break;
  }
  return Rational::of(1, 1000);
}

struct Suspicion {
  const LooseSum* sum = nullptr;
  Slip slip;
  bool is_only = false;  // no other operand could carry the slip
  Rational chance;
};

class ClosureCheck final : public Check {
 public:
  explicit ClosureCheck(Of of) : of_(of) {}

  void run(const DocumentView& view, Sink& sink) const override {
    const std::vector<LooseSum>& sums = view.statements.loose_sums;
    for (auto first = sums.begin(); first != sums.end();) {
      const auto last =
          std::find_if(first, sums.end(), [&](const LooseSum& sum) { return sum.sentence != first->sentence; });
      judge(view, {first, last}, facts::FactKind::money, sink);
      judge(view, {first, last}, facts::FactKind::count, sink);
      first = last;
    }
  }

 private:
  [[nodiscard]] static Fit fit_of(const DocumentView& view, const LooseSum& sum) {
    const Fact& total = view.facts.facts[sum.total];
    Interval range = Interval::point(0);
    Rational value = 0;
    Rational steps = total.step;
    for (const std::uint32_t part : sum.parts) {
      const Fact& fact = view.facts.facts[part];
      range = range + fact.interval();
      value += fact.value;
      steps += fact.step;
    }
    if (value == total.value) return Fit::exact;
    if (!range.is_defined() || !total.interval().is_defined() || range.meets(total.interval())) return Fit::rounding;
    return abs(value - total.value) <= steps ? Fit::rounding : Fit::broken;
  }

  /// The rule that speaks of such a sum.
  [[nodiscard]] static Of of(const DocumentView& view, const LooseSum& sum) {
    const bool is_count = view.facts.facts[sum.total].kind == facts::FactKind::count;
    if (sum.rest == Remainder::none || sum.total > sum.parts.back()) {
      if (is_count) return Of::count;
      return sum.total > sum.parts.back() ? Of::list_then_sum : Of::enumeration;
    }
    if (is_count) return Of::count_left;
    return sum.rest == Remainder::owed ? Of::owed : Of::left;
  }

  [[nodiscard]] bool is_mine(const DocumentView& view, const LooseSum& sum) const { return of(view, sum) == of_; }

  /// The parts are another figure's, or the total has one more that stands outside the list.
  [[nodiscard]] static bool is_met_nearby(const DocumentView& view, const LooseSum& sum) {
    Rational value = 0;
    for (const std::uint32_t part : sum.parts) value += view.facts.facts[part].value;
    const Fact& total = view.facts.facts[sum.total];
    const Rational gap = abs(total.value - value);
    const facts::Range range = view.facts.facts_of[total.passage];
    for (std::uint32_t i = range.begin; i < range.end; ++i) {
      const Fact& other = view.facts.facts[i];
      if (other.kind != total.kind || std::find(sum.parts.begin(), sum.parts.end(), i) != sum.parts.end()) continue;
      if (i != sum.total && (other.value == value || other.value == gap)) return true;
    }
    return false;
  }

  void judge(const DocumentView& view, std::span<const LooseSum> sums, facts::FactKind kind, Sink& sink) const {
    std::set<std::uint32_t> totals;  // that some reading closes
    std::set<std::uint32_t> bound;   // in a sum that closes: not where the slip is
    std::vector<const LooseSum*> broken;
    for (const LooseSum& sum : sums) {
      if (view.facts.facts[sum.total].kind != kind) continue;
      const Fit fit = fit_of(view, sum);
      if (fit == Fit::broken) {
        broken.push_back(&sum);
        continue;
      }
      if (sum.form != ListForm::plain && is_mine(view, sum)) fit == Fit::exact ? sink.holds() : sink.rounding();
      totals.insert(sum.total);
      if (fit == Fit::exact) {
        bound.insert(sum.total);
        bound.insert(sum.parts.begin(), sum.parts.end());
      }
    }
    std::optional<Suspicion> best;
    for (const LooseSum* sum : broken) {
      if (sum->form == ListForm::plain && sum->parts.size() > kMostLooseParts) continue;
      if (totals.count(sum->total) != 0) continue;
      const auto rivals =
          std::count_if(broken.begin(), broken.end(), [&](const LooseSum* other) { return other->form >= sum->form; });
      std::optional<Suspicion> found = suspect(view, *sum, bound);
      if (!found) continue;
      found->chance = found->slip.chance * Rational(static_cast<std::int64_t>(rivals));
      if (found->chance > most_chance(sum->form) || is_doubtful(view, *sum) || is_met_nearby(view, *sum)) continue;
      if (!best || found->chance / most_chance(sum->form) < best->chance / most_chance(best->sum->form)) best = found;
    }
    if (best && is_mine(view, *best->sum)) report(view, *best, sink);
  }

  [[nodiscard]] static bool is_doubtful(const DocumentView& view, const LooseSum& sum) {
    return std::any_of(view.statements.partitions.begin(), view.statements.partitions.end(),
                       [&](const statement::Partition& partition) {
                         return partition.total == sum.total && !partition.doubt.empty();
                       });
  }

  [[nodiscard]] static std::optional<Suspicion> suspect(const DocumentView& view, const LooseSum& sum,
                                                        const std::set<std::uint32_t>& bound) {
    std::optional<Suspicion> found;
    for (const Slip& slip : slips_of(view.facts, sum.total, sum.parts)) {
      if (bound.count(slip.fact) != 0) continue;
      if (!found) {
        found = Suspicion{&sum, slip, true, slip.chance};
        continue;
      }
      found->is_only = false;
      if (slip.chance < found->slip.chance || slip.fact == sum.total) found->slip = slip;
    }
    return found;
  }

  static void report(const DocumentView& view, const Suspicion& suspicion, Sink& sink) {
    const LooseSum& sum = *suspicion.sum;
    const Fact& total = view.facts.facts[sum.total];
    Draft draft = sink.draft();
    if (sum.form != ListForm::opened) draft.severity = std::min(draft.severity, Severity::warning);
    std::vector<Term> terms;
    Rational value = 0;
    Interval range = Interval::point(0);
    for (const std::uint32_t part : sum.parts) {
      const Fact& fact = view.facts.facts[part];
      terms.push_back({fact.value, false});
      value += fact.value;
      range = range + fact.interval();
    }
    draft.working = sum_working(terms, total.value, total);
    draft.expected = show(value, total);
    draft.actual = total.printed.to_string();
    const Fact& wrong = view.facts.facts[suspicion.slip.fact];
    if (suspicion.is_only) draft.cause = cause_of(suspicion.slip.kind, suspicion.slip.want, wrong);
    const std::uint32_t first = suspicion.is_only ? suspicion.slip.fact : sum.total;
    draft.evidence.push_back(spot_of(view, first, first == sum.total ? "total" : "part"));
    if (first != sum.total) draft.evidence.push_back(spot_of(view, sum.total, "total"));
    for (const std::uint32_t part : sum.parts) {
      if (part != first) draft.evidence.push_back(spot_of(view, part, "part"));
    }
    if (first == sum.total) {
      wants(view, sum.total, range, draft);
    } else {
      const Rational half = (range.width() - wrong.interval().width() + total.interval().width()) / 2;
      wants(view, first, Interval::around(suspicion.slip.want, half), draft);
    }
    sink.report(std::move(draft));
  }

  Of of_;
};

}  // namespace

std::unique_ptr<Check> make_closure(Params& params) {
  constexpr std::array<std::pair<std::string_view, Of>, 6> kNames{{{"enumeration", Of::enumeration},
                                                                   {"list_then_sum", Of::list_then_sum},
                                                                   {"owed", Of::owed},
                                                                   {"left", Of::left},
                                                                   {"count", Of::count},
                                                                   {"count_left", Of::count_left}}};
  std::vector<std::string> allowed;
  for (const auto& [name, of] : kNames) allowed.emplace_back(name);
  const std::string chosen = params.choice("of", allowed, "enumeration");
  for (const auto& [name, of] : kNames) {
    if (name == chosen) return std::make_unique<ClosureCheck>(of);
  }
  return std::make_unique<ClosureCheck>(Of::enumeration);
}

}  // namespace gouji::check
