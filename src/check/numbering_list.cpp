// Kind «list-sequence»: enumerators of running text, block by block.
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <optional>

#include "base/utf8.hpp"
#include "check/numbering_markers.hpp"
#include "check/numbering_sequence.hpp"
#include "text/heading.hpp"

namespace gouji::check {

namespace {

using text::MarkerKind;
using text::Passage;

constexpr std::uint32_t kQuoteWords = 16;
constexpr std::size_t kMostOpenLists = 64;  // keeps a text of nothing but «一是» linear

bool runs_over_paragraphs(MarkerKind kind) {
  return kind == MarkerKind::is_ordinal || kind == MarkerKind::di_ordinal || kind == MarkerKind::circled ||
         kind == MarkerKind::half_paren;
}

class Walk {
 public:
  Walk(const DocumentView& view, Sink& sink) : view_(view), sink_(sink) {}

  void run() {
    const auto& passages = view_.text.passages;
    for (std::uint32_t index = 0; index < passages.size(); ++index) {
      const Passage& passage = passages[index];
      if (passage.is_toc || passage.story == docx::StoryKind::header || passage.story == docx::StoryKind::footer ||
          passage.story == docx::StoryKind::chart)
        continue;
      const bool is_same_section = !passage.in_table() && passage.heading_level == 0 && index > 0 &&
                                   !passages[index - 1].in_table() && passage.heading == passages[index - 1].heading &&
                                   passage.story == passages[index - 1].story;
      carry_over(is_same_section ||
                 (index > 0 && passages[index - 1].heading_level > 0 && passage.heading == index - 1));
      visit(index, passage);
    }
    pop_to(0);
  }

 private:
  /// Of the lists of the paragraph before, only those that may run over paragraphs live on.
  void carry_over(bool is_same_section) {
    std::size_t size = 0;
    if (is_same_section) {
      while (size < lists_.size() && runs_over_paragraphs(lists_[size].kind) && lists_[size].depth == 0) ++size;
    }
    pop_to(size);
  }

  void visit(std::uint32_t index, const Passage& passage) {
    const std::vector<InlineMarker> markers = inline_markers(passage.text);
    for (std::size_t at = 0; at < markers.size(); ++at) {
      const InlineMarker& marker = markers[at];
      while (!lists_.empty() && lists_.back().last_item.passage == index && lists_.back().depth > marker.depth)
        pop_to(lists_.size() - 1);
      if (marker.marker.kind == MarkerKind::last_ordinal) {
        if (const auto open = find_list(MarkerKind::di_ordinal, std::nullopt)) pop_to(*open);
        continue;
      }
      SequenceItem item;
      item.kind = marker.marker.kind;
      item.number = marker.marker.number;
      item.passage = index;
      item.mark = {marker.at, marker.at + static_cast<std::uint32_t>(marker.marker.length)};
      item.shown = passage.text.substr(marker.at, marker.marker.length);
      if (const std::size_t comma = item.shown.find("，"); comma != std::string::npos) item.shown.resize(comma);
      item.quote = {marker.at, words_end(passage.text, item.mark.end)};
      place(item, marker, markers, at, passage);
    }
  }

  /// Marker and a few words: enough to find it, no more than its clause.
  static std::uint32_t words_end(std::string_view text, std::size_t at) {
    for (std::uint32_t count = 0; at < text.size() && count < kQuoteWords; ++count) {
      const char32_t code = utf8::decode(text, at);
      if (code == U'。' || code == U'；' || code == U'，' || code == U'\n') break;
      at += utf8::length(text[at]);
    }
    return static_cast<std::uint32_t>(at);
  }

  [[nodiscard]] std::optional<std::size_t> find_list(MarkerKind kind, std::optional<int> number) const {
    for (std::size_t at = lists_.size(); at-- > 0;) {
      if (lists_[at].kind == kind && (!number || lists_[at].continues_with(*number))) return at;
    }
    return std::nullopt;
  }

  void pop_to(std::size_t size) {
    while (lists_.size() > size) {
      if (lists_.back().items > 1 && !lists_.back().is_faulty) sink_.holds();
      lists_.pop_back();
    }
  }

