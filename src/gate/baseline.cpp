// SPDX-License-Identifier: Apache-2.0
#include "gate/baseline.hpp"

#include <rapidjson/document.h>
#include <rapidjson/error/en.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <algorithm>
#include <optional>

#include "base/utf8.hpp"

namespace gouji::gate {
namespace {

constexpr const char* kSchema = "gouji.baseline/1";

Error bad(const std::string& where, const std::string& zh, const std::string& en) {
  return Error{
      "bad-baseline",
      {"基线文件有误：" + zh, "the baseline file is faulty: " + en},
      {"用 --update-baseline 重新写一份，或从版本库取回", "write it anew with --update-baseline, or restore it"},
      where};
}

std::string text_of(const rapidjson::Value& object, const char* name) {
  const auto member = object.FindMember(name);
  return member != object.MemberEnd() && member->value.IsString()
             ? std::string(member->value.GetString(), member->value.GetStringLength())
             : std::string();
}

std::string quoted(const std::string& text) {
  rapidjson::StringBuffer buffer;
  rapidjson::Writer<rapidjson::StringBuffer> json(buffer);
  const std::string valid = utf8::sanitize(text);
  json.String(valid.c_str(), static_cast<rapidjson::SizeType>(valid.size()));
  return buffer.GetString();
}

}  // namespace

Result<Baseline> Baseline::parse(std::string_view text, const std::string& where) {
  rapidjson::Document json;
  json.Parse<rapidjson::kParseIterativeFlag>(text.data(), text.size());
  if (json.HasParseError()) {
    const auto line =
        1 + std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(json.GetErrorOffset()), '\n');
    const std::string reason = rapidjson::GetParseError_En(json.GetParseError());
    return bad(where + ":" + std::to_string(line), "不是 JSON", reason);
  }
  if (!json.IsObject() || text_of(json, "schema") != kSchema)
    return bad(where, std::string("schema 不是 ") + kSchema, std::string("its schema is not ") + kSchema);
  if (!json.HasMember("findings") || !json["findings"].IsArray())
    return bad(where, "没有 findings", "it has no findings");
  Baseline baseline;
  for (const rapidjson::Value& item : json["findings"].GetArray()) {
    const bool has_paths = item.IsObject() && item.HasMember("paths") && item["paths"].IsArray();
    const Key key = has_paths ? Key{text_of(item, "rule"), text_of(item, "id")} : Key{};
    if (key.first.empty() || key.second.empty())
      return bad(where, "有一条缺少 id、rule 或 paths", "an entry lacks id, rule or paths");
    Entry& entry = baseline.entries_[key];
    entry.severity = text_of(item, "severity");
    entry.message = text_of(item, "message");
    for (const rapidjson::Value& path : item["paths"].GetArray()) {
      if (path.IsString()) entry.paths.emplace(path.GetString(), path.GetStringLength());
    }
  }
  return baseline;
}

void Baseline::apply(Outcome& outcome, const std::string& path, const std::function<bool(const std::string&)>& exists) {
  if (outcome.status == Status::failed) return;  // what it holds is not known: its entries stay
  checked_.insert(path);
  note_unasked(outcome, path);
  for (Finding& finding : outcome.findings) {
    finding.standing.is_compared = true;
    const Key key{finding.rule, finding.id};
    Entry& found = found_[key];
    found.severity = to_string(finding.severity);
    found.message = finding.message.zh;
    found.paths.insert(path);
    const auto entry = entries_.find(key);
    if (entry == entries_.end()) continue;
    std::optional<std::string> used;
    if (entry->second.paths.count(path) != 0) used = path;
    for (auto old = entry->second.paths.begin(); !used && old != entry->second.paths.end(); ++old) {
      if (met_.count({key, *old}) != 0 || exists(*old)) continue;
      gone_.insert(*old);  // this document under its former name
      used = *old;
    }
    if (!used) continue;
    met_.insert({key, *used});
    if (finding.standing.kind == Standing::Kind::open) finding.standing.kind = Standing::Kind::known;
  }
}

/// An outcome that does not say which rules were run is taken to have run all.
void Baseline::note_unasked(const Outcome& outcome, const std::string& path) {
  if (outcome.rules_run.empty()) return;
  for (auto entry = entries_.begin(); entry != entries_.end();) {
    const std::string rule = entry->first.first;
    const bool was_run = std::binary_search(outcome.rules_run.begin(), outcome.rules_run.end(), rule);
    for (; entry != entries_.end() && entry->first.first == rule; ++entry) {
      if (!was_run && entry->second.paths.count(path) != 0) unasked_.insert({entry->first, path});
    }
  }
}

bool Baseline::is_stale(const Key& key, const std::string& path) const {
  if (met_.count({key, path}) != 0 || unasked_.count({key, path}) != 0) return false;
  return checked_.count(path) != 0 || gone_.count(path) != 0;
}

void Baseline::forget_missing(const std::function<bool(const std::string&)>& exists) {
  std::set<std::string> paths;
  for (const auto& [key, entry] : entries_) paths.insert(entry.paths.begin(), entry.paths.end());
  for (const std::string& path : paths) {
    if (checked_.count(path) == 0 && !exists(path)) gone_.insert(path);
  }
}

std::size_t Baseline::stale() const {
  std::size_t count = 0;
  for (const auto& [key, entry] : entries_) {
    for (const std::string& path : entry.paths) {
      if (is_stale(key, path)) ++count;
    }
  }
  return count;
}

Baseline Baseline::pruned() const {
  Baseline out;
  for (const auto& [key, entry] : entries_) {
    Entry kept{entry.severity, entry.message, {}};
    for (const std::string& path : entry.paths) {
      if (!is_stale(key, path)) kept.paths.insert(path);
    }
    if (!kept.paths.empty()) out.entries_.emplace(key, std::move(kept));
  }
  return out;
}

Baseline Baseline::updated() const {
  Baseline out = pruned();
  for (const auto& [key, entry] : found_) {
    Entry& kept = out.entries_[key];
    kept.severity = entry.severity;
    kept.message = entry.message;
    kept.paths.insert(entry.paths.begin(), entry.paths.end());
    for (const std::string& former : gone_) kept.paths.erase(former);
  }
  return out;
}

std::size_t Baseline::size() const {
  std::size_t count = 0;
  for (const auto& [key, entry] : entries_) count += entry.paths.size();
  return count;
}

std::string Baseline::print() const {
  std::string out = std::string("{\"schema\": \"") + kSchema + "\",\n\"findings\": [";
  bool is_first = true;
  for (const auto& [key, entry] : entries_) {
    out += is_first ? "\n" : ",\n";
    is_first = false;
    out += "{\"rule\": " + quoted(key.first) + ", \"id\": " + quoted(key.second) +
           ", \"severity\": " + quoted(entry.severity) + ", \"message\": " + quoted(entry.message) + ", \"paths\": [";
    for (auto path = entry.paths.begin(); path != entry.paths.end(); ++path)
      out += (path == entry.paths.begin() ? "" : ", ") + quoted(*path);
    out += "]}";
  }
  return out + "\n]}\n";
}

}  // namespace gouji::gate
