// SPDX-License-Identifier: Apache-2.0
#include "statement/share.hpp"

#include <algorithm>

#include "base/utf8.hpp"
#include "facts/label.hpp"

namespace gouji::statement {
namespace {

using facts::Fact;
using facts::FactKind;
using Text = std::string_view;

bool is_amount(const Fact& fact) { return fact.kind == FactKind::money || fact.kind == FactKind::count; }

class Parser {
 public:
  Parser(const text::TextModel& model, const facts::FactTable& facts, const lexicon::Lexicon& lexicon,
         const std::vector<Partition>& partitions)
      : model_(model), table_(facts), facts_(facts.facts), lexicon_(lexicon), partitions_(partitions) {
    share_ = lexicon.class_id("share_words");
    tail_ = lexicon.class_id("share_tail");
    whole_ = lexicon.class_id("share_whole");
  }

  void parse(const Sentence& sentence, std::vector<ShareStatement>& out) const {
    const Text text = model_.passages[sentence.passage].text;
    const std::size_t first = out.size();
    std::uint32_t previous = sentence.span.begin;
    for (std::uint32_t i = sentence.facts.begin; i < sentence.facts.end; ++i) {
      const Fact& fact = facts_[i];
      std::uint32_t floor = previous;
      previous = fact.span.end;
      if (fact.kind != FactKind::percent || !fact.is_plain()) continue;
      // «占资金总额300.00万元的45%», «占资金总额（300.00万元）的45%»: the whole stands inside
      std::uint32_t inside = docx::kNone;
      std::uint32_t end = fact.span.begin;
      if (i > sentence.facts.begin && is_amount(facts_[i - 1])) {
        const std::uint32_t from = i - 1 > sentence.facts.begin ? facts_[i - 2].span.end : sentence.span.begin;
        const std::uint32_t gloss = gloss_of_whole(text, from, i);
        if (gloss != 0 || is_denominator(text, facts_, i - 1)) {
          inside = i - 1;
          floor = from;
          end = gloss != 0 ? gloss : facts_[inside].span.begin;
        }
      }
      const text::Span word = share_word(text, floor, end);
      if (!found(word)) continue;
      std::string name(text.substr(word.end, end - word.end));
      while (true) {
        const std::size_t cut = facts::suffix_of(lexicon_, tail_, name);
        if (cut == 0) break;
        name.erase(name.size() - cut);
      }
      if (name.find("，") != std::string::npos || name.find("；") != std::string::npos) continue;
      if (inside == docx::kNone && parse_respective(sentence, i, word, name, out)) continue;
      const std::uint32_t part =
          named_part(text, sentence, part_before(sentence, inside != docx::kNone ? inside : i), word);
      if (part == docx::kNone || !may_be_part(text, part, word)) continue;
      ShareStatement statement;
      statement.passage = sentence.passage;
      statement.sentence = sentence.span;
      statement.part = part;
      statement.percent = i;
      statement.whole_name = name;
      if (inside != docx::kNone) {
        if (!same_measure(facts_[inside], facts_[part])) continue;
        statement.whole = inside;
        statement.whole_is_certain = true;
      } else {
        settle_whole(part, statement);
      }
      out.push_back(std::move(statement));
    }
    settle_list(sentence, first, out);
  }

 private:
  /// «占X（300.00万元）的比重为45%»: where the bracket opens whose figure is X; 0 when there is none.
  [[nodiscard]] std::uint32_t gloss_of_whole(Text text, std::uint32_t from, std::uint32_t percent) const {
    constexpr Text kOpen = "（";
    constexpr Text kClose = "）";
    constexpr std::size_t kLongestGloss = 30;
    const Fact& inside = facts_[percent - 1];
    Text gap = text.substr(inside.span.end, facts_[percent].span.begin - inside.span.end);
    if (!gap.starts_with(kClose)) return 0;
    gap.remove_prefix(kClose.size());
    if (gap.empty() || facts::suffix_of(lexicon_, tail_, gap) != gap.size()) return 0;
    const std::size_t open = text.substr(from, inside.span.begin - from).rfind(kOpen);
    if (open == Text::npos || inside.span.begin - from - open > kLongestGloss) return 0;
    return from + static_cast<std::uint32_t>(open);
  }

  /// The last share word before the percentage; «占X的比重为» as a whole begins at its 占.
  [[nodiscard]] text::Span share_word(Text text, std::uint32_t floor, std::uint32_t end) const {
    const text::Span last = find_last_word(lexicon_, share_, text, floor, end);
    if (!found(last)) return last;
    const std::size_t mark = text.substr(floor, last.begin - floor).rfind("，");
    const auto clause = mark == Text::npos ? floor : static_cast<std::uint32_t>(floor + mark);
    const text::Span opening = find_word(lexicon_, share_, text, clause, last.begin);
    return found(opening) && opening.end < last.begin ? opening : last;
  }

