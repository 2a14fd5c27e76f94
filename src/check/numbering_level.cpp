// SPDX-License-Identifier: Apache-2.0
#include "check/numbering_level.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "base/utf8.hpp"
#include "check/date_facts.hpp"
#include "text/heading.hpp"

namespace gouji::check {
namespace {

using text::MarkerKind;

constexpr std::size_t kMostOpenLevels = 16;
constexpr std::uint32_t kTitleLength = 20;
// 一、→1. and （一）→（1） leave one form out, which the standard allows («依次可以»); two are a slip.
constexpr int kSkippedForms = 3;

struct Heading {
  MarkerKind kind = MarkerKind::chinese;
  int rank = 0;
  int number = 0;
  std::uint32_t passage = 0;
  text::Span quote;
  std::string shown;
};

int rank_of(MarkerKind kind) {
  switch (kind) {
    case MarkerKind::part:
    case MarkerKind::section: return 0;
    case MarkerKind::chinese: return 1;
    case MarkerKind::chinese_paren: return 2;
    case MarkerKind::arabic: return 3;
    case MarkerKind::arabic_paren: return 4;
    case MarkerKind::half_paren:
    case MarkerKind::circled: return 5;
    default: return -1;
  }
}

std::vector<Heading> headings_of(const DocumentView& view) {
  std::vector<Heading> out;
  for (std::uint32_t index = 0; index < view.text.passages.size(); ++index) {
    const text::Passage& passage = view.text.passages[index];
    if (passage.story != docx::StoryKind::body || passage.is_toc || passage.in_table()) continue;
    const auto found = text::marker_of(passage);
    if (!found || rank_of(found->marker.kind) < 0 || !text::has_heading_nature(passage)) continue;
    Heading heading;
    heading.kind = found->marker.kind;
    heading.rank = rank_of(heading.kind);
    heading.number = found->marker.number;
    heading.passage = index;
    heading.shown = found->is_automatic ? passage.label : passage.text.substr(0, found->marker.length);
    std::size_t end = found->is_automatic ? 0 : found->marker.length;
    for (std::uint32_t count = 0; end < passage.text.size() && count < kTitleLength; ++count)
      end += utf8::length(passage.text[end]);
    heading.quote = {0, static_cast<std::uint32_t>(std::min(end, passage.text.size()))};
    out.push_back(std::move(heading));
  }
  return out;
}

/// Does the list of `parent` go on behind `at`, so that what stands between is below it?
bool goes_on(const std::vector<Heading>& headings, const Heading& parent, std::size_t at) {
  for (std::size_t next = at + 1; next < headings.size(); ++next) {
    if (headings[next].kind == parent.kind) return headings[next].number == parent.number + 1;
    if (headings[next].rank < headings[at].rank) return false;
  }
  return false;
}

struct Fault {
  const Heading* parent = nullptr;
  const Heading* child = nullptr;
  int places = 0;
};
using Faults = std::map<std::pair<MarkerKind, MarkerKind>, Fault>;

void report(const Fault& fault, Sink& sink) {
  const bool is_inverted = fault.child->rank < fault.parent->rank;
  Draft draft = sink.draft();
  const std::string more_zh = fault.places > 1 ? fmt::format("；同样的层次共{}处", fault.places) : std::string{};
  const std::string more_en = fault.places > 1 ? fmt::format("; {} places in all", fault.places) : std::string{};
  draft.working = {fmt::format("“{}”之下用了“{}”，{}；规定的层次是 一、→（一）→1.→（1）{}", fault.parent->shown,
                               fault.child->shown, is_inverted ? "层次颠倒" : "中间缺了层次", more_zh),
                   fmt::format("“{}” stands below “{}”: {}; the order is 一、→（一）→1.→（1）{}", fault.child->shown,
                               fault.parent->shown, is_inverted ? "inverted" : "levels are left out", more_en)};
  draft.evidence.push_back(spot_at(fault.child->passage, fault.child->quote, fault.child->quote, "heading"));
  draft.evidence.push_back(spot_at(fault.parent->passage, fault.parent->quote, fault.parent->quote, "parent"));
  draft.key = fmt::format("{} {}", static_cast<int>(fault.parent->kind), static_cast<int>(fault.child->kind));
  sink.report(std::move(draft));
}

class HeadingLevel final : public Check {
 public:
  void run(const DocumentView& view, Sink& sink) const override {
    const std::vector<Heading> headings = headings_of(view);
    std::vector<std::size_t> open;
    Faults faults;
    for (std::size_t at = 0; at < headings.size(); ++at) {
      const Heading& heading = headings[at];
      const auto same = std::find_if(open.rbegin(), open.rend(),
                                     [&](std::size_t index) { return headings[index].kind == heading.kind; });
      if (same != open.rend()) {
        open.erase(std::prev(same.base()), open.end());
      } else {
        place(headings, at, open, faults, sink);
      }
      open.push_back(at);
      if (open.size() > kMostOpenLevels) open.erase(open.begin());
    }
    for (const auto& [pair, fault] : faults) report(fault, sink);
  }

 private:
  static void place(const std::vector<Heading>& headings, std::size_t at, std::vector<std::size_t>& open,
                    Faults& faults, Sink& sink) {
    const Heading& heading = headings[at];
    if (heading.number != 1) {  // the head of this list was not recognised
      while (!open.empty() && headings[open.back()].rank > heading.rank) open.pop_back();
      return;
    }
    if (!open.empty() && headings[open.back()].rank > heading.rank && !goes_on(headings, headings[open.back()], at)) {
      while (!open.empty() && headings[open.back()].rank > heading.rank) open.pop_back();
    }
    if (open.empty()) return;
    const Heading& parent = headings[open.back()];
    const bool is_inverted = parent.rank > heading.rank;
    if (!is_inverted && heading.rank - parent.rank < kSkippedForms) return sink.holds();
    Fault& fault = faults[{parent.kind, heading.kind}];
    if (fault.places++ > 0) return;
    fault.parent = &parent;
    fault.child = &heading;
  }
};

}  // namespace

std::unique_ptr<Check> make_heading_level(Params&) { return std::make_unique<HeadingLevel>(); }

}  // namespace gouji::check
