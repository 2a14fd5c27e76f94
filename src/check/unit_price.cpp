// SPDX-License-Identifier: Apache-2.0
#include "check/unit_price.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "base/utf8.hpp"
#include "check/diagnose.hpp"
#include "check/working.hpp"
#include "facts/label.hpp"

namespace gouji::check {
namespace {

using facts::Fact;
using facts::FactKind;
using Text = std::string_view;

// Beyond this factor the figures are of different things.
const Rational kFarOff = 5;

struct Per {
  std::string base;  // of the counted unit
  std::string word;  // 人, 生, 村
};

/// A price as the sentence states it.
struct Price {
  std::uint32_t fact = docx::kNone;
  Per per;
  std::string period;    // 月, 天 …: base of a duration; empty = none, or a year
  bool is_mean = false;  // 平均每人…: rounded, where a standard is exact
};

class UnitPrice final : public Check {
 public:
  explicit UnitPrice(Params& params) {
    is_average_ = params.choice("price", {"standard", "average"}, "standard") == "average";
    for (const auto& [base, words] : params.lists("per")) {
      for (const std::string& word : words) per_.push_back({base, word});
    }
    // the longest word first: 人次 before 人
    std::stable_sort(per_.begin(), per_.end(),
                     [](const Per& a, const Per& b) { return a.word.size() > b.word.size(); });
    for (const std::string& name : params.texts("unless")) unless_.push_back(params.lexicon().class_id(name));
    after_ = params.lexicon().class_id("average_words");
  }

  void run(const DocumentView& view, Sink& sink) const override {
    for (const statement::Sentence& sentence : view.statements.sentences) {
      std::vector<statement::Sentence> items = items_of(view, sentence);
      for (const statement::Sentence& item : items) judge(view, item, sink);
    }
  }

 private:
  static const Fact& fact(const DocumentView& view, std::uint32_t index) { return view.facts.facts[index]; }

  /// «血液透析机12台，每台…；呼吸机8台，每台…»: what stands between two ； where the sentence states several prices.
  [[nodiscard]] std::vector<statement::Sentence> items_of(const DocumentView& view,
                                                          const statement::Sentence& sentence) const {
    const Text text = view.text.passages[sentence.passage].text;
    if (is_average_ || prices_in(view, sentence) < 2) return {sentence};
    std::vector<statement::Sentence> out;
    std::uint32_t begin = sentence.span.begin;
    std::uint32_t next = sentence.facts.begin;
    while (begin < sentence.span.end) {
      const std::size_t stop = text.find("；", begin);
      const std::uint32_t end = stop == Text::npos || stop >= sentence.span.end
                                    ? sentence.span.end
                                    : static_cast<std::uint32_t>(stop + Text("；").size());
      statement::Sentence item = sentence;
      item.span = {begin, end};
      item.facts.begin = next;
      while (next < sentence.facts.end && fact(view, next).span.begin < end) ++next;
      item.facts.end = next;
      out.push_back(item);
      begin = end;
    }
    return out;
  }

  [[nodiscard]] std::size_t prices_in(const DocumentView& view, const statement::Sentence& sentence) const {
    const Text text = view.text.passages[sentence.passage].text;
    std::size_t prices = 0;
    std::uint32_t floor = sentence.span.begin;
    for (std::uint32_t i = sentence.facts.begin; i < sentence.facts.end; ++i) {
      const Fact& figure = fact(view, i);
      const std::uint32_t from = floor;
      floor = figure.span.end;
      if (figure.kind != FactKind::money && figure.kind != FactKind::price) continue;
      if (price_behind(text, figure, i) || price_before(view, text, from, figure, i)) ++prices;
    }
    return prices;
  }

  /// «每台14.90万元，共187.80万元»: the amount right behind the price, named as its sum.
  [[nodiscard]] static std::uint32_t sum_behind(const DocumentView& view, Text text, const Price& price,
                                                const std::vector<std::uint32_t>& amounts) {
    for (const std::uint32_t index : amounts) {
      if (index < price.fact) continue;
      const std::uint32_t from = fact(view, price.fact).span.end;
      const Text gap = text.substr(from, fact(view, index).span.begin - from);
      for (const Text word : {Text("共"), Text("计"), Text("合计"), Text("共计"), Text("总价"), Text("金额")}) {
        if (gap.size() <= 30 && gap.size() >= word.size() && gap.substr(gap.size() - word.size()) == word) return index;
      }
      return docx::kNone;
    }
    return docx::kNone;
  }

