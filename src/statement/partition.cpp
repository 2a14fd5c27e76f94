// SPDX-License-Identifier: Apache-2.0
#include "statement/partition.hpp"

#include <algorithm>

#include "base/utf8.hpp"
#include "facts/label.hpp"
#include "statement/partition_bare.hpp"
#include "statement/partition_doubt.hpp"

namespace gouji::statement {
namespace {

using facts::Fact, facts::FactKind;
using Text = std::string_view;

using Item = PartitionItem;

class Parser {
 public:
  Parser(const text::TextModel& model, const facts::FactTable& facts, const lexicon::Lexicon& lexicon)
      : model_(model), facts_(facts.facts), lexicon_(lexicon) {
    const auto id = [&](Text name) { return lexicon.class_id(name); };
    open_word_ = id("partition_open");
    view_ = id("partition_view");
    open_list_ = id("open_list");
    open_tail_ = id("open_tail");
    open_rest_ = id("open_rest");
    not_open_tail_ = id("not_open_tail");
    outside_ = id("outside");
    sum_ = id("sum_words");
    running_ = id("running_total");
    levels_ = id("level_words");
    up_ = id("change_up");
    down_ = id("change_down");
    filler_ = id("change_filler");
    compare_ = id("compare_words");
    prior_ = id("prior_words");
    difference_ = id("difference_words");
    not_change_ = id("not_change_words");
    mean_ = id("mean_words");
    began_ = id("stock_began");
    left_ = id("stock_left");
    left_over_ = id("left_over_words");
    open_start_ = id("open_list_start");
    not_open_ = id("not_open_list");
    planned_ = id("stage_planned");
    done_ = id("stage_done");
  }

  void parse(const Sentence& sentence, const Sentence* before, std::vector<Partition>& out) {
    sentence_ = sentence;
    text_ = model_.passages[sentence.passage].text;
    items_ = items_of(sentence);
    used_parts_.clear();
    view_seen_ = false;
    last_total_ = docx::kNone;
    if (!items_.empty()) list_before_first(before, out);
    for (std::size_t i = 0; i < items_.size(); ++i) lists_behind(i, out);
    sums_behind_lists(out);
  }

 private:
  [[nodiscard]] Text between(std::uint32_t begin, std::uint32_t end) const {
    return text_.substr(begin, end > begin ? end - begin : 0);
  }
  static bool is_amount(const Fact& fact) { return fact.kind == FactKind::money || fact.kind == FactKind::count; }
  static bool ends_with(Text text, Text word) {
    return text.size() >= word.size() && text.substr(text.size() - word.size()) == word;
  }

  std::vector<Item> items_of(const Sentence& sentence) const {
    std::vector<Item> items;
    std::uint32_t previous = sentence.span.begin;
    BracketWalk brackets(text_, sentence.span);
    for (std::uint32_t i = sentence.facts.begin; i < sentence.facts.end; ++i) {
      const Fact& fact = facts_[i];
      if (is_amount(fact)) {
        Item item{i, brackets.depth_at(fact.span.begin), previous, false, false};
        item.after_stop = between(previous, fact.span.begin).find("；") != Text::npos;
        item.is_change = is_change(fact, previous);
        items.push_back(item);
      }
      if (fact.kind != FactKind::date) previous = fact.span.end;
    }
    return items;
  }

  [[nodiscard]] bool is_change(const Fact& fact, std::uint32_t floor) const {
    std::uint32_t here = fact.span.begin;
    for (int i = 0; i < 3; ++i) {
      const Text head = between(floor, here);
      if (facts::suffix_of(lexicon_, not_change_, head) != 0) break;  // 改造提升1.20万亩
      if (facts::suffix_of(lexicon_, up_, head) != 0 || facts::suffix_of(lexicon_, down_, head) != 0) return true;
      const std::size_t skip = facts::suffix_of(lexicon_, filler_, head);
      if (skip == 0) break;
      here -= static_cast<std::uint32_t>(skip);
    }
    if (fact.period == facts::Period::prior) return true;
    if (lexicon_.contains(difference_, fact.label_text)) return true;
    if (is_denominator(text_, facts_, static_cast<std::uint32_t>(&fact - facts_.data()))) return true;
    const std::uint32_t clause = clause_begin(floor, fact.span.begin);
    const text::Span compare = find_last_word(lexicon_, compare_, text_, clause, fact.span.begin);
    if (!found(compare)) return false;
    const Text rest = between(compare.end, fact.span.begin);
    return lexicon_.contains(prior_, rest) || rest.find("年") != Text::npos;
  }

