// Guards before parsing (DOCTYPE, depth, number of tags; no recursion anywhere) and small node helpers.
// SPDX-License-Identifier: Apache-2.0
#include "docx/xml.hpp"

#include <cstdlib>
#include <cstring>
#include <optional>

#include "docx/errors.hpp"

namespace gouji::docx {
namespace {

// In Word's files whitespace-only text is text; the default flags of pugixml drop it.
constexpr unsigned kParse = pugi::parse_escapes | pugi::parse_ws_pcdata_single | pugi::parse_cdata | pugi::parse_eol;

struct StringWriter : pugi::xml_writer {
  std::string text;
  void write(const void* data, std::size_t size) override { text.append(static_cast<const char*>(data), size); }
};

bool is_wide(const std::string& bytes) {
  if (bytes.size() < 4) return false;
  if (bytes[0] == '\xFF' || bytes[0] == '\xFE') return true;
  return bytes[0] == '\0' || bytes[1] == '\0';
}

/// UTF-16 and UTF-32 become UTF-8 through pugixml's own detection, so that everything behind sees one encoding.
bool narrow(std::string& bytes) {
  pugi::xml_document dom;
  if (!dom.load_buffer(bytes.data(), bytes.size(), kParse | pugi::parse_doctype)) return false;
  StringWriter writer;
  dom.save(writer, "", pugi::format_raw | pugi::format_no_declaration, pugi::encoding_utf8);
  bytes = std::move(writer.text);
  return true;
}

std::size_t skip_to(const std::string& bytes, std::size_t at, const char* end) {
  const std::size_t found = bytes.find(end, at);
  return found == std::string::npos ? bytes.size() : found + std::strlen(end);
}

/// Depth by counting tags in the bytes. Hostile quoting can fool it by a little, never to a crash: parsing is
/// iterative and the walk has its own bound.
std::optional<Error> scan(const std::string& name, const std::string& bytes, const Limits& limits) {
  std::int64_t depth = 0;
  std::uint32_t tags = 0;
  const std::size_t size = bytes.size();
  std::size_t at = 0;
  while (at < size) {
    const void* open = std::memchr(bytes.data() + at, '<', size - at);
    if (open == nullptr) break;
    at = static_cast<std::size_t>(static_cast<const char*>(open) - bytes.data()) + 1;
    if (at >= size) break;
    if (bytes[at] == '!') {
      if (bytes.compare(at, 3, "!--") == 0) {
        at = skip_to(bytes, at + 3, "-->");
      } else if (bytes.compare(at, 8, "![CDATA[") == 0) {
        at = skip_to(bytes, at + 8, "]]>");
      } else {
        return make_error(Fault::broken_xml, name, {"含 DOCTYPE 声明，不予读取", "it has a DOCTYPE, which is refused"});
      }
      continue;
    }
    if (bytes[at] == '?') {
      at = skip_to(bytes, at, "?>");
      continue;
    }
    if (++tags > limits.xml_tags) return make_error(Fault::zip_bomb, name, {"XML 元素过多", "too many XML elements"});
    if (bytes[at] == '/') {
      --depth;
      continue;
    }
    const void* close = std::memchr(bytes.data() + at, '>', size - at);
    if (close == nullptr) break;
    at = static_cast<std::size_t>(static_cast<const char*>(close) - bytes.data());
    if (bytes[at - 1] != '/' && ++depth > static_cast<std::int64_t>(limits.xml_depth)) {
      return make_error(Fault::xml_too_deep, name);
    }
  }
  return std::nullopt;
}

}  // namespace

Result<XmlPart> parse_xml(std::string name, std::string bytes, const Limits& limits) {
  if (is_wide(bytes) && !narrow(bytes)) return make_error(Fault::broken_xml, std::move(name));
  if (auto error = scan(name, bytes, limits)) return std::move(*error);
  XmlPart part;
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
