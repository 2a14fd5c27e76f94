// SPDX-License-Identifier: Apache-2.0
#include "report/markdown.hpp"

#include <fmt/format.h>

#include "report/escape.hpp"
#include "report/finding_words.hpp"
#include "report/words.hpp"

namespace gouji::report {
namespace {

constexpr std::size_t kRoomForEnd = 2048;  // of most_bytes: the sums and the line on what was left out

class MarkdownReporter final : public Reporter {
 public:
  explicit MarkdownReporter(const ReportOptions& options) : options_(options) {}

  std::string open() override { return counted(lang("# gouji 勾稽检查\n", "# gouji\n")); }

  std::string document(const Outcome& outcome) override {
    tally_.add(outcome);
    Tally own;
    own.add(outcome);
    std::string out = "\n## " + escape_markdown(outcome.path) + "\n\n";
    if (outcome.error) {
      out += fmt::format("**{}**{} `{}`\n", lang("无法检查：", "Could not be checked: "),
                         escape_markdown(in(options_.language, outcome.error->message)), outcome.error->code);
      const std::string& hint = in(options_.language, outcome.error->hint);
      if (!hint.empty()) out += "\n" + escape_markdown(hint) + "\n";
      return fit(out, 1);
    }
    out += escape_markdown(own.words(options_.language)) + "\n";
    out = fit(out, own.errors + own.warnings + own.infos);
    if (out.empty()) return out;
    for (const Finding& finding : outcome.findings) out += fit(item(finding), 1);
    std::string notes;
    for (const Note& note : outcome.notes)
      notes += fmt::format("- {}{}\n", lang("说明：", "Note: "), escape_markdown(in(options_.language, note.message)));
    return out + (notes.empty() ? "" : fit("\n" + notes, outcome.notes.size()));
  }

  std::string close(const std::vector<Note>& notes) override {
    std::string out = "\n---\n\n";
    for (const Note& note : notes) {
      const std::string line = "- " + escape_markdown(in(options_.language, note.message)) + "\n";
      if (options_.most_bytes == 0 || out.size() + line.size() < kRoomForEnd / 2) {
        out += line;
      } else {
        ++left_out_;
      }
    }
    if (left_out_ > 0)
      out += fmt::format(
          fmt::runtime(lang("另有 {} 处没有列出（篇幅所限）。\n\n", "{} more are not listed for their length.\n\n")),
          left_out_);
    return out + escape_markdown(tally_.words(options_.language)) + "\n";
  }

 private:
  [[nodiscard]] const char* lang(const char* zh, const char* en) const {
    return options_.language == Language::zh ? zh : en;
  }

  std::string counted(std::string text) {
    written_ += text.size();
    return text;
  }

  /// The text, or nothing and a count of what it held when there is no room for it.
  std::string fit(const std::string& text, std::size_t findings) {
    const bool has_room = options_.most_bytes == 0 || written_ + text.size() + kRoomForEnd <= options_.most_bytes;
    if (has_room) return counted(text);
    left_out_ += findings;
    return {};
  }

  [[nodiscard]] std::string item(const Finding& finding) const {
    if (finding.standing.kind != Standing::Kind::open) return {};
    const Language language = options_.language;
    std::string out = fmt::format("\n- **{}** {} `{}`  \n  {}\n", severity_word(finding.severity, language),
                                  escape_markdown(in(language, finding.message)), finding.rule,
                                  escape_markdown(place_with_heading(main_place(finding), language)));
    for (const std::string& line : details(finding, language)) out += "  - " + escape_markdown(line) + "\n";
    for (const std::string& line : quotes(finding, language)) out += "  - > " + escape_markdown(line) + "\n";
    return out;
  }

  ReportOptions options_;
  Tally tally_;
  std::size_t written_ = 0;
  std::size_t left_out_ = 0;
};

}  // namespace

std::unique_ptr<Reporter> make_markdown(const ReportOptions& options) {
  return std::make_unique<MarkdownReporter>(options);
}

}  // namespace gouji::report
