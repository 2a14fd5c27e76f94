// SPDX-License-Identifier: Apache-2.0
#include "check/change_check.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "check/diagnose.hpp"
#include "check/working.hpp"

namespace gouji::check {
namespace {

using facts::Fact;
using statement::ChangeStatement;
using statement::Direction;

enum class Aspect { delta, rate, direction, zero_base };

constexpr std::uint32_t kNone = docx::kNone;

class ChangeCheck final : public Check {
 public:
  explicit ChangeCheck(Aspect aspect) : aspect_(aspect) {}

  void run(const DocumentView& view, Sink& sink) const override {
    for (const ChangeStatement& change : view.statements.changes) {
      switch (aspect_) {
        case Aspect::delta: judge_delta(view, change, sink); break;
        case Aspect::rate: judge_rate(view, change, sink); break;
        case Aspect::direction: judge_direction(view, change, sink); break;
        case Aspect::zero_base: judge_zero_base(view, change, sink); break;
      }
    }
  }

 private:
  static const Fact& fact(const DocumentView& view, std::uint32_t index) { return view.facts.facts[index]; }
  static Rational signed_delta(const ChangeStatement& change, const Fact& delta) {
    return change.delta_direction == Direction::down ? -delta.value : delta.value;
  }
  static Interval signed_interval(const ChangeStatement& change, const Fact& delta) {
    return change.delta_direction == Direction::down ? -delta.interval() : delta.interval();
  }

  static void add_evidence(const DocumentView& view, const ChangeStatement& change, Draft& draft,
                           std::string_view first) {
    const auto add = [&](std::uint32_t index, std::string_view role) {
      if (index == kNone) return;
      Spot spot = spot_of(view, index, role);
      if (role == first) {
        draft.evidence.insert(draft.evidence.begin(), std::move(spot));
      } else {
        draft.evidence.push_back(std::move(spot));
      }
    };
    add(change.now, "now");
    add(change.base, "base");
    add(change.delta, "delta");
    add(change.rate, "rate");
  }

  static void judge_delta(const DocumentView& view, const ChangeStatement& change, Sink& sink) {
    if (change.delta == kNone || change.base == kNone || change.now == kNone) return;
    if (change.is_escaped) return sink.not_comparable("adjusted-basis");
    const Fact& now = fact(view, change.now);
    const Fact& base = fact(view, change.base);
    const Fact& delta = fact(view, change.delta);
    const Interval expected = abs(now.interval() - base.interval());
    const Interval stated = abs(delta.interval());
    if (!expected.is_defined() || !stated.is_defined()) return sink.not_comparable("bound");
    const Rational nominal = abs(now.value - base.value);
    if (nominal == abs(delta.value)) return sink.holds();
    if (expected.meets(stated)) return sink.rounding();
    for (const std::uint32_t other : change.other_now) {
      if (abs(fact(view, other).interval() - base.interval()).meets(stated)) return sink.holds();
    }
    if (change.is_guessed && abs(nominal - abs(delta.value)) > abs(base.value) * Rational::of(5, 100))
      return sink.not_comparable("which-level");
    Draft draft = sink.draft();
    if (!change.now_is_certain) draft.severity = std::min(draft.severity, Severity::warning);
    const bool falls = now.value < base.value;
    const Fact& high = falls ? base : now;
    const Fact& low = falls ? now : base;
    draft.working = sum_working({{high.value, false}, {low.value, true}}, abs(delta.value), delta);
    draft.expected = show(nominal, delta);
    draft.actual = delta.printed.to_string();
    draft.cause = diagnose_value(nominal, abs(delta.value), delta);
    add_evidence(view, change, draft, "delta");
    wants(view, change.delta, delta.value.is_negative() ? -expected : expected, draft);
    const Interval step = falls ? -stated : stated;
    wants(view, change.now, base.interval() + step, draft);
    wants(view, change.base, now.interval() - step, draft);
    sink.report(std::move(draft));
  }

  /// The interval of the true rate in %, and its nominal value.
  struct Rate {
    Interval range;
    Rational nominal;
    std::string formula;  // «3862.90 ÷ (5720.71 − 3862.90)»
    Rational base;
  };

