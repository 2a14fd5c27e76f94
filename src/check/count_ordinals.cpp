// Kind «count-ordinals»: «以下3个问题» followed by 一是…三是, （1）…（3） or numbered paragraphs.
// SPDX-License-Identifier: Apache-2.0
#include <optional>
#include <string>

#include "base/utf8.hpp"
#include "check/count_announced.hpp"
#include "check/count_enumeration.hpp"
#include "check/numbering_markers.hpp"
#include "facts/label.hpp"
#include "text/heading.hpp"

namespace gouji::check {

namespace {

using text::MarkerKind;
using text::Passage;

constexpr std::size_t kMostLead = 75;         // bytes between the count and the first enumerator
constexpr std::size_t kMostInside = 12000;    // bytes of one paragraph that are read for a list
constexpr std::uint32_t kMostPassages = 400;  // how far numbered paragraphs are followed

bool starts_with(std::string_view text, std::string_view word) { return text.substr(0, word.size()) == word; }

/// The enumerators that were counted, and the last of them.
struct Run {
  int last = 0;
  MarkerKind kind = MarkerKind::is_ordinal;
  std::uint32_t passage = 0;
  text::Span span;
  bool is_sound = true;  // ran 1, 2, 3… and stayed the only list of its kind
};

/// 一是, 第一: such items follow each other inside a paragraph as well as over paragraphs.
bool is_spoken(MarkerKind kind) { return kind == MarkerKind::is_ordinal || kind == MarkerKind::di_ordinal; }

class CountOrdinals final : public Check {
 public:
  void run(const DocumentView& view, Sink& sink) const override {
    for (const AnnouncedCount& fact : announced_counts(view)) {
      if (!counts_enumerables(view, fact)) continue;
      const auto run = run_behind(view, fact);
      if (!run || run->last < 2) continue;
      if (!run->is_sound) {
        sink.not_comparable("enumerators out of sequence");
      } else if (run->last == fact.number) {
        sink.holds();
      } else {
        report(view, fact, *run, sink);
      }
    }
  }

 private:
  /// «3个问题», «三方面工作», «问题有3点»: the noun stands right behind the count or closely before it.
  static bool counts_enumerables(const DocumentView& view, const AnnouncedCount& fact) {
    const lexicon::ClassId noun = view.lexicon.class_id("enumerable_noun");
    const lexicon::ClassId unit = view.lexicon.class_id("counted_unit");
    const std::string_view text = view.text.passages[fact.passage].text;
    const std::string& word = fact.unit;
    if (word.size() >= 6 && word.substr(word.size() - 6) == "方面") return true;
    const bool is_counted = unit != lexicon::kNoClass && facts::suffix_of(view.lexicon, unit, word) == word.size();
    if (word != "点" && word != "大" && !is_counted) return false;
    std::size_t at = fact.span.end;
    for (int words = 0; words < 5 && at < text.size() && utf8::is_han(utf8::decode(text, at)); ++words) {
      if (facts::prefix_of(view.lexicon, noun, text.substr(at)) != 0) return true;
      at += utf8::length(text[at]);
    }
    if (at < text.size() && utf8::is_han(utf8::decode(text, at))) return false;
    std::size_t begin = fact.span.begin;
    for (int words = 0; words < 6 && begin > 0; ++words) begin = utf8::previous(text, begin);
    return view.lexicon.contains(noun, text.substr(begin, fact.span.begin - begin));
  }

  static std::optional<Run> run_behind(const DocumentView& view, const AnnouncedCount& fact) {
    const Passage& passage = view.text.passages[fact.passage];
    const std::string_view text = passage.text;
    const std::vector<InlineMarker> markers = markers_behind(text, fact.span.end);
    if (!markers.empty()) {
      const InlineMarker& first = markers.front();
      if (!leads_directly(view, fact, text.substr(fact.span.end, first.at - fact.span.end))) return std::nullopt;
      if (first.marker.number != 1) return std::nullopt;
      return run_inside(view, fact.passage, fact.span.end, markers);
    }
    // A cell's list does not run on in the next cell.
    if (passage.in_table()) return std::nullopt;
    std::string_view tail = text.substr(fact.span.end);
    if (!leads_directly(view, fact, tail)) return std::nullopt;
    const std::uint32_t first = fact.passage + 1;
    if (first < view.text.passages.size() && view.text.passages[first].heading_level > 0 && !points_ahead(text, fact))
      return std::nullopt;
    return run_in_paragraphs(view, fact.passage);
  }

