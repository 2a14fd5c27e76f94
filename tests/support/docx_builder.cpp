// SPDX-License-Identifier: Apache-2.0
#include "support/docx_builder.hpp"

#include <zip.h>

#include <algorithm>
#include <cstdlib>
#include <cstring>

#include "docx/plain.hpp"

namespace gouji::test {
namespace {

constexpr const char* kTransitional = "http://schemas.openxmlformats.org/";

std::string namespaces(bool strict) {
  const std::string word = strict ? "http://purl.oclc.org/ooxml/wordprocessingml/main"
                                  : "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
  const std::string office =
      strict ? "http://purl.oclc.org/ooxml/officeDocument/" : "http://schemas.openxmlformats.org/officeDocument/2006/";
  return " xmlns:w=\"" + word + "\" xmlns:r=\"" + office + "relationships\" xmlns:m=\"" + office + "math\"" +
         " xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\""
         " xmlns:v=\"urn:schemas-microsoft-com:vml\" xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\""
         " xmlns:wps=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\"";
}

std::string wrap(const std::string& root, const std::string& content, bool strict) {
  return "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<w:" + root + namespaces(strict) + ">" +
         content + "</w:" + root + ">";
}

std::string type_uri(const std::string& kind, bool strict) {
  return (strict ? "http://purl.oclc.org/ooxml/officeDocument/relationships/"
                 : std::string(kTransitional) + "officeDocument/2006/relationships/") +
         kind;
}

}  // namespace

std::string zip_bytes(const std::vector<std::pair<std::string, std::string>>& entries) {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* target = zip_source_buffer_create(nullptr, 0, 0, &error);
  zip_source_keep(target);
  zip* archive = zip_open_from_source(target, ZIP_TRUNCATE, &error);
  for (const auto& [name, content] : entries) {
    zip_source_t* source = zip_source_buffer(archive, content.data(), content.size(), 0);
    zip_file_add(archive, name.c_str(), source, ZIP_FL_OVERWRITE | ZIP_FL_ENC_UTF_8);
  }
  if (zip_close(archive) != 0) std::abort();
  zip_stat_t stat;
  zip_stat_init(&stat);
  zip_source_stat(target, &stat);
  std::string bytes(static_cast<std::size_t>(stat.size), '\0');
  zip_source_open(target);
  zip_source_read(target, bytes.data(), bytes.size());
  zip_source_close(target);
  zip_source_free(target);
  zip_error_fini(&error);
  return bytes;
}

DocxBuilder& DocxBuilder::styles(const std::string& xml) {
  return parts_.push_back({"styles", "rIdStyles", "styles", xml, false}), *this;
}
DocxBuilder& DocxBuilder::numbering(const std::string& xml) {
  return parts_.push_back({"numbering", "rIdNumbering", "numbering", xml, false}), *this;
}
DocxBuilder& DocxBuilder::footnotes(const std::string& xml) {
  return parts_.push_back({"footnotes", "rIdFootnotes", "footnotes", xml, false}), *this;
}
DocxBuilder& DocxBuilder::endnotes(const std::string& xml) {
  return parts_.push_back({"endnotes", "rIdEndnotes", "endnotes", xml, false}), *this;
}
DocxBuilder& DocxBuilder::comments(const std::string& xml) {
  return parts_.push_back({"comments", "rIdComments", "comments", xml, false}), *this;
}
DocxBuilder& DocxBuilder::settings(const std::string& xml) {
  return parts_.push_back({"settings", "rIdSettings", "settings", xml, false}), *this;
}
DocxBuilder& DocxBuilder::header(const std::string& id, const std::string& xml) {
  return parts_.push_back({"header", id, "hdr", xml, false}), *this;
}
DocxBuilder& DocxBuilder::footer(const std::string& id, const std::string& xml) {
  return parts_.push_back({"footer", id, "ftr", xml, false}), *this;
}
DocxBuilder& DocxBuilder::raw_part(const std::string& kind, const std::string& id, const std::string& root,
                                   std::string bytes) {
  return parts_.push_back({kind, id, root, std::move(bytes), true}), *this;
}

DocxBuilder& DocxBuilder::entry(const std::string& name, std::string bytes, const std::string& type) {
  if (!type.empty()) types_ += "<Override PartName=\"/" + name + "\" ContentType=\"" + type + "\"/>";
  return entries_.emplace_back(name, std::move(bytes)), *this;
}
DocxBuilder& DocxBuilder::relation(const std::string& id, const std::string& kind, const std::string& target) {
  const std::string mode = kind == "subDocument" ? "\" TargetMode=\"External" : "";
  relations_ +=
      "<Relationship Id=\"" + id + "\" Type=\"" + type_uri(kind, strict_) + "\" Target=\"" + target + mode + "\"/>";
  return *this;
}

std::vector<std::pair<std::string, std::string>> DocxBuilder::entries() const {
  const std::size_t slash = main_name_.rfind('/');
  const std::string folder = slash == std::string::npos ? "" : main_name_.substr(0, slash + 1);
  const std::string base = slash == std::string::npos ? main_name_ : main_name_.substr(slash + 1);
  const std::string word_type = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
  std::string types =
      "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
      "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
      "<Default Extension=\"xml\" ContentType=\"application/xml\"/><Override PartName=\"/" +
      main_name_ + "\" ContentType=\"" + main_type_ + "\"/>" + types_;
  const std::string relations_open =
      "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">";
  std::string relations = relations_open + relations_;
  std::vector<std::pair<std::string, std::string>> parts;
  for (const Part& part : parts_) {
    const std::string name = "part-" + part.id + ".xml";
    types += "<Override PartName=\"/" + folder + name + "\" ContentType=\"" + word_type + part.kind + "+xml\"/>";
    relations +=
        "<Relationship Id=\"" + part.id + "\" Type=\"" + type_uri(part.kind, strict_) + "\" Target=\"" + name + "\"/>";
    parts.emplace_back(folder + name, part.raw ? part.content : wrap(part.root, part.content, strict_));
  }
  std::vector<std::pair<std::string, std::string>> all{
      {"[Content_Types].xml", types + "</Types>"},
      {"_rels/.rels", relations_open + "<Relationship Id=\"rId1\" Type=\"" + type_uri("officeDocument", strict_) +
                          "\" Target=\"" + main_name_ + "\"/></Relationships>"},
      {main_name_, main_xml_.empty() ? wrap("document", "<w:body>" + body_ + "</w:body>", strict_) : main_xml_},
      {folder + "_rels/" + base + ".rels", relations + "</Relationships>"}};
  all.insert(all.end(), parts.begin(), parts.end());
  all.insert(all.end(), entries_.begin(), entries_.end());
  return all;
}

std::string escape_xml(std::string_view text) {
  std::string out;
  for (const char c : text) {
    switch (c) {
      case '<': out += "&lt;"; break;
      case '>': out += "&gt;"; break;
      case '&': out += "&amp;"; break;
      case '"': out += "&quot;"; break;
      default: out += c;
    }
  }
  return out;
}

std::string paragraph_xml(std::string_view text, const std::string& properties) {
  std::string run = "<w:t xml:space=\"preserve\">";
  for (const char c : text) {
    if (c == '\n' || c == '\t') {
      run += std::string("</w:t>") + (c == '\n' ? "<w:br/>" : "<w:tab/>") + "<w:t xml:space=\"preserve\">";
    } else {
      run += escape_xml(std::string_view(&c, 1));
    }
  }
  const std::string before = properties.empty() ? "" : "<w:pPr>" + properties + "</w:pPr>";
  return "<w:p>" + before + "<w:r>" + run + "</w:t></w:r></w:p>";
}

namespace {

std::string cell_xml(const docx::Document& document, const docx::Cell& cell, std::uint32_t row) {
  std::string properties;
  if (cell.column_span > 1) properties += "<w:gridSpan w:val=\"" + std::to_string(cell.column_span) + "\"/>";
  if (cell.row_span > 1) properties += row == cell.row ? "<w:vMerge w:val=\"restart\"/>" : "<w:vMerge/>";
  const std::string text =
      row == cell.row ? paragraph_xml(document.text_of(document.paragraphs[cell.first_paragraph])) : "<w:p/>";
  return "<w:tc><w:tcPr>" + properties + "</w:tcPr>" + text + "</w:tc>";
}

std::string table_xml(const docx::Document& document, const docx::Table& table) {
  std::string xml = "<w:tbl><w:tblPr/><w:tblGrid/>";
  for (std::uint32_t row = 0; row < table.rows; ++row) {
    xml += row < table.header_rows ? "<w:tr><w:trPr><w:tblHeader/></w:trPr>" : "<w:tr>";
    for (std::uint32_t column = 0; column < table.columns; ++column) {
      for (const docx::Cell& cell : table.cells) {
        if (cell.column == column && row >= cell.row && row < cell.row + cell.row_span)
          xml += cell_xml(document, cell, row);
      }
    }
    xml += "</w:tr>";
  }
  return xml + "</w:tbl>";
}

std::string story_xml(const docx::Document& document, docx::StoryKind kind) {
  std::string xml;
  for (std::size_t i = 0; i < document.paragraphs.size(); ++i) {
    const docx::Paragraph& paragraph = document.paragraphs[i];
    if (document.stories[paragraph.story].kind != kind) continue;
    if (paragraph.table != docx::kNone) {
      const docx::Table& table = document.tables[paragraph.table];
      if (table.before_paragraph == i) xml += table_xml(document, table);
      continue;
    }
    const std::string style = paragraph.outline_level < 0
                                  ? std::string()
                                  : "<w:pStyle w:val=\"" + std::to_string(paragraph.outline_level + 1) + "\"/>";
    xml += paragraph_xml(document.text_of(paragraph), style);
  }
  return xml;
}

}  // namespace

namespace {

/// Takes the lines «[comment] …» out; each is a comment on the paragraph or cell before it.
struct Comments {
  std::string plain;     // the other lines
  std::string comments;  // w:comment elements
  std::vector<std::size_t> paragraphs;