  /// «/人·月» behind a figure.
  [[nodiscard]] std::optional<Price> price_behind(Text text, const Fact& figure, std::uint32_t index) const {
    Text rest = text.substr(figure.span.end, 40);
    if (rest.substr(0, 1) != "/" && rest.substr(0, Text("每").size()) != "每") return std::nullopt;
    rest.remove_prefix(rest.front() == '/' ? 1 : Text("每").size());
    return read_per(rest, index);
  }

  [[nodiscard]] std::optional<Price> read_per(Text rest, std::uint32_t index) const {
    for (const Per& per : per_) {
      if (rest.substr(0, per.word.size()) != per.word) continue;
      Price price{index, per, {}};
      rest.remove_prefix(per.word.size());
      for (const Text mark : {Text("·"), Text("/"), Text("."), Text("每"), Text("、")}) {
        if (rest.substr(0, mark.size()) == mark) {
          rest.remove_prefix(mark.size());
          break;
        }
      }
      if (rest.substr(0, Text("月").size()) == "月") price.period = "月";
      if (rest.substr(0, Text("天").size()) == "天" || rest.substr(0, Text("日").size()) == "日") price.period = "天";
      return price;
    }
    return std::nullopt;
  }

  /// «每人每月» before a figure in its clause; for averages «人均» right before it.
  [[nodiscard]] std::optional<Price> price_before(const DocumentView& view, Text text, std::uint32_t floor,
                                                  const Fact& figure, std::uint32_t index) const {
    Text head = text.substr(floor, figure.span.begin - floor);
    for (const Text mark : {Text("，"), Text("；"), Text("。"), Text("："), Text("（")}) {
      if (const std::size_t at = head.rfind(mark); at != Text::npos) head.remove_prefix(at + mark.size());
    }
    if (is_average_) {
      while (const std::size_t cut = facts::suffix_of(view.lexicon, after_, head)) head.remove_suffix(cut);
      constexpr Text kMean = "均";
      constexpr Text kMeanOfEach = "平均每";  // with a subject of its own it is the mean of something else
      if (figure.kind == FactKind::count && head.starts_with(kMeanOfEach))
        return read_per(head.substr(kMeanOfEach.size()), index);
      if (head.size() < kMean.size() || head.substr(head.size() - kMean.size()) != kMean) return std::nullopt;
      head.remove_suffix(kMean.size());
      for (const Per& per : per_) {
        if (head.size() >= per.word.size() && head.substr(head.size() - per.word.size()) == per.word)
          return Price{index, per, {}};
      }
      return std::nullopt;
    }
    const std::size_t each = head.find("每");
    if (each == Text::npos) return plain_price(view, head, index);
    if (head.size() - each > 45) return std::nullopt;
    std::optional<Price> price = read_per(head.substr(each + Text("每").size()), index);
    if (price) price->is_mean = head.find("均") != Text::npos;
    return price;
  }

  /// «电脑45台，单价5800元»: the price of one of what was just counted.
  [[nodiscard]] std::optional<Price> plain_price(const DocumentView& view, Text head, std::uint32_t index) const {
    while (const std::size_t cut = facts::suffix_of(view.lexicon, after_, head)) head.remove_suffix(cut);
    if (!head.ends_with("单价") || index == 0) return std::nullopt;
    const Fact& count = fact(view, index - 1);
    if (count.kind != FactKind::count || count.unit == nullptr || count.passage != fact(view, index).passage)
      return std::nullopt;
    const auto per = std::find_if(per_.begin(), per_.end(), [&](const Per& each) {
      return each.base == count.unit->base && each.word == count.unit->word;
    });
    return per == per_.end() ? std::nullopt : std::optional(Price{index, *per, {}});
  }

