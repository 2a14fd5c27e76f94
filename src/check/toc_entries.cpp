// SPDX-License-Identifier: Apache-2.0
#include "check/toc_entries.hpp"

#include <set>
#include <string>

#include "base/utf8.hpp"

namespace gouji::check {
namespace {

constexpr std::size_t kLeastEntries = 3;
constexpr std::size_t kLongestHeading = 60;  // characters

/// The words of a heading or entry: without blanks, leaders («……», «···») and the page number behind them.
std::string bare(std::string_view label, std::string_view text) {
  std::string out;
  std::string line(label);
  line += text;
  while (!line.empty() && ((line.back() >= '0' && line.back() <= '9') || line.back() == ' ' || line.back() == '-')) {
    line.pop_back();
  }
  for (std::size_t at = 0; at < line.size(); at += utf8::length(line[at])) {
    const char32_t code = utf8::decode(line, at);
    if (code == U' ' || code == U'\t' || code == U'\n' || code == U'…' || code == U'·' || code == U'.' ||
        code == U'—' || code == 0x3000)
      continue;
    utf8::append(out, code);
  }
  return out;
}

class Toc final : public Check {
 public:
  void run(const DocumentView& view, Sink& sink) const override {
    std::set<std::string> lines;
    std::vector<std::uint32_t> entries;
    for (std::uint32_t index = 0; index < view.text.passages.size(); ++index) {
      const text::Passage& passage = view.text.passages[index];
      if (passage.story != docx::StoryKind::body || passage.text.empty()) continue;
      if (passage.is_toc) {
        entries.push_back(index);
      } else if (utf8::count(passage.text) <= kLongestHeading) {
        lines.insert(bare(passage.label, passage.text));
        lines.insert(bare({}, passage.text));
      }
    }
    std::vector<std::uint32_t> missing;
    for (const std::uint32_t index : entries) {
      const text::Passage& passage = view.text.passages[index];
      if (bare({}, passage.text).empty() || passage.text == "目录") continue;
      const bool is_there =
          lines.count(bare(passage.label, passage.text)) > 0 || lines.count(bare({}, passage.text)) > 0;
      if (is_there) {
        sink.holds();
      } else {
        missing.push_back(index);
      }
    }
    if (entries.size() < kLeastEntries || missing.size() * 3 > entries.size()) {
      if (!missing.empty()) sink.not_comparable("contents-of-another-kind");
      return;
    }
    for (const std::uint32_t index : missing) {
      const auto end = static_cast<std::uint32_t>(view.text.passages[index].text.size());
      Draft draft = sink.draft();
      const std::string& text = view.text.passages[index].text;
      draft.working = {"目录有“" + text + "”，正文没有同名标题",
                       "the contents list “" + text + "”; no heading reads so"};
      draft.evidence.push_back({"entry", index, {0, end}, {0, end}});
      sink.report(std::move(draft));
    }
  }
};

}  // namespace

std::unique_ptr<Check> make_toc(Params&) { return std::make_unique<Toc>(); }

}  // namespace gouji::check
