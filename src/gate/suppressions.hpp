// Findings that people have looked at and set aside, kept in a file beside the reports (gouji.suppress.toml):
//
//   [[suppress]]
//   id = "b49c650760d61840"        # one finding, by its content id; or rule = "total/headcount", or a family: rule =
//   "total" path = "2024/*.docx"           # optional, gitignore syntax, relative to the file reason =
//   "口径不同，已核实"      # required owner = "张三"                  # optional expires = 2027-01-31           #
//   optional: not from the day after on
//
// Suppressed findings stay in every report, marked as such. Entries that are expired, name no rule, or met nothing
// although all they could meet was checked, are notes of the run. Thread rule: plain values.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/path_pattern.hpp"
#include "gouji/outcome.hpp"
#include "toml/toml.hpp"

namespace gouji::gate {

class Suppressions {
 public:
  /// Every fault of the file is appended; entries without fault are returned.
  [[nodiscard]] static Suppressions read(const std::string& file, std::string_view text,
                                         std::vector<toml::Fault>& faults);

  /// `path` is relative to the folder of the file, with '/'; `today` is "2026-11-25".
  void apply(Outcome& outcome, const std::string& path, const std::string& today);

  /// What is to be said behind the last document. `rules` are all ids, sorted. `is_whole`: everything below the folder
  /// of the file was checked, so that an entry that met nothing is stale. `is_narrowed`: rules were picked for this
  /// run; what an id stands for may not have been looked for.
  [[nodiscard]] std::vector<Note> notes(const std::vector<std::string>& rules, const std::string& today, bool is_whole,
                                        bool is_narrowed = false) const;

 private:
  struct Entry {
    std::string id;
    std::string rule;  // or family
    std::string shown_path;
    std::optional<PathPattern> path;
    std::string reason;
    std::string owner;
    std::string expires;
    std::uint32_t line = 0;
    bool was_asked = false;  // a document that it speaks of was checked
    bool has_met = false;
    bool is_unjudged = false;  // such a document could not be read, or its rule was not run on it
  };

  [[nodiscard]] static bool was_run(const Entry& entry, const Outcome& outcome);
  [[nodiscard]] static bool speaks_of(const Entry& entry, const Finding& finding);

  std::string file_;
  std::vector<Entry> entries_;
};

}  // namespace gouji::gate