  void judge(const DocumentView& view, const statement::Sentence& sentence, Sink& sink) const {
    const Text text = view.text.passages[sentence.passage].text;
    std::optional<Price> price;
    std::uint32_t floor = sentence.span.begin;
    for (std::uint32_t i = sentence.facts.begin; i < sentence.facts.end; ++i) {
      const Fact& figure = fact(view, i);
      const std::uint32_t from = floor;
      floor = figure.span.end;
      const bool may_be_mean = is_average_ && figure.kind == FactKind::count;  // 场均150人次
      if (figure.kind != FactKind::money && figure.kind != FactKind::price && !may_be_mean) continue;
      std::optional<Price> here;
      if (!is_average_) here = price_behind(text, figure, i);
      if (!here) here = price_before(view, text, from, figure, i);
      if (!here && figure.kind != FactKind::price) continue;
      if (price || !here || !figure.is_plain()) return sink.not_comparable("several-prices");
      price = here;
    }
    if (!price) return;
    const Text words = text.substr(sentence.span.begin, sentence.span.end - sentence.span.begin);
    for (const lexicon::ClassId id : unless_) {
      if (view.lexicon.contains(id, words)) return sink.not_comparable("another-basis");
    }
    std::vector<std::uint32_t> counts;
    std::vector<std::uint32_t> amounts;
    std::vector<std::uint32_t> times;
    std::size_t of_unit = 0;
    for (std::uint32_t i = sentence.facts.begin; i < sentence.facts.end; ++i) {
      const Fact& each = fact(view, i);
      if (i == price->fact || !each.is_plain()) continue;
      const bool is_amount = fact(view, price->fact).kind == FactKind::count
                                 ? statement::same_measure(each, fact(view, price->fact))
                                 : each.kind == FactKind::money;
      if (is_amount) amounts.push_back(i);
      if (each.kind == FactKind::count && each.unit != nullptr && each.unit->base == price->per.base &&
          each.unit->base == "个")
        ++of_unit;
      if (each.kind == FactKind::count && each.unit != nullptr && counts_per(each.unit->base, price->per.word) &&
          is_of(text, each, price->per, view.lexicon))
        counts.push_back(i);
      if (each.kind == FactKind::duration && each.unit != nullptr && each.unit->base == price->period)
        times.push_back(i);
    }
    if (amounts.empty() || counts.empty()) return;
    if (!price->period.empty() && times.empty()) return sink.not_comparable("no-duration");
    for (const std::uint32_t amount : amounts) {
      for (const std::uint32_t count : counts) {
        const std::uint32_t time = times.empty() ? docx::kNone : times.front();
        if (product(view, *price, count, time).meets(fact(view, amount).interval())) return sink.holds();
        if (time != docx::kNone && product(view, *price, count, docx::kNone).meets(fact(view, amount).interval()))
          return sink.not_comparable("without-duration");
      }
    }
    if (amounts.size() > 1) {
      if (const std::uint32_t sum = sum_behind(view, text, *price, amounts); sum != docx::kNone) amounts = {sum};
    }
    // the count stands before its price: of several the nearest
    if (counts.size() > 1 && counts.back() < price->fact && amounts.size() == 1 && amounts.front() > price->fact &&
        sum_behind(view, text, *price, amounts) != docx::kNone && counts.back() + 1 == price->fact)
      counts = {counts.back()};
    if (amounts.size() != 1 || counts.size() != 1 || times.size() > 1) return sink.not_comparable("which-figures");
    // «延续17个、新立项目12个，每个…»: one price for all of them
    if (of_unit > 1) return sink.not_comparable("which-figures");
    report(view, *price, counts.front(), times.empty() ? docx::kNone : times.front(), amounts.front(), sink);
  }

  /// A word may stand for several units: 人均 of 人 or of 人次.
  [[nodiscard]] bool counts_per(const std::string& base, const std::string& word) const {
    return std::any_of(per_.begin(), per_.end(), [&](const Per& per) { return per.base == base && per.word == word; });
  }