  static Rate true_rate(const DocumentView& view, const ChangeStatement& change, std::uint32_t now_index) {
    const Fact* now = now_index == kNone ? nullptr : &fact(view, now_index);
    const Fact* base = change.base == kNone ? nullptr : &fact(view, change.base);
    const Fact* delta = change.delta == kNone ? nullptr : &fact(view, change.delta);
    const Rate unknown{Interval::undefined(), Rational::undefined(), {}, Rational::undefined()};
    const Rational hundred = 100;
    if (delta != nullptr && base != nullptr) {
      return {Interval::point(hundred) * abs(delta->interval()) / base->interval(),
              abs(delta->value) / base->value * hundred,
              fmt::format("{} ÷ {}", show(abs(delta->value), *delta), show(base->value, *base)), base->value};
    }
    if (delta != nullptr && now != nullptr) {
      const Interval derived = now->interval() - signed_interval(change, *delta);
      const Rational nominal = now->value - signed_delta(change, *delta);
      if (nominal <= Rational(0)) return {Interval::undefined(), Rational::undefined(), {}, nominal};
      const bool down = change.delta_direction == Direction::down;
      return {
          Interval::point(hundred) * abs(delta->interval()) / derived, abs(delta->value) / nominal * hundred,
          fmt::format("{0} ÷ ({1} {2} {0})", show(abs(delta->value), *delta), show(now->value, *now), down ? "+" : "−"),
          nominal};
    }
    if (base != nullptr && now != nullptr) {
      const Rational gap = abs(now->value - base->value);
      return {
          Interval::point(hundred) * abs(now->interval() - base->interval()) / base->interval(),
          gap / base->value * hundred,
          fmt::format("|{} − {}| ÷ {}", show(now->value, *base), show(base->value, *base), show(base->value, *base)),
          base->value};
    }
    return unknown;
  }

  /// «节约率», «审减率»: of a budget or a claimed amount; ratio/derived-rates has them.
  static bool is_saving_rate(const DocumentView& view, const ChangeStatement& change) {
    static constexpr std::array<std::string_view, 9> kWords{"节约率", "节支率", "节资率", "节省率", "下浮率",
                                                            "审减率", "核减率", "上浮率", "节减率"};
    const std::string_view text = view.text.passages[change.passage].text;
    const std::uint32_t end = fact(view, change.rate).span.begin;
    const std::uint32_t begin =
        statement::found(change.rate_word) && change.rate_word.begin < end ? change.rate_word.begin : end;
    const std::string_view words = text.substr(begin, end - begin);
    return std::any_of(kWords.begin(), kWords.end(),
                       [&](std::string_view word) { return words.find(word) != std::string_view::npos; });
  }

  static bool truncates_to(const Rational& value, const Fact& stated) {
    const Rational gap = value - abs(stated.value);
    return gap >= Rational(0) && gap < stated.step;
  }

