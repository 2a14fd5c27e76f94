// SPDX-License-Identifier: Apache-2.0
#include "table/columns.hpp"

#include <algorithm>

#include "table/unit_text.hpp"

namespace gouji::table {
namespace {

struct Content {
  std::uint32_t figures = 0;
  std::uint32_t texts = 0;
  std::uint32_t digits = 0;     // nothing but digits
  std::uint32_t code_like = 0;  // 3, 5 or 7 digits
  std::uint32_t years = 0;
  std::uint32_t units = 0;  // cells that are a unit word
  std::uint32_t decimals = 0;
  std::uint32_t percents = 0;
  bool is_running = true;  // 1, 2, 3 …
};

class ColumnReader {
 public:
  ColumnReader(const Grid& grid, const Block& block, const Words& words, bool money_table, TableView& view)
      : grid_(grid), block_(block), words_(words), money_table_(money_table), view_(view) {}

  void run() {
    view_.columns.assign(grid_.columns(), {});
    view_.formula.assign(grid_.columns(), {});
    for (std::uint32_t column = 0; column < grid_.columns(); ++column) read_header(column);
    for (std::uint32_t column = 0; column < grid_.columns(); ++column) set_role(column);
    set_halves();
  }

 private:
  void read_header(std::uint32_t column) {
    Column& out = view_.columns[column];
    std::uint32_t previous = docx::kNone;
    for (std::uint32_t row = block_.header_begin; row < block_.header_end; ++row) {
      const std::uint32_t cell = grid_.owner(row, column);
      if (cell == docx::kNone || cell == previous) continue;
      previous = cell;
      const std::string_view text = grid_.cell_text(cell);
      if (row == block_.formula_row) {
        view_.formula[column] = squeezed(text);
        continue;
      }
      if (text.empty()) continue;
      if (out.path.empty() || out.path.back() != squeezed(text)) out.path.push_back(squeezed(text));
      // the innermost header that declares a unit wins
      if (const DeclaredUnit declared = unit_of_header(text, words_.lexicon); declared.found()) {
        out.unit = declared.is_price ? nullptr : declared.unit;
        out.header_passage = grid_.info(cell).passage;
        out.unit_span = declared.span;
        price_column_ = declared.is_price ? column : price_column_;
      }
    }
    for (const std::string& part : out.path) out.header += (out.header.empty() ? "" : "/") + part;
  }

  [[nodiscard]] Content content_of(std::uint32_t column) const {
    Content content;
    std::string last;
    std::uint32_t count = 0;
    for (std::uint32_t row = block_.header_end; row < block_.end; ++row) {
      if (!grid_.is_origin(row, column)) continue;
      const std::uint32_t cell = grid_.owner(row, column);
      const CellInfo& info = grid_.info(cell);
      const std::string_view text = grid_.cell_text(cell);
      if (info.kind == CellKind::blank) continue;
      ++(info.kind == CellKind::figure ? content.figures : content.texts);
      if (info.kind == CellKind::figure && text.find('.') != std::string_view::npos) ++content.decimals;
      if (info.kind == CellKind::figure && text.find('%') != std::string_view::npos) ++content.percents;
      if (info.is_digits) {
        ++content.digits;
        if (text.size() == 3 || text.size() == 5 || text.size() == 7) ++content.code_like;
        if (text.size() == 4 && (text.substr(0, 2) == "20" || text.substr(0, 2) == "19")) ++content.years;
        ++count;
        content.is_running = content.is_running && std::to_string(count) == text;
      }
      if (words_.lexicon.unit(text) != nullptr) ++content.units;
    }
    content.is_running = content.is_running && count >= 2;
    return content;
  }

