// SPDX-License-Identifier: Apache-2.0
#include "check/count_list.hpp"

#include <algorithm>

#include "check/diagnose.hpp"
#include "check/slip.hpp"
#include "check/working.hpp"
#include "statement/count_label.hpp"
#include "statement/partition_doubt.hpp"

namespace gouji::check {
namespace {

using facts::Fact;
using statement::CountList;
using statement::SplitProof;

class CountListCheck final : public Check {
 public:
  explicit CountListCheck(bool of_states) : of_states_(of_states) {}

  void run(const DocumentView& view, Sink& sink) const override {
    for (const CountList& list : view.statements.count_lists) {
      if (is_of_states(view, list) == of_states_) judge(view, list, sink);
    }
  }

 private:
  /// Kinds are told by what became of the things: 已整改/未整改, 优/良, 其余; else by what they are.
  static bool is_of_states(const DocumentView& view, const CountList& list) {
    if (list.proof == SplitProof::pair) return true;
    if (view.lexicon.contains("count_rest", list.labels.back())) return true;
    if (view.lexicon.contains("split_satisfaction", list.labels.front())) return false;
    constexpr std::string_view kStates[] = {"split_done", "split_grade", "split_answer", "split_build"};
    const auto is_state = [&](const std::string& label) {
      return std::any_of(std::begin(kStates), std::end(kStates), [&](std::string_view name) {
        return !statement::word_in_label(view.lexicon, view.lexicon.class_id(name), label).empty();
      });
    };
    return std::count_if(list.labels.begin(), list.labels.end(), is_state) * 2 >
           static_cast<std::ptrdiff_t>(list.labels.size());
  }

  static const Fact& fact(const DocumentView& view, std::uint32_t index) { return view.facts.facts[index]; }

  static Interval sum_of(const DocumentView& view, const std::vector<std::uint32_t>& parts, std::size_t begin,
                         std::size_t end) {
    Interval sum = Interval::point(0);
    for (std::size_t i = begin; i < end; ++i) sum = sum + fact(view, parts[i]).interval();
    return sum;
  }

  /// Any number before it is the sum of any stretch of what follows it: then nobody is accused.
  static bool closes(const DocumentView& view, const CountList& list) {
    const bool proved = is_proved(list);  // a part of it alone does not close it
    std::vector<std::uint32_t> row = list.earlier;
    row.push_back(list.total);
    std::sort(row.begin(), row.end());
    const std::size_t heads = row.size();
    const Interval all = sum_of(view, list.parts, 0, list.parts.size());
    for (std::size_t begin = 0; begin < heads; ++begin) {
      // «50个项目和18个部门，优的21个、良的47个»: two numbers split together
      for (std::size_t end = begin + 2; end <= heads; ++end)
        if (sum_of(view, row, begin, end).meets(all)) return true;
    }
    row.insert(row.end(), list.parts.begin(), list.parts.end());
    for (std::size_t head = 0; head < heads; ++head) {
      const Interval whole = fact(view, row[head]).interval();
      if (!whole.is_defined()) continue;
      for (std::size_t begin = head + 1; begin < row.size(); ++begin) {
        for (std::size_t end = std::max(begin + 2, heads + 1); end <= row.size(); ++end) {
          if (proved && row[head] == list.total && (begin >= heads || end < row.size())) continue;
          if (sum_of(view, row, begin, end).meets(whole)) return true;
        }
      }
    }
    return false;
  }

  /// «合格100个、优秀30个、良好70个»: one part is the sum of those right behind it.
  static bool holds_levels(const DocumentView& view, const CountList& list) {
    if (is_proved(list)) return false;
    const std::size_t count = list.parts.size();
    for (std::size_t part = 0; part < count; ++part) {
      for (std::size_t end = part + 3; end <= count; ++end) {
        if (sum_of(view, list.parts, part + 1, end).meets(fact(view, list.parts[part]).interval())) return true;
      }
    }
    return false;
  }

  /// A list that its wording proves to be one split.
  static bool is_proved(const CountList& list) {
    return list.proof == SplitProof::opener && (list.is_set || list.is_alike || list.in_brackets);
  }

  /// «已整改15个，正在整改4个，1个转其他渠道»: what stands right behind the list completes it.
  static bool closes_behind(const DocumentView& view, const CountList& list) {
    constexpr std::size_t kMost = 3;
    const Interval all = sum_of(view, list.parts, 0, list.parts.size());
    Interval sum = all;
    std::size_t seen = 0;
    for (std::uint32_t i = list.parts.back() + 1; i < view.facts.facts.size() && seen < kMost; ++i) {
      const Fact& next = fact(view, i);
      if (next.passage != list.passage || next.span.begin >= list.sentence.end) break;
      if (!statement::same_measure(next, fact(view, list.total))) continue;
      if (next.interval().meets(all)) return true;  // «…、中的10个，合计52个»
      sum = sum + next.interval();
      if (sum.meets(fact(view, list.total).interval())) return true;
      ++seen;
    }
    return false;
  }

