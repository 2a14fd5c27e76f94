// SPDX-License-Identifier: Apache-2.0
#include "check/unit_odd.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "check/date_facts.hpp"
#include "check/shared_words.hpp"
#include "check/unit_closure.hpp"
#include "check/working.hpp"
#include "statement/sentence.hpp"

namespace gouji::check {
namespace {

using facts::Fact;
using facts::FactKind;
using Text = std::string_view;

constexpr int kTellingDigits = 4;         // shorter figures recur by chance
constexpr std::size_t kSharedName = 2;    // characters
constexpr std::size_t kShortGap = 60;     // bytes between neighbours of a list
constexpr std::size_t kBehindBytes = 60;  // behind a figure that its standard may be named in
const Rational kFarBeyond = 10;           // times the largest amount of the report
const Rational kOrdinary = 50;            // neighbours of a list lie within this factor
const Rational kTenThousand = 10000;
const Rational kHundredMillion = 100000000;

Rational scale(const Fact& fact) { return fact.unit->scale; }

class UnitOdd final : public Check {
 public:
  explicit UnitOdd(Params& params)
      : each_(params.texts("each")), large_(params.texts("large")), small_(params.texts("small")) {}

  void run(const DocumentView& view, Sink& sink) const override {
    const Places places = places_of(view);
    std::vector<bool> has_neighbours(view.facts.facts.size(), false);
    for (const statement::Sentence& sentence : view.statements.sentences) {
      const std::vector<std::uint32_t> amounts = amounts_in(view, sentence.facts);
      for (std::size_t at = 0; at < amounts.size() && amounts.size() > 1; ++at) {
        has_neighbours[amounts[at]] = true;
        judge(view, sink, sentence, amounts, at, places);
      }
    }
    for (const std::uint32_t index : amounts_in(view, {0, static_cast<std::uint32_t>(has_neighbours.size())})) {
      if (!has_neighbours[index] && fact(view, index).table == docx::kNone) judge_alone(view, sink, index, places);
    }
  }

 private:
  struct Places {
    std::map<std::string, std::vector<std::uint32_t>> by_value;
    Rational largest = 0;
    Rational second = 0;  // the largest but one
  };

  struct Found {
    std::uint32_t neighbour = docx::kNone;  // gives the unit
    Closure closure;
    std::uint32_t twin = docx::kNone;  // the same digits elsewhere
  };

  static const Fact& fact(const DocumentView& view, std::uint32_t index) { return view.facts.facts[index]; }

  static Places places_of(const DocumentView& view) {
    Places places;
    for (std::uint32_t index = 0; index < view.facts.facts.size(); ++index) {
      const Fact& each = fact(view, index);
      if (each.kind != FactKind::money || each.unit == nullptr) continue;
      places.by_value[each.value.to_string()].push_back(index);
      if (each.value > places.largest) {
        places.second = places.largest;
        places.largest = each.value;
      } else if (each.value > places.second) {
        places.second = each.value;
      }
    }
    return places;
  }

  static std::vector<std::uint32_t> amounts_in(const DocumentView& view, facts::Range range) {
    std::vector<std::uint32_t> out;
    for (std::uint32_t index = range.begin; index < range.end; ++index) {
      const Fact& each = fact(view, index);
      const bool is_amount = each.kind == FactKind::money && each.unit != nullptr && each.is_plain() &&
                             each.unit_source == facts::UnitSource::self && !each.is_chinese &&
                             each.value > Rational(0);
      if (is_amount) out.push_back(index);
    }
    return out;
  }

  void judge(const DocumentView& view, Sink& sink, const statement::Sentence& sentence,
             const std::vector<std::uint32_t>& amounts, std::size_t at, const Places& places) const {
    const Fact& odd = fact(view, amounts[at]);
    std::vector<Rational> tried;
    bool is_alone = true;
    for (std::size_t i = 0; i < amounts.size(); ++i)
      is_alone = is_alone && (i == at || scale(fact(view, amounts[i])) != scale(odd));
    for (const std::uint32_t index : amounts) {
      const Rational& unit = scale(fact(view, index));
      if (unit == scale(odd) || std::find(tried.begin(), tried.end(), unit) != tried.end()) continue;
      tried.push_back(unit);
      const Rational ratio = max(unit, scale(odd)) / min(unit, scale(odd));
      if (ratio < Rational(1000)) continue;
      if (is_of_each(view, sentence.span, amounts[at])) return sink.not_comparable("price");
      Found found{index, {}, docx::kNone};
      if (closes(view, sentence, amounts, at, unit, found)) return report(view, sink, amounts[at], found);
      if (!is_alone || ratio < kTenThousand) continue;
      if (is_said_elsewhere(view, amounts[at], unit, places, found) ||
          is_beyond_all(view, sentence, amounts, at, index, places) || is_in_list(view, amounts, at, index)) {
        return report(view, sink, amounts[at], found);
      }
    }
    if (!tried.empty()) sink.holds();
  }