  [[nodiscard]] std::uint32_t clause_begin(std::uint32_t floor, std::uint32_t end) const {
    std::uint32_t here = end;
    while (here > floor) {
      const auto before = static_cast<std::uint32_t>(utf8::previous(text_, here));
      const char32_t code = utf8::decode(text_, before);
      if (code == U'，' || code == U'；' || code == U'。' || code == U'：' || code == U'（') break;
      here = before;
    }
    return here;
  }

  /// Openers between figure i and the next amount: other facts (rates, dates) may stand in between.
  void lists_behind(std::size_t i, std::vector<Partition>& out) {
    if (i + 1 >= items_.size()) return;
    const Fact& total = facts_[items_[i].fact];
    const std::uint32_t from = total.span.end;
    const std::uint32_t to = facts_[items_[i + 1].fact].span.begin;
    const Text gap = between(from, to);
    PartitionForm form = PartitionForm::of_which;
    std::uint32_t list_begin = 0;
    std::size_t first = i + 1;
    bool is_set = false;
    if (const std::size_t at = gap.rfind("其中"); at != Text::npos) {
      list_begin = from + static_cast<std::uint32_t>(at + Text("其中").size());
    } else if (gap.substr(0, Text("（").size()) == "（") {
      form = PartitionForm::brackets;
      list_begin = from + static_cast<std::uint32_t>(Text("（").size());
    } else if (const text::Span view = find_word(lexicon_, view_, text_, from, to); found(view)) {
      form = PartitionForm::view;
      list_begin = view.end;
    } else {
      const text::Span opener = find_last_word(lexicon_, open_word_, text_, from, to);
      if (found(opener) && opener_is_clean(from, opener)) {
        list_begin = opener.end;
      } else {
        const BareList list = BareLists(text_, facts_, lexicon_).behind(items_, i);
        if (list.begin == 0) return;
        form = PartitionForm::bare;
        list_begin = list.begin;
        first = list.first;
        is_set = list.is_set;
      }
    }
    Partition partition;
    partition.is_guess = form == PartitionForm::bare && !is_set;
    partition.passage = sentence_.passage;
    partition.sentence = sentence_.span;
    partition.form = form;
    if (form == PartitionForm::view && (view_seen_ || gap.find("；") != Text::npos || gap.find("。") != Text::npos)) {
      partition.total = last_total_;  // a further split of the total split before
      const bool is_sum = facts::suffix_of(lexicon_, sum_, between(items_[i].gap_begin, total.span.begin)) != 0;
      if (partition.total == docx::kNone && is_sum) partition.total = items_[i].fact;
      partition.is_second_view = true;
      view_seen_ = true;
    } else {
      view_seen_ = view_seen_ || form == PartitionForm::view;
      choose_total(i, bracket_depth(text_, sentence_.span, list_begin), partition);
    }
    if (partition.total == docx::kNone || !same_measure(facts_[partition.total], facts_[items_[first].fact])) return;
    collect_parts(first, facts_[partition.total], list_begin, partition);
    finish(list_begin, partition, out);
  }

  /// 由, 即, 如下…: directly behind the figure or its clause mark; 由 needs 组成/构成 behind the list.
  [[nodiscard]] bool opener_is_clean(std::uint32_t from, text::Span opener) const {
    const Text head = between(from, opener.begin);
    const Text word = between(opener.begin, opener.end);
    const bool is_close =
        head.empty() || head == "，" || head == "：" || head == "，主要" || head == "）" || head == "），";
    if (word == "由") {
      const Text rest = between(opener.end, sentence_.span.end);
      return is_close && (rest.find("组成") != Text::npos || rest.find("构成") != Text::npos);
    }
    return is_close;
  }

