// Any numbering.xml and styles.xml, and any walk through their lists. The first piece (up to a zero byte) is the walk:
// each byte is a list and a level.
// SPDX-License-Identifier: Apache-2.0
#include "docx/number_format.hpp"
#include "docx/numbering.hpp"
#include "docx/styles.hpp"
#include "fuzz/fuzz.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto pieces = gouji::fuzz::pieces_of(gouji::fuzz::view_of(data, size), 3);
  auto part = gouji::docx::parse_xml("numbering", std::string(pieces[1]), {});
  if (!part) return 0;
  auto styles_part = gouji::docx::parse_xml("styles", std::string(pieces[2]), {});
  const gouji::docx::Styles styles = styles_part ? gouji::docx::Styles(styles_part.value()) : gouji::docx::Styles();
  gouji::docx::Numbering numbering(part.value(), styles);
  for (const char step : pieces[0]) {
    const auto byte = static_cast<unsigned char>(step);
    const int list = byte / gouji::docx::kLevels;
    (void)numbering.next(list, byte % gouji::docx::kLevels);
    (void)numbering.level_of_style(list, "1");
  }
  for (const pugi::xml_node node : part.value().root().children()) {
    if (const char* format = gouji::docx::attribute_of(node, "fmt"))
      (void)gouji::docx::format_number(format, gouji::docx::to_int(gouji::docx::attribute_of(node, "n"), 1));
  }
  return 0;
}
