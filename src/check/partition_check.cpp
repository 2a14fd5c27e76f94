// SPDX-License-Identifier: Apache-2.0
#include "check/partition_check.hpp"

#include <algorithm>

#include "check/diagnose.hpp"
#include "check/working.hpp"

namespace gouji::check {
namespace {

using facts::Fact;
using facts::FactKind;
using statement::Partition;
using statement::PartitionForm;

// 由局长任组长 stands in a list without a number: so many may be missing from its sum.
const Rational kUnnumbered = 2;

enum class Form { enumeration, nested, list_then_sum, two_partitions, count, exceeds, zero, weights, scores };
enum class Closure { exact, rounding, broken, unknown };

class PartitionCheck final : public Check {
 public:
  explicit PartitionCheck(Form form) : form_(form) {}

  void run(const DocumentView& view, Sink& sink) const override {
    for (const Partition& partition : view.statements.partitions) {
      if (form_ == Form::zero) {
        judge_zero(view, partition, sink);
      } else if (form_ == Form::exceeds) {
        judge_bound(view, partition, sink);
      } else if (form_of(view, partition) == form_) {
        judge_sum(view, partition, sink);
      }
    }
  }

 private:
  static const Fact& fact(const DocumentView& view, std::uint32_t index) { return view.facts.facts[index]; }

  static bool is_bounded_list(const Partition& partition) { return partition.is_open || partition.parts.size() < 2; }

  static bool is_points(const Fact& total) {
    return total.kind == FactKind::count && total.unit != nullptr && total.unit->base == "分";
  }

  /// 得分, 自评: points earned; else points to be earned.
  static bool says_score(const DocumentView& view, const Partition& partition) {
    const lexicon::ClassId id = view.lexicon.class_id("points_earned");
    const facts::Fact& total = fact(view, partition.total);
    const std::string_view text = view.text.passages[partition.passage].text;
    std::uint32_t begin = total.span.begin;
    for (const text::Span& sentence : view.text.passages[partition.passage].sentences) {
      if (sentence.begin <= total.span.begin && total.span.begin < sentence.end) begin = sentence.begin;
    }
    return id != lexicon::kNoClass && view.lexicon.contains(id, text.substr(begin, total.span.begin - begin));
  }

  static Form form_of(const DocumentView& view, const Partition& partition) {
    if (is_bounded_list(partition)) return Form::exceeds;
    if (is_points(fact(view, partition.total))) return says_score(view, partition) ? Form::scores : Form::weights;
    if (fact(view, partition.total).kind == FactKind::count) return Form::count;
    if (partition.form == PartitionForm::list_then_sum) return Form::list_then_sum;
    if (partition.is_second_view) return Form::two_partitions;
    if (partition.is_nested) return Form::nested;
    for (std::size_t i = 1; i < partition.parts.size(); ++i) {
      // two splits of one total: a ； or a new «…看，» between groups, and one of the groups closes
      if (starts_list(partition, i) && closes(view, partition, 0, i) != Closure::broken) return Form::two_partitions;
    }
    return Form::enumeration;
  }

  /// Behind this ； two parts stand together; «；项目支出…；预备费…» are the total's own neighbours.
  static bool starts_list(const Partition& partition, std::size_t at) {
    if (!partition.breaks_before[at]) return false;
    return std::any_of(partition.breaks_before.begin() + static_cast<std::ptrdiff_t>(at) + 1,
                       partition.breaks_before.end(), [](bool is_break) { return !is_break; });
  }

  static Closure compare(const Interval& sum, const Rational& nominal, const Fact& total) {
    if (!sum.is_defined() || !total.interval().is_defined()) return Closure::unknown;
    if (nominal == total.value) return Closure::exact;
    return sum.meets(total.interval()) ? Closure::rounding : Closure::broken;
  }

  static Closure closes(const DocumentView& view, const Partition& partition, std::size_t begin, std::size_t end,
                        std::uint32_t extra = docx::kNone) {
    const Fact& total = fact(view, partition.total);
    Interval sum = Interval::point(0);
    Rational nominal = 0;
    for (std::size_t i = begin; i < end; ++i) {
      sum = sum + fact(view, partition.parts[i]).interval();
      nominal += fact(view, partition.parts[i]).value;
    }
    if (extra != docx::kNone) {
      sum = sum + fact(view, extra).interval();
      nominal += fact(view, extra).value;
    }
    return compare(sum, nominal, total);
  }

