// The way back: from a folded span to the source's own characters and their place.
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <string>
#include <vector>

#include "base/utf8.hpp"
#include "text/heading.hpp"
#include "text/passage.hpp"

namespace gouji::text {

namespace {

constexpr std::size_t kPathTextLimit = 120;  // bytes of one heading in a path: 40 characters

std::uint32_t source_of(const Segment& segment, std::uint32_t at, bool is_end) {
  if (segment.length == segment.source_length) return segment.source_begin + (at - segment.begin);
  return is_end ? segment.source_begin + segment.source_length : segment.source_begin;
}

/// Code points of the text before `at`.
std::uint32_t points_before(const TextModel& model, std::string_view text, std::size_t at) {
  const std::size_t step = std::min(at / kPointStep, model.points.empty() ? 0 : model.points.size() - 1);
  const std::uint32_t counted = model.points.empty() ? 0 : model.points[step];
  return counted + utf8::count(text.substr(step * kPointStep, at - step * kPointStep));
}

struct SourceSpan {
  std::uint32_t paragraph = docx::kNone;
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};

/// The source stretch of the span, cut to the paragraph in which it starts.
SourceSpan source_span(const Passage& passage, Span span) {
  SourceSpan out;
  auto segment = std::upper_bound(passage.segments.begin(), passage.segments.end(), span.begin,
                                  [](std::uint32_t at, const Segment& candidate) { return at < candidate.begin; });
  if (segment != passage.segments.begin() && std::prev(segment)->begin + std::prev(segment)->length > span.begin)
    --segment;
  for (; segment != passage.segments.end() && segment->begin < span.end; ++segment) {
    if (out.paragraph == docx::kNone) {
      out.paragraph = segment->paragraph;
      out.begin = source_of(*segment, std::max(span.begin, segment->begin), false);
    } else if (segment->paragraph != out.paragraph) {
      break;
    }
    out.end = source_of(*segment, std::min(span.end, segment->begin + segment->length), true);
  }
  return out;
}

void set_story(const docx::Document& document, std::uint32_t story, Place& place) {
  if (story >= document.stories.size()) return;
  place.part = document.stories[story].name;
  place.entry = document.stories[story].part;
}

/// Code points of a cell's own paragraphs in front of `paragraph`, the line feeds that join them included.
std::uint32_t points_before_in_cell(const docx::Document& document, const Passage& passage, std::uint32_t paragraph) {
  const docx::Cell& cell = document.tables[passage.table].cells[passage.cell];
  std::uint32_t points = 0;
  for (std::uint32_t index = cell.first_paragraph; index < std::min(paragraph, cell.last_paragraph); ++index) {
    const docx::Paragraph& own = document.paragraphs[index];
    if (own.table == passage.table && own.cell == passage.cell) points += utf8::count(document.text_of(own)) + 1;
  }
  return points;
}

}  // namespace

Quote quote_of(const docx::Document& document, const TextModel& model, std::uint32_t passage_index, Span span) {
  Quote quote;
  if (passage_index >= model.passages.size()) return quote;
  const Passage& passage = model.passages[passage_index];
  const SourceSpan source = source_span(passage, span);
  const std::uint32_t paragraph_index = source.paragraph == docx::kNone ? passage.first_paragraph : source.paragraph;
  quote.place.heading = heading_path(document, model, passage_index);
  if (passage.in_table()) {
    const docx::Table& table = document.tables[passage.table];
    const docx::Cell& cell = table.cells[passage.cell];
    quote.place.table = table.number;
    if (!table.sheet_rows.empty())
      quote.place.cell = docx::sheet_cell_name(table.sheet_rows[cell.row], table.sheet_columns[cell.column]);
    quote.place.row = cell.row + 1;
    quote.place.column = cell.column + 1;
    set_story(document, table.story, quote.place);
  }
  if (paragraph_index >= document.paragraphs.size()) return quote;
  const docx::Paragraph& paragraph = document.paragraphs[paragraph_index];
  const std::string_view text = document.text;
  if (!passage.in_table()) {
    quote.place.paragraph = paragraph.number;
    set_story(document, paragraph.story, quote.place);
  }
  quote.place.order = source.paragraph == docx::kNone ? paragraph.begin : source.begin;
  if (source.paragraph == docx::kNone) return quote;
  quote.text = text.substr(source.begin, source.end - source.begin);
  quote.place.start = points_before(model, text, source.begin) - points_before(model, text, paragraph.begin);
  if (passage.in_table()) quote.place.start += points_before_in_cell(document, passage, paragraph_index);
  quote.place.end = quote.place.start + utf8::count(quote.text);
  return quote;
}

namespace {

/// A chart, diagram or embedded document stands under the heading of the paragraph that it hangs on.
std::uint32_t nearest_heading(const docx::Document& document, const TextModel& model, std::uint32_t passage) {
  const Passage& own = model.passages[passage];
  if (own.heading != docx::kNone || own.first_paragraph >= document.paragraphs.size()) return own.heading;
  const std::uint32_t story = document.paragraphs[own.first_paragraph].story;
  const std::uint32_t anchor = story < document.stories.size() ? document.stories[story].anchor : docx::kNone;
  if (anchor == docx::kNone) return docx::kNone;
  const auto behind =
      std::upper_bound(model.passages.begin(), model.passages.end(), anchor,
                       [](std::uint32_t paragraph, const Passage& p) { return paragraph < p.first_paragraph; });
  if (behind == model.passages.begin()) return docx::kNone;
  const Passage& above = *std::prev(behind);
  return above.heading_level > 0 ? static_cast<std::uint32_t>(std::prev(behind) - model.passages.begin())
                                 : above.heading;
}

}  // namespace

std::string heading_path(const docx::Document& document, const TextModel& model, std::uint32_t passage) {
  std::vector<std::uint32_t> chain;
  if (passage >= model.passages.size()) return {};
  for (std::uint32_t at = nearest_heading(document, model, passage); at != docx::kNone; at = model.passages[at].heading)
    chain.push_back(at);
  std::string out;
  for (auto at = chain.rbegin(); at != chain.rend(); ++at) {
    const Passage& heading = model.passages[*at];
    std::string_view text = heading.text;
    text = text.substr(0, std::min(text.find("。"), text.find('\n')));
    if (text.size() > kPathTextLimit) {
      std::size_t end = kPathTextLimit;
      while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
      text = text.substr(0, end);
    }
    if (!out.empty()) out += '/';
    out += heading.label;
    out += text;
  }
  return out;
}

}  // namespace gouji::text
