// SPDX-License-Identifier: Apache-2.0
#include "check/captions.hpp"

#include <algorithm>
#include <cstdlib>
#include <map>
#include <set>

#include <fmt/format.h>

#include "base/utf8.hpp"
#include "check/date_facts.hpp"
#include "check/phrases.hpp"
#include "text/heading.hpp"
#include "text/marker.hpp"

namespace gouji::check {
namespace {

using text::Regex;

constexpr std::size_t kLongestCaption = 200;  // bytes

int number_of(std::string_view text) {
  if (!text.empty() && text[0] >= '0' && text[0] <= '9') return std::atoi(std::string(text).c_str());
  std::size_t length = 0;
  const int number = text::small_chinese_number(text, 0, length);
  return length == text.size() ? number : 0;
}

std::string_view piece(std::string_view text, const Regex::Group& group) {
  return group.matched() ? text.substr(group.begin, group.end - group.begin) : std::string_view();
}

text::Span span_of(const Regex::Group& group) {
  return {static_cast<std::uint32_t>(group.begin), static_cast<std::uint32_t>(group.end)};
}

/// «附件：1.…» and the numbered lines behind it.
std::uint32_t add_attachment_list(const DocumentView& view, std::uint32_t index, std::vector<Caption>& out) {
  static const Regex kItem("(?:：|[ \\n；。，]|^)([0-9]{1,2})[.、．]");
  const auto& passages = view.text.passages;
  const auto add_all = [&](std::uint32_t at) {
    std::vector<Regex::Group> groups;
    const std::string& text = passages[at].text;
    std::size_t from = 0;
    bool any = false;
    while (from < text.size() && kItem.find(text, from, groups, view.budget)) {
      out.push_back({"附件", number_of(piece(text, groups[1])), at, span_of(groups[1]), false});
      from = groups[1].end;
      any = true;
    }
    const auto marker = text::marker_of(passages[at]);
    if (!any && marker && marker->marker.kind == text::MarkerKind::arabic) {
      out.push_back({"附件", marker->marker.number, at, {0, static_cast<std::uint32_t>(text.size())}, false});
      any = true;
    }
    return any;
  };
  add_all(index);
  std::uint32_t next = index + 1;
  while (next < passages.size() && !passages[next].in_table() && passages[next].text.size() < kLongestCaption &&
         add_all(next))
    ++next;
  return next - 1;
}

}  // namespace

std::vector<Caption> captions_of(const DocumentView& view) {
  static const Regex kCaption(
      "^(续)?(附表|附件|附图|表|图) ?([0-9]{1,2}|二?十[一二三四五六七八九]?|[一二三四五六七八九])(?:[^0-9.\\-—–至到、和及与所中的可显列]|[.、][^0-9]|$)");
  static const Regex kList("^附(?:件|表)?：");
  std::vector<Caption> captions;
  std::vector<Regex::Group> groups;
  const auto& passages = view.text.passages;
  for (std::uint32_t index = 0; index < passages.size(); ++index) {
    const text::Passage& passage = passages[index];
    if (passage.story == docx::StoryKind::comment || passage.is_toc) continue;
    // a chart repeats the caption below it; an embedded document has captions of its own
    if (passage.story == docx::StoryKind::chart || passage.story == docx::StoryKind::embedded) continue;
    if (passage.text.size() < kLongestCaption && kCaption.find(passage.text, 0, groups)) {
      const text::Span span{static_cast<std::uint32_t>(groups[2].begin), static_cast<std::uint32_t>(groups[3].end)};
      captions.push_back({std::string(piece(passage.text, groups[2])), number_of(piece(passage.text, groups[3])), index,
                          span, groups[1].matched()});
    } else if (kList.find(passage.text, 0, groups)) {
      index = add_attachment_list(view, index, captions);
    } else if (const auto marker = text::marker_of(passage);
               marker && marker->marker.kind == text::MarkerKind::part && !passage.in_table()) {
      captions.push_back(
          {"部分", marker->marker.number, index, {0, static_cast<std::uint32_t>(marker->marker.length)}, false});
    }
  }
  return captions;
}

namespace {

class MissingTarget final : public Check {
 public:
  explicit MissingTarget(Params& params) : unless_(read_expressions(params, "unless")) {}

  void run(const DocumentView& view, Sink& sink) const override {
    std::map<std::string, std::set<int>> known;
    for (const Caption& caption : captions_of(view)) known[caption.kind].insert(caption.number);
    for (std::uint32_t index = 0; index < view.text.passages.size(); ++index) {
      const text::Passage& passage = view.text.passages[index];
      if (passage.is_toc || passage.story == docx::StoryKind::comment) continue;
      judge(view, index, known, sink);
    }
  }