  /// What stands behind a closed group adds up to about the same total: a second split, not another subject.
  static bool is_second_split(const DocumentView& view, const Partition& partition, std::size_t begin) {
    Rational sum = 0;
    for (std::size_t i = begin; i < partition.parts.size(); ++i) sum += fact(view, partition.parts[i]).value;
    const Rational ratio = sum / fact(view, partition.total).value;
    return ratio > Rational::of(3, 4) && ratio < Rational::of(4, 3);
  }

  /// A sum word may cover a figure named before the list: T − Σ stands earlier in the passage.
  static bool covers_earlier(const DocumentView& view, const Partition& partition, const Rational& sum) {
    const Fact& total = fact(view, partition.total);
    const facts::Range range = view.facts.facts_of[partition.passage];
    for (std::uint32_t i = range.begin; i < range.end && i < partition.parts.front(); ++i) {
      if (fact(view, i).kind == total.kind && fact(view, i).value + sum == total.value) return true;
    }
    return false;
  }

  /// 其中2023年应付500，已付480，未付20: the only part, with its own parts behind it.
  static bool is_split_of_own(const DocumentView& view, const Partition& partition) {
    if (partition.parts.size() < 3) return false;
    Rational behind = 0;
    for (std::size_t i = 1; i < partition.parts.size(); ++i) behind += fact(view, partition.parts[i]).value;
    return fact(view, partition.parts[0]).value == behind;
  }

  /// A part that is the total once more, or its first member: the list is of something else.
  static bool names_total_again(const DocumentView& view, const Partition& partition) {
    const Fact& total = fact(view, partition.total);
    if (fact(view, partition.parts[0]).value == total.value) return true;
    if (total.kind != FactKind::count || partition.parts.size() != 2) return false;
    return std::any_of(partition.parts.begin(), partition.parts.end(), [&](std::uint32_t index) {
      const Fact& part = fact(view, index);
      return part.value == total.value || (!part.label_text.empty() && part.label_text == total.label_text);
    });
  }

  /// «每盏500元», «人均550元», «4个法庭各1间»: prices, means and shares of each stand among the parts.
  static bool has_rate_among(const DocumentView& view, const Partition& partition) {
    const lexicon::ClassId each = view.lexicon.class_id("each_words");
    const std::string_view text = view.text.passages[partition.passage].text;
    for (const std::uint32_t index : partition.parts) {
      const Fact& part = fact(view, index);
      if (part.kind == FactKind::price || part.kind == FactKind::percent) return true;
      std::uint32_t begin = part.span.begin < 30 ? 0 : part.span.begin - 30;
      if (index > 0 && fact(view, index - 1).passage == part.passage)
        begin = std::max(begin, std::min(fact(view, index - 1).span.end, part.span.begin));
      std::string_view lead = text.substr(begin, part.span.begin - begin);
      for (const std::string_view mark : {"，", "；", "。", "、", "："}) {
        if (const std::size_t at = lead.rfind(mark); at != std::string_view::npos) lead.remove_prefix(at + mark.size());
      }
      if (each != lexicon::kNoClass && view.lexicon.contains(each, lead)) return true;
      constexpr std::string_view kEach = "各";
      if (lead.size() >= kEach.size() && lead.substr(lead.size() - kEach.size()) == kEach) return true;
      if (text.substr(part.span.end, 1) == "/") return true;
    }
    return false;
  }

  /// «a名，其中…；实有b人，其中…»: a list that would be far too long ends at its first ；.
  static std::size_t end_at_break(const DocumentView& view, const Partition& partition) {
    const Rational bound = fact(view, partition.total).value * Rational::of(4, 3);
    Rational sum = 0;
    std::size_t stop = partition.parts.size();
    Rational until_stop = 0;
    for (std::size_t i = 0; i < partition.parts.size(); ++i) {
      if (i >= 2 && stop == partition.parts.size() && partition.breaks_before[i]) {
        stop = i;
        until_stop = sum;
      }
      sum += fact(view, partition.parts[i]).value;
    }
    return sum > bound && until_stop < bound ? stop : partition.parts.size();
  }

