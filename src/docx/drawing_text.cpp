// SPDX-License-Identifier: Apache-2.0
#include "docx/drawing_text.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string_view>
#include <utility>

#include "base/utf8.hpp"

namespace gouji::docx {
namespace {

constexpr std::size_t kMostPoints = 10'000;

std::string value_of(pugi::xml_node node, std::string_view attribute) {
  const char* value = attribute_of(node, attribute);
  return value == nullptr ? std::string() : std::string(value);
}

/// The text of the points, parents before children, children by their order.
class Diagram {
 public:
  explicit Diagram(pugi::xml_node model) {
    for (const pugi::xml_node point : child_of(model, "ptLst").children()) {
      if (local_name(point.name()) != "pt" || order_.size() >= kMostPoints) continue;
      const std::string id = value_of(point, "modelId");
      if (value_of(point, "type") == "doc") root_ = id;
      if (points_.emplace(id, point).second) order_.push_back(id);
    }
    for (const pugi::xml_node link : child_of(model, "cxnLst").children()) {
      const std::string type = value_of(link, "type");
      if (!type.empty() && type != "parOf") continue;
      children_[value_of(link, "srcId")].emplace_back(to_int(attribute_of(link, "srcOrd"), 0),
                                                      value_of(link, "destId"));
    }
    for (auto& [parent, list] : children_) std::stable_sort(list.begin(), list.end());
  }

  std::vector<std::string> read() {
    visit(root_);
    for (const std::string& id : order_) visit(id);  // what no link reaches
    return std::move(lines_);
  }

 private:
  void visit(const std::string& start) {
    std::vector<std::string> waiting{start};
    while (!waiting.empty()) {
      const std::string id = std::move(waiting.back());
      waiting.pop_back();
      const auto point = points_.find(id);
      if (point == points_.end() || !seen_.insert(id).second) continue;
      for (std::string& line : drawing_lines(child_of(point->second, "t"))) lines_.push_back(std::move(line));
      const auto children = children_.find(id);
      if (children == children_.end()) continue;
      for (auto child = children->second.rbegin(); child != children->second.rend(); ++child) {
        waiting.push_back(child->second);
      }
    }
  }

  std::string root_;
  std::vector<std::string> order_;
  std::map<std::string, pugi::xml_node> points_;
  std::map<std::string, std::vector<std::pair<int, std::string>>> children_;
  std::set<std::string> seen_;
  std::vector<std::string> lines_;
};

}  // namespace

std::vector<std::string> drawing_lines(pugi::xml_node node) {
  std::vector<std::string> lines;
  for (const pugi::xml_node paragraph : node.children()) {
    if (local_name(paragraph.name()) != "p") continue;
    std::string line;
    for (const pugi::xml_node run : paragraph.children()) {
      const std::string_view name = local_name(run.name());
      if (name == "br") line += '\n';
      if (name == "r" || name == "fld") line += child_of(run, "t").child_value();
    }
    if (!line.empty()) lines.push_back(utf8::sanitize(line));
  }
  return lines;
}

std::vector<std::string> diagram_lines(const XmlPart& part) { return Diagram(part.root()).read(); }

}  // namespace gouji::docx
