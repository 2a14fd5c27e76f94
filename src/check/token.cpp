// SPDX-License-Identifier: Apache-2.0
#include "check/token.hpp"

#include <algorithm>
#include <cstdlib>
#include <map>

#include "base/utf8.hpp"
#include "check/phrases.hpp"

namespace gouji::check {
namespace {

constexpr std::size_t kEvidence = 6;  // places shown for one wrong word

enum class Where { text, title, cell };

class Token final : public Check {
 public:
  explicit Token(Params& params)
      : find_(read_expressions(params, "find")),
        allow_(read_expressions(params, "allow")),
        skip_(read_expressions(params, "skip")),
        genre_(params.texts("genre")),
        not_genre_(params.texts("not_genre")),
        from_year_(std::atoi(params.text("from_year", "0").c_str())),
        message_(read_message(params)) {
    if (find_.empty()) params.fault("find", 0, "缺少 find", "find is missing");
    std::vector<std::string> where = params.texts("where");
    if (where.empty()) where = {"text"};
    for (std::size_t i = 0; i < where.size(); ++i) {
      if (where[i] == "text") {
        where_.push_back(Where::text);
      } else if (where[i] == "title") {
        where_.push_back(Where::title);
      } else if (where[i] == "cell") {
        where_.push_back(Where::cell);
      } else {
        params.fault("where", i, "只能是 text、title 或 cell", "must be text, title or cell");
      }
    }
  }

  void run(const DocumentView& view, Sink& sink) const override {
    if (from_year_ != 0 && view.context.fiscal_year < from_year_) return;
    const auto lists = [&](const std::vector<std::string>& genres) {
      return std::find(genres.begin(), genres.end(), view.context.genre) != genres.end();
    };
    const bool is_foreign_genre = lists(not_genre_) || (!genre_.empty() && !lists(genre_));
    std::map<std::string, Draft> found;
    std::vector<std::string> order;
    for (std::uint32_t index = 0; index < view.text.passages.size(); ++index) {
      const text::Passage& passage = view.text.passages[index];
      if (passage.story == docx::StoryKind::comment || passage.is_toc) continue;
      const Where where = passage.in_table() ? Where::cell : is_prose(passage.text) ? Where::text : Where::title;
      if (std::find(where_.begin(), where_.end(), where) == where_.end()) continue;
      for (const text::Span mark : marks_of(passage.text)) {
        if (is_foreign_genre || covers_any(allow_, passage.text, mark) || matches_any(skip_, passage.text)) {
          sink.not_comparable("allowed-here");
          continue;
        }
        note(view, sink, index, mark, found, order);
      }
    }
    for (const std::string& word : order) sink.report(std::move(found.at(word)));
  }

 private:
  [[nodiscard]] std::vector<text::Span> marks_of(std::string_view text) const {
    std::vector<text::Span> marks;
    std::vector<text::Regex::Group> groups;
    for (const text::Regex& regex : find_) {
      const int named = regex.group("mark");
      std::size_t from = 0;
      while (from <= text.size() && regex.find(text, from, groups)) {
        const text::Regex::Group whole = groups[0];
        const text::Regex::Group mark = named > 0 && groups[static_cast<std::size_t>(named)].matched()
                                            ? groups[static_cast<std::size_t>(named)]
                                            : whole;
        if (mark.end == mark.begin) break;
        const text::Span span{static_cast<std::uint32_t>(mark.begin), static_cast<std::uint32_t>(mark.end)};
        const bool is_known = std::any_of(marks.begin(), marks.end(), [&](const text::Span& other) {
          return span.begin < other.end && other.begin < span.end;
        });
        if (!is_known) marks.push_back(span);
        from = mark.end;
      }
    }
    std::sort(marks.begin(), marks.end(), [](const text::Span& a, const text::Span& b) { return a.begin < b.begin; });
    return marks;
  }

  void note(const DocumentView& view, Sink& sink, std::uint32_t index, text::Span mark,
            std::map<std::string, Draft>& found, std::vector<std::string>& order) const {
    const std::string word(view.text.passages[index].of(mark));
    const auto [at, is_new] = found.emplace(word, sink.draft());
    Draft& draft = at->second;
    if (is_new) {
      order.push_back(word);
      draft.actual = word;
      draft.key = word;
      draft.working = {filled(message_.zh, "found", word), filled(message_.en, "found", word)};
    }
    if (draft.evidence.size() < kEvidence) draft.evidence.push_back(spot_in_words(view, index, mark, "found"));
  }

  std::vector<text::Regex> find_;
  std::vector<text::Regex> allow_;
  std::vector<text::Regex> skip_;
  std::vector<std::string> genre_, not_genre_;
  int from_year_ = 0;
  Bilingual message_;
  std::vector<Where> where_;
};

}  // namespace

std::unique_ptr<Check> make_token(Params& params) { return std::make_unique<Token>(params); }

}  // namespace gouji::check