  static bool has_levels(const DocumentView& view, const CountList& list) {
    return statement::is_generic(fact(view, list.total)) &&
           std::any_of(list.labels.begin(), list.labels.end(),
                       [&](const std::string& label) { return view.lexicon.contains("count_levels", label); });
  }

  static bool is_digit_slip(const Rational& want, const Fact& stated) {
    if (want <= Rational(0) || !(want / stated.step).is_integer()) return false;
    return slip_of_digits(digits_in_steps(want, stated.step), digits_in_steps(stated.value, stated.step)).has_value();
  }

  static bool is_slip(const DocumentView& view, const CountList& list, const Rational& gap) {
    const Fact& total = fact(view, list.total);
    if (is_digit_slip(total.value - gap, total)) return true;
    return std::any_of(list.parts.begin(), list.parts.end(), [&](std::uint32_t part) {
      return is_digit_slip(fact(view, part).value + gap, fact(view, part));
    });
  }

  /// The parts are more than the number: wrong wherever they exclude each other.
  static bool may_exceed(const CountList& list, const Fact& total, bool slip, const Rational& ratio) {
    if (list.may_overlap) return false;
    if (list.is_set || list.is_complete || list.proof == SplitProof::pair) return slip || ratio < Rational::of(3, 2);
    if (list.in_brackets || (list.is_alike && list.parts.size() > 2))
      return slip || (!statement::is_generic(total) && ratio < Rational::of(4, 3));
    constexpr std::size_t kManyKinds = 3;
    return slip && list.parts.size() >= kManyKinds;
  }

  /// The parts are fewer than the number: wrong wherever the list names all of it.
  static bool may_fall_short(const CountList& list, bool slip, const Rational& ratio) {
    if (list.is_open) return false;
    if (ratio < Rational::of(1, 8)) return false;
    if (list.is_complete) return slip || ratio > Rational::of(2, 3);
    if (list.in_brackets && slip) return true;
    constexpr std::size_t kManyKinds = 3;
    if (list.proof != SplitProof::opener || list.parts.size() < kManyKinds) return false;
    return slip && ratio > (list.is_set || list.is_alike ? Rational::of(1, 3) : Rational::of(1, 2));
  }

  void judge(const DocumentView& view, const CountList& list, Sink& sink) const {
    const Fact& total = fact(view, list.total);
    if (total.unit == nullptr || total.unit->base == "分" || total.unit->base == "点" || total.value.is_zero()) return;
    if (!total.is_plain()) return sink.not_comparable("bound");
    Rational sum = 0;
    Interval range = Interval::point(0);
    std::vector<Term> terms;
    for (const std::uint32_t part : list.parts) {
      sum += fact(view, part).value;
      range = range + fact(view, part).interval();
      terms.push_back({fact(view, part).value, false});
    }
    if (!range.is_defined() || !total.interval().is_defined()) return sink.not_comparable("bound");
    if (range.meets(total.interval())) return sum == total.value ? sink.holds() : sink.rounding();
    if (closes(view, list) || closes_behind(view, list)) return sink.holds();
    if (has_levels(view, list) || holds_levels(view, list)) return sink.not_comparable("levels");
    const Rational gap = total.value - sum;
    for (const std::uint32_t other : list.earlier) {
      if (fact(view, other).value == gap) return sink.not_comparable("covers-earlier");
    }
    const bool slip = is_slip(view, list, gap);
    const Rational ratio = sum / total.value;
    const bool swapped = list.proof == SplitProof::opener && !list.is_open && list.parts.size() > 2 &&
                         !diagnose_digits_swapped(sum, total).empty();
    const bool says =
        swapped || (gap < Rational(0) ? may_exceed(list, total, slip, ratio) : may_fall_short(list, slip, ratio));
    if (!says) return sink.not_comparable(gap < Rational(0) ? "overlap" : "incomplete-list");
    if (list.proof == SplitProof::pair && !list.earlier.empty()) return sink.not_comparable("which-total");
    if (list.is_far && !slip) return sink.not_comparable("which-total");

    Draft draft = sink.draft();
    if (list.is_far || list.proof != SplitProof::opener) draft.severity = std::min(draft.severity, Severity::warning);
    draft.working = sum_working(terms, total.value, total);
    draft.expected = show(sum, total);
    draft.actual = total.printed.to_string();
    draft.cause = diagnose_value(sum, total.value, total);
    if (!of_states_) draft.evidence.push_back(spot_of(view, list.total, "total"));
    wants(view, list.total, range, draft);
    for (const std::uint32_t part : list.parts) {
      draft.evidence.push_back(spot_of(view, part, "part"));
      const Rational half = (range.width() - fact(view, part).interval().width() + total.interval().width()) / 2;
      wants(view, part, Interval::around(fact(view, part).value + gap, half), draft);
    }
    if (of_states_) draft.evidence.push_back(spot_of(view, list.total, "total"));
    sink.report(std::move(draft));
  }

  bool of_states_;
};

}  // namespace

std::unique_ptr<Check> make_count_list(Params& params) {
  return std::make_unique<CountListCheck>(params.choice("form", {"kinds", "states"}, "kinds") == "states");
}

}  // namespace gouji::check