  /// No neighbours: only the same digits elsewhere in 万元, the unit of most reports, tell.
  void judge_alone(const DocumentView& view, Sink& sink, std::uint32_t index, const Places& places) const {
    const Fact& odd = fact(view, index);
    if (scale(odd) != Rational(1) && scale(odd) != kHundredMillion) return;
    const text::Span sentence = sentence_of(view.text.passages[odd.passage], odd.span.begin);
    if (odd.printed.places == 0 || is_of_each(view, sentence, index)) return;
    Found found;
    if (!is_said_elsewhere(view, index, kTenThousand, places, found)) return;
    found.neighbour = found.twin;
    report(view, sink, index, found);
  }

  /// With the neighbours' unit a sum or a rate closes exactly, with its own none does.
  [[nodiscard]] bool closes(const DocumentView& view, const statement::Sentence& sentence,
                            const std::vector<std::uint32_t>& amounts, std::size_t at, const Rational& unit,
                            Found& found) const {
    std::vector<Reading> own;
    std::vector<Reading> tried;
    std::size_t place = 0;
    for (std::size_t i = 0; i < amounts.size(); ++i) {
      const Fact& each = fact(view, amounts[i]);
      own.push_back({amounts[i], each.value});
      if (i == at) {
        place = tried.size();
        tried.push_back({amounts[i], each.printed.value() * unit});
      } else if (scale(each) == unit && !is_of_each(view, sentence.span, amounts[i])) {
        tried.push_back({amounts[i], each.value});
      }
    }
    auto closure = closing_sum(view, tried, place);
    if (!closure) closure = closing_rate(view, tried, place, sentence.facts);
    if (!closure) return false;
    if (closing_sum(view, own, at) || closing_rate(view, own, at, sentence.facts)) return false;
    found.closure = *closure;
    return true;
  }

  /// The same digits stand elsewhere in that unit under a like name, and nowhere in its own.
  static bool is_said_elsewhere(const DocumentView& view, std::uint32_t index, const Rational& unit,
                                const Places& places, Found& found) {
    const Fact& odd = fact(view, index);
    if (odd.significant_digits() < kTellingDigits) return false;
    if (places.by_value.at(odd.value.to_string()).size() > 1) return false;
    const auto twins = places.by_value.find((odd.printed.value() * unit).to_string());
    if (twins == places.by_value.end()) return false;
    const std::string name(name_before(view, index));
    for (const std::uint32_t twin : twins->second) {
      const Fact& other = fact(view, twin);
      if (other.passage == odd.passage && other.table == docx::kNone) continue;
      if (other.printed.value() != odd.printed.value()) continue;
      const Text other_name = other.table != docx::kNone ? Text(other.label_text) : name_before(view, twin);
      if (longest_shared(name, other_name) < kSharedName) continue;
      found.twin = twin;
      return true;
    }
    return false;
  }

  /// An amount in 亿元 behind one in 万元 that is ten times all that the report speaks of.
  [[nodiscard]] bool is_beyond_all(const DocumentView& view, const statement::Sentence& sentence,
                                   const std::vector<std::uint32_t>& amounts, std::size_t at, std::uint32_t like,
                                   const Places& places) const {
    const Fact& odd = fact(view, amounts[at]);
    if (at == 0 || scale(odd) != kHundredMillion || scale(fact(view, like)) != kTenThousand) return false;
    if (odd.value != places.largest || odd.value < places.second * kFarBeyond) return false;
    const text::Passage& passage = view.text.passages[odd.passage];
    return !has_any(passage.of(sentence.span), large_);
  }

  /// «A 412.36万元、B 98.26元、C 78.00万元»: an item of a list of amounts with as many decimals.
  [[nodiscard]] bool is_in_list(const DocumentView& view, const std::vector<std::uint32_t>& amounts, std::size_t at,
                                std::uint32_t like) const {
    const Fact& odd = fact(view, amounts[at]);
    if (at == 0 || amounts.size() < 3 || scale(odd) != Rational(1) || scale(fact(view, like)) != kTenThousand ||
        odd.printed.places == 0)
      return false;
    const std::size_t first = at + 1 < amounts.size() ? at - 1 : at - 2;
    const Text text = view.text.passages[odd.passage].text;
    for (std::size_t i = first; i < first + 2; ++i) {
      const Fact& a = fact(view, amounts[i]);
      const Fact& b = fact(view, amounts[i + 1]);
      const Text between = text.substr(a.span.end, b.span.begin - a.span.end);
      const bool is_item =
          between.size() <= kShortGap && (between.substr(0, 3) == "、" || between.substr(0, 3) == "和");
      if (!is_item || has_any(between, small_)) return false;
    }
    const Rational read = odd.printed.value() * scale(fact(view, like));
    for (std::size_t i = first; i < first + 3; ++i) {
      const Fact& each = fact(view, amounts[i]);
      if (i == at) continue;
      if (each.printed.places != odd.printed.places || scale(each) != scale(fact(view, like))) return false;
      if (read > each.value * kOrdinary || each.value > read * kOrdinary) return false;
    }
    return !has_any(text.substr(odd.span.end, kBehindBytes), each_);
  }

