// Kind «foreign_unit».
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "check/own_unit.hpp"
#include "check/phrases.hpp"

namespace gouji::check {
namespace {

using text::Regex;

constexpr std::size_t kMostForeign = 3;  // more is no slip: the report is on several units

bool ends_with(std::string_view text, std::string_view word) {
  return text.size() >= word.size() && text.substr(text.size() - word.size()) == word;
}

class ForeignUnit final : public Check {
 public:
  explicit ForeignUnit(Params& params)
      : kinds_(params.lists("kinds")),
        below_(params.texts("below")),
        above_(params.texts("above")),
        self_(read_expressions(params, "self")),
        organ_(read_expressions(params, "organ")),
        neutral_(read_expressions(params, "neutral")),
        not_genre_(params.texts("not_genre")) {}

  void run(const DocumentView& view, Sink& sink) const override {
    if (std::find(not_genre_.begin(), not_genre_.end(), view.context.genre) != not_genre_.end()) return;
    const std::vector<StatedUnit> units = stated_units(view);
    if (units.empty()) return;
    const StatedUnit& own = units.front();
    const std::vector<std::string> allowed = words_of(units);
    if (allowed.empty()) return sink.not_comparable("kind-of-unit-unknown");
    const bool has_superior =
        std::any_of(below_.begin(), below_.end(), [&](const std::string& word) { return ends_with(own.name, word); });
    std::map<std::string, std::vector<Spot>> foreign;
    std::size_t right = 0;
    for (std::uint32_t index = 0; index < view.text.passages.size(); ++index) {
      const text::Passage& passage = view.text.passages[index];
      if (passage.story != docx::StoryKind::body || passage.is_toc) continue;
      if (matches_any(neutral_, passage.text)) ++right;
      collect(view, index, self_, allowed, {}, right, foreign);
      if (!has_superior) collect(view, index, organ_, allowed, above_, right, foreign);
    }
    for (auto& [word, spots] : foreign) {
      if (right == 0 || spots.size() > kMostForeign || spots.size() > right) {
        sink.not_comparable("several-units-speak");
        continue;
      }
      Draft draft = sink.draft();
      draft.actual = word;
      draft.key = word;
      draft.working = {fmt::format("本报告的单位是“{}”，文中却说“{}”", own.name, word),
                       fmt::format("the report is by “{}”, yet it says “{}”", own.name, word)};
      draft.evidence = std::move(spots);
      draft.evidence.push_back({"own", own.passage, own.span, own.span});
      sink.report(std::move(draft));
    }
    if (foreign.empty() && right > 0) sink.holds();
  }

 private:
  /// How the units of this report may call themselves, by what stands anywhere in their names.
  [[nodiscard]] std::vector<std::string> words_of(const std::vector<StatedUnit>& units) const {
    std::vector<std::string> words;
    for (const StatedUnit& unit : units) {
      for (const auto& [ending, calls] : kinds_) {
        if (unit.full.find(ending) != std::string::npos) words.insert(words.end(), calls.begin(), calls.end());
      }
    }
    return words;
  }

  void collect(const DocumentView& view, std::uint32_t index, const std::vector<Regex>& expressions,
               const std::vector<std::string>& allowed, const std::vector<std::string>& also_allowed,
               std::size_t& right, std::map<std::string, std::vector<Spot>>& foreign) const {
    const std::string& text = view.text.passages[index].text;
    std::vector<Regex::Group> groups;
    for (const Regex& regex : expressions) {
      std::size_t from = 0;
      while (from < text.size() && regex.find(text, from, groups, view.budget)) {
        const auto kind = static_cast<std::size_t>(regex.group("kind"));
        const auto mark = static_cast<std::size_t>(regex.group("mark"));
        from = groups[mark].end;
        const std::string word = text.substr(groups[kind].begin, groups[kind].end - groups[kind].begin);
        if (std::find(allowed.begin(), allowed.end(), word) != allowed.end()) {
          ++right;
        } else if (std::find(also_allowed.begin(), also_allowed.end(), word) == also_allowed.end()) {
          const text::Span span{static_cast<std::uint32_t>(groups[mark].begin),
                                static_cast<std::uint32_t>(groups[mark].end)};
          foreign[text.substr(span.begin, span.end - span.begin)].push_back(
              spot_in_words(view, index, span, "foreign"));
        }
      }
    }
  }

  std::vector<std::pair<std::string, std::vector<std::string>>> kinds_;
  std::vector<std::string> below_;
  std::vector<std::string> above_;
  std::vector<Regex> self_;
  std::vector<Regex> organ_;
  std::vector<Regex> neutral_;
  std::vector<std::string> not_genre_;
};

}  // namespace

std::unique_ptr<Check> make_foreign_unit(Params& params) { return std::make_unique<ForeignUnit>(params); }

}  // namespace gouji::check
