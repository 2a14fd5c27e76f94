// SPDX-License-Identifier: Apache-2.0
#include "statement/change.hpp"

#include <algorithm>
#include <string>

#include "base/utf8.hpp"
#include "facts/label.hpp"
#include "statement/change_reading.hpp"

namespace gouji::statement {
namespace {

using facts::Fact;
using facts::FactKind;
using Text = std::string_view;

using Seen = SeenFigure;
using Part = ChangePart;

class Parser {
 public:
  Parser(const text::TextModel& model, const facts::FactTable& facts, const lexicon::Lexicon& lexicon)
      : model_(model), facts_(facts.facts), lexicon_(lexicon), reader_(model, facts, lexicon) {
    filler_ = lexicon.class_id("change_filler");
    rate_words_ = lexicon.class_id("rate_words");
    reason_ = lexicon.class_id("change_reason");
    reach_ = lexicon.class_id("change_reach");
    each_ = lexicon.class_id("change_each");
    compare_ = lexicon.class_id("compare_words");
    link_ = lexicon.class_id("link_words");
    escape_ = lexicon.class_id("escape_basis");
  }

  void parse(const Sentence& sentence, std::vector<ChangeStatement>& out) {
    if (sentence.passage != sentence_.passage || sentence.starts_passage) {
      earlier_.clear();
    } else {
      earlier_.insert(earlier_.end(), seen_.begin(), seen_.end());
    }
    sentence_ = sentence;
    text_ = model_.passages[sentence.passage].text;
    seen_ = reader_.read(sentence);
    build(out);
  }

 private:
  [[nodiscard]] Text between(std::uint32_t begin, std::uint32_t end) const {
    return text_.substr(begin, end > begin ? end - begin : 0);
  }

  [[nodiscard]] std::uint32_t clause_begin(std::uint32_t floor, std::uint32_t end) const {
    return reader_.clause_begin(floor, end);
  }

  void build(std::vector<ChangeStatement>& out) {
    for (std::size_t i = 0; i < seen_.size(); ++i) {
      const Seen& seen = seen_[i];
      if (seen.part != Part::delta && !(seen.part == Part::rate && found(seen.word))) continue;
      if (i > 0 && taken_) {
        taken_ = false;
        continue;
      }
      ChangeStatement statement;
      statement.passage = sentence_.passage;
      statement.sentence = sentence_.span;
      const Fact& first = facts_[seen.fact];
      std::uint32_t begin = i == 0 ? sentence_.span.begin : facts_[seen_[i - 1].fact].span.end;
      statement.span = {begin, first.span.end};
      taken_ = false;
      if (seen.part == Part::delta) {
        statement.delta = seen.fact;
        statement.delta_direction = seen.direction;
        statement.delta_word = seen.word;
        if (i + 1 < seen_.size() && rate_belongs(seen_[i], seen_[i + 1])) {
          statement.rate = seen_[i + 1].fact;
          statement.rate_direction = seen_[i + 1].direction;
          statement.rate_word = seen_[i + 1].word;
          statement.span.end = facts_[statement.rate].span.end;
          taken_ = found(seen_[i + 1].word);
        }
      } else {
        statement.rate = seen.fact;
        statement.rate_direction = seen.direction;
        statement.rate_word = seen.word;
        if (i + 1 < seen_.size() && delta_follows(i)) {
          // «增长12.00%，增加60.00万元»
          const Seen& delta = seen_[i + 1];
          statement.delta = delta.fact;
          statement.delta_direction = delta.direction;
          statement.delta_word = delta.word;
          statement.span.end = facts_[delta.fact].span.end;
          taken_ = true;
        }
      }
      find_levels(i, statement);
      if (statement.now == docx::kNone && statement.base == docx::kNone) level_behind(i, statement);
      if (statement.base == docx::kNone) base_behind(i, statement);
      const text::Span clause{clause_begin(sentence_.span.begin, statement.span.begin), statement.span.end};
      statement.is_escaped = lexicon_.contains(
          escape_, between(std::min(clause.begin, statement.span.begin), tail_end(statement.span.end)));
      out.push_back(statement);
    }
  }