  /// Some of the parts are taken off, or a figure that looked like a change or last year's belongs to the list.
  static bool closes_with_signs(const DocumentView& view, const Partition& partition) {
    const Fact& total = fact(view, partition.total);
    if (total.kind != FactKind::money) return false;
    std::vector<Rational> parts;
    for (const std::uint32_t part : partition.parts) parts.push_back(fact(view, part).value);
    std::vector<Rational> more;
    for (const std::uint32_t part : partition.skipped) more.push_back(fact(view, part).value);
    if (parts.size() < 2 || parts.size() + more.size() * 2 > 12) return false;
    std::size_t ways = 1;
    for (std::size_t i = 0; i < parts.size(); ++i) ways *= 2;
    for (std::size_t i = 0; i < more.size(); ++i) ways *= 3;
    for (std::size_t way = 0; way < ways; ++way) {
      std::size_t rest = way;
      Rational sum = 0;
      for (const Rational& part : parts) {
        sum = rest % 2 == 0 ? sum + part : sum - part;
        rest /= 2;
      }
      for (const Rational& part : more) {
        if (rest % 3 != 0) sum = rest % 3 == 1 ? sum + part : sum - part;
        rest /= 3;
      }
      if (sum == total.value) return true;
    }
    return false;
  }

  static Bilingual slip_of_value(const Rational& want, const Fact& stated) {
    Bilingual cause = diagnose_value(want, stated.value, stated);
    if (cause.empty() && is_one_digit_off(want, stated)) {
      cause = {"疑为一位数字有误：应为 " + show(want, stated),
               "one digit looks wrong: should be " + show(want, stated)};
    }
    return cause;
  }

  /// One part with a digit lost, two swapped, one other, or another unit would close the list.
  static Bilingual slip_of_part(const DocumentView& view, const Partition& partition, const Rational& gap) {
    Bilingual found;
    for (const std::uint32_t index : partition.parts) {
      const Fact& part = fact(view, index);
      const Rational want = part.value + gap;
      const Rational floor = part.step * 100;
      if (part.value < floor || want < floor) continue;
      Bilingual cause = slip_of_value(want, part);
      if (cause.empty()) continue;
      if (!found.empty()) return {};
      found = std::move(cause);
    }
    return found;
  }

  /// Does any reading of the list close? The whole list; a stretch of it; consecutive groups that close one by one;
  /// a sibling that a misplaced bracket left outside; another total in reach.
  static Closure best_reading(const DocumentView& view, const Partition& partition) {
    const std::size_t count = partition.parts.size();
    const Closure whole = closes(view, partition, 0, count);
    if (whole != Closure::broken) return whole;
    for (const std::uint32_t sibling : partition.outer_siblings) {
      if (closes(view, partition, 0, count, sibling) != Closure::broken) return Closure::rounding;
    }
    for (const std::uint32_t other : partition.totals) {
      Partition again = partition;
      again.total = other;
      if (closes(view, again, 0, count) != Closure::broken) return Closure::exact;
    }
    const bool is_count = fact(view, partition.total).kind == FactKind::count;
    for (std::size_t begin = 0; begin < (is_count ? 1 : count); ++begin) {
      for (std::size_t end = begin + 2; end <= count && count <= 40; ++end) {
        if (closes(view, partition, begin, end) == Closure::exact) {
          // a stretch that closes leaves a rest: fine when the rest is another subject's, not when it is one lone part
          const std::size_t rest = count - (end - begin);
          if (rest == 0 || begin != 0) return Closure::exact;
          if (rest >= 2 && closes(view, partition, end, count) != Closure::broken) return Closure::exact;
          if (rest >= 2 && starts_list(partition, end) && is_second_split(view, partition, end)) return Closure::broken;
          return partition.breaks_before[end] ? Closure::exact : Closure::unknown;
        }
      }
    }
    if (is_count && partition.form == PartitionForm::list_then_sum) {
      // «三个行业…分别为92个、118个和64个，合计274个»: the items right before the sum
      for (std::size_t begin = 1; begin + 2 <= count; ++begin) {
        if (closes(view, partition, begin, count) == Closure::exact) return Closure::exact;
      }
    }
    if (names_total_again(view, partition)) return Closure::unknown;
    if (is_split_of_own(view, partition)) return Closure::unknown;
    if (closes_with_signs(view, partition)) return Closure::unknown;
    return Closure::broken;
  }

