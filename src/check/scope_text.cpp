// SPDX-License-Identifier: Apache-2.0
#include "check/scope_text.hpp"

#include <algorithm>

#include "base/utf8.hpp"

namespace gouji::check {

std::uint32_t mask_of(const facts::Fact& fact) {
  if (fact.is_range_part) return kUnusableMask;
  if (fact.kind == facts::FactKind::date && fact.date.is_year_only()) return kYearMask;
  return static_cast<std::uint32_t>(fact.kind);
}

void ScopeText::clear() {
  text_.clear();
  marks_.clear();
  kinds_ = 0;
}

void ScopeText::add_fact(const DocumentView& view, std::uint32_t fact) {
  const std::uint32_t mask = mask_of(view.facts.facts[fact]);
  marks_.push_back({text_.size(), fact});
  kinds_ |= 1u << mask;
  utf8::append(text_, kMaskBase + mask);
}

void ScopeText::add_span(const DocumentView& view, std::uint32_t passage, text::Span span) {
  const std::string_view source = view.text.passages[passage].text;
  const facts::Range range = facts::facts_from(view.facts, passage, span);
  std::uint32_t at = span.begin;
  for (std::uint32_t index = range.begin; index < range.end; ++index) {
    const text::Span fact = view.facts.facts[index].span;
    if (fact.begin < at || fact.end > span.end || fact.begin >= fact.end) continue;
    text_ += source.substr(at, fact.begin - at);
    add_fact(view, index);
    at = fact.end;
  }
  text_ += source.substr(at, span.end - at);
}

std::uint32_t ScopeText::fact_at(std::size_t at) const {
  const auto found = std::lower_bound(marks_.begin(), marks_.end(), at,
                                      [](const Mark& mark, std::size_t wanted) { return mark.at < wanted; });
  return found == marks_.end() || found->at != at ? docx::kNone : found->fact;
}

std::optional<ScopeText::Stretch> ScopeText::place_of(const DocumentView& view, std::size_t begin,
                                                      std::size_t end) const {
  const auto from = source_of(view, begin);
  const auto to = source_of(view, end);
  if (!from || !to || from->passage != to->passage || from->span.begin >= to->span.begin) return std::nullopt;
  return Stretch{from->passage, {from->span.begin, to->span.begin}};
}

std::optional<ScopeText::Stretch> ScopeText::source_of(const DocumentView& view, std::size_t at) const {
  if (marks_.empty()) return std::nullopt;
  const auto behind = std::find_if(marks_.begin(), marks_.end(), [&](const Mark& mark) { return mark.at >= at; });
  const Mark& mark = behind != marks_.begin() ? *(behind - 1) : *behind;
  const facts::Fact& fact = view.facts.facts[mark.fact];
  if (fact.table != docx::kNone) return std::nullopt;
  const std::size_t place = mark.at < at ? fact.span.end + (at - mark.at - utf8::length(text_[mark.at]))
                                         : fact.span.begin - std::min<std::size_t>(fact.span.begin, mark.at - at);
  if (place > view.text.passages[fact.passage].text.size()) return std::nullopt;
  const auto offset = static_cast<std::uint32_t>(place);
  return Stretch{fact.passage, {offset, offset}};
}

std::vector<std::uint32_t> ScopeText::facts() const {
  std::vector<std::uint32_t> out;
  for (const Mark& mark : marks_) out.push_back(mark.fact);
  return out;
}

bool add_row(const DocumentView& view, const table::TableView& table, std::uint32_t row, ScopeText& out) {
  const auto role = table.rows[row].role;
  if (role == table::RowRole::header || role == table::RowRole::note || role == table::RowRole::empty) return false;
  if (row >= table.fact.size()) return false;
  int figures = 0;
  out.add_literal(table.rows[row].label);
  out.add_literal("｜");
  for (std::uint32_t column = 0; column < table.fact[row].size() && column < table.columns.size(); ++column) {
    const std::uint32_t fact = table.fact[row][column];
    if (fact == docx::kNone) continue;
    out.add_literal(table.columns[column].header);
    out.add_literal("：");
    out.add_fact(view, fact);
    out.add_literal("｜");
    ++figures;
  }
  return figures > 1;
}

}  // namespace gouji::check