  /// The figure right before, in the same item.
  [[nodiscard]] std::uint32_t part_before(const Sentence& sentence, std::uint32_t from) const {
    for (std::uint32_t back = from; back-- > sentence.facts.begin;) {
      if (facts_[back].kind == FactKind::percent || facts_[back].kind == FactKind::points) break;
      if (is_amount(facts_[back])) return back;
    }
    return docx::kNone;
  }

  /// «税收收入9亿元、非税收入6亿元，税收占比60%»: the words before 占比 name the part, it need not be the nearest.
  [[nodiscard]] std::uint32_t named_part(Text text, const Sentence& sentence, std::uint32_t part,
                                         text::Span word) const {
    if (part == docx::kNone || word.begin < facts_[part].span.end) return part;
    Text gap = text.substr(facts_[part].span.end, word.begin - facts_[part].span.end);
    constexpr Text kComma = "，";
    if (!gap.starts_with(kComma) || gap.size() < kComma.size() + 6) return part;
    gap.remove_prefix(kComma.size());
    for (std::uint32_t back = part + 1; back-- > sentence.facts.begin;) {
      if (is_amount(facts_[back]) && Text(facts_[back].label_text).starts_with(gap)) return back;
    }
    const std::string opposite = "非" + std::string(gap);
    return facts_[part].label_text.find(opposite) != std::string::npos ? docx::kNone : part;
  }

  [[nodiscard]] bool may_be_part(Text text, std::uint32_t part, text::Span word) const {
    const Fact& fact = facts_[part];
    if (!fact.is_plain() || fact.label_text.empty() || fact.period == facts::Period::prior) return false;
    Text gap = text.substr(fact.span.end, word.begin - fact.span.end);
    if (gap.find("；") != Text::npos || gap.find("。") != Text::npos || gap.size() > 60) return false;
    for (const Text mark : {Text("，"), Text("、"), Text("（")}) {
      if (gap.substr(0, mark.size()) == mark) {
        gap.remove_prefix(mark.size());
        break;
      }
    }
    // «…100万元，项目支出占60%»: another subject stands between; «税收收入9亿元，税收占比75%»: the same
    return gap.empty() || gap == "约" || gap == "所" || gap == "分别" || gap == "其" || gap == "金额" ||
           (gap.size() >= 6 && fact.label_text.find(gap) != std::string::npos);
  }

  void settle_whole(std::uint32_t part, ShareStatement& statement) const {
    const Fact& like = facts_[part];
    const facts::Range range = table_.facts_of[statement.passage];
    if (!statement.whole_name.empty()) {
      for (std::uint32_t i = range.begin; i < range.end; ++i) {
        const Fact& fact = facts_[i];
        if (i == part || !same_measure(fact, like) || fact.label_text.empty() || fact.period == facts::Period::prior)
          continue;
        if (ends_alike(fact.label_text, statement.whole_name) && !is_kind_of(fact.label_text, statement.whole_name)) {
          if (statement.whole == docx::kNone) {
            statement.whole = i;
            statement.whole_is_certain =
                fact.label_text.size() >= statement.whole_name.size() && i < part && fact.kind == FactKind::money;
          } else {
            statement.others.push_back(i);
          }
        } else if (i < part) {
          statement.others.push_back(i);
        }
      }
      if (statement.whole == docx::kNone) find_whole_above(part, statement);
      keep_namesakes(statement);
      return;
    }
    for (const Partition& partition : partitions_) {
      if (partition.passage != statement.passage) continue;
      if (std::find(partition.parts.begin(), partition.parts.end(), part) == partition.parts.end()) continue;
      statement.whole = partition.total;
      statement.whole_is_certain = !partition.total_is_change || adds_up(partition);
      statement.others.insert(statement.others.end(), partition.totals.begin(), partition.totals.end());
    }
    for (std::uint32_t i = range.begin; i < part; ++i) {
      if (i != statement.whole && same_measure(facts_[i], like)) statement.others.push_back(i);
    }
    if (statement.whole != docx::kNone) return;
    statement.others.clear();
    settle_only_amount(part, statement);
  }

