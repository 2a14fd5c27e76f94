// SPDX-License-Identifier: Apache-2.0
#include "annotate/comments_part.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <utility>

#include "annotate/faults.hpp"
#include "annotate/marks.hpp"
#include "docx/own_comments.hpp"

namespace gouji::annotate {
namespace {

constexpr const char* kOwnRelation = "rIdGoujiComments";
constexpr const char* kContentType = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml";
constexpr const char* kOfficeRelations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
constexpr const char* kStrictRelations = "http://purl.oclc.org/ooxml/officeDocument/relationships/";
constexpr std::string_view kWord2010 = "http://schemas.microsoft.com/office/word/2010/wordml";

/// Parts that Word keeps beside the comments, by the last word of the relation.
struct Beside {
  std::string_view relation;
  std::string_view root;
  std::string_view uri;     // of the namespace of its entries
  std::string_view prefix;  // where the root binds none
};
constexpr Beside kExtended{"commentsExtended", "commentsEx", "http://schemas.microsoft.com/office/word/2012/wordml",
                           "w15"};
constexpr Beside kIds{"commentsIds", "commentsIds", "http://schemas.microsoft.com/office/word/2016/wordml/cid",
                      "w16cid"};
constexpr Beside kPeople{"people", "people", "http://schemas.microsoft.com/office/word/2012/wordml", "w15"};
constexpr Beside kExtensible{"commentsExtensible", "commentsExtensible",
                             "http://schemas.microsoft.com/office/word/2018/wordml/cex", "w16cex"};

std::string last_word(const std::string& type) { return type.substr(type.rfind('/') + 1); }

Result<std::optional<Related>> related(PackageEdit& edit, std::string_view kind) {
  auto relations = edit.relations();
  if (!relations) return std::move(relations.error());
  for (Related& relation : relations.value()) {
    if (last_word(relation.type) == kind && edit.has(relation.target))
      return std::optional<Related>(std::move(relation));
  }
  return std::optional<Related>();
}

/// A closing tag with a blank in it: the root was written <x/> before.
constexpr std::string_view kOpenedTrace = " >";

/// Puts text at the end of the root; one that is written <x/> is opened.
std::optional<Error> append(PackageEdit& edit, const std::string& part, std::string_view root, const Markup& markup,
                            const std::string& text) {
  const Element& top = markup.at(0);
  if (markup.local(top) != root) return make_error(Fault::odd_part, part);
  Splices splices;
  if (top.is_short) {
    splices.erase(top.inner - 2, top.inner - 1);
    splices.insert(top.inner, text + "</" + std::string(markup.name(top)) + std::string(kOpenedTrace));
  } else {
    splices.insert(top.inner_end, text);
  }
  edit.write(part, splices.apply(markup.text()));
  return std::nullopt;
}

/// Erases children of the root that `is_ours` names.
template <class IsOurs>
std::optional<Error> take_out(PackageEdit& edit, const std::string& part, IsOurs is_ours) {
  auto read = edit.markup(part);
  if (!read) return std::move(read.error());
  const Markup& markup = read.value();
  const Element& top = markup.at(0);
  Splices splices;
  bool is_all = true;
  for (const std::uint32_t child : markup.children(0)) {
    if (is_ours(markup, markup.at(child))) {
      splices.erase(markup.at(child).begin, markup.at(child).end);
    } else {
      is_all = false;
    }
  }
  if (splices.empty()) return std::nullopt;
  if (is_all && markup.slice(top.inner_end, top.end).ends_with(kOpenedTrace)) {
    splices.insert(top.inner - 1, "/");
    splices.erase(top.inner_end, top.end);
  }
  edit.write(part, splices.apply(markup.text()));
  return std::nullopt;
}

bool is_own(const Markup& markup, const Element& comment) {
  return markup.local(comment) == "comment" && markup.attribute(comment, "author") == docx::kOwnAuthor &&
         markup.attribute(comment, "initials") == docx::kOwnInitials;
}

/// Numbers for w14:paraId, which must be below 0x80000000, that stand nowhere in the document yet.
std::vector<std::string> fresh_numbers(const std::vector<const Markup*>& parts, std::size_t count) {
  std::vector<std::string> out;
  for (std::uint32_t number = 0x6A000001; out.size() < count && number < 0x7FFFFFF0; ++number) {
    std::string text = fmt::format("{:08X}", number);
    const bool is_used = std::any_of(parts.begin(), parts.end(),
                                     [&](const Markup* part) { return part->text().find(text) != std::string::npos; });
    if (!is_used) out.push_back(std::move(text));
  }
  return out;
}

/// One comment. No date: none would be true, and the clock is not read.
std::string comment_xml(const Comment& comment, const WordPrefix& words, const std::string& style,
                        const std::string& last_attributes) {
  const std::string& w = words.prefix;
  const std::string style_xml =
      style.empty() ? std::string() : "<" + w + "pStyle " + w + "val=\"" + escape(style) + "\"/>";
  // the body's own indents and sizes make a comment unreadable in a narrow margin
  const std::string properties = "<" + w + "pPr>" + style_xml + "<" + w + "spacing " + w + "before=\"0\" " + w +
                                 "after=\"0\" " + w + "line=\"240\" " + w + "lineRule=\"auto\"/><" + w + "ind " + w +
                                 "left=\"0\" " + w + "right=\"0\" " + w + "firstLineChars=\"0\" " + w +
                                 "firstLine=\"0\"/><" + w + "jc " + w + "val=\"left\"/></" + w + "pPr>";
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
           escape(comment.lines[index]) + "</" + w + "t></" + w + "r></" + w + "p>";
  }
  return out + "</" + w + "comment>";
}

struct Names {
  std::string prefix;  // "w15:"
  std::string declaration;
};

Names names_in(const Markup& markup, std::string_view uri, std::string_view otherwise) {
  if (const auto known = markup.prefix_of(uri)) return {*known + ":", {}};
  return {std::string(otherwise) + ":", " xmlns:" + std::string(otherwise) + "=\"" + std::string(uri) + "\""};
}

/// Entries for the part beside, one for each number; `entry` makes one from names and index.
template <class Entry>
std::optional<Error> add_beside(PackageEdit& edit, const Beside& beside, std::size_t count, Entry entry) {
  const auto found = related(edit, beside.relation);
  if (!found) return found.error();
  if (!found.value()) return std::nullopt;
  auto markup = edit.markup(found.value()->target);
  if (!markup) return std::move(markup.error());
  const Names names = names_in(markup.value(), beside.uri, beside.prefix);
  std::string text;
  for (std::size_t index = 0; index < count; ++index) text += entry(names, index);
  return append(edit, found.value()->target, beside.root, markup.value(), text);
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

  const auto extended = related(edit, kExtended.relation);
  const auto ids = related(edit, kIds.relation);
  const bool has_numbers = (extended && extended.value()) || (ids && ids.value());
  std::vector<std::string> numbers;
  std::vector<std::string> durable;
  if (has_numbers) {
    std::vector<const Markup*> parts{&markup.value(), &main.value()};
    std::vector<Markup> beside;
    for (const auto* found : {&extended, &ids}) {
      if (!*found || !found->value()) continue;
      if (auto known = edit.markup(found->value()->target)) beside.push_back(std::move(known.value()));
    }
    for (const Markup& known : beside) parts.push_back(&known);
    numbers = fresh_numbers(parts, comments.size() * 2);
    if (numbers.size() < comments.size() * 2) return make_error(Fault::odd_part, name);
    durable.assign(numbers.begin() + static_cast<std::ptrdiff_t>(comments.size()), numbers.end());
  }
  const WordPrefix words = word_prefix(markup.value());
  const Names w14 = names_in(markup.value(), kWord2010, "w14");
  const std::string style = style_named(edit, "annotation text");
  std::string text;
  for (std::size_t index = 0; index < comments.size(); ++index) {
    const std::string attributes =
        has_numbers ? w14.declaration + " " + w14.prefix + "paraId=\"" + numbers[index] + "\"" : std::string();
    text += comment_xml(comments[index], words, style, attributes);
  }
  if (auto failed = append(edit, name, "comments", markup.value(), text)) return failed;
  if (has_numbers) {
    auto failed = add_beside(edit, kExtended, comments.size(), [&](const Names& own, std::size_t index) {
      return fmt::format("<{0}commentEx{1} {0}paraId=\"{2}\" {0}done=\"0\"/>", own.prefix, own.declaration,
                         numbers[index]);
    });
    if (failed) return failed;
    failed = add_beside(edit, kIds, comments.size(), [&](const Names& own, std::size_t index) {
      return fmt::format("<{0}commentId{1} {0}paraId=\"{2}\" {0}durableId=\"{3}\"/>", own.prefix, own.declaration,
                         numbers[index], durable[index]);
    });
    if (failed) return failed;
  }
  return add_beside(edit, kPeople, 1, [&](const Names& own, std::size_t) {
    return fmt::format(
        "<{0}person{1} {0}author=\"{2}\"><{0}presenceInfo {0}providerId=\"None\" {0}userId=\"{2}\"/></{0}person>",
        own.prefix, own.declaration, docx::kOwnAuthor);
  });
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
  if (auto failed = take_out(edit, part.value()->target, is_own)) return failed;

  std::set<std::string> durable;
  for (const Beside* beside : {&kExtended, &kIds, &kExtensible, &kPeople}) {
    const auto found = related(edit, beside->relation);
    if (!found) return found.error();
    if (!found.value()) continue;
    auto failed = take_out(edit, found.value()->target, [&](const Markup& markup, const Element& entry) {
      if (beside == &kPeople) return markup.attribute(entry, "author") == docx::kOwnAuthor;
      if (beside == &kExtensible) return durable.count(markup.attribute(entry, "durableId").value_or("")) != 0;
      const bool is_ours = numbers.count(markup.attribute(entry, "paraId").value_or("")) != 0;
      if (is_ours && beside == &kIds) durable.insert(markup.attribute(entry, "durableId").value_or(""));
      return is_ours;
    });
    if (failed) return failed;
  }
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
