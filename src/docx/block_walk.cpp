// Blocks: paragraphs with their properties, controls, alternate content, stories.
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cstring>
#include <utility>

#include "docx/part_walk.hpp"

namespace gouji::docx {
namespace {

/// Half characters: hundredths of a character where the file has them, else 1/20 points of a 10.5 point character.
int indent_of(pugi::xml_node ind) {
  constexpr int kTwipsOfHalf = 105;
  constexpr int kWidest = 60;
  const auto side = [&](const char* chars, const char* twips, const char* other) {
    if (const int hundredths = to_int(attribute_of(ind, chars), 0); hundredths > 0) return hundredths / 50;
    const int measure = to_int(attribute_of(ind, twips), other == nullptr ? 0 : to_int(attribute_of(ind, other), 0));
    return measure > 0 ? measure / kTwipsOfHalf : 0;
  };
  return std::min(side("leftChars", "left", "start") + side("firstLineChars", "firstLine", nullptr), kWidest);
}

}  // namespace

PartWalk::PartWalk(WalkState& state, const XmlPart& part)
    : state_(state), names_(part.names), part_(part.name), rendered_breaks_(part.has_rendered_breaks) {}

void PartWalk::begin_story(StoryKind kind, std::string name) {
  story_ = static_cast<std::uint32_t>(state_.document.stories.size());
  page_ = kind == StoryKind::body ? 1 : 0;
  number_ = kind == StoryKind::textbox ? state_.textbox_paragraphs : 0;
  state_.document.stories.push_back({kind, std::move(name), part_});
}

void PartWalk::content(pugi::xml_node node) {
  blocks(node);
  if (open_) finish_paragraph();
  state_.unclosed_fields += static_cast<std::uint32_t>(fields_.size());
  fields_.clear();
  open_instructions_ = 0;
  toc_ = 0;
}

void PartWalk::text_boxes() {
  if (boxes_.empty()) return;
  const Mark end = at_;
  begin_story(StoryKind::textbox, "textbox");
  for (std::size_t i = 0; i < boxes_.size(); ++i) {  // a box may hold boxes: the list grows
    const Box box = boxes_[i];
    at_ = box.at;
    page_ = box.page;
    content(box.node);
  }
  state_.textbox_paragraphs = number_;
  boxes_.clear();
  at_ = end;
}

void PartWalk::skip(pugi::xml_node node) {
  pugi::xml_node at = node;
  while (at) {
    const Tag tag = names_.tag(at);
    if (tag == Tag::p) ++at_.paragraphs;
    if (tag == Tag::r) ++at_.runs;
    if (at.first_child()) {
      at = at.first_child();
      continue;
    }
    while (at != node && !at.next_sibling()) at = at.parent();
    if (at == node) return;
    at = at.next_sibling();
  }
}

void PartWalk::blocks(pugi::xml_node parent) {
  const Descent descent(*this);
  for (pugi::xml_node node = parent.first_child(); node && descent; node = node.next_sibling()) {
    if (state_.budget.is_spent_by_now()) return;
    block(node);
  }
}

void PartWalk::block(pugi::xml_node node) {
  switch (names_.tag(node)) {
    case Tag::p: return paragraph(node);
    case Tag::tbl: return table(node);
    case Tag::sdt: {
      const char* gallery = child_value(child_of(child_of(node, "sdtPr"), "docPartObj"), "docPartGallery");
      const bool contents = gallery != nullptr && std::strcmp(gallery, "Table of Contents") == 0;
      toc_ += contents ? 1 : 0;
      block_control(node, [this](pugi::xml_node control) { blocks(control); });
      toc_ -= contents && toc_ > 0 ? 1 : 0;
      return;
    }
    case Tag::sdt_content:
    case Tag::custom_xml:
    case Tag::smart_tag:
    case Tag::ins:
    case Tag::move_to: return blocks(node);
    case Tag::alternate_content: return alternate(node, [this](pugi::xml_node branch) { blocks(branch); });
    case Tag::sect_pr: state_.sections.push_back(node); return;
    case Tag::comment_start:
    case Tag::comment_end: return comment_mark(node);
    case Tag::alt_chunk: return attach(Attachment::Kind::chunk, node, "id");
    case Tag::sub_document: return attach(Attachment::Kind::sub_document, node, "id");
    default: return skip(node);
  }
}

void PartWalk::paragraph(pugi::xml_node node) {
  properties_ = read_properties(child_of(node, "pPr"));
  if (open_ && open_paragraph().begin == state_.document.text.size()) reopen_paragraph();
  if (!open_) start_paragraph();
  ++at_.paragraphs;
  if (cell_ == kNone) ++number_;
  inlines(node);
  emit_replacement();
  drop_open_instructions();
  const bool has_text = open_paragraph().begin < state_.document.text.size();
  const bool runs_on = properties_.mark_deleted || (properties_.mark_hidden && !properties_.mark_parts && has_text);
  if (!runs_on) finish_paragraph();
}

/// All of the paragraph before was deleted or moved away: the one that begins is the first that is seen.
void PartWalk::reopen_paragraph() {
  Paragraph& paragraph = open_paragraph();
  paragraph.number = cell_ == kNone ? number_ + 1 : kNone;
  paragraph.source_index = at_.paragraphs;
  paragraph.page = page_;
}

void PartWalk::start_paragraph() {
  Document& document = state_.document;
  Paragraph paragraph;
  paragraph.begin = static_cast<std::uint32_t>(document.text.size());
  paragraph.first_run = static_cast<std::uint32_t>(document.runs.size());
  paragraph.story = story_;
  paragraph.number = cell_ == kNone ? number_ + 1 : kNone;
  paragraph.table = table_;
  paragraph.cell = cell_;
  paragraph.source_index = at_.paragraphs;
  paragraph.page = page_;
  paragraph.is_toc = toc_ > 0;
  document.paragraphs.push_back(std::move(paragraph));
  open_ = true;
}

void PartWalk::finish_paragraph() {
  Paragraph& paragraph = open_paragraph();
  paragraph.end = static_cast<std::uint32_t>(state_.document.text.size());
  paragraph.last_run = static_cast<std::uint32_t>(state_.document.runs.size());
  const Style* style = properties_.style;
  const int outline = properties_.outline >= 0 ? properties_.outline : style != nullptr ? style->outline : -1;
  paragraph.outline_level = outline >= 0 && outline <= 8 ? outline : -1;
  paragraph.centered = (properties_.centered >= 0 ? properties_.centered : style != nullptr ? style->centered : 0) == 1;
  paragraph.indent = properties_.indent;
  paragraph.is_toc = paragraph.is_toc || (style != nullptr && style->toc);
  number_paragraph(paragraph);
  open_ = false;
}

void PartWalk::number_paragraph(Paragraph& paragraph) {
  if (properties_.mark_hidden) return;
  const Style* style = properties_.style;
  int num_id = properties_.num_id;
  int level = properties_.level;
  if (num_id < 0 && style != nullptr && style->num_id > 0) {
    num_id = style->num_id;
    if (level < 0) level = state_.numbering.level_of_style(num_id, style->id).value_or(style->level);
  }
  if (num_id <= 0) return;
  if (level < 0) level = 0;
  std::string label = state_.numbering.next(num_id, level);
  if (state_.budget.take_memory(label.size())) paragraph.label = std::move(label);
  paragraph.list_id = num_id;
  paragraph.list_level = level;
}

PartWalk::Properties PartWalk::read_properties(pugi::xml_node node) {
  Properties properties;
  properties.style = state_.styles.paragraph_default();
  for (pugi::xml_node child = node.first_child(); child; child = child.next_sibling()) {
    const std::string_view name = local_name(child.name());
    const char* value = attribute_of(child, "val");
    if (name == "pStyle" && value != nullptr) {
      if (const Style* style = state_.styles.find(value)) properties.style = style;
    } else if (name == "numPr") {
      properties.num_id = to_int(child_value(child, "numId"), -1);
      properties.level = to_int(child_value(child, "ilvl"), -1);
    } else if (name == "outlineLvl") {
      properties.outline = to_int(value, -1);
    } else if (name == "jc" && value != nullptr) {
      properties.centered = std::strcmp(value, "center") == 0 ? 1 : 0;
    } else if (name == "ind") {
      properties.indent = indent_of(child);
    } else if (name == "pageBreakBefore" && !rendered_breaks_ && is_on(child) && page_ > 0) {
      ++page_;
    } else if (name == "rPr") {
      properties.mark_deleted = child_of(child, "del") || child_of(child, "moveFrom");
      properties.mark_hidden = is_on(child_of(child, "vanish"));
      properties.mark_parts = is_on(child_of(child, "specVanish"));
    } else if (name == "sectPr") {
      state_.sections.push_back(child);
    }
  }
  return properties;
}

bool PartWalk::has_text(pugi::xml_node node) const {
  pugi::xml_node at = node;
  while (at) {
    const Tag tag = names_.tag(at);
    if ((tag == Tag::t || tag == Tag::math_text || tag == Tag::sym) && (at.first_child() || tag == Tag::sym))
      return true;
    if (tag == Tag::other && (local_name(at.name()) == "chart" || local_name(at.name()) == "relIds")) return true;
    if (at.first_child()) {
      at = at.first_child();
      continue;
    }
    while (at != node && !at.next_sibling()) at = at.parent();
    if (at == node) return false;
    at = at.next_sibling();
  }
  return false;
}

/// The first choice that is understood and carries text; else the fallback if that does; else whatever is first.
pugi::xml_node PartWalk::choose(pugi::xml_node alternate) const {
  pugi::xml_node first;
  for (const pugi::xml_node branch : alternate.children()) {
    const Tag tag = names_.tag(branch);
    if (tag != Tag::choice && tag != Tag::fallback) continue;
    if (tag == Tag::choice) {
      const char* needs = attribute_of(branch, "Requires");
      const std::string_view prefixes = needs == nullptr ? "" : needs;
      if (!names_.knows_prefix(prefixes.substr(0, prefixes.find(' ')))) continue;
    }
    if (has_text(branch)) return branch;
    if (!first) first = branch;
  }
  return first;
}

}  // namespace gouji::docx
