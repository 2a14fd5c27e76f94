// SPDX-License-Identifier: Apache-2.0
#include "docx/chart.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <map>
#include <string_view>

#include "docx/drawing_text.hpp"

namespace gouji::docx {
namespace {

constexpr std::size_t kMostPoints = 2'000;  // of one series; nobody reads more off a chart
constexpr int kMostPlaces = 9;

using Points = std::map<int, std::string>;

std::string with_separators(std::string digits) {
  const std::size_t point = std::min(digits.find('.'), digits.size());
  const std::size_t first = digits.starts_with('-') ? 1 : 0;
  for (std::size_t at = point; at > first + 3;) {
    at -= 3;
    digits.insert(at, 1, ',');
  }
  return digits;
}

/// "#,##0.00", "0.0%", "0_ ": places, separators and per cent are taken from them; all else is General.
std::string shown_value(const std::string& raw, std::string_view format) {
  char* end = nullptr;
  double value = std::strtod(raw.c_str(), &end);
  if (raw.empty() || end != raw.c_str() + raw.size() || !std::isfinite(value)) return raw;
  format = format.substr(0, format.find_first_of(";_"));
  while (!format.empty() && format.back() == ' ') format.remove_suffix(1);
  const bool percent = format.ends_with('%');
  if (percent) format.remove_suffix(1);
  const bool plain = !format.empty() && format.find_first_not_of("#,0.") == std::string_view::npos &&
                     format.find('0') != std::string_view::npos && !format.ends_with(',');
  char buffer[400];
  if (!plain) {
    std::snprintf(buffer, sizeof buffer, "%.15g", percent ? value * 100 : value);
    return std::string(buffer) + (percent ? "%" : "");
  }
  const std::size_t point = format.find('.');
  const int places = point == std::string_view::npos ? 0 : static_cast<int>(format.size() - point - 1);
  std::snprintf(buffer, sizeof buffer, "%.*f", std::min(places, kMostPlaces), percent ? value * 100 : value);
  std::string out = buffer;
  if (format.find(',') != std::string_view::npos) out = with_separators(std::move(out));
  return out + (percent ? "%" : "");
}

void read_cache(pugi::xml_node cache, Points& points) {
  const std::string_view format = child_of(cache, "formatCode").child_value();
  for (const pugi::xml_node point : cache.children()) {
    if (local_name(point.name()) != "pt" || points.size() >= kMostPoints) continue;
    const std::string value = child_of(point, "v").child_value();
    const char* own_format = attribute_of(point, "formatCode");
    const bool is_number = local_name(cache.name()).substr(0, 3) == "num";
    std::string& shown = points[to_int(attribute_of(point, "idx"), 0)];
    if (!shown.empty()) shown = value + " " + shown;  // the outer level of categories is listed after the inner one
    if (shown.empty()) shown = is_number ? shown_value(value, own_format != nullptr ? own_format : format) : value;
  }
}

/// c:cat, c:val, c:tx…: a reference with its cache, or literals.
Points read_points(pugi::xml_node source) {
  Points points;
  for (const pugi::xml_node child : source.children()) {
    const std::string_view name = local_name(child.name());
    if (name == "strRef" || name == "numRef") {
      read_cache(child_of(child, name == "strRef" ? "strCache" : "numCache"), points);
    } else if (name == "multiLvlStrRef") {
      for (const pugi::xml_node level : child_of(child, "multiLvlStrCache").children()) read_cache(level, points);
    } else if (name == "strLit" || name == "numLit") {
      read_cache(child, points);
    } else if (name == "v") {
      points[0] = child.child_value();
    }
  }
  return points;
}

std::string title_text(pugi::xml_node title) {
  const pugi::xml_node text = child_of(title, "tx");
  std::string out;
  for (const std::string& line : drawing_lines(child_of(text, "rich"))) out += (out.empty() ? "" : " ") + line;
  if (!out.empty()) return out;
  for (const auto& [index, words] : read_points(text)) out += (out.empty() ? "" : " ") + words;
  return out.empty() ? child_of(child_of(text, "txData"), "v").child_value() : out;
}

std::string series_line(pugi::xml_node series) {
  std::string name;
  for (const auto& [index, words] : read_points(child_of(series, "tx"))) name += (name.empty() ? "" : " ") + words;
  pugi::xml_node categories = child_of(series, "cat");
  pugi::xml_node values = child_of(series, "val");
  if (!values) {  // scatter and bubble charts
    categories = child_of(series, "xVal");
    values = child_of(series, "yVal");
  }
  const Points labels = read_points(categories);
  const Points shown = read_points(values);
  std::string out;
  for (const auto& [index, value] : shown) {
    const auto label = labels.find(index);
    out += out.empty() ? "" : "；";
    if (label != labels.end() && !label->second.empty()) out += label->second + " ";
    out += value;
  }
  if (shown.empty()) {
    for (const auto& [index, label] : labels) out += (out.empty() ? "" : "；") + label;
  }
  if (name.empty() || out.empty()) return name + out;
  return name + "：" + out;
}

/// The newer kinds of chart (cx:chartSpace) keep their data apart from the series.
std::string data_line(pugi::xml_node data) {
  const auto points_of = [&](std::string_view dimension) {
    Points points;
    for (const pugi::xml_node point : child_of(child_of(data, dimension), "lvl").children()) {
      if (points.size() < kMostPoints) points[to_int(attribute_of(point, "idx"), 0)] = point.child_value();
    }
    return points;
  };
  Points labels = points_of("strDim");
  std::string out;
  for (const auto& [index, value] : points_of("numDim")) {
    out += (out.empty() ? "" : "；") + (labels[index].empty() ? "" : labels[index] + " ") + shown_value(value, {});
  }
  return out;
}

void collect(pugi::xml_node node, int depth, std::vector<std::string>& titles, std::vector<std::string>& series) {
  constexpr int kDeepest = 12;
  if (depth > kDeepest) return;
  for (const pugi::xml_node child : node.children()) {
    const std::string_view name = local_name(child.name());
    if (name == "title") {
      if (std::string text = title_text(child); !text.empty()) titles.push_back(std::move(text));
    } else if (name == "ser") {
      if (std::string line = series_line(child); !line.empty()) series.push_back(std::move(line));
    } else if (name == "data") {
      if (std::string line = data_line(child); !line.empty()) series.push_back(std::move(line));
    } else {
      collect(child, depth + 1, titles, series);
    }
  }
}

}  // namespace

std::vector<std::string> chart_lines(const XmlPart& part) {
  std::vector<std::string> lines;
  std::vector<std::string> series;
  collect(part.root(), 0, lines, series);
  lines.insert(lines.end(), series.begin(), series.end());
  return lines;
}

}  // namespace gouji::docx