  /// An escape may stand behind the figures too: «增长16.67%（同口径）».
  [[nodiscard]] std::uint32_t tail_end(std::uint32_t end) const {
    std::uint32_t here = end;
    int characters = 0;
    while (here < sentence_.span.end && characters < 12) {
      const char32_t code = utf8::decode(text_, here);
      if (code == U'；' || code == U'。') break;
      here += static_cast<std::uint32_t>(utf8::length(text_[here]));
      ++characters;
    }
    return here;
  }

  /// Between Δ and rate only links may stand: «，», «（», «，同比», «，比上年»; before a word that can only be a rate
  /// of change («增幅») reasons too.
  [[nodiscard]] bool rate_belongs(const Seen& delta, const Seen& rate) const {
    if (rate.part != Part::rate) return false;
    const std::uint32_t from = facts_[delta.fact].span.end;
    const std::uint32_t to = found(rate.word) ? rate.word.begin : facts_[rate.fact].span.begin;
    const Text rest = between(from, to);
    const Text own = between(clause_begin(sentence_.span.begin, delta.word.begin), delta.word.begin);
    if (compares(own) && compares(rest) && to_budget(own) != to_budget(rest)) return false;
    if (!found(rate.word)) return rest == "（" || rest == "，" || rest == "、" || rest == "（即";
    if (is_link(rest)) return true;
    const text::Span reason = find_word(lexicon_, reason_, text_, from, to);
    return found(reason) && delta.segment == rate.segment && is_link(between(from, reason.begin)) &&
           lexicon_.contains(rate_words_, between(rate.word.begin, facts_[rate.fact].span.begin)) &&
           is_link(between(clause_begin(from, rate.word.begin), rate.word.begin));
  }

  // «比年初预算节约0.10亿元，比上年下降5.0%»: two comparisons
  static bool compares(Text words) { return words.find("比") != Text::npos || words.find("较") != Text::npos; }
  static bool to_budget(Text words) { return words.find("预算") != Text::npos || words.find("年初") != Text::npos; }

  /// «增长12.00%，增加60.00万元», «增长12.00%（增加60.00万元）», and no rate of its own behind the amount.
  [[nodiscard]] bool delta_follows(std::size_t index) const {
    const Seen& rate = seen_[index];
    const Seen& delta = seen_[index + 1];
    if (delta.part != Part::delta || delta.direction != rate.direction || delta.segment != rate.segment) return false;
    if (index > 0 && seen_[index - 1].part == Part::delta) return false;
    if (index + 2 < seen_.size() && rate_belongs(delta, seen_[index + 2])) return false;
    return is_link(between(facts_[rate.fact].span.end, delta.word.begin));
  }

  /// Nothing but clause marks, links and fillers.
  [[nodiscard]] bool is_link(Text words) const {
    std::string rest(words);
    for (const Text mark : {Text("，"), Text("、"), Text("（"), Text("）"), Text("；")}) {
      for (std::size_t at = rest.find(mark); at != std::string::npos; at = rest.find(mark)) rest.erase(at, mark.size());
    }
    for (bool is_first = true; !rest.empty(); is_first = false) {
      std::size_t cut = facts::prefix_of(lexicon_, link_, rest);
      if (cut == 0 && !is_first) cut = facts::prefix_of(lexicon_, filler_, rest);
      if (cut == 0) return false;
      rest.erase(0, cut);
    }
    return true;
  }