  void choose_total(std::size_t i, int list_depth, Partition& partition) {
    // «A元（即B万元），其中…»: what stands in brackets before is no total of a list outside them
    std::size_t at = i;
    while (items_[at].depth > list_depth && at > 0) --at;
    const Item& nearest = items_[at].depth > list_depth ? items_[i] : items_[at];
    i = static_cast<std::size_t>(&nearest - items_.data());
    const Fact& like = facts_[nearest.fact];
    if (!nearest.is_change) {
      partition.total = nearest.fact;
      partition.is_nested = nearest.depth > 0 || was_part(nearest.fact);
      return;
    }
    partition.total_is_change = true;
    for (std::size_t back = i; back-- > 0;) {
      if (items_[back].is_change || items_[back].depth != nearest.depth ||
          !same_measure(facts_[items_[back].fact], like))
        continue;
      partition.total = items_[back].fact;
      partition.totals.push_back(nearest.fact);
      return;
    }
  }

  [[nodiscard]] bool was_part(std::uint32_t fact) const {
    return std::find(used_parts_.begin(), used_parts_.end(), fact) != used_parts_.end();
  }

  /// A sentence that begins with 其中 continues the total of the sentence before it.
  void list_before_first(const Sentence* before, std::vector<Partition>& out) {
    const Fact& first = facts_[items_[0].fact];
    const std::uint32_t limit = std::min<std::uint32_t>(first.span.begin, sentence_.span.begin + 24);
    const Text head = between(sentence_.span.begin, limit);
    const text::Span view = find_word(lexicon_, view_, text_, sentence_.span.begin, first.span.begin);
    const bool is_view = found(view);
    view_seen_ = is_view;
    if (head.substr(0, Text("其中").size()) != "其中" && !is_view) return;
    if (before == nullptr || before->passage != sentence_.passage) return;
    const std::vector<Item> earlier = items_of(*before);
    // «总额…。按A分，甲…；乙…。按B分，…»: a split of what the sentence before split, not of its first part
    const bool follows_view = is_view && found(find_word(lexicon_, view_, text_, before->span.begin, before->span.end));
    if (follows_view && (view_total_ == docx::kNone || facts_[view_total_].passage != sentence_.passage)) return;
    Partition partition;
    partition.passage = sentence_.passage;
    partition.sentence = sentence_.span;
    partition.crosses_sentence = true;
    for (const Item& item : earlier) {
      if (item.is_change || item.depth > 0 || !same_measure(facts_[item.fact], first)) continue;
      if (partition.total == docx::kNone) {
        partition.total = item.fact;
      } else {
        partition.totals.push_back(item.fact);
      }
    }
    if (follows_view) {
      partition.total = view_total_;
      partition.totals.clear();
    }
    if (partition.total == docx::kNone) return;
    const std::uint32_t list_begin =
        is_view ? view.end : sentence_.span.begin + static_cast<std::uint32_t>(Text("其中").size());
    if (is_view) partition.form = PartitionForm::view;
    collect_parts(0, facts_[partition.total], list_begin, partition);
    partition.sentence.begin = before->span.begin;
    finish(list_begin, partition, out);
  }

