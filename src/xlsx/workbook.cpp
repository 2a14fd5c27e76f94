// SPDX-License-Identifier: Apache-2.0
#include "xlsx/workbook.hpp"

#include <map>
#include <utility>

#include "docx/errors.hpp"
#include "xlsx/number_format.hpp"

namespace gouji::xlsx {
namespace {

using docx::attribute_of;
using docx::child_of;
using docx::local_name;
using docx::Relation;

/// Part of that kind, or nothing with a note when it is there and broken.
Result<docx::XmlPart> shared_part(docx::Package& package, const std::vector<Relation>& relations,
                                  std::string_view kind) {
  const Relation* relation = docx::find_kind(relations, kind);
  if (relation == nullptr) return docx::make_error(docx::Fault::missing_part);
  auto part = package.xml(relation->target);
  if (!part) package.notes().push_back(docx::unread_part(part.error()));
  return part;
}

std::vector<std::string> read_strings(pugi::xml_node root) {
  std::vector<std::string> strings;
  for (const pugi::xml_node item : root.children()) {
    if (local_name(item.name()) == "si") strings.push_back(string_of(item));
  }
  return strings;
}

std::vector<std::string> read_formats(pugi::xml_node root) {
  std::map<int, std::string> custom;
  for (const pugi::xml_node format : child_of(root, "numFmts").children()) {
    const char* code = attribute_of(format, "formatCode");
    if (code != nullptr) custom[docx::to_int(attribute_of(format, "numFmtId"), -1)] = code;
  }
  std::vector<std::string> formats;
  for (const pugi::xml_node style : child_of(root, "cellXfs").children()) {
    if (local_name(style.name()) != "xf") continue;
    const int id = docx::to_int(attribute_of(style, "numFmtId"), 0);
    const auto found = custom.find(id);
    formats.push_back(found != custom.end() ? found->second : std::string(builtin_format(id)));
    if (formats.back() == "General" || formats.back() == "@") formats.back().clear();
  }
  return formats;
}

}  // namespace

std::string string_of(pugi::xml_node item) {
  std::string text;
  for (const pugi::xml_node child : item.children()) {
    const std::string_view name = local_name(child.name());
    if (name == "t") text += child.text().get();
    if (name == "r") text += child_of(child, "t").text().get();
  }
  return text;
}

Result<Workbook> read_workbook(docx::Package& package) {
  auto main = package.xml(package.main_part());
  if (!main) return std::move(main.error());
  const std::vector<Relation> relations = package.relations_of(package.main_part());
  Workbook workbook;
  const pugi::xml_node root = main.value().root();
  workbook.counts_from_1904 = docx::is_set(child_of(root, "workbookPr"), "date1904");
  for (const pugi::xml_node sheet : child_of(root, "sheets").children()) {
    const char* name = attribute_of(sheet, "name");
    const char* id = attribute_of(sheet, "id");
    const char* state = attribute_of(sheet, "state");
    SheetEntry entry{name == nullptr ? "" : name, {}, state != nullptr && std::string_view(state) != "visible"};
    for (const Relation& relation : relations) {
      if (id != nullptr && relation.id == id && !relation.external) entry.part = relation.target;
    }
    workbook.sheets.push_back(std::move(entry));
  }
  if (auto strings = shared_part(package, relations, "sharedStrings"))
    workbook.strings = read_strings(strings.value().root());
  if (auto styles = shared_part(package, relations, "styles")) workbook.formats = read_formats(styles.value().root());
  return workbook;
}

}  // namespace gouji::xlsx
