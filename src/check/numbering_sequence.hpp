// numbering/heading-sequence and numbering/list-sequence: numbers of one list run 1, 2, 3… without repeat or gap.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "check/check.hpp"
#include "text/marker.hpp"

namespace gouji::check {

/// Kind «heading-sequence»: numbered paragraphs of the body, typed or automatic. No keys.
[[nodiscard]] std::unique_ptr<Check> make_heading_sequence(Params& params);
/// Kind «list-sequence»: 一是…二是, 第一，…第二，, ①②, （1）（2）, 1.…2.… inside a paragraph or cell, and 一是 or ①
/// over paragraphs of one section. No keys.
[[nodiscard]] std::unique_ptr<Check> make_list_sequence(Params& params);

/// A numbered item where it stands.
struct SequenceItem {
  text::MarkerKind kind = text::MarkerKind::chinese;
  int number = 0;
  std::string shown;  // as it is printed: «3、», «(一)» folded
  std::uint32_t passage = 0;
  text::Span quote;  // marker and the words behind it
  text::Span mark;   // the marker; the whole quote where the number is automatic
};

/// One list in progress. After a wrong number the next may follow what stands or what was due: one cause, one finding.
struct SequenceList {
  text::MarkerKind kind = text::MarkerKind::chinese;
  int last = 0;
  int other = 0;  // number printed by mistake for `last`; 0 = none
  int items = 0;
  int depth = 0;  // bracket depth
  bool is_faulty = false;
  bool is_closed = false;   // a title or annex came since: starting anew is allowed, anything else is not judged
  bool is_heading = false;  // its last item has the nature of a heading
  SequenceItem last_item;
  std::string run;  // «（一）→（二）→（三）»

  [[nodiscard]] bool continues_with(int number) const {
    return number == last + 1 || (other != 0 && (number == other + 1 || number == last));
  }
  void start(const SequenceItem& item);
  void proceed(const SequenceItem& item);
  /// `item` stands where last + 1 was due.
  void proceed_wrongly(const SequenceItem& item);
};

/// Does the missing number stand in the text between two items, in whatever form («二要», «其二», «（2）»)? Strictly:
/// only with a mark behind it, as a list marker has.
[[nodiscard]] bool mentions_number(std::string_view text, int number, bool is_strict);

/// Writes the finding: what was due, what stands, the run of numbers, both places.
void report_sequence(Sink& sink, const SequenceList& list, const SequenceItem& item, bool is_heading);

}  // namespace gouji::check
