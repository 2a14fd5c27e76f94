// SPDX-License-Identifier: Apache-2.0
#include <pugixml.hpp>

#include "base/utf8.hpp"
#include "input/pdf_page.hpp"

namespace gouji::input {

std::optional<std::vector<PdfPage>> parse_words(std::string_view xhtml) {
  pugi::xml_document tree;
  // a title with stray marks ends the parse with a fault, and the tree is cut there: skip to the pages
  const std::size_t begin = xhtml.find("<doc>");
  if (begin == std::string_view::npos) return std::nullopt;
  const std::size_t end = xhtml.find("</doc>", begin);
  if (end == std::string_view::npos) return std::nullopt;
  const std::string_view body = xhtml.substr(begin, end + 6 - begin);
  if (!tree.load_buffer(body.data(), body.size(), pugi::parse_default | pugi::parse_ws_pcdata, pugi::encoding_utf8))
    return std::nullopt;
  std::vector<PdfPage> pages;
  for (const pugi::xml_node node : tree.child("doc").children("page")) {
    PdfPage page;
    page.width = node.attribute("width").as_double();
    page.height = node.attribute("height").as_double();
    for (const pugi::xml_node word : node.children("word")) {
      const std::string text = utf8::sanitize(word.text().get());
      if (text.empty()) continue;
      page.words.push_back({word.attribute("xMin").as_double(), word.attribute("yMin").as_double(),
                            word.attribute("xMax").as_double(), word.attribute("yMax").as_double(), text});
    }
    pages.push_back(std::move(page));
  }
  return pages;
}

}  // namespace gouji::input
