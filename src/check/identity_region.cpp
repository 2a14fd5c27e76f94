// SPDX-License-Identifier: Apache-2.0
#include "check/identity_region.hpp"

#include <algorithm>
#include <array>
#include <map>

#include "base/utf8.hpp"
#include "check/clause.hpp"
#include "check/scope_text.hpp"

namespace gouji::check {

using facts::Fact;
using facts::FactKind;

bool is_amount(const Fact& fact) {
  return fact.kind == FactKind::money || fact.kind == FactKind::count || fact.kind == FactKind::number;
}

namespace {

constexpr std::uint32_t kMostSubject = 16;  // characters of «3家企业资产总额» behind the count

void add_figures(const DocumentView& view, const IdentityRule& rule, std::uint32_t passage, text::Span span,
                 RegionTerms& out) {
  const facts::Range range = facts::facts_from(view.facts, passage, span);
  for (std::uint32_t index = range.begin; index < range.end; ++index) {
    const Fact& fact = view.facts.facts[index];
    if (!is_amount(fact) || fact.span.begin < span.begin || fact.span.end > span.end) continue;
    TermMatch match = match_term(rule, view.lexicon, clause_before(view, index, span.begin));
    if (match.found())
      out.figures.push_back({match.term, index, match.is_qualified, std::move(match.word), std::move(match.subject)});
  }
}

// 3家企业资产总额…: the count belongs to the subject.
bool counts_subject(const DocumentView& view, std::uint32_t index, std::uint32_t first) {
  const Fact& fact = view.facts.facts[index];
  const Fact& figure = view.facts.facts[first];
  if (fact.kind != FactKind::count || fact.span.end > figure.span.begin) return false;
  const std::string_view between = view.text.passages[fact.passage].of({fact.span.end, figure.span.begin});
  return utf8::count(between) <= kMostSubject && between.find("，") == std::string_view::npos &&
         between.find("、") == std::string_view::npos && between.find("；") == std::string_view::npos &&
         between.find("：") == std::string_view::npos && between.find("。") == std::string_view::npos;
}

// 该中心年初结转…，本年收入…: the subject stands before the first term and goes for those behind it, which have none or
// the same.
void read_lead(const DocumentView& view, const IdentityRule& rule, std::uint32_t passage, text::Span span,
               RegionTerms& terms) {
  TermFigure& first = terms.figures.front();
  if (std::find(rule.subjects.begin(), rule.subjects.end(), first.term) == rule.subjects.end()) return;
  const facts::Range range = view.facts.facts_of[passage];
  for (std::uint32_t index = range.begin; index < first.fact; ++index) {
    const Fact& fact = view.facts.facts[index];
    if (is_amount(fact) && fact.span.begin >= span.begin && !counts_subject(view, index, first.fact)) return;
  }
  const std::string subject = first.subject;
  const auto is_other = [&](const TermFigure& each) { return each.is_qualified && each.subject != subject; };
  if (std::any_of(terms.figures.begin(), terms.figures.end(), is_other)) return;
  for (TermFigure& figure : terms.figures) figure.is_qualified = false;
  terms.has_lead = true;
}

/// What may make a match void stands in its sentences.
std::string sentences_around(const std::string& text, const text::Regex::Group& match) {
  const std::size_t stop = match.begin == 0 ? std::string::npos : text.rfind("。", match.begin - 1);
  const std::size_t begin = stop == std::string::npos ? 0 : stop + 3;
  const std::size_t end = text.find("。", match.end > 3 ? match.end - 3 : 0);
  return text.substr(begin, end == std::string::npos ? end : end - begin);
}

/// «…，在建4个，1个转其他渠道»: another count of the same thing opens the next clause.
bool goes_on(const DocumentView& view, const ScopeText& scope, std::size_t end, const RegionTerms& terms) {
  if (terms.figures.empty() || end == 0) return false;
  const Fact& own = view.facts.facts[terms.figures.front().fact];
  if (own.kind != FactKind::count || own.unit == nullptr) return false;
  const std::string& text = scope.text();
  if (end >= 3 && text.compare(end - 3, 3, "，") != 0 && text.compare(end, 3, "，") == 0) end += 3;
  if (end < 3 || text.compare(end - 3, 3, "，") != 0) return false;
  for (const std::string_view word : {"", "有", "另有", "另", "还有", "其余"}) {
    if (text.compare(end, word.size(), word) != 0) continue;
    const std::uint32_t fact = scope.fact_at(end + word.size());
    if (fact == docx::kNone) continue;
    const Fact& next = view.facts.facts[fact];
    if (next.kind == FactKind::count && next.unit != nullptr && next.unit->base == own.unit->base) return true;
  }
  return false;
}

void visit_patterns(const DocumentView& view, const IdentityRule& rule, const ScopeText& scope,
                    const VisitRegion& visit) {
  std::vector<text::Regex::Group> groups;
  for (const RelationPattern& pattern : rule.patterns) {
    if (!pattern.may_match(scope.kinds())) continue;
    for (std::size_t from = 0; pattern.next(scope.text(), from, groups, view.budget);) {
      RegionTerms terms;
      terms.text = sentences_around(scope.text(), groups[0]);
      terms.is_pattern = true;
      for (const Capture& capture : pattern.captures()) {
        const auto& group = groups[static_cast<std::size_t>(capture.group)];
        const std::uint32_t fact = group.matched() && capture.is_figure ? scope.fact_at(group.begin) : docx::kNone;
        const auto term = std::find_if(rule.terms.begin(), rule.terms.end(),
                                       [&](const IdentityTerm& each) { return each.name == capture.name; });
        if (fact == docx::kNone || term == rule.terms.end()) continue;
        terms.figures.push_back({static_cast<std::size_t>(term - rule.terms.begin()), fact, false, {}, {}});
      }
      if (!goes_on(view, scope, groups[0].end, terms)) visit(terms);
    }
  }
}

// Each sentence, then what ； joins: 合同价…；已支付…；尚欠…。
std::vector<text::Span> sentences_and_joined(const text::Passage& passage) {
  std::vector<text::Span> spans = passage.sentences;
  const std::string_view text = passage.text;
  for (std::size_t first = 0; first < passage.sentences.size();) {
    std::size_t last = first;
    const auto is_joined = [&](text::Span span) { return span.end >= 3 && text.substr(span.end - 3, 3) == "；"; };
    while (last + 1 < passage.sentences.size() && is_joined(passage.sentences[last])) ++last;
    if (last > first) spans.push_back({passage.sentences[first].begin, passage.sentences[last].end});
    first = last + 1;
  }
  return spans;
}

void visit_text(const DocumentView& view, const IdentityRule& rule, Within within, const VisitRegion& visit) {
  ScopeText scope;
  for (std::uint32_t index = 0; index < view.text.passages.size(); ++index) {
    const text::Passage& passage = view.text.passages[index];
    if (passage.is_toc || view.facts.facts_of[index].begin == view.facts.facts_of[index].end) continue;
    std::vector<text::Span> spans{{0, static_cast<std::uint32_t>(passage.text.size())}};
    if (within == Within::sentence) spans = sentences_and_joined(passage);
    for (const text::Span& span : spans) {
      scope.clear();
      scope.add_span(view, index, span);
      if (scope.kinds() == 0) continue;
      visit_patterns(view, rule, scope, visit);
      RegionTerms terms;
      add_figures(view, rule, index, span, terms);
      if (terms.figures.size() < 2) continue;
      if (within == Within::sentence) read_lead(view, rule, index, span, terms);
      terms.text = scope.text();
      visit(terms);
    }
  }
}

void visit_sections(const DocumentView& view, const IdentityRule& rule, const VisitRegion& visit) {
  std::map<std::uint32_t, RegionTerms> sections;
  for (std::uint32_t index = 0; index < view.text.passages.size(); ++index) {
    const text::Passage& passage = view.text.passages[index];
    if (passage.is_toc || passage.in_table() || passage.story != docx::StoryKind::body) continue;
    if (passage.heading == docx::kNone || passage.heading_level > 0) continue;
    RegionTerms& terms = sections[passage.heading];
    add_figures(view, rule, index, {0, static_cast<std::uint32_t>(passage.text.size())}, terms);
    terms.text += passage.text;
  }
  for (const auto& section : sections) {
    if (section.second.figures.size() > 1) visit(section.second);
  }
}

bool has_amounts(table::ColumnRole role) {
  return role == table::ColumnRole::money || role == table::ColumnRole::count || role == table::ColumnRole::empty;
}

std::string_view last_part(std::string_view header) {
  const std::size_t slash = header.rfind('/');
  header = slash == std::string_view::npos ? header : header.substr(slash + 1);
  return header.substr(0, header.find("（"));
}

void add_cell(const DocumentView& view, const IdentityRule& rule, std::uint32_t fact, std::string_view label,
              RegionTerms& out) {
  if (fact == docx::kNone || !is_amount(view.facts.facts[fact])) return;
  TermMatch match = match_term(rule, view.lexicon, label);
  if (match.found())
    out.figures.push_back({match.term, fact, match.is_qualified, std::move(match.word), std::move(match.subject)});
}

void visit_rows(const DocumentView& view, const IdentityRule& rule, const table::TableView& table,
                const VisitRegion& visit) {
  for (std::size_t row = table.header_rows; row < table.fact.size(); ++row) {
    RegionTerms terms;
    for (std::size_t column = 0; column < table.columns.size() && column < table.fact[row].size(); ++column) {
      if (!has_amounts(table.columns[column].role)) continue;
      add_cell(view, rule, table.fact[row][column], last_part(table.columns[column].header), terms);
      terms.text += table.columns[column].header;
    }
    if (terms.figures.size() > 1) visit(terms);
  }
}

// The n-th amount column of the left half goes with the n-th of the right half: 收入|金额|支出|金额.
void visit_columns(const DocumentView& view, const IdentityRule& rule, const table::TableView& table,
                   const VisitRegion& visit) {
  std::map<std::size_t, RegionTerms> groups;
  std::array<std::size_t, 2> ordinal{0, 0};
  for (std::size_t column = 0; column < table.columns.size(); ++column) {
    if (!has_amounts(table.columns[column].role)) continue;
    RegionTerms& terms = groups[ordinal[table.columns[column].half == 0 ? 0 : 1]++];
    for (std::size_t row = table.header_rows; row < table.fact.size(); ++row) {
      if (column >= table.fact[row].size()) continue;
      const std::uint32_t fact = table.fact[row][column];
      if (fact == docx::kNone) continue;
      const std::string& label = view.facts.facts[fact].label_text;
      add_cell(view, rule, fact, label, terms);
      terms.text += label;
    }
  }
  for (const auto& group : groups) {
    if (group.second.figures.size() > 1) visit(group.second);
  }
}

}  // namespace

void for_each_region(const DocumentView& view, const IdentityRule& rule, Region region, const VisitRegion& visit) {
  switch (region) {
    case Region::sentence: return visit_text(view, rule, Within::sentence, visit);
    case Region::paragraph: return visit_text(view, rule, Within::paragraph, visit);
    case Region::section: return visit_sections(view, rule, visit);
    case Region::row:
    case Region::table: break;
  }
  for (const table::TableView& table : view.tables.tables) {
    if (!table.doubt.empty()) continue;
    if (region == Region::row) {
      visit_rows(view, rule, table, visit);
    } else {
      visit_columns(view, rule, table, visit);
    }
  }
}

}  // namespace gouji::check
