// SPDX-License-Identifier: Apache-2.0
#include "docx/flat_opc.hpp"

#include <utility>

#include "docx/errors.hpp"
#include "docx/xml.hpp"

namespace gouji::docx {
namespace {

struct StringWriter final : pugi::xml_writer {
  std::string out;
  void write(const void* data, std::size_t size) override { out.append(static_cast<const char*>(data), size); }
};

/// The element as a document of its own: prefixes declared above it are declared on it.
std::string standalone(pugi::xml_node element) {
  for (pugi::xml_node above = element.parent(); above; above = above.parent()) {
    for (const pugi::xml_attribute attribute : above.attributes()) {
      const std::string_view name = attribute.name();
      if (name.substr(0, 6) != "xmlns:" || element.attribute(attribute.name())) continue;
      element.append_attribute(attribute.name()).set_value(attribute.value());
    }
  }
  StringWriter writer;
  element.print(writer, "", pugi::format_raw | pugi::format_no_declaration, pugi::encoding_utf8);
  return std::move(writer.out);
}

std::string decode_base64(std::string_view text) {
  static constexpr std::string_view kAlphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string out;
  unsigned bits = 0;
  int count = 0;
  for (const char c : text) {
    const std::size_t digit = kAlphabet.find(c);
    if (digit == std::string_view::npos) continue;
    bits = (bits << 6 | static_cast<unsigned>(digit)) & 0xFFFFFFu;
    if ((count += 6) < 8) continue;
    count -= 8;
    out += static_cast<char>(bits >> count & 0xFFu);
  }
  return out;
}

}  // namespace

bool is_flat_opc(std::string_view bytes) {
  const std::string_view head = bytes.substr(0, 4096);
  return head.find("http://schemas.microsoft.com/office/2006/xmlPackage") != std::string_view::npos &&
         bytes.substr(0, 2) != "PK";
}

Result<std::vector<FlatPart>> read_flat_opc(std::string bytes, const Limits& limits) {
  if (bytes.size() > limits.entry_bytes) return make_error(Fault::file_too_large);
  auto parsed = parse_xml("pkg:package", std::move(bytes), limits);
  if (!parsed) return std::move(parsed.error());
  std::vector<FlatPart> parts;
  for (const pugi::xml_node node : parsed.value().root().children()) {
    const char* name = attribute_of(node, "name");
    if (local_name(node.name()) != "part" || name == nullptr || parts.size() >= limits.entries) continue;
    const char* type = attribute_of(node, "contentType");
    FlatPart part{name[0] == '/' ? name + 1 : name, type == nullptr ? "" : type, {}};
    for (const pugi::xml_node data : node.children()) {
      const std::string_view kind = local_name(data.name());
      if (kind == "binaryData") part.bytes = decode_base64(data.child_value());
      for (const pugi::xml_node element : data.children()) {
        if (kind == "xmlData" && element.type() == pugi::node_element) part.bytes = standalone(element);
      }
    }
    parts.push_back(std::move(part));
  }
  return parts;
}

}  // namespace gouji::docx
