// SPDX-License-Identifier: Apache-2.0
#include "report/rdjson.hpp"

#include <algorithm>

#include "report/finding_words.hpp"
#include "report/json_writer.hpp"
#include "report/words.hpp"

namespace gouji::report {
namespace {

const char* level_of(Severity severity) { return by_severity(severity, "INFO", "WARNING", "ERROR"); }

class RdjsonReporter final : public Reporter {
 public:
  explicit RdjsonReporter(const ReportOptions& options) : options_(options) {}

  std::string open() override { return "{\"source\":{\"name\":\"gouji\"},\"diagnostics\":["; }

  std::string document(const Outcome& outcome) override {
    std::string out;
    const Language language = options_.language;
    if (outcome.error)
      out += item(outcome.path, 1, outcome.error->code, in(language, outcome.error->message), Severity::error);
    for (const Finding& finding : outcome.findings) {
      if (finding.standing.kind != Standing::Kind::open) continue;
      std::string text = headline(finding, language) + "\n" + place_with_heading(main_place(finding), language);
      for (const std::string& line : quotes(finding, language)) text += "\n" + line;
      out += item(outcome.path, main_place(finding).line, finding.rule, text, finding.severity);
    }
    return out;
  }

  std::string close(const std::vector<Note>&) override { return "\n]}\n"; }

 private:
  std::string item(const std::string& path, std::uint32_t line, const std::string& code, const std::string& text,
                   Severity severity) {
    JsonWriter<CompactJson> out(options_.language);
    out.open_item();
    out.text("message", text);
    out.open("location");
    out.text("path", path);
    out.open("range");
    out.open("start");
    out.number("line", std::max(line, 1u));
    out.close();
    out.close();
    out.close();
    out.text("severity", std::string(level_of(severity)));
    out.open("code");
    out.text("value", code);
    out.close();
    out.close();
    return gap_.next() + out.take();
  }

  ReportOptions options_;
  ItemGap gap_;
};

}  // namespace

std::unique_ptr<Reporter> make_rdjson(const ReportOptions& options) {
  return std::make_unique<RdjsonReporter>(options);
}

}  // namespace gouji::report