  /// «比上年增加60.00万元，增长10.00%，达到660.00万元»: the level stands behind.
  void level_behind(std::size_t index, ChangeStatement& statement) const {
    std::size_t next = index + 1;
    while (next < seen_.size() && (seen_[next].fact == statement.rate || seen_[next].fact == statement.delta)) ++next;
    if (next >= seen_.size() || seen_[next].segment != seen_[index].segment) return;
    if (statement.delta == docx::kNone || !same_measure(facts_[seen_[next].fact], facts_[statement.delta])) return;
    const std::uint32_t from = facts_[seen_[next - 1].fact].span.end;
    const Text gap = between(from, facts_[seen_[next].fact].span.begin);
    if (lexicon_.contains(reach_, gap) && facts::suffix_of(lexicon_, reach_, gap) != 0 && gap.size() <= 18) {
      statement.now = seen_[next].fact;
      statement.now_is_certain = true;
    }
  }

  /// «支出128万元，比上年下降8.3%（上年140万元）», «…减少12万元，下降8.57%，上年为140万元»: the base stands behind.
  void base_behind(std::size_t index, ChangeStatement& statement) const {
    if (statement.now == docx::kNone) return;
    std::size_t at = index + 1;
    while (at < seen_.size() && (seen_[at].fact == statement.rate || seen_[at].fact == statement.delta)) ++at;
    if (at >= seen_.size()) return;
    const Seen& next = seen_[at];
    const Fact& fact = facts_[next.fact];
    if (!same_measure(fact, facts_[statement.now]) || next.part == Part::delta) return;
    Text gap = between(facts_[seen_[at - 1].fact].span.end, fact.span.begin);
    constexpr std::size_t kMostBytes = 24;
    if (gap.size() > kMostBytes) return;
    const bool is_glossed = gap.starts_with("（");
    for (const Text mark : {Text("（"), Text("，")}) {
      if (gap.starts_with(mark)) gap.remove_prefix(mark.size());
    }
    if (!gap.starts_with("上年") && !gap.starts_with("去年") && !(is_glossed && fact.period == facts::Period::prior))
      return;
    // «…下降8.57%，上年比预算…»: what follows is a statement of its own
    if (at + 1 < seen_.size() && !is_glossed && seen_[at + 1].segment == next.segment) return;
    statement.base = next.fact;
    // so far back any of the levels may be meant
    for (std::size_t back = index; back-- > 0;) {
      const Seen& other = seen_[back];
      if (other.part == Part::level && other.fact != statement.now && same_measure(facts_[other.fact], fact))
        statement.other_now.push_back(other.fact);
    }
  }

  /// The words between the last clause mark and the comparing phrase name a subject of their own?
  [[nodiscard]] Text own_subject(const ChangeStatement& statement, std::uint32_t floor) const {
    const text::Span word = statement.delta != docx::kNone ? statement.delta_word : statement.rate_word;
    const std::uint32_t clause = std::max(floor, clause_begin(floor, word.begin));
    const text::Span compare = find_word(lexicon_, compare_, text_, clause, word.begin);
    const std::uint32_t end = found(compare) ? compare.begin : word.begin;
    return between(clause, end);
  }

  /// «出院1.30万人次，比上年1.20万人次增长8.33%»: a count right before the rate, or one of its kind before that.
  [[nodiscard]] bool is_counted(std::size_t index, std::size_t at) const {
    if (index == 0) return false;
    const Fact& base = facts_[seen_[index - 1].fact];
    const std::uint32_t begin = seen_[index].word.begin;
    if (begin < base.span.end || begin - base.span.end > 12) return false;
    // «由12.40万亩增加到13.10万亩，增长5.65%»
    const bool is_reached = seen_[index - 1].part == Part::level && seen_[index - 1].is_target && index > 1 &&
                            (seen_[index - 2].part == Part::base || seen_[index - 2].is_source);
    if (seen_[index - 1].part != Part::base && !is_reached) return false;
    return at == index - 1 || (at + 2 == index && same_measure(facts_[seen_[at].fact], base));
  }