  void set_role(std::uint32_t column) {
    Column& out = view_.columns[column];
    const Content content = content_of(column);
    const std::string leaf = out.path.empty() ? std::string() : out.path.back();
    const std::string bare = without_brackets(leaf);
    const auto leaf_has = [&](lexicon::ClassId id) { return words_.has(id, bare); };
    const bool declares_money = out.unit != nullptr && out.unit->kind == lexicon::UnitKind::money;
    const bool hangs_down = block_.header_end < block_.end && block_.header_end > block_.header_begin &&
                            grid_.owner(block_.header_end, column) != docx::kNone &&
                            grid_.owner(block_.header_end, column) == grid_.owner(block_.header_end - 1, column);
    if (content.figures + content.texts == 0 && !hangs_down) {
      out.role = out.path.empty() ? ColumnRole::empty : role_by_words(out, bare);
      return;
    }
    if (hangs_down) {
      out.role = ColumnRole::label;
    } else if (leaf_has(words_.index) || (bare.empty() && content.is_running && content.texts == 0 && column == 0)) {
      out.role = ColumnRole::index;
    } else if ((leaf_has(words_.code) || bare == "类" || bare == "款" || bare == "项") &&
               content.digits >= content.texts) {
      out.role = ColumnRole::code;
    } else if (leaf_has(words_.unit_column) || (bare == "单位" && content.units * 2 > content.texts)) {
      out.role = ColumnRole::unit;
      view_.has_unit_column = true;
    } else if (words_.has(words_.mixed, out.header)) {
      out.role = ColumnRole::text;
      out.is_mixed = true;
    } else if (content.texts > content.figures) {
      out.role = leaf_has(words_.plain) ? ColumnRole::text : ColumnRole::label;
    } else if (content.percents * 2 > content.figures && !declares_money && !leaf_has(words_.score)) {
      out.role = ColumnRole::rate;
    } else if (price_column_ == column || (leaf_has(words_.price) && !leaf_has(words_.total))) {
      out.role = ColumnRole::price;
    } else if (leaf_has(words_.score)) {
      out.role = ColumnRole::score;
    } else if (out.unit != nullptr && out.unit->kind == lexicon::UnitKind::percent) {
      out.role = ColumnRole::rate;
    } else if (leaf_has(words_.rate) && !declares_money && out.unit == nullptr) {
      out.role = ColumnRole::rate;
    } else if (content.years * 2 > content.figures && !declares_money) {
      out.role = ColumnRole::year;
    } else if (bare.empty() && content.texts <= 1 && content.code_like == content.figures && content.figures >= 3 &&
               column + 1 < grid_.columns() && content_of(column + 1).texts > 0) {
      out.role = ColumnRole::code;
    } else {
      out.role = role_by_words(out, bare);
    }
    if (out.role == ColumnRole::price || out.role == ColumnRole::text || out.role == ColumnRole::label) {
      if (out.role == ColumnRole::price && declares_money) return;  // 单价（元）: its own unit counts
      if (declares_money && out.role == ColumnRole::label) {
        // 项目资金（万元） in the corner speaks for the whole block
        view_.unit = out.unit;
        view_.unit_passage = out.header_passage;
        view_.unit_span = out.unit_span;
        money_table_ = true;
      }
      out.unit = nullptr;
    }
    if (out.role == ColumnRole::count && out.unit == nullptr) out.unit = counting_unit(bare);
  }

  [[nodiscard]] ColumnRole role_by_words(const Column& out, const std::string& bare) const {
    if (out.unit != nullptr) return out.unit->kind == lexicon::UnitKind::money ? ColumnRole::money : ColumnRole::count;
    if (words_.has(words_.plain, bare)) return ColumnRole::text;
    if (words_.has(words_.count, bare)) return ColumnRole::count;
    for (auto part = out.path.rbegin(); part != out.path.rend(); ++part) {
      if (words_.has(words_.count, *part)) return ColumnRole::count;
      if (words_.has(words_.money, *part)) return ColumnRole::money;
    }
    return money_table_ ? ColumnRole::money : ColumnRole::count;
  }

  [[nodiscard]] const lexicon::Unit* counting_unit(const std::string& bare) const {
    if (words_.has(words_.people, bare)) return words_.lexicon.unit("人");
    if (words_.has(words_.households, bare)) return words_.lexicon.unit("户");
    if (words_.has(words_.vehicles, bare)) return words_.lexicon.unit("辆");
    if (words_.has(words_.pieces, bare)) return words_.lexicon.unit("个");
    if (words_.has(words_.times, bare)) return words_.lexicon.unit("次");
    return nullptr;
  }

  [[nodiscard]] bool names_rows(std::uint32_t column) const {
    const ColumnRole role = view_.columns[column].role;
    return role == ColumnRole::label || role == ColumnRole::code || role == ColumnRole::index;
  }

  /// A second half starts where labels start again behind figures and the header repeats.
  void set_halves() {
    const auto leaf = [&](std::uint32_t column) {
      const auto& path = view_.columns[column].path;
      return path.empty() ? std::string() : path.back();
    };
    std::uint32_t half = 0;
    std::uint32_t start = 0;
    bool has_amount = false;
    for (std::uint32_t column = 0; column < grid_.columns(); ++column) {
      if (has_amount && column > start && names_rows(column) && !names_rows(column - 1)) {
        const bool repeats = leaf(column) == leaf(start) && !leaf(column).empty();
        const bool repeats_next = column + 1 < grid_.columns() && start + 1 < column &&
                                  leaf(column + 1) == leaf(start + 1) &&
                                  view_.columns[column].role == ColumnRole::label;
        const bool top_differs = !view_.columns[column].path.empty() && !view_.columns[start].path.empty() &&
                                 view_.columns[column].path.size() > 1 &&
                                 view_.columns[column].path.front() != view_.columns[start].path.front() &&
                                 words_.has(words_.label, leaf(column));
        const bool has_amount_behind =
            column + 1 < grid_.columns() && (view_.columns[column + 1].is_amount() || names_rows(column + 1));
        if ((repeats || repeats_next || top_differs) && has_amount_behind) {
          ++half;
          start = column;
          has_amount = false;
        }
      }
      has_amount = has_amount || view_.columns[column].is_amount() || view_.columns[column].role == ColumnRole::rate;
      view_.columns[column].half = half;
    }
  }

  const Grid& grid_;
  const Block& block_;
  const Words& words_;
  bool money_table_;
  TableView& view_;
  std::uint32_t price_column_ = docx::kNone;
};

}  // namespace

void read_columns(const Grid& grid, const Block& block, const Words& words, bool money_table, TableView& view) {
  ColumnReader(grid, block, words, money_table, view).run();
}

}  // namespace gouji::table
