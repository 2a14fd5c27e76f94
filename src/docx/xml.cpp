// Guards before parsing (encoding, DOCTYPE, depth, number of tags; no recursion anywhere) and small node helpers.
// SPDX-License-Identifier: Apache-2.0
#include "docx/xml.hpp"

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <optional>

#include "base/budget.hpp"
#include "base/utf8.hpp"
#include "docx/errors.hpp"

namespace gouji::docx {
namespace {

// In Word's files whitespace-only text is text; the default flags of pugixml drop it.
constexpr unsigned kParse = pugi::parse_escapes | pugi::parse_ws_pcdata_single | pugi::parse_cdata | pugi::parse_eol;

constexpr std::uint64_t kNodeBytes = 96;  // of a tree, for each tag: an element or text node and its share of pages
constexpr std::uint64_t kAttributeBytes = 40;

bool starts_with(std::string_view text, std::string_view head) { return text.substr(0, head.size()) == head; }

/// The encoding that the XML declaration names, in lower case; empty if it names none.
std::string declared_encoding(std::string_view bytes) {
  if (!starts_with(bytes, "<?xml")) return {};
  const std::string_view declaration = bytes.substr(0, std::min<std::size_t>(bytes.find("?>"), 200));
  std::size_t at = declaration.find("encoding");
  if (at == std::string_view::npos) return {};
  at = declaration.find_first_of("\"'", at);
  if (at == std::string_view::npos) return {};
  std::string name;
  for (const char c : declaration.substr(at + 1)) {
    if (c == '"' || c == '\'') break;
    name += (c >= 'A' && c <= 'Z') ? static_cast<char>(c - 'A' + 'a') : c;
  }
  return name;
}

/// Everything behind sees UTF-8 without a mark. UTF-16 is the other encoding that a part may have (OPC 10.1.2).
bool make_utf8(std::string& bytes) {
  const std::string_view view = bytes;
  const std::string_view nulls{"\0\0", 2};
  const bool is_32 = view.size() >= 4 && (starts_with(view, nulls) || view.substr(2, 2) == nulls);
  if (is_32) return false;
  if (starts_with(view, "\xFF\xFE")) {
    bytes = utf8::from_utf16(view.substr(2), false);
  } else if (starts_with(view, "\xFE\xFF")) {
    bytes = utf8::from_utf16(view.substr(2), true);
  } else if (view.size() >= 2 && (view[0] == '\0' || view[1] == '\0')) {
    bytes = utf8::from_utf16(view, view[0] == '\0');
  } else {
    if (starts_with(view, "\xEF\xBB\xBF")) bytes.erase(0, 3);
    const std::string encoding = declared_encoding(bytes);
    if (encoding.empty() || encoding == "utf-8" || encoding == "utf8" || encoding == "us-ascii") return true;
    return std::none_of(bytes.begin(), bytes.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
  }
  return true;
}

std::size_t skip_to(const std::string& bytes, std::size_t at, const char* end) {
  const std::size_t found = bytes.find(end, at);
  return found == std::string::npos ? bytes.size() : found + std::strlen(end);
}

/// Depth by counting tags in the bytes. Hostile quoting can fool it by a little, never to a crash: parsing is
/// iterative and the walk has its own bound.
std::optional<Error> scan(const std::string& name, const std::string& bytes, const Limits& limits,
                          std::uint64_t& footprint) {
  std::int64_t depth = 0;
  std::uint64_t tags = 0;
  std::uint64_t attributes = 0;
  const std::size_t size = bytes.size();
  std::size_t at = 0;
  while (at < size) {
    const void* open = std::memchr(bytes.data() + at, '<', size - at);
    if (open == nullptr) break;
    at = static_cast<std::size_t>(static_cast<const char*>(open) - bytes.data()) + 1;
    if (at >= size) break;
    // comments and the like count too: they part text into nodes
    if (++tags > limits.xml_tags) return make_error(Fault::zip_bomb, name, {"XML 元素过多", "too many XML elements"});
    if (bytes[at] == '!') {
      if (bytes.compare(at, 3, "!--") == 0) {
        at = skip_to(bytes, at + 3, "-->");
      } else if (bytes.compare(at, 8, "![CDATA[") == 0) {
        at = skip_to(bytes, at + 8, "]]>");
      } else {
        return make_error(Fault::doctype, name);
      }
      continue;
    }
    if (bytes[at] == '?') {
      at = skip_to(bytes, at, "?>");
      continue;
    }
    if (bytes[at] == '/') {
      --depth;
      continue;
    }
    const void* close = std::memchr(bytes.data() + at, '>', size - at);
    if (close == nullptr) break;
    const std::size_t begin = at;
    at = static_cast<std::size_t>(static_cast<const char*>(close) - bytes.data());
    attributes += static_cast<std::uint64_t>(std::count(bytes.data() + begin, bytes.data() + at, '='));
    if (attributes > limits.xml_attributes) {
      return make_error(Fault::zip_bomb, name, {"XML 属性过多", "too many XML attributes"});
    }
    if (bytes[at - 1] != '/' && ++depth > static_cast<std::int64_t>(limits.xml_depth)) {
      return make_error(Fault::xml_too_deep, name);
    }
  }
  footprint = bytes.size() + tags * kNodeBytes + attributes * kAttributeBytes;
  if (footprint <= limits.memory_bytes) return std::nullopt;
  Error error = memory_error(limits);
  error.where = name;
  return error;
}

}  // namespace

Result<XmlPart> parse_xml(std::string name, std::string bytes, const Limits& limits) {
  if (!make_utf8(bytes)) return make_error(Fault::odd_encoding, std::move(name));
  XmlPart part;
  if (auto error = scan(name, bytes, limits, part.footprint)) return std::move(*error);
  part.name = std::move(name);
  part.names.learn(bytes);
  part.has_rendered_breaks = bytes.find("lastRenderedPageBreak") != std::string::npos;
  part.bytes = std::make_unique<std::string>(std::move(bytes));
  part.dom = std::make_unique<pugi::xml_document>();
  const auto parsed =
      part.dom->load_buffer_inplace(part.bytes->data(), part.bytes->size(), kParse, pugi::encoding_utf8);
  if (!parsed) {
    const std::string offset = std::to_string(parsed.offset);
    return make_error(Fault::broken_xml, part.name, {"第 " + offset + " 字节处", "at byte " + offset});
  }
  return part;
}

std::string_view local_name(const char* qualified) {
  const char* colon = std::strchr(qualified, ':');
  return colon == nullptr ? qualified : colon + 1;
}

pugi::xml_node child_of(pugi::xml_node node, std::string_view local) {
  for (pugi::xml_node child = node.first_child(); child; child = child.next_sibling()) {
    if (local_name(child.name()) == local) return child;
  }
  return {};
}

const char* attribute_of(pugi::xml_node node, std::string_view local) {
  for (pugi::xml_attribute item = node.first_attribute(); item; item = item.next_attribute()) {
    if (local_name(item.name()) == local) return item.value();
  }
  return nullptr;
}

bool is_set(pugi::xml_node node, std::string_view local) {
  const char* value = attribute_of(node, local);
  return value != nullptr && (std::string_view(value) == "1" || std::string_view(value) == "true");
}

const char* child_value(pugi::xml_node node, std::string_view local) {
  const pugi::xml_node child = child_of(node, local);
  return child ? attribute_of(child, "val") : nullptr;
}

bool is_on(pugi::xml_node toggle) {
  if (!toggle) return false;
  const char* value = attribute_of(toggle, "val");
  if (value == nullptr) return true;
  const std::string_view text = value;
  return text != "0" && text != "false" && text != "off";
}

int to_int(const char* text, int fallback) {
  if (text == nullptr) return fallback;
  char* end = nullptr;
  const long long value = std::strtoll(text, &end, 10);
  if (end == text) return fallback;
  constexpr long long kBound = 1'000'000'000;
  return static_cast<int>(value < -kBound ? -kBound : value > kBound ? kBound : value);
}

}  // namespace gouji::docx
