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
  }

  void parse(const Sentence& sentence, std::vector<ShareStatement>& out) const {
    const Text text = model_.passages[sentence.passage].text;
    std::uint32_t previous = sentence.span.begin;
    for (std::uint32_t i = sentence.facts.begin; i < sentence.facts.end; ++i) {
      const Fact& fact = facts_[i];
      const std::uint32_t floor = previous;
      previous = fact.span.end;
      if (fact.kind != FactKind::percent || !fact.is_plain()) continue;
      const text::Span word = find_last_word(lexicon_, share_, text, floor, fact.span.begin);
      if (!found(word)) continue;
      std::string name(text.substr(word.end, fact.span.begin - word.end));
      while (true) {
        const std::size_t cut = facts::suffix_of(lexicon_, tail_, name);
        if (cut == 0) break;
        name.erase(name.size() - cut);
      }
      if (name.find("，") != std::string::npos || name.find("；") != std::string::npos) continue;
      // the part: the figure right before, in the same item
      std::uint32_t part = docx::kNone;
      for (std::uint32_t back = i; back-- > sentence.facts.begin;) {
        if (facts_[back].kind == FactKind::percent || facts_[back].kind == FactKind::points) break;
        if (!is_amount(facts_[back])) continue;
        part = back;
        break;
      }
      if (part == docx::kNone || !facts_[part].is_plain() || facts_[part].label_text.empty()) continue;
      const Text gap = text.substr(facts_[part].span.end, word.begin - facts_[part].span.end);
      if (gap.find("；") != Text::npos || gap.find("。") != Text::npos || gap.size() > 60) continue;
      if (facts_[part].period == facts::Period::prior) continue;
      // «…100万元，项目支出占60%»: another subject stands between
      if (!gap.empty() && gap != "，" && gap != "、" && gap != "（" && gap != "，约" && gap != "，所" &&
          gap != "，分别" && gap != "，其" && gap != "，金额")
        continue;
      ShareStatement statement;
      statement.passage = sentence.passage;
      statement.sentence = sentence.span;
      statement.part = part;
      statement.percent = i;
      statement.whole_name = name;
      settle_whole(part, statement);
      out.push_back(std::move(statement));
    }
  }

 private:
  void settle_whole(std::uint32_t part, ShareStatement& statement) const {
    const Fact& like = facts_[part];
    const facts::Range range = table_.facts_of[statement.passage];
    if (!statement.whole_name.empty()) {
      for (std::uint32_t i = range.begin; i < range.end; ++i) {
        const Fact& fact = facts_[i];
        if (i == part || !same_measure(fact, like) || fact.label_text.empty() || fact.period == facts::Period::prior)
          continue;
        if (ends_alike(fact.label_text, statement.whole_name)) {
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
      return;
    }
    for (const Partition& partition : partitions_) {
      if (partition.passage != statement.passage) continue;
      if (std::find(partition.parts.begin(), partition.parts.end(), part) == partition.parts.end()) continue;
      statement.whole = partition.total;
      statement.whole_is_certain = !partition.total_is_change;
      statement.others.insert(statement.others.end(), partition.totals.begin(), partition.totals.end());
    }
    for (std::uint32_t i = range.begin; i < part; ++i) {
      if (i != statement.whole && same_measure(facts_[i], like)) statement.others.push_back(i);
    }
    if (statement.whole == docx::kNone) statement.others.clear();
  }

  static bool ends_alike(const std::string& label, const std::string& name) {
    const std::string& longer = label.size() >= name.size() ? label : name;
    const std::string& shorter = label.size() >= name.size() ? name : label;
    return shorter.size() >= 6 && longer.compare(longer.size() - shorter.size(), shorter.size(), shorter) == 0;
  }

  const text::TextModel& model_;
  const facts::FactTable& table_;
  const std::vector<Fact>& facts_;
  const lexicon::Lexicon& lexicon_;
  const std::vector<Partition>& partitions_;
  lexicon::ClassId share_, tail_;
};

}  // namespace

std::vector<ShareStatement> find_shares(const text::TextModel& model, const facts::FactTable& facts,
                                        const lexicon::Lexicon& lexicon, const std::vector<Sentence>& sentences,
                                        const std::vector<Partition>& partitions) {
  std::vector<ShareStatement> out;
  const Parser parser(model, facts, lexicon, partitions);
  for (const Sentence& sentence : sentences) parser.parse(sentence, out);
  return out;
}

}  // namespace gouji::statement
