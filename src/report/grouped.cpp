// SPDX-License-Identifier: Apache-2.0
#include "report/grouped.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "report/finding_words.hpp"
#include "report/words.hpp"

namespace gouji::report {
namespace {

struct Group {
  Severity severity = Severity::info;
  std::vector<std::string> lines;
};

class GroupedReporter final : public Reporter {
 public:
  explicit GroupedReporter(const ReportOptions& options) : options_(options) {}

  std::string open() override { return {}; }

  std::string document(const Outcome& outcome) override {
    tally_.add(outcome);
    const Language language = options_.language;
    const std::string path = one_line(outcome.path);
    if (outcome.error) unread_.push_back(path + "  " + one_line(in(language, outcome.error->message)));
    for (const Finding& finding : outcome.findings) {
      if (finding.standing.kind != Standing::Kind::open) continue;
      Group& group = groups_[finding.rule];
      group.severity = std::max(group.severity, finding.severity);
      const std::string& working = in(language, finding.working);
      group.lines.push_back(path + "  " + place_with_heading(main_place(finding), language) +
                            (working.empty() ? "" : "  " + one_line(working)));
    }
    return {};
  }

  std::string close(const std::vector<Note>& notes) override {
    const Language language = options_.language;
    std::vector<const std::pair<const std::string, Group>*> order;
    for (const auto& group : groups_) order.push_back(&group);
    std::stable_sort(order.begin(), order.end(), [](const auto* a, const auto* b) {
      return a->second.severity != b->second.severity ? a->second.severity > b->second.severity
                                                      : a->second.lines.size() > b->second.lines.size();
    });
    std::string out;
    for (const auto* group : order) {
      out += fmt::format("{}  {}  {}  {}\n", severity_word(group->second.severity, language),
                         rule_title(options_, group->first), group->first, group->second.lines.size());
      for (const std::string& line : group->second.lines) out += "  " + line + '\n';
      out += '\n';
    }
    if (!unread_.empty()) out += language == Language::zh ? "无法检查\n" : "could not be checked\n";
    for (const std::string& line : unread_) out += "  " + line + '\n';
    for (const Note& note : notes) out += one_line(in(language, note.message)) + '\n';
    return out + tally_.words_with_notes(language) + '\n';
  }

 private:
  ReportOptions options_;
  Tally tally_;
  std::map<std::string, Group> groups_;
  std::vector<std::string> unread_;
};

}  // namespace

std::unique_ptr<Reporter> make_grouped(const ReportOptions& options) {
  return std::make_unique<GroupedReporter>(options);
}

}  // namespace gouji::report