  static void judge_rate(const DocumentView& view, const ChangeStatement& change, Sink& sink) {
    if (change.rate == kNone) return;
    const Rate truth = true_rate(view, change, change.now);
    if (!truth.nominal.is_defined()) {
      if (rises_above_itself(view, change)) return report_impossible(view, change, sink);
      if (change.delta != kNone || change.base != kNone) sink.not_comparable("no-base");
      return;
    }
    if (change.is_escaped) return sink.not_comparable("adjusted-basis");
    const Fact& rate = fact(view, change.rate);
    const Interval stated = abs(rate.interval());
    if (!truth.range.is_defined() || !stated.is_defined()) return sink.not_comparable("bound");
    const std::string computed = truth.nominal.to_string(std::max(2, rate.printed.places));
    if (truth.range.meets(stated)) {
      return truth.nominal.to_string(rate.printed.places) == abs(rate.value).to_string(rate.printed.places)
                 ? sink.holds()
                 : sink.rounding();
    }
    if (view.context.has_rounding_note && doubled(truth.range).meets(doubled(stated))) return sink.rounding();
    if (is_saving_rate(view, change)) return sink.not_comparable("saving-rate");
    for (const std::uint32_t other : change.other_now) {
      if (const Rate again = true_rate(view, change, other); again.range.is_defined() && again.range.meets(stated))
        return sink.holds();
    }
    if (change.delta == kNone && change.base != kNone && change.now != kNone) {
      // «由A增至B，增长到…»: a rate that is B/A is a completion rate, another statement
      const Rational level = fact(view, change.now).value / fact(view, change.base).value * Rational(100);
      if (stated.contains(level)) return sink.not_comparable("level-rate");
    }
    const Bilingual cause = explain(view, change, truth, rate);
    if (change.is_guessed && change.base == kNone && cause.empty()) {
      // a rate of another size belongs to something else
      const Rational printed = abs(rate.value);
      if (printed > truth.nominal * Rational(3) || truth.nominal > printed * Rational(3))
        return sink.not_comparable("which-level");
    }
    // 增加（减少）40786万元: hardly a base
    if (cause.empty() && truth.nominal > abs(rate.value) * Rational(10)) return sink.not_comparable("other-figure");
    Draft draft = sink.draft();
    // T5: operands too small to prove much, unless the rate is far out of what they allow
    const bool is_wide =
        truth.range.width() > truth.nominal * Rational::of(10, 100) && doubled(truth.range).meets(doubled(stated));
    if (truncates_to(truth.nominal, rate) || (is_wide && cause.empty())) {
      draft.severity = Severity::info;
    } else if (!change.now_is_certain && change.base == kNone) {
      draft.severity = std::min(draft.severity, Severity::warning);
    }
    const std::string percent = abs(rate.value).to_string(rate.printed.places);
    draft.working.zh = fmt::format("{} = {}% ≠ {}%", truth.formula, computed, percent);
    draft.working.en = draft.working.zh;
    draft.expected = computed + "%";
    draft.actual = percent + "%";
    draft.cause = cause;
    add_evidence(view, change, draft, "rate");
    correct_rate(view, change, truth, stated, draft);
    sink.report(std::move(draft));
  }

  /// «2.46万元，比上年增加4.12万元»: the base would be negative.
  static bool rises_above_itself(const DocumentView& view, const ChangeStatement& change) {
    if (change.delta == kNone || change.now == kNone || change.base != kNone || !change.now_is_certain ||
        change.is_escaped || change.delta_direction != Direction::up || !change.other_now.empty())
      return false;
    // only where no other figure of the sentence could be the level
    const facts::Range range = view.facts.facts_of[change.passage];
    if (change.now > range.begin) {
      const std::uint32_t from = fact(view, change.now - 1).span.end;
      const std::uint32_t to = fact(view, change.now).span.begin;
      const std::string_view gap = std::string_view(view.text.passages[change.passage].text).substr(from, to - from);
      if (gap.find("；") == std::string_view::npos && gap.find("。") == std::string_view::npos) return false;
    }
    const Interval now = fact(view, change.now).interval();
    const Interval delta = fact(view, change.delta).interval();
    return now.is_defined() && delta.is_defined() && now.low > Rational(0) && delta.low > now.high;
  }

  static void report_impossible(const DocumentView& view, const ChangeStatement& change, Sink& sink) {
    const Fact& now = fact(view, change.now);
    const Fact& delta = fact(view, change.delta);
    Draft draft = sink.draft();
    draft.severity = std::min(draft.severity, Severity::warning);
    draft.working.zh = fmt::format("增加额 {} 大于本期数 {}，基数为负", show(delta.value, now), show(now.value, now));
    draft.working.en = fmt::format("the increase {} is larger than the level {}: the base would be negative",
                                   show(delta.value, now), show(now.value, now));
    draft.actual = delta.printed.to_string();
    add_evidence(view, change, draft, "delta");
    sink.report(std::move(draft));
  }

