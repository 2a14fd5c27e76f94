// Section numbers are those of SARIF 2.1.0 (OASIS Standard, 27 March 2020).
// SPDX-License-Identifier: Apache-2.0
#include "report/sarif.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>

#include "report/escape.hpp"
#include "report/finding_words.hpp"
#include "report/json_writer.hpp"
#include "report/sarif_result.hpp"
#include "report/words.hpp"

namespace gouji::report {
namespace {

using Json = JsonWriter<CompactJson>;

constexpr std::size_t kMostResults = 25'000;
constexpr std::size_t kMostNotifications = 1'000;

struct Result {
  Severity severity = Severity::info;
  std::string json;  // empty = left out
};

/// A document, or a part within one.
struct Artifact {
  std::string uri;
  std::string sha256;
  std::optional<std::size_t> parent;
  bool is_relative = true;
};

const char* precision_of(Confidence confidence) {
  switch (confidence) {
    case Confidence::high: return "very-high";
    case Confidence::medium: return "high";
    case Confidence::low: return "low";
  }
  return "low";
}

const char* problem_of(Severity severity) { return by_severity(severity, "recommendation", "warning", "error"); }

class SarifReporter final : public Reporter {
 public:
  explicit SarifReporter(const ReportOptions& options) : options_(options) {}

  std::string open() override {
    return "{\"$schema\":\"https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json\","
           "\n\"version\":\"2.1.0\",\"runs\":[{\n";
  }

  std::string document(const Outcome& outcome) override {
    const std::size_t artifact = artifacts_.size();
    artifacts_.push_back(
        {path_as_uri(outcome.path), outcome.sha256, {}, outcome.path.empty() || outcome.path[0] != '/'});
    if (outcome.error) notify("error", outcome.error->code, in(options_.language, outcome.error->message), artifact);
    for (const Note& note : outcome.notes) notify("note", note.code, in(options_.language, note.message), artifact);
    std::set<std::string> entries;
    for (const Finding& finding : outcome.findings) {
      for (const Evidence& evidence : finding.evidence) {
        if (!evidence.place.entry.empty()) entries.insert(evidence.place.entry);
      }
      add({finding.severity,
           sarif_result(finding, outcome.path, artifact, rule_index(finding.rule), options_.language)});
    }
    for (const std::string& entry : entries) artifacts_.push_back({path_as_uri(entry), {}, artifact});
    has_failed_ |= outcome.status == Status::failed;
    return {};
  }

  std::string close(const std::vector<Note>& notes) override {
    for (const Note& note : notes) notify("note", note.code, in(options_.language, note.message), std::nullopt);
    const bool is_zh = options_.language == Language::zh;
    const auto say_left_out = [&](const char* code, const char* zh, const char* en, std::size_t count) {
      if (count > 0) notify("warning", code, fmt::format(fmt::runtime(is_zh ? zh : en), count), std::nullopt, true);
    };
    say_left_out("results-left-out", "另有 {} 处较轻的没有列出", "{} less severe findings were left out", left_out_);
    say_left_out("notes-left-out", "另有 {} 条说明没有列出", "{} more notes were left out", unsaid_);
    std::string out = "\"tool\":" + tool() + ",\n\"columnKind\":\"unicodeCodePoints\",\n";
    out += "\"originalUriBaseIds\":{\"SRCROOT\":{\"description\":{\"text\":\"where gouji was run\"}}},\n";
    out += "\"invocations\":[" + invocation() + "],\n\"artifacts\":[";
    ItemGap artifact_gap;
    for (const Artifact& artifact : artifacts_) out += artifact_gap.next() + artifact_json(artifact);
    out += "\n],\n\"results\":[";
    ItemGap result_gap;
    for (const Result& result : results_) {
      if (!result.json.empty()) out += result_gap.next() + result.json;
    }
    return out + "\n]\n}]}\n";
  }

 private:
  /// Rules not of the packs (which the options did not list) come behind them.
  std::size_t rule_index(const std::string& id) {
    const RuleInfo* known = find_rule(options_, id);
    if (known != nullptr) return static_cast<std::size_t>(known - options_.rules.data());
    const auto at = std::find(others_.begin(), others_.end(), id);
    const auto index = static_cast<std::size_t>(at - others_.begin());
    if (at == others_.end()) others_.push_back(id);
    return options_.rules.size() + index;
  }

  void add(Result result) {
    if (results_.size() - left_out_ >= kMostResults) {
      ++left_out_;
      // the last of the least severe makes room
      for (std::size_t level = 0; level < static_cast<std::size_t>(result.severity); ++level) {
        if (by_severity_[level].empty()) continue;
        results_[by_severity_[level].back()].json.clear();
        by_severity_[level].pop_back();
        keep(std::move(result));
        return;
      }
      results_.emplace_back();
      return;
    }
    keep(std::move(result));
  }

  void keep(Result result) {
    by_severity_[static_cast<std::size_t>(result.severity)].push_back(results_.size());
    results_.push_back(std::move(result));
  }