  /// A total and parts that are all increases or decreases: kind change_components minds their signs.
  static bool is_of_changes(const DocumentView& view, const Partition& partition) {
    const auto is_delta = [&](std::uint32_t index) {
      return std::any_of(view.statements.changes.begin(), view.statements.changes.end(),
                         [&](const statement::ChangeStatement& change) { return change.delta == index; });
    };
    return is_delta(partition.total) && std::all_of(partition.parts.begin(), partition.parts.end(), is_delta);
  }

  /// «其中产出50分，得48分»: points to be earned and points earned stand in one list.
  static bool mixes_points(const DocumentView& view, const Partition& partition) {
    const std::string_view text = view.text.passages[partition.passage].text;
    std::size_t earned = 0;
    for (const std::uint32_t index : partition.parts) {
      const Fact& part = fact(view, index);
      const std::uint32_t begin = part.span.begin < 18 ? 0 : part.span.begin - 18;
      const std::string_view lead = text.substr(begin, part.span.begin - begin);
      const auto has = [&](std::string_view word) { return lead.find(word) != std::string_view::npos; };
      if (has("扣") || has("满分") || has("分值") || has("权重") || has("加分") || has("平均")) return true;
      if (has("得")) ++earned;
    }
    return earned != 0 && earned != partition.parts.size();
  }

