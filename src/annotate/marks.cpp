// Marks written: see mark_traces.hpp for what a cut leaves behind.
// SPDX-License-Identifier: Apache-2.0
#include "annotate/marks.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "annotate/changes.hpp"
#include "annotate/mark_traces.hpp"
#include "docx/own_comments.hpp"
#include "report/escape.hpp"

namespace gouji::annotate {
namespace {

using docx::Tag;

/// What goes in at one offset.
struct Stop {
  Point point;
  std::vector<std::string> ends;
  std::vector<std::string> references;
  std::vector<std::string> points;  // comments on no characters at all: start, end and reference
  std::vector<std::string> starts;
  std::string change_end;    // of a tracked change: before the ends
  std::string change_start;  // and behind the starts
};

bool is_text_cut(const Point& point) { return point.cut == Point::Cut::in_text || point.cut == Point::Cut::in_cdata; }
bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

class Writer {
 public:
  Writer(const Body& body, const std::string& style) : body_(body), markup_(body.markup()), style_(style) {
    const WordPrefix words = word_prefix(markup_);
    prefix_ = words.prefix;
    declaration_ = words.declaration;
  }

  std::string write(const std::vector<Mark>& marks) {
    for (const Mark& mark : marks) add(mark);
    for (const Mark& mark : marks) {
      if (!mark.replacement.empty()) change(mark);
    }
    for (const auto& [at, stop] : stops_) {
      if (is_text_cut(stop.point) && needs_space(stop.point)) spaced_.insert(stop.point.text);
    }
    for (const std::uint32_t text : spaced_) {
      splices_.insert(markup_.at(text).inner - 1, std::string(kAddedSpace));
    }
    for (const auto& [at, stop] : stops_) splices_.insert(at, words_of(stop));
    return splices_.apply(markup_.text());
  }

 private:
  void add(const Mark& mark) {
    const Range& range = mark.range;
    if (range.start.at == range.end.at) {
      stop_at(range.start).points.push_back(mark.id);
      return;
    }
    stop_at(range.start).starts.push_back(mark.id);
    stop_at(range.end).ends.push_back(mark.id);
    stops_[range.reference].references.push_back(mark.id);
  }

  void change(const Mark& mark) {
    const std::uint32_t text = changeable_text(body_, mark.range);
    if (text == kNone) return;
    const Element& own = markup_.at(text);
    const auto attributes = [&] {
      return " " + prefix_ + "id=\"" + fresh_number() + "\" " + prefix_ + "author=\"" + docx::kOwnAuthor + "\"" +
             declaration_ + ">";
    };
    stops_[mark.range.start.at].change_start = "<" + prefix_ + "del" + attributes();
    stops_[mark.range.end.at].change_end = "</" + prefix_ + "del><" + prefix_ + "ins" + attributes() +
                                           head_of(own.parent) + "<" + prefix_ + "t xml:space=\"preserve\"" +
                                           declaration_ + ">" + report::escape_xml(mark.replacement) + "</" + prefix_ +
                                           "t>" + closing(own.parent) + "</" + prefix_ + "ins>";
    const auto name_end = own.begin + 1 + static_cast<std::uint32_t>(markup_.name(own).size());
    if (mark.range.start.cut == Point::Cut::none) {
      splices_.erase(name_end - 1, name_end);
      splices_.insert(name_end, "delText");
    }
    if (mark.range.end.cut == Point::Cut::none) {
      const std::uint32_t close_end = own.inner_end + 2 + static_cast<std::uint32_t>(markup_.name(own).size());
      splices_.erase(close_end - 1, close_end);
      splices_.insert(close_end, "delText");
    }
  }

  /// For the w:id of a change: one that stands nowhere in the part.
  std::string fresh_number() {
    for (;; ++next_number_) {
      const std::string number = std::to_string(next_number_);
      if (markup_.text().find("id=\"" + number + "\"") != std::string::npos) continue;
      ++next_number_;
      return number;
    }
  }

  Stop& stop_at(const Point& point) {
    Stop& stop = stops_[point.at];
    if (point.cut != Point::Cut::none) stop.point = point;
    return stop;
  }

  bool needs_space(const Point& point) const {
    const std::string& text = markup_.text();
    return !markup_.attribute(markup_.at(point.text), "space") &&
           (is_blank(text[point.at - 1]) || is_blank(text[point.at]));
  }

  std::string mark(const char* name, const std::string& id, std::string_view trace) const {
    return "<" + prefix_ + name + std::string(trace.empty() ? " " : trace) + prefix_ + "id=\"" + id + "\"" +
           declaration_ + "/>";
  }

