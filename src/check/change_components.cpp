// SPDX-License-Identifier: Apache-2.0
#include "check/change_components.hpp"

#include <algorithm>
#include <optional>
#include <string>

#include "check/diagnose.hpp"
#include "check/working.hpp"

namespace gouji::check {
namespace {

using facts::Fact;
using facts::FactKind;
using statement::ChangeStatement;
using statement::Direction;
using Text = std::string_view;

constexpr Text kOfWhich = "其中";
constexpr std::size_t kMostParts = 10;

/// The changes that follow 其中, up to the end of its sentence.
struct Components {
  const ChangeStatement* total = nullptr;
  std::vector<const ChangeStatement*> parts;
};

class ChangeComponents final : public Check {
 public:
  explicit ChangeComponents(Params& params) {
    const auto id = [&](Text name) { return params.lexicon().class_id(name); };
    open_ = id("open_list");
    open_start_ = id("open_list_start");
    open_tail_ = id("open_tail");
    not_open_tail_ = id("not_open_tail");
    outside_ = id("outside");
    flat_ = id("flat_words");
  }

  void run(const DocumentView& view, Sink& sink) const override {
    const auto& changes = view.statements.changes;
    for (std::size_t i = 0; i < changes.size(); ++i) {
      if (changes[i].delta == docx::kNone || changes[i].is_escaped) continue;
      std::string doubt;
      const std::optional<Components> found = components_of(view, i, doubt);
      if (!doubt.empty()) sink.not_comparable(doubt);
      if (found && doubt.empty()) judge(view, *found, sink);
    }
  }

 private:
  static const Fact& fact(const DocumentView& view, std::uint32_t index) { return view.facts.facts[index]; }

  [[nodiscard]] std::optional<Components> components_of(const DocumentView& view, std::size_t index,
                                                        std::string& doubt) const {
    const auto& changes = view.statements.changes;
    const ChangeStatement& total = changes[index];
    const Text text = view.text.passages[total.passage].text;
    const std::uint32_t from = total.span.end;
    const facts::Range range = view.facts.facts_of[total.passage];
    std::uint32_t next = range.begin;
    while (next < range.end && fact(view, next).span.begin < from) ++next;
    if (next >= range.end) return std::nullopt;
    // 其中 before the next figure
    const std::size_t mark = text.substr(0, fact(view, next).span.begin).find(kOfWhich, from);
    if (mark == Text::npos) return std::nullopt;
    const auto list = static_cast<std::uint32_t>(mark + kOfWhich.size());
    const std::size_t stop = text.find("。", list);
    const auto end = static_cast<std::uint32_t>(stop == Text::npos ? text.size() : stop);
    const Text words = text.substr(list, end - list);
    if (words.find(kOfWhich) != Text::npos) return std::nullopt;
    if (is_open(view.lexicon, words)) return std::nullopt;
    if (words.find("分别") != Text::npos) {  // «甲、乙分别减少4万元和5万元»: one word, two amounts
      doubt = "shared-word";
      return std::nullopt;
    }

    Components out;
    out.total = &total;
    const int depth = statement::bracket_depth(text, {0, end}, list);
    for (std::size_t i = index + 1; i < changes.size() && changes[i].passage == total.passage; ++i) {
      const ChangeStatement& part = changes[i];
      if (part.span.end > end) break;
      if (part.delta == docx::kNone) continue;
      if (statement::bracket_depth(text, {0, end}, fact(view, part.delta).span.begin) > depth) continue;
      if (part.is_escaped || !statement::same_measure(fact(view, part.delta), fact(view, total.delta)))
        return std::nullopt;
      if (compares_to_budget(view, part) != compares_to_budget(view, total) && names_base(view, part)) {
        doubt = "another-base";
        return std::nullopt;
      }
      out.parts.push_back(&part);
    }
    if (out.parts.size() < 2 || out.parts.size() > kMostParts) return std::nullopt;
    if (!all_state_change(view, out, list, end, depth)) doubt = "component-without-change";
    return out;
  }

  [[nodiscard]] bool is_open(const lexicon::Lexicon& lexicon, Text words) const {
    if (words.substr(0, Text("：").size()) == "：") words.remove_prefix(Text("：").size());
    if (lexicon.contains(open_, words) || lexicon.contains(outside_, words)) return true;
    for (const std::string& word : lexicon.words(open_start_)) {
      if (words.substr(0, word.size()) == word) return true;
    }
    for (const std::string& word : lexicon.words(open_tail_)) {
      for (std::size_t at = words.find(word); at != Text::npos; at = words.find(word, at + word.size())) {
        const auto& allowed = lexicon.words(not_open_tail_);
        if (std::none_of(allowed.begin(), allowed.end(),
                         [&](const std::string& longer) { return words.substr(at, longer.size()) == longer; }))
          return true;
      }
    }
    return false;
  }

