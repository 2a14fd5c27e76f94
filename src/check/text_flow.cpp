// SPDX-License-Identifier: Apache-2.0
#include "check/text_flow.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <set>
#include <string>

#include "check/clause.hpp"
#include "check/diagnose.hpp"
#include "check/working.hpp"
#include "facts/label.hpp"

namespace gouji::check {
namespace {

using facts::Fact;
using facts::FactKind;
using statement::Sentence;
using Text = std::string_view;

enum class Role { none, opening, in, out, closing };
constexpr std::size_t kRoles = 4;
constexpr std::size_t kMostTerms = 8;
constexpr std::size_t kMostSentences = 3;  // from the opening figure to the closing one

struct Move {
  std::uint32_t fact = 0;
  Role role = Role::none;
  std::string of;  // what stands before the word of its role: 财政拨款, 项目, 食堂专户
};

struct Flow {
  std::uint32_t opening = docx::kNone;
  std::uint32_t closing = docx::kNone;
  std::vector<Move> moves;
  std::vector<std::string> ends;  // what stands before the words of opening and closing
  std::set<std::string> owners;
  std::size_t unknown = 0;
  bool is_ambiguous = false;  // two openings or closings
};

class TextFlowCheck final : public Check {
 public:
  explicit TextFlowCheck(Params& params) {
    of_ = params.choice("of", {"money", "count"}, "count") == "money" ? FactKind::money : FactKind::count;
    words_ = {params.texts("opening"), params.texts("in"), params.texts("out"), params.texts("closing")};
    gross_ = params.lexicon().class_id("flow_gross");
    time_ = params.lexicon().class_id("flow_time");
    owner_ = params.lexicon().class_id("flow_owner");
    for (const std::string& name : params.texts("unless")) unless_.push_back(params.lexicon().class_id(name));
  }

  void run(const DocumentView& view, Sink& sink) const override {
    const auto& sentences = view.statements.sentences;
    std::size_t next = 0;  // sentences before it belong to a flow that was judged
    for (std::size_t i = 0; i < sentences.size() && !view.budget.is_spent_by_now(); ++i) {
      if (i < next) continue;
      for (std::size_t k = i; k < sentences.size() && k < i + kMostSentences; ++k) {
        if (sentences[k].passage != sentences[i].passage) break;
        if (!read(view, sentences[i], sentences[k], sink)) continue;
        next = k + 1;
        break;
      }
    }
  }

 private:
  [[nodiscard]] Role role_of(Text clause, std::size_t& begin) const {
    Role role = Role::none;
    std::size_t last = 0;
    std::size_t longest = 0;
    for (std::size_t k = 0; k < kRoles; ++k) {
      for (const std::string& word : words_[k]) {
        const std::size_t at = clause.rfind(word);
        if (at == Text::npos) continue;
        const std::size_t end = at + word.size();
        if (end < last || (end == last && word.size() <= longest)) continue;
        last = end;
        longest = word.size();
        begin = at;
        role = static_cast<Role>(k + 1);
      }
    }
    return role;
  }

  [[nodiscard]] std::string without_time(const DocumentView& view, Text words) const {
    while (const std::size_t cut = facts::prefix_of(view.lexicon, time_, words)) words.remove_prefix(cut);
    while (const std::size_t cut = facts::suffix_of(view.lexicon, time_, words)) words.remove_suffix(cut);
    return std::string(words);
  }

  /// «年初甲中心有»: 甲中心.
  [[nodiscard]] std::string owner_of(const DocumentView& view, Text clause) const {
    while (const std::size_t cut = facts::prefix_of(view.lexicon, time_, clause)) clause.remove_prefix(cut);
    std::size_t end = Text::npos;
    for (const std::string& word : view.lexicon.words(owner_)) {
      const std::size_t at = clause.find(word);
      if (at != Text::npos) end = std::min(end, at + word.size());
    }
    return end == Text::npos ? std::string() : std::string(clause.substr(0, end));
  }

