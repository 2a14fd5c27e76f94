// Fields: their instruction is not text, their result is; form fields show their state.
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "docx/field_text.hpp"
#include "docx/part_walk.hpp"

namespace gouji::docx {
namespace {

/// What a form field shows that keeps its value apart from any result: a box, a choice from a list.
std::string form_text(pugi::xml_node mark) {
  const pugi::xml_node form = child_of(mark, "ffData");
  if (const pugi::xml_node box = child_of(form, "checkBox")) {
    const pugi::xml_node checked = child_of(box, "checked");
    return is_on(checked ? checked : child_of(box, "default")) ? "☒" : "☐";
  }
  if (const pugi::xml_node list = child_of(form, "ddList")) {
    int wanted = to_int(child_value(list, "result"), to_int(child_value(list, "default"), 0));
    for (const pugi::xml_node entry : list.children()) {
      if (local_name(entry.name()) != "listEntry" || wanted-- > 0) continue;
      const char* text = attribute_of(entry, "val");
      return text == nullptr ? "" : text;
    }
  }
  return {};
}

}  // namespace

void PartWalk::field_mark(pugi::xml_node node) {
  const char* type = attribute_of(node, "fldCharType");
  const std::string_view kind = type == nullptr ? "" : type;
  if (kind == "begin") {
    Field field;
    if (const std::string shown = form_text(node); !shown.empty()) {
      field.is_form = true;
      emit_shown(shown);
    }
    fields_.push_back(std::move(field));
    ++open_instructions_;
    return;
  }
  if (fields_.empty()) return;
  Field& field = fields_.back();
  if (kind == "separate" && !field.in_result && !field.is_form) {
    field.in_result = true;
    field.result_begin = state_.document.text.size();
    --open_instructions_;
    const std::size_t word = field.instruction.find_first_not_of(' ');
    field.toc = word != std::string::npos && field.instruction.compare(word, 3, "TOC") == 0;
    if (field.toc) {
      ++toc_;
      if (open_) open_paragraph().is_toc = true;
    }
  } else if (kind == "end") {
    if (!field.in_result) --open_instructions_;
    if (field.toc && toc_ > 0) {
      --toc_;
      Paragraph& paragraph = open_paragraph();
      if (toc_ == 0 && paragraph.begin == state_.document.text.size()) paragraph.is_toc = false;
    }
    const bool has_result = field.in_result && field.result_begin < state_.document.text.size();
    const std::string instruction = has_result || field.is_form ? std::string() : std::move(field.instruction);
    fields_.pop_back();
    if (!instruction.empty()) emit_shown(field_text(instruction));
  }
}

/// Text that no w:t holds.
void PartWalk::emit_shown(std::string_view characters) {
  if (!characters.empty()) emit(characters, 0);
}

/// A field that was begun and never reached its result must not swallow the rest of the document.
void PartWalk::drop_open_instructions() {
  while (open_instructions_ > 0 && !fields_.empty()) {
    if (!fields_.back().in_result) {
      --open_instructions_;
      ++state_.unclosed_fields;
    }
    if (fields_.back().toc && toc_ > 0) --toc_;
    fields_.pop_back();
  }
}

}  // namespace gouji::docx
