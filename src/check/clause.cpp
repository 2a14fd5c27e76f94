// SPDX-License-Identifier: Apache-2.0
#include "check/clause.hpp"

#include <algorithm>
#include <array>

namespace gouji::check {
namespace {

using facts::Fact;
using facts::FactKind;

constexpr std::array<std::string_view, 10> kMarks{"，", "。", "；", "：", "、", "（", "）", "！", "？", "\n"};

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
  std::size_t cut = 0;
  for (const std::string_view mark : kMarks) {
    const std::size_t at = text.rfind(mark);
    if (at != std::string_view::npos) cut = std::max(cut, at + mark.size());
  }
  return text.substr(cut);
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
