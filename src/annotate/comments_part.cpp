// SPDX-License-Identifier: Apache-2.0
#include "annotate/comments_part.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <utility>

#include "annotate/comments_beside.hpp"
#include "annotate/faults.hpp"
#include "annotate/marks.hpp"
#include "annotate/part_entries.hpp"
#include "docx/own_comments.hpp"
#include "report/escape.hpp"

namespace gouji::annotate {
namespace {

constexpr const char* kOwnRelation = "rIdGoujiComments";
constexpr const char* kContentType = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml";
constexpr const char* kOfficeRelations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
constexpr const char* kStrictRelations = "http://purl.oclc.org/ooxml/officeDocument/relationships/";
bool is_own(const Markup& markup, const Element& comment) {
  return markup.local(comment) == "comment" && markup.attribute(comment, "author") == docx::kOwnAuthor &&
         markup.attribute(comment, "initials") == docx::kOwnInitials;
}

/// One comment. No date: none would be true, and the clock is not read.
std::string comment_xml(const Comment& comment, const WordPrefix& words, const std::string& style,
                        const std::string& last_attributes) {
  const std::string& w = words.prefix;
  const std::string style_xml =
      style.empty() ? std::string() : "<" + w + "pStyle " + w + "val=\"" + report::escape_xml(style) + "\"/>";
  const char* left = words.is_strict ? "start" : "left";
  const char* right = words.is_strict ? "end" : "right";
  // the body's own indents and sizes make a comment unreadable in a narrow margin
  const std::string properties = fmt::format(
      "<{0}pPr>{1}<{0}spacing {0}before=\"0\" {0}after=\"0\" {0}line=\"240\" {0}lineRule=\"auto\"/>"
      "<{0}ind {0}{2}=\"0\" {0}{3}=\"0\" {0}firstLineChars=\"0\" {0}firstLine=\"0\"/><{0}jc {0}val=\"{2}\"/></{0}pPr>",
      w, style_xml, left, right);
  const auto run_properties = [&](bool is_bold) {
    return "<" + w + "rPr>" + (is_bold ? "<" + w + "b/>" : "") + "<" + w + "sz " + w + "val=\"20\"/></" + w + "rPr>";
  };
  std::string out = "<" + w + "comment" + words.declaration + " " + w + "id=\"" + comment.id + "\" " + w + "author=\"" +
                    docx::kOwnAuthor + "\" " + w + "initials=\"" + docx::kOwnInitials + "\">";
  for (std::size_t index = 0; index < comment.lines.size(); ++index) {
    const bool is_first = index == 0;
    out += "<" + w + "p" + (index + 1 == comment.lines.size() ? last_attributes : "") + ">" + properties;
    if (is_first) out += "<" + w + "r><" + w + "annotationRef/></" + w + "r>";
    out += "<" + w + "r>" + run_properties(is_first) + "<" + w + "t xml:space=\"preserve\">" +
           report::escape_xml(comment.lines[index]) + "</" + w + "t></" + w + "r></" + w + "p>";
  }
  return out + "</" + w + "comment>";
}

std::optional<Error> make_part(PackageEdit& edit) {
  auto main = edit.markup(edit.main_part());
  if (!main) return std::move(main.error());
  const std::string& name = edit.main_part();
  const std::size_t slash = name.rfind('/');
  const std::string folder = slash == std::string::npos ? "" : name.substr(0, slash + 1);
  std::string part = folder + "comments.xml";
  for (int number = 1; edit.has(part); ++number) part = fmt::format("{}comments{}.xml", folder, number);
  const bool is_strict = main.value().opening(main.value().at(0)).find("purl.oclc.org") != std::string_view::npos;
  const char* word = is_strict ? "http://purl.oclc.org/ooxml/wordprocessingml/main"
                               : "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
  edit.create(part, fmt::format("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
                                "<w:comments xmlns:w=\"{}\"></w:comments>",
                                word));
  if (auto failed = edit.add_content_type(part, kContentType)) return failed;
  return edit.add_relation(kOwnRelation, std::string(is_strict ? kStrictRelations : kOfficeRelations) + "comments",
                           part);
}

}  // namespace

Result<std::set<std::string>> own_comments(PackageEdit& edit) {
  std::set<std::string> ids;
  const auto part = related(edit, "comments");
  if (!part) return part.error();
  if (!part.value()) return ids;
  auto markup = edit.markup(part.value()->target);
  if (!markup) return std::move(markup.error());
  for (const std::uint32_t child : markup.value().children(0)) {
    const Element& comment = markup.value().at(child);
    const auto id = markup.value().attribute(comment, "id");
    if (id && is_own(markup.value(), comment)) ids.insert(*id);
  }
  return ids;
}

Result<std::vector<std::string>> free_ids(PackageEdit& edit, const Markup& main, std::size_t count) {
  std::set<std::string> used;
  const auto part = related(edit, "comments");
  if (!part) return part.error();
  if (part.value()) {
    auto markup = edit.markup(part.value()->target);
    if (!markup) return std::move(markup.error());
    for (const std::uint32_t child : markup.value().children(0))
      used.insert(markup.value().attribute(markup.value().at(child), "id").value_or(""));
  }
  for (const Element& element : main.elements()) {
    if (main.local(element).starts_with("comment")) used.insert(main.attribute(element, "id").value_or(""));
  }
  std::vector<std::string> out;
  for (std::uint32_t number = 0; out.size() < count; ++number) {
    std::string id = std::to_string(number);
    if (used.count(id) == 0) out.push_back(std::move(id));
  }
  return out;
}

std::optional<Error> add_comments(PackageEdit& edit, const std::vector<Comment>& comments) {
  auto part = related(edit, "comments");
  if (!part) return std::move(part.error());
  if (!part.value()) {
    if (auto failed = make_part(edit)) return failed;
    part = related(edit, "comments");
    if (!part) return std::move(part.error());
    if (!part.value()) return make_error(Fault::odd_part, edit.main_part());
  }
  const std::string& name = part.value()->target;
  auto markup = edit.markup(name);
  if (!markup) return std::move(markup.error());
  auto main = edit.markup(edit.main_part());
  if (!main) return std::move(main.error());

  const auto numbers = numbers_for(edit, {&markup.value(), &main.value()}, comments.size());
  if (!numbers) return numbers.error();
  const WordPrefix words = word_prefix(markup.value());
  const std::string style = style_named(edit, "annotation text");
  std::string text;
  for (std::size_t index = 0; index < comments.size(); ++index) {
    const std::string attributes = number_attribute(markup.value(), numbers.value(), index);
    text += comment_xml(comments[index], words, style, attributes);
  }
  if (auto failed = append_to_root(edit, name, "comments", markup.value(), text)) return failed;
  return add_beside(edit, numbers.value());
}

std::optional<Error> remove_comments(PackageEdit& edit, const std::set<std::string>& ids) {
  if (ids.empty()) return std::nullopt;
  const auto part = related(edit, "comments");
  if (!part) return part.error();
  if (!part.value()) return std::nullopt;
  auto read = edit.markup(part.value()->target);
  if (!read) return std::move(read.error());
  std::set<std::string> numbers;  // their paraIds
  for (const std::uint32_t child : read.value().children(0)) {
    if (!is_own(read.value(), read.value().at(child))) continue;
    for (std::uint32_t at = child; at < read.value().at(child).next; ++at) {
      if (read.value().at(at).tag != docx::Tag::p) continue;
      if (auto number = read.value().attribute(read.value().at(at), "paraId")) numbers.insert(*number);
    }
  }
  if (auto failed = take_out_entries(edit, part.value()->target, is_own)) return failed;

  if (auto failed = remove_beside(edit, numbers)) return failed;
  if (part.value()->id != kOwnRelation) return std::nullopt;
  auto rest = edit.markup(part.value()->target);
  if (!rest) return std::move(rest.error());
  if (!rest.value().children(0).empty()) return std::nullopt;
  edit.remove(part.value()->target);
  if (auto failed = edit.remove_content_type(part.value()->target)) return failed;
  return edit.remove_relation(kOwnRelation);
}

std::string style_named(PackageEdit& edit, std::string_view name) {
  const auto part = related(edit, "styles");
  if (!part || !part.value()) return {};
  const auto markup = edit.markup(part.value()->target);
  if (!markup) return {};
  for (const std::uint32_t child : markup.value().children(0)) {
    if (markup.value().local(markup.value().at(child)) != "style") continue;
    for (const std::uint32_t inner : markup.value().children(child)) {
      const Element& element = markup.value().at(inner);
      if (markup.value().local(element) == "name" && markup.value().attribute(element, "val") == name)
        return markup.value().attribute(markup.value().at(child), "styleId").value_or("");
    }
  }
  return {};
}

}  // namespace gouji::annotate
