// SPDX-License-Identifier: Apache-2.0
#include "check/share_check.hpp"

#include <fmt/format.h>

#include "check/diagnose.hpp"
#include "check/table_share.hpp"
#include "check/working.hpp"

namespace gouji::check {
namespace {

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
    for (const std::uint32_t other : share.others) {
      const Interval again = share_of(part, view.facts.facts[other]);
      if (again.is_defined() && again.meets(stated)) return sink.holds();
    }
    const Rational cut = nominal - percent.value;
    const bool truncated = cut >= Rational(0) && cut < percent.step;
    Draft draft = sink.draft();
    if (truncated || view.context.has_rounding_note || truth.width() > nominal * Rational::of(1, 10)) {
      draft.severity = Severity::info;
    } else if (!share.whole_is_certain) {
      if (share.whole_name.empty()) return sink.not_comparable("which-whole");
      draft.severity = std::min(draft.severity, Severity::warning);
    }
    const std::string computed = nominal.to_string(std::max(2, percent.printed.places));
    draft.working.zh = fmt::format("{} ÷ {} = {}% ≠ {}%", show(part.value, part), show(whole.value, part), computed,
                                   percent.value.to_string(percent.printed.places));
    draft.working.en = draft.working.zh;
    draft.expected = computed + "%";
    draft.actual = percent.value.to_string(percent.printed.places) + "%";
    draft.evidence = {spot_of(view, share.percent, "share"), spot_of(view, share.part, "part"),
                      spot_of(view, share.whole, "whole")};
    sink.report(std::move(draft));
  }
};

}  // namespace

std::unique_ptr<Check> make_share(Params& params) {
  (void)params;
  return std::make_unique<ShareCheck>();
}

}  // namespace gouji::check
