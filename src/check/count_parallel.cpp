// SPDX-License-Identifier: Apache-2.0
#include "check/count_parallel.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "base/utf8.hpp"
#include "check/count_members.hpp"
#include "check/date_facts.hpp"

namespace gouji::check {
namespace {

using facts::Fact;
using facts::FactKind;

constexpr std::size_t kVerbBytes = 36;  // between 分别 and the first figure
constexpr std::size_t kNameBytes = 45;  // a longer name is a clause, not a name
constexpr std::size_t kFewestNames = 2;

bool is_value(const Fact& fact) {
  return fact.kind == FactKind::money || fact.kind == FactKind::percent || fact.kind == FactKind::count ||
         fact.kind == FactKind::points || fact.kind == FactKind::number;
}

bool is_joint(std::string_view between) {
  for (const std::string_view word : {"、", "，", "和", "及", "与", "以及", "、和", "，和"}) {
    if (between == word) return true;
  }
  return false;
}

/// Of one length or with one ending: 青山镇、柳塘镇; not 机关、事业单位在职, where one list ends and another begins.
bool are_alike(std::string_view a, std::string_view b) {
  const std::size_t longer = std::max(a.size(), b.size());
  if (longer - std::min(a.size(), b.size()) <= 3) return true;
  return a.substr(utf8::previous(a, a.size())) == b.substr(utf8::previous(b, b.size()));
}

/// The last name carries the noun of all (县级资金) and is not looked at.
bool is_one_list(const std::vector<std::string_view>& names) {
  for (std::size_t i = 1; i + 1 < names.size(); ++i) {
    if (!are_alike(names[i - 1], names[i])) return false;
  }
  return true;
}

/// A、B和C: 和 joins the last two when what stands before it is like the others.
bool joins_the_last(const std::vector<std::string_view>& names) {
  if (names.size() < 2 || count_conjunctions(names.back()) != 1) return false;
  for (const std::string_view word : {"以及", "和", "及", "与"}) {
    const std::size_t at = names.back().find(word);
    if (at == std::string_view::npos) continue;
    return at > 3 && at + word.size() + 3 < names.back().size() &&
           are_alike(names[names.size() - 2], names.back().substr(0, at));
  }
  return false;
}

class CountParallel final : public Check {
 public:
  explicit CountParallel(Params& params) : distribute_(params.texts("distribute")), unless_(params.texts("unless")) {}

  void run(const DocumentView& view, Sink& sink) const override {
    for (std::uint32_t index = 0; index < view.text.passages.size(); ++index) {
      const text::Passage& passage = view.text.passages[index];
      if (passage.is_toc) continue;
      for (const std::string& word : distribute_) {
        for (std::size_t at = passage.text.find(word); at != std::string::npos;
             at = passage.text.find(word, at + word.size())) {
          judge(view, sink, index, static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + word.size()));
        }
      }
    }
  }

 private:
  void judge(const DocumentView& view, Sink& sink, std::uint32_t index, std::uint32_t begin, std::uint32_t end) const {
    const text::Passage& passage = view.text.passages[index];
    const std::vector<std::uint32_t> values = values_behind(view, index, end);
    if (values.size() < 2) return;
    const text::Span clause = clause_of(passage.text, {begin, end});
    std::string_view names = passage.of({clause.begin, begin});
    for (const std::string_view mark : {"：", "（", "）", "“", "”"}) {
      const std::size_t at = names.rfind(mark);
      if (at != std::string_view::npos) names.remove_prefix(at + mark.size());
    }
    if (names.find("、") == std::string_view::npos && count_conjunctions(names) == 0) return;
    const MemberList list = split_members(names);
    if (list.members.empty() || list.span.end < names.size()) return;
    MemberCount count = list.readings.front();
    if (joins_the_last(list.members)) count.least = count.most;
    const bool has_clause = std::any_of(list.members.begin(), list.members.end(),
                                        [](std::string_view member) { return member.size() > kNameBytes; });
    if (has_clause || count.most < kFewestNames || has_any(names, unless_))
      return sink.not_comparable("names-not-plain");
    const auto found = static_cast<std::uint32_t>(values.size());
    if (found >= count.least && found <= count.most) return sink.holds();
    // A name without 、 may be one; two groups (2022年、2023年收入和支出) have a figure for each pair.
    const bool is_plain = list.members.size() >= kFewestNames && (found + 1 == count.least || found == count.most + 1);
    const bool is_product = found > count.most && found % 2 == 0 && count.most + 1 >= found / 2 + 2 &&
                            (count.most > count.least || found > 2 * kFewestNames);
    if (!is_plain || is_product || !is_one_list(list.members)) return sink.not_comparable("several-groups");
    report(view, sink, {clause.begin, begin}, values, count);
  }

  /// The figures of one kind behind 分别, joined by 、 or 和 alone.
  static std::vector<std::uint32_t> values_behind(const DocumentView& view, std::uint32_t index, std::uint32_t from) {
    std::vector<std::uint32_t> out;
    const text::Passage& passage = view.text.passages[index];
    const facts::Range range = view.facts.facts_of[index];
    for (std::uint32_t each = range.begin; each < range.end; ++each) {
      const Fact& fact = view.facts.facts[each];
      if (fact.span.begin < from) continue;
      if (out.empty()) {
        const std::string_view verb = passage.of({from, fact.span.begin});
        const bool is_near = verb.size() <= kVerbBytes && verb.find("，") == std::string_view::npos &&
                             verb.find("、") == std::string_view::npos && verb.find("。") == std::string_view::npos &&
                             verb.find("；") == std::string_view::npos;
        if (!is_near || !is_value(fact) || fact.is_range_part) return {};
        out.push_back(each);
        continue;
      }
      const Fact& last = view.facts.facts[out.back()];
      const std::string_view between = passage.of({last.span.end, fact.span.begin});
      if (!is_joint(between)) break;
      if (fact.kind != last.kind || fact.is_range_part) return {};
      out.push_back(each);
    }
    if (out.empty()) return out;
    const Fact& last = view.facts.facts[out.back()];
    // 120万元用于…、80万元用于…: not a bare list
    const std::string_view behind = std::string_view(passage.text).substr(last.span.end);
    const bool is_end = behind.empty() || behind.substr(0, 3) == "，" || behind.substr(0, 3) == "。" ||
                        behind.substr(0, 3) == "；" || behind.substr(0, 3) == "）" || behind[0] == '\n';
    return is_end ? out : std::vector<std::uint32_t>{};
  }

  static void report(const DocumentView& view, Sink& sink, text::Span names, const std::vector<std::uint32_t>& values,
                     const MemberCount& count) {
    Draft draft = sink.draft();
    const Fact& first = view.facts.facts[values.front()];
    const Fact& last = view.facts.facts[values.back()];
    const text::Span figures{first.span.begin, last.span.end};
    draft.expected =
        count.least == count.most ? fmt::format("{}", count.least) : fmt::format("{}—{}", count.least, count.most);
    draft.actual = fmt::format("{}", values.size());
    draft.working = {fmt::format("“分别”前列了 {} 项，后面列了 {} 个数", draft.expected, draft.actual),
                     fmt::format("{} names, {} figures", draft.expected, draft.actual)};
    draft.evidence.push_back(spot_at(first.passage, figures, figures, "figures"));
    draft.evidence.push_back(spot_at(first.passage, names, names, "names"));
    sink.report(std::move(draft));
  }

  std::vector<std::string> distribute_;
  std::vector<std::string> unless_;
};

}  // namespace

std::unique_ptr<Check> make_count_parallel(Params& params) { return std::make_unique<CountParallel>(params); }

}  // namespace gouji::check
