// [Content_Types].xml, _rels and the search for the main document.
// SPDX-License-Identifier: Apache-2.0
#include "docx/package.hpp"

#include <utility>

#include "docx/errors.hpp"
#include "docx/flat_opc.hpp"

namespace gouji::docx {
namespace {

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return out;
}

std::string kind_of(std::string_view type) {
  for (const std::string_view head :
       {std::string_view("http://schemas.openxmlformats.org/officeDocument/2006/relationships/"),
        std::string_view("http://purl.oclc.org/ooxml/officeDocument/relationships/"),
        std::string_view("http://schemas.openxmlformats.org/package/2006/relationships/metadata/"),
        std::string_view("http://schemas.openxmlformats.org/package/2006/relationships/")}) {
    if (type.substr(0, head.size()) == head) return std::string(type.substr(head.size()));
  }
  return {};
}

bool is_main_type(std::string_view type, MainKind kind) {
  const std::string folded = lower(type);
  if (folded.find("main+xml") == std::string::npos) return false;
  if (kind == MainKind::workbook)
    return folded.find("spreadsheetml") != std::string::npos || folded.find("ms-excel") != std::string::npos;
  return folded.find("wordprocessingml") != std::string::npos || folded.find("ms-word") != std::string::npos;
}

}  // namespace

std::string resolve_target(std::string_view source, std::string_view target) {
  std::string path;
  if (!target.empty() && target.front() == '/') {
    path = target.substr(1);
  } else {
    const std::size_t slash = source.rfind('/');
    if (slash != std::string_view::npos) path = source.substr(0, slash + 1);
    path += target;
  }
  std::vector<std::string> steps;
  std::size_t begin = 0;
  while (begin <= path.size()) {
    std::size_t end = path.find('/', begin);
    if (end == std::string::npos) end = path.size();
    const std::string step = path.substr(begin, end - begin);
    if (step == "..") {
      if (!steps.empty()) steps.pop_back();
    } else if (!step.empty() && step != ".") {
      steps.push_back(step);
    }
    begin = end + 1;
  }
  std::string out;
  for (const std::string& step : steps) out += (out.empty() ? "" : "/") + step;
  return out;
}

std::string relations_name(const std::string& part) {
  const std::size_t slash = part.rfind('/');
  if (slash == std::string::npos) return "_rels/" + part + ".rels";
  return part.substr(0, slash + 1) + "_rels/" + part.substr(slash + 1) + ".rels";
}

Result<Package> Package::open(std::string bytes, const Limits& limits, MainKind kind) {
  auto opened = is_flat_opc(bytes) ? open_flat(std::move(bytes), limits) : open_zip(std::move(bytes), limits);
  if (!opened) return opened;
  auto main = opened.value().find_main(kind);
  if (!main) return std::move(main.error());
  opened.value().main_part_ = std::move(main.value());
  return opened;
}

Result<Package> Package::open_zip(std::string bytes, const Limits& limits) {
  auto archive = Archive::open(std::move(bytes), limits);
  if (!archive) return std::move(archive.error());
  Package package(limits);
  package.archive_.emplace(std::move(archive.value()));
  package.read_content_types();
  return package;
}

Result<Package> Package::open_flat(std::string bytes, const Limits& limits) {
  auto parts = read_flat_opc(std::move(bytes), limits);
  if (!parts) return std::move(parts.error());
  Package package(limits);
  for (FlatPart& part : parts.value()) {
    const std::string name = lower(part.name);
    if (!part.content_type.empty()) package.by_part_[name] = std::move(part.content_type);
    package.flat_.emplace(name, std::move(part.bytes));
  }
  return package;
}

bool Package::has(const std::string& part) const {
  return archive_ ? archive_->has(part) : flat_.count(lower(part)) != 0;
}

Result<XmlPart> Package::xml(const std::string& part) const {
  auto content = bytes(part);
  if (!content) return std::move(content.error());
  return parse_xml(part, std::move(content.value()), limits_);
}

