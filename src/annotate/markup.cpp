// One pass over a part that is known to be well-formed.
// SPDX-License-Identifier: Apache-2.0
#include "annotate/markup.hpp"

#include <algorithm>
#include <cstdlib>
#include <utility>

#include "base/utf8.hpp"
#include "docx/errors.hpp"

namespace gouji::annotate {
namespace {

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }
bool ends_name(char c) { return is_space(c) || c == '>' || c == '/' || c == '='; }

std::size_t behind(std::string_view text, std::size_t at, std::string_view mark) {
  const std::size_t found = text.find(mark, at);
  return found == std::string_view::npos ? text.size() : found + mark.size();
}

/// Behind the '>' that ends the tag; one within a value does not.
std::size_t end_of_tag(std::string_view text, std::size_t at) {
  char quote = 0;
  for (; at < text.size(); ++at) {
    const char c = text[at];
    if (quote != 0) {
      if (c == quote) quote = 0;
    } else if (c == '"' || c == '\'') {
      quote = c;
    } else if (c == '>') {
      return at + 1;
    }
  }
  return text.size();
}

std::string_view name_at(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size() && !ends_name(text[end])) ++end;
  return text.substr(at, end - at);
}

std::string_view behind_colon(std::string_view name) {
  const std::size_t colon = name.find(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

struct Attribute {
  std::string_view name;
  std::string_view value;  // as written
};

std::vector<Attribute> attributes_of(std::string_view tag) {
  std::vector<Attribute> out;
  std::size_t at = 1 + name_at(tag, 1).size();
  while (at < tag.size()) {
    while (at < tag.size() && is_space(tag[at])) ++at;
    const std::string_view name = name_at(tag, at);
    if (name.empty()) break;
    at += name.size();
    while (at < tag.size() && tag[at] != '"' && tag[at] != '\'') ++at;
    if (at >= tag.size()) break;
    const std::size_t end = tag.find(tag[at], at + 1);
    if (end == std::string_view::npos) break;
    out.push_back({name, tag.substr(at + 1, end - at - 1)});
    at = end + 1;
  }
  return out;
}

}  // namespace

Result<Markup> Markup::read(const std::string& name, std::string text, const Limits& limits) {
  const auto parsed = docx::parse_xml(name, text, limits);
  if (!parsed) return parsed.error();
  if (text.size() >= kNone) return docx::make_error(docx::Fault::file_too_large, name);
  Markup markup;
  markup.text_ = std::move(text);
  const std::string_view view = markup.text_;
  std::vector<std::uint32_t> open;
  std::string qualified;
  for (std::size_t at = view.find('<'); at != std::string_view::npos; at = view.find('<', at)) {
    if (view.substr(at, 4) == "<!--") {
      at = behind(view, at + 4, "-->");
    } else if (view.substr(at, 9) == "<![CDATA[") {
      at = behind(view, at + 9, "]]>");
    } else if (view.substr(at, 2) == "<?") {
      at = behind(view, at + 2, "?>");
    } else if (view.substr(at, 2) == "</") {
      const std::size_t end = end_of_tag(view, at);
      if (open.empty()) return docx::make_error(docx::Fault::broken_xml, name);
      Element& element = markup.elements_[open.back()];
      element.inner_end = static_cast<std::uint32_t>(at);
      element.end = static_cast<std::uint32_t>(end);
      element.next = static_cast<std::uint32_t>(markup.elements_.size());
      open.pop_back();
      at = end;
    } else {
      const std::size_t end = end_of_tag(view, at);
      Element element;
      element.begin = static_cast<std::uint32_t>(at);
      element.inner = element.inner_end = element.end = static_cast<std::uint32_t>(end);
      element.parent = open.empty() ? kNone : open.back();
      element.is_short = view[end - 2] == '/';
      element.next = static_cast<std::uint32_t>(markup.elements_.size()) + 1;
      qualified = name_at(view, at + 1);
      element.tag = parsed.value().names.tag(qualified.c_str());
      if (!element.is_short) open.push_back(static_cast<std::uint32_t>(markup.elements_.size()));
      markup.elements_.push_back(element);
      at = end;
    }
  }
  if (markup.elements_.empty() || !open.empty()) return docx::make_error(docx::Fault::broken_xml, name);
  return markup;
}

std::string_view Markup::name(const Element& element) const { return name_at(text_, element.begin + 1); }
std::string_view Markup::local(const Element& element) const { return behind_colon(name(element)); }

std::optional<std::string> Markup::attribute(const Element& element, std::string_view local) const {
  for (const Attribute& item : attributes_of(opening(element))) {
    if (behind_colon(item.name) == local && item.name.substr(0, 5) != "xmlns") return unescape(item.value);
  }
  return std::nullopt;
}

std::vector<std::uint32_t> Markup::children(std::uint32_t index) const {
  std::vector<std::uint32_t> out;
  for (std::uint32_t child = index + 1; child < elements_[index].next; child = elements_[child].next)
    out.push_back(child);
  return out;
}

std::optional<std::string> Markup::prefix_of(std::string_view uri) const {
  constexpr std::string_view kBinding = "xmlns:";
  for (const Attribute& item : attributes_of(opening(elements_.front()))) {
    if (item.name.substr(0, kBinding.size()) == kBinding && item.value == uri)
      return std::string(item.name.substr(kBinding.size()));
  }
  return std::nullopt;
}

std::string unescape(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = text[at] == '&' ? text.find(';', at) : std::string_view::npos;
    if (end == std::string_view::npos) {
      out += text[at++];
      continue;
    }
    const std::string body(text.substr(at + 1, end - at - 1));
    if (body == "amp") {
      out += '&';
    } else if (body == "lt") {
      out += '<';
    } else if (body == "gt") {
      out += '>';
    } else if (body == "quot") {
      out += '"';
    } else if (body == "apos") {
      out += '\'';
    } else if (body.size() > 1 && body[0] == '#') {
      const bool is_hex = body[1] == 'x';
      utf8::append(out,
                   static_cast<char32_t>(std::strtoul(body.c_str() + (is_hex ? 2 : 1), nullptr, is_hex ? 16 : 10)));
    } else {
      out.append(text, at, end + 1 - at);
    }
    at = end + 1;
  }
  return out;
}

void Splices::insert(std::uint32_t at, std::string text) { edits_.push_back({at, at, std::move(text)}); }
void Splices::erase(std::uint32_t begin, std::uint32_t end) { edits_.push_back({begin, end, {}}); }

std::string Splices::apply(const std::string& text) const {
  std::vector<Edit> edits = edits_;
  std::stable_sort(edits.begin(), edits.end(), [](const Edit& a, const Edit& b) { return a.begin < b.begin; });
  std::string out;
  std::size_t done = 0;
  for (const Edit& edit : edits) {
    if (edit.begin > done) {
      out.append(text, done, edit.begin - done);
      done = edit.begin;
    }
    out += edit.text;
    done = std::max<std::size_t>(done, edit.end);
  }
  return out.append(text, done);
}

}  // namespace gouji::annotate
