// The straight lines of cairo's SVG: strokes along an axis, and filled bars that are too thin to be an area.
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstring>
#include <pugixml.hpp>

#include "input/pdf_page.hpp"

namespace gouji::input {
namespace {

constexpr double kThin = 3.0;   // the thickest line that borders a cell
constexpr double kLean = 0.8;   // how far from its axis a line may end
constexpr double kShort = 3.0;  // shorter ones are parts of pictures and letters

struct Point {
  double x = 0;
  double y = 0;
};

using Matrix = std::array<double, 6>;
constexpr Matrix kIdentity{1, 0, 0, 1, 0, 0};

Point apply(const Matrix& m, const Point& p) {
  return {m[0] * p.x + m[2] * p.y + m[4], m[1] * p.x + m[3] * p.y + m[5]};
}

Matrix after(const Matrix& outer, const Matrix& inner) {
  return {outer[0] * inner[0] + outer[2] * inner[1],
          outer[1] * inner[0] + outer[3] * inner[1],
          outer[0] * inner[2] + outer[2] * inner[3],
          outer[1] * inner[2] + outer[3] * inner[3],
          outer[0] * inner[4] + outer[2] * inner[5] + outer[4],
          outer[1] * inner[4] + outer[3] * inner[5] + outer[5]};
}

/// The next number at `at`, blanks and commas passed over.
bool next_number(std::string_view text, std::size_t& at, double& value) {
  while (at < text.size() && (text[at] == ' ' || text[at] == ',' || text[at] == '\n')) ++at;
  const auto [end, fault] = std::from_chars(text.data() + at, text.data() + text.size(), value);
  if (fault != std::errc()) return false;
  at = static_cast<std::size_t>(end - text.data());
  return true;
}

Matrix matrix_of(const pugi::xml_node node) {
  const std::string_view text = node.attribute("transform").as_string();
  constexpr std::string_view kMatrix = "matrix(";
  if (text.substr(0, kMatrix.size()) != kMatrix) return kIdentity;
  Matrix out{};
  std::size_t at = kMatrix.size();
  for (double& value : out) {
    if (!next_number(text, at, value)) return kIdentity;
  }
  return out;
}

/// A property that stands in style="…" (older cairo) or is an attribute of its own.
std::string_view property(const pugi::xml_node node, std::string_view name) {
  const pugi::xml_attribute own = node.attribute(std::string(name).c_str());
  if (own) return own.as_string();
  const std::string_view style = node.attribute("style").as_string();
  for (std::size_t at = 0; at < style.size();) {
    const std::size_t end = std::min(style.find(';', at), style.size());
    const std::string_view item = style.substr(at, end - at);
    if (item.size() > name.size() && item.substr(0, name.size()) == name && item[name.size()] == ':')
      return item.substr(name.size() + 1);
    at = end + 1;
  }
  return {};
}

bool is_painted(std::string_view paint) {
  return !paint.empty() && paint != "none" && paint.substr(0, 19) != "rgb(100%,100%,100%)" &&
         paint.substr(0, 4) != "url(" && paint.substr(0, 27) != "rgb(100%, 100%, 100%)";
}

/// The corners of each subpath; a subpath with curves is left out.
std::vector<std::vector<Point>> subpaths_of(std::string_view d, const Matrix& matrix) {
  std::vector<std::vector<Point>> all;
  std::vector<Point> current;
  bool is_straight = true;
  const auto finish = [&] {
    if (is_straight && current.size() > 1) all.push_back(current);
    current.clear();
    is_straight = true;
  };
  for (std::size_t at = 0; at < d.size();) {
    const char command = d[at++];
    Point point;
    if (command == 'M' || command == 'L') {
      if (!next_number(d, at, point.x) || !next_number(d, at, point.y)) break;
      if (command == 'M') finish();
      current.push_back(apply(matrix, point));
    } else if (command == 'H' || command == 'V') {
      return {};  // cairo writes neither
    } else if (command == 'C') {
      is_straight = false;
    } else if (command == 'Z' && !current.empty()) {
      const Point first = current.front();
      current.push_back(first);
    }
  }
  finish();
  return all;
}

class PageReader {
 public:
  explicit PageReader(PdfPage& page) : page_(page) {}