  void push(const SequenceItem& item, int depth) {
    if (lists_.size() == kMostOpenLists) lists_.erase(lists_.begin());
    lists_.emplace_back();
    lists_.back().start(item);
    lists_.back().depth = depth;
  }

  void place(const SequenceItem& item, const InlineMarker& marker, const std::vector<InlineMarker>& markers,
             std::size_t at, const Passage& passage) {
    if (const auto fits = find_list(item.kind, item.number)) {
      pop_to(*fits + 1);
      lists_.back().proceed(item);
      return;
    }
    const auto same = find_list(item.kind, std::nullopt);
    const bool is_at_start = marker.at == 0;
    if (!same) {
      // A run may begin with any number where the paragraph itself is an item of a longer list.
      if (item.number == 1 || is_at_start) push(item, marker.depth);
      return;
    }
    const SequenceList& list = lists_[*same];
    const int following = number_after(markers, at);
    if (item.number == 1 ? may_start_anew(list, *same, item, marker, following, passage)
                         : is_doubtful(list, item, marker, passage)) {
      if (item.number != 1) sink_.not_comparable("numbers between may be elsewhere");
      push(item, marker.depth);
      return;
    }
    report_sequence(sink_, list, item, false);
    pop_to(*same + 1);
    lists_.back().proceed_wrongly(item);
  }

  static int number_after(const std::vector<InlineMarker>& markers, std::size_t at) {
    for (std::size_t next = at + 1; next < markers.size(); ++next) {
      if (markers[next].marker.kind == markers[at].marker.kind) return markers[next].marker.number;
    }
    return 0;
  }

  [[nodiscard]] static std::string_view text_between(const SequenceList& list, const SequenceItem& item,
                                                     const Passage& passage) {
    if (list.last_item.passage != item.passage) return {};
    return std::string_view(passage.text).substr(list.last_item.mark.end, item.mark.begin - list.last_item.mark.end);
  }

  /// One list after another is the rule in these reports; a repeat is certain only where nothing could lead in a new
  /// list, or where the run goes on behind it.
  [[nodiscard]] bool may_start_anew(const SequenceList& list, std::size_t at, const SequenceItem& item,
                                    const InlineMarker& marker, int following, const Passage& passage) const {
    if (list.last_item.passage != item.passage || marker.depth != list.depth || at + 1 != lists_.size()) return true;
    if (list.last > 1 && following == list.last + 2) return false;
    if (marker.has_lead) return true;
    const std::string_view between = text_between(list, item, passage);
    if (between.find("方面") != std::string_view::npos || between.find("：") != std::string_view::npos) return true;
    if (between.size() >= 3 && between.substr(between.size() - 3) == "；")
      return between.find("。") != std::string_view::npos;
    return list.last > 1 || between.find("。") + 3 < between.size();
  }

  [[nodiscard]] bool is_doubtful(const SequenceList& list, const SequenceItem& item, const InlineMarker& marker,
                                 const Passage& passage) const {
    if (marker.depth != list.depth || item.number < list.last || item.number > list.last + 2) return true;
    if (list.last_item.passage == item.passage) {
      return item.number > list.last && mentions_number(text_between(list, item, passage), list.last + 1, false);
    }
    // Over paragraphs only items that open their paragraphs are compared, each right behind the other.
    const Passage& before = view_.text.passages[list.last_item.passage];
    if (marker.at != 0 || list.last_item.passage + 1 != item.passage || before.in_table()) return true;
    if (!passage.label.empty() || !before.label.empty()) return true;
    return list.last_item.mark.begin != 0 ||
           mentions_number(std::string_view(before.text).substr(list.last_item.mark.end), list.last + 1, false);
  }

  const DocumentView& view_;
  Sink& sink_;
  std::vector<SequenceList> lists_;
};

class ListSequence final : public Check {
 public:
  void run(const DocumentView& view, Sink& sink) const override { Walk(view, sink).run(); }
};

}  // namespace

std::unique_ptr<Check> make_list_sequence(Params&) { return std::make_unique<ListSequence>(); }

}  // namespace gouji::check
