// SPDX-License-Identifier: Apache-2.0
#include "check/repeated_text.hpp"

#include <cstdlib>
#include <map>
#include <string_view>

#include <fmt/format.h>

#include "base/utf8.hpp"
#include "check/phrases.hpp"

namespace gouji::check {
namespace {

constexpr std::size_t kMostFindings = 5;  // of one document
constexpr std::uint32_t kShown = 90;      // bytes of the stretch that are quoted

struct Place {
  std::uint32_t passage = 0;
  std::uint32_t begin = 0;
};

bool ends_clause(char32_t code) { return code == U'，' || code == U'。' || code == U'；' || code == U'：'; }

class RepeatedText final : public Check {
 public:
  explicit RepeatedText(Params& params)
      : characters_(static_cast<std::uint32_t>(std::atoi(params.text("characters", "45").c_str()))),
        allow_(read_expressions(params, "allow")) {
    if (characters_ < 10) params.fault("characters", 0, "characters 至少为 10", "characters must be 10 or more");
  }

  void run(const DocumentView& view, Sink& sink) const override {
    std::map<std::string_view, Place> known;
    std::size_t findings = 0;
    for (std::uint32_t index = 0; index < view.text.passages.size(); ++index) {
      const text::Passage& passage = view.text.passages[index];
      const bool is_text = passage.story == docx::StoryKind::body && !passage.in_table() && !passage.is_toc;
      if (!is_text) continue;
      bool is_told = false;
      for (std::uint32_t begin = 0; begin < passage.text.size(); begin = next_clause(passage.text, begin)) {
        const std::string_view stretch = stretch_at(passage.text, begin);
        if (stretch.empty()) break;
        const auto [at, is_new] = known.emplace(stretch, Place{index, begin});
        if (is_new || is_told || findings >= kMostFindings) continue;
        if (matches_any(allow_, stretch)) {
          sink.not_comparable("may-be-repeated");
          continue;
        }
        is_told = true;
        ++findings;
        report(sink, at->second, {index, begin}, stretch);
      }
    }
  }

 private:
  static std::uint32_t next_clause(std::string_view text, std::uint32_t from) {
    std::size_t at = from;
    while (at < text.size()) {
      const char32_t code = utf8::decode(text, at);
      at += utf8::length(text[at]);
      if (ends_clause(code)) break;
    }
    return static_cast<std::uint32_t>(at);
  }

  /// So many characters from here on; empty when the text ends before.
  [[nodiscard]] std::string_view stretch_at(std::string_view text, std::uint32_t begin) const {
    std::size_t end = begin;
    for (std::uint32_t count = 0; count < characters_; ++count) {
      if (end >= text.size()) return {};
      end += utf8::length(text[end]);
    }
    return text.substr(begin, end - begin);
  }

  void report(Sink& sink, Place first, Place second, std::string_view stretch) const {
    Draft draft = sink.draft();
    draft.key = std::string(stretch);
    draft.working = {fmt::format("有{}个字以上与前文一字不差", characters_),
                     fmt::format("{} characters or more are word for word as before", characters_)};
    std::size_t shown = 0;
    while (shown < stretch.size() && shown < kShown) shown += utf8::length(stretch[shown]);
    for (const Place& place : {second, first}) {
      const text::Span span{place.begin, place.begin + static_cast<std::uint32_t>(shown)};
      draft.evidence.push_back({"text", place.passage, span, span});
    }
    sink.report(std::move(draft));
  }

  std::uint32_t characters_;
  std::vector<text::Regex> allow_;
};

}  // namespace

std::unique_ptr<Check> make_repeated_text(Params& params) { return std::make_unique<RepeatedText>(params); }

}  // namespace gouji::check