  void find_levels(std::size_t index, ChangeStatement& statement) const {
    const Seen& seen = seen_[index];
    const Fact* like = statement.delta != docx::kNone ? &facts_[statement.delta] : nullptr;
    const Seen* nearest = nullptr;
    const Seen* head = nullptr;
    bool passed_delta = false;  // a base before another change is that change's
    for (std::size_t back = index; back-- > 0;) {
      const Seen& other = seen_[back];
      const Fact& fact = facts_[other.fact];
      if (like != nullptr && (other.part == Part::level || other.part == Part::base) && !same_measure(fact, *like))
        continue;
      if (like == nullptr && fact.kind != FactKind::money && (other.part == Part::level || other.part == Part::base) &&
          !is_counted(index, back))
        continue;
      if (other.part == Part::base && statement.base == docx::kNone &&
          (nearest == nullptr || is_next_year(*nearest, other)) && other.segment == seen.segment && !passed_delta) {
        statement.base = other.fact;
      }
      passed_delta = passed_delta || other.part == Part::delta;
      if (other.part == Part::level) {
        if (nearest == nullptr) nearest = &other;
        head = &other;  // ends as the first level of the sentence
      }
    }
    if (nearest != nullptr && nearest->is_target && statement.base == docx::kNone) {
      for (std::size_t back = index; back-- > 0;) {
        const Seen& other = seen_[back];
        if (&other == nearest || other.segment != nearest->segment ||
            !same_measure(facts_[other.fact], facts_[nearest->fact]))
          continue;
        if (other.part == Part::base || (other.part == Part::level && other.is_source)) statement.base = other.fact;
        break;
      }
    }
    if (nearest != nullptr && statement.base == docx::kNone && pair_years(index, *nearest, statement)) return;
    if (nearest == nullptr) {
      match_earlier(index, statement);
      return;
    }
    const std::uint32_t floor = facts_[nearest->fact].span.end;
    const Text subject = own_subject(statement, floor);
    const bool starts_bare = subject.empty() || subject == "（" || subject == "同比" ||
                             facts::prefix_of(lexicon_, link_, subject) == subject.size();
    if (nearest->segment == seen.segment) {
      // in one segment: the nearest level, unless it is a listed part and the clause returns to the head
      statement.now = nearest->fact;
      statement.now_is_certain = starts_bare && !nearest->in_list;
      if (nearest->in_list && head != nullptr && head != nearest) {
        statement.now_is_certain = false;
        const bool too_large =
            like != nullptr && seen.direction == Direction::up && facts_[nearest->fact].value <= like->value;
        if (too_large && starts_bare) {
          statement.now = head->fact;  // a part cannot have grown by more than it is
          statement.now_is_certain = true;
        } else {
          statement.other_now.push_back(head->fact);
        }
      }
      if (!starts_bare) {
        // «收入100万元，支出比上年减少…»: another subject; only a level with that very name is its level
        statement.now = docx::kNone;
        match_subject(index, subject, statement);
      }
      if (nearest->depth > seen.depth && head != nullptr && !head->in_list && statement.now == nearest->fact) {
        statement.now = head->fact;
        statement.other_now.clear();
      }
      return;
    }
    if (starts_bare) {
      // a new segment without a subject goes on about the head of the sentence
      if (head != nullptr && !head->in_list) {
        statement.now = head->fact;
        for (std::size_t back = index; back-- > 0;) {
          const Seen& other = seen_[back];
          if (&other != head && other.part == Part::level && !other.in_list) statement.other_now.push_back(other.fact);
        }
        statement.now_is_certain = statement.other_now.empty();
      }
      return;
    }
    match_subject(index, subject, statement);
  }

  /// The name of a level without its year: 2023年支出 and 支出 are one.
  static Text without_year(const std::string& label) {
    const std::size_t year = label.rfind("年");
    Text name = label;
    if (year != std::string::npos) name.remove_prefix(year + Text("年").size());
    if (name.substr(0, Text("度").size()) == "度") name.remove_prefix(Text("度").size());
    return name;
  }

