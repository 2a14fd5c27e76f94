// SPDX-License-Identifier: Apache-2.0
#include "statement/count_list.hpp"

#include <algorithm>

#include "base/utf8.hpp"
#include "facts/label.hpp"
#include "statement/count_label.hpp"
#include "statement/count_opening.hpp"

namespace gouji::statement {
namespace {

using facts::Fact;
using facts::FactKind;
using Text = std::string_view;

struct Item {
  std::uint32_t fact = 0;
  int depth = 0;
  std::uint32_t floor = 0;  // end of the amount before it
  std::string label;
};

class Reader {
 public:
  Reader(const text::TextModel& model, const facts::FactTable& facts, const lexicon::Lexicon& lexicon)
      : model_(model), facts_(facts.facts), lexicon_(lexicon) {
    const auto id = [&](Text name) { return lexicon.class_id(name); };
    rest_ = id("count_rest");
    alone_ = id("count_rest_alone");
    opener_ = id("count_opener");
    breaker_ = id("count_breaker");
    each_ = id("count_each");
    net_ = id("count_net");
    other_ = id("count_other");
    end_ = id("split_end");
    overlap_ = id("overlap_attribute");
    open_list_ = id("open_list");
    open_start_ = id("open_list_start");
    not_open_ = id("not_open_list");
    not_open_tail_ = id("not_open_tail");
  }

  void read(const Sentence& sentence, const Sentence* before, std::vector<CountList>& out) {
    sentence_ = sentence;
    text_ = model_.passages[sentence.passage].text;
    items_ = items_of(sentence);
    taken_.assign(items_.size(), false);
    for (std::size_t first = 0; first < items_.size(); ++first) {
      if (taken_[first] || !may_be_kind(items_[first])) continue;
      const std::size_t total = before_of(first);
      if (total < first) {
        behind_opener(total, first, out);
        if (!taken_[first]) of_one_set(total, first, out);
        if (!taken_[first]) with_rest(total, first, out);
      } else if (before != nullptr && before->passage == sentence.passage) {
        of_sentence_before(*before, first, out);
      }
    }
  }

 private:
  [[nodiscard]] Text between(std::uint32_t begin, std::uint32_t end) const {
    return text_.substr(begin, end > begin ? end - begin : 0);
  }
  [[nodiscard]] const Fact& fact(const Item& item) const { return facts_[item.fact]; }

  [[nodiscard]] std::vector<Item> items_of(const Sentence& sentence) const {
    std::vector<Item> items;
    std::uint32_t floor = sentence.span.begin;
    std::uint32_t before = docx::kNone;
    std::uint32_t before_floor = floor;
    for (std::uint32_t i = sentence.facts.begin; i < sentence.facts.end; ++i) {
      const Fact& here = facts_[i];
      if (here.kind != FactKind::count && here.kind != FactKind::money) continue;
      std::uint32_t limit = sentence.span.end;
      if (i + 1 < sentence.facts.end) limit = facts_[i + 1].span.begin;
      if (here.is_chinese) continue;  // 一人一案
      if (here.kind == FactKind::count) {
        // «家政服务班5期240人»: another measure of the same kind stands between
        const bool is_second =
            before != docx::kNone && facts_[before].span.end == here.span.begin && !same_measure(facts_[before], here);
        const std::uint32_t from = is_second ? before_floor : floor;
        items.push_back({i, bracket_depth(text_, sentence.span, here.span.begin), floor,
                         count_label(text_, from, here.span.begin, here.span.end, limit)});
      }
      before = i;
      before_floor = floor;
      floor = here.span.end;
    }
    return items;
  }

  [[nodiscard]] bool may_be_kind(const Item& item) const {
    constexpr std::size_t kLongest = 60;
    return !item.label.empty() && item.label.size() <= kLongest && fact(item).is_plain() &&
           facts::prefix_of(lexicon_, breaker_, item.label) == 0 && !lexicon_.contains(each_, item.label);
  }