  /// Headings follow any paragraph: they are the list only behind «：» or «以下…».
  static bool points_ahead(std::string_view text, const AnnouncedCount& fact) {
    if (text.size() >= 3 && text.substr(text.size() - 3) == "：") return true;
    std::size_t begin = fact.span.begin;
    for (int words = 0; words < 8 && begin > 0; ++words) begin = utf8::previous(text, begin);
    const std::string_view around = text.substr(begin);
    return around.find("以下") != std::string_view::npos || around.find("如下") != std::string_view::npos ||
           around.find("下列") != std::string_view::npos;
  }

  static std::vector<InlineMarker> markers_behind(std::string_view text, std::uint32_t begin) {
    // Most counts announce nothing: look near first.
    if (inline_markers(text.substr(begin, 2 * kMostLead)).empty() && text.size() - begin > 2 * kMostLead) return {};
    std::vector<InlineMarker> markers = inline_markers(text.substr(begin, kMostInside));
    for (InlineMarker& marker : markers) marker.at += begin;
    return markers;
  }

  /// Nothing but the noun and one clause without figures stands between: «3个方面着手：», «5条措施，», «3个问题。».
  static bool leads_directly(const DocumentView& view, const AnnouncedCount& fact, std::string_view between) {
    if (between.size() > kMostLead || fact.next < fact.span.end + between.size()) return false;
    int marks = 0;
    for (std::size_t at = 0; at < between.size(); at += utf8::length(between[at])) {
      const char32_t code = utf8::decode(between, at);
      if (code == U'，' || code == U'；' || code == U'：' || code == U'。') {
        ++marks;
        continue;
      }
      if (!utf8::is_han(code) && code != U'“' && code != U'”' && code != U'、') return false;
    }
    if (marks > 2) return false;
    for (std::uint32_t index = view.facts.facts_of[fact.passage].begin; index < view.facts.facts_of[fact.passage].end;
         ++index) {
      const facts::Fact& other = view.facts.facts[index];
      if (other.kind == facts::FactKind::count && other.span.begin >= fact.span.end &&
          other.span.end <= fact.span.end + between.size())
        return false;
    }
    const std::size_t stop = between.find("。");
    return stop == std::string_view::npos || stop + 3 == between.size() || between.size() - stop < 36;
  }

  /// Enumerators of one kind inside the paragraph, and those of the paragraphs that carry the list on.
  static Run run_inside(const DocumentView& view, std::uint32_t start, std::uint32_t behind,
                        const std::vector<InlineMarker>& own) {
    Run run;
    const InlineMarker& first = own.front();
    run.is_sound = view.text.passages[start].text.size() - behind < kMostInside;
    run.kind = first.marker.kind;
    const auto& passages = view.text.passages;
    const bool may_run_on = is_spoken(run.kind);
    bool is_misnumbered = false;
    for (std::uint32_t index = start; index < passages.size() && index < start + kMostPassages; ++index) {
      const Passage& passage = passages[index];
      if (index != start &&
          (!may_run_on || passage.in_table() || passages[start].in_table() ||
           text::marker_of(passage).value_or(text::PassageMarker{{run.kind, 0, 0}, false}).marker.kind != run.kind))
        break;
      for (const InlineMarker& marker : index == start ? own : inline_markers(passage.text)) {
        if (marker.marker.kind == MarkerKind::last_ordinal && run.kind == MarkerKind::di_ordinal) run.is_sound = false;
        if (marker.marker.kind != run.kind || marker.depth != first.depth) continue;
        if (marker.marker.number == 1 && index != start && run.last > 1) {  // another list
          run.is_sound &= !is_misnumbered;
          return run;
        }
        if (marker.marker.number != run.last + 1 && (is_misnumbered || marker.marker.number > run.last + 2)) {
          run.is_sound = false;
          return run;
        }
        is_misnumbered = marker.marker.number != run.last + 1;  // settled when the next item goes on rightly
        ++run.last;
        run.passage = index;
        run.span = {marker.at, marker.at + static_cast<std::uint32_t>(marker.marker.length)};
      }
    }
    run.is_sound &= !is_misnumbered;
    return run;
  }

