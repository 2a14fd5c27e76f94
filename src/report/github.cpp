// SPDX-License-Identifier: Apache-2.0
#include "report/github.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>

#include "base/utf8.hpp"
#include "report/finding_words.hpp"
#include "report/words.hpp"

namespace gouji::report {
namespace {

constexpr std::size_t kEachLevel = 10;
constexpr std::array<const char*, 3> kCommands{"notice", "warning", "error"};

std::string escaped(const std::string& text, std::string_view marks) {
  constexpr char kHex[] = "0123456789ABCDEF";
  std::string out;
  for (const char c : utf8::sanitize(text)) {
    if (marks.find(c) == std::string_view::npos) {
      out += c;
      continue;
    }
    out += '%';
    out += kHex[static_cast<unsigned char>(c) >> 4u];
    out += kHex[static_cast<unsigned char>(c) & 15u];
  }
  return out;
}
std::string message_of(const std::string& text) { return escaped(text, "%\r\n"); }
std::string property_of(const std::string& text) { return escaped(text, "%\r\n:,"); }

class GithubReporter final : public Reporter {
 public:
  explicit GithubReporter(const ReportOptions& options) : options_(options) {}

  std::string open() override { return {}; }

  std::string document(const Outcome& outcome) override {
    tally_.add(outcome);
    const Language language = options_.language;
    if (outcome.error)
      add(Severity::error, outcome.path, 1, outcome.error->code,
          in(language, outcome.error->message) + "\n" + in(language, outcome.error->hint));
    for (const Finding& finding : outcome.findings) {
      if (finding.standing.kind != Standing::Kind::open) continue;
      const Place& place = main_place(finding);
      std::string text = place_with_heading(place, language);
      for (const std::string& line : details(finding, language)) text += "\n" + line;
      for (const std::string& line : quotes(finding, language)) text += "\n" + line;
      add(finding.severity, outcome.path, place.line, finding.rule + " " + one_line(in(language, finding.message)),
          text);
    }
    return {};
  }

  std::string close(const std::vector<Note>& notes) override {
    std::string out;
    for (auto lines = kept_.rbegin(); lines != kept_.rend(); ++lines) {
      for (const std::string& line : *lines) out += line;
    }
    if (left_out_ > 0) {
      out += fmt::format(fmt::runtime(options_.language == Language::zh
                                          ? "::notice title=gouji::另有 {} 处没有在这里标出，见完整报告\n"
                                          : "::notice title=gouji::{} more are not annotated; see the whole report\n"),
                         left_out_);
    }
    // plain lines of the log: an annotation each would push findings out
    for (const Note& note : notes) out += "gouji: " + one_line(in(options_.language, note.message)) + "\n";
    return out + tally_.words_with_notes(options_.language) + "\n";
  }

 private:
  void add(Severity severity, const std::string& path, std::uint32_t line, const std::string& title,
           const std::string& text) {
    const auto level = static_cast<std::size_t>(severity);
    if (kept_[level].size() >= kEachLevel) {
      ++left_out_;
      return;
    }
    kept_[level].push_back(fmt::format("::{} file={},line={},title={}::{}\n", kCommands[level], property_of(path),
                                       std::max(line, 1u), property_of(title), message_of(text)));
  }

  ReportOptions options_;
  Tally tally_;
  std::array<std::vector<std::string>, 3> kept_;  // by severity
  std::size_t left_out_ = 0;
};

}  // namespace

std::unique_ptr<Reporter> make_github(const ReportOptions& options) {
  return std::make_unique<GithubReporter>(options);
}

}  // namespace gouji::report
