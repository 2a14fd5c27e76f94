// Quantities of running text: the name before the figure, else the topic of the sentence, the passage or the heading.
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <set>

#include "base/utf8.hpp"
#include "quantity/readers.hpp"
#include "statement/all_sentences.hpp"
#include "table/words.hpp"
#include "text/heading.hpp"

namespace gouji::quantity {
namespace {

using facts::Fact;
using facts::FactKind;
using facts::Period;
using Text = std::string_view;

constexpr std::size_t kLongestTopic = 90;  // bytes of a first sentence or heading that can be a topic

struct Topic {
  Name name;
  Naming naming = Naming::none;
  [[nodiscard]] bool found() const { return naming != Naming::none; }
};

class Reader {
 public:
  Reader(const Source& source, const Namer& namer, std::vector<Quantity>& out)
      : source_(source), namer_(namer), out_(out) {
    for (const statement::ChangeStatement& change : source.statements.changes) {
      if (change.delta != docx::kNone) deltas_.insert(change.delta);
      if (change.rate != docx::kNone) growths_.insert(change.rate);
      if (change.base != docx::kNone) bases_.insert(change.base);
    }
    for (const statement::ShareStatement& share : source.statements.shares) shares_.insert(share.percent);
  }

  void run() {
    for (const statement::Sentence& sentence : statement::all_sentences_of(source_.text, source_.facts)) {
      if (source_.budget.is_spent_by_now()) return;
      const text::Passage& passage = source_.text.passages[sentence.passage];
      if (passage.is_toc || passage.in_table()) continue;  // cells are read by their row and column
      if (passage.story != docx::StoryKind::body && passage.story != docx::StoryKind::textbox) continue;
      if (sentence.passage != passage_) {
        passage_ = sentence.passage;
        passage_year_ = year_above(sentence, passage);
        first_subject_.clear();
      }
      read(sentence, passage);
    }
    inherit_from_totals();
  }

 private:
  Topic topic_from(Text phrase) const {
    Topic topic;
    topic.name = namer_.read(phrase);
    topic.naming = namer_.naming_of(topic.name);
    const bool names =
        topic.name.is_subject_path || namer_.is_known(topic.name.subject) || namer_.ends_like_topic(topic.name.subject);
    if (!names) topic.naming = Naming::none;
    return topic;
  }

  /// What the passage is about: «…（款）…（项）。», a short first sentence without figures, else its heading.
  Topic topic_of(const statement::Sentence& sentence, const text::Passage& passage) const {
    Text text = passage.text;
    if (const auto marked = text::marker_of(passage); marked && !marked->is_automatic)
      text.remove_prefix(marked->marker.length);
    const std::size_t cut = passage.text.size() - text.size();
    const std::size_t first = text.find("。");
    if (first != Text::npos && first + cut < sentence.span.begin && first <= kLongestTopic * 3) {
      const Text head = text.substr(0, first);
      const bool is_path = head.find("（项）") != Text::npos || head.find("（款）") != Text::npos;
      const bool is_name = head.find('%') == Text::npos && head.find("，") == Text::npos;
      if ((is_path || head.size() <= kLongestTopic) && is_name) return topic_from(head);
    }
    if (passage.heading == docx::kNone || passage.heading_level > 0) return {};
    const Text heading = text::heading_text(source_.text.passages[passage.heading]);
    return heading.size() <= kLongestTopic * 2 ? topic_from(heading) : Topic{};
  }

  /// A year at the head of the passage, or the one year of the nearest heading, rules the passage.
  int year_above(const statement::Sentence& sentence, const text::Passage& passage) const {
    constexpr std::uint32_t kHead = 24;  // bytes: a marker may stand before the year
    if (sentence.facts.begin < sentence.facts.end) {
      const Fact& first = source_.facts.facts[sentence.facts.begin];
      if (first.kind == FactKind::date && first.date.year != 0 && first.span.begin <= kHead) return first.date.year;
    }
    std::uint32_t at = passage.heading;
    for (int depth = 0; depth < 3 && at != docx::kNone; ++depth) {
      int year = 0;
      const facts::Range range = source_.facts.facts_of[at];
      for (std::uint32_t index = range.begin; index < range.end; ++index) {
        const Fact& fact = source_.facts.facts[index];
        if (fact.kind != FactKind::date || fact.date.year == 0) continue;
        if (year != 0 && year != fact.date.year) return 0;
        year = fact.date.year;
      }
      if (year != 0) return year;
      at = source_.text.passages[at].heading;
    }
    return 0;
  }

  std::string heading_scope(const text::Passage& passage) const {
    std::uint32_t at = passage.heading;
    for (int depth = 0; depth < 4 && at != docx::kNone; ++depth) {
      const std::string scope = namer_.scope_in(text::heading_text(source_.text.passages[at]));
      if (!scope.empty()) return scope;
      at = source_.text.passages[at].heading;
    }
    return {};
  }

