// Content controls: their content is text, unless Word shows something else in its place: bound data, a box.
// SPDX-License-Identifier: Apache-2.0
#include <cstring>
#include <utility>

#include "docx/bound_data.hpp"
#include "docx/part_walk.hpp"

namespace gouji::docx {
namespace {

/// "2024-05-01T00:00:00" by a format such as yyyy'年'M'月'd'日'; other values as they are.
std::string date_text(const std::string& value, const char* format) {
  if (format == nullptr || value.size() < 10 || value[4] != '-' || value[7] != '-') return value;
  std::string out;
  const std::string_view pattern = format;
  for (std::size_t i = 0; i < pattern.size();) {
    std::size_t count = 1;
    while (i + count < pattern.size() && pattern[i + count] == pattern[i]) ++count;
    const char letter = pattern[i];
    if (letter == 'y') {
      out += count > 2 ? value.substr(0, 4) : value.substr(2, 2);
    } else if (letter == 'M' || letter == 'd') {
      const std::string digits = value.substr(letter == 'M' ? 5 : 8, 2);
      out += count == 1 && digits[0] == '0' ? digits.substr(1) : digits;
    } else if (letter != '\'') {
      out += pattern.substr(i, count);
    }
    i += count;
  }
  return out;
}

/// A list shows the words of the entry that has the value.
std::string list_text(const std::string& value, pugi::xml_node list) {
  for (const pugi::xml_node entry : list.children()) {
    const char* own = attribute_of(entry, "value");
    const char* words = attribute_of(entry, "displayText");
    if (own != nullptr && words != nullptr && value == own) return words;
  }
  return value;
}

void collect_text(pugi::xml_node node, std::string& out) {
  for (const pugi::xml_node child : node.children()) {
    if (local_name(child.name()) == "t") {
      for (const char c : std::string_view(child.child_value())) {
        if (c != ' ' && c != '\n' && c != '\r') out += c;
      }
    } else if (out.size() < 65'536) {
      collect_text(child, out);
    }
  }
}

/// A plain text control that differs from its data: Word fills in the data as it opens the file.
bool is_outdated(pugi::xml_node content, const std::string& value) {
  std::string own;
  collect_text(content, own);
  std::string wanted;
  for (const char c : value) {
    if (c != ' ' && c != '\n' && c != '\r') wanted += c;
  }
  return own != wanted;
}

}  // namespace

/// What Word shows in place of a control's content: a box, the data of an empty or outdated one; else nothing.
std::string PartWalk::shown_instead(pugi::xml_node control) {
  const pugi::xml_node properties = child_of(control, "sdtPr");
  const pugi::xml_node content = child_of(control, "sdtContent");
  const pugi::xml_node binding = child_of(properties, "dataBinding");
  const pugi::xml_node checkbox = child_of(properties, "checkbox");
  if (!binding && !checkbox) return {};
  const bool is_prompt = is_on(child_of(properties, "showingPlcHdr"));
  const bool is_empty = !has_text(content);
  if (checkbox) return !is_empty ? "" : is_on(child_of(checkbox, "checked")) ? "☒" : "☐";
  const bool is_plain = static_cast<bool>(child_of(properties, "text"));
  if (!is_empty && !is_prompt && !is_plain) return {};
  const std::string value = state_.bound.value_of(binding);
  if (value.empty() || (!is_empty && !is_prompt && !is_outdated(content, value))) return {};
  if (const pugi::xml_node date = child_of(properties, "date"))
    return date_text(value, child_value(date, "dateFormat"));
  for (const char* kind : {"dropDownList", "comboBox"}) {
    if (const pugi::xml_node list = child_of(properties, kind)) return list_text(value, list);
  }
  return value;
}

void PartWalk::inline_control(pugi::xml_node node) {
  const std::string shown = shown_instead(node);
  if (shown.empty()) return inlines(node);
  skip(node);
  element_ = kNone;
  offset_ = 0;
  emit_shown(shown);
}

/// The first paragraph of a control whose content is not shown gets what is shown.
void PartWalk::emit_replacement() {
  if (replacement_.empty()) return;
  const std::uint32_t outer = std::exchange(replaced_, 0);
  element_ = kNone;
  offset_ = 0;
  emit_shown(std::exchange(replacement_, {}));
  replaced_ = outer;
}

}  // namespace gouji::docx
