// Kind «heading-sequence»: numbered paragraphs of the body as nested lists, found by marker, not by style.
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <optional>

#include "base/utf8.hpp"
#include "check/numbering_decimal.hpp"
#include "check/numbering_sequence.hpp"
#include "text/heading.hpp"

namespace gouji::check {

namespace {

using text::MarkerKind;
using text::Passage;

constexpr std::uint32_t kTitleLength = 30;
constexpr std::size_t kMostOpenLists = 64;  // keeps a text of nothing but «1.» linear

bool is_numbered_level(MarkerKind kind) { return kind <= MarkerKind::arabic_paren; }
bool is_upper_level(MarkerKind kind) { return kind <= MarkerKind::chinese_paren; }

bool ends_with(std::string_view text, std::string_view word) {
  return text.size() >= word.size() && text.substr(text.size() - word.size()) == word;
}

bool has_punctuation(std::string_view text) {
  for (const std::string_view mark : {"，", "。", "；", "：", "？", "！"}) {
    if (text.find(mark) != std::string_view::npos) return true;
  }
  return false;
}

bool is_annex(std::string_view text) {
  if (text.size() > 90) return false;
  for (const std::string_view word : {"附件", "附表", "附录", "附：", "附1", "附2"}) {
    if (text.substr(0, word.size()) == word) return true;
  }
  return false;
}

class Walk {
 public:
  Walk(const DocumentView& view, Sink& sink) : view_(view), sink_(sink) {}

  void run() {
    const auto& passages = view_.text.passages;
    for (std::uint32_t index = 0; index < passages.size(); ++index) {
      const Passage& passage = passages[index];
      if (passage.story != docx::StoryKind::body || passage.is_toc) continue;
      if (!passage.in_table()) visit(index, passage);
      previous_ = index;
    }
    pop_to(0);
  }

 private:
  void visit(std::uint32_t index, const Passage& passage) {
    const auto found = text::marker_of(passage);
    if (!found || !is_numbered_level(found->marker.kind)) {
      visit_unnumbered(index, passage);
      return;
    }
    SequenceItem item;
    item.kind = found->marker.kind;
    item.number = found->marker.number;
    item.passage = index;
    const std::string_view words = text::heading_text(passage);
    const auto words_at = static_cast<std::uint32_t>(words.data() - passage.text.data());
    item.quote = {0, words_at + shortened(words)};
    item.mark = found->is_automatic ? item.quote : text::Span{0, static_cast<std::uint32_t>(found->marker.length)};
    item.shown = found->is_automatic ? passage.label : passage.text.substr(0, found->marker.length);
    if (item.kind == MarkerKind::part) item.shown = text::shown_marker(item.kind, item.number);
    place(item, text::has_heading_nature(passage));
  }

  static std::uint32_t shortened(std::string_view words) {
    std::size_t at = 0;
    for (std::uint32_t count = 0; at < words.size() && count < kTitleLength; ++count) at += utf8::length(words[at]);
    return static_cast<std::uint32_t>(at);
  }

  /// Titles and annexes close what stands above: the lists behind them may start anew.
  void visit_unnumbered(std::uint32_t index, const Passage& passage) {
    if (is_annex(passage.text)) {
      pop_to(0);
      return;
    }
    const docx::Paragraph& paragraph = view_.document.paragraphs[passage.first_paragraph];
    const bool is_styled = paragraph.outline_level >= 0 && paragraph.outline_level < 9;
    const bool is_title = (paragraph.centered || is_styled) && !has_punctuation(passage.text);
    if (!is_title || is_caption(index)) return;
    for (SequenceList& list : lists_) list.is_closed = true;
  }

  /// A line right above a table names the table, not a new stretch of text.
  [[nodiscard]] bool is_caption(std::uint32_t index) const {
    const auto& passages = view_.text.passages;
    for (std::uint32_t next = index + 1; next < passages.size() && next <= index + 2; ++next) {
      if (passages[next].in_table()) return true;
    }
    return false;
  }

  void pop_to(std::size_t size) {
    while (lists_.size() > size) {
      const SequenceList& list = lists_.back();
      if (list.items > 1 && !list.is_faulty) sink_.holds();
      lists_.pop_back();
    }
  }

  void place(const SequenceItem& item, bool is_heading) {
    if (item.kind == MarkerKind::part) drop_deeper(MarkerKind::part);
    if (const auto fits = find_list(item, true)) {
      pop_to(*fits + 1);
      lists_.back().proceed(item);
      lists_.back().is_heading = is_heading;
      return;
    }
    const auto same = find_list(item, false);
    if (!same) {
      drop_deeper(item.kind);
      if (item.number != 1) sink_.not_comparable("list does not start with 1");
      push(item, is_heading);
      return;
    }
    judge(*same, item, is_heading);
  }

