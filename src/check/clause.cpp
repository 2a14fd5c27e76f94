// SPDX-License-Identifier: Apache-2.0
#include "check/clause.hpp"

#include <algorithm>
#include <array>

namespace gouji::check {
namespace {

using facts::Fact;
using facts::FactKind;

constexpr std::array<std::string_view, 10> kMarks{"，", "。", "；", "：", "、", "（", "）", "！", "？", "\n"};
constexpr std::string_view kOpen = "（";
constexpr std::string_view kClose = "）";

/// Behind the last mark that parts clauses. Brackets that open and close within the text part nothing, nor does what
/// stands in them: 年初规上（限上）企业.
std::size_t behind_last_mark(std::string_view text) {
  int depth = 0;
  for (std::size_t end = text.size(); end > 0;) {
    std::size_t begin = end - 1;
    while (begin > 0 && (static_cast<unsigned char>(text[begin]) & 0xC0u) == 0x80u) --begin;
    const std::string_view mark = text.substr(begin, end - begin);
    if (mark == kClose && text.substr(0, begin).find(kOpen) != std::string_view::npos) {
      ++depth;
    } else if (mark == kOpen && depth > 0) {
      --depth;
    } else if (depth == 0 && std::find(kMarks.begin(), kMarks.end(), mark) != kMarks.end()) {
      return end;
    }
    end = begin;
  }
  return 0;
}

}  // namespace

std::string_view clause_before(const DocumentView& view, std::uint32_t index, std::uint32_t from) {
  const Fact& fact = view.facts.facts[index];
  std::uint32_t begin = from;
  // the nearest one; a few more, as facts may overlap
  int more = 4;
  for (std::uint32_t other = index; other-- > view.facts.facts_of[fact.passage].begin && more > 0;) {
    const Fact& before = view.facts.facts[other];
    if (before.kind == FactKind::date || before.kind == FactKind::ordinal || before.span.end > fact.span.begin)
      continue;
    begin = std::max(begin, before.span.end);
    --more;
  }
  std::string_view text(view.text.passages[fact.passage].text);
  if (begin >= fact.span.begin) return {};
  text = text.substr(begin, fact.span.begin - begin);
  constexpr std::string_view kColon = "：";
  if (text.ends_with(kColon)) text.remove_suffix(kColon.size());
  return text.substr(behind_last_mark(text));
}

std::string_view clause_behind(const DocumentView& view, std::uint32_t index, std::size_t most) {
  const Fact& fact = view.facts.facts[index];
  std::string_view rest = std::string_view(view.text.passages[fact.passage].text).substr(fact.span.end, most);
  if (index + 1 < view.facts.facts_of[fact.passage].end) {
    const std::uint32_t next = view.facts.facts[index + 1].span.begin;
    rest = rest.substr(0, next > fact.span.end ? next - fact.span.end : 0);
  }
  for (const std::string_view mark : kMarks) rest = rest.substr(0, rest.find(mark));
  return rest;
}

}  // namespace gouji::check
