// One XML part parsed: guarded pugixml in place, and element names resolved to tags through their namespaces.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "gouji/limits.hpp"
#include "gouji/result.hpp"

namespace gouji::docx {

/// Elements that the walk knows. Word's own first, then mathematics (math_*) and markup compatibility.
enum class Tag : std::uint8_t {
  other,
  body,
  p,
  p_pr,
  r,
  r_pr,
  t,
  tab,
  ptab,
  br,
  cr,
  no_break_hyphen,
  sym,
  ins,
  del,
  move_to,
  move_from,
  sdt,
  sdt_pr,
  sdt_content,
  hyperlink,
  smart_tag,
  custom_xml,
  fld_simple,
  fld_char,
  instr_text,
  ruby,
  ruby_base,
  drawing,
  pict,
  object,
  txbx_content,
  tbl,
  tr,
  tc,
  sect_pr,
  rendered_break,
  footnote_reference,
  endnote_reference,
  comment_start,
  comment_end,
  comment_reference,
  alt_chunk,
  sub_document,
  dir,
  bdo,
  alternate_content,
  choice,
  fallback,
  math,
  math_text,
  math_fraction,
  math_denominator,
  math_superscript,
  math_sup,
};

/// Which prefixes mean WordprocessingML (transitional or strict), OMML and markup compatibility in one part.
class Names {
 public:
  /// Collects the xmlns declarations of a part before it is parsed.
  void learn(std::string_view xml);
  [[nodiscard]] Tag tag(const char* qualified) const;
  [[nodiscard]] Tag tag(pugi::xml_node node) const { return tag(node.name()); }
  /// The prefix of an mc:Choice Requires="…" is one of Microsoft's or the standard's own.
  [[nodiscard]] bool knows_prefix(std::string_view prefix) const;

 private:
  enum class Kind : std::uint8_t { unknown, word, math, compatibility, office };
  [[nodiscard]] static Kind kind_of(std::string_view uri);
  [[nodiscard]] Kind kind_of_prefix(std::string_view prefix) const;

  std::vector<std::pair<std::string, Kind>> prefixes_;
  bool w_is_word_ = true;
};

/// A parsed part. The nodes point into bytes.
struct XmlPart {
  std::string name;
  std::unique_ptr<std::string> bytes;
  std::unique_ptr<pugi::xml_document> dom;
  Names names;
  bool has_rendered_breaks = false;
  std::uint64_t footprint = 0;  // bytes of memory, by reckoning

  [[nodiscard]] pugi::xml_node root() const { return dom->document_element(); }
};

/// Parses; broken-xml, xml-doctype, xml-encoding, xml-too-deep, zip-bomb (too many tags or attributes) or memory-limit
/// otherwise.
Result<XmlPart> parse_xml(std::string name, std::string bytes, const Limits& limits);

/// The part of a qualified name behind its prefix.
[[nodiscard]] std::string_view local_name(const char* qualified);
/// First child element with that local name; empty node if none.
[[nodiscard]] pugi::xml_node child_of(pugi::xml_node node, std::string_view local);
/// Attribute value by local name; nullptr if absent.
[[nodiscard]] const char* attribute_of(pugi::xml_node node, std::string_view local);
/// An attribute of xsd:boolean that says yes: "1" or "true"; not there means no.
[[nodiscard]] bool is_set(pugi::xml_node node, std::string_view local);
/// The "val" of that child; nullptr if child or attribute is absent.
[[nodiscard]] const char* child_value(pugi::xml_node node, std::string_view local);
/// An on/off element: present and not "0", "false" or "off".
[[nodiscard]] bool is_on(pugi::xml_node toggle);
/// Decimal integer, clamped to ±1e9; fallback if it is none.
[[nodiscard]] int to_int(const char* text, int fallback);

}  // namespace gouji::docx
