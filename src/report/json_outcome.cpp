// SPDX-License-Identifier: Apache-2.0
#include "report/json_outcome.hpp"

#include "report/json_writer.hpp"

namespace gouji::report {
namespace {

template <class Json>
void write(JsonWriter<Json>& out, const Evidence& evidence) {
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

template <class Json>
void write(JsonWriter<Json>& out, const Standing& standing) {
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

template <class Json>
void write(JsonWriter<Json>& out, const Finding& finding) {
  out.open_item();
  out.text("id", finding.id);
  out.text("kin", finding.kin);
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

template <class Json>
void write_counts(JsonWriter<Json>& out, const VerdictCounts& counts) {
  out.number("holds", counts.holds);
  out.number("contradicted", counts.contradicted);
  out.number("rounding", counts.rounding);
  out.number("not_comparable", counts.not_comparable);
}

template <class Json>
void write(JsonWriter<Json>& out, const Coverage& coverage) {
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

template <class Json>
void write_error(JsonWriter<Json>& out, const std::optional<Error>& error) {
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

template <class Json>
void write(JsonWriter<Json>& out, const std::vector<Note>& notes) {
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

template <class Json>
std::string outcome_as(const Outcome& outcome, Language language) {
  JsonWriter<Json> out(language);
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
  return out.take();
}

template <class Json>
std::string finding_as(const Finding& finding, Language language) {
  JsonWriter<Json> out(language);
  write(out, finding);
  return out.take();
}

template <class Json>
std::string tool_as(const ReportOptions& options) {
  JsonWriter<Json> out(options.language);
  out.open_item();
  out.text("name", "gouji");
  out.text("version", options.version);
  out.text("rules", options.rules_hash);
  out.close();
  return out.take();
}

template <class Json>
std::string notes_as(const std::vector<Note>& notes, Language language) {
  JsonWriter<Json> out(language);
  out.open_item();
  write(out, notes);
  out.close();
  return out.take();
}

}  // namespace

std::string outcome_json(const Outcome& outcome, Language language, JsonLayout layout) {
  return layout == JsonLayout::pretty ? outcome_as<PrettyJson>(outcome, language)
                                      : outcome_as<CompactJson>(outcome, language);
}

std::string finding_json(const Finding& finding, Language language, JsonLayout layout) {
  return layout == JsonLayout::pretty ? finding_as<PrettyJson>(finding, language)
                                      : finding_as<CompactJson>(finding, language);
}

std::string tool_json(const ReportOptions& options, JsonLayout layout) {
  return layout == JsonLayout::pretty ? tool_as<PrettyJson>(options) : tool_as<CompactJson>(options);
}

std::string notes_json(const std::vector<Note>& notes, Language language, JsonLayout layout) {
  return layout == JsonLayout::pretty ? notes_as<PrettyJson>(notes, language) : notes_as<CompactJson>(notes, language);
}

}  // namespace gouji::report