  /// Numbered paragraphs behind an announcement that ends its paragraph.
  static std::optional<Run> run_in_paragraphs(const DocumentView& view, std::uint32_t announcing) {
    const auto& passages = view.text.passages;
    Run run;
    for (std::uint32_t index = announcing + 1; index < passages.size() && index <= announcing + kMostPassages;
         ++index) {
      const Passage& passage = passages[index];
      if (passage.story != passages[announcing].story) break;
      if (passage.in_table()) {
        if (run.last == 0) return std::nullopt;
        continue;
      }
      const auto found = text::marker_of(passage);
      if (run.last == 0) {
        if (!found || found->marker.number != 1 || found->marker.kind <= MarkerKind::section) return std::nullopt;
        run.kind = found->marker.kind;
        if (is_spoken(run.kind) && !found->is_automatic)
          return run_inside(view, index, 0, inline_markers(passage.text));
      } else if (!found) {
        if (passage.heading_level > 0) break;
        run.is_sound &= !holds_item(passage, run);
        continue;
      }
      if (found->marker.kind < run.kind ||
          (found->marker.kind == run.kind && found->marker.number == 1 && run.last > 0))
        break;
      if (found->marker.kind != run.kind) continue;
      if (found->marker.number != run.last + 1) {
        run.is_sound = false;
        break;
      }
      run.last = found->marker.number;
      run.passage = index;
      const auto length = static_cast<std::uint32_t>(found->is_automatic ? passage.text.size() : found->marker.length);
      run.span = {0, length};
      run.is_sound &= !holds_item(passage, run);
    }
    return run.last == 0 ? std::nullopt : std::optional<Run>(run);
  }

  /// «3.…» in the middle of a paragraph of the list: the list runs on inside, its length is not the paragraphs'.
  static bool holds_item(const Passage& passage, const Run& run) {
    for (const InlineMarker& marker : inline_markers(passage.text)) {
      if (marker.at > 0 && marker.marker.kind == run.kind && marker.marker.number == run.last + 1) return true;
    }
    return false;
  }

  static void report(const DocumentView& view, const AnnouncedCount& fact, const Run& run, Sink& sink) {
    const std::string shown = text::shown_marker(run.kind, run.last);
    Draft draft = sink.draft();
    draft.expected = std::to_string(run.last);
    draft.actual = std::to_string(fact.number);
    draft.message.zh = "文中写" + std::string(fact.shown(view)) + "，其后的列举到“" + shown + "”为止";
    draft.message.en = "The text states " + draft.actual + ", the list behind it ends with " + shown;
    draft.working.zh = "列举" + draft.expected + "项 ≠ " + draft.actual;
    draft.working.en = "listed: " + draft.expected + " ≠ stated: " + draft.actual;
    draft.evidence.push_back({"count", fact.passage, fact.span, fact.span});
    const std::string_view text = view.text.passages[run.passage].text;
    std::size_t end = run.span.end;
    for (int words = 0; words < 12 && end < text.size() && !starts_with(text.substr(end), "。"); ++words)
      end += utf8::length(text[end]);
    draft.evidence.push_back({"last-item", run.passage, {run.span.begin, static_cast<std::uint32_t>(end)}, run.span});
    sink.report(std::move(draft));
  }
};

}  // namespace

std::unique_ptr<Check> make_count_ordinals(Params&) { return std::make_unique<CountOrdinals>(); }

}  // namespace gouji::check