  /// «财政拨款支出主要内容如下：» rules the numbered paragraphs below it.
  std::string lead_scope(std::uint32_t index) const {
    constexpr std::uint32_t kFarthest = 40;
    for (std::uint32_t back = 0; back < kFarthest && index - back < source_.text.passages.size(); ++back) {
      const text::Passage& passage = source_.text.passages[index - back];
      if (passage.in_table()) return {};
      if (text::marker_of(passage)) {
        if (index == back) return {};
        continue;
      }
      return back > 0 && Text(passage.text).ends_with("：") ? namer_.scope_in(passage.text) : std::string();
    }
    return {};
  }

  void read(const statement::Sentence& sentence, const text::Passage& passage) {
    const Text text = passage.text;
    Topic running;  // the subject named last in the sentence
    std::uint32_t before = sentence.span.begin;
    std::string sentence_context;
    std::string sentence_scope;
    bool is_first = true;
    int year = 0;
    Period period = Period::unknown;
    for (std::uint32_t index = sentence.facts.begin; index < sentence.facts.end; ++index) {
      const Fact& fact = source_.facts.facts[index];
      if (fact.kind == FactKind::date) {
        // a year rules the rest of its clause chain; a month or day makes the figures those of a stretch
        if (fact.date.year != 0) year = fact.date.year;
        if (fact.date.month != 0 && fact.date.month != 12) sentence_context = "month";
        continue;
      }
      if (!is_measured(fact) || fact.span.begin < before) continue;
      const Text stretch = text.substr(before, fact.span.begin - before);
      if (stretch.find("；") != Text::npos) period = Period::unknown;
      Quantity quantity;
      quantity.fact = index;
      const std::uint32_t begin =
          phrase_begin(text, before, fact.label.end > fact.label.begin ? fact.label.begin : fact.span.begin);
      const Text phrase = text.substr(begin, fact.span.begin - begin);
      const Name name = namer_.read(phrase);
      if (is_first && !phrase.ends_with("收入"))
        sentence_scope = namer_.scope_in(text.substr(sentence.span.begin, fact.span.begin - sentence.span.begin));
      is_first = false;
      quantity.subject = name.subject;
      quantity.naming = namer_.naming_of(name);
      quantity.subject_origin = name.subject.empty() ? Origin::none : Origin::stated;
      // …费支出 may be planned or done: the kind of document tells
      quantity.role = name.is_spending && name.role == Role::final ? Role::unknown : name.role;
      quantity.role_origin = quantity.role == Role::unknown ? Origin::none : Origin::stated;
      if (quantity.naming == Naming::none && !namer_.is_sum_word(table::squeezed(phrase))) {
        const Topic topic = running.found() ? running : topic_of(sentence, passage);
        if (topic.found()) {
          quantity.subject = topic.name.subject;
          quantity.naming = topic.naming;
          quantity.subject_origin = Origin::inherited;
          if (quantity.role == Role::unknown && !topic.name.is_spending) quantity.role = topic.name.role;
        }
      } else if (quantity.naming != Naming::none && fact.kind != FactKind::percent) {
        running = {name, quantity.naming};
      }
      set_year(name, stretch, year, period, quantity);
      quantity.scope = name.scope;
      quantity.scope_origin = name.scope.empty() ? Origin::none : Origin::stated;
      if (quantity.scope.empty() && quantity.subject_origin == Origin::inherited && running.found()) {
        quantity.scope = running.name.scope;
        if (!quantity.scope.empty()) quantity.scope_origin = Origin::inherited;
      }
      if (quantity.scope.empty()) {
        quantity.scope = !sentence_scope.empty() ? sentence_scope : heading_scope(passage);
        if (quantity.scope.empty()) quantity.scope = lead_scope(sentence.passage);
        if (!quantity.scope.empty()) quantity.scope_origin = Origin::inherited;
      }
      quantity.context = context_of(stretch, name.subject, sentence_context);
      add_owner(sentence, passage, stretch, quantity);
      // «四项支出合计»: of these four, not of the whole
      if (begin == before && index > sentence.facts.begin && source_.facts.facts[index - 1].kind == FactKind::count)
        quantity.context += quantity.context.empty() ? "count" : " count";
      if (deltas_.count(index) > 0) quantity.role = Role::delta;
      if (growths_.count(index) > 0) quantity.role = Role::growth;
      if (bases_.count(index) > 0 && quantity.period == Period::unknown) quantity.period = Period::prior;
      if (shares_.count(index) > 0) quantity.role = Role::share;
      if (fact.kind == FactKind::percent && (quantity.role == Role::unknown || quantity.role == Role::final))
        quantity.role = Role::rate;
      if (fact.kind == FactKind::percent &&
          (quantity.role == Role::budget || quantity.role == Role::initial || quantity.role == Role::adjusted))
        quantity.role = Role::completion;
      if (fact.kind != FactKind::percent && statement::is_denominator(text, source_.facts.facts, index))
        quantity.role = Role::budget;
      out_.push_back(std::move(quantity));
      before = fact.span.end;
    }
  }

