// SPDX-License-Identifier: Apache-2.0
#include "annotate/body.hpp"

#include <algorithm>

#include "base/utf8.hpp"

namespace gouji::annotate {
namespace {

using docx::Tag;

/// What may stand around runs and may hold the marks of comments as well.
bool holds_runs(Tag tag) {
  switch (tag) {
    case Tag::ins:
    case Tag::move_to:
    case Tag::hyperlink:
    case Tag::smart_tag:
    case Tag::custom_xml:
    case Tag::fld_simple:
    case Tag::sdt:
    case Tag::sdt_content:
    case Tag::dir:
    case Tag::bdo: return true;
    default: return false;
  }
}

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

/// One character of a w:t as it is written.
struct Written {
  std::size_t begin = 0;
  std::size_t end = 0;
  char32_t code = 0;
  bool in_cdata = false;
};

std::vector<Written> characters_of(std::string_view raw) {
  constexpr std::string_view kOpen = "<![CDATA[";
  constexpr std::string_view kClose = "]]>";
  std::vector<Written> out;
  bool in_cdata = false;
  for (std::size_t at = 0; at < raw.size();) {
    if (in_cdata && raw.substr(at, kClose.size()) == kClose) {
      in_cdata = false;
      at += kClose.size();
      continue;
    }
    if (!in_cdata && raw[at] == '<') {
      if (raw.substr(at, kOpen.size()) != kOpen) return {};  // nothing else belongs into a w:t
      in_cdata = true;
      at += kOpen.size();
      continue;
    }
    Written one{at, at + utf8::length(raw[at]), 0, in_cdata};
    if (!in_cdata && raw[at] == '&') {
      const std::size_t end = raw.find(';', at);
      if (end == std::string_view::npos) return {};
      one.end = end + 1;
      one.code = utf8::decode(unescape(raw.substr(at, one.end - at)), 0);
    } else if (raw.substr(at, 2) == "\r\n") {
      one.end = at + 2;
      one.code = '\n';
    } else {
      one.code = utf8::decode(raw, at);
    }
    at = one.end;
    out.push_back(one);
  }
  return out;
}

/// A cut beside a blank needs xml:space on both halves, which must not bring out blanks that were not shown.
bool may_cut(const Markup& markup, const Element& text, const std::vector<Written>& characters, std::size_t at) {
  const std::string_view raw = markup.slice(text.inner, text.inner_end);
  if (markup.attribute(text, "space")) return true;
  const bool beside_blank = is_blank(raw[characters[at - 1].begin]) || is_blank(raw[characters[at].begin]);
  return !beside_blank || !(is_blank(raw.front()) || is_blank(raw.back()));
}

}  // namespace

Body::Body(const Markup& markup) : markup_(markup) {
  for (std::uint32_t index = 0; index < markup.elements().size(); ++index) {
    if (markup.at(index).tag == Tag::r) runs_.push_back(index);
    if (markup.at(index).tag == Tag::p) paragraphs_.push_back(index);
  }
}

std::optional<Point> Body::before(std::uint32_t run, std::uint32_t offset, char32_t expected) const {
  return find(run, offset, expected, false);
}
std::optional<Point> Body::behind(std::uint32_t run, std::uint32_t offset, char32_t expected) const {
  return find(run, offset, expected, true);
}

std::optional<Point> Body::find(std::uint32_t run, std::uint32_t offset, char32_t expected, bool is_end) const {
  const Element& own = markup_.at(run);
  if (unit_of(run) != run) return std::nullopt;
  std::vector<std::uint32_t> children = markup_.children(run);
  if (!children.empty() && markup_.at(children.front()).tag == Tag::r_pr) children.erase(children.begin());
  const bool is_odd = std::any_of(children.begin(), children.end(),
                                  [&](std::uint32_t child) { return markup_.at(child).tag == Tag::r_pr; });
  if (is_odd) return std::nullopt;  // properties that halves would not bear
  std::uint32_t passed = 0;
  for (const std::uint32_t index : children) {
    const Element& child = markup_.at(index);
    Point whole;  // before or behind this child
    const bool is_edge = is_end ? index == children.back() : index == children.front();
    whole.at = is_edge ? (is_end ? own.end : own.begin) : (is_end ? child.end : child.begin);
    if (!is_edge) whole.cut = Point::Cut::between_children;
    if (!is_edge) whole.run = run;
    switch (child.tag) {
      case Tag::t: {
        const std::vector<Written> characters = characters_of(markup_.slice(child.inner, child.inner_end));
        const auto count = static_cast<std::uint32_t>(characters.size());
        if (offset < passed || offset >= passed + count) {
          passed += count;
          break;
        }
        const std::size_t at = offset - passed;
        const bool is_private = characters[at].code >= 0xE000 && characters[at].code <= 0xF8FF;
        if (characters[at].code != expected && !is_private) return std::nullopt;
        if (is_end ? at + 1 == count : at == 0) return whole;
        const std::size_t cut = is_end ? at + 1 : at;
        if (!may_cut(markup_, child, characters, cut)) return std::nullopt;
        const bool in_cdata = characters[cut - 1].in_cdata && characters[cut].in_cdata;
        if (!in_cdata && (characters[cut - 1].in_cdata || characters[cut].in_cdata)) return std::nullopt;
        const std::size_t place = is_end ? characters[at].end : characters[at].begin;
        return Point{child.inner + static_cast<std::uint32_t>(place),
                     in_cdata ? Point::Cut::in_cdata : Point::Cut::in_text, run, index};
      }
      case Tag::br: {
        const auto type = markup_.attribute(child, "type");
        if (type && *type != "textWrapping") break;
        if (offset == passed++) return whole;
        break;
      }
      case Tag::tab:
      case Tag::ptab:
      case Tag::cr:
      case Tag::no_break_hyphen:
      case Tag::sym:
        if (offset == passed++) return whole;
        break;
      case Tag::alternate_content:
      case Tag::ruby: return std::nullopt;  // may hold text that is counted
      default: break;
    }
  }
  return std::nullopt;
}

std::vector<std::uint32_t> Body::path_to(std::uint32_t element) const {
  std::vector<std::uint32_t> path;
  for (std::uint32_t at = element; at != kNone; at = markup_.at(at).parent) path.push_back(at);
  std::reverse(path.begin(), path.end());
  return path;
}

std::uint32_t Body::unit_of(std::uint32_t element) const {
  std::vector<std::uint32_t> path = path_to(element);
  const auto box =
      std::find_if(path.begin(), path.end(), [&](std::uint32_t at) { return markup_.at(at).tag == Tag::txbx_content; });
  path.erase(box, path.end());
  auto paragraph = path.end();
  for (auto at = path.begin(); at != path.end(); ++at) {
    if (markup_.at(*at).tag == Tag::p) paragraph = at;
  }
  if (paragraph == path.end()) return kNone;
  for (auto at = paragraph + 1; at != path.end(); ++at) {
    if (!holds_runs(markup_.at(*at).tag)) return *at;
  }
  return kNone;
}

std::uint32_t Body::top_of(std::uint32_t unit) const {
  std::uint32_t top = unit;
  while (markup_.at(top).parent != kNone && markup_.at(markup_.at(top).parent).tag != Tag::p)
    top = markup_.at(top).parent;
  return top;
}

std::uint32_t Body::reference_for(const Point& end, std::uint32_t unit) const {
  const std::uint32_t top = top_of(unit);
  std::uint32_t at = top == unit ? end.at : markup_.at(top).end;
  const std::uint32_t paragraph = markup_.at(top).parent;
  if (paragraph == kNone) return at;
  int depth = 0;  // of fields that are open there
  for (std::uint32_t index = paragraph + 1; index < markup_.at(paragraph).next; ++index) {
    const Element& element = markup_.at(index);
    if (element.tag != Tag::fld_char) continue;
    const bool is_behind = element.begin >= at;
    if (is_behind && depth <= 0) break;
    const std::string type = markup_.attribute(element, "fldCharType").value_or("");
    if (type == "begin") ++depth;
    if (type == "end" && --depth == 0 && is_behind) return markup_.at(top_of(element.parent)).end;
  }
  return at;
}

Range Body::around(std::uint32_t first_unit, std::uint32_t last_unit) const {
  Range range;
  range.start.at = markup_.at(first_unit).begin;
  range.end.at = markup_.at(last_unit).end;
  range.reference = reference_for(range.end, last_unit);
  return range;
}

std::optional<Range> Body::around_paragraph(std::uint32_t element) const {
  if (const std::uint32_t unit = unit_of(element); unit != kNone) return around(unit, unit);
  if (markup_.at(element).tag != Tag::p) return std::nullopt;
  const Element& own = markup_.at(element);
  if (own.is_short) return std::nullopt;
  Range range;
  const std::vector<std::uint32_t> children = markup_.children(element);
  const bool has_properties = !children.empty() && markup_.at(children.front()).tag == Tag::p_pr;
  range.start.at = has_properties ? markup_.at(children.front()).end : own.inner;
  range.end.at = own.inner_end;
  range.reference = own.inner_end;
  return range;
}

}  // namespace gouji::annotate
