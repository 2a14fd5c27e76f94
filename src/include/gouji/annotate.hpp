// A copy of a .docx with a Word comment at the exact characters of each finding; and the way back.
//
//   gouji::Outcome outcome = engine.check_bytes(path, clean);   // clean: remove_annotations(bytes), or the file itself
//   auto copy = gouji::add_annotations(bytes, outcome.findings, {});
//   if (copy) …copy.value().bytes…
//
// Only what must change does: the paragraphs touched, the comments part and what names it; every other entry of the
// archive keeps its bytes. No clock is read: the same document and findings give the same bytes, and annotating a copy
// again replaces gouji's comments. Comments and changes of other people stay.
// Word has no comments in headers, footers, notes and text boxes: these findings hang on the body, at the reference of
// the note, the paragraph of the box or the first paragraph of the section, and the comment says where the words stand.
// Thread rule: pure functions, any number of threads at once. Failure: an Error, never a broken file.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "gouji/finding.hpp"
#include "gouji/limits.hpp"
#include "gouji/outcome.hpp"
#include "gouji/result.hpp"

namespace gouji {

struct AnnotateOptions {
  Language language = Language::zh;
  std::vector<std::string> suggest{};  // rules (RuleInfo::is_mechanical) whose expected words are put beside the stated
                                       // ones as tracked changes, where they replace exactly the marked characters
  bool with_all = false;               // also findings that are suppressed or known in the baseline
  Limits limits;
};

struct Annotated {
  std::string bytes;           // the copy, of the same type as the original (.docx, .docm, .dotx…)
  std::uint32_t findings = 0;  // that have a comment
  std::uint32_t comments = 0;
  std::uint32_t suggestions = 0;  // tracked changes
  std::vector<Note> notes;        // what could not be done as asked, and why
};

/// The findings must be those of this document (of remove_annotations() of it, when it was annotated before).
[[nodiscard]] Result<Annotated> add_annotations(std::string bytes, const std::vector<Finding>& findings,
                                                const AnnotateOptions& options);

/// Takes gouji's comments and suggestions out again. Where nobody has saved the copy in between, every part is as it
/// was, byte for byte; without gouji's comments in it the document comes back unchanged.
[[nodiscard]] Result<std::string> remove_annotations(std::string bytes, const Limits& limits = {});

}  // namespace gouji