  /// «2024年支出A，2023年为B，同比…»: two levels of neighbouring years under one name are now and base.
  bool pair_years(std::size_t index, const Seen& nearest, ChangeStatement& statement) const {
    const Fact& last = facts_[nearest.fact];
    for (std::size_t back = index; back-- > 0;) {
      const Seen& other = seen_[back];
      if (other.part == Part::delta || other.segment != nearest.segment) return false;
      if (&other == &nearest || other.part != Part::level) continue;
      const Fact& first = facts_[other.fact];
      if (!same_measure(first, last) || first.year == 0 || last.year == 0) return false;
      const Text a = without_year(first.label_text);
      const Text b = without_year(last.label_text);
      const bool same_name = b.empty() || (a.size() >= b.size() && a.substr(a.size() - b.size()) == b);
      if (!same_name || (first.year != last.year + 1 && last.year != first.year + 1)) return false;
      statement.now = first.year > last.year ? other.fact : nearest.fact;
      statement.base = first.year > last.year ? nearest.fact : other.fact;
      statement.now_is_certain = true;
      return true;
    }
    return false;
  }

  /// «上年支出500万元，本年支出550万元»: the base first, then the level, told apart by their years.
  [[nodiscard]] bool is_next_year(const Seen& level, const Seen& base) const {
    const Fact& now = facts_[level.fact];
    const Fact& before = facts_[base.fact];
    if (now.year != 0 && before.year != 0) return now.year == before.year + 1;
    return now.period == facts::Period::current && before.period == facts::Period::prior;
  }

  /// No level in the sentence: the sentences before in the paragraph have it. A clause that names its subject speaks of
  /// the figures with that name; a bare one of what the paragraph began with, or of any other figure in it.
  void match_earlier(std::size_t index, ChangeStatement& statement) const {
    const Fact* like = statement.delta != docx::kNone  ? &facts_[statement.delta]
                       : statement.base != docx::kNone ? &facts_[statement.base]
                                                       : nullptr;
    if (like == nullptr) return;
    const std::uint32_t floor = index == 0 ? sentence_.span.begin : facts_[seen_[index - 1].fact].span.end;
    std::string name(own_subject(statement, statement.base != docx::kNone ? sentence_.span.begin : floor));
    if (statement.base != docx::kNone) {
      const std::uint32_t clause = clause_begin(sentence_.span.begin, facts_[statement.base].span.begin);
      const text::Span compare = find_word(lexicon_, compare_, text_, clause, facts_[statement.base].span.begin);
      name = between(clause, found(compare) ? compare.begin : clause);
    }
    strip(name);
    for (const Text back : {Text("上述"), Text("以上"), Text("该项")}) {
      if (name.size() >= back.size() + 6 && Text(name).starts_with(back)) name.erase(0, back.size());
    }
    const bool is_bare = is_link(name);
    // «…。比2023年的500万元增加20万元»: nothing before it in the sentence but what it is compared to
    const bool is_opening = index == 1 && seen_.front().part == Part::base && statement.delta != docx::kNone;
    if (is_bare && !is_opening && (index != 0 || statement.base != docx::kNone)) return;
    for (const Seen& other : earlier_) {
      const Fact& fact = facts_[other.fact];
      if ((other.part != Part::level && other.part != Part::base) || !same_measure(fact, *like)) continue;
      if (!is_bare && !is_named(fact.label_text, name) && !is_named(words_before(fact), name)) continue;
      if (statement.now == docx::kNone) {
        statement.now = other.fact;
      } else if (statement.base == docx::kNone &&
                 (is_next_year(now_of(statement), other) || is_prior(facts_[statement.now], fact))) {
        statement.base = other.fact;
      } else {
        statement.other_now.push_back(other.fact);
      }
    }
    statement.is_guessed = statement.now != docx::kNone && is_bare;
    statement.now_is_certain = !is_bare && statement.base != docx::kNone;
  }

