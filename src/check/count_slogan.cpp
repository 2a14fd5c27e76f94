// SPDX-License-Identifier: Apache-2.0
#include "check/count_slogan.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "check/count_members.hpp"
#include "check/date_facts.hpp"
#include "facts/number.hpp"
#include "text/regex.hpp"

namespace gouji::check {
namespace {

constexpr std::size_t kMemberBytes = 48;  // a longer member is a clause

class CountSlogan final : public Check {
 public:
  explicit CountSlogan(Params& params)
      : unless_(params.texts("unless")),
        slogan_("“([二两三四五六七八九十]{1,2})(?:个|大|项|条|种|类)?[^“”，。；、]{1,8}”[^“”，。；、：]{0,6}?(?:" +
                joined(params.texts("expand")) + ")") {}

  void run(const DocumentView& view, Sink& sink) const override {
    std::vector<text::Regex::Group> groups;
    for (std::uint32_t index = 0; index < view.text.passages.size(); ++index) {
      const text::Passage& passage = view.text.passages[index];
      if (passage.is_toc) continue;
      for (std::size_t from = 0; slogan_.find(passage.text, from, groups, view.budget); from = groups[0].end) {
        judge(view, sink, index, groups);
      }
    }
  }

 private:
  static std::string joined(const std::vector<std::string>& words) {
    std::string out;
    for (const std::string& word : words) out += (out.empty() ? "" : "|") + text::Regex::quote(word);
    return out;
  }

  void judge(const DocumentView& view, Sink& sink, std::uint32_t index,
             const std::vector<text::Regex::Group>& groups) const {
    const text::Passage& passage = view.text.passages[index];
    const std::string_view text = passage.text;
    const std::string_view numeral = text.substr(groups[1].begin, groups[1].end - groups[1].begin);
    const auto value = numeral == "两" ? std::optional<std::int64_t>(2) : facts::chinese_value(numeral);
    if (!value) return;
    const auto stated = static_cast<std::uint32_t>(*value);
    const std::string_view behind = text.substr(groups[0].end);
    const MemberList list = split_members(behind);
    if (list.members.size() < 2) return;
    const std::string_view sentence = behind.substr(0, behind.find("。"));
    const bool has_clause = std::any_of(list.members.begin(), list.members.end(),
                                        [](std::string_view member) { return member.size() > kMemberBytes; });
    if (list.is_mixed || has_clause || has_any(sentence, unless_)) return sink.not_comparable("open-list");
    const bool fits = std::any_of(list.readings.begin(), list.readings.end(), [&](const MemberCount& count) {
      return count.least <= stated && stated <= count.most;
    });
    if (fits) return sink.holds();
    const MemberCount plain = list.readings.front();
    if (plain.least != plain.most || (plain.least + 1 != stated && plain.least != stated + 1))
      return sink.not_comparable("another-list");
    Draft draft = sink.draft();
    draft.expected = fmt::format("{}", plain.least);
    draft.actual = std::string(numeral);
    draft.working = {fmt::format("列出 {} 项，名称写“{}”", plain.least, numeral),
                     fmt::format("{} members are listed; the name says {}", plain.least, stated)};
    const text::Span quote{static_cast<std::uint32_t>(groups[0].begin),
                           static_cast<std::uint32_t>(groups[0].end) + list.span.end};
    const text::Span mark{static_cast<std::uint32_t>(groups[1].begin), static_cast<std::uint32_t>(groups[1].end)};
    draft.evidence.push_back(spot_at(index, quote, mark, "slogan"));
    sink.report(std::move(draft));
  }

  std::vector<std::string> unless_;
  text::Regex slogan_;
};

}  // namespace

std::unique_ptr<Check> make_count_slogan(Params& params) { return std::make_unique<CountSlogan>(params); }

}  // namespace gouji::check
