// SPDX-License-Identifier: Apache-2.0
#include "statement/loose_sum.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <unordered_set>

#include "facts/label.hpp"

namespace gouji::statement {
namespace {

using facts::Fact;
using facts::FactKind;
using Text = std::string_view;

constexpr std::size_t kMostItems = 40;
constexpr std::size_t kLongLabel = 84;  // bytes between two figures of a list

enum class Join { none, enumeration, comma, stop, conjunction };

struct Item {
  std::uint32_t fact = 0;
  int depth = 0;
  Text gap;  // from the amount before (or the sentence's beginning)
  Join join = Join::none;
  bool is_change = false;
  bool is_odd = false;     // the gap says that no plain list goes on here: 各, 等, 累计
  bool is_opened = false;  // the gap opens a list: 其中, （, ：
};

bool starts_with(Text text, Text head) { return text.substr(0, head.size()) == head; }

/// What joins a figure to the one before: the first mark behind it, brackets and «占12.5%» left out.
Join join_of(Text gap) {
  if (starts_with(gap, "（")) {
    const std::size_t end = gap.find("）");
    if (end != Text::npos) gap.remove_prefix(end + Text("）").size());
  }
  if (starts_with(gap, "）")) gap.remove_prefix(Text("）").size());
  if (gap.find("。") != Text::npos) return Join::none;
  if (gap.find("；") != Text::npos) return Join::stop;
  if (starts_with(gap, "、") || starts_with(gap, "和、")) return Join::enumeration;
  if (starts_with(gap, "，占")) {
    // «a万元，占12%；», «a万元，占12%、b»: the mark behind the share joins
    const std::size_t at = gap.find('%');
    if (at != Text::npos) {
      const Join behind = join_of(gap.substr(at + 1));
      if (behind != Join::none) return behind;
    }
  }
  if (starts_with(gap, "，") || starts_with(gap, ",")) return Join::comma;
  for (const Text word : {Text("和"), Text("与"), Text("及"), Text("以及")}) {
    if (starts_with(gap, word)) return Join::conjunction;
  }
  return Join::none;
}

struct Words {
  explicit Words(const lexicon::Lexicon& lexicon)
      : closure_left(lexicon.class_id("closure_left")),
        closure_open(lexicon.class_id("closure_open")),
        closure_owed(lexicon.class_id("closure_owed")),
        each_words(lexicon.class_id("each_words")),
        open_list(lexicon.class_id("open_list")),
        open_rest(lexicon.class_id("open_rest")),
        partition_open(lexicon.class_id("partition_open")),
        partition_view(lexicon.class_id("partition_view")),
        running_total(lexicon.class_id("running_total")),
        sum_words(lexicon.class_id("sum_words")) {}
  lexicon::ClassId closure_left;
  lexicon::ClassId closure_open;
  lexicon::ClassId closure_owed;
  lexicon::ClassId each_words;
  lexicon::ClassId open_list;
  lexicon::ClassId open_rest;
  lexicon::ClassId partition_open;
  lexicon::ClassId partition_view;
  lexicon::ClassId running_total;
  lexicon::ClassId sum_words;
};

class Reader {
 public:
  Reader(const text::TextModel& model, const facts::FactTable& facts, const lexicon::Lexicon& lexicon,
         const std::vector<ChangeStatement>& changes)
      : model_(model), facts_(facts.facts), lexicon_(lexicon), words_(lexicon) {
    for (const ChangeStatement& change : changes) deltas_.insert(change.delta);
  }

  std::vector<LooseSum> read(const std::vector<Sentence>& sentences) {
    for (std::uint32_t i = 0; i < sentences.size(); ++i) {
      const std::size_t first = out_.size();
      sentence_ = &sentences[i];
      text_ = model_.passages[sentence_->passage].text;
      read_sentence(i > 0 ? &sentences[i - 1] : nullptr);
      for (std::size_t k = first; k < out_.size(); ++k) out_[k].sentence = i;
    }
    return std::move(out_);
  }

