// SPDX-License-Identifier: Apache-2.0
#include "rules/rule_loader.hpp"

#include <algorithm>
#include <memory>
#include <utility>
#include <vector>

#include "rules/faults.hpp"
#include "rules/params.hpp"

namespace gouji::rules {
namespace {

Severity severity_of(const std::string& word) {
  return word == "error" ? Severity::error : word == "warning" ? Severity::warning : Severity::info;
}

Confidence confidence_of(const std::string& word) {
  return word == "high" ? Confidence::high : word == "medium" ? Confidence::medium : Confidence::low;
}

bool is_kebab(std::string_view text) {
  bool after_letter = false;
  for (const char c : text) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    if (!letter && (c != '-' || !after_letter)) return false;
    after_letter = letter;
  }
  return after_letter;
}

// The id must be family/kebab-name, and the file pack/family/kebab-name.yaml.
void judge_id(Rule& rule, const SourceFile& file, YamlParams& params) {
  const std::size_t slash = rule.id.find('/');
  const std::string name = slash == std::string::npos ? std::string() : rule.id.substr(slash + 1);
  rule.family = rule.id.substr(0, slash);
  rule.pack = file.relative.substr(0, file.relative.find('/'));
  if (rule.id.empty()) return;
  if (!is_kebab(rule.family) || !is_kebab(name)) {
    params.fault("id", 0, "规则号应为 族/短横线连接的名字，如 change/rate",
                 "an id is family/kebab-name, as change/rate");
  } else if (file.relative != rule.pack + "/" + rule.id + ".yaml") {
    params.fault("id", 0, "规则号与文件位置不符，应放在 " + rule.pack + "/" + rule.id + ".yaml",
                 "the id does not match the path; the file belongs at " + rule.pack + "/" + rule.id + ".yaml");
  }
}

/// One of several comparisons of a relation; a weaker one may be less severe and say so in a title of its own.
struct PartCheck {
  std::unique_ptr<check::Check> check;
  Severity severity = Severity::error;
  Bilingual title;
};

class CheckList final : public check::Check {
 public:
  explicit CheckList(std::vector<PartCheck> parts) : parts_(std::move(parts)) {}
  void run(const check::DocumentView& view, check::Sink& sink) const override {
    for (const PartCheck& part : parts_) {
      check::Sink own = sink.part(part.severity, part.title);
      part.check->run(view, own);
      sink.absorb(std::move(own));
    }
  }

 private:
  std::vector<PartCheck> parts_;
};

const check::Kind* kind_of(const yaml::Node& root, const FaultSink& sink, const std::string& name) {
  std::vector<std::string> names;
  for (const check::Kind& kind : check::kinds()) {
    if (kind.name == name) return &kind;
    names.emplace_back(kind.name);
  }
  const yaml::Entry* entry = root.find("check");
  if (entry != nullptr && !name.empty()) {
    sink.add_word(entry->value.mark, "没有 " + name + " 这种比对", "unknown kind of check " + name, name, names);
  }
  return nullptr;
}

// `also`: one map or a list of maps, each with a `check` and the keys of its kind; `severity` (only lower than the
// rule's takes effect) and `title` if it has its own.
void add_further(const yaml::Node& also, const FaultSink& sink, const lexicon::Lexicon& lexicon,
                 std::vector<PartCheck>& parts) {
  if (also.kind == yaml::Kind::list) {
    for (const yaml::Node& each : also.items) add_further(each, sink, lexicon, parts);
    return;
  }
  if (!sink.expect(also, yaml::Kind::map, "also")) return;
  YamlParams params(also, sink, lexicon);
  const check::Kind* kind = kind_of(also, sink, params.required("check"));
  if (kind == nullptr) return;
  PartCheck part;
  part.severity = severity_of(params.choice("severity", {"error", "warning", "info"}, "error"));
  if (params.has("title")) part.title = params.bilingual("title");
  part.check = kind->make(params);
  parts.push_back(std::move(part));
  params.report_unknown_keys();
}

}  // namespace

std::optional<Rule> load_rule(const SourceFile& file, const lexicon::Lexicon& lexicon,
                              std::vector<yaml::Fault>& faults) {
  const auto root = yaml::parse(file.path, file.text, faults);
  const FaultSink sink(file.path, faults);
  if (!root || !sink.expect(*root, yaml::Kind::map, "YAML")) return std::nullopt;

  YamlParams params(*root, sink, lexicon);
  Rule rule;
  rule.file = file.path;
  rule.id = params.required("id");
  if (const yaml::Entry* id = root->find("id"); id != nullptr) rule.id_mark = id->value.mark;
  judge_id(rule, file, params);
  rule.title = params.bilingual("title");
  rule.fix = params.bilingual("fix");
  rule.source = params.required("source");
  if (params.has("asserts")) rule.asserts = params.bilingual("asserts");
  rule.tolerance = params.choice("tolerance", {"sum", "ratio", "days", "exact", "words"}, "exact");
  rule.is_mechanical = params.flag("mechanical", false);
  rule.notes = params.text("notes", "");
  rule.kind = params.required("check");
  params.required("severity");
  rule.severity = severity_of(params.choice("severity", {"error", "warning", "info"}, "info"));
  params.required("confidence");
  rule.confidence = confidence_of(params.choice("confidence", {"high", "medium", "low"}, "low"));
  if (const yaml::Entry* within = root->find("within"); within != nullptr) rule.within = within->value.text;

  // The keys of an unknown kind cannot be judged.
  const check::Kind* kind = kind_of(*root, sink, rule.kind);
  if (kind == nullptr) return std::nullopt;
  rule.check = kind->make(params);
  if (const yaml::Node* also = params.node("also"); also != nullptr) {
    std::vector<PartCheck> parts;
    parts.push_back({std::move(rule.check), Severity::error, {}});
    add_further(*also, sink, lexicon, parts);
    rule.check = std::make_unique<CheckList>(std::move(parts));
  }
  params.report_unknown_keys();
  return rule;
}

}  // namespace gouji::rules