Result<std::string> Package::bytes(const std::string& part) const {
  if (archive_) return archive_->read(part);
  const auto found = flat_.find(lower(part));
  if (found == flat_.end()) return make_error(Fault::missing_part, part);
  return found->second;
}

void Package::read_content_types() {
  auto part = xml("[Content_Types].xml");
  if (!part) {
    notes_.push_back(unread_part(part.error()));
    return;
  }
  for (const pugi::xml_node entry : part.value().root().children()) {
    const char* type = attribute_of(entry, "ContentType");
    if (type == nullptr) continue;
    const std::string_view name = local_name(entry.name());
    if (const char* part_name = attribute_of(entry, "PartName"); part_name != nullptr && name == "Override") {
      by_part_[lower(resolve_target({}, part_name))] = type;
    } else if (const char* extension = attribute_of(entry, "Extension"); extension != nullptr && name == "Default") {
      by_extension_[lower(extension)] = type;
    }
  }
}

std::string_view Package::content_type(const std::string& part) const {
  const std::string folded = lower(part);
  if (const auto found = by_part_.find(folded); found != by_part_.end()) return found->second;
  const auto found = by_extension_.find(folded.substr(folded.rfind('.') + 1));
  return found == by_extension_.end() ? std::string_view{} : std::string_view(found->second);
}

std::vector<Relation> Package::relations_of(const std::string& part) {
  const std::string name = relations_name(part);
  std::vector<Relation> relations;
  if (!has(name)) return relations;
  auto parsed = xml(name);
  if (!parsed) {
    notes_.push_back(unread_part(parsed.error()));
    return relations;
  }
  for (const pugi::xml_node entry : parsed.value().root().children()) {
    const char* id = attribute_of(entry, "Id");
    const char* type = attribute_of(entry, "Type");
    const char* target = attribute_of(entry, "Target");
    if (type == nullptr || target == nullptr) continue;
    const char* mode = attribute_of(entry, "TargetMode");
    const bool external = mode != nullptr && std::string_view(mode) == "External";
    relations.push_back(
        {id == nullptr ? "" : id, kind_of(type), external ? target : resolve_target(part, target), external});
  }
  return relations;
}

Result<std::string> Package::find_main(MainKind kind) {
  std::string other_type;
  const Relation* missing = nullptr;
  const std::vector<Relation> relations = relations_of({});
  if (find_kind(relations, "digital-signature/origin") != nullptr) {
    notes_.push_back({"signed",
                      {"文件带有数字签名，签名是否有效没有验证", "the file is signed; the signature was not verified"},
                      {}});
  }
  for (const Relation& relation : relations) {
    if (relation.kind != "officeDocument" || relation.external) continue;
    const std::string_view type = content_type(relation.target);
    // A package without usable content types is judged by its root element, later.
    const bool fits = is_main_type(type, kind) || type.empty() || type == "application/xml" || type == "text/xml";
    if (!fits) {
      other_type = type;
    } else if (!has(relation.target)) {
      missing = &relation;
    } else {
      return relation.target;
    }
  }
  if (missing != nullptr) return make_error(Fault::missing_part, missing->target);
  if (!other_type.empty()) {
    return make_error(Fault::no_main_document, {}, {"内容类型为 " + other_type, "its content type is " + other_type});
  }
  for (const auto& [part, type] : by_part_) {  // relations lost: the content type alone still names it
    if (!is_main_type(type, kind) || !has(part)) continue;
    notes_.push_back(
        {"package", {"文件的关系部件缺失，按内容类型找到正文", "relations are missing; found by content type"}, part});
    return part;
  }
  return make_error(Fault::no_main_document);
}

const Relation* find_kind(const std::vector<Relation>& relations, std::string_view kind) {
  for (const Relation& relation : relations) {
    if (relation.kind == kind && !relation.external) return &relation;
  }
  return nullptr;
}

}  // namespace gouji::docx