 private:
  void read_sentence(const Sentence* before) {
    std::vector<std::uint32_t> seen;
    for (std::uint32_t i = sentence_->facts.begin; i < sentence_->facts.end; ++i) {
      if (!is_amount(i)) continue;
      const bool is_known = std::any_of(seen.begin(), seen.end(),
                                        [&](std::uint32_t other) { return same_measure(facts_[other], facts_[i]); });
      if (is_known) continue;
      seen.push_back(i);
      collect(facts_[i]);
      if (items_.size() > kMostItems) continue;
      read_lists();
      if (before != nullptr) read_total_before(*before);
    }
  }

  [[nodiscard]] bool has(lexicon::ClassId id, Text text) const { return lexicon_.contains(id, text); }

  [[nodiscard]] bool is_amount(std::uint32_t index) const {
    const Fact& fact = facts_[index];
    if (fact.kind != FactKind::money && fact.kind != FactKind::count) return false;
    if (fact.kind == FactKind::count && fact.unit == nullptr) return false;
    return fact.is_plain() && fact.value > Rational(0) && !is_denominator(text_, facts_, index);
  }

  [[nodiscard]] bool is_change(std::uint32_t index) const {
    return facts_[index].period == facts::Period::prior || deltas_.count(index) != 0;
  }

  void collect(const Fact& like) {
    items_.clear();
    std::uint32_t from = sentence_->span.begin;
    for (std::uint32_t i = sentence_->facts.begin; i < sentence_->facts.end; ++i) {
      if (!is_amount(i) || !same_measure(facts_[i], like)) continue;
      Item item;
      item.fact = i;
      item.depth = bracket_depth(text_, sentence_->span, facts_[i].span.begin);
      item.gap = text_.substr(from, facts_[i].span.begin > from ? facts_[i].span.begin - from : 0);
      item.join = items_.empty() ? Join::none : join_of(item.gap);
      item.is_change = is_change(i);
      item.is_odd = is_odd(item.gap);
      item.is_opened = is_opener(item.gap);
      items_.push_back(item);
      from = facts_[i].span.end;
    }
  }

  /// Stretches at one depth of brackets, deeper ones left out.
  void read_lists() {
    for (int depth = 0; depth < 3; ++depth) {
      std::vector<std::size_t> row;
      for (std::size_t k = 0; k <= items_.size(); ++k) {
        if (k < items_.size() && items_[k].depth > depth) continue;
        if (k < items_.size() && items_[k].depth == depth) {
          if (row.empty() || !leaves_bracket(row.back(), k, depth)) {
            row.push_back(k);
            continue;
          }
          read_row(row);
          row.assign(1, k);
          continue;
        }
        read_row(row);
        row.clear();
      }
    }
  }

  /// «（a、b），c（d、e）»: d is not joined to b.
  [[nodiscard]] bool leaves_bracket(std::size_t a, std::size_t b, int depth) const {
    if (depth == 0) return false;
    const std::uint32_t end = facts_[items_[b].fact].span.begin;
    for (std::uint32_t at = facts_[items_[a].fact].span.end; at < end; ++at) {
      if (starts_with(text_.substr(at), "）") && bracket_depth(text_, sentence_->span, at + 3) < depth) return true;
    }
    return false;
  }

