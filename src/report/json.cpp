// SPDX-License-Identifier: Apache-2.0
#include "report/json.hpp"

#include <rapidjson/prettywriter.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <cstdint>
#include <optional>
#include <string>

#include "base/utf8.hpp"

namespace gouji::report {
namespace {

using Writer = rapidjson::PrettyWriter<rapidjson::StringBuffer>;

/// Keys with values of the few types that the contract has.
class Object {
 public:
  Object(Writer& json, Language language) : json_(json), language_(language) {}

  void key(const char* name) { json_.Key(name); }
  /// Paths may hold any bytes, so every text is made valid first.
  void text(const char* name, const std::string& value) {
    key(name);
    const std::string valid = utf8::sanitize(value);
    json_.String(valid.c_str(), static_cast<rapidjson::SizeType>(valid.size()));
  }
  void text_or_null(const char* name, const std::string& value) {
    if (value.empty()) {
      null(name);
    } else {
      text(name, value);
    }
  }
  void text_or_null(const char* name, const Bilingual& value) { text_or_null(name, in(language_, value)); }
  void null(const char* name) {
    key(name);
    json_.Null();
  }
  void number(const char* name, std::uint32_t value) {
    key(name);
    json_.Uint(value);
  }
  void number(const char* name, const std::optional<std::uint32_t>& value) {
    if (value) {
      number(name, *value);
    } else {
      null(name);
    }
  }
  void open(const char* name) {
    key(name);
    json_.StartObject();
  }
  void close() { json_.EndObject(); }
  void open_list(const char* name) {
    key(name);
    json_.StartArray();
  }
  void close_list() { json_.EndArray(); }
  void open_item() { json_.StartObject(); }
  void item(const std::string& value) { json_.String(value.c_str(), static_cast<rapidjson::SizeType>(value.size())); }

 private:
  Writer& json_;
  Language language_;
};

void write(Object& out, const Evidence& evidence) {
  out.open_item();
  out.text("role", evidence.role);
  out.text("quote", evidence.quote);
  const Place& place = evidence.place;
  out.open("place");
  out.text("part", place.part);
  out.text("heading", place.heading);
  out.number("paragraph", place.paragraph);
  out.number("table", place.table);
  out.number("row", place.row);
  out.number("column", place.column);
  if (!place.cell.empty()) out.text("cell", place.cell);
  out.number("start", place.start);
  out.number("end", place.end);
  out.number("line", place.line);
  out.close();
  out.open("mark");
  out.number("start", evidence.mark_start);
  out.number("end", evidence.mark_end);
  out.close();
  out.close();
}

void write(Object& out, const Standing& standing) {
  out.text("standing", to_string(standing.kind));
  if (standing.is_compared) {
    out.text("baseline", standing.kind == Standing::Kind::known ? "unchanged" : "new");
  } else {
    out.null("baseline");
  }
  if (standing.kind != Standing::Kind::suppressed) {
    out.null("suppression");
    return;
  }
  out.open("suppression");
  out.text("reason", standing.reason);
  out.text_or_null("owner", standing.owner);
  out.text_or_null("expires", standing.expires);
  out.text("source", standing.source);
  out.close();
}

void write(Object& out, const Finding& finding) {
  out.open_item();
  out.text("id", finding.id);
  out.text("rule", finding.rule);
  out.text("severity", to_string(finding.severity));
  out.text("confidence", to_string(finding.confidence));
  out.text_or_null("message", finding.message);
  out.text_or_null("working", finding.working);
  out.text_or_null("expected", finding.expected);
  out.text_or_null("actual", finding.actual);
  out.text_or_null("cause", finding.cause);
  out.open_list("evidence");
  for (const Evidence& evidence : finding.evidence) write(out, evidence);
  out.close_list();
  write(out, finding.standing);
  out.close();
}

void write_counts(Object& out, const VerdictCounts& counts) {
  out.number("holds", counts.holds);
  out.number("contradicted", counts.contradicted);
  out.number("rounding", counts.rounding);
  out.number("not_comparable", counts.not_comparable);
}

void write(Object& out, const Coverage& coverage) {
  out.open("coverage");
  out.number("paragraphs", coverage.paragraphs);
  out.number("tables", coverage.tables);
  out.number("facts", coverage.facts);
  out.open("relations");
  write_counts(out, coverage.relations);
  out.close();
  out.open_list("rules");
  for (const RuleCoverage& rule : coverage.rules) {
    out.open_item();
    out.text("rule", rule.rule);
    write_counts(out, rule.verdicts);
    out.open_list("reasons");
    for (const std::string& reason : rule.reasons) out.item(reason);
    out.close_list();
    out.close();
  }
  out.close_list();
  out.close();
}

void write_error(Object& out, const std::optional<Error>& error) {
  if (!error) {
    out.null("error");
    return;
  }
  out.open("error");
  out.text("code", error->code);
  out.text_or_null("message", error->message);
  out.text_or_null("hint", error->hint);
  out.text_or_null("where", error->where);
  out.close();
}

void write(Object& out, const std::vector<Note>& notes) {
  out.open_list("notes");
  for (const Note& note : notes) {
    out.open_item();
    out.text("code", note.code);
    out.text_or_null("message", note.message);
    out.text_or_null("where", note.where);
    out.close();
  }
  out.close_list();
}

class JsonReporter final : public Reporter {
 public:
  explicit JsonReporter(const ReportOptions& options) : options_(options) {}

  std::string open() override {
    rapidjson::StringBuffer buffer;
    Writer json(buffer);
    json.SetIndent(' ', 1);
    Object out(json, options_.language);
    out.open_item();
    out.text("name", "gouji");
    out.text("version", options_.version);
    out.text("rules", options_.rules_hash);
    out.close();
    return std::string("{\"schema\": \"gouji.findings/1\",\n\"tool\": ") + buffer.GetString() + ",\n\"documents\": [";
  }

  std::string document(const Outcome& outcome) override {
    rapidjson::StringBuffer buffer;
    Writer json(buffer);
    json.SetIndent(' ', 1);
    Object out(json, options_.language);
    out.open_item();
    out.text("path", outcome.path);
    out.text_or_null("sha256", outcome.sha256);
    out.text("status", outcome.status == Status::checked ? "checked" : "failed");
    write_error(out, outcome.error);
    out.text_or_null("genre", outcome.genre);
    out.text("profile", outcome.profile);
    write(out, outcome.coverage);
    out.open_list("findings");
    for (const Finding& finding : outcome.findings) write(out, finding);
    out.close_list();
    write(out, outcome.notes);
    out.close();
    const std::string before = is_first_ ? "\n" : ",\n";
    is_first_ = false;
    return before + buffer.GetString();
  }

  std::string close(const std::vector<Note>& notes) override {
    rapidjson::StringBuffer buffer;
    Writer json(buffer);
    json.SetIndent(' ', 1);
    Object out(json, options_.language);
    out.open_item();
    write(out, notes);
    out.close();
    // one object in two halves: its opening brace stands in open()
    return std::string("\n],\n") + (buffer.GetString() + 2) + "\n";
  }

 private:
  ReportOptions options_;
  bool is_first_ = true;
};

}  // namespace

std::unique_ptr<Reporter> make_json(const ReportOptions& options) { return std::make_unique<JsonReporter>(options); }

}  // namespace gouji::report
