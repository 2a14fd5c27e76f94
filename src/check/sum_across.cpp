// SPDX-License-Identifier: Apache-2.0
#include "check/sum_across.hpp"

#include <algorithm>
#include <optional>

#include "check/diagnose.hpp"
#include "check/working.hpp"
#include "facts/number.hpp"
#include "statement/sentence.hpp"
#include "text/heading.hpp"

namespace gouji::check {
namespace {

using facts::Fact;
using facts::FactKind;

constexpr std::size_t kMostParts = 20;
constexpr std::uint32_t kRoleOfTotal = 15;  // bytes before a total that say whether it was planned
constexpr std::uint32_t kHeadOfPart = 150;  // bytes in which the part's own amount stands

bool ends_with(std::string_view text, std::string_view tail) {
  return text.size() >= tail.size() && text.substr(text.size() - tail.size()) == tail;
}

class SumAcross final : public Check {
 public:
  explicit SumAcross(Params& params) {
    is_above_ = params.choice("form", {"below", "above"}, "below") == "above";
    openers_ = params.texts("openers");
    open_ = params.lexicon().class_id("open_list");
    sum_ = params.lexicon().class_id("sum_words");
    nothing_ = params.lexicon().class_id("part_is_nothing");
  }

  void run(const DocumentView& view, Sink& sink) const override {
    for (std::uint32_t index = 0; index < view.text.passages.size(); ++index) {
      const text::Passage& passage = view.text.passages[index];
      if (passage.is_toc || passage.in_table() || passage.story != docx::StoryKind::body) continue;
      if (is_above_) {
        read_above(view, index, sink);
      } else {
        read_below(view, index, sink);
      }
    }
  }

 private:
  /// Increases, last year's levels and rates are no parts; what the statements know of a change is left out.
  static bool is_own_amount(const DocumentView& view, std::uint32_t index) {
    const Fact& fact = view.facts.facts[index];
    if (fact.kind != FactKind::money || !fact.is_plain() || fact.period == facts::Period::prior) return false;
    return std::none_of(view.statements.changes.begin(), view.statements.changes.end(),
                        [&](const statement::ChangeStatement& change) {
                          return change.delta == index || change.base == index || change.rate == index;
                        });
  }

  static std::vector<std::uint32_t> amounts_in(const DocumentView& view, std::uint32_t passage, text::Span span) {
    std::vector<std::uint32_t> out;
    const facts::Range range = view.facts.facts_of[passage];
    for (std::uint32_t index = range.begin; index < range.end; ++index) {
      const Fact& fact = view.facts.facts[index];
      if (fact.span.begin >= span.begin && fact.span.end <= span.end && is_own_amount(view, index))
        out.push_back(index);
    }
    return out;
  }

  [[nodiscard]] bool opens_list(std::string_view text) const {
    return std::any_of(openers_.begin(), openers_.end(), [&](const std::string& end) { return ends_with(text, end); });
  }

  void read_below(const DocumentView& view, std::uint32_t index, Sink& sink) const {
    const text::Passage& passage = view.text.passages[index];
    if (!opens_list(passage.text)) return;
    const auto length = static_cast<std::uint32_t>(passage.text.size());
    std::vector<std::uint32_t> totals = amounts_in(view, index, {0, length});
    // «年初预算31.00万元，支出决算27.86万元»: the parts are of what was done
    if (totals.size() > 1) {
      const auto is_planned = [&](std::uint32_t total) {
        const std::uint32_t begin = view.facts.facts[total].span.begin;
        const std::uint32_t from = begin < kRoleOfTotal ? 0 : begin - kRoleOfTotal;
        return std::string_view(passage.text).substr(from, begin - from).find("预算") != std::string_view::npos;
      };
      const auto planned =
          std::stable_partition(totals.begin(), totals.end(), [&](std::uint32_t total) { return !is_planned(total); });
      if (planned != totals.begin()) totals.erase(planned, totals.end());
    }
    if (totals.empty()) return;
    std::vector<std::uint32_t> parts;
    std::optional<text::MarkerKind> kind;
    int number = 0;
    for (std::uint32_t next = index + 1; next < view.text.passages.size() && parts.size() < kMostParts; ++next) {
      const text::Passage& item = view.text.passages[next];
      if (item.in_table() || item.text.empty()) break;
      const auto marked = text::marker_of(item);
      if (!marked) {
        if (kind) continue;  // a second paragraph of the same item
        return;
      }
      if (!kind) kind = marked->marker.kind;
      if (marked->marker.kind > *kind) continue;
      if (marked->marker.kind != *kind || marked->marker.number != number + 1) break;
      ++number;
      const auto item_length = static_cast<std::uint32_t>(item.text.size());
      const std::vector<std::uint32_t> own = amounts_in(view, next, {0, std::min(item_length, kHeadOfPart)});
      if (own.empty()) {
        const std::string_view head = std::string_view(item.text).substr(0, kHeadOfPart);
        if (view.lexicon.contains(nothing_, head)) continue;
        return sink.not_comparable("part-without-amount");
      }
      parts.push_back(own.front());
    }
    if (number < 2 || parts.empty()) return;
    if (view.lexicon.contains(open_, passage.text)) return sink.not_comparable("open-list");
    judge(view, totals, parts, sink);
  }