  /// «全年支出300万元，项目支出120万元，占比40%»: the only other amount of the sentence is called a whole.
  void settle_only_amount(std::uint32_t part, ShareStatement& statement) const {
    const Text text = model_.passages[statement.passage].text;
    std::uint32_t whole = docx::kNone;
    for (std::uint32_t i = table_.facts_of[statement.passage].begin; i < table_.facts_of[statement.passage].end; ++i) {
      const Fact& fact = facts_[i];
      if (i == part || fact.span.begin < statement.sentence.begin || fact.span.begin >= statement.sentence.end)
        continue;
      if (fact.kind == FactKind::percent && i != statement.percent) return;  // a list of shares has its whole elsewhere
      if (!same_measure(fact, facts_[part])) continue;
      if (whole != docx::kNone || i > part || !fact.is_plain() || fact.period == facts::Period::prior) return;
      whole = i;
    }
    if (whole == docx::kNone || facts_[whole].value < facts_[part].value) return;
    const std::uint32_t begin = whole > table_.facts_of[statement.passage].begin ? facts_[whole - 1].span.end : 0;
    const std::uint32_t from = std::max(begin, statement.sentence.begin);
    if (!lexicon_.contains(whole_, text.substr(from, facts_[whole].span.begin - from))) return;
    statement.whole = whole;
    statement.whole_is_certain = true;
  }

  [[nodiscard]] bool adds_up(const Partition& partition) const {
    Rational sum = 0;
    for (const std::uint32_t part : partition.parts) sum += facts_[part].value;
    return partition.parts.size() > 1 && sum == facts_[partition.total].value;
  }

  /// «占政府采购支出总额的p%» beside exactly that name: what else stands in the paragraph is no other whole.
  void keep_namesakes(ShareStatement& statement) const {
    constexpr std::size_t kTellingBytes = 12;
    if (!statement.whole_is_certain || statement.whole_name.size() < kTellingBytes) return;
    auto& others = statement.others;
    others.erase(
        std::remove_if(others.begin(), others.end(),
                       [&](std::uint32_t i) { return !ends_alike(facts_[i].label_text, statement.whole_name); }),
        others.end());
  }

  /// «A a、B b和C c，分别占总投资的p、q和r»: as many amounts as percentages, in order.
  bool parse_respective(const Sentence& sentence, std::uint32_t first, text::Span word, const std::string& name,
                        std::vector<ShareStatement>& out) const {
    const Text text = model_.passages[sentence.passage].text;
    constexpr Text kEach = "分别";
    if (word.begin < kEach.size() || text.substr(word.begin - kEach.size(), kEach.size()) != kEach) return false;
    std::vector<std::uint32_t> percents{first};
    for (std::uint32_t i = first + 1; i < sentence.facts.end; ++i) {
      const Text gap = text.substr(facts_[i - 1].span.end, facts_[i].span.begin - facts_[i - 1].span.end);
      const bool is_listed = gap == "、" || gap == "和" || gap == "，" || gap == "及" || gap == "以及" || gap == "与";
      if (!is_listed || facts_[i].kind != FactKind::percent || !facts_[i].is_plain()) break;
      percents.push_back(i);
    }
    const auto count = static_cast<std::uint32_t>(percents.size());
    if (count < 2 || first - sentence.facts.begin < count) return false;
    const std::uint32_t begin = first - count;
    for (std::uint32_t i = begin; i < first; ++i) {
      if (!is_amount(facts_[i]) || !facts_[i].is_plain() || !same_measure(facts_[i], facts_[begin])) return false;
      if (facts_[i].period == facts::Period::prior || facts_[i].year != facts_[begin].year) return false;
    }
    for (std::uint32_t i = 0; i < count; ++i) {
      ShareStatement statement;
      statement.passage = sentence.passage;
      statement.sentence = sentence.span;
      statement.part = begin + i;
      statement.percent = percents[i];
      statement.whole_name = name;
      settle_whole(begin + i, statement);
      out.push_back(std::move(statement));
    }
    return true;
  }

  /// «占X的p%» with X in one of the paragraphs before, under the same heading and with that very name.
  void find_whole_above(std::uint32_t part, ShareStatement& statement) const {
    constexpr std::uint32_t kMostPassages = 6;
    const text::Passage& here = model_.passages[statement.passage];
    if (statement.whole_name.size() < 12 || here.in_table()) return;
    for (std::uint32_t back = statement.passage; back-- > 0 && statement.passage - back <= kMostPassages;) {
      const text::Passage& passage = model_.passages[back];
      if (passage.in_table() || passage.heading != here.heading) return;
      const facts::Range range = table_.facts_of[back];
      for (std::uint32_t i = range.begin; i < range.end; ++i) {
        const Fact& fact = facts_[i];
        if (!same_measure(fact, facts_[part]) || fact.period == facts::Period::prior) continue;
        if (fact.label_text.size() < statement.whole_name.size() ||
            !ends_alike(fact.label_text, statement.whole_name)) {
          statement.others.push_back(i);
        } else if (statement.whole == docx::kNone) {
          statement.whole = i;
        } else {
          statement.others.push_back(i);
        }
      }
      if (statement.whole != docx::kNone) return;
    }
    statement.others.clear();
  }

