// The labelled corpus: paragraphs (YAML, built into .docx) and whole reports with labels.yaml beside them.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

namespace gouji::corpus {

/// One finding that must come.
struct Expectation {
  std::string rule;
  std::string severity;
  std::string quote;                      // empty = anywhere
  std::vector<std::string> alternatives;  // rules that may report the same instead, at any severity
  bool is_must = false;
  bool is_later = false;  // not yet asked for: neither a miss nor a false alarm
  bool is_known = false;  // `known: true`, a known miss: counted, listed, and a failure as soon as it is found
};

struct Case {
  std::string set;  // "sample", "reports", or the stem of a paragraph file
  std::string name;
  std::string bytes;  // of the .docx
  std::vector<Expectation> expectations;
  std::vector<std::string> silent;        // stretches on which no error or warning may fall
  std::vector<std::string> known_alarms;  // rules that are known to accuse this text wrongly: listed, no failure
};

/// Everything below a corpus folder; ends the program with status 2 on a file that is no proper list of cases.
[[nodiscard]] std::vector<Case> load_cases(const std::string& corpus_dir);

/// What may not be undercut: floor.yaml.
struct Floor {
  std::string family;  // "all" = over all families
  double recall = 0;
  double precision = 0;
};
struct Floors {
  std::vector<Floor> families;
  double mutation_all = 0;         // share of planted slips that are seen
  std::size_t mutation_noisy = 0;  // slips that may give more than two findings
  double mutation_closed = 0;      // the same for a changed digit in a closed sum, rate or table total
  std::vector<std::string> whole;  // sets of which every expectation is a must
};
/// The clean reports that have their text in plain format beside them: report.txt, labels.yaml without expectations.
struct PlainReport {
  std::string name;
  std::string text;
};
[[nodiscard]] std::vector<PlainReport> load_clean_reports(const std::string& corpus_dir);
[[nodiscard]] Floors load_floors(const std::string& corpus_dir);

}  // namespace gouji::corpus