  /// What closed brackets hold is said of another figure: 18.72万元（624人每人300元）、.
  static std::string without_brackets(Text text) {
    std::string out;
    for (std::size_t open = text.find("（"); open != Text::npos; open = text.find("（")) {
      const std::size_t close = text.find("）", open);
      if (close == Text::npos) break;
      out += text.substr(0, open);
      text.remove_prefix(close + Text("）").size());
    }
    return out += text;
  }

  /// 每人每年6.00万元、3.60元, 50.00元/人, 50.00元的标准.
  [[nodiscard]] bool is_of_each(const DocumentView& view, text::Span sentence, std::uint32_t index) const {
    const Fact& each = fact(view, index);
    const Text text = view.text.passages[each.passage].text;
    const Text before = text.substr(sentence.begin, each.span.begin - sentence.begin);
    std::size_t begin = 0;
    for (const Text mark : {"，", "；", "。"}) {
      if (const std::size_t stop = before.rfind(mark); stop != Text::npos) begin = std::max(begin, stop);
    }
    if (has_any(without_brackets(before.substr(begin)), each_)) return true;
    const Text behind = text.substr(each.span.end, sentence.end - each.span.end);
    if (behind.substr(0, 1) == "/") return true;
    const Text clause = behind.substr(0, std::min({behind.find("，"), behind.find("、"), behind.find("；")}));
    const bool is_reckoned = clause.substr(0, 3) == "（" && clause.find_first_of("0123456789") != Text::npos;
    return !is_reckoned && has_any(clause, each_);
  }

  static void report(const DocumentView& view, Sink& sink, std::uint32_t index, const Found& found) {
    const Fact& odd = fact(view, index);
    const Fact& like = fact(view, found.neighbour);
    Draft draft = sink.draft();
    const std::string read = std::string(view.text.passages[odd.passage].of(odd.number_span)) + like.unit->word;
    const Rational value = odd.printed.value() * scale(like);
    draft.actual = odd.shown();
    draft.expected = read;
    draft.evidence.push_back(spot_of(view, index, "figure"));
    draft.message = {fmt::format("{} 的单位与同处金额不符", odd.shown()),
                     fmt::format("The unit of {} does not fit the amounts beside it", odd.shown())};
    draft.cause = {fmt::format("单位可能错写（{}误为{}）", like.unit->word, odd.unit->word),
                   fmt::format("the unit may be wrong ({} for {})", odd.unit->word, like.unit->word)};
    if (found.closure.total != docx::kNone) {
      const std::string relation = relation_of(view, found.closure, index, value, found.neighbour);
      draft.working = {fmt::format("以{}计恰好相合：{}；以{}计则不合", like.unit->word, relation, odd.unit->word),
                       fmt::format("in {} the figures close exactly: {}; in {} they do not", like.unit->word, relation,
                                   odd.unit->word)};
      for (const std::uint32_t part : found.closure.parts) {
        if (part != index) draft.evidence.push_back(spot_of(view, part, "part"));
      }
      if (found.closure.total != index) draft.evidence.push_back(spot_of(view, found.closure.total, "total"));
      if (found.closure.percent != docx::kNone) draft.evidence.push_back(spot_of(view, found.closure.percent, "rate"));
    } else if (found.twin != docx::kNone) {
      draft.evidence.push_back(spot_of(view, found.twin, "other"));
      draft.working = {fmt::format("他处同一数字写作 {}", fact(view, found.twin).shown()),
                       fmt::format("the same digits stand elsewhere as {}", fact(view, found.twin).shown())};
    } else {
      draft.evidence.push_back(spot_of(view, found.neighbour, "other"));
      draft.working = {
          fmt::format("同句金额以{}计，{} 与之相差万倍；读作 {} 则与之相当", like.unit->word, odd.shown(), read),
          fmt::format("the amounts beside it are in {}; {} lies four orders of magnitude away, {} does not",
                      like.unit->word, odd.shown(), read)};
    }
    wants(view, index, Interval::around(value, odd.printed.step() * scale(like) / 2), draft);
    sink.report(std::move(draft));
  }

  std::vector<std::string> each_, large_, small_;
};

}  // namespace

std::unique_ptr<Check> make_unit_odd(Params& params) { return std::make_unique<UnitOdd>(params); }

}  // namespace gouji::check
