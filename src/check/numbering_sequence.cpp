// What both numbering checks share: lists in progress and the finding.
// SPDX-License-Identifier: Apache-2.0
#include "check/numbering_sequence.hpp"

#include <array>

#include "base/utf8.hpp"

namespace gouji::check {

namespace {

constexpr std::string_view kArrow = "→";

void add_to_run(std::string& run, const SequenceItem& item) {
  if (run.size() > 300) return;
  if (!run.empty()) run += kArrow;
  run += item.shown;
}

bool is_digit_at(std::string_view text, std::size_t at) {
  return at < text.size() && text[at] >= '0' && text[at] <= '9';
}

bool stands_free(std::string_view text, std::size_t at) {
  static constexpr std::array<std::string_view, 11> kBefore = {"。", "；", "：", "，", "、", "（",
                                                               "\n", "第", "其", "！", " "};
  if (at == 0) return true;
  for (const std::string_view word : kBefore) {
    if (at >= word.size() && text.compare(at - word.size(), word.size(), word) == 0) return true;
  }
  return false;
}

bool is_marked(std::string_view text, std::size_t at) {
  static constexpr std::array<std::string_view, 8> kBehind = {"、", ".", "）", "是", "，", "：", "部分", "章"};
  for (const std::string_view word : kBehind) {
    if (at <= text.size() && text.compare(at, word.size(), word) == 0) return true;
  }
  return false;
}

bool opens_date(std::string_view text, std::size_t at) {
  while (is_digit_at(text, at)) ++at;
  return text.compare(at, 3, "月") == 0 || text.compare(at, 3, "年") == 0;
}

bool has_free(std::string_view text, std::string_view word, bool is_strict) {
  for (std::size_t at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1)) {
    const std::size_t behind = at + word.size();
    // «2.9月底前» is item 2 and a month
    const bool is_decimal =
        is_digit_at(text, behind + 1) && text.compare(behind, 1, ".") == 0 && !opens_date(text, behind + 1);
    const bool is_inside = is_digit_at(text, behind) || is_decimal;
    if (stands_free(text, at) && !is_inside && (!is_strict || is_marked(text, at + word.size()))) return true;
  }
  return false;
}

}  // namespace

void SequenceList::start(const SequenceItem& item) {
  kind = item.kind;
  last = item.number;
  other = 0;
  items = 1;
  last_item = item;
  run.clear();
  add_to_run(run, item);
}

void SequenceList::proceed(const SequenceItem& item) {
  last = item.number;
  other = 0;
  ++items;
  is_closed = false;
  last_item = item;
  add_to_run(run, item);
}

void SequenceList::proceed_wrongly(const SequenceItem& item) {
  const int due = last + 1;
  proceed(item);
  last = due;
  other = item.number;
  is_faulty = true;
}

bool mentions_number(std::string_view text, int number, bool is_strict) {
  using text::MarkerKind;
  using text::shown_marker;
  std::string chinese = shown_marker(MarkerKind::chinese, number);
  chinese.resize(chinese.size() - 3);
  if (has_free(text, chinese, is_strict) || has_free(text, std::to_string(number), is_strict)) return true;
  const std::string circled = shown_marker(MarkerKind::circled, number);
  if (circled.size() == 3 && text.find(circled) != std::string_view::npos) return true;
  return (number == 2 && text.find("其次") != std::string_view::npos) ||
         (number == 3 && (text.find("再次") != std::string_view::npos || text.find("再者") != std::string_view::npos));
}

void report_sequence(Sink& sink, const SequenceList& list, const SequenceItem& item, bool is_heading) {
  std::string due = text::shown_marker(item.kind, list.last + 1);
  if (item.kind == text::MarkerKind::arabic && item.shown.find("、") != std::string::npos)
    due = std::to_string(list.last + 1) + "、";
  const std::string& stands = item.shown;
  const std::string& before = list.last_item.shown;
  Draft draft = sink.draft();
  draft.message.zh = std::string(is_heading ? "同级标题" : "列举") + "序号不连续：“" + before + "”之后应为“" + due +
                     "”，文中为“" + stands + "”";
  draft.message.en = std::string(is_heading ? "Headings" : "List items") + " out of sequence: after " + before +
                     " comes " + due + ", the text has " + stands;
  draft.working.zh = list.run + "→" + stands;
  draft.working.en = draft.working.zh;
  draft.expected = due;
  draft.actual = stands;
  draft.evidence.push_back({"item", item.passage, item.quote, item.mark});
  draft.evidence.push_back({"previous", list.last_item.passage, list.last_item.quote, list.last_item.mark});
  sink.report(std::move(draft));
}

}  // namespace gouji::check