  void walk(const pugi::xml_node node, const Matrix& outer, int depth) {
    constexpr int kDeepest = 64;
    if (depth > kDeepest) return;
    for (const pugi::xml_node child : node.children()) {
      const std::string_view name = child.name();
      if (name == "g") {
        walk(child, after(outer, matrix_of(child)), depth + 1);
      } else if (name == "path") {
        path(child, after(outer, matrix_of(child)));
      } else if (name == "rect") {
        rectangle(child, after(outer, matrix_of(child)));
      } else if (name == "image") {
        page_.has_picture = true;
      } else if (name == "use") {
        const std::string_view target = child.attribute("xlink:href").as_string();
        // "image12" in older cairo, "source-12" for pictures that are drawn through a pattern
        if (target.substr(0, 6) == "#image" || target.substr(0, 7) == "#source") page_.has_picture = true;
      }
    }
  }

 private:
  void path(const pugi::xml_node node, const Matrix& matrix) {
    const bool is_stroked = is_painted(property(node, "stroke"));
    const std::string_view fill = property(node, "fill");
    if (fill.substr(0, 4) == "url(") page_.has_picture = true;
    for (const std::vector<Point>& corners : subpaths_of(node.attribute("d").as_string(), matrix)) {
      if (is_stroked) {
        for (std::size_t i = 1; i < corners.size(); ++i) line(corners[i - 1], corners[i]);
      } else if (is_painted(fill)) {
        bar(corners);
      }
    }
  }

  void rectangle(const pugi::xml_node node, const Matrix& matrix) {
    if (!is_painted(property(node, "fill"))) return;
    const double x = node.attribute("x").as_double();
    const double y = node.attribute("y").as_double();
    const double right = x + node.attribute("width").as_double();
    const double bottom = y + node.attribute("height").as_double();
    bar({apply(matrix, {x, y}), apply(matrix, {right, y}), apply(matrix, {right, bottom}), apply(matrix, {x, bottom})});
  }

  static bool is_on_page(const Point& point) { return std::abs(point.x) < 100'000 && std::abs(point.y) < 100'000; }

  void line(const Point& a, const Point& b) {
    if (!is_on_page(a) || !is_on_page(b)) return;
    if (std::abs(a.y - b.y) <= kLean && std::abs(a.x - b.x) >= kShort) {
      page_.horizontal.push_back({(a.y + b.y) / 2, std::min(a.x, b.x), std::max(a.x, b.x)});
    } else if (std::abs(a.x - b.x) <= kLean && std::abs(a.y - b.y) >= kShort) {
      page_.vertical.push_back({(a.x + b.x) / 2, std::min(a.y, b.y), std::max(a.y, b.y)});
    }
  }

  void bar(const std::vector<Point>& corners) {
    if (corners.size() < 4 || !std::all_of(corners.begin(), corners.end(), is_on_page)) return;
    Point low = corners.front();
    Point high = corners.front();
    for (const Point& corner : corners) {
      low = {std::min(low.x, corner.x), std::min(low.y, corner.y)};
      high = {std::max(high.x, corner.x), std::max(high.y, corner.y)};
    }
    const double wide = high.x - low.x;
    const double tall = high.y - low.y;
    if (tall <= kThin && wide > tall) {
      page_.horizontal.push_back({(low.y + high.y) / 2, low.x, high.x});
    } else if (wide <= kThin && tall > wide) {
      page_.vertical.push_back({(low.x + high.x) / 2, low.y, high.y});
    }
  }

  PdfPage& page_;
};

/// The text of each page; a file of one page has no page set.
std::vector<std::string_view> pages_of(std::string_view svg) {
  const std::size_t set = svg.find("<pageSet>");
  if (set == std::string_view::npos) return {svg};
  constexpr std::string_view kEnd = "</page>";
  std::vector<std::string_view> pages;
  for (std::size_t at = svg.find("<page>", set); at != std::string_view::npos; at = svg.find("<page>", at)) {
    const std::size_t end = svg.find(kEnd, at);
    if (end == std::string_view::npos) return {};
    pages.push_back(svg.substr(at, end + kEnd.size() - at));
    at = end;
  }
  return pages;
}

}  // namespace

bool parse_rules(std::string_view svg, std::vector<PdfPage>& pages) {
  // page by page: the tree of a whole book would not be worth its memory
  const std::vector<std::string_view> texts = pages_of(svg);
  if (texts.size() != pages.size()) return false;
  for (std::size_t i = 0; i < pages.size(); ++i) {
    pugi::xml_document tree;
    if (!tree.load_buffer(texts[i].data(), texts[i].size(), pugi::parse_default, pugi::encoding_utf8)) return false;
    const pugi::xml_node root = tree.document_element();
    if (std::string_view(root.name()) != "svg" && std::string_view(root.name()) != "page") return false;
    PageReader(pages[i]).walk(root, kIdentity, 0);
  }
  return true;
}

}  // namespace gouji::input
