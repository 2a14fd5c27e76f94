// SPDX-License-Identifier: Apache-2.0
#include "report/json.hpp"

#include <string>

#include "report/json_outcome.hpp"
#include "report/json_writer.hpp"

namespace gouji::report {
namespace {

class JsonReporter final : public Reporter {
 public:
  explicit JsonReporter(const ReportOptions& options) : options_(options) {}

  std::string open() override {
    return "{\"schema\": \"gouji.findings/1\",\n\"tool\": " + tool_json(options_, JsonLayout::pretty) +
           ",\n\"documents\": [";
  }

  std::string document(const Outcome& outcome) override {
    return gap_.next() + outcome_json(outcome, options_.language, JsonLayout::pretty);
  }

  std::string close(const std::vector<Note>& notes) override {
    // one object in two halves: its opening brace stands in open()
    return "\n],\n" + notes_json(notes, options_.language, JsonLayout::pretty).substr(2) + "\n";
  }

 private:
  ReportOptions options_;
  ItemGap gap_;
};

/// A line each: the tool, every document, the notes of the run.
class JsonLinesReporter final : public Reporter {
 public:
  explicit JsonLinesReporter(const ReportOptions& options) : options_(options) {}

  std::string open() override {
    return "{\"schema\":\"gouji.findings/1\",\"tool\":" + tool_json(options_, JsonLayout::compact) + "}\n";
  }
  std::string document(const Outcome& outcome) override {
    return outcome_json(outcome, options_.language, JsonLayout::compact) + "\n";
  }
  std::string close(const std::vector<Note>& notes) override {
    return notes_json(notes, options_.language, JsonLayout::compact) + "\n";
  }

 private:
  ReportOptions options_;
};

}  // namespace

std::unique_ptr<Reporter> make_json(const ReportOptions& options) { return std::make_unique<JsonReporter>(options); }

std::unique_ptr<Reporter> make_json_lines(const ReportOptions& options) {
  return std::make_unique<JsonLinesReporter>(options);
}

}  // namespace gouji::report