  /// The terms are those of different owners, or the moves are of something that opening and closing do not name.
  [[nodiscard]] static bool mixes_owners(const Flow& flow) {
    if (flow.owners.size() > 1) return true;
    const std::string& first = flow.moves.front().of;
    return !first.empty() &&
           std::all_of(flow.moves.begin(), flow.moves.end(), [&](const Move& move) { return move.of == first; }) &&
           std::none_of(flow.ends.begin(), flow.ends.end(), [&](const std::string& end) { return end == first; });
  }

  /// The figures of one measure from the first sentence to the last; the first of them says which measure.
  [[nodiscard]] std::optional<Flow> flow_of(const DocumentView& view, const Sentence& first, const Sentence& last,
                                            std::uint32_t like) const {
    const Text text = view.text.passages[first.passage].text;
    Flow flow;
    bool has_parts = false;
    std::uint32_t previous = first.span.begin;
    for (std::uint32_t i = first.facts.begin; i < last.facts.end; ++i) {
      const Fact& fact = view.facts.facts[i];
      if (fact.kind != of_ || !statement::same_measure(fact, view.facts.facts[like])) continue;
      if (!fact.is_plain()) return std::nullopt;
      const Text clause = clause_before(view, i, first.span.begin);
      const Text gap = text.substr(previous, fact.span.begin - previous);
      const bool opens_parts = gap.find("其中") != Text::npos;
      const bool goes_on = has_parts && gap.starts_with("、");  // «其中退休干部用车3辆、其他用车11辆»
      previous = fact.span.end;
      has_parts = has_parts || opens_parts;
      const bool is_inside = opens_parts || goes_on ||
                             statement::bracket_depth(text, {first.span.begin, last.span.end}, fact.span.begin) > 0;
      if (is_inside || view.lexicon.contains(gross_, clause)) continue;
      std::size_t word = 0;
      const Role role = role_of(clause, word);
      const std::string of = without_time(view, clause.substr(0, word));
      if (std::string owner = owner_of(view, clause); !owner.empty()) flow.owners.insert(std::move(owner));
      std::uint32_t* const slot = role == Role::opening   ? &flow.opening
                                  : role == Role::closing ? &flow.closing
                                                          : nullptr;
      if (slot != nullptr) {
        flow.is_ambiguous |= *slot != docx::kNone;
        *slot = i;
        flow.ends.push_back(of);
      } else if (role == Role::none) {
        if (!has_parts) ++flow.unknown;  // «年末42家，其中工业9家、商贸业18家»
      } else {
        flow.moves.push_back({i, role, of});
      }
    }
    return flow;
  }

  /// True when a flow was read, whatever came of it.
  bool read(const DocumentView& view, const Sentence& first, const Sentence& last, Sink& sink) const {
    const Text text = view.text.passages[first.passage].text;
    std::vector<std::uint32_t> seen;
    for (std::uint32_t i = first.facts.begin; i < first.facts.end; ++i) {
      const Fact& fact = view.facts.facts[i];
      if (fact.kind != of_ || (of_ == FactKind::count && fact.unit == nullptr)) continue;
      const bool is_known = std::any_of(seen.begin(), seen.end(), [&](std::uint32_t other) {
        return statement::same_measure(view.facts.facts[other], fact);
      });
      if (is_known) continue;
      seen.push_back(i);
      const std::optional<Flow> flow = flow_of(view, first, last, i);
      if (!flow || flow->opening == docx::kNone || flow->closing == docx::kNone) continue;
      // the flow begins with one of the two and ends with the other, or with a move
      if (std::min(flow->opening, flow->closing) >= first.facts.end) continue;
      const bool has_both =
          std::any_of(flow->moves.begin(), flow->moves.end(), [](const Move& move) { return move.role == Role::in; }) &&
          std::any_of(flow->moves.begin(), flow->moves.end(), [](const Move& move) { return move.role == Role::out; });
      if (!has_both) continue;
      const Text words = text.substr(first.span.begin, last.span.end - first.span.begin);
      const bool is_escaped = std::any_of(unless_.begin(), unless_.end(),
                                          [&](lexicon::ClassId id) { return view.lexicon.contains(id, words); });
      judge(view, *flow, is_escaped, sink);
      return true;
    }
    return false;
  }

