// The parts of a .docx and how they are related; the main document is found as the standard says, never by name.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "docx/archive.hpp"
#include "docx/xml.hpp"
#include "gouji/outcome.hpp"

namespace gouji::docx {

/// What the main part of a package is to be.
enum class MainKind { document, workbook };

struct Relation {
  std::string id;
  std::string kind;    // last word of the type: "officeDocument", "styles", "header"…
  std::string target;  // part name without leading '/'; as written if external
  bool external = false;
};

class Package {
 public:
  static Result<Package> open(std::string bytes, const Limits& limits, MainKind kind = MainKind::document);

  [[nodiscard]] const std::string& main_part() const { return main_part_; }
  /// Relations of a part ("" = the package); empty if there are none, with a note if they are broken.
  std::vector<Relation> relations_of(const std::string& part);
  [[nodiscard]] Result<XmlPart> xml(const std::string& part) const;
  [[nodiscard]] Result<std::string> bytes(const std::string& part) const;
  [[nodiscard]] std::vector<Note>& notes() { return notes_; }

 private:
  explicit Package(const Limits& limits) : limits_(limits) {}
  static Result<Package> open_zip(std::string bytes, const Limits& limits);
  static Result<Package> open_flat(std::string bytes, const Limits& limits);
  [[nodiscard]] bool has(const std::string& part) const;
  void read_content_types();
  [[nodiscard]] std::string_view content_type(const std::string& part) const;
  Result<std::string> find_main(MainKind kind);

  std::optional<Archive> archive_;                     // nothing for Flat OPC
  std::unordered_map<std::string, std::string> flat_;  // its parts instead, by lower-case name
  Limits limits_;
  std::string main_part_;
  std::unordered_map<std::string, std::string> by_part_;       // lower-case part name -> content type
  std::unordered_map<std::string, std::string> by_extension_;  // lower-case extension -> content type
  std::vector<Note> notes_;
};

/// "word/document.xml" + "../customXml/item1.xml" -> "customXml/item1.xml"; a leading '/' means the root.
[[nodiscard]] std::string resolve_target(std::string_view source, std::string_view target);
/// "word/document.xml" -> "word/_rels/document.xml.rels".
[[nodiscard]] std::string relations_name(const std::string& part);

/// The relation of that kind; nullptr if none.
[[nodiscard]] const Relation* find_kind(const std::vector<Relation>& relations, std::string_view kind);

}  // namespace gouji::docx