  /// «2. 城乡居民养老保险。本年收入…»: the sum of that one. «案件执行128万元。其中公务用车运行维护费26万元»: the part
  /// of that subject, not the whole item of “三公”.
  void add_owner(const statement::Sentence& sentence, const text::Passage& passage, Text stretch, Quantity& quantity) {
    if (quantity.subject_origin != Origin::stated) return;
    std::string owner;
    if (quantity.naming == Naming::whole) {
      const Topic topic = topic_of(sentence, passage);
      if ((topic.naming == Naming::plain || topic.naming == Naming::specific) &&
          topic.name.subject != quantity.subject && !namer_.is_known(topic.name.subject))
        owner = topic.name.subject;
    } else if (namer_.has_one_scope(quantity.subject) && stretch.find("其中") != Text::npos &&
               !first_subject_.empty() && !namer_.has_one_scope(first_subject_) &&
               passage.text.find("三公") == std::string::npos) {
      owner = first_subject_;
    }
    if (!owner.empty()) quantity.context += (quantity.context.empty() ? "" : " ") + owner;
    if (first_subject_.empty()) first_subject_ = quantity.subject;
  }

  /// The words back to the nearest mark.
  static std::uint32_t phrase_begin(Text text, std::uint32_t floor, std::uint32_t here) {
    while (here > floor) {
      const auto before = static_cast<std::uint32_t>(utf8::previous(text, here));
      const Text mark = text.substr(before, here - before);
      if (mark == "，" || mark == "；" || mark == "：" || mark == "（" || mark == "）" || mark == "、" || mark == "。")
        break;
      here = before;
    }
    return here;
  }

  void set_year(const Name& name, Text stretch, int year, Period& period, Quantity& quantity) const {
    const int fiscal = source_.context.fiscal_year;
    if (name.year != 0) {
      quantity.year = name.year;
      quantity.year_origin = Origin::stated;
    } else if (year != 0 || passage_year_ != 0) {
      quantity.year = year != 0 ? year : passage_year_;
      quantity.year_origin = Origin::inherited;
    } else {
      quantity.year = fiscal;
      quantity.year_origin = fiscal != 0 ? Origin::inherited : Origin::none;
    }
    if (name.period != Period::unknown || namer_.has(namer_.prior, stretch)) period = Period::prior;
    quantity.period = period;
    if (fiscal != 0 && quantity.year != 0 && quantity.year != fiscal) quantity.period = Period::prior;
    if (period == Period::prior) period = Period::unknown;  // rules its own figure alone
  }

  std::string context_of(Text stretch, const std::string& subject, const std::string& of_sentence) const {
    const std::string context = namer_.context_in(stretch, subject);
    return context.empty() || of_sentence.empty() ? context + of_sentence : context + " " + of_sentence;
  }

  /// «预算总额…，其中：基本支出…»: a part without a role of its own has that of its total.
  void inherit_from_totals() {
    const auto find = [&](std::uint32_t fact) -> Quantity* {
      const auto at =
          std::lower_bound(out_.begin(), out_.end(), fact,
                           [](const Quantity& quantity, std::uint32_t value) { return quantity.fact < value; });
      return at != out_.end() && at->fact == fact ? &*at : nullptr;
    };
    for (const statement::Partition& partition : source_.statements.partitions) {
      if (partition.total == docx::kNone) continue;
      const Quantity* total = find(partition.total);
      if (total == nullptr) continue;
      for (const std::uint32_t part : partition.parts) {
        Quantity* quantity = find(part);
        if (quantity == nullptr || quantity == total) continue;
        if (const std::string full = namer_.full_name(quantity->subject, total->subject); !full.empty()) {
          quantity->subject = full;
          quantity->naming = Naming::specific;
        }
        if (quantity->role == Role::unknown && total->role != Role::unknown) {
          quantity->role = total->role;
          quantity->role_origin = Origin::inherited;
        }
        if (quantity->period == Period::unknown) quantity->period = total->period;
        if (quantity->year_origin != Origin::stated && total->year_origin == Origin::stated) {
          quantity->year = total->year;
          quantity->year_origin = Origin::inherited;
        }
        if (quantity->scope.empty()) {
          quantity->scope = total->scope;
          if (!total->scope.empty()) quantity->scope_origin = Origin::inherited;
        }
        // parts of 上级补助 are not those of the whole
        for (std::size_t at = 0; at < total->context.size();) {
          const std::size_t end = std::min(total->context.find(' ', at), total->context.size());
          const std::string word = total->context.substr(at, end - at);
          if (quantity->context.find(word) == std::string::npos)
            quantity->context += (quantity->context.empty() ? "" : " ") + word;
          at = end + 1;
        }
      }
    }
  }

  const Source& source_;
  const Namer& namer_;
  std::vector<Quantity>& out_;
  std::uint32_t passage_ = docx::kNone;
  int passage_year_ = 0;
  std::string first_subject_;  // of the first figure of the passage whose subject is stated
  std::set<std::uint32_t> deltas_, growths_, bases_, shares_;
};

}  // namespace

void read_text(const Source& source, const Namer& namer, std::vector<Quantity>& out) {
  Reader(source, namer, out).run();
}

}  // namespace gouji::quantity
