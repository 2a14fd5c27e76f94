// Marks taken out, and halves put together by their traces.
// SPDX-License-Identifier: Apache-2.0
#include <map>
#include <unordered_map>
#include <utility>

#include "annotate/mark_traces.hpp"
#include "annotate/marks.hpp"

namespace gouji::annotate {
namespace {

using docx::Tag;

class Remover {
 public:
  Remover(const Markup& markup, const std::set<std::string>& ids) : markup_(markup), ids_(ids) {}

  std::string remove() {
    for (std::uint32_t index = 0; index < markup_.elements().size(); ++index) {
      by_end_[markup_.at(index).end] = index;
      if (is_ours(index)) gone_[markup_.at(index).begin] = index;
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
    const auto found = by_end_.find(markup_.at(index).begin);
    if (found != by_end_.end() && markup_.at(found->second).parent == parent) before = found->second;
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
  std::unordered_map<std::uint32_t, std::uint32_t> by_end_;
  Splices splices_;
};

}  // namespace

std::string without_marks(const Markup& markup, const std::set<std::string>& ids) {
  return Remover(markup, ids).remove();
}

}  // namespace gouji::annotate
