// Counters, restarts and level text.
// SPDX-License-Identifier: Apache-2.0
#include "docx/numbering.hpp"

#include <cstdlib>

#include "base/utf8.hpp"
#include "docx/number_format.hpp"
#include "docx/symbols.hpp"

namespace gouji::docx {
namespace {

std::size_t at(int level) { return static_cast<std::size_t>(level); }

/// Bullets of symbol fonts stand in the private use area, which prints as nothing elsewhere.
std::string bullet(const std::string& text, std::string_view font) {
  if (text.empty()) return {};
  const char32_t code = utf8::decode(text, 0);
  if (is_symbol_font(font)) {
    const std::string_view known = symbol_text(font, code);
    return known.empty() ? "•" : std::string(known);
  }
  return (code >= 0xE000 && code <= 0xF8FF) || code < 0x20 ? "•" : text;
}

/// "001, 002, 003, ..." -> 3
int width_of(std::string_view format) {
  const std::size_t end = format.find_first_not_of("0123456789");
  const std::size_t digits = end == std::string_view::npos ? format.size() : end;
  return digits > 0 && digits <= 9 && format.front() == '0' ? static_cast<int>(digits) : 0;
}

}  // namespace

NumberLevel Numbering::read_level(pugi::xml_node node) {
  NumberLevel level;
  level.start = to_int(child_value(node, "start"), 1);
  level.restart = to_int(child_value(node, "lvlRestart"), -1);
  level.legal = is_on(child_of(node, "isLgl"));
  if (const char* style = child_value(node, "pStyle")) level.style = style;
  if (const char* text = child_value(node, "lvlText")) level.text = text;
  const char* format = child_value(node, "numFmt");
  pugi::xml_node custom = child_of(node, "numFmt");
  if (format == nullptr) {  // a custom format hides in alternate content with a plain one as fallback
    const pugi::xml_node branches = child_of(node, "AlternateContent");
    format = child_value(child_of(branches, "Fallback"), "numFmt");
    custom = child_of(child_of(branches, "Choice"), "numFmt");
  }
  if (format != nullptr) level.format = format;
  if (const char* pattern = attribute_of(custom, "format")) level.width = width_of(pattern);
  if (level.format == "bullet") {
    const char* font = attribute_of(child_of(child_of(node, "rPr"), "rFonts"), "ascii");
    level.text = bullet(level.text, font == nullptr ? "" : font);
  }
  return level;
}

Numbering::Numbering(const XmlPart& part, const Styles& styles) {
  for (const pugi::xml_node node : part.root().children()) {
    const std::string_view name = local_name(node.name());
    if (name == "abstractNum") {
      Abstract& abstract = abstracts_[to_int(attribute_of(node, "abstractNumId"), -1)];
      if (const char* link = child_value(node, "numStyleLink")) abstract.style_link = link;
      for (const pugi::xml_node child : node.children()) {
        const int level = local_name(child.name()) == "lvl" ? to_int(attribute_of(child, "ilvl"), -1) : -1;
        if (level >= 0 && level < kLevels) abstract.levels[at(level)] = read_level(child);
      }
    } else if (name == "num") {
      Num& num = nums_[to_int(attribute_of(node, "numId"), -1)];
      num.abstract = to_int(child_value(node, "abstractNumId"), -1);
      for (const pugi::xml_node child : node.children()) {
        const int level = local_name(child.name()) == "lvlOverride" ? to_int(attribute_of(child, "ilvl"), -1) : -1;
        if (level < 0 || level >= kLevels) continue;
        if (const char* start = child_value(child, "startOverride")) num.starts[level] = to_int(start, 1);
        if (const pugi::xml_node replaced = child_of(child, "lvl")) num.levels[level] = read_level(replaced);
      }
    }
  }
  for (auto& [id, num] : nums_) num.abstract = resolve(num.abstract, styles);
}

int Numbering::resolve(int abstract, const Styles& styles) const {
  for (int hop = 0; hop < 8; ++hop) {
    const auto found = abstracts_.find(abstract);
    if (found == abstracts_.end() || found->second.style_link.empty()) return abstract;
    const Style* style = styles.find(found->second.style_link);
    const auto num = style == nullptr ? nums_.end() : nums_.find(style->num_id);
    if (num == nums_.end() || num->second.abstract == abstract) return abstract;
    abstract = num->second.abstract;
  }
  return abstract;
}

const NumberLevel& Numbering::level_of(const Num& num, int level) const {
  if (const auto replaced = num.levels.find(level); replaced != num.levels.end()) return replaced->second;
  return abstracts_.at(num.abstract).levels[at(level)];
}

std::optional<int> Numbering::level_of_style(int num_id, std::string_view style) const {
  const auto num = nums_.find(num_id);
  if (num == nums_.end() || abstracts_.count(num->second.abstract) == 0) return std::nullopt;
  for (int level = 0; level < kLevels; ++level) {
    if (level_of(num->second, level).style == style) return level;
  }
  return std::nullopt;
}

std::string Numbering::next(int num_id, int level) {
  const auto found = nums_.find(num_id);
  if (found == nums_.end() || level < 0 || level >= kLevels) return {};
  Num& num = found->second;
  if (abstracts_.count(num.abstract) == 0) return {};
  auto& counters = counters_[num.abstract];

  Counter& own = counters[at(level)];
  if (num.starts.count(level) != 0 && num.begun.insert(level).second) {
    own = {num.starts.at(level), true};
  } else if (own.started) {
    ++own.value;
  } else {
    own = {start_of(num, level), true};
  }
  for (int deeper = level + 1; deeper < kLevels; ++deeper) {
    const int restart = level_of(num, deeper).restart;
    if (restart < 0 || level < restart) counters[at(deeper)].started = false;
  }
  return render(num, level);
}

int Numbering::start_of(const Num& num, int level) const {
  const auto start = num.starts.find(level);
  return start != num.starts.end() ? start->second : level_of(num, level).start;
}

std::string Numbering::render(const Num& num, int level) const {
  const NumberLevel& own = level_of(num, level);
  if (own.format == "bullet") return own.text;
  const auto& counters = counters_.at(num.abstract);
  std::string label;
  for (std::size_t i = 0; i < own.text.size(); ++i) {
    const bool place =
        own.text[i] == '%' && i + 1 < own.text.size() && own.text[i + 1] >= '1' && own.text[i + 1] <= '9';
    if (!place) {
      label += own.text[i];
      continue;
    }
    const int shown = own.text[++i] - '1';
    const NumberLevel& other = level_of(num, shown);
    const Counter& counter = counters[at(shown)];
    const int value = counter.started ? counter.value : start_of(num, shown);
    const bool legal = own.legal && other.format != "none";
    std::string number = format_number(legal ? std::string_view("decimal") : other.format, value);
    while (!legal && number.size() < at(other.width)) number.insert(0, 1, '0');
    label += number;
  }
  while (!label.empty() && (label.back() == ' ' || label.back() == '\t')) label.pop_back();
  return label;
}

}  // namespace gouji::docx
