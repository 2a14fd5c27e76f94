// SPDX-License-Identifier: Apache-2.0
#include "check/xref_text_table.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "check/same_quantity.hpp"
#include "check/xref_role_words.hpp"
#include "quantity/name.hpp"

namespace gouji::check {
namespace {

using facts::Fact;
using quantity::Naming;
using quantity::Origin;
using quantity::Quantity;
using quantity::Role;

using Cells = std::map<std::string, std::vector<const Quantity*>>;

struct Mismatch {
  const Quantity* text = nullptr;
  const Quantity* cell = nullptr;
  bool is_certain = false;
  bool is_reported = false;
};

class XrefTextTableCheck final : public Check {
 public:
  void run(const DocumentView& view, Sink& sink) const override {
    const quantity::Namer namer(view.lexicon);
    Cells cells;
    for (const Quantity& quantity : view.quantities.all) {
      if (!quantity.in_table() || !(is_comparable(view, quantity) || is_target(view, quantity))) continue;
      if (quantity.column.empty()) {
        cells[quantity.subject].push_back(&quantity);
      } else {
        cells[quantity.subject + quantity.column].push_back(&quantity);
      }
    }
    if (cells.empty()) return;
    std::vector<Mismatch> mismatches;
    for (const Quantity& quantity : view.quantities.all) {
      if (quantity.in_table() || !is_comparable(view, quantity)) continue;
      const auto at = cells.find(quantity.subject);
      if (at != cells.end()) judge(view, namer, quantity, at->second, mismatches, sink);
    }
    report_swaps(view, mismatches, sink);
    for (const Mismatch& mismatch : mismatches) {
      if (mismatch.is_reported) continue;
      Draft draft = sink.draft();
      if (!mismatch.is_certain) draft.severity = std::min(draft.severity, Severity::warning);
      describe_pair(view, *mismatch.text, *mismatch.cell, draft);
      sink.report(std::move(draft));
    }
  }

 private:
  static bool may_be_judged(const Quantity& text) {
    switch (text.naming) {
      case Naming::none:
      case Naming::generic: return false;
      case Naming::plain: return text.subject.size() >= 9 && text.subject_origin == Origin::stated;
      case Naming::whole:
      case Naming::specific: return true;
    }
    return false;
  }

  /// Cells of the best fit: the same role where the text or the kind of document says one; where the text says its
  /// scope itself, the same scope.
  static std::vector<const Quantity*> candidates_of(const DocumentView& view, const Quantity& text,
                                                    const std::vector<const Quantity*>& cells) {
    Quantity asked = text;
    if (asked.role == Role::unknown) asked.role = role_by_genre(view);
    std::vector<const Quantity*> all;
    for (const Quantity* cell : cells) {
      Quantity told = *cell;
      if (told.role == Role::unknown) told.role = role_by_genre(view);
      if (fit_of(view, asked, told) != Fit::no) all.push_back(cell);
    }
    const auto keep = [&](auto wanted) {
      std::vector<const Quantity*> kept;
      std::copy_if(all.begin(), all.end(), std::back_inserter(kept), wanted);
      if (!kept.empty()) all = std::move(kept);
    };
    keep([&](const Quantity* cell) { return role_fit(asked.role, cell->role) == Fit::full; });
    keep([&](const Quantity* cell) { return cell->scope == text.scope; });
    return all;
  }

  /// A sum of all money is not one of 财政拨款; only projects and the “三公” items are the same in every scope.
  static bool is_same_scope(const quantity::Namer& namer, const Quantity& text, const Quantity& cell) {
    if (text.scope == cell.scope || namer.has_one_scope(text.subject)) return true;
    return text.scope.empty() && text.naming != Naming::whole && !namer.is_known(text.subject) &&
           namer.names_one_thing(text.subject);
  }

  static bool is_target(const DocumentView& view, const Quantity& cell) {
    const Fact& fact = view.facts.facts[cell.fact];
    return view.context.genre == "target-form" && fact.qualifier == facts::Qualifier::at_least &&
           fact.unit != nullptr && !fact.is_range_part && !cell.subject.empty();
  }

  /// In a target form text and table both say the target.
  static bool misses_target(const DocumentView& view, const Fact& text, const Fact& cell) {
    if (view.context.genre != "target-form" || text.qualifier != facts::Qualifier::exact) return false;
    return cell.qualifier == facts::Qualifier::at_least && text.value < cell.value;
  }

  /// A slip of the pen stays near; a quantity of another size is another quantity.
  static bool is_far(const Quantity& text, const Fact& a, const Fact& b) {
    const Rational factor(text.naming == Naming::specific ? 12 : 3);
    if (is_slip(a, b)) return false;
    return a.value > b.value * factor || b.value > a.value * factor;
  }

  /// «抽查涉及专项资金5236万元» beside a column 涉及专项资金 with its own 合计.
  static bool is_other_size(const Fact& a, const Fact& b) {
    return a.value > b.value * Rational(3) || b.value > a.value * Rational(3);
  }

  /// The value stands somewhere in the tables: a sum of a whole unit may be that of another scope.
  static bool is_in_tables(const DocumentView& view, const Fact& figure) {
    return std::any_of(view.facts.facts.begin(), view.facts.facts.end(), [&](const Fact& other) {
      return view.text.passages[other.passage].in_table() &&
             (other.value == figure.value || other.printed.value() == figure.printed.value());
    });
  }