  void collect_parts(std::size_t first, const Fact& total, std::uint32_t list_begin, Partition& partition) {
    const int depth = bracket_depth(text_, sentence_.span, list_begin);
    bool closed = false;
    bool in_child = false;  // behind «人员经费100万元，主要包括…», up to the ；
    for (std::size_t k = first; k < items_.size(); ++k) {
      const Item& item = items_[k];
      const Fact& fact = facts_[item.fact];
      const std::uint32_t gap_begin = std::max(item.gap_begin, list_begin);
      const Text gap = between(gap_begin, fact.span.begin);
      if (item.depth < depth) closed = true;
      if (closed) {
        if (!item.is_change && same_measure(fact, total) && item.depth == depth - 1 &&
            partition.outer_siblings.empty()) {
          partition.outer_siblings.push_back(item.fact);
        }
        break;
      }
      if (item.depth > depth) continue;                         // children of the part before
      if (gap.find("其中") != Text::npos && k != first) break;  // a child list without brackets, or the next statement
      if (k != first &&
          (lexicon_.contains(outside_, gap) || found(find_word(lexicon_, view_, text_, gap_begin, fact.span.begin))))
        break;
      if (k != first && item.after_stop && is_generic(total)) break;  // «；建成示范点18个»: another matter
      if (item.after_stop) in_child = false;
      if (k != first && !in_child && !partition.parts.empty() && lexicon_.contains(open_list_, gap)) in_child = true;
      if (in_child) continue;
      if (k != first && item.after_stop && partition.parts.size() == 1 && is_own_statement(k, total)) break;
      if (!same_measure(fact, total)) continue;
      if (item.is_change) {
        if (k == first || partition.skipped.size() < 4) partition.skipped.push_back(item.fact);
        continue;
      }
      if (ends_with(between(gap_begin, fact.number_span.begin), "等")) partition.is_open = true;
      if (facts::suffix_of(lexicon_, sum_, between(gap_begin, fact.span.begin)) != 0 && !partition.parts.empty()) break;
      if (!fact.is_plain()) {
        if (partition.parts.size() >= 2) break;  // «，均在限额89亿元以内»: a bound ends the list
        partition.doubt = "bound";
      }
      partition.breaks_before.push_back(item.after_stop && !partition.parts.empty());
      partition.parts.push_back(item.fact);
    }
  }

  /// «；在管糖尿病患者11200人，规范管理7952人»: behind the ； stand a whole and its part, as before it.
  [[nodiscard]] bool is_own_statement(std::size_t k, const Fact& total) const {
    std::size_t alike = 1;
    for (std::size_t i = k + 1; i < items_.size() && !items_[i].after_stop; ++i) {
      if (items_[i].depth == items_[k].depth && !items_[i].is_change && same_measure(facts_[items_[i].fact], total))
        ++alike;
    }
    return alike >= 2;
  }

  [[nodiscard]] bool is_open(std::uint32_t list_begin, const Partition& partition, bool is_set) const {
    const Fact& first = facts_[partition.parts.front()];
    const Fact& last = facts_[partition.parts.back()];
    const std::uint32_t total_end =
        facts_[partition.total].passage == partition.passage && facts_[partition.total].span.end <= list_begin
            ? facts_[partition.total].span.end
            : sentence_.span.begin;
    if (lexicon_.contains(open_list_, between(total_end, first.span.begin))) return true;
    Text start = between(list_begin, first.span.begin);
    for (const Text mark : {Text("："), Text("，")}) {
      if (start.substr(0, mark.size()) == mark) start.remove_prefix(mark.size());
    }
    // «涉及中央…、省级…、市级…» names every kind there is
    if (!is_set && facts::prefix_of(lexicon_, open_start_, start) != 0 &&
        facts::prefix_of(lexicon_, not_open_, start) == 0)
      return true;
    // «，其余由县级自筹»: what is left over is named without a figure
    if (leaves_a_rest(last, facts_[partition.total])) return true;
    // 等 behind the last part, before the sentence ends or goes on
    std::uint32_t here = last.span.end;
    int characters = 0;
    while (here < sentence_.span.end && characters < 10) {
      const char32_t code = utf8::decode(text_, here);
      if (code == U'。' || code == U'；') break;
      if (code == U'等') {
        const Text rest = text_.substr(here);
        return facts::prefix_of(lexicon_, not_open_tail_, rest) == 0;
      }
      here += static_cast<std::uint32_t>(utf8::length(text_[here]));
      ++characters;
    }
    return false;
  }

