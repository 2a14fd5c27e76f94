// The order of reading: body, its text boxes, notes, headers, footers, comments.
// SPDX-License-Identifier: Apache-2.0
#include "docx/read_docx.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "docx/comment_walk.hpp"
#include "docx/errors.hpp"
#include "docx/own_comments.hpp"
#include "docx/package.hpp"
#include "docx/part_walk.hpp"

namespace gouji::docx {
namespace {

void note(Document& document, const char* code, std::uint32_t count, const char* zh, const char* en) {
  if (count == 0) return;
  const std::string number = std::to_string(count);
  document.notes.push_back({code, {"文中有 " + number + " " + zh, number + " " + en}, {}});
}

/// An optional part; what is wrong with it becomes a note.
std::optional<XmlPart> optional_part(Package& package, const Relation* relation) {
  if (relation == nullptr) return std::nullopt;
  auto part = package.xml(relation->target);
  if (part) return std::move(part.value());
  package.notes().push_back(unread_part(part.error()));
  return std::nullopt;
}

struct Context {
  WalkState& state;
  Package& package;
  AttachmentCount count{};
};

/// What hangs on a part that was walked, and whether the walk saw all of it.
void finish_part(Context& context, PartWalk& walk, const std::string& part) {
  walk.text_boxes();
  Document& document = context.state.document;
  if (walk.too_deep()) document.notes.push_back(unread_part(make_error(Fault::xml_too_deep, part)));
  read_attachments(document, context.package, part, walk.attachments(), context.state.budget, context.count);
}

bool is_separator(pugi::xml_node note) {
  const char* type = attribute_of(note, "type");
  return type != nullptr && std::string_view(type) != "normal";
}

/// Footnotes or endnotes that the text refers to, in the order of reference.
void read_notes(Context& context, const XmlPart& part, StoryKind kind, const char* name,
                const std::vector<std::string>& references) {
  PartWalk walk(context.state, part);
  std::map<std::string, std::pair<pugi::xml_node, PartWalk::Mark>> found;
  for (const pugi::xml_node note : part.root().children()) {
    const char* id = attribute_of(note, "id");
    if (id != nullptr && !is_separator(note)) found.emplace(id, std::make_pair(note, walk.mark()));
    walk.skip(note);
  }
  if (references.empty() || found.empty()) return;
  walk.begin_story(kind, name);
  for (const std::string& id : references) {
    const auto at = found.find(id);
    if (at == found.end()) continue;
    walk.go_to(at->second.second);
    walk.content(at->second.first);
    found.erase(at);
  }
  finish_part(context, walk, part.name);
}

/// gouji annotate wrote it: no words of the document's people.
bool is_own_comment(pugi::xml_node comment) {
  const char* author = attribute_of(comment, "author");
  const char* initials = attribute_of(comment, "initials");
  return author != nullptr && initials != nullptr && std::string_view(author) == kOwnAuthor &&
         std::string_view(initials) == kOwnInitials;
}

void read_comments(Context& context, const XmlPart& part) {
  PartWalk walk(context.state, part);
  walk.begin_story(StoryKind::comment, "comments");
  Document& document = context.state.document;
  for (const pugi::xml_node node : part.root().children()) {
    if (is_own_comment(node)) {
      walk.skip(node);
      continue;
    }
    const char* id = attribute_of(node, "id");
    const char* author = attribute_of(node, "author");
    const auto range = context.state.comment_ranges.find(id == nullptr ? "" : id);
    Comment comment = range == context.state.comment_ranges.end() ? Comment() : comment_on(document, range->second);
    comment.first_paragraph = static_cast<std::uint32_t>(document.paragraphs.size());
    walk.content(node);
    comment.last_paragraph = static_cast<std::uint32_t>(document.paragraphs.size());
    comment.author = author == nullptr ? "" : author;
    if (comment.last_paragraph > comment.first_paragraph) document.comments.push_back(std::move(comment));
  }
  finish_part(context, walk, part.name);
}

/// Ids of the headers or footers that are shown, each once, section by section. A section without its own takes the
/// one before; "first" shows only with w:titlePg, "even" only where the settings ask for it.
std::vector<std::string> shown(const std::vector<pugi::xml_node>& sections, std::string_view element, bool even_pages) {
  std::map<std::string, std::string> current;
  std::vector<std::string> ids;
  for (const pugi::xml_node section : sections) {
    for (const pugi::xml_node child : section.children()) {
      if (local_name(child.name()) != element) continue;
      const char* type = attribute_of(child, "type");
      const char* id = attribute_of(child, "id");
      if (id != nullptr) current[type == nullptr ? "default" : type] = id;
    }
    const bool title_page = is_on(child_of(section, "titlePg"));
    for (const char* type : {"first", "default", "even"}) {
      const std::string_view which = type;
      if ((which == "first" && !title_page) || (which == "even" && !even_pages)) continue;
      const auto at = current.find(type);
      if (at != current.end() && std::find(ids.begin(), ids.end(), at->second) == ids.end()) ids.push_back(at->second);
    }
  }
  return ids;
}

void read_margins(Context& context, const std::vector<Relation>& relations, StoryKind kind, bool even_pages) {
  WalkState& state = context.state;
  const bool header = kind == StoryKind::header;
  std::vector<std::string> done;
  for (const std::string& id : shown(state.sections, header ? "headerReference" : "footerReference", even_pages)) {
    const auto relation =
        std::find_if(relations.begin(), relations.end(), [&](const Relation& r) { return r.id == id; });
    if (relation == relations.end() || relation->external) continue;
    if (std::find(done.begin(), done.end(), relation->target) != done.end()) continue;
    done.push_back(relation->target);
    const auto part = optional_part(context.package, &*relation);
    if (!part) continue;
    PartWalk walk(state, *part);
    walk.begin_story(kind, (header ? "header" : "footer") + std::to_string(done.size()));
    walk.content(part->root());
    finish_part(context, walk, part->name);
  }
}

void finish_pages(Document& document, bool rendered) {
  const bool known = rendered || std::any_of(document.paragraphs.begin(), document.paragraphs.end(),
                                             [](const Paragraph& p) { return p.page > 1; });
  if (known) return;
  for (Paragraph& paragraph : document.paragraphs) paragraph.page = 0;
}

void note_unread(WalkState& state) {
  Document& document = state.document;
  const bool no_text = document.text.find_first_not_of(" \t\n") == std::string::npos;
  if (no_text && state.images > 0) {
    document.notes.push_back({"image-only",
                              {"正文没有文字，只有图片，可能是扫描件；图片里的内容没有读",
                               "the document has pictures and no text, it may be a scan; pictures were not read"},
                              {}});
  } else {
    note(document, "unread-image", state.images, "处图片，图片里的文字没有读", "picture(s): text inside was not read");
  }
  note(document, "unread-object", state.objects, "个嵌入对象，其内容没有读", "embedded object(s) not read");
  note(document, "unknown-symbol", state.unknown_symbols, "个符号字体字符无法识别",
       "character(s) of symbol fonts not known");
  note(document, "private-character", state.private_characters, "个自造字（私用区字符），按原样保留",
       "character(s) of the private use area, kept as they are");
  note(document, "unclosed-field", state.unclosed_fields, "个域不完整，按可见文字读取",
       "incomplete field(s), read as plain text");
}

/// The text is reckoned in as it grows.
std::uint64_t footprint(const Document& document) {
  std::uint64_t bytes = document.runs.size() * sizeof(Run) + document.paragraphs.size() * sizeof(Paragraph);
  for (const Table& table : document.tables) bytes += sizeof(Table) + table.cells.size() * sizeof(Cell);
  return bytes;
}

Result<Document> read_package(std::string bytes, const Budget& budget, std::uint32_t depth) {
  auto opened = Package::open(std::move(bytes), budget.limits());
  if (!opened) return std::move(opened.error());
  Package& package = opened.value();
  auto parsed = package.xml(package.main_part());
  if (!parsed) return std::move(parsed.error());
  const XmlPart& main = parsed.value();
  if (!budget.take_memory(main.footprint)) return budget.reason();
  if (local_name(main.root().name()) != "document") return make_error(Fault::no_main_document, main.name);
  pugi::xml_node body;
  for (const pugi::xml_node child : main.root().children()) {
    if (main.names.tag(child) == Tag::body) body = child;
  }
  if (!body) return make_error(Fault::no_main_document, main.name, {"没有 w:body", "it has no w:body"});

  const std::vector<Relation> relations = package.relations_of(package.main_part());
  const auto styles_part = optional_part(package, find_kind(relations, "styles"));
  const Styles styles = styles_part ? Styles(*styles_part) : Styles();
  const auto numbering_part = optional_part(package, find_kind(relations, "numbering"));
  Numbering numbering = numbering_part ? Numbering(*numbering_part, styles) : Numbering();
  const auto settings = optional_part(package, find_kind(relations, "settings"));
  const bool even_pages = settings && is_on(child_of(settings->root(), "evenAndOddHeaders"));

  Document document;
  document.text.reserve(main.bytes->size() / 8);
  BoundData bound(package);
  WalkState state{document, styles, numbering, budget, bound};
  Context context{state, package};
  context.count.depth = depth;
  {
    PartWalk walk(state, main);
    walk.begin_story(StoryKind::body, "document");
    walk.content(body);
    if (walk.too_deep()) return make_error(Fault::xml_too_deep, main.name);
    finish_part(context, walk, main.name);
  }
  finish_pages(document, main.has_rendered_breaks);
  if (const auto part = optional_part(package, find_kind(relations, "footnotes"))) {
    read_notes(context, *part, StoryKind::footnote, "footnotes", state.footnotes);
  }
  if (const auto part = optional_part(package, find_kind(relations, "endnotes"))) {
    read_notes(context, *part, StoryKind::endnote, "endnotes", state.endnotes);
  }
  if (depth == 0) {
    read_margins(context, relations, StoryKind::header, even_pages);
    read_margins(context, relations, StoryKind::footer, even_pages);
    if (const auto part = optional_part(package, find_kind(relations, "comments"))) read_comments(context, *part);
  }

  for (Note& from_package : package.notes()) document.notes.push_back(std::move(from_package));
  note_unread(state);
  if (budget.is_spent() || !budget.take_memory(footprint(document))) return budget.reason();
  return document;
}

}  // namespace

Result<Document> read_docx(std::string bytes, const Budget& budget) {
  return read_package(std::move(bytes), budget, 0);
}

Result<Document> read_docx(std::string bytes, const Limits& limits) {
  return read_package(std::move(bytes), Budget(limits), 0);
}

Result<Document> read_embedded(std::string bytes, const Budget& budget, std::uint32_t depth) {
  return read_package(std::move(bytes), budget, depth);
}

}  // namespace gouji::docx