  /// «A a万元，占p%，B b万元，占q%» without 其中: the figure before the list that the parts add up to is the whole.
  void settle_list(const Sentence& sentence, std::size_t first, std::vector<ShareStatement>& out) const {
    std::vector<std::size_t> open;
    for (std::size_t i = first; i < out.size(); ++i) {
      if (out[i].whole == docx::kNone && out[i].whole_name.empty()) open.push_back(i);
    }
    if (open.size() < 2) return;
    Rational sum = 0;
    for (const std::size_t i : open) {
      if (!same_measure(facts_[out[i].part], facts_[out[open.front()].part])) return;
      sum += facts_[out[i].part].value;
    }
    for (std::uint32_t i = table_.facts_of[sentence.passage].begin; i < out[open.front()].part; ++i) {
      if (!same_measure(facts_[i], facts_[out[open.front()].part]) || !(facts_[i].value == sum)) continue;
      for (const std::size_t each : open) {
        out[each].whole = i;
        out[each].whole_is_certain = true;
      }
      return;
    }
    // the paragraph above gives the total: «全年支出300万元。» «按内容分，人员…，占60%；…»
    constexpr std::uint32_t kMostPassages = 3;
    for (std::uint32_t back = sentence.passage; back-- > 0 && sentence.passage - back <= kMostPassages;) {
      if (model_.passages[back].in_table()) return;
      for (std::uint32_t i = table_.facts_of[back].begin; i < table_.facts_of[back].end; ++i) {
        if (!same_measure(facts_[i], facts_[out[open.front()].part]) || !(facts_[i].value == sum)) continue;
        for (const std::size_t each : open) {
          out[each].whole = i;
          out[each].whole_is_certain = true;
        }
        return;
      }
    }
  }

  /// «占收入的98%»: 事业收入 is one of the kinds of 收入, not the whole.
  static bool is_kind_of(const std::string& label, const std::string& name) {
    const bool is_plain = name == "收入" || name == "支出" || name == "资金" || name == "预算" || name == "投资" ||
                          name == "费用" || name == "经费" || name == "总支出" || name == "总收入";
    if (!is_plain || label == name) return false;
    for (const Text whole : {Text("总"), Text("合计"), Text("本年"), Text("全年"), Text("当年"), Text("年度")}) {
      if (label.find(whole) != std::string::npos) return false;
    }
    return true;
  }

  /// 到位资金 and 累计到位 are one: what only says that it is money does not count.
  static std::string without_money(std::string name) {
    for (const Text deed : {Text("到位"), Text("下达"), Text("支付"), Text("拨付"), Text("投入")}) {
      for (const Text tail : {Text("资金"), Text("金额"), Text("资金总额"), Text("总额")}) {
        if (!Text(name).ends_with(std::string(deed) + std::string(tail))) continue;
        name.resize(name.size() - tail.size());
        return name;
      }
    }
    return name;
  }

  static bool ends_alike(const std::string& label, const std::string& name) {
    return ends_with_same(label, name) || ends_with_same(without_money(label), without_money(name));
  }

  static bool ends_with_same(const std::string& label, const std::string& name) {
    const std::string& longer = label.size() >= name.size() ? label : name;
    const std::string& shorter = label.size() >= name.size() ? name : label;
    return shorter.size() >= 6 && longer.compare(longer.size() - shorter.size(), shorter.size(), shorter) == 0;
  }

  const text::TextModel& model_;
  const facts::FactTable& table_;
  const std::vector<Fact>& facts_;
  const lexicon::Lexicon& lexicon_;
  const std::vector<Partition>& partitions_;
  lexicon::ClassId share_, tail_, whole_;
};

}  // namespace

std::vector<ShareStatement> find_shares(const text::TextModel& model, const facts::FactTable& facts,
                                        const lexicon::Lexicon& lexicon, const std::vector<Sentence>& sentences,
                                        const std::vector<Partition>& partitions, const Budget& budget) {
  std::vector<ShareStatement> out;
  const Parser parser(model, facts, lexicon, partitions);
  for (const Sentence& sentence : sentences) {
    if (budget.is_spent_by_now()) break;
    parser.parse(sentence, out);
  }
  return out;
}

}  // namespace gouji::statement
