// SPDX-License-Identifier: Apache-2.0
#include "report/junit.hpp"

#include <fmt/format.h>

#include "report/escape.hpp"
#include "report/finding_words.hpp"
#include "report/words.hpp"

namespace gouji::report {
namespace {

class JUnitReporter final : public Reporter {
 public:
  explicit JUnitReporter(const ReportOptions& options) : options_(options) {}

  std::string open() override { return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"gouji\">\n"; }

  std::string document(const Outcome& outcome) override {
    std::string cases;
    Counts counts;
    const std::string suite = escape_xml(one_line(outcome.path));
    if (outcome.error) {
      ++counts.tests;
      ++counts.errors;
      const std::string message = one_line(in(options_.language, outcome.error->message));
      cases += fmt::format(
          "    <testcase classname=\"{0}\" name=\"{1}\">\n      <error type=\"{1}\" message=\"{2}\">{3}</error>\n    </testcase>\n",
          suite, escape_xml(outcome.error->code), escape_xml(message),
          escape_xml(in(options_.language, outcome.error->hint)));
    }
    for (const Finding& finding : outcome.findings) cases += test_case(finding, suite, counts);
    if (counts.tests == 0) {
      ++counts.tests;
      cases += fmt::format("    <testcase classname=\"{}\" name=\"{}\"/>\n", suite,
                           escape_xml(coverage_words(outcome.coverage.relations, options_.language)));
    }
    return fmt::format("  <testsuite name=\"{}\" tests=\"{}\" failures=\"{}\" errors=\"{}\" skipped=\"{}\">\n", suite,
                       counts.tests, counts.failures, counts.errors, counts.skipped) +
           cases + notes_of(outcome.notes) + "  </testsuite>\n";
  }

  std::string close(const std::vector<Note>& notes) override {
    std::string out;
    if (!notes.empty()) {
      out = fmt::format(
          "  <testsuite name=\"gouji\" tests=\"0\" failures=\"0\" errors=\"0\" skipped=\"0\">\n{}  </testsuite>\n",
          notes_of(notes));
    }
    return out + "</testsuites>\n";
  }

 private:
  struct Counts {
    std::size_t tests = 0;
    std::size_t failures = 0;
    std::size_t errors = 0;
    std::size_t skipped = 0;
  };

  [[nodiscard]] std::string notes_of(const std::vector<Note>& notes) const {
    if (notes.empty()) return {};
    std::string text;
    for (const Note& note : notes) text += in(options_.language, note.message) + "\n";
    return "    <system-out>" + escape_xml(text) + "</system-out>\n";
  }

  [[nodiscard]] std::string test_case(const Finding& finding, const std::string& suite, Counts& counts) const {
    const Language language = options_.language;
    ++counts.tests;
    std::string body;
    for (const std::string& line : details(finding, language)) body += line + "\n";
    for (const std::string& line : quotes(finding, language)) body += line + "\n";
    const std::string name = finding.rule + " " + place_with_heading(main_place(finding), language);
    std::string out = fmt::format("    <testcase classname=\"{}\" name=\"{}\">\n", suite, escape_xml(name));
    if (finding.standing.kind != Standing::Kind::open) {
      ++counts.skipped;
      out += fmt::format("      <skipped message=\"{}\"/>\n", escape_xml(standing_words(finding.standing, language)));
    } else if (options_.fail_on && finding.severity >= *options_.fail_on) {
      ++counts.failures;
      out += fmt::format("      <failure type=\"{}\" message=\"{}\">{}</failure>\n",
                         severity_word(finding.severity, Language::en), escape_xml(headline(finding, language)),
                         escape_xml(body));
    } else {
      out += fmt::format(
          "      <system-out>{}</system-out>\n",
          escape_xml(severity_word(finding.severity, language) + " " + headline(finding, language) + "\n" + body));
    }
    return out + "    </testcase>\n";
  }

  ReportOptions options_;
};

}  // namespace

std::unique_ptr<Reporter> make_junit(const ReportOptions& options) { return std::make_unique<JUnitReporter>(options); }

}  // namespace gouji::report
