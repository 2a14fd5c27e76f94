// SPDX-License-Identifier: Apache-2.0
#include <cmath>
#include <pugixml.hpp>

#include "base/utf8.hpp"
#include "input/pdf_page.hpp"

namespace gouji::input {
namespace {

/// Points on a page; what is no number would have no order.
bool is_place(double value) { return std::abs(value) < 100'000; }

}  // namespace

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
    if (!is_place(page.width) || !is_place(page.height)) return std::nullopt;
    for (const pugi::xml_node word : node.children("word")) {
      const std::string text = utf8::sanitize(word.text().get());
      if (text.empty()) continue;
      PdfWord put{word.attribute("xMin").as_double(), word.attribute("yMin").as_double(),
                  word.attribute("xMax").as_double(), word.attribute("yMax").as_double(), text};
      if (is_place(put.left) && is_place(put.top) && is_place(put.right) && is_place(put.bottom))
        page.words.push_back(std::move(put));
    }
    pages.push_back(std::move(page));
  }
  return pages;
}

}  // namespace gouji::input
