// SPDX-License-Identifier: Apache-2.0
#include "report/gitlab.hpp"

#include <algorithm>
#include <map>

#include "report/finding_words.hpp"
#include "report/json_writer.hpp"
#include "report/words.hpp"

namespace gouji::report {
namespace {

const char* level_of(Severity severity) { return by_severity(severity, "info", "major", "critical"); }

class GitlabReporter final : public Reporter {
 public:
  explicit GitlabReporter(const ReportOptions& options) : options_(options) {}

  std::string open() override { return "["; }

  std::string document(const Outcome& outcome) override {
    std::string out;
    const Language language = options_.language;
    if (outcome.error)
      out += item(outcome.path, 1, outcome.error->code, in(language, outcome.error->message), "blocker",
                  "unreadable:" + outcome.path);
    for (const Finding& finding : outcome.findings) {
      if (finding.standing.kind != Standing::Kind::open) continue;
      const Place& place = main_place(finding);
      // one fault copied into several reports has one content id; the array wants each once
      const std::size_t before = met_[finding.id]++;
      out += item(outcome.path, place.line, finding.rule,
                  headline(finding, language) + " — " + place_words(place, language), level_of(finding.severity),
                  finding.id + (before == 0 ? "" : "-" + std::to_string(before)));
    }
    return out;
  }

  std::string close(const std::vector<Note>&) override { return "\n]\n"; }

 private:
  /// GitLab does not show check_name, so it stands in the description too.
  std::string item(const std::string& path, std::uint32_t line, const std::string& check, const std::string& text,
                   const char* severity, const std::string& fingerprint) {
    JsonWriter<CompactJson> out(options_.language);
    out.open_item();
    out.text("description", "[" + check + "] " + one_line(text));
    out.text("check_name", check);
    out.text("fingerprint", fingerprint);
    out.text("severity", std::string(severity));
    out.open("location");
    out.text("path", path);
    out.open("lines");
    out.number("begin", std::max(line, 1u));
    out.close();
    out.close();
    out.close();
    return gap_.next() + out.take();
  }

  ReportOptions options_;
  std::map<std::string, std::size_t> met_;
  ItemGap gap_;
};

}  // namespace

std::unique_ptr<Reporter> make_gitlab(const ReportOptions& options) {
  return std::make_unique<GitlabReporter>(options);
}

}  // namespace gouji::report