 private:
  void judge(const DocumentView& view, std::uint32_t index, const std::map<std::string, std::set<int>>& known,
             Sink& sink) const {
    static const Regex kPointer(
        "(?:见|如|参见|参照|附在|见后附)(?:本报告|本说明|文后|后附|后|下)?(?:的)?"
        "((附表|附件|附图|表|图) ?([0-9]{1,2}|二?十[一二三四五六七八九]?|[一二三四五六七八九])|第([一二三四五六七八九十]{1,3})(部分))"
        "(?:[^0-9.\\-—–]|$)");
    const std::string& text = view.text.passages[index].text;
    std::vector<Regex::Group> groups;
    std::size_t from = 0;
    while (from < text.size() && kPointer.find(text, from, groups, view.budget)) {
      const text::Span mark = span_of(groups[1]);
      from = groups[1].end;
      const bool is_part = groups[5].matched();
      const std::string kind(is_part ? std::string_view("部分") : piece(text, groups[2]));
      const int number = number_of(piece(text, groups[is_part ? 4 : 3]));
      const auto targets = known.find(kind);
      // with a single target, or without the first, what is numbered here may belong to another paper
      if (number == 0 || targets == known.end() || targets->second.size() < 2 || targets->second.count(1) == 0 ||
          matches_any(unless_, sentence(view, index, mark))) {
        sink.not_comparable("targets-elsewhere");
        continue;
      }
      if (targets->second.count(number) != 0) {
        sink.holds();
        continue;
      }
      Draft draft = sink.draft();
      draft.actual = text.substr(mark.begin, mark.end - mark.begin);
      draft.key = draft.actual;
      const int last = *targets->second.rbegin();
      draft.working = {fmt::format("文中指向“{}”，本报告里没有（编号最大到{}）", draft.actual, last),
                       fmt::format("“{}” is pointed to but not there (the last number is {})", draft.actual, last)};
      draft.evidence.push_back(spot_in_words(view, index, mark, "pointer"));
      sink.report(std::move(draft));
    }
  }

  static std::string_view sentence(const DocumentView& view, std::uint32_t index, text::Span mark) {
    const text::Passage& passage = view.text.passages[index];
    return passage.of(sentence_of(passage, mark.begin));
  }

  std::vector<Regex> unless_;
};

class CaptionSequence final : public Check {
 public:
  void run(const DocumentView& view, Sink& sink) const override {
    std::map<std::string, std::vector<Caption>> by_kind;
    for (const Caption& caption : captions_of(view)) {
      const bool is_place = !caption.is_continued && caption.kind != "部分" && caption.number != 0;
      if (is_place && view.text.passages[caption.passage].story == docx::StoryKind::body)
        by_kind[caption.kind].push_back(caption);
    }
    for (const auto& [kind, captions] : by_kind) judge(view, sink, kind, captions);
  }

 private:
  static void judge(const DocumentView& view, Sink& sink, const std::string& kind,
                    const std::vector<Caption>& captions) {
    if (captions.size() < 3 || captions.front().number != 1 || kind == "附件") return;
    for (std::size_t i = 1; i < captions.size(); ++i) {
      const Caption& before = captions[i - 1];
      const Caption& now = captions[i];
      if (now.number == before.number + 1) {
        sink.holds();
        continue;
      }
      const std::string& text = view.text.passages[now.passage].text;
      const bool is_repeat = now.number == before.number && text == view.text.passages[before.passage].text;
      if (is_repeat || now.number == 1 || now.number > before.number + 2) {
        sink.not_comparable("numbers-anew");
        return;
      }
      Draft draft = sink.draft();
      draft.actual = kind + std::to_string(now.number);
      draft.expected = kind + std::to_string(before.number + 1);
      draft.key = draft.actual + " " + draft.expected;
      draft.working = {fmt::format("{}{}之后是{}{}", kind, before.number, kind, now.number),
                       fmt::format("{}{} is followed by {}{}", kind, before.number, kind, now.number)};
      draft.evidence.push_back(spot_in_words(view, now.passage, now.span, "caption"));
      draft.evidence.push_back(spot_in_words(view, before.passage, before.span, "before"));
      sink.report(std::move(draft));
      return;
    }
  }
};

}  // namespace

std::unique_ptr<Check> make_missing_target(Params& params) { return std::make_unique<MissingTarget>(params); }
std::unique_ptr<Check> make_caption_sequence(Params&) { return std::make_unique<CaptionSequence>(); }

}  // namespace gouji::check
