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
    compare_ = lexicon.class_id("compare_words");
    link_ = lexicon.class_id("link_words");
    escape_ = lexicon.class_id("escape_basis");
  }

  void parse(const Sentence& sentence, std::vector<ChangeStatement>& out) {
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
      if (seen.part == Part::rate && i > 0 && taken_) {
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
      }
      find_levels(i, statement);
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

  /// Between Δ and rate only links may stand: «，», «（», «，同比», «，比上年».
  [[nodiscard]] bool rate_belongs(const Seen& delta, const Seen& rate) const {
    if (rate.part != Part::rate) return false;
    const std::uint32_t from = facts_[delta.fact].span.end;
    const std::uint32_t to = found(rate.word) ? rate.word.begin : facts_[rate.fact].span.begin;
    std::string rest(between(from, to));
    if (!found(rate.word)) return rest == "（" || rest == "，" || rest == "、" || rest == "（即";
    for (const Text mark : {Text("，"), Text("、"), Text("（"), Text("）"), Text("；")}) {
      for (std::size_t at = rest.find(mark); at != std::string::npos; at = rest.find(mark)) rest.erase(at, mark.size());
    }
    if (rest.empty()) return true;
    const std::size_t link = facts::prefix_of(lexicon_, link_, rest);
    if (link == 0) return false;
    rest.erase(0, link);
    while (!rest.empty()) {
      std::size_t cut = facts::prefix_of(lexicon_, link_, rest);
      if (cut == 0) cut = facts::prefix_of(lexicon_, filler_, rest);
      if (cut == 0) break;
      rest.erase(0, cut);
    }
    return rest.empty();
  }

  /// The words between the last clause mark and the comparing phrase name a subject of their own?
  [[nodiscard]] Text own_subject(const ChangeStatement& statement, std::uint32_t floor) const {
    const text::Span word = statement.delta != docx::kNone ? statement.delta_word : statement.rate_word;
    const std::uint32_t clause = std::max(floor, clause_begin(floor, word.begin));
    const text::Span compare = find_word(lexicon_, compare_, text_, clause, word.begin);
    const std::uint32_t end = found(compare) ? compare.begin : word.begin;
    return between(clause, end);
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
      if (like == nullptr && fact.kind != FactKind::money && (other.part == Part::level || other.part == Part::base))
        continue;
      if (other.part == Part::base && statement.base == docx::kNone && nearest == nullptr &&
          other.segment == seen.segment && !passed_delta) {
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
            like != nullptr && seen.direction == Direction::up && facts_[nearest->fact].value < like->value;
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

  /// No level in the sentence: one of the sentences before in the paragraph may name it with the same words.
  void match_earlier(std::size_t index, ChangeStatement& statement) const {
    if (statement.base == docx::kNone) return;
    const Fact& base = facts_[statement.base];
    const std::uint32_t clause = clause_begin(sentence_.span.begin, base.span.begin);
    const text::Span compare = find_word(lexicon_, compare_, text_, clause, base.span.begin);
    const Text name = between(clause, found(compare) ? compare.begin : clause);
    if (name.size() < 6) return;
    (void)index;
    // the earliest: the headline figure stands before its parts
    for (std::uint32_t i = sentence_.facts.begin; i-- > 0 && facts_[i].passage == sentence_.passage;) {
      const std::string& label = facts_[i].label_text;
      if (!same_measure(facts_[i], base) || label.size() < name.size()) continue;
      if (label.compare(label.size() - name.size(), name.size(), name) == 0) {
        statement.now = i;
        statement.now_is_certain = true;
      }
    }
  }

  /// A level whose label ends like the subject of the clause.
  void match_subject(std::size_t index, Text subject, ChangeStatement& statement) const {
    std::string name(subject);
    for (const Text mark : {Text("，"), Text("、"), Text("；"), Text("（"), Text("）")}) {
      for (std::size_t at = name.find(mark); at != std::string::npos; at = name.find(mark)) name.erase(at, mark.size());
    }
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
    }
  }

  const text::TextModel& model_;
  const std::vector<Fact>& facts_;
  const lexicon::Lexicon& lexicon_;
  ChangeReader reader_;
  Sentence sentence_;
  Text text_;
  std::vector<Seen> seen_;
  bool taken_ = false;
  lexicon::ClassId filler_, compare_, link_, escape_;
};

}  // namespace

std::vector<ChangeStatement> find_changes(const text::TextModel& model, const facts::FactTable& facts,
                                          const lexicon::Lexicon& lexicon, const std::vector<Sentence>& sentences) {
  std::vector<ChangeStatement> out;
  Parser parser(model, facts, lexicon);
  for (const Sentence& sentence : sentences) parser.parse(sentence, out);
  return out;
}

}  // namespace gouji::statement