  /// What the rate, the increase and the level would have to be, each with the others as printed.
  static void correct_rate(const DocumentView& view, const ChangeStatement& change, const Rate& truth,
                           const Interval& stated, Draft& draft) {
    wants(view, change.rate, fact(view, change.rate).value.is_negative() ? -truth.range : truth.range, draft);
    const Interval share = Interval::point(Rational::of(1, 100)) * stated;
    const Interval one = Interval::point(1);
    const bool down =
        change.delta != kNone ? change.delta_direction == Direction::down : change.rate_direction == Direction::down;
    if (change.base != kNone) {
      const Interval base = fact(view, change.base).interval();
      if (change.delta != kNone) {
        wants(view, change.delta, base * share, draft);
        wants(view, change.base, abs(fact(view, change.delta).interval()) / share, draft);
      } else if (change.now != kNone) {
        wants(view, change.now, base * (down ? one - share : one + share), draft);
        wants(view, change.base, fact(view, change.now).interval() / (down ? one - share : one + share), draft);
      }
    } else if (change.delta != kNone && change.now != kNone) {
      const Interval now = fact(view, change.now).interval();
      wants(view, change.delta, now * share / (down ? one - share : one + share), draft);
      const Interval delta = abs(fact(view, change.delta).interval());
      wants(view, change.now, delta / share + (down ? -delta : delta), draft);
    }
  }

  static Rational rounded(const Rational& value, int places) {
    const Rational scaled = value * Rational::power_of_ten(places) + Rational::of(1, 2);
    if (!scaled.is_defined()) return value;
    return Rational::of(scaled.numerator() / scaled.denominator(), 1) * Rational::power_of_ten(-places);
  }

  /// Δ ÷ this year's level; a base or a rate of another figure of the same passage; digits.
  static Bilingual explain(const DocumentView& view, const ChangeStatement& change, const Rate& truth,
                           const Fact& rate) {
    const Interval stated = abs(rate.interval());
    const Rational hundred = 100;
    if (change.now != kNone && change.delta != kNone) {
      const Fact& now = fact(view, change.now);
      const Fact& delta = fact(view, change.delta);
      if (!now.value.is_zero() && (Interval::point(hundred) * abs(delta.interval()) / now.interval()).meets(stated)) {
        return {fmt::format("{} ÷ {} = {}%，疑用本年数作了分母", show(abs(delta.value), delta), show(now.value, now),
                            (abs(delta.value) / now.value * hundred).to_string(2)),
                fmt::format("{} ÷ {} = {}%: this year's figure was probably taken as the base",
                            show(abs(delta.value), delta), show(now.value, now),
                            (abs(delta.value) / now.value * hundred).to_string(2))};
      }
      const facts::Range range = view.facts.facts_of[change.passage];
      for (std::uint32_t i = range.begin; i < range.end; ++i) {
        const Fact& other = fact(view, i);
        if (other.kind != delta.kind || i == change.now || i == change.delta || other.value.is_zero() ||
            other.value == truth.base)
          continue;
        const Rational candidate = abs(delta.value) / other.value * hundred;
        if (!stated.contains(candidate)) continue;
        return {fmt::format("{} ÷ {}（{}）= {}%，疑照抄另一项的增减幅", show(abs(delta.value), delta),
                            show(other.value, delta), other.label_text, candidate.to_string(2)),
                fmt::format("{} ÷ {} ({}) = {}%: the rate was probably copied from that item",
                            show(abs(delta.value), delta), show(other.value, delta), other.label_text,
                            candidate.to_string(2))};
      }
    }
    for (const ChangeStatement& other : view.statements.changes) {
      if (&other == &change || other.rate == kNone || other.rate == change.rate || other.passage != change.passage)
        continue;
      if (fact(view, other.rate).printed.to_string() == rate.printed.to_string() && rate.printed.places > 0) {
        return {"与同段另一项的增减幅相同，疑照抄",
                "equals the rate of another item in the same paragraph; probably copied"};
      }
    }
    return diagnose_value(rounded(truth.nominal, rate.printed.places), abs(rate.value), rate);
  }