  /// The rest is named behind the list, without a figure and before the next split.
  [[nodiscard]] bool leaves_a_rest(const Fact& last, const Fact& total) const {
    std::uint32_t end = sentence_.span.end;
    if (const text::Span view = find_word(lexicon_, view_, text_, last.span.end, end); found(view)) end = view.begin;
    const text::Span rest = find_word(lexicon_, open_rest_, text_, last.span.end, end);
    if (!found(rest)) return false;
    for (const Item& item : items_) {
      const Fact& fact = facts_[item.fact];
      if (fact.span.begin < rest.end || !same_measure(fact, total)) continue;
      const Text gap = between(rest.end, fact.span.begin);
      return gap.find("，") != Text::npos || gap.find("；") != Text::npos;
    }
    return true;
  }

  void finish(std::uint32_t list_begin, Partition& partition, std::vector<Partition>& out) {
    if (partition.parts.empty()) return;
    const bool is_set = are_kinds_of_one(text_, facts_, lexicon_, partition.parts);
    partition.is_open = partition.is_open || is_open(list_begin, partition, is_set);
    last_total_ = partition.total;
    if (partition.form == PartitionForm::view) view_total_ = partition.total;
    if (partition.form == PartitionForm::brackets && partition.parts.size() < 2) partition.is_open = true;
    const Fact& total = facts_[partition.total];
    std::size_t unnamed = 0;
    bool budget = false;
    bool final = false;
    bool opening = false;
    bool closing = false;
    bool began = false;  // 年末127人，其中年初120人，调入15人，调出8人
    bool left = false;
    for (const std::uint32_t part : partition.parts) {
      const Fact& fact = facts_[part];
      opening = opening || fact.role == "opening";
      closing = closing || fact.role == "closing";
      began = began || lexicon_.contains(began_, fact.label_text);
      left = left || lexicon_.contains(left_, fact.label_text);
      if (fact.label_text.empty()) ++unnamed;
      budget = budget || fact.role == "budget" || facts::suffix_of(lexicon_, planned_, fact.label_text) != 0;
      final = final || fact.role == "final" || facts::suffix_of(lexicon_, done_, fact.label_text) != 0;
      if (!is_set && is_overlap(partition, facts_, fact.label_text, lexicon_)) partition.doubt = "overlap";
      if (lexicon_.contains(levels_, fact.label_text) && total.kind == FactKind::count &&
          (is_generic(total) || total.unit == nullptr))
        partition.doubt = "levels";
    }
    if (mixes_states(partition, facts_, lexicon_) || are_thresholds(partition, facts_, text_))
      partition.doubt = "overlap";
    const std::uint32_t floor = sentence_.span.begin < total.span.begin ? sentence_.span.begin : total.span.begin;
    const std::uint32_t clause = total.passage == partition.passage ? clause_begin(floor, total.span.begin) : 0;
    const Text own = total.passage == partition.passage ? between(clause, total.span.begin) : Text(total.label_text);
    if (lexicon_.contains(mean_, own)) partition.doubt = "average";
    partition.is_short_of = lexicon_.contains(left_over_, own);
    if (partition.form == PartitionForm::brackets) {
      const std::uint32_t end = facts_[partition.parts.back()].span.end;
      const Text list = between(list_begin, std::min<std::uint32_t>(end + 6, sentence_.span.end));
      for (const Text sign : {Text("÷"), Text("×"), Text("="), Text("*")}) {
        if (list.find(sign) != Text::npos) partition.doubt = "formula";
      }
    }
    if (unnamed != 0) partition.doubt = "unnamed";
    if (total.kind == FactKind::count && total.unit != nullptr && total.unit->base == "点") return;
    // An opening balance is no part of spending, a closing one none of income: the list ended before it.
    const bool is_flow = (opening && (closing || total.role == "expense" || total.role == "closing")) ||
                         (closing && total.role == "income") || (began && left && total.kind == FactKind::count);
    if ((budget && final) || is_flow) partition.doubt = "roles-mixed";
    if (!total.is_plain()) partition.doubt = "bound";
    used_parts_.insert(used_parts_.end(), partition.parts.begin(), partition.parts.end());
    out.push_back(partition);
  }

