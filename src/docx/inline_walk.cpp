// What stands inside a paragraph: runs, changes, links, controls, fields, pictures with their text boxes.
// SPDX-License-Identifier: Apache-2.0
#include <cstring>

#include "docx/part_walk.hpp"
#include "docx/symbols.hpp"

namespace gouji::docx {
namespace {

constexpr std::size_t kLongestInstruction = 2'048;

}  // namespace

void PartWalk::inlines(pugi::xml_node parent) {
  const Descent descent(*this);
  for (pugi::xml_node node = parent.first_child(); node && descent; node = node.next_sibling()) {
    if (state_.budget.is_spent_by_now()) return;
    inline_node(node);
  }
}

void PartWalk::inline_node(pugi::xml_node node) {
  switch (names_.tag(node)) {
    case Tag::r: return run(node);
    case Tag::ins:
    case Tag::move_to:
    case Tag::hyperlink:
    case Tag::smart_tag:
    case Tag::custom_xml:
    case Tag::fld_simple:
    case Tag::sdt_content:
    case Tag::dir:
    case Tag::bdo: return inlines(node);
    case Tag::sdt: return inline_control(node);
    case Tag::alternate_content: return alternate(node, [this](pugi::xml_node branch) { inlines(branch); });
    case Tag::math:
      element_ = kNone;
      offset_ = 0;
      return math(node);
    case Tag::comment_start:
    case Tag::comment_end: return comment_mark(node);
    case Tag::sub_document: return attach(Attachment::Kind::sub_document, node, "id");
    case Tag::p_pr:
    case Tag::sdt_pr: return;
    default: return skip(node);  // deleted and moved-away text, markers, what is unknown
  }
}

/// Hidden or not, and the font of its letters where that is a font of pictures.
void PartWalk::read_run_properties(pugi::xml_node run_properties) {
  int vanish = -1;
  const Style* run_style = nullptr;
  symbol_font_ = {};
  for (pugi::xml_node child = run_properties.first_child(); child; child = child.next_sibling()) {
    const std::string_view name = local_name(child.name());
    if (name == "vanish") {
      vanish = is_on(child) ? 1 : 0;
    } else if (name == "rStyle") {
      const char* value = attribute_of(child, "val");
      run_style = value == nullptr ? nullptr : state_.styles.find(value);
    } else if (name == "rFonts") {
      const char* font = attribute_of(child, "ascii");
      if (font == nullptr) font = attribute_of(child, "hAnsi");
      if (font != nullptr && is_symbol_font(font)) symbol_font_ = font;
    }
  }
  if (vanish < 0 && run_style != nullptr) vanish = run_style->vanish;
  if (vanish < 0 && properties_.style != nullptr) vanish = properties_.style->vanish;
  hidden_ = vanish == 1;
}

void PartWalk::run(pugi::xml_node node) {
  element_ = at_.runs++;
  offset_ = 0;
  const pugi::xml_node first = node.first_child();
  read_run_properties(names_.tag(first) == Tag::r_pr ? first : child_of(node, "rPr"));
  run_children(node);
  hidden_ = false;
  symbol_font_ = {};
}

void PartWalk::run_children(pugi::xml_node node) {
  const Descent descent(*this);
  for (pugi::xml_node child = node.first_child(); child && descent; child = child.next_sibling()) run_child(child);
}

void PartWalk::run_child(pugi::xml_node node) {
  switch (names_.tag(node)) {
    case Tag::t: return text(node);
    case Tag::tab:
    case Tag::ptab: return emit("\t", 1);
    case Tag::br: return line_break(node);
    case Tag::cr: return emit("\n", 1);
    case Tag::no_break_hyphen: return emit("-", 1);
    case Tag::sym: return symbol(node);
    case Tag::fld_char: return field_mark(node);
    case Tag::instr_text:
      if (!fields_.empty() && !fields_.back().in_result && fields_.back().instruction.size() < kLongestInstruction) {
        fields_.back().instruction += node.child_value();
      }
      return;
    case Tag::rendered_break:
      if (rendered_breaks_) turn_page();
      return;
    case Tag::drawing:
    case Tag::pict:
    case Tag::object:
      if (muted()) return skip(node);
      return graphics(node);
    case Tag::alternate_content: return alternate(node, [this](pugi::xml_node branch) { run_children(branch); });
    case Tag::ruby:
      for (const pugi::xml_node child : node.children()) {
        if (names_.tag(child) == Tag::ruby_base) {
          const bool hidden = hidden_;
          const std::string_view font = symbol_font_;
          inlines(child);
          hidden_ = hidden;
          symbol_font_ = font;
        } else {
          skip(child);
        }
      }
      return;
    case Tag::footnote_reference:
      if (const char* id = attribute_of(node, "id"); id != nullptr && !muted()) state_.footnotes.emplace_back(id);
      return;
    case Tag::endnote_reference:
      if (const char* id = attribute_of(node, "id"); id != nullptr && !muted()) state_.endnotes.emplace_back(id);
      return;
    case Tag::comment_reference: return comment_mark(node);
    case Tag::r_pr: return;
    default: return skip(node);
  }
}

void PartWalk::turn_page() {
  if (page_ == 0) return;
  ++page_;
  if (open_ && open_paragraph().begin == state_.document.text.size()) open_paragraph().page = page_;
}

void PartWalk::line_break(pugi::xml_node node) {
  const char* type = attribute_of(node, "type");
  if (type == nullptr || std::strcmp(type, "textWrapping") == 0) return emit("\n", 1);
  if (std::strcmp(type, "page") == 0 && !rendered_breaks_ && !muted()) turn_page();
}

void PartWalk::graphics(pugi::xml_node node) {
  const Descent descent(*this);
  for (pugi::xml_node child = node.first_child(); child && descent; child = child.next_sibling()) {
    const Tag tag = names_.tag(child);
    if (tag == Tag::txbx_content) {
      boxes_.push_back({child, at_, page_});
      skip(child);
    } else if (tag == Tag::alternate_content) {
      alternate(child, [this](pugi::xml_node branch) { graphics(branch); });
    } else if (tag == Tag::p || tag == Tag::r) {
      skip(child);
    } else {
      const std::string_view name = local_name(child.name());
      if (name == "blip" || name == "imagedata") ++state_.images;
      if (name == "chart") attach(Attachment::Kind::chart, child, "id");
      if (name == "relIds") attach(Attachment::Kind::diagram, child, "dm");
      if (name == "OLEObject") attach(Attachment::Kind::object, child, "id");
      graphics(child);
    }
  }
}

void PartWalk::attach(Attachment::Kind kind, pugi::xml_node node, std::string_view attribute) {
  const char* id = attribute_of(node, attribute);
  if (id == nullptr) {
    ++state_.objects;
    return;
  }
  const auto paragraphs = static_cast<std::uint32_t>(state_.document.paragraphs.size());
  attachments_.push_back({kind, id, paragraphs == 0 ? 0 : paragraphs - 1});
}

/// Formulas by their text; a fraction is kept apart with '/', a power with '^', or 3/4 would read 34.
void PartWalk::math(pugi::xml_node node) {
  const Descent descent(*this);
  for (pugi::xml_node child = node.first_child(); child && descent; child = child.next_sibling()) {
    switch (names_.tag(child)) {
      case Tag::math_text: text(child); break;
      case Tag::math_denominator:
        emit("/", 0);
        math(child);
        break;
      case Tag::math_sup:
        if (names_.tag(node) == Tag::math_superscript) emit("^", 0);
        math(child);
        break;
      case Tag::r:
        run(child);
        element_ = kNone;
        offset_ = 0;
        break;
      case Tag::del:
      case Tag::move_from: skip(child); break;
      default: math(child); break;
    }
  }
}

}  // namespace gouji::docx
