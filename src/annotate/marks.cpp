// A run that is cut leaves a trace that no XML writer makes and every reader ignores: the first mark at the cut has two
// blanks behind its name where a w:t was cut, three where the run was cut between two of its elements. By it the halves
// are put together again, byte for byte; where the trace is lost, because the copy was saved by another program, the
// halves stay apart, which shows nowhere.
// SPDX-License-Identifier: Apache-2.0
#include "annotate/marks.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "annotate/changes.hpp"
#include "docx/own_comments.hpp"

namespace gouji::annotate {
namespace {

using docx::Tag;

constexpr std::string_view kTextTrace = "  ";
constexpr std::string_view kChildTrace = "   ";
constexpr std::string_view kAddedSpace = "  xml:space=\"preserve\"";  // two blanks: ours

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
                                           declaration_ + ">" + escape(mark.replacement) + "</" + prefix_ + "t>" +
                                           closing(own.parent) + "</" + prefix_ + "ins>";
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
                                                   escape(style_) + "\"/></" + prefix_ + "rPr>";
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

  /// The opening tag of a run and its properties.
  std::string head_of(std::uint32_t run) const {
    std::string out(markup_.opening(markup_.at(run)));
    const std::vector<std::uint32_t> children = markup_.children(run);
    if (!children.empty() && markup_.at(children.front()).tag == Tag::r_pr)
      out += markup_.slice(markup_.at(children.front()).begin, markup_.at(children.front()).end);
    return out;
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

class Remover {
 public:
  Remover(const Markup& markup, const std::set<std::string>& ids) : markup_(markup), ids_(ids) {}

  std::string remove() {
    for (std::uint32_t index = 0; index < markup_.elements().size(); ++index) {
      const Element& element = markup_.at(index);
      if (is_ours(index)) gone_[element.begin] = index;
    }
    for (const auto& [at, index] : gone_) splices_.erase(at, markup_.at(index).end);
    for (const auto& [at, index] : gone_) mend(index);
    return splices_.apply(markup_.text());
  }

 private:
  bool has_id(const Element& element) const {
    const auto id = markup_.attribute(element, "id");
    return id && ids_.count(*id) != 0;
  }

  bool is_ours(std::uint32_t index) const {
    const Element& element = markup_.at(index);
    const std::string_view local = markup_.local(element);
    if (local == "commentRangeStart" || local == "commentRangeEnd") return has_id(element);
    if (element.tag == Tag::r) {  // one that holds the reference and nothing else goes as a whole
      bool holds_reference = false;
      for (const std::uint32_t child : markup_.children(index)) {
        const bool is_reference = markup_.local(markup_.at(child)) == "commentReference" && has_id(markup_.at(child));
        if (!is_reference && markup_.at(child).tag != Tag::r_pr) return false;
        holds_reference = holds_reference || is_reference;
      }
      return holds_reference;
    }
    return local == "commentReference" && has_id(element);
  }

  /// The element that ends where this one begins and the one that begins where the marks from here on end.
  std::pair<std::uint32_t, std::uint32_t> neighbours(std::uint32_t index) const {
    std::uint32_t before = kNone;
    std::uint32_t behind = kNone;
    std::uint32_t end = markup_.at(index).end;
    const std::uint32_t parent = markup_.at(index).parent;
    if (parent == kNone) return {before, behind};
    for (std::uint32_t at = index; at < markup_.at(parent).next && markup_.at(at).begin <= end;
         at = markup_.at(at).next) {
      if (markup_.at(at).begin != end && at != index) break;
      if (at != index && gone_.count(markup_.at(at).begin) == 0) {
        behind = at;
        break;
      }
      end = markup_.at(at).end;
    }
    for (const std::uint32_t child : markup_.children(parent)) {
      if (child >= index) break;
      before = child;
    }
    if (before != kNone && markup_.at(before).end != markup_.at(index).begin) before = kNone;
    return {before, behind};
  }

  /// Where the properties of a run end.
  std::uint32_t content_of(std::uint32_t run) const {
    const std::vector<std::uint32_t> children = markup_.children(run);
    const bool has_properties = !children.empty() && markup_.at(children.front()).tag == Tag::r_pr;
    return has_properties ? markup_.at(children.front()).end : markup_.at(run).inner;
  }

  void mend(std::uint32_t index) {
    const std::string_view opening = markup_.opening(markup_.at(index));
    const std::size_t name = 1 + markup_.name(markup_.at(index)).size();
    const std::size_t blanks = opening.find_first_not_of(' ', name) - name;
    if (blanks != kTextTrace.size() && blanks != kChildTrace.size()) return;
    const auto [before, behind] = neighbours(index);
    if (before == kNone || behind == kNone) return;
    const Element& left = markup_.at(before);
    const Element& right = markup_.at(behind);
    const std::uint32_t left_content = content_of(before);
    const std::uint32_t right_content = content_of(behind);
    const bool are_halves = left.tag == Tag::r && right.tag == Tag::r &&
                            markup_.slice(left.begin, left_content) == markup_.slice(right.begin, right_content);
    if (!are_halves) return;
    if (blanks == kChildTrace.size()) return splices_.erase(left.inner_end, right_content);
    const std::vector<std::uint32_t> children = markup_.children(before);
    const std::uint32_t left_text = children.empty() ? kNone : children.back();
    std::uint32_t right_text = behind + 1;
    while (right_text < right.next && markup_.at(right_text).begin < right_content) ++right_text;
    if (left_text == kNone || right_text >= right.next) return;
    const Element& ends = markup_.at(left_text);
    const Element& begins = markup_.at(right_text);
    if (ends.tag != Tag::t || begins.tag != Tag::t || ends.end != left.inner_end || begins.begin != right_content)
      return;
    const bool in_cdata = markup_.slice(ends.inner, ends.inner_end).ends_with("]]>") &&
                          markup_.slice(begins.inner, begins.inner_end).starts_with("<![CDATA[");
    splices_.erase(ends.inner_end - (in_cdata ? 3 : 0), begins.inner + (in_cdata ? 9 : 0));
    const std::size_t added = markup_.opening(ends).find(kAddedSpace);
    if (added == std::string_view::npos) return;
    const auto at = ends.begin + static_cast<std::uint32_t>(added);
    splices_.erase(at, at + static_cast<std::uint32_t>(kAddedSpace.size()));
  }

  const Markup& markup_;
  const std::set<std::string>& ids_;
  std::map<std::uint32_t, std::uint32_t> gone_;  // offset -> element
  Splices splices_;
};

}  // namespace

WordPrefix word_prefix(const Markup& markup) {
  constexpr std::string_view kTransitional = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
  constexpr std::string_view kStrict = "http://purl.oclc.org/ooxml/wordprocessingml/main";
  for (const std::string_view uri : {kTransitional, kStrict}) {
    if (const auto prefix = markup.prefix_of(uri)) return {*prefix + ":", {}};
  }
  const bool is_strict = markup.opening(markup.at(0)).find(kStrict) != std::string_view::npos;
  return {"gw:", " xmlns:gw=\"" + std::string(is_strict ? kStrict : kTransitional) + "\""};
}

std::string write_marks(const Body& body, const std::vector<Mark>& marks, const std::string& reference_style) {
  return Writer(body, reference_style).write(marks);
}

std::string without_marks(const Markup& markup, const std::set<std::string>& ids) {
  return Remover(markup, ids).remove();
}

}  // namespace gouji::annotate
