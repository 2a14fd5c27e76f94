// A .docx with some parts changed: what is asked for is read once, what was not changed goes into the new archive as it
// stands in the old one, packed bytes and order included.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "annotate/markup.hpp"
#include "annotate/part_text.hpp"
#include "docx/archive.hpp"

namespace gouji::annotate {

struct Related {
  std::string id;
  std::string type;    // the whole URI
  std::string target;  // part name
};

class PackageEdit {
 public:
  /// Fails for everything that is no Word document in a ZIP archive.
  static Result<PackageEdit> open(std::string bytes, const Limits& limits);

  [[nodiscard]] const std::string& main_part() const { return main_part_; }
  [[nodiscard]] const Limits& limits() const { return limits_; }
  [[nodiscard]] bool has(const std::string& part) const;
  [[nodiscard]] Result<Markup> markup(const std::string& part);
  /// Puts text in the place of what markup() gave; the encoding stays.
  void write(const std::string& part, std::string text);
  void create(const std::string& part, std::string text);
  void remove(const std::string& part);

  /// What the main part is related to, external targets left out.
  [[nodiscard]] Result<std::vector<Related>> relations();
  std::optional<Error> add_relation(const std::string& id, const std::string& type, const std::string& target);
  std::optional<Error> remove_relation(const std::string& id);
  std::optional<Error> add_content_type(const std::string& part, const std::string& type);
  std::optional<Error> remove_content_type(const std::string& part);

  /// The archive; the bytes that were opened when no part differs from them.
  [[nodiscard]] Result<std::string> save() const;

 private:
  struct State {
    PartText part;
    bool is_removed = false;
  };
  explicit PackageEdit(docx::Archive archive) : archive_(std::move(archive)) {}
  [[nodiscard]] Result<PartText*> text_of(const std::string& part);
  std::optional<Error> append(const std::string& part, std::string_view root,
                              const std::function<std::string(const std::string&)>& entry);
  std::optional<Error> drop(const std::string& part, std::string_view attribute, std::string_view value);

  docx::Archive archive_;
  std::string bytes_;
  std::string main_part_;
  Limits limits_;
  std::map<std::string, State> parts_;        // those that were read or made, by lower-case name
  std::map<std::string, std::string> names_;  // of those that were made, as they are to be written
};

}  // namespace gouji::annotate
