// SPDX-License-Identifier: Apache-2.0
#include "gate/suppressions.hpp"

#include <algorithm>

#include "base/nearest_word.hpp"

namespace gouji::gate {
namespace {

using toml::Kind;
using toml::Node;

const std::vector<std::string>& keys() {
  static const std::vector<std::string> kKeys{"id", "rule", "path", "reason", "owner", "expires"};
  return kKeys;
}

bool is_date(std::string_view text) {
  constexpr std::string_view kForm = "dddd-dd-dd";
  if (text.size() != kForm.size()) return false;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const bool is_digit = text[at] >= '0' && text[at] <= '9';
    if (kForm[at] == 'd' ? !is_digit : text[at] != '-') return false;
  }
  return text.substr(5, 2) >= "01" && text.substr(5, 2) <= "12" && text.substr(8) >= "01" && text.substr(8) <= "31";
}

std::string text_of(const Node& table, std::string_view key, const toml::FaultSink& sink) {
  const toml::Entry* entry = table.find(key);
  if (entry == nullptr) return {};
  const bool is_plain_date = key == "expires" && entry->value.kind == Kind::date;
  if (!is_plain_date && !sink.expect(entry->value, Kind::text, key)) return {};
  return entry->value.text;
}

bool is_blank(std::string_view text) { return text.find_first_not_of(" \t\n\r") == std::string_view::npos; }

}  // namespace

Suppressions Suppressions::read(const std::string& file, std::string_view text, std::vector<toml::Fault>& faults) {
  Suppressions out;
  out.file_ = file;
  const std::optional<Node> root = toml::parse(file, text, faults);
  if (!root) return out;
  const toml::FaultSink sink(file, faults);
  sink.unknown_keys(*root, {"suppress"});
  const toml::Entry* list = root->find("suppress");
  if (list == nullptr || !sink.expect(list->value, Kind::list, "suppress")) return out;
  for (const Node& item : list->value.items) {
    if (!sink.expect(item, Kind::table, "suppress")) continue;
    const std::size_t before = faults.size();
    sink.unknown_keys(item, keys());
    Entry entry;
    entry.line = item.mark.line;
    entry.id = text_of(item, "id", sink);
    entry.rule = text_of(item, "rule", sink);
    entry.shown_path = text_of(item, "path", sink);
    entry.reason = text_of(item, "reason", sink);
    entry.owner = text_of(item, "owner", sink);
    entry.expires = text_of(item, "expires", sink);
    if (entry.id.empty() == entry.rule.empty())
      sink.add(item.mark, "要写 id 或 rule 其中一个", "needs one of id and rule");
    if (is_blank(entry.reason)) sink.add(item.mark, "要写明理由 reason", "needs a reason");
    if (!entry.expires.empty() && !is_date(entry.expires))
      sink.add(item.find("expires")->value.mark, "expires 要写成 2027-01-31", "expires is written as 2027-01-31");
    if (!entry.shown_path.empty()) {
      entry.path = PathPattern::parse(entry.shown_path);
      if (!entry.path || entry.path->is_negated())
        sink.add(item.find("path")->value.mark, "path 不能用 ! 或 # 开头", "path does not begin with ! or #");
    }
    if (faults.size() == before) out.entries_.push_back(std::move(entry));
  }
  return out;
}

namespace {

/// The rule, or the family in front of its '/'.
bool names_rule(const std::string& name, const std::string& rule) {
  return name == rule || (rule.size() > name.size() && rule.starts_with(name) && rule[name.size()] == '/');
}

}  // namespace

bool Suppressions::speaks_of(const Entry& entry, const Finding& finding) {
  return entry.id.empty() ? names_rule(entry.rule, finding.rule) : entry.id == finding.id;
}

bool Suppressions::was_run(const Entry& entry, const Outcome& outcome) {
  if (outcome.status == Status::failed) return false;
  return entry.rule.empty() || outcome.rules_run.empty() ||
         std::any_of(outcome.rules_run.begin(), outcome.rules_run.end(),
                     [&](const std::string& rule) { return names_rule(entry.rule, rule); });
}

void Suppressions::apply(Outcome& outcome, const std::string& path, const std::string& today) {
  for (Entry& entry : entries_) {
    if (entry.path && !entry.path->covers(path)) continue;
    entry.is_unjudged |= !was_run(entry, outcome);
    entry.was_asked = true;
    const bool is_expired = !entry.expires.empty() && entry.expires < today;
    for (Finding& finding : outcome.findings) {
      if (!speaks_of(entry, finding)) continue;
      entry.has_met = true;
      if (is_expired || finding.standing.kind == Standing::Kind::suppressed) continue;
      finding.standing.kind = Standing::Kind::suppressed;
      finding.standing.reason = entry.reason;
      finding.standing.owner = entry.owner;
      finding.standing.expires = entry.expires;
      finding.standing.source = file_ + ":" + std::to_string(entry.line);
    }
  }
}

std::vector<Note> Suppressions::notes(const std::vector<std::string>& rules, const std::string& today, bool is_whole,
                                      bool is_narrowed) const {
  std::vector<Note> out;
  for (const Entry& entry : entries_) {
    const std::string& name = entry.id.empty() ? entry.rule : entry.id;
    const std::string where = file_ + ":" + std::to_string(entry.line);
    const auto add = [&](const char* code, const std::string& zh, const std::string& en) {
      out.push_back(
          {code, {where + "：忽略条目 " + name + " " + zh, where + ": suppression of " + name + " " + en}, where});
    };
    const bool is_known = entry.rule.empty() || std::any_of(rules.begin(), rules.end(), [&](const std::string& rule) {
                            return rule == entry.rule || rule.starts_with(entry.rule + "/");
                          });
    if (!is_known) {
      const Bilingual near = did_you_mean(entry.rule, rules);
      add("suppression-unknown-rule", "不是规则" + near.zh, "names no rule" + near.en);
      continue;
    }
    if (!entry.was_asked && !is_whole) continue;
    if (!entry.expires.empty() && entry.expires < today) {
      add("suppression-expired", "已于 " + entry.expires + " 到期", "expired on " + entry.expires);
      continue;
    }
    // a glob may speak of documents that were not checked in this run
    const bool is_one_file = entry.path && entry.shown_path.find_first_of("*?[") == std::string::npos;
    const bool is_unjudged = entry.is_unjudged || (is_narrowed && !entry.id.empty());
    if (!entry.has_met && !is_unjudged && (is_whole || (is_one_file && entry.was_asked)))
      add("suppression-stale", "没有用上，可以删掉", "met nothing and can go");
  }
  return out;
}

}  // namespace gouji::gate