  /// «a、b、c，合计T»: the sum word stands right before T and the list before it in the same sentence.
  void sums_behind_lists(std::vector<Partition>& out) {
    for (std::size_t i = 2; i < items_.size(); ++i) {
      const Fact& total = facts_[items_[i].fact];
      if (items_[i].is_change || items_[i].depth != 0) continue;
      const Text gap = between(items_[i].gap_begin, total.span.begin);
      if (facts::suffix_of(lexicon_, sum_, gap) == 0 || gap.find("其中") != Text::npos) continue;
      if (i + 1 < items_.size() &&
          between(total.span.end, facts_[items_[i + 1].fact].span.begin).find("其中") != Text::npos)
        continue;
      Partition partition;
      partition.passage = sentence_.passage;
      partition.sentence = sentence_.span;
      partition.form = PartitionForm::list_then_sum;
      partition.total = items_[i].fact;
      const bool runs = lexicon_.contains(running_, gap);
      for (std::size_t k = i; k-- > 0;) {
        const Item& item = items_[k];
        const Fact& fact = facts_[item.fact];
        if (item.depth != 0) continue;
        if (item.is_change || !same_measure(fact, total)) {
          if (item.is_change) break;
          continue;
        }
        const Text own_gap = between(item.gap_begin, fact.span.begin);
        partition.parts.insert(partition.parts.begin(), item.fact);
        partition.breaks_before.insert(partition.breaks_before.begin(), item.after_stop);
        if (!fact.is_plain()) partition.doubt = "bound";
        if (of_other_stage(own_gap, gap, lexicon_)) partition.doubt = "roles-mixed";
        if (own_gap.find("其中") != Text::npos || facts::suffix_of(lexicon_, sum_, own_gap) != 0)
          partition.doubt = "other-total";
      }
      if (partition.parts.size() < 2) continue;
      if (runs && !are_kinds_of_one(text_, facts_, lexicon_, partition.parts)) partition.doubt = "running-total";
      if (facts::prefix_of(lexicon_, outside_, between(sentence_.span.begin, sentence_.span.end)) != 0)
        partition.doubt = "outside-items";
      for (const std::uint32_t part : partition.parts)
        if (is_overlap(partition, facts_, facts_[part].label_text, lexicon_)) partition.doubt = "overlap";
      const Text list = between(facts_[partition.parts.front()].label.begin, total.span.begin);
      if (list.find("等") != Text::npos && list.find("等级") == Text::npos) partition.is_open = true;
      out.push_back(partition);
    }
  }

  const text::TextModel& model_;
  const std::vector<Fact>& facts_;
  const lexicon::Lexicon& lexicon_;
  Sentence sentence_;
  Text text_;
  std::vector<Item> items_;
  std::vector<std::uint32_t> used_parts_;
  bool view_seen_ = false;  // this sentence splits by «…看，»
  std::uint32_t last_total_ = docx::kNone;
  std::uint32_t view_total_ = docx::kNone;  // what the last «…看，» split, in whatever sentence
  lexicon::ClassId open_rest_, open_word_, view_, open_list_, open_tail_, not_open_tail_, outside_, sum_, running_,
      levels_, up_, down_, filler_, compare_, prior_, difference_, open_start_, not_open_, not_change_, mean_, began_,
      left_, left_over_, planned_, done_;
};

}  // namespace

std::vector<Partition> find_partitions(const text::TextModel& model, const facts::FactTable& facts,
                                       const lexicon::Lexicon& lexicon, const std::vector<Sentence>& sentences,
                                       const Budget& budget) {
  std::vector<Partition> out;
  Parser parser(model, facts, lexicon);
  for (std::size_t i = 0; i < sentences.size() && !budget.is_spent_by_now(); ++i)
    parser.parse(sentences[i], i > 0 ? &sentences[i - 1] : nullptr, out);
  return out;
}

}  // namespace gouji::statement
