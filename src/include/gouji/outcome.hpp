// What happened to one document: checked (with findings and coverage) or failed (with the reason).
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "gouji/document_text.hpp"
#include "gouji/finding.hpp"

namespace gouji {

/// Verdicts over instances of a relation. A relation that was never met counts nowhere.
struct VerdictCounts {
  std::uint32_t holds = 0;
  std::uint32_t contradicted = 0;
  std::uint32_t rounding = 0;        // closes only within the rounding of the printed figures
  std::uint32_t not_comparable = 0;  // recognised, but not safe to judge

  VerdictCounts& operator+=(const VerdictCounts& other);
  [[nodiscard]] std::uint32_t total() const { return holds + contradicted + rounding + not_comparable; }
};

struct RuleCoverage {
  std::string rule;
  VerdictCounts verdicts;
  std::vector<std::string> reasons;  // distinct words for "not comparable", sorted
};

struct Coverage {
  std::uint32_t paragraphs = 0;
  std::uint32_t tables = 0;
  std::uint32_t facts = 0;
  VerdictCounts relations;
  std::vector<RuleCoverage> rules;  // sorted by rule; only rules that met an instance
};

/// Something that was not read or not judged, said rather than passed over.
struct Note {
  std::string code;  // "unread-part", "image-only", "table-structure"…
  Bilingual message;
  std::string where;
};

/// A comment that somebody made in the document. It covers the evidence whose Place::order lies in [begin, end).
struct DocumentComment {
  std::string text;  // its paragraphs joined by one line feed
  std::string author;
  Place place;              // of the first paragraph or cell that it was made on; part is empty when there is none
  std::uint32_t begin = 0;  // whole paragraphs, whole cells
  std::uint32_t end = 0;
};

enum class Status { checked, failed };

struct Outcome {
  std::string path;  // as given
  std::string sha256;
  Status status = Status::failed;
  std::optional<Error> error;  // set when failed
  std::string genre;           // "self-evaluation", "final-accounts", "budget", "unknown"…
  std::string profile = "default";
  Coverage coverage;
  std::vector<Note> notes;
  std::vector<Finding> findings;             // in reading order of their first evidence
  std::shared_ptr<const DocumentText> text;  // only when EngineOptions::with_text was set
  std::vector<DocumentComment> comments;     // in their own order
  std::vector<std::string> rules_run;        // ids of the rules that were run to their end, sorted
};

}  // namespace gouji
