// The findings that a repository of reports has accepted, so that only new ones fail its gate. A finding is known by
// its content id and the document it stands in: moved text keeps the id; a renamed document is recognised by the old
// one being gone; the same fault copied into another report is new.
//
//   auto baseline = gate::Baseline::parse(text, "gouji.baseline.json");
//   baseline.value().apply(outcome, "2024/a.docx", exists);        // for every document, in the order of the run
//   …baseline.value().stale(), updated(), pruned(), print()…
//
// Paths are relative to the folder of the baseline file, with '/'. Thread rule: plain values.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "gouji/outcome.hpp"

namespace gouji::gate {

class Baseline {
 public:
  /// "bad-baseline" with what is wrong and where; an empty baseline comes from the default constructor.
  static Result<Baseline> parse(std::string_view text, const std::string& where);

  /// `exists` says whether a document of the baseline is still there. Sets the standing of the open findings; those
  /// that are suppressed stay so, and count as met.
  void apply(Outcome& outcome, const std::string& path, const std::function<bool(const std::string&)>& exists);

  /// Behind the last document: entries of documents that are there no more count as stale.
  void forget_missing(const std::function<bool(const std::string&)>& exists);

  /// Entries of documents that were checked (or are gone) and did not occur although their rule was run.
  [[nodiscard]] std::size_t stale() const;

  /// Without the stale ones.
  [[nodiscard]] Baseline pruned() const;
  /// Without the stale ones and with all that was found in this run.
  [[nodiscard]] Baseline updated() const;

  [[nodiscard]] std::size_t size() const;
  /// A line an entry, sorted: made to be kept under version control.
  [[nodiscard]] std::string print() const;

 private:
  void note_unasked(const Outcome& outcome, const std::string& path);

  struct Entry {
    std::string severity;
    std::string message;
    std::set<std::string> paths;
  };
  using Key = std::pair<std::string, std::string>;  // rule, content id
  [[nodiscard]] bool is_stale(const Key& key, const std::string& path) const;

  std::map<Key, Entry> entries_;
  std::map<Key, Entry> found_;                 // of this run
  std::set<std::pair<Key, std::string>> met_;  // entry and path that a finding of this run used up
  std::set<std::string> checked_;
  std::set<std::pair<Key, std::string>> unasked_;  // entry and path of a checked document whose rule was not run
  std::set<std::string> gone_;
};

}  // namespace gouji::gate