  void read_row(const std::vector<std::size_t>& row) {
    // a list in brackets belongs to the figure before them
    const bool has_owner =
        !row.empty() && items_[row[0]].depth > 0 && row[0] > 0 && items_[row[0] - 1].depth == items_[row[0]].depth - 1;
    for (std::size_t a = 0; a < row.size(); ++a) {
      for (std::size_t b = a + 1; b < row.size(); ++b) {
        const std::vector<std::size_t> list(row.begin() + static_cast<std::ptrdiff_t>(a),
                                            row.begin() + static_cast<std::ptrdiff_t>(b) + 1);
        const bool is_first = a == 0;
        const bool is_last = b + 1 == row.size();
        const Item& head = items_[row[a]];
        const bool ends = is_last || ends_before(list, items_[row[b + 1]]);
        if (!is_first) add(row[a - 1], list, form_behind(head, list, ends));
        if (a >= 2) add(row[a - 2], list, std::min(form_behind(head, list, ends), ListForm::joined));
        if (is_first && has_owner) add(row[0] - 1, list, form_behind(head, list, ends));
        if (!is_last) add(row[b + 1], list, form_before(items_[row[b + 1]], list, is_first || ends_before(list, head)));
      }
      if (a + 2 < row.size()) add(row[a + 1], {row[a], row[a + 2]}, ListForm::plain);
    }
  }

  /// The mark before the next figure is stronger than those inside the list.
  [[nodiscard]] bool ends_before(const std::vector<std::size_t>& list, const Item& next) const {
    Join inner = Join::none;
    for (std::size_t k = 1; k < list.size(); ++k) inner = std::max(inner, strength(items_[list[k]].join));
    return strength(next.join) > inner || next.join == Join::none;
  }

  static Join strength(Join join) { return join == Join::conjunction ? Join::enumeration : join; }

  /// Joined alike, each with a short name and none of another year's, level's or rate's.
  [[nodiscard]] bool is_even(const std::vector<std::size_t>& list, bool names_needed) const {
    const Join join = items_[list[1]].join == Join::conjunction ? Join::enumeration : items_[list[1]].join;
    if (join == Join::none) return false;
    for (std::size_t k = 0; k < list.size(); ++k) {
      const Item& item = items_[list[k]];
      if (item.is_change) return false;
      if (k == 0) continue;
      const bool is_last = k + 1 == list.size();
      const bool fits = item.join == join || (is_last && item.join == Join::conjunction) ||
                        (is_last && join == Join::enumeration && item.join == Join::comma);
      if (!fits || item.gap.size() > kLongLabel) return false;
      if (names_needed && item.gap.size() < 2 * Text("，").size()) return false;
      if (item.is_odd) return false;
    }
    return true;
  }

  [[nodiscard]] bool is_odd(Text gap) const {
    return has(words_.each_words, gap) || has(words_.open_list, gap) || has(words_.running_total, gap) ||
           starts_with(gap, "等") || gap.find("主要") != Text::npos;
  }

  [[nodiscard]] bool is_opener(Text gap) const {
    return has(words_.partition_open, gap) || has(words_.closure_open, gap) || has(words_.partition_view, gap) ||
           starts_with(gap, "（") || gap.find("：") != Text::npos;
  }

  [[nodiscard]] ListForm form_behind(const Item& head, const std::vector<std::size_t>& list, bool ends) const {
    if (!ends) return ListForm::plain;
    const bool shares_names = head.gap.find("分别") != Text::npos;
    if (!is_even(list, !shares_names)) return ListForm::plain;
    if (head.is_odd || is_open_behind(list)) return ListForm::plain;
    const Join inner = strength(items_[list[1]].join);
    const bool is_list = inner == Join::enumeration && head.join != Join::enumeration;
    return head.is_opened || is_list || remainder_of(list) != Remainder::none ? ListForm::opened : ListForm::joined;
  }

  [[nodiscard]] ListForm form_before(const Item& total, const std::vector<std::size_t>& list, bool begins) const {
    if (!begins || !is_even(list, false) || total.is_change) return ListForm::plain;
    const Text tail = total.gap.substr(total.gap.size() > 30 ? total.gap.size() - 30 : 0);
    return has(words_.sum_words, tail) ? ListForm::opened : ListForm::joined;
  }

  /// «A，B，结余C»
  [[nodiscard]] Remainder remainder_of(const std::vector<std::size_t>& list) const {
    if (list.size() != 2) return Remainder::none;
    if (has(words_.closure_owed, items_[list[1]].gap)) return Remainder::owed;
    return has(words_.closure_left, items_[list[1]].gap) ? Remainder::left : Remainder::none;
  }

