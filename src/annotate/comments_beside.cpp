// SPDX-License-Identifier: Apache-2.0
#include "annotate/comments_beside.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "annotate/faults.hpp"
#include "annotate/part_entries.hpp"
#include "docx/own_comments.hpp"

namespace gouji::annotate {
namespace {

constexpr std::string_view kWord2010 = "http://schemas.microsoft.com/office/word/2010/wordml";
constexpr std::uint32_t kFirstNumber = 0x6A000001;
constexpr std::uint32_t kLastNumber = 0x7FFFFFF0;  // Word wants them below 0x80000000

/// A part by the last word of its relation.
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
constexpr Beside kExtensible{"commentsExtensible", "commentsExtensible",
                             "http://schemas.microsoft.com/office/word/2018/wordml/cex", "w16cex"};
constexpr Beside kPeople{"people", "people", "http://schemas.microsoft.com/office/word/2012/wordml", "w15"};

template <class Entry>
std::optional<Error> add(PackageEdit& edit, const Beside& beside, std::size_t count, Entry entry) {
  const auto found = related(edit, beside.relation);
  if (!found) return found.error();
  if (!found.value()) return std::nullopt;
  auto markup = edit.markup(found.value()->target);
  if (!markup) return std::move(markup.error());
  const Names names = names_in(markup.value(), beside.uri, beside.prefix);
  std::string text;
  for (std::size_t index = 0; index < count; ++index) text += entry(names, index);
  return append_to_root(edit, found.value()->target, beside.root, markup.value(), text);
}

std::optional<Error> take_out(PackageEdit& edit, const Beside& beside,
                              const std::function<bool(const Markup&, const Element&)>& is_ours) {
  const auto found = related(edit, beside.relation);
  if (!found) return found.error();
  if (!found.value()) return std::nullopt;
  return take_out_entries(edit, found.value()->target, is_ours);
}

/// Answers to comments that go: their entries no longer name the comment above.
std::optional<Error> detach(PackageEdit& edit, const std::set<std::string>& paragraphs) {
  const auto found = related(edit, kExtended.relation);
  if (!found) return found.error();
  if (!found.value()) return std::nullopt;
  auto markup = edit.markup(found.value()->target);
  if (!markup) return std::move(markup.error());
  Splices splices;
  for (const std::uint32_t child : markup.value().children(0)) {
    const Element& entry = markup.value().at(child);
    const auto parent = markup.value().attribute(entry, "paraIdParent");
    if (!parent || paragraphs.count(*parent) == 0) continue;
    const std::string_view opening = markup.value().opening(entry);
    const std::size_t name = opening.find("paraIdParent");
    const std::size_t begin = opening.find_last_of(" \t\r\n", name);
    const std::size_t quote = opening.find_first_of("\"'", name);
    const std::size_t end = opening.find(opening[quote], quote + 1);
    splices.erase(entry.begin + static_cast<std::uint32_t>(begin), entry.begin + static_cast<std::uint32_t>(end) + 1);
  }
  if (!splices.empty()) edit.write(found.value()->target, splices.apply(markup.value().text()));
  return std::nullopt;
}

}  // namespace

Result<Numbers> numbers_for(PackageEdit& edit, std::vector<const Markup*> parts, std::size_t count) {
  std::vector<Markup> beside;
  for (const Beside* kind : {&kExtended, &kIds, &kExtensible}) {
    auto found = related(edit, kind->relation);
    if (!found) return std::move(found.error());
    if (!found.value()) continue;
    auto markup = edit.markup(found.value()->target);
    if (!markup) return std::move(markup.error());
    beside.push_back(std::move(markup.value()));
  }
  Numbers numbers;
  if (beside.empty()) return numbers;
  for (const Markup& markup : beside) parts.push_back(&markup);
  for (std::uint32_t number = kFirstNumber; numbers.durable.size() < count; ++number) {
    if (number >= kLastNumber) return make_error(Fault::odd_part, edit.main_part());
    std::string text = fmt::format("{:08X}", number);
    const bool is_used = std::any_of(parts.begin(), parts.end(),
                                     [&](const Markup* part) { return part->text().find(text) != std::string::npos; });
    if (is_used) continue;
    (numbers.paragraphs.size() < count ? numbers.paragraphs : numbers.durable).push_back(std::move(text));
  }
  return numbers;
}

std::string number_attribute(const Markup& comments, const Numbers& numbers, std::size_t index) {
  if (numbers.paragraphs.empty()) return {};
  const Names names = names_in(comments, kWord2010, "w14");
  return names.declaration + " " + names.prefix + "paraId=\"" + numbers.paragraphs[index] + "\"";
}

std::optional<Error> add_beside(PackageEdit& edit, const Numbers& numbers) {
  auto failed = add(edit, kExtended, numbers.paragraphs.size(), [&](const Names& own, std::size_t index) {
    return fmt::format("<{0}commentEx{1} {0}paraId=\"{2}\" {0}done=\"0\"/>", own.prefix, own.declaration,
                       numbers.paragraphs[index]);
  });
  if (failed) return failed;
  failed = add(edit, kIds, numbers.paragraphs.size(), [&](const Names& own, std::size_t index) {
    return fmt::format("<{0}commentId{1} {0}paraId=\"{2}\" {0}durableId=\"{3}\"/>", own.prefix, own.declaration,
                       numbers.paragraphs[index], numbers.durable[index]);
  });
  if (failed) return failed;
  return add(edit, kPeople, 1, [&](const Names& own, std::size_t) {
    return fmt::format(
        "<{0}person{1} {0}author=\"{2}\"><{0}presenceInfo {0}providerId=\"None\" {0}userId=\"{2}\"/></{0}person>",
        own.prefix, own.declaration, docx::kOwnAuthor);
  });
}

std::optional<Error> remove_beside(PackageEdit& edit, const std::set<std::string>& paragraphs) {
  const auto is_named = [&](const Markup& markup, const Element& entry) {
    return paragraphs.count(markup.attribute(entry, "paraId").value_or("")) != 0;
  };
  std::set<std::string> durable;
  if (auto failed = take_out(edit, kExtended, is_named)) return failed;
  auto failed = take_out(edit, kIds, [&](const Markup& markup, const Element& entry) {
    const bool is_ours = is_named(markup, entry);
    if (is_ours) durable.insert(markup.attribute(entry, "durableId").value_or(""));
    return is_ours;
  });
  if (failed) return failed;
  failed = take_out(edit, kExtensible, [&](const Markup& markup, const Element& entry) {
    return durable.count(markup.attribute(entry, "durableId").value_or("")) != 0;
  });
  if (failed) return failed;
  failed = take_out(edit, kPeople, [](const Markup& markup, const Element& entry) {
    return markup.attribute(entry, "author") == docx::kOwnAuthor;
  });
  return failed ? failed : detach(edit, paragraphs);
}

}  // namespace gouji::annotate
