// SPDX-License-Identifier: Apache-2.0
#include "check/xref_anchor.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <tuple>

#include "check/same_quantity.hpp"
#include "check/slip.hpp"
#include "check/working.hpp"

namespace gouji::check {
namespace {

using facts::Fact;
using facts::FactKind;

constexpr std::size_t kDigits = 4;       // of a figure that says something by its value alone
constexpr std::size_t kRowAnchors = 1;   // figures of the row that the sentence repeats
constexpr std::size_t kLaneAnchors = 2;  // of a column: its cells are of different things

constexpr std::size_t kLongestLane = 500;  // among more cells one is that close by chance

/// One row or one column of a table.
using Lane = std::tuple<std::uint32_t, bool, std::uint32_t>;  // table, is a row, index

bool is_telling(const Fact& fact) {
  if (fact.kind != FactKind::money && fact.kind != FactKind::count && fact.kind != FactKind::percent) return false;
  if (!fact.is_plain() || fact.qualifier != facts::Qualifier::exact || fact.value <= Rational(0)) return false;
  const std::size_t digits = digits_in_steps(fact.value, fact.step).size();
  return digits >= kDigits && fact.significant_digits() >= 3;
}

class Anchors {
 public:
  explicit Anchors(const DocumentView& view) : view_(view) {
    for (std::uint32_t i = 0; i < view.facts.facts.size(); ++i) {
      const Fact& fact = view.facts.facts[i];
      if (!is_telling(fact)) continue;
      (fact.table != docx::kNone ? cells_ : text_)[key(fact)].push_back(i);
      if (fact.table == docx::kNone) continue;
      lanes_[{fact.table, true, fact.row}].push_back(i);
      lanes_[{fact.table, false, fact.column}].push_back(i);
    }
  }

  void run(Sink& sink) const {
    if (cells_.empty()) return;
    for (const statement::Sentence& sentence : view_.statements.sentences) {
      if (view_.budget.is_spent_by_now()) return;
      if (!view_.text.passages[sentence.passage].in_table()) judge(sentence, sink);
    }
  }

 private:
  struct Match {
    std::uint32_t figure = 0;
    std::uint32_t cell = 0;
  };

  [[nodiscard]] static std::string key(const Fact& fact) {
    const std::string measure = fact.unit != nullptr ? fact.unit->base : std::string();
    return measure + "=" + fact.value.to_string();
  }

  void judge(const statement::Sentence& sentence, Sink& sink) const {
    std::map<Lane, std::set<std::string>> anchors;
    std::vector<std::uint32_t> strangers;
    std::set<std::string> said;
    for (std::uint32_t i = sentence.facts.begin; i < sentence.facts.end; ++i) {
      const Fact& fact = view_.facts.facts[i];
      if (!is_telling(fact)) continue;
      const std::string own = key(fact);
      said.insert(own);
      const auto found = cells_.find(own);
      if (found == cells_.end()) {
        if (text_.at(own).size() == 1) strangers.push_back(i);
        continue;
      }
      for (const std::uint32_t cell : found->second) {
        const Fact& at = view_.facts.facts[cell];
        anchors[{at.table, true, at.row}].insert(own);
        anchors[{at.table, false, at.column}].insert(own);
      }
    }
    for (const std::uint32_t stranger : strangers) {
      std::vector<std::uint32_t> near = cells_near(stranger, anchors, said);
      if (near.size() == 1) report({stranger, near.front()}, sink);
    }
  }

  /// The cells of the anchored lanes that one slip turns into the figure and that the sentence does not give.
  [[nodiscard]] std::vector<std::uint32_t> cells_near(std::uint32_t stranger,
                                                      const std::map<Lane, std::set<std::string>>& anchors,
                                                      const std::set<std::string>& said) const {
    const Fact& figure = view_.facts.facts[stranger];
    std::vector<std::uint32_t> near;
    std::set<std::string> values;
    for (const auto& [lane, keys] : anchors) {
      if (keys.size() < (std::get<1>(lane) ? kRowAnchors : kLaneAnchors)) continue;
      const std::vector<std::uint32_t>& cells = lanes_.at(lane);
      if (cells.size() > kLongestLane) continue;
      for (const std::uint32_t cell : cells) {
        const Fact& fact = view_.facts.facts[cell];
        if (fact.kind != figure.kind || !statement::same_measure(fact, figure) || !(fact.step == figure.step)) continue;
        if (said.count(key(fact)) != 0) continue;
        const std::optional<SlipKind> slip =
            slip_of_digits(digits_in_steps(fact.value, fact.step), digits_in_steps(figure.value, figure.step));
        if (slip && *slip != SlipKind::length && speaks_alike(stranger, cell) && values.insert(key(fact)).second)
          near.push_back(cell);
      }
    }
    return near;
  }

  /// The clause before the figure names the cell's row, or both play the same part: 支出 and 执行数.
  [[nodiscard]] bool speaks_alike(std::uint32_t stranger, std::uint32_t cell) const {
    const quantity::Quantity* one = view_.quantities.of(stranger);
    const quantity::Quantity* other = view_.quantities.of(cell);
    if (one == nullptr || other == nullptr || fit_of(view_, *one, *other) == Fit::no) return false;
    if (!other->column.empty() && one->subject.find(other->column) == std::string::npos) return false;
    constexpr std::size_t kTwoCharacters = 6;
    const std::string& name = one->subject;
    for (std::size_t at = 0; at + kTwoCharacters <= name.size(); at += 3) {
      if (other->subject.find(name.substr(at, kTwoCharacters)) != std::string::npos) return true;
    }
    return other->is_total_row && role_fit(one->role, other->role) == Fit::full && one->role != quantity::Role::unknown;
  }

  void report(const Match& match, Sink& sink) const {
    const Fact& figure = view_.facts.facts[match.figure];
    const Fact& cell = view_.facts.facts[match.cell];
    Draft draft = sink.draft();
    draft.severity = std::min(draft.severity, Severity::warning);
    const std::string gap = show(abs(figure.value - cell.value), figure) + (figure.unit ? figure.unit->word : "");
    draft.working = {fmt::format("{} ≠ {}，相差 {}", figure.shown(), cell.shown(), gap),
                     fmt::format("{} ≠ {}, difference {}", figure.shown(), cell.shown(), gap)};
    draft.expected = show(cell.value, figure);
    draft.actual = show(figure.value, figure);
    const std::optional<SlipKind> slip = slip_between(cell.value, figure);
    if (slip) draft.cause = cause_of(*slip, cell.value, figure);
    draft.evidence = {spot_of(view_, match.figure, "figure"), spot_of(view_, match.cell, "other")};
    wants(view_, match.figure, cell.interval(), draft);
    wants(view_, match.cell, figure.interval(), draft);
    sink.report(std::move(draft));
  }

  const DocumentView& view_;
  std::map<std::string, std::vector<std::uint32_t>> cells_;  // by measure and value
  std::map<std::string, std::vector<std::uint32_t>> text_;
  std::map<Lane, std::vector<std::uint32_t>> lanes_;
};

class XrefAnchorCheck final : public Check {
 public:
  void run(const DocumentView& view, Sink& sink) const override { Anchors(view).run(sink); }
};

}  // namespace

std::unique_ptr<Check> make_xref_anchor(Params& params) {
  (void)params;
  return std::make_unique<XrefAnchorCheck>();
}

}  // namespace gouji::check
