// Namespace prefixes and the table of known element names.
// SPDX-License-Identifier: Apache-2.0
#include <cstdint>

#include "docx/xml.hpp"

namespace gouji::docx {
namespace {

constexpr std::uint64_t hash_of(const char* text) {
  std::uint64_t hash = 14695981039346656037ull;
  for (; *text != '\0'; ++text) hash = (hash ^ static_cast<unsigned char>(*text)) * 1099511628211ull;
  return hash;
}

Tag word_tag(const char* local) {
  switch (hash_of(local)) {
    case hash_of("body"): return Tag::body;
    case hash_of("p"): return Tag::p;
    case hash_of("pPr"): return Tag::p_pr;
    case hash_of("r"): return Tag::r;
    case hash_of("rPr"): return Tag::r_pr;
    case hash_of("t"): return Tag::t;
    case hash_of("tab"): return Tag::tab;
    case hash_of("ptab"): return Tag::ptab;
    case hash_of("br"): return Tag::br;
    case hash_of("cr"): return Tag::cr;
    case hash_of("noBreakHyphen"): return Tag::no_break_hyphen;
    case hash_of("sym"): return Tag::sym;
    case hash_of("ins"): return Tag::ins;
    case hash_of("del"): return Tag::del;
    case hash_of("moveTo"): return Tag::move_to;
    case hash_of("moveFrom"): return Tag::move_from;
    case hash_of("sdt"): return Tag::sdt;
    case hash_of("sdtPr"): return Tag::sdt_pr;
    case hash_of("sdtContent"): return Tag::sdt_content;
    case hash_of("hyperlink"): return Tag::hyperlink;
    case hash_of("smartTag"): return Tag::smart_tag;
    case hash_of("customXml"): return Tag::custom_xml;
    case hash_of("fldSimple"): return Tag::fld_simple;
    case hash_of("fldChar"): return Tag::fld_char;
    case hash_of("instrText"): return Tag::instr_text;
    case hash_of("ruby"): return Tag::ruby;
    case hash_of("rubyBase"): return Tag::ruby_base;
    case hash_of("drawing"): return Tag::drawing;
    case hash_of("pict"): return Tag::pict;
    case hash_of("object"): return Tag::object;
    case hash_of("txbxContent"): return Tag::txbx_content;
    case hash_of("tbl"): return Tag::tbl;
    case hash_of("tr"): return Tag::tr;
    case hash_of("tc"): return Tag::tc;
    case hash_of("sectPr"): return Tag::sect_pr;
    case hash_of("lastRenderedPageBreak"): return Tag::rendered_break;
    case hash_of("footnoteReference"): return Tag::footnote_reference;
    case hash_of("endnoteReference"): return Tag::endnote_reference;
    case hash_of("commentRangeStart"): return Tag::comment_start;
    case hash_of("commentRangeEnd"): return Tag::comment_end;
    case hash_of("commentReference"): return Tag::comment_reference;
    case hash_of("altChunk"): return Tag::alt_chunk;
    case hash_of("subDoc"): return Tag::sub_document;
    case hash_of("dir"): return Tag::dir;
    case hash_of("bdo"): return Tag::bdo;
    default: return Tag::other;
  }
}

Tag math_tag(std::string_view local) {
  if (local == "oMath" || local == "oMathPara") return Tag::math;
  if (local == "t") return Tag::math_text;
  if (local == "f") return Tag::math_fraction;
  if (local == "den") return Tag::math_denominator;
  if (local == "sSup") return Tag::math_superscript;
  if (local == "sup") return Tag::math_sup;
  return Tag::other;
}

Tag compatibility_tag(std::string_view local) {
  if (local == "AlternateContent") return Tag::alternate_content;
  if (local == "Choice") return Tag::choice;
  if (local == "Fallback") return Tag::fallback;
  return Tag::other;
}

bool starts_with(std::string_view text, std::string_view head) { return text.substr(0, head.size()) == head; }
bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

}  // namespace

Names::Kind Names::kind_of(std::string_view uri) {
  if (uri == "http://schemas.openxmlformats.org/wordprocessingml/2006/main") return Kind::word;
  if (uri == "http://purl.oclc.org/ooxml/wordprocessingml/main") return Kind::word;
  if (uri == "http://schemas.openxmlformats.org/officeDocument/2006/math") return Kind::math;
  if (uri == "http://purl.oclc.org/ooxml/officeDocument/math") return Kind::math;
  if (uri == "http://schemas.openxmlformats.org/markup-compatibility/2006") return Kind::compatibility;
  for (const char* head : {"http://schemas.microsoft.com/", "http://schemas.openxmlformats.org/",
                           "http://purl.oclc.org/ooxml/", "urn:schemas-microsoft-com:", "http://www.wps.cn/"}) {
    if (starts_with(uri, head)) return Kind::office;
  }
  return Kind::unknown;
}

void Names::learn(std::string_view xml) {
  bool w_bound = false;
  bool w_word = false;
  for (std::size_t at = xml.find("xmlns"); at != std::string_view::npos; at = xml.find("xmlns", at)) {
    at += 5;
    std::string_view prefix;
    if (at < xml.size() && xml[at] == ':') {
      const std::size_t begin = ++at;
      while (at < xml.size() && xml[at] != '=' && xml[at] != '>' && !is_space(xml[at])) ++at;
      prefix = xml.substr(begin, at - begin);
    }
    while (at < xml.size() && is_space(xml[at])) ++at;
    if (at >= xml.size() || xml[at] != '=') continue;
    ++at;
    while (at < xml.size() && is_space(xml[at])) ++at;
    if (at >= xml.size() || (xml[at] != '"' && xml[at] != '\'')) continue;
    const std::size_t end = xml.find(xml[at], at + 1);
    if (end == std::string_view::npos) break;
    const Kind kind = kind_of(xml.substr(at + 1, end - at - 1));
    at = end;
    if (prefix == "w") {
      w_bound = true;
      w_word = w_word || kind == Kind::word;
    }
    if (prefixes_.size() < 256 && kind_of_prefix(prefix) == Kind::unknown) prefixes_.emplace_back(prefix, kind);
  }
  w_is_word_ = !w_bound || w_word;
}

Names::Kind Names::kind_of_prefix(std::string_view prefix) const {
  for (const auto& [known, kind] : prefixes_) {
    if (known == prefix && kind != Kind::unknown) return kind;
  }
  return Kind::unknown;
}

bool Names::knows_prefix(std::string_view prefix) const { return kind_of_prefix(prefix) != Kind::unknown; }

Tag Names::tag(const char* qualified) const {
  if (w_is_word_ && qualified[0] == 'w' && qualified[1] == ':') return word_tag(qualified + 2);
  if (qualified[0] == '\0') return Tag::other;
  const std::string_view local = local_name(qualified);
  const auto prefix_size = static_cast<std::size_t>(local.data() - qualified);
  switch (kind_of_prefix(std::string_view(qualified, prefix_size == 0 ? 0 : prefix_size - 1))) {
    case Kind::word: return word_tag(local.data());
    case Kind::math: return math_tag(local);
    case Kind::compatibility: return compatibility_tag(local);
    case Kind::unknown:
    case Kind::office: return Tag::other;
  }
  return Tag::other;
}

}  // namespace gouji::docx