  explicit Comments(std::string_view text) {
    constexpr std::string_view kMark = "[comment] ";
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t end = std::min(text.find('\n', at), text.size() - 1) + 1;
      std::string_view line = text.substr(at, end - at);
      at = end;
      if (!line.starts_with(kMark)) {
        plain += line;
        continue;
      }
      line.remove_prefix(kMark.size());
      line = line.substr(0, line.find('\n'));
      comments += "<w:comment w:id=\"" + std::to_string(paragraphs.size()) + "\" w:author=\"王会计\">" +
                  paragraph_xml(line) + "</w:comment>";
      paragraphs.push_back(docx::read_plain(plain).paragraphs.size());
    }
  }

  void refer(std::string& body) const {
    std::size_t at = 0;
    std::size_t done = 0;
    for (std::size_t id = 0; id < paragraphs.size(); ++id) {
      for (; done < paragraphs[id]; ++done) at = body.find("</w:p>", at + 1);
      if (at == std::string::npos) return;
      const std::string reference = "<w:r><w:commentReference w:id=\"" + std::to_string(id) + "\"/></w:r>";
      body.insert(at, reference);
      at += reference.size();
    }
  }
};

}  // namespace

std::string docx_from_plain(std::string_view text) {
  const Comments comments(text);
  const docx::Document document = docx::read_plain(comments.plain);
  DocxBuilder builder;
  std::string styles;
  for (const char* level : {"1", "2", "3"}) {
    styles += std::string("<w:style w:type=\"paragraph\" w:styleId=\"") + level + "\"><w:name w:val=\"heading " +
              level + "\"/></w:style>";
  }
  builder.styles(styles);
  std::string body = story_xml(document, docx::StoryKind::body);
  if (!comments.comments.empty()) {
    comments.refer(body);
    builder.comments(comments.comments);
  }
  if (const std::string box = story_xml(document, docx::StoryKind::textbox); !box.empty()) {
    const std::string anchor = "<w:r><w:pict><v:shape><v:textbox><w:txbxContent>" + box +
                               "</w:txbxContent></v:textbox></v:shape></w:pict></w:r>";
    // The box hangs on the last paragraph, so that no paragraph is added for it.
    const std::size_t end = body.rfind("</w:p>");
    if (end == std::string::npos) {
      body += "<w:p>" + anchor + "</w:p>";
    } else {
      body.insert(end, anchor);
    }
  }
  if (const std::string notes = story_xml(document, docx::StoryKind::footnote); !notes.empty()) {
    builder.footnotes("<w:footnote w:id=\"1\">" + notes + "</w:footnote>");
    const std::size_t end = body.rfind("</w:p>");
    const std::string reference = "<w:r><w:footnoteReference w:id=\"1\"/></w:r>";
    if (end == std::string::npos) {
      body += "<w:p>" + reference + "</w:p>";
    } else {
      body.insert(end, reference);
    }
  }
  std::string section;
  if (const std::string header = story_xml(document, docx::StoryKind::header); !header.empty()) {
    builder.header("rIdHeader", header);
    section += "<w:headerReference w:type=\"default\" r:id=\"rIdHeader\"/>";
  }
  if (const std::string footer = story_xml(document, docx::StoryKind::footer); !footer.empty()) {
    builder.footer("rIdFooter", footer);
    section += "<w:footerReference w:type=\"default\" r:id=\"rIdFooter\"/>";
  }
  return builder.body(body + "<w:sectPr>" + section + "</w:sectPr>").bytes();
}

}  // namespace gouji::test