  [[nodiscard]] CountGap gap_of(std::uint32_t begin, std::uint32_t end) const { return count_gap(between(begin, end)); }

  /// «净增9家（新入规14家、退出5家）»: its parts are taken from each other.
  [[nodiscard]] bool is_net(const Item& total) const {
    const Text lead = between(total.floor, fact(total).span.begin);
    return facts::suffix_of(lexicon_, net_, lead) != 0;
  }

  /// «…41所、特殊教育学校1所、完全中学1个»: behind the last part the list goes on with another unit.
  [[nodiscard]] bool goes_on(const Fact& last) const {
    for (std::uint32_t i = sentence_.facts.begin; i < sentence_.facts.end; ++i) {
      const Fact& next = facts_[i];
      if (next.span.begin < last.span.end || next.kind != FactKind::count) continue;
      const CountGap gap = gap_of(last.span.end, next.span.begin);
      return !same_measure(next, last) && gap.marks == 1 && gap.mark == U'、' && !gap.stops;
    }
    return false;
  }

  /// The nearest item of this measure before it; the item itself when there is none.
  [[nodiscard]] std::size_t before_of(std::size_t first) const {
    for (std::size_t i = first; i-- > 0;) {
      if (same_measure(fact(items_[i]), fact(items_[first])) && items_[i].depth <= items_[first].depth) return i;
    }
    return first;
  }
  [[nodiscard]] std::size_t after_of(std::size_t part) const {
    for (std::size_t i = part + 1; i < items_.size(); ++i) {
      if (items_[i].depth < items_[part].depth) break;
      if (same_measure(fact(items_[i]), fact(items_[part])) && items_[i].depth == items_[part].depth) return i;
    }
    return part;
  }

  [[nodiscard]] bool is_rest(const Item& item) const {
    return facts::prefix_of(lexicon_, rest_, item.label) != 0 ||
           facts::prefix_of(lexicon_, alone_, item.label) == item.label.size();
  }

  void behind_opener(std::size_t total, std::size_t first, std::vector<CountList>& out) {
    if (items_[total].depth + 1 < items_[first].depth || !fact(items_[total]).is_plain()) return;
    bool brackets = false;
    const std::uint32_t begin = count_opening(lexicon_, text_, fact(items_[total]), fact(items_[first]), brackets);
    if (begin == 0 ||
        (brackets ? items_[first].depth != items_[total].depth + 1 : items_[first].depth != items_[total].depth))
      return;
    std::vector<std::size_t> parts{first};
    char32_t mark = 0;
    for (std::size_t k = after_of(first); k != parts.back(); k = after_of(k)) {
      const CountGap gap = gap_of(fact(items_[parts.back()]).span.end, fact(items_[k]).span.begin);
      if (gap.stops || gap.marks == 0 || lexicon_.contains(opener_, gap.text) || !may_be_kind(items_[k])) break;
      const bool closes = is_rest(items_[k]) || denies_one(parts, k);
      if (!closes && gap.marks > 1 && !has_companion(parts.back(), k)) break;
      if (!closes && mark != 0 && gap.mark != mark && !extends_set(parts, k)) break;
      if (mark == 0) mark = gap.mark;
      parts.push_back(k);
    }
    if (parts.size() < 2) return;
    emit(SplitProof::opener, total, parts, begin, brackets, out);
  }

  /// «产业项目231个、620亿元，基础设施项目128个、405亿元»: each kind with an amount of its own.
  [[nodiscard]] bool has_companion(std::size_t part, std::size_t next) const {
    return items_[next].floor > fact(items_[part]).span.end &&
           gap_of(items_[next].floor, fact(items_[next]).span.begin).marks == 1;
  }

  [[nodiscard]] bool denies_one(const std::vector<std::size_t>& parts, std::size_t k) const {
    return std::any_of(parts.begin(), parts.end(),
                       [&](std::size_t part) { return denies(lexicon_, items_[part].label, items_[k].label); });
  }

