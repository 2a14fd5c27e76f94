// The paths are those that Word writes: /ns0:root[1]/ns0:name[1], at the end perhaps /@attribute.
// SPDX-License-Identifier: Apache-2.0
#include "docx/bound_data.hpp"

#include <string_view>
#include <utility>

#include "base/utf8.hpp"

namespace gouji::docx {
namespace {

constexpr const char* kCoreProperties = "{6C3C8BC8-F283-45AE-878A-BAB7291924A1}";
constexpr const char* kExtendedProperties = "{6668398D-A668-4E3E-A75B-62EB855F1C46}";

std::string upper(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  }
  return out;
}

std::string_view without_prefix(std::string_view name) {
  const std::size_t colon = name.find(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

/// "ns0:name[2]" among the children of a node; an empty node if there is none.
pugi::xml_node step_from(pugi::xml_node node, std::string_view step) {
  int wanted = 1;
  if (const std::size_t bracket = step.find('['); bracket != std::string_view::npos) {
    wanted = to_int(std::string(step.substr(bracket + 1)).c_str(), 0);
    step = step.substr(0, bracket);
  }
  step = without_prefix(step);
  for (const pugi::xml_node child : node.children()) {
    if (local_name(child.name()) == step && --wanted == 0) return child;
  }
  return {};
}

std::string evaluate(pugi::xml_node node, std::string_view path) {
  while (!path.empty() && node) {
    const std::size_t begin = path.find_first_not_of('/');
    if (begin == std::string_view::npos) break;
    path.remove_prefix(begin);
    const std::string_view step = path.substr(0, path.find('/'));
    path.remove_prefix(step.size());
    if (step.starts_with('@')) {
      const char* value = attribute_of(node, without_prefix(step.substr(1)));
      return value == nullptr ? std::string() : std::string(value);
    }
    if (step == "text()") break;
    node = step_from(node, step);
  }
  return node.text().get();
}

}  // namespace

void BoundData::add(std::string id, const std::string& part) {
  auto parsed = package_.xml(part);
  if (parsed) stores_.push_back({std::move(id), std::move(parsed.value())});
}

void BoundData::load() {
  is_loaded_ = true;
  for (const Relation& relation : package_.relations_of(package_.main_part())) {
    if (relation.kind != "customXml" || relation.external) continue;
    std::string id;
    const std::vector<Relation> own = package_.relations_of(relation.target);
    if (const Relation* properties = find_kind(own, "customXmlProps")) {
      const auto parsed = package_.xml(properties->target);
      const char* item = parsed ? attribute_of(parsed.value().root(), "itemID") : nullptr;
      if (item != nullptr) id = upper(item);
    }
    add(std::move(id), relation.target);
  }
  const std::vector<Relation> properties = package_.relations_of({});
  if (const Relation* core = find_kind(properties, "core-properties")) add(kCoreProperties, core->target);
  if (const Relation* extended = find_kind(properties, "extended-properties")) {
    add(kExtendedProperties, extended->target);
  }
}

std::string BoundData::value_of(pugi::xml_node binding) {
  const char* path = attribute_of(binding, "xpath");
  if (path == nullptr) return {};
  if (!is_loaded_) load();
  const char* item = attribute_of(binding, "storeItemID");
  const std::string id = item == nullptr ? std::string() : upper(item);
  for (const Store& store : stores_) {
    if (!id.empty() && store.id != id) continue;
    if (const std::string value = evaluate(*store.part.dom, path); !value.empty()) return utf8::sanitize(value);
  }
  return {};
}

}  // namespace gouji::docx
