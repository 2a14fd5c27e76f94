// SPDX-License-Identifier: Apache-2.0
#include "annotate/locate.hpp"

#include <algorithm>
#include <utility>

#include "base/utf8.hpp"

namespace gouji::annotate {
namespace {

using docx::Tag;

/// Bytes of the first `points` characters.
std::uint32_t bytes_of(std::string_view text, std::uint32_t points) {
  std::size_t at = 0;
  for (; points > 0 && at < text.size(); --points) at += utf8::length(text[at]);
  return static_cast<std::uint32_t>(std::min(at, text.size()));
}

}  // namespace

Locator::Locator(const docx::Document& document, const Body& body, PackageEdit& edit)
    : document_(document), body_(body), edit_(edit) {}

/// The index of the paragraph; start becomes an offset in it where the place is a cell.
std::uint32_t Locator::paragraph_of(const Place& place, std::uint32_t& start) const {
  if (!place.table) {
    for (std::uint32_t index = 0; index < document_.paragraphs.size(); ++index) {
      const docx::Paragraph& paragraph = document_.paragraphs[index];
      if (place.paragraph != paragraph.number || paragraph.number == docx::kNone) continue;
      const docx::Story& story = document_.stories[paragraph.story];
      if (story.name == place.part && (place.entry.empty() || story.part == place.entry)) return index;
    }
    return docx::kNone;
  }
  for (std::uint32_t table = 0; table < document_.tables.size(); ++table) {
    if (document_.tables[table].number != *place.table) continue;
    const std::vector<docx::Cell>& cells = document_.tables[table].cells;
    for (std::uint32_t cell = 0; cell < cells.size(); ++cell) {
      if (cells[cell].row + 1 != place.row || cells[cell].column + 1 != place.column) continue;
      for (std::uint32_t index = cells[cell].first_paragraph; index < cells[cell].last_paragraph; ++index) {
        const docx::Paragraph& paragraph = document_.paragraphs[index];
        if (paragraph.table != table || paragraph.cell != cell) continue;
        const std::uint32_t points = utf8::count(document_.text_of(paragraph));
        if (start <= points) return index;
        start -= points + 1;
      }
    }
  }
  return docx::kNone;
}

Locator::Spot Locator::spot_of(const Evidence& evidence) const {
  const bool has_mark = evidence.mark_end > evidence.mark_start;
  const std::uint32_t length =
      has_mark ? evidence.mark_end - evidence.mark_start : evidence.place.end - evidence.place.start;
  std::uint32_t start = evidence.place.start + (has_mark ? evidence.mark_start : 0);
  Spot spot;
  spot.paragraph = paragraph_of(evidence.place, start);
  if (spot.paragraph == docx::kNone) return spot;
  const docx::Paragraph& paragraph = document_.paragraphs[spot.paragraph];
  const std::string_view text = document_.text_of(paragraph);
  spot.begin = paragraph.begin + bytes_of(text, start);
  spot.end = paragraph.begin + bytes_of(text, start + length);
  return spot;
}

std::optional<Located> Locator::in_body(const Spot& spot) const {
  const docx::Paragraph& paragraph = document_.paragraphs[spot.paragraph];
  const docx::Run* first = nullptr;
  const docx::Run* last = nullptr;
  const docx::Run* known_before = nullptr;  // for characters that no run holds: a formula, bound data
  const docx::Run* known_behind = nullptr;
  for (std::uint32_t index = paragraph.first_run; index < paragraph.last_run; ++index) {
    const docx::Run& run = document_.runs[index];
    const bool is_within = run.begin < spot.end && run.end > spot.begin;
    if (is_within && first == nullptr) first = &run;
    if (is_within) last = &run;
    if (body_.run(run.element) == kNone) continue;
    if (run.end <= spot.begin) known_before = &run;
    if (run.begin >= spot.end && known_behind == nullptr) known_behind = &run;
  }
  if (first == nullptr) return std::nullopt;
  const std::string_view text = document_.text;
  const auto point = [&](const docx::Run& run, std::uint32_t at, bool is_end) -> std::optional<Point> {
    const std::uint32_t element = body_.run(run.element);
    if (element == kNone) return std::nullopt;
    const std::uint32_t offset = run.offset + utf8::count(text.substr(run.begin, at - run.begin));
    const char32_t expected = utf8::decode(text, at);
    return is_end ? body_.behind(element, offset, expected) : body_.before(element, offset, expected);
  };
  const auto unit = [&](const docx::Run* run) {
    const std::uint32_t element = run == nullptr ? kNone : body_.run(run->element);
    return element == kNone ? kNone : body_.unit_of(element);
  };
  const std::uint32_t last_at = static_cast<std::uint32_t>(utf8::previous(text, spot.end));
  const auto start = point(*first, std::max(first->begin, spot.begin), false);
  const auto end = point(*last, last_at, true);
  std::optional<Range> whole = body_.around_paragraph(body_.paragraph(paragraph.source_index));
  if (start && end) return Located{{*start, *end, body_.reference_for(*end, unit(last))}, true};
  if (!whole) return std::nullopt;
  Range range = *whole;
  if (start) {
    range.start = *start;
  } else if (unit(first) != kNone) {
    range.start.at = body_.markup().at(unit(first)).begin;
  } else if (unit(known_before) != kNone) {
    range.start.at = body_.markup().at(unit(known_before)).end;
  }
  const std::uint32_t end_unit = unit(last);
  if (end) {
    range.end = *end;
    range.reference = body_.reference_for(*end, end_unit);
  } else if (end_unit != kNone) {
    range.end.at = body_.markup().at(end_unit).end;
    range.reference = body_.reference_for(range.end, end_unit);
  } else if (unit(known_behind) != kNone) {
    range.end.at = body_.markup().at(unit(known_behind)).begin;
    range.reference = whole->reference;
  }
  if (range.end.at <= range.start.at) return Located{*whole, false};
  return Located{range, false};
}

const Markup* Locator::other_part(const std::string& part) {
  const auto known = others_.find(part);
  if (known != others_.end()) return known->second ? &*known->second : nullptr;
  std::optional<Markup> read;
  if (auto markup = edit_.markup(part)) read = std::move(markup.value());
  const auto& stored = others_.emplace(part, std::move(read)).first->second;
  return stored ? &*stored : nullptr;
}

/// The reference in the body to the note that the paragraph stands in.
std::optional<Range> Locator::note_reference(const docx::Paragraph& paragraph, const std::string& part) {
  const Markup* notes = other_part(part);
  if (notes == nullptr) return std::nullopt;
  std::uint32_t number = 0;
  for (std::uint32_t index = 0; index < notes->elements().size(); ++index) {
    if (notes->at(index).tag != Tag::p || number++ != paragraph.source_index) continue;
    std::uint32_t note = index;
    while (notes->at(note).parent != kNone && notes->at(note).parent != 0) note = notes->at(note).parent;
    const auto id = notes->attribute(notes->at(note), "id");
    const Tag wanted = notes->local(notes->at(note)) == "endnote" ? Tag::endnote_reference : Tag::footnote_reference;
    const Markup& main = body_.markup();
    for (std::uint32_t at = 0; id && at < main.elements().size(); ++at) {
      if (main.at(at).tag != wanted || main.attribute(main.at(at), "id") != id) continue;
      const std::uint32_t unit = body_.unit_of(at);
      if (unit != kNone) return body_.around(unit, unit);
    }
    return std::nullopt;
  }
  return std::nullopt;
}

/// The first paragraph of the section whose header or footer this part is.
std::optional<Range> Locator::section_start(const std::string& part) {
  const auto relations = edit_.relations();
  if (!relations) return std::nullopt;
  std::string id;
  for (const Related& relation : relations.value()) {
    if (relation.target == part) id = relation.id;
  }
  const Markup& main = body_.markup();
  std::uint32_t section_begin = 0;
  for (const Element& section : main.elements()) {
    if (section.tag != Tag::sect_pr) continue;
    bool is_this = false;
    for (const std::uint32_t child : main.children(static_cast<std::uint32_t>(&section - main.elements().data()))) {
      if (main.local(main.at(child)).ends_with("Reference") && main.attribute(main.at(child), "id") == id)
        is_this = true;
    }
    if (is_this) break;
    if (section.parent != kNone && main.at(section.parent).tag == Tag::p_pr) section_begin = section.end;
  }
  for (const std::uint32_t paragraph : body_.paragraphs()) {
    if (main.at(paragraph).begin < section_begin || body_.unit_of(paragraph) != kNone) continue;
    if (main.children(paragraph).empty()) continue;
    if (auto range = body_.around_paragraph(paragraph)) return range;
  }
  return std::nullopt;
}

std::optional<Range> Locator::first_paragraph() const {
  for (const std::uint32_t paragraph : body_.paragraphs()) {
    if (auto range = body_.around_paragraph(paragraph)) return range;
  }
  return std::nullopt;
}

/// For what stands in no paragraph of the main part: where it hangs on it.
std::optional<Range> Locator::of_story(std::uint32_t index) {
  constexpr int kDeepest = 16;  // a box in an embedded document in a box…
  for (int depth = 0; index < document_.paragraphs.size() && depth < kDeepest; ++depth) {
    const docx::Paragraph& paragraph = document_.paragraphs[index];
    const docx::Story& story = document_.stories[paragraph.story];
    if (story.anchor != docx::kNone && story.anchor != index) {
      index = story.anchor;
      continue;
    }
    if (story.part == edit_.main_part()) {
      const std::uint32_t element = body_.paragraph(paragraph.source_index);
      return element == kNone ? std::nullopt : body_.around_paragraph(element);
    }
    if (auto range = note_reference(paragraph, story.part)) return range;
    return section_start(story.part);
  }
  return std::nullopt;
}

std::optional<Located> Locator::locate(const Evidence& evidence) {
  const Spot spot = spot_of(evidence);
  std::optional<Range> range;
  if (spot.paragraph != docx::kNone) {
    const docx::Story& story = document_.stories[document_.paragraphs[spot.paragraph].story];
    if (story.part == edit_.main_part() && story.anchor == docx::kNone && spot.end > spot.begin) {
      if (auto found = in_body(spot)) return found;
    }
    range = of_story(spot.paragraph);
  }
  if (!range) range = first_paragraph();
  if (!range) return std::nullopt;
  return Located{*range, false};
}

}  // namespace gouji::annotate
