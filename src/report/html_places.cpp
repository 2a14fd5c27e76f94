// SPDX-License-Identifier: Apache-2.0
#include "report/html_places.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <variant>

#include "base/utf8.hpp"

namespace gouji::report {
namespace {

struct Wanted {
  MarkedSpan span;
  const Evidence* evidence;
};

using Numbers = std::array<std::uint32_t, 3>;  // paragraph, 0, 0; or table, row, column
using Story = std::map<Numbers, std::vector<Wanted>>;

/// Whether `quote` stands in `text` at the code points of the span.
bool stands_there(const std::string& text, const Evidence& evidence) {
  std::size_t at = 0;
  for (std::uint32_t index = 0; index < evidence.place.start; ++index) {
    if (at >= text.size()) return false;
    at += utf8::length(text[at]);
  }
  return at <= text.size() && text.compare(at, evidence.quote.size(), evidence.quote) == 0 &&
         utf8::count(evidence.quote) == evidence.place.end - evidence.place.start;
}

MarkedSpan span_of(const Finding& finding, const Evidence& evidence, std::size_t number, std::size_t place) {
  MarkedSpan span;
  span.start = evidence.place.start;
  span.end = evidence.place.end;
  const bool marks_all = evidence.mark_end <= evidence.mark_start;
  span.mark_start = marks_all ? span.start : span.start + evidence.mark_start;
  span.mark_end = marks_all ? span.end : span.start + evidence.mark_end;
  span.finding = static_cast<std::uint32_t>(number + 1);
  span.evidence = static_cast<std::uint32_t>(place + 1);
  span.severity = finding.severity;
  span.is_open = finding.standing.kind == Standing::Kind::open;
  return span;
}

/// By story, then by numbers: of the text, which may be large, only what is asked for is looked up.
std::map<std::string, Story> wanted_of(const Outcome& outcome) {
  std::map<std::string, Story> out;
  for (std::size_t number = 0; number < outcome.findings.size(); ++number) {
    const Finding& finding = outcome.findings[number];
    for (std::size_t index = 0; index < finding.evidence.size(); ++index) {
      const Evidence& evidence = finding.evidence[index];
      const Place& place = evidence.place;
      Numbers numbers{place.paragraph.value_or(0), 0, 0};
      if (place.table) numbers = {*place.table, place.row.value_or(0), place.column.value_or(0)};
      if (numbers[0] == 0) continue;
      out[place.part][numbers].push_back({span_of(finding, evidence, number, index), &evidence});
    }
  }
  return out;
}

}  // namespace

HtmlPlaces::HtmlPlaces(const Outcome& outcome) {
  if (!outcome.text) return;
  const std::map<std::string, Story> wanted = wanted_of(outcome);
  const auto look_up = [&](const Story& story, const Numbers& numbers, const std::string& text, std::size_t block,
                           std::size_t cell) {
    const auto found = story.find(numbers);
    if (found == story.end()) return;
    for (const Wanted& each : found->second) {
      if (!stands_there(text, *each.evidence) || !located_.insert({each.span.finding, each.span.evidence}).second)
        continue;
      spans_[{block, cell}].push_back(each.span);
    }
  };
  for (std::size_t index = 0; index < outcome.text->blocks.size(); ++index) {
    const auto& block = outcome.text->blocks[index];
    if (const auto* paragraph = std::get_if<TextParagraph>(&block)) {
      const auto story = wanted.find(paragraph->part);
      if (story != wanted.end()) look_up(story->second, {paragraph->number, 0, 0}, paragraph->text, index, 0);
      continue;
    }
    const auto& table = std::get<TextTable>(block);
    const auto story = wanted.find(table.part);
    if (story == wanted.end()) continue;
    for (std::size_t cell = 0; cell < table.cells.size(); ++cell) {
      const TextCell& at = table.cells[cell];
      look_up(story->second, {table.number, at.row, at.column}, at.text, index, cell);
    }
  }
}

const std::vector<MarkedSpan>& HtmlPlaces::on(std::size_t block, std::size_t cell) const {
  static const std::vector<MarkedSpan> kNone;
  const auto found = spans_.find({block, cell});
  return found == spans_.end() ? kNone : found->second;
}

bool HtmlPlaces::has(std::uint32_t finding, std::uint32_t evidence) const {
  return located_.contains({finding, evidence});
}

}  // namespace gouji::report