  /// The words from the clause mark to the amount speak of the budget, not of last year.
  static Text comparing_words(const DocumentView& view, const ChangeStatement& change) {
    const Text text = view.text.passages[change.passage].text;
    const Text before = text.substr(0, change.delta_word.begin);
    std::size_t begin = 0;
    for (const Text mark : {Text("，"), Text("；"), Text("。"), Text("："), Text("（")}) {
      const std::size_t at = before.rfind(mark);
      if (at != Text::npos) begin = std::max(begin, at + mark.size());
    }
    return before.substr(begin);
  }
  static bool compares_to_budget(const DocumentView& view, const ChangeStatement& change) {
    const Text words = comparing_words(view, change);
    const std::size_t at = words.find("预算");
    if (at == Text::npos) return false;
    // 上年预算, and 2024年预算 in a report on 2025, are last year's figures
    Text before = words.substr(0, at);
    for (const Text initial : {Text("年初"), Text("初")}) {
      if (before.ends_with(initial)) before.remove_suffix(initial.size());
    }
    for (const Text prior : {Text("上年"), Text("去年"), Text("上年度"), Text("上一年度")}) {
      if (before.ends_with(prior)) return false;
    }
    const int year = view.context.fiscal_year;
    for (const Text tail : {Text("年度"), Text("年")}) {
      if (before.ends_with(tail)) {
        before.remove_suffix(tail.size());
        break;
      }
    }
    return year == 0 || !before.ends_with(std::to_string(year - 1));
  }
  static bool names_base(const DocumentView& view, const ChangeStatement& change) {
    const Text words = comparing_words(view, change);
    return words.find("比") != Text::npos || words.find("较") != Text::npos || words.find("与") != Text::npos;
  }

  /// Every level in the list is followed by its change, or by 持平.
  [[nodiscard]] bool all_state_change(const DocumentView& view, const Components& found, std::uint32_t begin,
                                      std::uint32_t end, int depth) const {
    const Text text = view.text.passages[found.total->passage].text;
    const facts::Range range = view.facts.facts_of[found.total->passage];
    const Fact& like = fact(view, found.total->delta);
    const auto is_delta = [&](std::uint32_t index) {
      return std::any_of(found.parts.begin(), found.parts.end(),
                         [&](const ChangeStatement* part) { return part->delta == index; });
    };
    const auto is_base = [&](std::uint32_t index) {
      return std::any_of(found.parts.begin(), found.parts.end(),
                         [&](const ChangeStatement* part) { return part->base == index; });
    };
    std::uint32_t level = docx::kNone;
    const auto is_settled = [&](std::uint32_t until) {
      if (level == docx::kNone) return true;
      const std::uint32_t from = fact(view, level).span.end;
      return view.lexicon.contains(flat_, text.substr(from, until - from));
    };
    for (std::uint32_t i = range.begin; i < range.end; ++i) {
      const Fact& each = fact(view, i);
      if (each.span.begin < begin || each.span.end > end || !statement::same_measure(each, like)) continue;
      if (statement::bracket_depth(text, {0, end}, each.span.begin) > depth || is_base(i)) continue;
      if (is_delta(i)) {
        level = docx::kNone;
        continue;
      }
      if (!is_settled(each.span.begin)) return false;
      level = i;
    }
    return is_settled(end);
  }

  static Rational value_of(const DocumentView& view, const ChangeStatement& change) {
    const Rational& value = fact(view, change.delta).value;
    return change.delta_direction == Direction::down ? -value : value;
  }
  static Interval range_of(const DocumentView& view, const ChangeStatement& change) {
    const Interval range = fact(view, change.delta).interval();
    return change.delta_direction == Direction::down ? -range : range;
  }

  /// A choice of the parts closes: one of the others is their heading or a part of one of them.
  static bool some_close(const DocumentView& view, const Components& found) {
    const Interval whole = range_of(view, *found.total);
    for (std::uint32_t choice = 1; choice < (1u << found.parts.size()); ++choice) {
      if ((choice & (choice - 1)) == 0) continue;  // one part alone
      Interval sum = Interval::point(0);
      for (std::size_t i = 0; i < found.parts.size(); ++i) {
        if ((choice & (1u << i)) != 0) sum = sum + range_of(view, *found.parts[i]);
      }
      if (sum.meets(whole)) return true;
    }
    return false;
  }

  static void judge(const DocumentView& view, const Components& found, Sink& sink) {
    const Fact& total = fact(view, found.total->delta);
    const Rational whole = value_of(view, *found.total);
    Rational sum = 0;
    Interval range = Interval::point(0);
    std::vector<Term> terms;
    std::vector<Rational> values;
    for (const ChangeStatement* part : found.parts) {
      const Rational value = value_of(view, *part);
      sum += value;
      range = range + range_of(view, *part);
      terms.push_back({abs(value), value.is_negative()});
      values.push_back(value);
    }
    const Interval stated = range_of(view, *found.total);
    if (!range.is_defined() || !stated.is_defined()) return sink.not_comparable("bound");
    if (sum == whole) return sink.holds();
    if (range.meets(stated)) return sink.rounding();
    if (some_close(view, found)) return sink.not_comparable("several-readings");
    Draft draft = sink.draft();
    draft.working = sum_working(terms, whole, total);
    draft.expected = show(sum, total);
    draft.actual = show(whole, total);
    draft.cause = diagnose_sum(values, whole, &total);
    if (draft.cause.empty()) draft.cause = diagnose_value(abs(sum), abs(whole), total);
    draft.evidence.push_back(spot_of(view, found.total->delta, "total"));
    const auto as_printed = [](const ChangeStatement& change, const Interval& value) {
      return change.delta_direction == Direction::down ? -value : value;
    };
    wants(view, found.total->delta, as_printed(*found.total, range), draft);
    for (const ChangeStatement* part : found.parts) {
      draft.evidence.push_back(spot_of(view, part->delta, "part"));
      const Interval own = range_of(view, *part);
      const Rational half = (range.width() - own.width() + stated.width()) / 2;
      wants(view, part->delta, as_printed(*part, Interval::around(value_of(view, *part) + whole - sum, half)), draft);
    }
    sink.report(std::move(draft));
  }

  lexicon::ClassId open_, open_start_, open_tail_, not_open_tail_, outside_, flat_;
};

}  // namespace

std::unique_ptr<Check> make_change_components(Params& params) { return std::make_unique<ChangeComponents>(params); }

}  // namespace gouji::check
