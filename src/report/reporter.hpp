// A report format: outcomes in, bytes out, document by document, so that a run over thousands needs no memory for them.
// Thread rule: one Reporter belongs to one thread.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "gouji/outcome.hpp"
#include "gouji/rule_info.hpp"

namespace gouji::report {

enum class Color { off, on };

struct ReportOptions {
  std::string version;
  std::string rules_hash;
  Language language = Language::zh;
  Color color = Color::off;
  std::optional<Severity> fail_on = Severity::error;  // what fails a gate; nothing = never
  std::uint64_t most_bytes = 0;                       // a format that can leave out says what it left out; 0 = no bound
  std::vector<RuleInfo> rules{};                      // sorted by id; what may be said of a rule
};

class Reporter {
 public:
  Reporter() = default;
  Reporter(const Reporter&) = delete;
  Reporter& operator=(const Reporter&) = delete;
  virtual ~Reporter() = default;

  /// What stands before the first document, for one document, and behind the last; call in this order. `notes` are of
  /// the run, not of one document: entries of a suppression file that met nothing, documents passed over.
  virtual std::string open() = 0;
  virtual std::string document(const Outcome& outcome) = 0;
  virtual std::string close(const std::vector<Note>& notes) = 0;
  /// True when close() could not make the report (no temporary file).
  [[nodiscard]] virtual bool has_failed() const { return false; }
};

[[nodiscard]] inline const std::string& in(Language language, const Bilingual& text) {
  return language == Language::en && !text.en.empty() ? text.en : text.zh;
}

}  // namespace gouji::report