  /// The innermost list of that kind, or the innermost that the number continues.
  [[nodiscard]] std::optional<std::size_t> find_list(const SequenceItem& item, bool must_continue) const {
    for (std::size_t at = lists_.size(); at-- > 0;) {
      if (lists_[at].kind == item.kind && (!must_continue || lists_[at].continues_with(item.number))) return at;
    }
    return std::nullopt;
  }

  void drop_deeper(MarkerKind kind) {
    std::size_t size = lists_.size();
    while (size > 0 && lists_[size - 1].kind > kind) --size;
    pop_to(size);
  }

  void push(const SequenceItem& item, bool is_heading) {
    if (lists_.size() == kMostOpenLists) lists_.erase(lists_.begin());
    lists_.emplace_back();
    lists_.back().start(item);
    lists_.back().is_heading = is_heading;
  }

  void judge(std::size_t at, const SequenceItem& item, bool is_heading) {
    const SequenceList& list = lists_[at];
    if (item.number == 1 ? may_start_anew(at, item, is_heading) : is_doubtful(list, item, is_heading)) {
      if (item.number != 1) sink_.not_comparable("numbers between may be elsewhere");
      if (is_upper_level(item.kind)) drop_deeper(item.kind);
      push(item, is_heading);
      return;
    }
    report_sequence(sink_, list, item, true);
    pop_to(at + 1);
    lists_.back().proceed_wrongly(item);
    lists_.back().is_heading = is_heading;
  }

  [[nodiscard]] bool may_start_anew(std::size_t at, const SequenceItem& item, bool is_heading) const {
    const SequenceList& list = lists_[at];
    if (list.is_closed) return true;
    const Passage* before = previous_ == docx::kNone ? nullptr : &view_.text.passages[previous_];
    const bool is_introduced =
        before != nullptr && !before->in_table() && (ends_with(before->text, "：") || is_title_line(*before));
    if (is_introduced) return true;
    const bool returns = next_number_is(item, list.last + 2);
    if (is_upper_level(item.kind)) return !returns && (!is_heading || !list.is_heading);
    if (lists_.back().kind > item.kind) return true;  // 1. below （1）
    // Of plain lists only two cases are certain: the run goes on behind the wrong number, or the repeat stands at once.
    if (returns) return false;
    return list.last_item.passage != previous_ || list.last > 1 || !is_heading || !list.is_heading;
  }

  [[nodiscard]] static bool is_title_line(const Passage& passage) {
    return !text::marker_of(passage) && !has_punctuation(passage.text) && utf8::count(passage.text) <= kTitleLength;
  }

  /// Is the next item of this kind in the text numbered so, before any item of an outer kind?
  [[nodiscard]] bool next_number_is(const SequenceItem& item, int number) const {
    const auto& passages = view_.text.passages;
    for (std::uint32_t index = item.passage + 1; index < passages.size() && index < item.passage + 200; ++index) {
      const Passage& passage = passages[index];
      if (passage.in_table() || passage.is_toc) continue;
      const auto found = text::marker_of(passage);
      if (!found || found->marker.kind > item.kind) continue;
      return found->marker.kind == item.kind && found->marker.number == number;
    }
    return false;
  }

  /// A gap may be a number that stands inside a paragraph, in a table, or was lost from a title line.
  [[nodiscard]] bool is_doubtful(const SequenceList& list, const SequenceItem& item, bool is_heading) const {
    if (list.is_closed) return true;
    if (item.number < list.last && !(is_heading && list.is_heading)) return true;
    if (item.number <= list.last) return false;
    if (item.number > list.last + 3) return true;  // more likely another list than three lost items
    const auto& passages = view_.text.passages;
    for (std::uint32_t index = list.last_item.passage; index < item.passage; ++index) {
      const Passage& passage = passages[index];
      if (index != list.last_item.passage && !passage.in_table() && is_title_line(passage)) return true;
      std::string_view text = passage.text;
      const auto own = text::marker_of(passage);
      if (own && !own->is_automatic && is_numbered_level(own->marker.kind)) text.remove_prefix(own->marker.length);
      if (mentions_number(text, list.last + 1, true)) return true;
    }
    return false;
  }

  const DocumentView& view_;
  Sink& sink_;
  std::vector<SequenceList> lists_;
  std::uint32_t previous_ = docx::kNone;
};

class HeadingSequence final : public Check {
 public:
  void run(const DocumentView& view, Sink& sink) const override {
    Walk(view, sink).run();
    judge_decimal_headings(view, sink);
  }
};

}  // namespace

std::unique_ptr<Check> make_heading_sequence(Params&) { return std::make_unique<HeadingSequence>(); }

}  // namespace gouji::check
