// styles.xml; headings and contents entries are known by outline level or by style name («heading 1», «标题 1», «toc
// 1»).
// SPDX-License-Identifier: Apache-2.0
#include "docx/styles.hpp"

namespace gouji::docx {
namespace {

std::string plain_name(std::string_view name) {
  std::string out;
  for (const char c : name) {
    if (c == ' ') continue;
    out += (c >= 'A' && c <= 'Z') ? static_cast<char>(c - 'A' + 'a') : c;
  }
  return out;
}

int heading_level(const std::string& name) {
  for (const std::string_view head : {std::string_view("heading"), std::string_view("标题")}) {
    if (name.size() == head.size() + 1 && name.compare(0, head.size(), head) == 0) {
      const char digit = name.back();
      if (digit >= '1' && digit <= '9') return digit - '1';
    }
  }
  return -1;
}

bool is_toc_name(const std::string& name) {
  if (name == "toc" || name == "tocheading") return true;
  for (const std::string_view head : {std::string_view("toc"), std::string_view("目录")}) {
    if (name.size() == head.size() + 1 && name.compare(0, head.size(), head) == 0) {
      return name.back() >= '1' && name.back() <= '9';
    }
  }
  return false;
}

Style read_style(pugi::xml_node node) {
  Style style;
  if (const char* id = attribute_of(node, "styleId")) style.id = id;
  if (const char* base = child_value(node, "basedOn")) style.based_on = base;
  const pugi::xml_node paragraph = child_of(node, "pPr");
  style.outline = to_int(child_value(paragraph, "outlineLvl"), -1);
  if (const pugi::xml_node numbering = child_of(paragraph, "numPr")) {
    style.num_id = to_int(child_value(numbering, "numId"), -1);
    style.level = to_int(child_value(numbering, "ilvl"), -1);
  }
  if (const char* jc = child_value(paragraph, "jc")) style.centered = std::string_view(jc) == "center" ? 1 : 0;
  const pugi::xml_node vanish = child_of(child_of(node, "rPr"), "vanish");
  if (vanish) style.vanish = is_on(vanish) ? 1 : 0;
  const char* name = child_value(node, "name");
  const std::string plain = plain_name(name == nullptr ? "" : name);
  style.toc = is_toc_name(plain);
  if (style.outline < 0) style.outline = heading_level(plain);
  return style;
}

}  // namespace

Styles::Styles(const XmlPart& part) {
  for (const pugi::xml_node node : part.root().children()) {
    if (local_name(node.name()) != "style") continue;
    const char* type = attribute_of(node, "type");
    const char* standard = attribute_of(node, "default");
    if (default_ < 0 && type != nullptr && std::string_view(type) == "paragraph" && standard != nullptr &&
        (std::string_view(standard) == "1" || std::string_view(standard) == "true")) {
      default_ = static_cast<int>(styles_.size());
    }
    styles_.push_back(read_style(node));
  }
  for (std::size_t i = 0; i < styles_.size(); ++i) by_id_.emplace(styles_[i].id, i);
  inherit();
}

void Styles::inherit() {
  constexpr int kLongestChain = 32;  // a cycle ends here
  std::vector<Style> resolved = styles_;
  for (Style& style : resolved) {
    const Style* base = find(style.based_on);
    for (int step = 0; base != nullptr && step < kLongestChain; ++step) {
      if (style.outline < 0) style.outline = base->outline;
      if (style.num_id < 0) style.num_id = base->num_id;
      if (style.level < 0) style.level = base->level;
      if (style.vanish < 0) style.vanish = base->vanish;
      if (style.centered < 0) style.centered = base->centered;
      style.toc = style.toc || base->toc;
      base = find(base->based_on);
    }
  }
  styles_ = std::move(resolved);
  by_id_.clear();
  for (std::size_t i = 0; i < styles_.size(); ++i) by_id_.emplace(styles_[i].id, i);
}

const Style* Styles::find(std::string_view id) const {
  if (id.empty()) return nullptr;
  const auto found = by_id_.find(id);
  return found == by_id_.end() ? nullptr : &styles_[found->second];
}

}  // namespace gouji::docx
