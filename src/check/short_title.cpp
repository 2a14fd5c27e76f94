// SPDX-License-Identifier: Apache-2.0
#include "check/short_title.hpp"

#include <set>

#include <fmt/format.h>

#include "check/phrases.hpp"

namespace gouji::check {
namespace {

class ShortTitle final : public Check {
 public:
  explicit ShortTitle(Params& params) : words_(params.texts("words")) {
    if (words_.empty()) params.fault("words", 0, "缺少 words", "words are missing");
  }

  void run(const DocumentView& view, Sink& sink) const override {
    for (const std::string& word : words_) {
      const std::string title = "《" + word + "》";
      for (std::uint32_t index = 0; index < view.text.passages.size(); ++index) {
        const text::Passage& passage = view.text.passages[index];
        const std::size_t at = passage.text.find(title);
        if (at == std::string::npos || passage.story != docx::StoryKind::body) continue;
        judge(view, sink, word, index, at);
        break;
      }
    }
  }

 private:
  static void judge(const DocumentView& view, Sink& sink, const std::string& word, std::uint32_t index,
                    std::size_t at) {
    if (is_introduced(view, word, index, at)) return sink.holds();
    Draft draft = sink.draft();
    const text::Span mark{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + word.size() + 6)};
    draft.actual = "《" + word + "》";
    draft.key = word;
    draft.working = {fmt::format("前文没有写明“{}”的全称，也没有“以下简称”", draft.actual),
                     fmt::format("the full title behind “{}” is not given before", draft.actual)};
    draft.evidence.push_back(spot_in_words(view, index, mark, "title"));
    sink.report(std::move(draft));
  }

  /// A full title that ends so, or 以下简称, in front of the place (or anywhere in its paragraph).
  static bool is_introduced(const DocumentView& view, const std::string& word, std::uint32_t index, std::size_t at) {
    const std::string ending = word + "》";
    for (std::uint32_t before = 0; before <= index; ++before) {
      const std::string& text = view.text.passages[before].text;
      for (std::size_t found = text.find(word); found != std::string::npos; found = text.find(word, found + 1)) {
        if (before == index && found >= at && found <= at + 3) continue;
        if (text.compare(found, ending.size(), ending) == 0) {
          const bool is_short = found >= 3 && text.compare(found - 3, 3, "《") == 0;
          if (!is_short) return true;
        }
        const std::size_t from = found > 30 ? found - 30 : 0;
        const std::string_view near = std::string_view(text).substr(from, found - from);
        if (near.find("简称") != std::string_view::npos) return true;
        // 《…办法（试行）》
        if (text.compare(found + word.size(), 3, "（") == 0 && text.find("》", found) < found + 60) return true;
      }
    }
    return false;
  }

  std::vector<std::string> words_;
};

}  // namespace

std::unique_ptr<Check> make_short_title(Params& params) { return std::make_unique<ShortTitle>(params); }

}  // namespace gouji::check