  /// 等 behind the list.
  [[nodiscard]] bool is_open_behind(const std::vector<std::size_t>& list) const {
    const std::uint32_t end = facts_[items_[list.back()].fact].span.end;
    const Text rest = text_.substr(end, std::min<std::size_t>(24, sentence_->span.end - end));
    const std::size_t stop = std::min(rest.find("；"), rest.find("。"));
    const Text near = rest.substr(0, stop);
    return near.find("等") != Text::npos || has(words_.open_rest, near);
  }

  void add(std::size_t total, const std::vector<std::size_t>& list, ListForm form) {
    if (items_[total].is_change && form == ListForm::opened) form = ListForm::joined;
    LooseSum whole;
    whole.total = items_[total].fact;
    whole.form = form;
    whole.rest = remainder_of(list);
    for (const std::size_t k : list) whole.parts.push_back(items_[k].fact);
    LooseSum folded = whole;
    folded.parts = fold_nested(list);
    const bool differs = folded.parts.size() >= 2 && folded.parts.size() < whole.parts.size();
    out_.push_back(std::move(whole));
    if (differs) out_.push_back(std::move(folded));
  }

  /// A part that is the sum of those behind it stands for them; so does one with a single 其中 behind it.
  [[nodiscard]] std::vector<std::uint32_t> fold_nested(const std::vector<std::size_t>& list) const {
    std::vector<std::uint32_t> parts;
    for (std::size_t k = 0; k < list.size();) {
      const std::uint32_t own = items_[list[k]].fact;
      parts.push_back(own);
      std::size_t next = k + 1;
      Rational sum = 0;
      for (std::size_t m = k + 1; m < list.size(); ++m) {
        sum += facts_[items_[list[m]].fact].value;
        if (m > k + 1 && sum == facts_[own].value) next = m + 1;
      }
      if (next == k + 1 && next < list.size() && items_[list[next]].gap.find("其中") != Text::npos) ++next;
      k = next;
    }
    return parts;
  }

  /// The sentence is one list, its total stands in the sentence before.
  void read_total_before(const Sentence& before) {
    if (before.passage != sentence_->passage || items_.size() < 2) return;
    std::vector<std::size_t> list;
    for (std::size_t k = 0; k < items_.size(); ++k) {
      if (items_[k].depth == 0) list.push_back(k);
    }
    if (list.size() < 2) return;
    const bool is_list = is_even(list, true) && !items_[list[0]].is_odd && !is_open_behind(list);
    const Fact& first = facts_[items_[list[0]].fact];
    for (std::uint32_t i = before.facts.begin; i < before.facts.end; ++i) {
      if (!is_amount(i) || !same_measure(facts_[i], first) || is_change(i)) continue;
      LooseSum one;
      one.total = i;
      one.form = is_list ? ListForm::joined : ListForm::plain;
      for (const std::size_t k : list) one.parts.push_back(items_[k].fact);
      out_.push_back(one);
      const std::vector<std::uint32_t> folded = fold_nested(list);
      if (folded.size() >= 2 && folded.size() < one.parts.size()) {
        one.parts = folded;
        out_.push_back(one);
      }
    }
  }

  const text::TextModel& model_;
  const std::vector<Fact>& facts_;
  const lexicon::Lexicon& lexicon_;
  Words words_;
  std::unordered_set<std::uint32_t> deltas_;
  const Sentence* sentence_ = nullptr;
  Text text_;
  std::vector<Item> items_;
  std::vector<LooseSum> out_;
};

}  // namespace

std::vector<LooseSum> find_loose_sums(const text::TextModel& model, const facts::FactTable& facts,
                                      const lexicon::Lexicon& lexicon, const std::vector<Sentence>& sentences,
                                      const std::vector<ChangeStatement>& changes) {
  return Reader(model, facts, lexicon, changes).read(sentences);
}

}  // namespace gouji::statement