  /// The number in «以上N项», 0 when the sentence says none; `end` is behind it.
  static std::size_t count_of(std::string_view text, std::size_t from) {
    std::size_t at = from;
    std::string digits;
    while (at < text.size() && text[at] >= '0' && text[at] <= '9') digits += text[at++];
    if (!digits.empty()) return digits.size() <= 2 ? static_cast<std::size_t>(std::stoi(digits)) : 0;
    for (const std::size_t size : {std::size_t{6}, std::size_t{3}}) {
      if (const auto value = facts::chinese_value(text.substr(from, size)); value && *value >= 2 && *value <= 20)
        return static_cast<std::size_t>(*value);
    }
    return 0;
  }

  void read_above(const DocumentView& view, std::uint32_t index, Sink& sink) const {
    const text::Passage& passage = view.text.passages[index];
    for (const std::string& opener : openers_) {
      for (std::size_t at = passage.text.find(opener); at != std::string::npos;
           at = passage.text.find(opener, at + opener.size())) {
        judge_above(view, index, at, at + opener.size(), sink);
      }
    }
  }

  void judge_above(const DocumentView& view, std::uint32_t index, std::size_t begin, std::size_t behind,
                   Sink& sink) const {
    const text::Passage& passage = view.text.passages[index];
    const std::size_t count = count_of(passage.text, behind);
    if (count < 2) return;
    const auto length = static_cast<std::uint32_t>(passage.text.size());
    const std::vector<std::uint32_t> after = amounts_in(view, index, {static_cast<std::uint32_t>(behind), length});
    if (after.empty()) return;
    const Fact& total = view.facts.facts[after.front()];
    const std::string_view words =
        std::string_view(passage.text).substr(behind, total.span.begin - static_cast<std::uint32_t>(behind));
    const bool is_sum =
        words.size() <= 45 && words.find("。") == std::string_view::npos && view.lexicon.contains(sum_, words);
    if (!is_sum) return;
    const std::vector<std::uint32_t> before = amounts_in(view, index, {0, static_cast<std::uint32_t>(begin)});
    if (before.size() < count) return sink.not_comparable("too-few-amounts");
    const std::vector<std::uint32_t> parts(before.end() - static_cast<std::ptrdiff_t>(count), before.end());
    // an amount between them that is no part, or one more in the same sentence, leaves it open which are meant
    const text::Span first_sentence = statement_span(passage, view.facts.facts[parts.front()].span.begin);
    if (before.size() > count && view.facts.facts[before[before.size() - count - 1]].span.begin >= first_sentence.begin)
      return sink.not_comparable("which-amounts");
    judge(view, {after.front()}, parts, sink);
  }

  static text::Span statement_span(const text::Passage& passage, std::uint32_t at) {
    const std::size_t stop = passage.text.rfind("。", at);
    return {stop == std::string::npos ? 0 : static_cast<std::uint32_t>(stop), at};
  }

  static void judge(const DocumentView& view, const std::vector<std::uint32_t>& totals,
                    const std::vector<std::uint32_t>& parts, Sink& sink) {
    Interval range = Interval::point(0);
    Rational sum = 0;
    std::vector<Term> terms;
    std::vector<Rational> values;
    for (const std::uint32_t index : parts) {
      const Fact& part = view.facts.facts[index];
      range = range + (part.value.is_zero() ? Interval::point(0) : part.interval());
      sum += part.value;
      terms.push_back({abs(part.value), part.value.is_negative()});
      values.push_back(part.value);
    }
    for (const std::uint32_t index : totals) {
      const Fact& total = view.facts.facts[index];
      if (total.value == sum) return sink.holds();
      if (range.meets(total.interval())) return sink.rounding();
    }
    const Fact& total = view.facts.facts[totals.front()];
    Bilingual cause = diagnose_value(sum, total.value, total);
    if (cause.empty()) cause = diagnose_sum(values, total.value, &total);
    if (totals.size() > 1 && cause.empty() && !is_one_digit_off(sum, total)) return sink.not_comparable("which-total");
    if (cause.empty() && is_implausible_gap(sum, total.value)) return sink.not_comparable("implausible-gap");
    Draft draft = sink.draft();
    draft.working = sum_working(terms, total.value, total);
    draft.expected = show(sum, total);
    draft.actual = show(total.value, total);
    draft.cause = cause;
    draft.evidence.push_back(spot_of(view, totals.front(), "total"));
    for (const std::uint32_t index : parts) draft.evidence.push_back(spot_of(view, index, "part"));
    wants(view, totals.front(), range, draft);
    for (const std::uint32_t index : parts) {
      const Fact& part = view.facts.facts[index];
      wants(view, index, total.interval() - (range - part.interval()), draft);
    }
    sink.report(std::move(draft));
  }

  bool is_above_ = false;
  std::vector<std::string> openers_;
  lexicon::ClassId open_ = lexicon::kNoClass;
  lexicon::ClassId sum_ = lexicon::kNoClass;
  lexicon::ClassId nothing_ = lexicon::kNoClass;
};

}  // namespace

std::unique_ptr<Check> make_sum_across(Params& params) { return std::make_unique<SumAcross>(params); }

}  // namespace gouji::check
