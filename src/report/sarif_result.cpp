// SPDX-License-Identifier: Apache-2.0
#include "report/sarif_result.hpp"

#include <algorithm>

#include "report/escape.hpp"
#include "report/finding_words.hpp"
#include "report/json_writer.hpp"
#include "report/words.hpp"

namespace gouji::report {
namespace {

using Json = JsonWriter<CompactJson>;

constexpr std::size_t kMostRelated = 100;  // GitHub keeps as many

/// 0 to 100, the most urgent highest (section 3.27.25).
std::uint32_t rank_of(const Finding& finding) {
  constexpr std::uint32_t kSeverityStep = 35;
  constexpr std::uint32_t kConfidenceStep = 10;
  constexpr std::uint32_t kBase = 10;
  return kBase + kSeverityStep * static_cast<std::uint32_t>(finding.severity) +
         kConfidenceStep * static_cast<std::uint32_t>(finding.confidence);
}

/// Part, table, row and cell as a path that a program can split: document/table 1/row 3/column 2.
std::string qualified_name(const Place& place) {
  std::string out = place.part;
  if (!place.cell.empty()) return out + "/" + place.cell;
  if (place.table) {
    return out + "/table " + std::to_string(*place.table) + "/row " + std::to_string(place.row.value_or(0)) +
           "/column " + std::to_string(place.column.value_or(0));
  }
  return place.paragraph ? out + "/paragraph " + std::to_string(*place.paragraph) : out;
}

/// The first sentence stands alone where a tool shows only that.
std::string message_of(const Finding& finding, Language language) {
  std::string out = one_line(in(language, finding.message)) + (language == Language::zh ? "。" : ".");
  for (const std::string& line : details(finding, language)) out += "\n" + line;
  return out;
}

void write_location(Json& out, const Evidence& evidence, const std::string& path, std::size_t artifact) {
  const Place& place = evidence.place;
  out.open("physicalLocation");
  out.open("artifactLocation");
  out.text("uri", path_as_uri(path));
  if (path.empty() || path.front() != '/') out.text("uriBaseId", std::string("SRCROOT"));
  out.number("index", static_cast<std::uint32_t>(artifact));
  out.close();
  out.open("region");
  out.number("startLine", std::max(place.line, 1u));
  out.open("snippet");
  out.text("text", evidence.quote);
  out.close();
  out.close();
  out.close();
  out.open_list("logicalLocations");
  out.open_item();
  out.text("name", place_words(place, out.language()));
  out.text("fullyQualifiedName", qualified_name(place));
  out.text("kind", std::string(place.table ? "cell" : "paragraph"));
  out.open("properties");
  out.text("heading", place.heading);
  out.number("start", place.start);
  out.number("end", place.end);
  out.close();
  out.close();
  out.close_list();
}

void write_suppressions(Json& out, const Standing& standing) {
  if (standing.is_compared)
    out.text("baselineState", std::string(standing.kind == Standing::Kind::known ? "unchanged" : "new"));
  if (standing.kind != Standing::Kind::suppressed) return;
  out.open_list("suppressions");
  out.open_item();
  out.text("kind", std::string(standing.source == "comment" ? "inSource" : "external"));
  out.text("status", std::string("accepted"));
  out.text("justification", standing.reason);
  out.open("properties");
  out.text("owner", standing.owner);
  out.text("expires", standing.expires);
  out.text("source", standing.source);
  out.close();
  out.close();
  out.close_list();
}

}  // namespace

const char* sarif_level(Severity severity) { return by_severity(severity, "note", "warning", "error"); }

std::string sarif_result(const Finding& finding, const std::string& path, std::size_t artifact, std::size_t rule,
                         Language language) {
  Json out(language);
  out.open_item();
  out.text("ruleId", finding.rule);
  out.number("ruleIndex", static_cast<std::uint32_t>(rule));
  out.text("level", std::string(sarif_level(finding.severity)));
  out.text("kind", std::string("fail"));
  out.open("message");
  out.text("text", message_of(finding, language));
  out.close();
  out.open_list("locations");
  if (!finding.evidence.empty()) {
    out.open_item();
    write_location(out, finding.evidence.front(), path, artifact);
    out.close();
  }
  out.close_list();
  out.open_list("relatedLocations");
  for (std::size_t index = 1; index < std::min(finding.evidence.size(), kMostRelated); ++index) {
    const Evidence& evidence = finding.evidence[index];
    out.open_item();
    out.number("id", static_cast<std::uint32_t>(index));
    write_location(out, evidence, path, artifact);
    out.open("message");
    out.text("text", place_words(evidence.place, language) + (language == Language::zh ? "：" : ": ") +
                         one_line(evidence.quote));
    out.close();
    out.close();
  }
  out.close_list();
  out.open("partialFingerprints");
  out.text("goujiFindingId/v1", finding.id);
  out.close();
  write_suppressions(out, finding.standing);
  out.number("rank", rank_of(finding));
  out.open("properties");
  out.text("confidence", std::string(to_string(finding.confidence)));
  out.text("expected", finding.expected);
  out.text("actual", finding.actual);
  out.text("cause", finding.cause);
  out.close();
  out.close();
  return out.take();
}

}  // namespace gouji::report