  void judge_sum(const DocumentView& view, const Partition& partition, Sink& sink) const {
    if ((form_ == Form::weights || form_ == Form::scores) && mixes_points(view, partition))
      return sink.not_comparable("points-mixed");
    if (!partition.doubt.empty()) return sink.not_comparable(partition.doubt);
    if (is_of_changes(view, partition)) return sink.not_comparable("changes");
    const bool has_rate = has_rate_among(view, partition);
    switch (best_reading(view, partition)) {
      case Closure::exact: return sink.holds();
      case Closure::rounding: return sink.rounding();
      case Closure::unknown: return sink.not_comparable("several-readings");
      case Closure::broken: break;
    }
    if (has_rate) return sink.not_comparable("unit-price");
    std::size_t begin = 0;
    std::size_t end = partition.parts.size();
    if (form_ == Form::two_partitions) {
      for (std::size_t i = 1; i < partition.parts.size(); ++i) {
        if (starts_list(partition, i) && closes(view, partition, 0, i) != Closure::broken) begin = i;
      }
      if (end - begin < 2) return sink.not_comparable("single-part");
    }
    const Fact& total = fact(view, partition.total);
    if (form_ == Form::count || form_ == Form::enumeration) end = end_at_break(view, partition);
    Rational sum = 0;
    Rational largest = 0;
    std::vector<Term> terms;
    std::vector<Rational> values;
    bool has_negative = false;
    for (std::size_t i = begin; i < end; ++i) {
      const Fact& part = fact(view, partition.parts[i]);
      sum += part.value;
      largest = max(largest, part.value);
      has_negative = has_negative || part.value.is_negative();
      terms.push_back({abs(part.value), part.value.is_negative()});
      values.push_back(part.value);
    }
    Bilingual cause = diagnose_value(sum, total.value, total);
    if (cause.empty()) cause = diagnose_sum(values, total.value, &total);
    if (sum.is_zero() || total.value.is_zero()) return sink.not_comparable("zero");
    const bool is_far = sum * 3 < total.value * 2 || sum * 3 > total.value * 4;
    if (cause.empty() && is_far && is_one_digit_off(sum, total)) cause = slip_of_value(sum, total);
    if (cause.empty() && is_far && end - begin >= 2 && !partition.is_guess)
      cause = slip_of_part(view, partition, total.value - sum);
    if (form_ != Form::two_partitions && covers_earlier(view, partition, sum))
      return sink.not_comparable("covers-earlier");
    // only a ； says that another split begins: «；发行再融资债券…，偿还本金…» is another matter unless a slip explains
    // it
    if (form_ == Form::two_partitions && !partition.is_second_view && cause.empty() && !is_one_digit_off(sum, total) &&
        abs(sum - total.value) * 20 > total.value)
      return sink.not_comparable("loose-second-split");
    if (total.kind == FactKind::count && sum < total.value && total.value - sum <= kUnnumbered &&
        view.lexicon.contains("unnumbered_member", view.text.passages[partition.passage].of(partition.sentence)))
      return sink.not_comparable("unnumbered-member");
    const Rational ratio = sum / total.value;
    if (cause.empty() && (ratio > Rational(4) || ratio < Rational::of(1, 4)))
      return sink.not_comparable("implausible-list");
    if (cause.empty() && sum < total.value && ratio < Rational::of(2, 3)) return sink.not_comparable("incomplete-list");
    if (cause.empty() && is_far) return sink.not_comparable("implausible-gap");
    if (form_ == Form::count && largest > total.value && diagnose_value(sum, total.value, total).empty())
      return sink.not_comparable("part-exceeds");
    // «共a，其中b；c»: c is the next subject's
    if (form_ == Form::enumeration && end - begin == 2 && partition.breaks_before[1] && sum < total.value &&
        cause.empty())
      return sink.not_comparable("next-subject");
    if (partition.is_guess && (ratio < Rational::of(17, 20) || ratio > Rational::of(20, 17)))
      return sink.not_comparable("no-list-word");
    if (partition.total_is_change && (ratio < Rational::of(9, 10) || ratio > Rational::of(11, 10)))
      return sink.not_comparable("which-total");
    if (partition.totals.size() > 1) return sink.not_comparable("which-total");

    Draft draft = sink.draft();
    if (!partition.total_is_change && !partition.totals.empty())
      draft.severity = std::min(draft.severity, Severity::warning);
    if (view.context.has_rounding_note && is_small_gap(view, partition, sum)) return sink.rounding();
    draft.working = sum_working(terms, total.value, total);
    draft.expected = show(sum, total);
    draft.actual = total.printed.to_string();
    draft.cause = std::move(cause);
    draft.evidence.push_back(spot_of(view, partition.total, "total"));
    Interval range = Interval::point(0);
    for (std::size_t i = begin; i < end; ++i) range = range + fact(view, partition.parts[i]).interval();
    wants(view, partition.total, range, draft);
    for (std::size_t i = begin; i < end; ++i) {
      const Fact& part = fact(view, partition.parts[i]);
      draft.evidence.push_back(spot_of(view, partition.parts[i], "part"));
      // the others of the list keep their values: their width is that of the list without this one
      const Rational half = (range.width() - part.interval().width() + total.interval().width()) / 2;
      wants(view, partition.parts[i], Interval::around(part.value + total.value - sum, half), draft);
    }
    sink.report(std::move(draft));
  }

  /// T7: with a note on rounding the bound is doubled.
  static bool is_small_gap(const DocumentView& view, const Partition& partition, const Rational& sum) {
    const Fact& total = fact(view, partition.total);
    Rational bound = total.step;
    for (const std::uint32_t part : partition.parts) bound += fact(view, part).step;
    return abs(sum - total.value) <= bound;
  }

  /// «合计0万元，其中a万元»: a printed 0 above parts that are not.
  static void judge_zero(const DocumentView& view, const Partition& partition, Sink& sink) {
    const Fact& total = fact(view, partition.total);
    if (!total.value.is_zero() || partition.parts.empty() || partition.is_guess) return;
    if (!partition.doubt.empty()) return sink.not_comparable(partition.doubt);
    if (partition.total_is_change || !partition.totals.empty()) return sink.not_comparable("which-total");
    Rational sum = 0;
    std::vector<Term> terms;
    for (const std::uint32_t index : partition.parts) {
      const Fact& part = fact(view, index);
      if (part.period == facts::Period::prior || part.value.is_negative()) return sink.not_comparable("another-period");
      sum += part.value;
      terms.push_back({part.value, false});
    }
    if (sum.is_zero()) return sink.holds();
    Draft draft = sink.draft();
    draft.working = sum_working(terms, total.value, fact(view, partition.parts.front()));
    draft.expected = show(sum, total);
    draft.actual = total.printed.to_string();
    draft.evidence.push_back(spot_of(view, partition.total, "total"));
    wants(view, partition.total, Interval::point(sum), draft);
    for (const std::uint32_t index : partition.parts) draft.evidence.push_back(spot_of(view, index, "part"));
    sink.report(std::move(draft));
  }

