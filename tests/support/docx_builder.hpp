// Builds real .docx files in memory: from raw parts, or from the plain format of docx/plain.hpp.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace gouji::test {

/// A ZIP archive of these entries, deflated.
[[nodiscard]] std::string zip_bytes(const std::vector<std::pair<std::string, std::string>>& entries);

/// Parts are given as the XML inside their root element; namespaces are declared on the roots.
class DocxBuilder {
 public:
  DocxBuilder& body(std::string xml) { return body_ = std::move(xml), *this; }
  DocxBuilder& styles(const std::string& xml);
  DocxBuilder& numbering(const std::string& xml);
  /// Footnotes and endnotes: w:footnote elements; comments: w:comment elements.
  DocxBuilder& footnotes(const std::string& xml);
  DocxBuilder& endnotes(const std::string& xml);
  DocxBuilder& comments(const std::string& xml);
  DocxBuilder& settings(const std::string& xml);
  /// Blocks of a header or footer with this relationship id; refer to it from a w:sectPr of the body.
  DocxBuilder& header(const std::string& id, const std::string& xml);
  DocxBuilder& footer(const std::string& id, const std::string& xml);
  /// A part with the bytes as given, related to the main document by `kind`.
  DocxBuilder& raw_part(const std::string& kind, const std::string& id, const std::string& root, std::string bytes);
  /// The main part as given, root element and all.
  DocxBuilder& main_xml(std::string xml) { return main_xml_ = std::move(xml), *this; }
  DocxBuilder& main_name(std::string name) { return main_name_ = std::move(name), *this; }
  /// The content type of the main part: "….template.main+xml", "application/vnd.ms-word.…".
  DocxBuilder& main_type(std::string type) { return main_type_ = std::move(type), *this; }
  /// An entry of the archive with its content type ("" = by extension), and a relation of the main part to it.
  DocxBuilder& entry(const std::string& name, std::string bytes, const std::string& type = {});
  DocxBuilder& relation(const std::string& id, const std::string& kind, const std::string& target);
  /// Strict OOXML namespaces throughout.
  DocxBuilder& strict() { return strict_ = true, *this; }

  [[nodiscard]] std::vector<std::pair<std::string, std::string>> entries() const;
  [[nodiscard]] std::string bytes() const { return zip_bytes(entries()); }

 private:
  struct Part {
    std::string kind;
    std::string id;
    std::string root;
    std::string content;
    bool raw = false;
  };

  std::string body_;
  std::string main_xml_;
  std::string main_name_ = "word/document.xml";
  std::vector<Part> parts_;
  std::vector<std::pair<std::string, std::string>> entries_;
  std::string types_;
  std::string relations_;
  std::string main_type_ = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
  bool strict_ = false;
};

/// <w:p> with one run; the text is escaped, '\n' becomes w:br and '\t' w:tab.
[[nodiscard]] std::string paragraph_xml(std::string_view text, const std::string& properties = {});
[[nodiscard]] std::string escape_xml(std::string_view text);
/// Beside what docx/plain.hpp knows: a line «[comment] …» is a comment on the paragraph or cell in front of it.
[[nodiscard]] std::string docx_from_plain(std::string_view text);

}  // namespace gouji::test
