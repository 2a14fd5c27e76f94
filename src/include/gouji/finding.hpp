// One contradiction, with all that any report format prints of it.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "gouji/result.hpp"

namespace gouji {

enum class Severity { info, warning, error };
enum class Confidence { low, medium, high };
enum class Language { zh, en };

/// "info", "warning", "error" / "low", "medium", "high": the words of the JSON contract.
[[nodiscard]] const char* to_string(Severity severity);
[[nodiscard]] const char* to_string(Confidence confidence);

/// Where a stretch of text stands. Counts start at 1, except start/end: Unicode code points from 0, end exclusive,
/// in the paragraph's own text (an automatic number is not part of it), or in the cell's text, its paragraphs
/// joined by one line feed.
/// part: "document", "header1", "footer2", "footnotes", "endnotes", "comments", "textbox": the story it stands in.
/// paragraph counts within the story, paragraphs in table cells not counted; in a cell it is empty and
/// table, row and column (grid column, merged cells at their first) are set.
struct Place {
  std::string part;
  std::string heading;  // path of headings above, joined by '/'
  std::optional<std::uint32_t> paragraph;
  std::optional<std::uint32_t> table;
  std::optional<std::uint32_t> row;
  std::optional<std::uint32_t> column;
  std::string cell;        // "B12" of a workbook's sheet (part «sheet:NAME»); empty elsewhere
  std::string entry;       // of the file that holds it, "word/document.xml"; empty where files have no entries
  std::uint32_t line = 0;  // 1-based line of it in what `gouji text` prints; 0 = none
  std::uint32_t start = 0;
  std::uint32_t end = 0;
  std::uint32_t order = 0;  // reading order over the document; for sorting, never printed
};

/// One of the places that a finding rests on.
struct Evidence {
  std::string role;   // "total", "part", "base", "rate"…: stable words for programs
  std::string quote;  // the document's own characters
  Place place;
  std::uint32_t mark_start = 0;  // decisive characters within quote, code points; equal = mark all of it
  std::uint32_t mark_end = 0;
};

/// Whether a finding still asks for something. What is suppressed or known stays in every report and fails no gate.
struct Standing {
  enum class Kind {
    open,
    suppressed,  // by an entry of a suppression file or a comment in the document
    known        // in the baseline
  };
  Kind kind = Kind::open;
  bool is_compared = false;  // a baseline was in use: an open finding is a new one
  std::string reason;        // of a suppression
  std::string owner;         // may be empty
  std::string expires;       // "2027-01-31"; may be empty
  std::string source;        // "comment", or the file and line of the entry
};

/// "open", "suppressed", "known".
[[nodiscard]] const char* to_string(Standing::Kind kind);

struct Finding {
  std::string id;    // content id: rule, normalised operands and labels; survives moved text and renamed files
  std::string rule;  // "change/rate"
  Severity severity = Severity::info;
  Confidence confidence = Confidence::medium;
  Bilingual message;
  Bilingual working;               // the sum with the figures filled in
  std::string expected;            // as it would be printed; may be empty
  std::string actual;              // as it is printed
  Bilingual cause;                 // likely cause, empty where none explains the gap exactly
  std::vector<Evidence> evidence;  // first = the place to jump to
  Standing standing{};
  std::string kin{};  // the id without values: what a finding keeps when its figures change; not unique
};

}  // namespace gouji
