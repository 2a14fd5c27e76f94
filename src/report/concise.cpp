// SPDX-License-Identifier: Apache-2.0
#include "report/concise.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "report/finding_words.hpp"
#include "report/words.hpp"

namespace gouji::report {
namespace {

class ConciseReporter final : public Reporter {
 public:
  explicit ConciseReporter(const ReportOptions& options) : options_(options) {}

  std::string open() override { return {}; }

  std::string document(const Outcome& outcome) override {
    tally_.add(outcome);
    const Language language = options_.language;
    const std::string path = one_line(outcome.path);
    std::string out;
    if (outcome.error) {
      out += fmt::format("{}:1: {}: {} [{}]\n", path, language == Language::zh ? "无法检查" : "unreadable",
                         one_line(in(language, outcome.error->message)), outcome.error->code);
    }
    for (const Note& note : outcome.notes)
      out += fmt::format("{}:1: {}: {} [{}]\n", path, language == Language::zh ? "说明" : "note",
                         one_line(in(language, note.message)), note.code);
    for (const Finding& finding : outcome.findings) {
      if (finding.standing.kind != Standing::Kind::open) continue;
      const Place& place = main_place(finding);
      out += fmt::format(
          fmt::runtime(language == Language::zh ? "{}:{}: {}: {}（{}）[{}]\n" : "{}:{}: {}: {} ({}) [{}]\n"), path,
          std::max(place.line, 1u), severity_word(finding.severity, language), headline(finding, language),
          place_words(place, language), finding.rule);
    }
    return out;
  }

  std::string close(const std::vector<Note>& notes) override {
    std::string out;
    for (const Note& note : notes) out += one_line(in(options_.language, note.message)) + '\n';
    return out + tally_.words(options_.language) + '\n';
  }

 private:
  ReportOptions options_;
  Tally tally_;
};

}  // namespace

std::unique_ptr<Reporter> make_concise(const ReportOptions& options) {
  return std::make_unique<ConciseReporter>(options);
}

}  // namespace gouji::report
