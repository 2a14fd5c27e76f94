// SPDX-License-Identifier: Apache-2.0
#include "report/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "base/utf8.hpp"
#include "report/finding_words.hpp"
#include "report/quote_lines.hpp"
#include "report/words.hpp"

namespace gouji::report {
namespace {

constexpr std::size_t kQuoteColumns = 88;  // with its indent within 100 columns
constexpr const char* kDim = "2";
constexpr const char* kBold = "1";
constexpr const char* kHeading = "1;34";

const char* style_of(Severity severity) { return by_severity(severity, "1;36", "1;33", "1;31"); }

class TextReporter final : public Reporter {
 public:
  explicit TextReporter(const ReportOptions& options) : options_(options) {}

  std::string open() override { return {}; }

  std::string document(const Outcome& outcome) override {
    std::string out;
    if (tally_.documents > 0) out += '\n';
    tally_.add(outcome);
    out += styled(kBold, printable(utf8::sanitize(outcome.path)));
    const std::string genre = genre_word(outcome.genre, options_.language);
    if (!genre.empty()) out += styled(kDim, "  " + genre);
    out += '\n';
    if (outcome.status == Status::failed) {
      if (outcome.error) add_error(out, *outcome.error);
      return out;
    }
    const std::string* heading = nullptr;
    std::uint32_t open = 0;
    for (const Finding& finding : outcome.findings) {
      if (finding.standing.kind != Standing::Kind::open) continue;
      ++open;
      const std::string& here = finding.evidence.empty() ? kNowhere : finding.evidence.front().place.heading;
      if (heading == nullptr || *heading != here) {
        out += '\n';
        if (!here.empty()) out += "  " + styled(kHeading, shown_heading(here)) + '\n';
      }
      heading = &here;
      add_finding(out, finding);
    }
    if (open == 0) out += "  " + clean_words(outcome, options_.language) + '\n';
    for (const Note& note : outcome.notes) add_note(out, note);
    return out;
  }

  std::string close(const std::vector<Note>& notes) override {
    std::string out = "\n";
    for (const Note& note : notes) add_note(out, note);
    return out + tally_.words(options_.language) + '\n';
  }

 private:
  [[nodiscard]] std::string styled(const char* style, const std::string& text) const {
    return options_.color == Color::on ? fmt::format("\x1b[{}m{}\x1b[0m", style, text) : text;
  }
  [[nodiscard]] const std::string& lang(const Bilingual& text) const { return in(options_.language, text); }
  [[nodiscard]] const char* lang(const char* zh, const char* en) const {
    return options_.language == Language::zh ? zh : en;
  }

  static std::string shown_heading(const std::string& path) { return printable(path); }

  void add_labelled(std::string& out, const char* label, const std::string& text) const {
    if (text.empty()) return;
    std::size_t from = 0;
    while (from <= text.size()) {
      const std::size_t end = std::min(text.find('\n', from), text.size());
      out += "      ";
      out += from == 0 ? styled(kDim, label) : std::string(utf8::display_width(label), ' ');
      out += printable(text.substr(from, end - from));
      out += '\n';
      from = end + 1;
    }
  }

  void add_quotes(std::string& out, const Finding& finding) const {
    std::vector<bool> is_done(finding.evidence.size(), false);
    const std::string& main = finding.evidence.empty() ? kNowhere : finding.evidence.front().place.heading;
    for (std::size_t first = 0; first < finding.evidence.size(); ++first) {
      if (is_done[first]) continue;
      const Place& place = finding.evidence[first].place;
      std::vector<const Evidence*> same;
      for (std::size_t i = first; i < finding.evidence.size(); ++i) {
        if (is_done[i] || !is_same_place(finding.evidence[i].place, place)) continue;
        is_done[i] = true;
        same.push_back(&finding.evidence[i]);
      }
      out += "      " + styled(kDim, place_words(place, options_.language));
      if (place.heading != main && !place.heading.empty()) out += styled(kDim, "  " + shown_heading(place.heading));
      out += '\n';
      for (const std::string& line : quote_lines(same, kQuoteColumns, options_.color)) out += "        " + line + '\n';
    }
  }

  void add_finding(std::string& out, const Finding& finding) const {
    out += "  " + styled(style_of(finding.severity), severity_word(finding.severity, options_.language)) + "  " +
           styled(kBold, printable(lang(finding.message))) + "  " + styled(kDim, finding.rule) + '\n';
    add_quotes(out, finding);
    const std::string& working = lang(finding.working);
    add_labelled(out, lang("验算：", "working:  "), working);
    const bool says_expected = !finding.expected.empty() && working.find(finding.expected) == std::string::npos;
    if (says_expected) {
      add_labelled(out, lang("应为：", "expected: "), finding.expected);
      if (working.find(finding.actual) == std::string::npos)
        add_labelled(out, lang("文中：", "stated:   "), finding.actual);
    }
    add_labelled(out, lang("可能：", "cause:    "), lang(finding.cause));
  }

  void add_error(std::string& out, const Error& error) const {
    out += "  " + styled("1;31", lang("无法检查", "cannot be checked")) + lang("：", ": ") +
           printable(lang(error.message)) + styled(kDim, "  " + error.code) + '\n';
    add_labelled(out, lang("办法：", "hint: "), lang(error.hint));
  }

  void add_note(std::string& out, const Note& note) const {
    out += "  " +
           styled(kDim, std::string(lang("说明：", "note: ")) + printable(lang(note.message)) +
                            (note.where.empty() ? "" : " (" + printable(note.where) + ")")) +
           '\n';
  }

  static inline const std::string kNowhere;
  ReportOptions options_;
  Tally tally_;
};

}  // namespace

std::unique_ptr<Reporter> make_text(const ReportOptions& options) { return std::make_unique<TextReporter>(options); }

}  // namespace gouji::report