  static void judge(const DocumentView& view, const Flow& flow, bool is_escaped, Sink& sink) {
    const Fact& opening = view.facts.facts[flow.opening];
    const Fact& closing = view.facts.facts[flow.closing];
    if (flow.moves.size() > kMostTerms) return sink.not_comparable("too-many-terms");
    if (const std::optional<bool> exact = closes(view, flow); exact) return *exact ? sink.holds() : sink.rounding();
    if (is_escaped) return sink.not_comparable("something-else-moved");
    if (mixes_owners(flow)) return sink.not_comparable("other-owner");
    if (flow.unknown != 0 || flow.is_ambiguous) return sink.not_comparable("unnamed-figure");
    Interval range = opening.interval();
    Rational sum = opening.value;
    std::vector<Term> terms{{opening.value, false}};
    Rational largest = max(opening.value, closing.value);
    for (const Move& move : flow.moves) {
      const Fact& fact = view.facts.facts[move.fact];
      const bool is_out = move.role == Role::out;
      range = is_out ? range - fact.interval() : range + fact.interval();
      sum += is_out ? -fact.value : fact.value;
      terms.push_back({fact.value, is_out});
      largest = max(largest, fact.value);
    }
    const Bilingual cause = diagnose_value(sum, closing.value, closing);
    if (cause.empty() && abs(sum - closing.value) * Rational(5) > largest) return sink.not_comparable("implausible");
    Draft draft = sink.draft();
    draft.working = sum_working(terms, closing.value, closing);
    draft.expected = show(sum, closing);
    draft.actual = show(closing.value, closing);
    draft.cause = cause;
    draft.evidence.push_back(spot_of(view, flow.closing, "closing"));
    draft.evidence.push_back(spot_of(view, flow.opening, "opening"));
    wants(view, flow.closing, range, draft);
    const Rational gap = closing.value - sum;
    wants(view, flow.opening, Interval::around(opening.value + gap, closing.step / 2), draft);
    for (const Move& move : flow.moves) {
      const Fact& fact = view.facts.facts[move.fact];
      draft.evidence.push_back(spot_of(view, move.fact, move.role == Role::out ? "out" : "in"));
      const Rational want = move.role == Role::out ? fact.value - gap : fact.value + gap;
      wants(view, move.fact, Interval::around(want, closing.step / 2), draft);
    }
    sink.report(std::move(draft));
  }

  /// Exactly (true), or within what rounding allows (false). A term that the next ones of its side add up to may stand
  /// for them.
  static std::optional<bool> closes(const DocumentView& view, const Flow& flow) {
    const Fact& opening = view.facts.facts[flow.opening];
    const Fact& closing = view.facts.facts[flow.closing];
    Interval range = opening.interval();
    Rational sum = opening.value;
    for (std::size_t k = 0; k < flow.moves.size(); k = behind_parts(view, flow, k)) {
      const Fact& fact = view.facts.facts[flow.moves[k].fact];
      const bool is_out = flow.moves[k].role == Role::out;
      range = is_out ? range - fact.interval() : range + fact.interval();
      sum += is_out ? -fact.value : fact.value;
    }
    if (sum == closing.value) return true;
    const bool meets = range.is_defined() && closing.interval().is_defined() && range.meets(closing.interval());
    return meets ? std::optional(false) : std::nullopt;
  }

  /// The move behind this one and the parts that it is split into.
  static std::size_t behind_parts(const DocumentView& view, const Flow& flow, std::size_t k) {
    Rational parts = 0;
    for (std::size_t next = k + 1; next < flow.moves.size() && flow.moves[next].role == flow.moves[k].role; ++next) {
      parts += view.facts.facts[flow.moves[next].fact].value;
      if (next > k + 1 && parts == view.facts.facts[flow.moves[k].fact].value) return next + 1;
    }
    return k + 1;
  }

  FactKind of_ = FactKind::count;
  std::array<std::vector<std::string>, kRoles> words_;
  std::vector<lexicon::ClassId> unless_;
  lexicon::ClassId gross_, time_, owner_;
};

}  // namespace

std::unique_ptr<Check> make_text_flow(Params& params) { return std::make_unique<TextFlowCheck>(params); }

}  // namespace gouji::check
