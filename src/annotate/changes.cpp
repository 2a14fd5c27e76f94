// SPDX-License-Identifier: Apache-2.0
#include "annotate/changes.hpp"

#include <algorithm>

#include "docx/own_comments.hpp"

namespace gouji::annotate {

using docx::Tag;

std::uint32_t changeable_text(const Body& body, const Range& range) {
  const Markup& markup = body.markup();
  std::uint32_t run = range.start.run;
  if (range.start.cut == Point::Cut::none) {
    const auto found =
        std::lower_bound(body.runs().begin(), body.runs().end(), range.start.at,
                         [&](std::uint32_t at, std::uint32_t begin) { return markup.at(at).begin < begin; });
    if (found == body.runs().end() || markup.at(*found).begin != range.start.at) return kNone;
    run = *found;
  } else if (range.start.cut != Point::Cut::in_text) {
    return kNone;
  }
  const Element& own = markup.at(run);
  const bool ends_here = range.end.cut == Point::Cut::none      ? range.end.at == own.end
                         : range.end.cut == Point::Cut::in_text ? range.end.run == run
                                                                : false;
  const bool is_plain = own.parent != kNone && markup.at(own.parent).tag == Tag::p && range.reference == range.end.at;
  if (!ends_here || !is_plain) return kNone;
  std::vector<std::uint32_t> children = markup.children(run);
  if (!children.empty() && markup.at(children.front()).tag == Tag::r_pr) {
    const Element& properties = markup.at(children.front());
    if (markup.slice(properties.begin, properties.end).find("Change") != std::string_view::npos) return kNone;
    children.erase(children.begin());
  }
  if (children.size() != 1 || markup.at(children.front()).tag != Tag::t) return kNone;
  const Element& text = markup.at(children.front());
  if (markup.slice(text.inner, text.inner_end).find('<') != std::string_view::npos) return kNone;
  return children.front();
}

std::vector<bool> possible_changes(const Body& body, const std::vector<Mark>& marks) {
  std::vector<bool> out(marks.size(), false);
  for (std::size_t index = 0; index < marks.size(); ++index) {
    const Mark& mark = marks[index];
    if (mark.replacement.empty() || changeable_text(body, mark.range) == kNone) continue;
    const auto within = [&](std::uint32_t at) { return at > mark.range.start.at && at < mark.range.end.at; };
    bool is_free = true;
    for (std::size_t other = 0; other < marks.size() && is_free; ++other) {
      const Range& range = marks[other].range;
      is_free = !within(range.start.at) && !within(range.end.at) && !within(range.reference) &&
                !(other < index && out[other] && range.start.at == mark.range.start.at);
    }
    out[index] = is_free;
  }
  return out;
}

std::string without_changes(const Markup& markup) {
  Splices splices;
  const auto rename = [&](std::uint32_t begin, std::string_view name) {
    const std::size_t local = name.size() - std::string_view("delText").size();
    splices.erase(begin + static_cast<std::uint32_t>(local), begin + static_cast<std::uint32_t>(name.size()));
    splices.insert(begin + static_cast<std::uint32_t>(name.size()), "t");
  };
  for (std::uint32_t index = 0; index < markup.elements().size(); ++index) {
    const Element& element = markup.at(index);
    const bool is_change = element.tag == Tag::ins || element.tag == Tag::del;
    if (!is_change || markup.attribute(element, "author") != docx::kOwnAuthor) continue;
    if (element.tag == Tag::ins) {
      splices.erase(element.begin, element.end);
      continue;
    }
    splices.erase(element.begin, element.inner);
    splices.erase(element.inner_end, element.end);
    for (std::uint32_t inner = index + 1; inner < element.next; ++inner) {
      const Element& text = markup.at(inner);
      if (markup.local(text) != "delText" || text.is_short) continue;
      rename(text.begin + 1, markup.name(text));
      rename(text.inner_end + 2, markup.name(text));
    }
  }
  return splices.apply(markup.text());
}

}  // namespace gouji::annotate