  static void judge(const DocumentView& view, const quantity::Namer& namer, const Quantity& text,
                    const std::vector<const Quantity*>& cells, std::vector<Mismatch>& mismatches, Sink& sink) {
    const Fact& figure = view.facts.facts[text.fact];
    const bool is_met = std::any_of(cells.begin(), cells.end(),
                                    [&](const Quantity* cell) { return fit_of(view, text, *cell) != Fit::no; });
    if (!is_met) return;
    bool is_rounded = false;
    for (const Quantity* cell : cells) {
      if (fit_of(view, text, *cell) == Fit::no) continue;
      const Agreement agreement = agreement_of(figure, view.facts.facts[cell->fact]);
      if (agreement == Agreement::same) {
        sink.holds();
        return;
      }
      is_rounded = is_rounded || agreement == Agreement::rounding;
      if (agreement == Agreement::unknown && !misses_target(view, figure, view.facts.facts[cell->fact])) {
        sink.not_comparable("bound");
        return;
      }
    }
    if (is_rounded) {
      sink.rounding();
      return;
    }
    if (!may_be_judged(text)) {
      sink.not_comparable("generic-name");
      return;
    }
    const std::vector<const Quantity*> best = candidates_of(view, text, cells);
    if (best.empty()) {
      sink.not_comparable("role");
      return;
    }
    const Quantity* cell = best.front();
    const Fact& stated = view.facts.facts[cell->fact];
    const bool one_value = std::all_of(best.begin(), best.end(), [&](const Quantity* other) {
      return view.facts.facts[other->fact].value == stated.value;
    });
    if (!one_value) {
      sink.not_comparable("several-values");
      return;
    }
    if (!is_same_scope(namer, text, *cell) && (text.naming == Naming::whole || !is_slip(figure, stated))) {
      sink.not_comparable("scope");
      return;
    }
    const bool same_role = (text.role_origin == Origin::stated && role_fit(text.role, cell->role) == Fit::full) ||
                           misses_target(view, figure, stated);
    // elsewhere in the row, or in the same row of another table: the text speaks of that column
    const bool is_other =
        std::any_of(view.quantities.all.begin(), view.quantities.all.end(), [&](const Quantity& other) {
          return other.in_table() && other.subject == cell->subject && other.fact != cell->fact &&
                 view.facts.facts[other.fact].value == figure.value;
        });
    if (is_other && !same_role) {
      sink.not_comparable("other-column");
      return;
    }
    if (differs_in_role(view, text, *cell) || is_in_own_column(view, text)) {
      sink.not_comparable("role");
      return;
    }
    if (text.naming == Naming::whole && is_wider_sum(view, text)) {
      sink.not_comparable("scope");
      return;
    }
    if (text.naming == Naming::whole &&
        (!namer.has(namer.unit_table, view.tables.tables[cell->view].caption) || is_in_tables(view, figure))) {
      sink.not_comparable("scope");
      return;
    }
    const int power = power_apart(figure, stated);
    if (power == 0 && (is_far(text, figure, stated) ||
                       (cell->is_total_row && text.naming != Naming::whole && is_other_size(figure, stated)))) {
      sink.not_comparable("magnitude");
      return;
    }
    if (power > 1 || figure.value.is_zero() || stated.value.is_zero()) {
      sink.not_comparable(power > 1 ? "unit" : "zero");
      return;
    }
    if (text.naming == Naming::plain && !same_role && cell->column.empty()) {
      sink.not_comparable("role");
      return;
    }
    const bool is_certain = text.subject_origin == Origin::stated && text.naming != Naming::plain &&
                            (same_role || namer.has_one_scope(text.subject) || best.size() == cells.size() ||
                             (!text.scope.empty() && text.role == Role::unknown));
    mismatches.push_back({&text, cell, is_certain, false});
  }

  /// Two figures that changed places between labels of one table are one finding.
  static void report_swaps(const DocumentView& view, std::vector<Mismatch>& mismatches, Sink& sink) {
    const auto value = [&](const Quantity* quantity) { return view.facts.facts[quantity->fact].value; };
    for (std::size_t i = 0; i < mismatches.size(); ++i) {
      for (std::size_t k = i + 1; k < mismatches.size() && !mismatches[i].is_reported; ++k) {
        Mismatch& a = mismatches[i];
        Mismatch& b = mismatches[k];
        if (b.is_reported || a.cell->view != b.cell->view || a.cell == b.cell) continue;
        if (!(value(a.text) == value(b.cell)) || !(value(b.text) == value(a.cell))) continue;
        Draft draft = sink.draft();
        if (!a.is_certain || !b.is_certain) draft.severity = std::min(draft.severity, Severity::warning);
        describe_pair(view, *a.text, *a.cell, draft);
        Draft other = sink.draft();
        describe_pair(view, *b.text, *b.cell, other);
        draft.message = {
            fmt::format("“{}”与“{}”的金额在文中和表中互换", shown_name(view, *a.text), shown_name(view, *b.text)),
            fmt::format("“{}” and “{}” have changed places between text and table", shown_name(view, *a.text),
                        shown_name(view, *b.text))};
        draft.working.zh += "；" + other.working.zh;
        draft.working.en += "; " + other.working.en;
        draft.cause = {"两项错位", "two values swapped"};
        for (Spot& spot : other.evidence) draft.evidence.push_back(std::move(spot));
        for (Correction& correction : other.corrections) draft.corrections.push_back(std::move(correction));
        sink.report(std::move(draft));
        a.is_reported = true;
        b.is_reported = true;
      }
    }
  }
};

}  // namespace

std::unique_ptr<Check> make_xref_text_table(Params& params) {
  (void)params;
  return std::make_unique<XrefTextTableCheck>();
}

}  // namespace gouji::check