  std::string reference(const std::string& id) const {
    const std::string style = style_.empty() ? std::string()
                                             : "<" + prefix_ + "rPr><" + prefix_ + "rStyle " + prefix_ + "val=\"" +
                                                   report::escape_xml(style_) + "\"/></" + prefix_ + "rPr>";
    return "<" + prefix_ + "r" + declaration_ + ">" + style + "<" + prefix_ + "commentReference " + prefix_ + "id=\"" +
           id + "\"/></" + prefix_ + "r>";
  }

  std::string words_of(const Stop& stop) {
    std::string_view trace = stop.point.cut == Point::Cut::none ? std::string_view()
                             : is_text_cut(stop.point)          ? kTextTrace
                                                                : kChildTrace;
    const auto next = [&](const char* name, const std::string& id) {
      return mark(name, id, std::exchange(trace, std::string_view()));
    };
    std::string out = before_cut(stop.point, !stop.change_end.empty()) + stop.change_end;
    for (const std::string& id : stop.ends) out += next("commentRangeEnd", id);
    for (const std::string& id : stop.references) out += reference(id);
    for (const std::string& id : stop.points)
      out += next("commentRangeStart", id) + next("commentRangeEnd", id) + reference(id);
    for (const std::string& id : stop.starts) out += next("commentRangeStart", id);
    return out + stop.change_start + behind_cut(stop.point, !stop.change_start.empty());
  }

  std::string closing(std::uint32_t element) const {
    return "</" + std::string(markup_.name(markup_.at(element))) + ">";
  }

  /// "w:delText" for "w:t".
  std::string deleted(std::string name) const { return name.replace(name.size() - 1, 1, "delText"); }

  std::string before_cut(const Point& point, bool is_deleted) const {
    switch (point.cut) {
      case Point::Cut::none: return {};
      case Point::Cut::between_children: return closing(point.run);
      case Point::Cut::in_text:
        return (is_deleted ? "</" + deleted(std::string(markup_.name(markup_.at(point.text)))) + ">"
                           : closing(point.text)) +
               closing(point.run);
      case Point::Cut::in_cdata: return "]]>" + closing(point.text) + closing(point.run);
    }
    return {};
  }

  /// The opening tag of a run and its properties, with any white space between them.
  std::string head_of(std::uint32_t run) const {
    const std::vector<std::uint32_t> children = markup_.children(run);
    const bool has_properties = !children.empty() && markup_.at(children.front()).tag == Tag::r_pr;
    const Element& own = markup_.at(run);
    return std::string(markup_.slice(own.begin, has_properties ? markup_.at(children.front()).end : own.inner));
  }

  std::string behind_cut(const Point& point, bool is_deleted) const {
    if (point.cut == Point::Cut::none) return {};
    std::string out = head_of(point.run);
    if (!is_text_cut(point)) return out;
    std::string opening(markup_.opening(markup_.at(point.text)));
    if (spaced_.count(point.text) != 0) opening.insert(opening.size() - 1, kAddedSpace);
    if (is_deleted) {
      const std::string name(markup_.name(markup_.at(point.text)));
      opening.replace(1, name.size(), deleted(name));
    }
    return out + opening + (point.cut == Point::Cut::in_cdata ? "<![CDATA[" : "");
  }

  const Body& body_;
  const Markup& markup_;
  std::string style_;
  std::string prefix_;
  std::string declaration_;
  std::map<std::uint32_t, Stop> stops_;
  std::set<std::uint32_t> spaced_;  // w:t that get xml:space
  std::uint32_t next_number_ = 900'001;
  Splices splices_;
};

}  // namespace

WordPrefix word_prefix(const Markup& markup) {
  constexpr std::string_view kTransitional = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
  constexpr std::string_view kStrict = "http://purl.oclc.org/ooxml/wordprocessingml/main";
  for (const std::string_view uri : {kTransitional, kStrict}) {
    if (const auto prefix = markup.prefix_of(uri)) return {*prefix + ":", {}, uri == kStrict};
  }
  const bool is_strict = markup.opening(markup.at(0)).find(kStrict) != std::string_view::npos;
  return {"gw:", " xmlns:gw=\"" + std::string(is_strict ? kStrict : kTransitional) + "\"", is_strict};
}

std::string write_marks(const Body& body, const std::vector<Mark>& marks, const std::string& reference_style) {
  return Writer(body, reference_style).write(marks);
}

}  // namespace gouji::annotate