  [[nodiscard]] static Seen now_of(const ChangeStatement& statement) {
    Seen seen;
    seen.fact = statement.now;
    return seen;
  }
  [[nodiscard]] static bool is_prior(const Fact& now, const Fact& base) {
    return now.period != facts::Period::prior && base.period == facts::Period::prior;
  }

  /// 收、支总计各 is 收、支总计; marks at the ends do not count.
  void strip(std::string& name) const {
    for (bool again = true; again;) {
      again = false;
      for (const Text mark : {Text("，"), Text("、"), Text("；"), Text("（"), Text("）"), Text("：")}) {
        if (name.size() >= mark.size() && name.compare(0, mark.size(), mark) == 0) {
          name.erase(0, mark.size());
          again = true;
        }
      }
      const std::size_t each = facts::suffix_of(lexicon_, each_, name);
      if (each != 0) {
        name.erase(name.size() - each);
        again = true;
      }
    }
  }

  /// The clause before a figure without what leads to it: 2023年度收、支总计均为.
  [[nodiscard]] std::string words_before(const Fact& fact) const {
    std::string words(between(clause_begin(0, fact.span.begin), fact.span.begin));
    for (std::size_t cut = 1; cut != 0; words.erase(words.size() - cut)) {
      cut = std::max(facts::suffix_of(lexicon_, reach_, words), facts::suffix_of(lexicon_, each_, words));
      if (cut == words.size()) break;
    }
    return words;
  }

  /// A label that ends like the name, or like the last of several names: 收入、支出总计.
  static bool is_named(const std::string& label, const std::string& name) {
    const auto ends = [&](Text tail) {
      return tail.size() >= 6 && label.size() >= tail.size() &&
             label.compare(label.size() - tail.size(), tail.size(), tail) == 0;
    };
    if (ends(name)) return true;
    const std::size_t mark = name.rfind("、");
    return mark != std::string::npos && ends(Text(name).substr(mark + Text("、").size()));
  }

  /// A level whose label ends like the subject of the clause.
  void match_subject(std::size_t index, Text subject, ChangeStatement& statement) const {
    std::string name(subject);
    strip(name);
    if (name.size() < 6) return;
    for (std::size_t back = index; back-- > 0;) {
      const Seen& other = seen_[back];
      if (other.part != Part::level) continue;
      const std::string& label = facts_[other.fact].label_text;
      if (label == name ||
          (label.size() > name.size() && label.compare(label.size() - name.size(), name.size(), name) == 0)) {
        statement.now = other.fact;
        statement.now_is_certain = label == name;
        return;
      }
      const std::size_t mark = name.rfind("、");
      if (mark != std::string::npos && is_named(label, name)) {
        statement.now = other.fact;
        return;
      }
    }
  }

  const text::TextModel& model_;
  const std::vector<Fact>& facts_;
  const lexicon::Lexicon& lexicon_;
  ChangeReader reader_;
  Sentence sentence_;
  Text text_;
  std::vector<Seen> seen_;
  std::vector<Seen> earlier_;  // of the sentences before in the same passage
  bool taken_ = false;
  lexicon::ClassId filler_, rate_words_, reason_, reach_, each_, compare_, link_, escape_;
};

}  // namespace

std::vector<ChangeStatement> find_changes(const text::TextModel& model, const facts::FactTable& facts,
                                          const lexicon::Lexicon& lexicon, const std::vector<Sentence>& sentences,
                                          const Budget& budget) {
  std::vector<ChangeStatement> out;
  Parser parser(model, facts, lexicon);
  for (const Sentence& sentence : sentences) {
    if (budget.is_spent_by_now()) break;
    parser.parse(sentence, out);
  }
  return out;
}

}  // namespace gouji::statement
