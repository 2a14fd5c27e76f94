// The engine: documents in, outcomes out. The CLI, the bulk audit and the web service are users of this header.
//
//   auto engine = gouji::Engine::create({.rules_dir = "rules"});
//   if (!engine) …engine.error()…
//   gouji::Outcome outcome = engine.value().check_file("report.docx");
//
// Thread rule: after create() an Engine is immutable; any number of threads may call its const members at once.
// Failure: check_* never throw and never print; a document that cannot be read is an Outcome with status failed.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "gouji/input.hpp"
#include "gouji/limits.hpp"
#include "gouji/outcome.hpp"
#include "gouji/rule_info.hpp"

namespace gouji {

namespace rules {
struct Rulebook;
}

/// Another severity for the findings of a rule, or of every rule of a family. A rule's own entry goes before its
/// family's, a later one before an earlier one. What a rule gives less weight than its best finding stays below it.
struct SeverityChange {
  std::string name;
  std::optional<Severity> severity;  // nothing = the rule is off
};

struct EngineOptions {
  std::string rules_dir = {};                // folder that holds lexicon/ and packs, such as share/gouji/rules
  std::vector<std::string> rule_packs = {};  // further folders: FAMILY/NAME.yaml; lexicon/ and profiles/ of theirs add
  std::vector<std::string> select = {};      // rule ids or families ("total"); empty = all that are on by default
  std::vector<std::string> extend_select = {};  // further ones; a rule named here runs whatever its confidence
  std::vector<std::string> ignore = {};  // rule ids or families; a family spares the rules that are selected by id
  std::vector<SeverityChange> severity = {};
  bool with_low_confidence = false;  // low-confidence rules are off unless asked for
  bool with_text = false;            // outcomes carry the document's text (gouji/document_text.hpp)
  std::string genre = {};            // kind of report, one of Engine::genres(); empty = read from the document
  std::string profile = {};          // rules/profiles/<name>.yaml; empty = "default"
  InputOptions input = {};           // how files that are no .docx are read
  Limits limits = {};                // how much of one document is taken (gouji/limits.hpp)
};

class Engine {
 public:
  /// Reads lexicon and packs. All faults of all files are reported in one Error, a line each.
  static Result<Engine> create(const EngineOptions& options);

  /// An engine over the same rules with other options; rules_dir is ignored. Reads nothing.
  [[nodiscard]] Result<Engine> reselect(const EngineOptions& options) const;

  Engine(Engine&&) noexcept;
  Engine& operator=(Engine&&) noexcept;
  ~Engine();

  /// Reads and checks one file: .docx and its kin, .txt and .md by gouji itself, others by programs (gouji/input.hpp).
  /// Anything else fails with a code and a hint.
  [[nodiscard]] Outcome check_file(const std::string& path) const;
  /// The same for bytes that the caller holds; path is only what the outcome is labelled with.
  [[nodiscard]] Outcome check_bytes(const std::string& path, std::string bytes) const;
  /// Checks a report written as plain text: a line a paragraph, "# " headings, lines that start with '|' are table
  /// rows. Rule examples are run through this.
  [[nodiscard]] Outcome check_plain(const std::string& path, std::string_view text) const;

  /// What was read, with places, for people: `gouji text`.
  [[nodiscard]] Result<std::string> text_of(const std::string& path) const;
  /// Every recognised fact as JSON: `gouji facts`.
  [[nodiscard]] Result<std::string> facts_of(const std::string& path) const;

  /// The words that EngineOptions::genre takes, sorted.
  [[nodiscard]] static const std::vector<std::string>& genres();

  /// sha256 over the packs and lexicons in use.
  [[nodiscard]] const std::string& rules_hash() const;
  /// Every rule of the packs, sorted by id, whether it is on or off.
  [[nodiscard]] std::vector<RuleInfo> rules() const;
  [[nodiscard]] const rules::Rulebook& rulebook() const;

 private:
  struct State;
  explicit Engine(std::unique_ptr<const State> state);
  std::unique_ptr<const State> state_;
};

}  // namespace gouji