  void notify(const char* level, const std::string& code, const std::string& text, std::optional<std::size_t> artifact,
              bool is_last = false) {
    if (notifications_.size() >= kMostNotifications && !is_last) {
      ++unsaid_;
      return;
    }
    Json out(options_.language);
    out.open_item();
    out.open("descriptor");
    out.text("id", code);
    out.close();
    out.text("level", std::string(level));
    out.open("message");
    out.text("text", text);
    out.close();
    if (artifact) {
      out.open_list("locations");
      out.open_item();
      out.open("physicalLocation");
      out.open("artifactLocation");
      write_uri(out, artifacts_[*artifact]);
      out.number("index", static_cast<std::uint32_t>(*artifact));
      out.close();
      out.close();
      out.close();
      out.close_list();
    }
    out.close();
    notifications_.push_back(out.take());
  }

  static void write_uri(Json& out, const Artifact& artifact) {
    out.text("uri", artifact.uri);
    if (artifact.is_relative && !artifact.parent) out.text("uriBaseId", std::string("SRCROOT"));
  }

  [[nodiscard]] std::string invocation() const {
    std::string out = std::string("{\"executionSuccessful\":") + (has_failed_ ? "false" : "true");
    out += ",\"toolExecutionNotifications\":[";
    ItemGap gap;
    for (const std::string& each : notifications_) out += gap.next() + each;
    return out + "]}";
  }

  [[nodiscard]] std::string artifact_json(const Artifact& artifact) const {
    Json out(options_.language);
    out.open_item();
    out.open("location");
    write_uri(out, artifact);
    out.close();
    if (artifact.parent) out.number("parentIndex", static_cast<std::uint32_t>(*artifact.parent));
    if (!artifact.parent) {
      out.open_list("roles");
      out.item("analysisTarget");
      out.close_list();
    }
    if (!artifact.sha256.empty()) {
      out.open("hashes");
      out.text("sha-256", artifact.sha256);
      out.close();
    }
    out.close();
    return out.take();
  }

  [[nodiscard]] std::string tool() const {
    Json out(options_.language);
    out.open_item();
    out.open("driver");
    out.text("name", std::string("gouji"));
    out.text("version", options_.version);
    out.text("semanticVersion", options_.version);
    out.text("language", std::string(options_.language == Language::zh ? "zh-CN" : "en-US"));
    out.open_list("rules");
    for (const RuleInfo& rule : options_.rules) write_rule(out, rule);
    for (const std::string& id : others_) {
      out.open_item();
      out.text("id", id);
      out.close();
    }
    out.close_list();
    out.open("properties");
    out.text("rules", options_.rules_hash);
    out.close();
    out.close();
    out.close();
    return out.take();
  }

  void write_rule(Json& out, const RuleInfo& rule) const {
    const Language language = options_.language;
    const auto message = [&](const char* name, const std::string& text) {
      out.open(name);
      out.text("text", text);
      out.close();
    };
    out.open_item();
    out.text("id", rule.id);
    out.text("name", name_of(rule.id));
    message("shortDescription", in(language, rule.title));
    const std::string& asserts = in(language, rule.asserts);
    message("fullDescription", asserts.empty() ? in(language, rule.title) : asserts);
    out.open("help");
    out.text("text", help(rule, "", "\n"));
    out.text("markdown", help(rule, "**", "\n\n"));
    out.close();
    out.open("defaultConfiguration");
    out.text("level", std::string(sarif_level(rule.severity)));
    out.truth("enabled", rule.confidence != Confidence::low);
    out.close();
    out.open("properties");
    out.open_list("tags");
    out.item(rule.family);
    out.close_list();
    out.text("precision", std::string(precision_of(rule.confidence)));
    out.text("problem.severity", std::string(problem_of(rule.severity)));
    out.close();
    out.close();
  }

  /// change/cost-rate → ChangeCostRate: a readable name is one word (section 3.49.7).
  static std::string name_of(const std::string& id) {
    std::string out;
    bool is_start = true;
    for (const char c : id) {
      const bool is_part = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
      if (is_part) out += is_start && c >= 'a' ? static_cast<char>(c - 'a' + 'A') : c;
      is_start = !is_part;
    }
    return out;
  }

  [[nodiscard]] std::string help(const RuleInfo& rule, const std::string& strong, const std::string& between) const {
    const bool is_zh = options_.language == Language::zh;
    std::string out;
    const auto line = [&](const char* zh, const char* en, const std::string& text) {
      if (!text.empty()) out += (out.empty() ? "" : between) + strong + (is_zh ? zh : en) + strong + text;
    };
    line("断言：", "Asserts: ", in(options_.language, rule.asserts));
    line("容差：", "Tolerance: ", in(options_.language, rule.tolerance));
    line("依据：", "Source: ", rule.source == "practice" && is_zh ? "审核实务" : rule.source);
    line("怎么改：", "How to fix: ", in(options_.language, rule.fix));
    line("怎么关：", "Switch off: ", "gouji check --ignore " + rule.id);
    return out;
  }

  ReportOptions options_;
  std::vector<Artifact> artifacts_;
  std::vector<Result> results_;
  std::array<std::vector<std::size_t>, 3> by_severity_;  // indices in results_
  std::vector<std::string> notifications_;
  std::vector<std::string> others_;
  std::size_t left_out_ = 0;
  std::size_t unsaid_ = 0;  // notifications
  bool has_failed_ = false;
};

}  // namespace

std::unique_ptr<Reporter> make_sarif(const ReportOptions& options) { return std::make_unique<SarifReporter>(options); }

}  // namespace gouji::report
