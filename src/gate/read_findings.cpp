// SPDX-License-Identifier: Apache-2.0
#include "gate/read_findings.hpp"

#include <rapidjson/document.h>
#include <rapidjson/error/en.h>

#include <algorithm>
#include <optional>
#include <utility>

namespace gouji::gate {
namespace {

using Value = rapidjson::Value;

constexpr const char* kSchema = "gouji.findings/1";

Error bad(const std::string& where, const std::string& zh, const std::string& en) {
  return Error{"bad-findings",
               {"检查结果文件有误：" + zh, "the file of findings is faulty: " + en},
               {"用 gouji check --format json 重新写一份", "write it anew with gouji check --format json"},
               where};
}

const Value& member(const Value& object, const char* name) {
  static const Value kNull;
  if (!object.IsObject()) return kNull;
  const auto at = object.FindMember(name);
  return at == object.MemberEnd() ? kNull : at->value;
}

std::string text_of(const Value& object, const char* name) {
  const Value& value = member(object, name);
  return value.IsString() ? std::string(value.GetString(), value.GetStringLength()) : std::string();
}

Bilingual words_of(const Value& object, const char* name) {
  const std::string text = text_of(object, name);
  return {text, text};
}

std::optional<std::uint32_t> count_of(const Value& object, const char* name) {
  const Value& value = member(object, name);
  return value.IsUint() ? std::optional<std::uint32_t>(value.GetUint()) : std::nullopt;
}

template <class Word>
Word word_of(const Value& object, const char* name, std::initializer_list<Word> words, Word fallback) {
  const std::string text = text_of(object, name);
  const auto at = std::find_if(words.begin(), words.end(), [&](Word word) { return text == to_string(word); });
  return at == words.end() ? fallback : *at;
}

Evidence evidence_of(const Value& from) {
  Evidence evidence;
  evidence.role = text_of(from, "role");
  evidence.quote = text_of(from, "quote");
  const Value& place = member(from, "place");
  evidence.place.part = text_of(place, "part");
  evidence.place.heading = text_of(place, "heading");
  evidence.place.paragraph = count_of(place, "paragraph");
  evidence.place.table = count_of(place, "table");
  evidence.place.row = count_of(place, "row");
  evidence.place.column = count_of(place, "column");
  evidence.place.cell = text_of(place, "cell");
  evidence.place.start = count_of(place, "start").value_or(0);
  evidence.place.end = count_of(place, "end").value_or(0);
  evidence.place.line = count_of(place, "line").value_or(0);
  const Value& mark = member(from, "mark");
  evidence.mark_start = count_of(mark, "start").value_or(0);
  evidence.mark_end = count_of(mark, "end").value_or(0);
  return evidence;
}

Finding finding_of(const Value& from) {
  Finding finding;
  finding.id = text_of(from, "id");
  finding.kin = text_of(from, "kin");
  finding.rule = text_of(from, "rule");
  finding.severity = word_of(from, "severity", {Severity::info, Severity::warning, Severity::error}, Severity::info);
  finding.confidence =
      word_of(from, "confidence", {Confidence::low, Confidence::medium, Confidence::high}, Confidence::medium);
  finding.message = words_of(from, "message");
  finding.working = words_of(from, "working");
  finding.expected = text_of(from, "expected");
  finding.actual = text_of(from, "actual");
  finding.cause = words_of(from, "cause");
  const Value& evidence = member(from, "evidence");
  if (evidence.IsArray()) {
    for (const Value& item : evidence.GetArray()) finding.evidence.push_back(evidence_of(item));
  }
  finding.standing.kind =
      word_of(from, "standing", {Standing::Kind::suppressed, Standing::Kind::known}, Standing::Kind::open);
  const Value& suppression = member(from, "suppression");
  finding.standing.reason = text_of(suppression, "reason");
  finding.standing.owner = text_of(suppression, "owner");
  finding.standing.expires = text_of(suppression, "expires");
  finding.standing.source = text_of(suppression, "source");
  return finding;
}

Outcome outcome_of(const Value& from) {
  Outcome outcome;
  outcome.path = text_of(from, "path");
  outcome.sha256 = text_of(from, "sha256");
  outcome.genre = text_of(from, "genre");
  if (text_of(from, "status") == "checked") {
    outcome.status = Status::checked;
  } else {
    const Value& error = member(from, "error");
    outcome.error =
        Error{text_of(error, "code"), words_of(error, "message"), words_of(error, "hint"), text_of(error, "where")};
  }
  const Value& findings = member(from, "findings");
  if (findings.IsArray()) {
    for (const Value& item : findings.GetArray()) outcome.findings.push_back(finding_of(item));
  }
  return outcome;
}

}  // namespace

Result<std::vector<Outcome>> read_findings(std::string_view text, const std::string& where) {
  rapidjson::Document json;
  json.Parse<rapidjson::kParseIterativeFlag>(text.data(), text.size());
  if (json.HasParseError()) {
    const auto line =
        1 + std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(json.GetErrorOffset()), '\n');
    return bad(where + ":" + std::to_string(line), "不是 JSON", rapidjson::GetParseError_En(json.GetParseError()));
  }
  if (text_of(json, "schema") != kSchema)
    return bad(where, std::string("schema 不是 ") + kSchema, std::string("its schema is not ") + kSchema);
  const Value& documents = member(json, "documents");
  if (!documents.IsArray()) return bad(where, "没有 documents", "it has no documents");
  std::vector<Outcome> outcomes;
  for (const Value& item : documents.GetArray()) {
    Outcome outcome = outcome_of(item);
    const bool is_whole = !outcome.path.empty() && std::all_of(outcome.findings.begin(), outcome.findings.end(),
                                                               [](const Finding& one) { return !one.id.empty(); });
    if (!is_whole)
      return bad(where, "有一份文档缺少 path，或有一处问题缺少 id", "a document lacks path, or a finding id");
    outcomes.push_back(std::move(outcome));
  }
  return outcomes;
}

}  // namespace gouji::gate
