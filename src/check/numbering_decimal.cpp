// SPDX-License-Identifier: Apache-2.0
#include "check/numbering_decimal.hpp"

#include <map>
#include <string>

#include "base/utf8.hpp"

namespace gouji::check {
namespace {

constexpr std::size_t kHeadingBytes = 120;  // a longer line is text that happens to begin with a figure
constexpr std::uint32_t kQuoteBytes = 48;
constexpr int kMostLost = 3;  // a larger jump is another list

struct Item {
  std::string prefix;  // «2.1.» of 2.1.3
  std::string shown;
  int number = 0;
  std::uint32_t passage = 0;
  text::Span mark;
  text::Span quote;
};

/// 1.2 or 1.2.3 (a dot may follow) at the start; length 0 when there is none. «1.5万元» is a figure, not a number.
std::size_t read_number(std::string_view text, Item& item) {
  std::size_t at = 0;
  std::size_t last = 0;
  int levels = 0;
  while (at < text.size()) {
    const std::size_t begin = at;
    while (at < text.size() && text[at] >= '0' && text[at] <= '9') ++at;
    if (at == begin || at - begin > 2 || text[begin] == '0') break;
    ++levels;
    last = begin;
    if (at >= text.size() || text[at] != '.') break;
    ++at;
  }
  if (levels < 2 || levels > 4 || at == 0) return 0;
  if (text[at - 1] == '.') --at;
  std::size_t end = last;
  while (end < text.size() && text[end] >= '0' && text[end] <= '9') ++end;
  if (end != at) return 0;
  item.prefix = std::string(text.substr(0, last));
  item.shown = std::string(text.substr(0, end));
  item.number = std::stoi(std::string(text.substr(last, end - last)));
  return end;
}

bool is_item(const DocumentView& view, std::uint32_t index, Item& item) {
  const text::Passage& passage = view.text.passages[index];
  if (passage.is_toc || passage.in_table() || passage.story != docx::StoryKind::body) return false;
  item.passage = index;
  const auto size = static_cast<std::uint32_t>(passage.text.size());
  if (!passage.label.empty()) {
    if (read_number(passage.label, item) == 0) return false;
    std::uint32_t end = 0;
    while (end < size && end < kQuoteBytes) end += static_cast<std::uint32_t>(utf8::length(passage.text[end]));
    item.mark = item.quote = {0, end};
    return true;
  }
  if (passage.text.size() > kHeadingBytes) return false;
  const std::size_t length = read_number(passage.text, item);
  if (length == 0 || length >= passage.text.size()) return false;
  const facts::Range range = view.facts.facts_of[index];
  if (range.begin < range.end) {
    const facts::Fact& first = view.facts.facts[range.begin];
    const bool is_amount = first.unit != nullptr && first.kind != facts::FactKind::count;  // 1.1项目 is no amount
    if (first.span.begin < length && (is_amount || first.kind == facts::FactKind::date)) return false;
  }
  const std::size_t words = passage.text[length] == '.' ? length + 1 : length;
  if (words >= passage.text.size() || !utf8::is_han(utf8::decode(passage.text, words))) return false;
  item.mark = {0, static_cast<std::uint32_t>(length)};
  item.quote = {0, size};
  return true;
}

void report(Sink& sink, const Item& before, const Item& item) {
  const std::string due = item.prefix + std::to_string(before.number + 1);
  Draft draft = sink.draft();
  draft.message = {
      "同级标题序号不连续：“" + before.shown + "”之后应为“" + due + "”，文中为“" + item.shown + "”",
      "Headings out of sequence: after " + before.shown + " comes " + due + ", the text has " + item.shown};
  draft.working = {before.shown + "→" + item.shown, before.shown + "→" + item.shown};
  draft.expected = due;
  draft.actual = item.shown;
  draft.evidence.push_back({"item", item.passage, item.quote, item.mark});
  draft.evidence.push_back({"previous", before.passage, before.quote, before.mark});
  sink.report(std::move(draft));
}

}  // namespace

void judge_decimal_headings(const DocumentView& view, Sink& sink) {
  std::map<std::string, Item> last;  // by prefix
  for (std::uint32_t index = 0; index < view.text.passages.size(); ++index) {
    Item item;
    if (!is_item(view, index, item)) continue;
    const auto found = last.find(item.prefix);
    if (found == last.end() || item.number == 1) {
      last[item.prefix] = item;
      continue;
    }
    const Item before = found->second;
    if (item.number == before.number + 1) {
      sink.holds();
    } else if (item.number <= before.number - 1 || item.number > before.number + kMostLost) {
      sink.not_comparable("another list");
    } else {
      report(sink, before, item);
    }
    found->second = item;
  }
}

}  // namespace gouji::check
