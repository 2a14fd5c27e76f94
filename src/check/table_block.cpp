// SPDX-License-Identifier: Apache-2.0
#include "check/table_block.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "check/column_sums.hpp"
#include "check/slip.hpp"

namespace gouji::check {
namespace {

constexpr std::size_t kManyClosed = 3;

class TableBlockCheck final : public Check {
 public:
  void run(const DocumentView& view, Sink& sink) const override {
    for (const table::TableView& each : view.tables.tables) {
      if (!each.doubt.empty() || each.continues || each.is_continued) continue;
      for (std::uint32_t half = 0; half < each.halves.size(); ++half) {
        const std::vector<BlockSum> blocks = unlabelled_blocks(view, each, half);
        for (const BlockSum& block : blocks) judge(TableSums(view, each), each.halves[half], block, blocks, sink);
      }
    }
  }

 private:
  static void judge(const TableSums& sums, const std::vector<table::Row>& rows, const BlockSum& block,
                    const std::vector<BlockSum>& blocks, Sink& sink) {
    for (std::size_t i = 0; i < block.closed.size(); ++i) sink.holds();
    for (const std::uint32_t column : block.open) {
      if (block.open.size() > 1 || is_rival(block, column, blocks) || !report(sums, rows, block, column, sink))
        sink.not_comparable("table-structure");
    }
  }

  /// Another block of the same row closes this column.
  static bool is_rival(const BlockSum& block, std::uint32_t column, const std::vector<BlockSum>& blocks) {
    return std::any_of(blocks.begin(), blocks.end(), [&](const BlockSum& other) {
      return other.total == block.total &&
             std::find(other.closed.begin(), other.closed.end(), column) != other.closed.end();
    });
  }

  static bool report(const TableSums& sums, const std::vector<table::Row>& rows, const BlockSum& block,
                     std::uint32_t column, Sink& sink) {
    const std::uint32_t total = sums.view().fact[block.total][column];
    const facts::Fact& stated = sums.fact(total);
    const CellSum sum = sums.over_rows(block.parts, column, stated, UnitReading::own);
    const bool is_total_slip = is_slip(Interval::point(sum.value), stated);
    if (sum.blanks > 0 || sum.facts.size() < 2 || (may_be_mean(sums, sum, total) && !is_total_slip)) return false;
    if (is_noted(sums, sum.value - stated.value, stated)) return false;
    Draft draft = sink.draft();
    describe_sum(sums, sum, total, draft);
    const bool is_explained = is_total_slip || std::any_of(sum.facts.begin(), sum.facts.end(), [&](std::uint32_t part) {
                                const facts::Fact& figure = sums.fact(part);
                                return is_slip(Interval::point(figure.value + stated.value - sum.value), figure);
                              });
    if (!is_explained && block.closed.size() < kManyClosed) return false;
    const std::vector<std::string>& path = sums.view().columns[column].path;
    const std::string header = path.empty() ? std::string() : path.back();
    draft.message.zh = fmt::format("“{}”列的“{}”与各行之和不符（其余各列均相符）", header, rows[block.total].label);
    draft.message.en = fmt::format("Row “{}” is the sum of its neighbours in the other columns, not in column “{}”",
                                   rows[block.total].label, header);
    sink.report(std::move(draft));
    return true;
  }
};

}  // namespace

std::unique_ptr<Check> make_table_block(Params& params) {
  (void)params;
  return std::make_unique<TableBlockCheck>();
}

}  // namespace gouji::check