  /// «6个村» for 每村: the thing stands behind the count, unless the word is a unit itself.
  static bool is_of(Text text, const Fact& count, const Per& per, const lexicon::Lexicon& lexicon) {
    if (lexicon.unit(per.word) != nullptr || per.base != "个") return true;
    return text.substr(count.span.end, per.word.size()) == per.word ||
           text.substr(count.span.end, per.word.size() + 6).find(per.word) != Text::npos;
  }

  static Rational scale_of_per(const DocumentView& view, const Price& price) {
    const lexicon::Unit* unit = view.lexicon.unit(price.per.word);
    return unit == nullptr || unit->base != price.per.base ? Rational(1) : unit->scale;
  }

  /// A mean of whole things is rounded, though each of them is not.
  static Interval mean_interval(const Fact& mean) {
    return mean.kind == FactKind::count ? Interval::around(mean.value, mean.step / 2) : mean.interval();
  }

  [[nodiscard]] Interval product(const DocumentView& view, const Price& price, std::uint32_t count,
                                 std::uint32_t time) const {
    const Fact& each = fact(view, price.fact);
    const Fact& number = fact(view, count);
    const bool is_exact = !is_average_ && !price.is_mean && each.qualifier == facts::Qualifier::exact;
    Interval value = is_exact ? Interval::point(each.value) : mean_interval(each);
    // whole people and villages are exact, 3.2万亩 is rounded
    value = value *
            (number.printed.places == 0 && number.scale_is_one() ? Interval::point(number.value) : number.interval());
    value = value * Interval::point(Rational(1) / scale_of_per(view, price));
    return time == docx::kNone ? value : value * Interval::point(fact(view, time).value);
  }

  void report(const DocumentView& view, const Price& price, std::uint32_t count, std::uint32_t time,
              std::uint32_t amount, Sink& sink) const {
    const Fact& each = fact(view, price.fact);
    const Fact& number = fact(view, count);
    const Fact& total = fact(view, amount);
    const Interval truth = product(view, price, count, time);
    const Interval stated = total.interval();
    if (!truth.is_defined() || !stated.is_defined()) return sink.not_comparable("bound");
    const Rational ratio = truth.middle() / total.value;
    const Bilingual cause = diagnose_value(truth.middle(), total.value, total);
    // far off without a likely slip: the figures are of different things
    if (cause.empty() && (ratio > kFarOff || ratio < Rational(1) / kFarOff)) return sink.not_comparable("implausible");
    Draft draft = sink.draft();
    std::string sum = fmt::format("{} × {}", each.shown(), number.shown());
    if (time != docx::kNone) sum += " × " + fact(view, time).shown();
    const Rational rounded = truth.middle();
    draft.working.zh = fmt::format("{} = {} ≠ {}", sum, show(rounded, total), show(total.value, total));
    draft.working.en = draft.working.zh;
    draft.cause = cause;
    const Interval factor = truth / (is_average_ || price.is_mean ? mean_interval(each) : Interval::point(each.value));
    if (is_average_) {
      draft.expected = show_price(stated.middle() / factor.middle(), each);
      draft.actual = show(each.value, each);
    } else {
      draft.expected = show(rounded, total);
      draft.actual = show(total.value, total);
    }
    const std::uint32_t first = is_average_ ? price.fact : amount;
    draft.evidence.push_back(spot_of(view, first, is_average_ ? "average" : "total"));
    draft.evidence.push_back(spot_of(view, is_average_ ? amount : price.fact, is_average_ ? "total" : "price"));
    draft.evidence.push_back(spot_of(view, count, "count"));
    if (time != docx::kNone) draft.evidence.push_back(spot_of(view, time, "time"));
    wants(view, amount, truth, draft);
    wants(view, price.fact, stated / factor, draft);
    wants(view, count, stated * number.interval() / truth, draft);
    sink.report(std::move(draft));
  }

  static std::string show_price(const Rational& value, const Fact& like) {
    return (value / scale_of(like)).to_string(std::max(2, like.printed.places));
  }

  bool is_average_ = false;
  std::vector<Per> per_;
  std::vector<lexicon::ClassId> unless_;
  lexicon::ClassId after_ = lexicon::kNoClass;
};

}  // namespace

std::unique_ptr<Check> make_unit_price(Params& params) { return std::make_unique<UnitPrice>(params); }

}  // namespace gouji::check