  static void judge_direction(const DocumentView& view, const ChangeStatement& change, Sink& sink) {
    // the two words of one statement point in opposite ways
    const bool has_both = change.delta != kNone && change.rate != kNone && change.delta_direction != Direction::none &&
                          change.rate_direction != Direction::none;
    const bool words_differ = has_both && change.delta_direction != change.rate_direction;
    const bool negative = (change.delta != kNone && fact(view, change.delta).value.is_negative()) ||
                          (change.rate != kNone && fact(view, change.rate).value.is_negative());
    const bool is_zero = (change.delta != kNone && fact(view, change.delta).value.is_zero()) ||
                         (change.rate != kNone && fact(view, change.rate).value.is_zero());
    if (negative) return sink.not_comparable("signed");
    if (is_zero) return;
    if (words_differ) {
      Draft draft = sink.draft();
      const bool up = change.delta_direction == Direction::up;
      draft.working = {fmt::format("增减额写{}，增减幅写{}", up ? "增" : "减", up ? "降" : "升"),
                       fmt::format("the amount goes {}, the rate goes {}", up ? "up" : "down", up ? "down" : "up")};
      add_evidence(view, change, draft, "rate");
      return sink.report(std::move(draft));
    }
    const Direction word = change.delta_direction != Direction::none ? change.delta_direction : change.rate_direction;
    if (change.now == kNone || change.base == kNone || word == Direction::none) {
      if (has_both) sink.holds();
      return;
    }
    const Interval now = fact(view, change.now).interval();
    const Interval base = fact(view, change.base).interval();
    if (!now.is_defined() || !base.is_defined()) return sink.not_comparable("bound");
    if (now.meets(base)) return sink.holds();
    const bool rises = now.low > base.high;
    if (rises == (word == Direction::up)) return sink.holds();
    if (!change.now_is_certain && !change.other_now.empty()) return sink.not_comparable("which-level");
    if (change.is_escaped) return sink.not_comparable("adjusted-basis");
    Draft draft = sink.draft();
    if (!change.now_is_certain) draft.severity = std::min(draft.severity, Severity::warning);
    const Fact& stated_base = fact(view, change.base);
    const Fact& stated_now = fact(view, change.now);
    draft.working.zh =
        fmt::format("{} → {} 为{}，文中写{}", show(stated_base.value, stated_base), show(stated_now.value, stated_base),
                    rises ? "增加" : "减少", word == Direction::up ? "增加" : "减少");
    draft.working.en = fmt::format("{} → {} is {}, the text says {}", show(stated_base.value, stated_base),
                                   show(stated_now.value, stated_base), rises ? "an increase" : "a decrease",
                                   word == Direction::up ? "increase" : "decrease");
    add_evidence(view, change, draft, change.delta != kNone ? "delta" : "rate");
    sink.report(std::move(draft));
  }

  static void judge_zero_base(const DocumentView& view, const ChangeStatement& change, Sink& sink) {
    if (change.rate == kNone || change.now == kNone || (change.base == kNone && change.delta == kNone)) return;
    const Fact& rate = fact(view, change.rate);
    const Fact& now = fact(view, change.now);
    if (rate.value.is_zero() || now.value.is_zero()) return;  // 0 → 0, 增长0%: template filler
    bool zero = false;
    if (change.base != kNone) {
      zero = fact(view, change.base).value.is_zero();
    } else if (change.delta_direction == Direction::up) {
      const Fact& delta = fact(view, change.delta);
      zero = now.value == delta.value && now.value > now.step;
    }
    if (!zero) return sink.holds();
    Draft draft = sink.draft();
    draft.working = {fmt::format("基数为 0，不存在有限的增减幅，文中写 {}", rate.shown()),
                     fmt::format("the base is 0, no finite rate exists, the text says {}", rate.shown())};
    draft.actual = rate.shown();
    add_evidence(view, change, draft, "rate");
    sink.report(std::move(draft));
  }

  Aspect aspect_;
};

}  // namespace

std::unique_ptr<Check> make_change(Params& params) {
  const std::string aspect = params.choice("aspect", {"delta", "rate", "direction", "zero_base"}, "rate");
  if (aspect == "delta") return std::make_unique<ChangeCheck>(Aspect::delta);
  if (aspect == "direction") return std::make_unique<ChangeCheck>(Aspect::direction);
  if (aspect == "zero_base") return std::make_unique<ChangeCheck>(Aspect::zero_base);
  return std::make_unique<ChangeCheck>(Aspect::rate);
}

}  // namespace gouji::check
