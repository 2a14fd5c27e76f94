// SPDX-License-Identifier: Apache-2.0
#include "check/xref_table_table.hpp"

#include <algorithm>
#include <map>
#include <tuple>

#include "check/same_quantity.hpp"

namespace gouji::check {
namespace {

using facts::Fact;
using quantity::Naming;
using quantity::Quantity;

constexpr std::size_t kProof = 3;  // rows that agree prove that two tables show the same

/// Subject, column, role, scope, prior or not, year: what the cells of two tables are matched by.
using Key = std::tuple<std::string, std::string, int, std::string, bool, int, int>;
using Cells = std::map<Key, const Quantity*>;  // nullptr: met more than once

class XrefTableTableCheck final : public Check {
 public:
  void run(const DocumentView& view, Sink& sink) const override {
    std::map<std::uint32_t, Cells> by_view;
    for (const Quantity& quantity : view.quantities.all) {
      if (!quantity.in_table() || !is_comparable(view, quantity) || quantity.naming == Naming::generic ||
          view.tables.tables[quantity.view].caption.empty())
        continue;
      const Fact& fact = view.facts.facts[quantity.fact];
      if (fact.kind == facts::FactKind::percent) continue;
      const Key key{quantity.subject,
                    quantity.column + "|" + quantity.context,
                    static_cast<int>(quantity.role),
                    quantity.scope,
                    quantity.period == facts::Period::prior,
                    quantity.year,
                    static_cast<int>(fact.kind)};
      const auto [at, is_new] = by_view[quantity.view].emplace(key, &quantity);
      if (!is_new) at->second = nullptr;
    }
    for (auto one = by_view.begin(); one != by_view.end(); ++one) {
      for (auto other = std::next(one); other != by_view.end(); ++other)
        compare(view, one->second, other->second, sink);
    }
  }

 private:
  static void compare(const DocumentView& view, const Cells& one, const Cells& other, Sink& sink) {
    std::vector<std::pair<const Quantity*, const Quantity*>> differ;
    std::size_t same = 0;
    std::size_t rounding = 0;
    for (const auto& [key, first] : one) {
      const auto at = other.find(key);
      if (first == nullptr || at == other.end() || at->second == nullptr) continue;
      const Fact& a = view.facts.facts[first->fact];
      const Fact& b = view.facts.facts[at->second->fact];
      if (a.table == b.table) continue;
      switch (agreement_of(a, b)) {
        case Agreement::same: ++same; break;
        case Agreement::rounding: ++rounding; break;
        case Agreement::unknown: break;
        case Agreement::differ: differ.emplace_back(first, at->second); break;
      }
    }
    for (std::size_t i = 0; i < same; ++i) sink.holds();
    for (std::size_t i = 0; i < rounding; ++i) sink.rounding();
    const bool is_proven = same >= kProof && differ.size() * 3 <= same;
    for (const auto& [first, second] : differ) {
      if (!is_proven) {
        sink.not_comparable("other-tables");
        continue;
      }
      Draft draft = sink.draft();
      describe_pair(view, *first, *second, draft);
      sink.report(std::move(draft));
    }
  }
};

}  // namespace

std::unique_ptr<Check> make_xref_table_table(Params& params) {
  (void)params;
  return std::make_unique<XrefTableTableCheck>();
}

}  // namespace gouji::check