  [[nodiscard]] bool extends_set(const std::vector<std::size_t>& parts, std::size_t k) const {
    std::vector<std::string> labels;
    for (const std::size_t part : parts) labels.push_back(items_[part].label);
    labels.push_back(items_[k].label);
    return are_one_split(lexicon_, labels);
  }

  [[nodiscard]] std::vector<std::size_t> set_from(std::size_t first) const {
    std::vector<std::size_t> parts{first};
    for (std::size_t k = after_of(first); k != parts.back(); k = after_of(k)) {
      const CountGap gap = gap_of(fact(items_[parts.back()]).span.end, fact(items_[k]).span.begin);
      if (gap.stops || gap.marks == 0 || gap.marks > 2 || !may_be_kind(items_[k]) || !extends_set(parts, k)) break;
      parts.push_back(k);
    }
    return parts;
  }

  void of_one_set(std::size_t total, std::size_t first, std::vector<CountList>& out) {
    if (items_[total].depth != items_[first].depth) return;
    const std::vector<std::size_t> parts = set_from(first);
    const CountGap gap = gap_of(fact(items_[total]).span.end, fact(items_[first]).span.begin);
    if (parts.size() < 2 || gap.marks == 0 || gap.text.find("。") != Text::npos || gap.text.find("；") != Text::npos)
      return;
    if (extends_set(parts, total)) return;  // «国家级3项、省级11项、市级42项»: the first kind, no total
    emit(SplitProof::set, total, parts, items_[first].floor, false, out);
  }

  void with_rest(std::size_t total, std::size_t first, std::vector<CountList>& out) {
    if (items_[total].depth != items_[first].depth) return;
    const std::size_t next = after_of(first);
    if (next == first || !may_be_kind(items_[next])) return;
    const CountGap head = gap_of(fact(items_[total]).span.end, fact(items_[first]).span.begin);
    const CountGap gap = gap_of(fact(items_[first]).span.end, fact(items_[next]).span.begin);
    if (head.stops || gap.stops || head.marks == 0 || head.marks > 2 || gap.marks > 3 || gap.marks == 0) return;
    if (!is_rest(items_[next]) && !denies_one({first}, next)) return;
    emit(SplitProof::pair, total, {first, next}, items_[first].floor, false, out);
  }

  /// «督办事项312件。按期办结289件，逾期办结17件…»: the only figure of that measure in the sentence before.
  void of_sentence_before(const Sentence& before, std::size_t first, std::vector<CountList>& out) {
    const std::vector<std::size_t> parts = set_from(first);
    if (parts.size() < 2) return;
    std::uint32_t total = docx::kNone;
    for (std::uint32_t i = before.facts.begin; i < before.facts.end; ++i) {
      if (!same_measure(facts_[i], fact(items_[first]))) continue;
      if (total != docx::kNone) return;
      total = i;
    }
    if (total == docx::kNone || !facts_[total].is_plain()) return;
    CountList list = list_of(SplitProof::set, parts, items_[first].floor);
    list.total = total;
    list.is_far = true;
    out.push_back(std::move(list));
  }

  CountList list_of(SplitProof proof, const std::vector<std::size_t>& parts, std::uint32_t begin) {
    CountList list;
    list.passage = sentence_.passage;
    list.sentence = sentence_.span;
    list.proof = proof;
    for (const std::size_t part : parts) {
      list.parts.push_back(items_[part].fact);
      list.labels.push_back(items_[part].label);
      taken_[part] = true;
    }
    list.is_set = are_one_split(lexicon_, list.labels);
    list.is_alike = are_alike(list.labels);
    const bool has_end = std::any_of(list.labels.begin(), list.labels.end(), [&](const std::string& label) {
      return !word_in_label(lexicon_, end_, label).empty();
    });
    bool has_pair = false;
    for (const std::size_t part : parts) has_pair = has_pair || denies_one(parts, part);
    constexpr std::size_t kManyKinds = 3;
    list.is_complete = is_rest(items_[parts.back()]) || has_pair ||
                       facts::prefix_of(lexicon_, other_, items_[parts.back()].label) != 0 ||
                       (list.is_set && (has_end || parts.size() >= kManyKinds));
    list.is_open = is_open(parts, begin);
    list.may_overlap = !list.is_set && std::any_of(list.labels.begin(), list.labels.end(), [&](const auto& label) {
      return lexicon_.contains(overlap_, label);
    });
    const Text rest = between(begin, sentence_.span.end);
    list.may_overlap = list.may_overlap || (!list.is_set && lexicon_.contains("count_overlap", rest));
    return list;
  }

