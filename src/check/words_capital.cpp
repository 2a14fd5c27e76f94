// SPDX-License-Identifier: Apache-2.0
#include "check/words_capital.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "check/diagnose.hpp"
#include "check/working.hpp"
#include "facts/label.hpp"

namespace gouji::check {
namespace {

using facts::Fact;
using facts::FactKind;
using Text = std::string_view;

// Digits of which every amount in capitals has one.
constexpr std::array<Text, 14> kCapitals{"壹", "贰", "叁", "肆", "伍", "陆", "柒",
                                         "捌", "玖", "貳", "參", "叄", "陸", "拾"};

class WordsCapital final : public Check {
 public:
  explicit WordsCapital(Params& params)
      : links_(params.lexicon().class_id("capital_links")), same_(params.lexicon().class_id("capital_same")) {}

  void run(const DocumentView& view, Sink& sink) const override {
    const auto& facts = view.facts.facts;
    for (std::uint32_t i = 0; i < facts.size(); ++i) {
      if (!is_capital(view, facts[i])) continue;
      // digits behind before digits in front: «（大写）…（小写）…» goes on with the next amount
      if (i + 1 < facts.size() && is_pair(view, i, i + 1)) {
        judge(view, i, i + 1, sink);
      } else if (i > 0 && is_pair(view, i - 1, i) &&
                 !(i > 1 && is_capital(view, facts[i - 2]) && is_pair(view, i - 2, i - 1))) {
        judge(view, i, i - 1, sink);
      }
    }
  }

 private:
  static bool is_capital(const DocumentView& view, const Fact& fact) {
    if (fact.kind != FactKind::money) return false;
    const Text text = view.text.passages[fact.passage].of(fact.span);
    return std::any_of(kCapitals.begin(), kCapitals.end(), [&](Text digit) { return text.find(digit) != Text::npos; });
  }

  /// One in capitals and one in digits, in one paragraph or in one row, with nothing else between.
  [[nodiscard]] bool is_pair(const DocumentView& view, std::uint32_t first, std::uint32_t second) const {
    const Fact& a = view.facts.facts[first];
    const Fact& b = view.facts.facts[second];
    const bool first_is_capital = is_capital(view, a);
    if (first_is_capital == is_capital(view, b)) return false;
    const Fact& plain = first_is_capital ? b : a;
    if ((plain.kind != FactKind::money && plain.kind != FactKind::number) || plain.is_chinese || !plain.is_plain())
      return false;
    std::string between;
    if (a.passage == b.passage) {
      between = view.text.passages[a.passage].text.substr(a.span.end, b.span.begin - a.span.end);
    } else {
      if (a.table == docx::kNone || a.table != b.table || a.row != b.row) return false;
      between = view.text.passages[a.passage].text.substr(a.span.end);
      for (std::uint32_t p = a.passage + 1; p < b.passage; ++p) between += view.text.passages[p].text;
      between += view.text.passages[b.passage].text.substr(0, b.span.begin);
    }
    // what says that both are one amount
    if (!view.lexicon.contains(same_, between)) return false;
    while (!between.empty()) {
      const std::size_t cut = facts::prefix_of(view.lexicon, links_, between);
      if (cut == 0) return false;
      between.erase(0, cut);
    }
    return true;
  }

  static void judge(const DocumentView& view, std::uint32_t capital, std::uint32_t plain, Sink& sink) {
    const Fact& words = view.facts.facts[capital];
    const Fact& digits = view.facts.facts[plain];
    if (!words.value.is_defined() || !digits.value.is_defined()) return sink.not_comparable("bound");
    if (words.value == digits.value) return sink.holds();
    // 56.78万元 beside the whole amount: a shorter form of it
    if (digits.step > Rational(1) && abs(words.value - digits.value) * 2 <= digits.step) return sink.rounding();
    Draft draft = sink.draft();
    const Text written = view.text.passages[words.passage].of(words.span);
    draft.expected = show(words.value, digits);
    draft.actual = digits.printed.to_string();
    draft.working.zh = fmt::format("大写 {} = {} ≠ 小写 {}", written, draft.expected, draft.actual);
    draft.working.en = fmt::format("in words {} = {} ≠ in digits {}", written, draft.expected, draft.actual);
    draft.cause = diagnose_value(words.value, digits.value, digits);
    draft.evidence = {spot_of(view, plain, "digits"), spot_of(view, capital, "words")};
    wants(view, plain, Interval::point(words.value), draft);
    wants(view, capital, digits.interval(), draft);
    sink.report(std::move(draft));
  }

  lexicon::ClassId links_, same_;
};

}  // namespace

std::unique_ptr<Check> make_words_capital(Params& params) { return std::make_unique<WordsCapital>(params); }

}  // namespace gouji::check