  /// «支出326万元，结转24万元，其中用于…»: a figure before the total in its sentence has room for the parts.
  static bool fits_earlier(const DocumentView& view, const Partition& partition, const Rational& sum) {
    const Fact& total = fact(view, partition.total);
    for (std::uint32_t i = partition.total; i-- > 0;) {
      const Fact& earlier = fact(view, i);
      if (earlier.passage != total.passage || earlier.span.begin < partition.sentence.begin) break;
      if (statement::same_measure(earlier, total) && earlier.value >= sum) return true;
    }
    return false;
  }

  /// Open lists and single parts: only Σ ≤ total.
  static void judge_bound(const DocumentView& view, const Partition& partition, Sink& sink) {
    if (!is_bounded_list(partition)) return;
    const Fact& total = fact(view, partition.total);
    if (total.value.is_zero() || is_points(total)) return;  // form zero, the score rules
    if (!partition.doubt.empty()) return sink.not_comparable(partition.doubt);
    if (partition.total_is_change || !partition.totals.empty() || partition.crosses_sentence)
      return sink.not_comparable("which-total");
    Rational sum = 0;
    Interval range = Interval::point(0);
    std::vector<Term> terms;
    for (const std::uint32_t index : partition.parts) {
      const Fact& part = fact(view, index);
      if (part.value.is_negative()) return sink.not_comparable("negative-part");
      sum += part.value;
      range = range + part.interval();
      terms.push_back({part.value, false});
    }
    const Interval whole = total.interval();
    if (!range.is_defined() || !whole.is_defined()) return sink.not_comparable("bound");
    if (range.low <= whole.high) return sink.holds();
    if (partition.is_guess || (partition.is_short_of && fits_earlier(view, partition, sum)))
      return sink.not_comparable("which-total");
    // one part alone above its whole is plain; a sum above it may be an overlap that the labels do not show
    bool single = false;
    for (const std::uint32_t index : partition.parts) single = single || fact(view, index).interval().low > whole.high;
    if (!single && partition.parts.size() > 3) return sink.not_comparable("overlap");
    if (total.kind == FactKind::count && (!single || total.unit == nullptr || total.unit->base == "个"))
      return sink.not_comparable("overlap");
    Draft draft = sink.draft();
    if (single) draft.severity = Severity::error;
    draft.working = sum_working(terms, total.value, total);
    draft.expected = "≤ " + total.printed.to_string();
    draft.actual = show(sum, total);
    draft.cause = diagnose_value(sum, total.value, total);
    draft.evidence.push_back(spot_of(view, partition.total, "total"));
    for (const std::uint32_t index : partition.parts) draft.evidence.push_back(spot_of(view, index, "part"));
    sink.report(std::move(draft));
  }

  Form form_;
};

}  // namespace

void judge_point_lists(const DocumentView& view, PointLists which, Sink& sink) {
  PartitionCheck(which == PointLists::weights ? Form::weights : Form::scores).run(view, sink);
}

std::unique_ptr<Check> make_partition(Params& params) {
  const std::string form = params.choice(
      "form", {"enumeration", "nested", "list_then_sum", "two_partitions", "count", "exceeds", "zero"}, "enumeration");
  if (form == "nested") return std::make_unique<PartitionCheck>(Form::nested);
  if (form == "list_then_sum") return std::make_unique<PartitionCheck>(Form::list_then_sum);
  if (form == "two_partitions") return std::make_unique<PartitionCheck>(Form::two_partitions);
  if (form == "count") return std::make_unique<PartitionCheck>(Form::count);
  if (form == "zero") return std::make_unique<PartitionCheck>(Form::zero);
  if (form == "exceeds") return std::make_unique<PartitionCheck>(Form::exceeds);
  return std::make_unique<PartitionCheck>(Form::enumeration);
}

}  // namespace gouji::check