  [[nodiscard]] bool is_open(const std::vector<std::size_t>& parts, std::uint32_t begin) const {
    const Fact& first = fact(items_[parts.front()]);
    const Fact& last = fact(items_[parts.back()]);
    if (begin < first.span.begin) {
      Text start = between(begin, first.span.begin);
      if (lexicon_.contains(open_list_, start)) return true;
      for (const Text mark : {Text("："), Text("，")}) {
        if (start.substr(0, mark.size()) == mark) start.remove_prefix(mark.size());
      }
      if (start.starts_with("含") || start.starts_with("包含")) return true;
      if (facts::prefix_of(lexicon_, open_start_, start) != 0 && facts::prefix_of(lexicon_, not_open_, start) == 0)
        return true;
    }
    if (goes_on(last)) return true;
    for (const std::size_t part : parts) {
      const Text lead = between(items_[part].floor, fact(items_[part]).number_span.begin);
      if (lead.ends_with("等")) return true;
    }
    constexpr std::size_t kTail = 45;
    Text tail = between(last.span.end, sentence_.span.end).substr(0, kTail);
    for (const Text mark : {Text("，"), Text("。"), Text("；")}) tail = tail.substr(0, tail.find(mark));
    const std::size_t at = tail.find("等");
    return at != Text::npos && facts::prefix_of(lexicon_, not_open_tail_, tail.substr(at)) == 0;
  }

  void emit(SplitProof proof, std::size_t total, const std::vector<std::size_t>& parts, std::uint32_t begin,
            bool brackets, std::vector<CountList>& out) {
    if (is_net(items_[total])) return;
    const Fact& first = fact(items_[parts.front()]);
    if (begin > items_[parts.front()].floor && begin < first.span.begin) {
      const std::string label = count_label(text_, begin, first.span.begin, first.span.end, first.span.end);
      if (!label.empty()) items_[parts.front()].label = label;
    }
    CountList list = list_of(proof, parts, begin);
    list.in_brackets = brackets;
    list.total = items_[total].fact;
    for (std::size_t i = 0; i < parts.front(); ++i) {
      if (i != total && same_measure(fact(items_[i]), fact(items_[total]))) list.earlier.push_back(items_[i].fact);
    }
    out.push_back(std::move(list));
  }

  const text::TextModel& model_;
  const std::vector<Fact>& facts_;
  const lexicon::Lexicon& lexicon_;
  Sentence sentence_;
  Text text_;
  std::vector<Item> items_;
  std::vector<bool> taken_;
  lexicon::ClassId rest_, alone_, opener_, breaker_, each_, net_, other_, end_, overlap_, open_list_, open_start_,
      not_open_, not_open_tail_;
};

}  // namespace

std::vector<CountList> find_count_lists(const text::TextModel& model, const facts::FactTable& facts,
                                        const lexicon::Lexicon& lexicon, const std::vector<Sentence>& sentences,
                                        const Budget& budget) {
  std::vector<CountList> out;
  Reader reader(model, facts, lexicon);
  for (std::size_t i = 0; i < sentences.size() && !budget.is_spent_by_now(); ++i)
    reader.read(sentences[i], i > 0 ? &sentences[i - 1] : nullptr, out);
  return out;
}

}  // namespace gouji::statement
