// SPDX-License-Identifier: Apache-2.0
#include "check/share_check.hpp"

#include <utility>

#include "check/diagnose.hpp"
#include "check/table_share.hpp"
#include "check/working.hpp"

namespace gouji::check {
namespace {

const Bilingual kSwapped{"疑与另一项的占比两项错位", "two shares look to have changed places"};

using facts::Fact;
using statement::ShareStatement;

class ShareCheck final : public Check {
 public:
  void run(const DocumentView& view, Sink& sink) const override {
    for (const ShareStatement& share : view.statements.shares) judge(view, share, sink);
    judge_table_shares(view, sink);
  }

 private:
  static Interval share_of(const Fact& part, const Fact& whole) {
    return Interval::point(100) * part.interval() / whole.interval();
  }

  static Interval share_of(const DocumentView& view, const ShareStatement& share) {
    return share.whole == docx::kNone ? Interval::undefined()
                                      : share_of(view.facts.facts[share.part], view.facts.facts[share.whole]);
  }

  /// The percentages of two items of one list stand at each other's place; or the percentage is another item's.
  static Bilingual cause_of(const DocumentView& view, const ShareStatement& share, std::uint32_t& partner) {
    const Fact& percent = view.facts.facts[share.percent];
    const Rational nominal = view.facts.facts[share.part].value / view.facts.facts[share.whole].value * Rational(100);
    for (const ShareStatement& other : view.statements.shares) {
      if (other.passage != share.passage || other.percent == share.percent) continue;
      const Interval truth = share_of(view, other);
      const Interval stated = view.facts.facts[other.percent].interval();
      if (!truth.is_defined() || !stated.is_defined() || !truth.meets(percent.interval())) continue;
      if (share_of(view, share).meets(stated)) {
        partner = other.percent;
        return kSwapped;
      }
      return {"与同段另一项的占比相同，疑照抄", "equals the share of another item; probably copied"};
    }
    return diagnose_value(nominal_in_places(nominal, percent), percent.value, percent);
  }

  static Rational nominal_in_places(const Rational& value, const Fact& like) {
    const Rational steps = value / like.step + Rational::of(1, 2);
    if (!steps.is_defined()) return value;
    return Rational::of(steps.numerator() / steps.denominator(), 1) * like.step;
  }

  static void judge(const DocumentView& view, const ShareStatement& share, Sink& sink) {
    const Fact& part = view.facts.facts[share.part];
    const Fact& percent = view.facts.facts[share.percent];
    if (share.whole == docx::kNone) return sink.not_comparable("no-whole");
    const Fact& whole = view.facts.facts[share.whole];
    const Interval truth = share_of(part, whole);
    const Interval stated = percent.interval();
    if (!truth.is_defined() || !stated.is_defined()) return sink.not_comparable("bound");
    const Rational nominal = part.value / whole.value * Rational(100);
    if (truth.meets(stated)) {
      return nominal.to_string(percent.printed.places) == percent.value.to_string(percent.printed.places)
                 ? sink.holds()
                 : sink.rounding();
    }
    if (view.context.has_rounding_note && doubled(truth).meets(doubled(stated))) return sink.rounding();
    for (const std::uint32_t other : share.others) {
      // «占比» of this year is not of last year's whole
      if (view.facts.facts[other].period == facts::Period::prior && part.period != facts::Period::prior) continue;
      const Interval again = share_of(part, view.facts.facts[other]);
      if (again.is_defined() && again.meets(stated)) return sink.holds();
    }
    const Rational cut = nominal - percent.value;
    const bool truncated = cut >= Rational(0) && cut < percent.step;
    Draft draft = sink.draft();
    if (truncated || (truth.width() > nominal * Rational::of(1, 10) && doubled(truth).meets(doubled(stated)))) {
      draft.severity = Severity::info;
    } else if (!share.whole_is_certain) {
      if (share.whole_name.empty()) return sink.not_comparable("which-whole");
      draft.severity = std::min(draft.severity, Severity::warning);
    }
    RateWorking rate = rate_working(part, whole, percent);
    draft.working = std::move(rate.working);
    draft.expected = std::move(rate.expected);
    draft.actual = std::move(rate.actual);
    draft.evidence = {spot_of(view, share.percent, "share"), spot_of(view, share.part, "part"),
                      spot_of(view, share.whole, "whole")};
    std::uint32_t partner = docx::kNone;
    draft.cause = cause_of(view, share, partner);
    if (partner < share.percent) return;  // reported with its partner
    // a part larger than its whole, or a share of another size: the whole is that of something else
    const bool is_other =
        nominal > Rational(100) || nominal > percent.value * Rational(12) || percent.value > nominal * Rational(12);
    if (draft.cause.empty() && is_other && percent.value <= Rational(100)) return sink.not_comparable("which-whole");
    if (partner != docx::kNone) draft.evidence.push_back(spot_of(view, partner, "other"));
    wants(view, share.percent, truth, draft);
    wants(view, share.part, Interval::point(Rational::of(1, 100)) * stated * whole.interval(), draft);
    wants(view, share.whole, Interval::point(100) * part.interval() / stated, draft);
    sink.report(std::move(draft));
  }
};

}  // namespace

std::unique_ptr<Check> make_share(Params& params) {
  (void)params;
  return std::make_unique<ShareCheck>();
}

}  // namespace gouji::check
