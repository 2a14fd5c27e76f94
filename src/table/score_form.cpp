// SPDX-License-Identifier: Apache-2.0
#include "table/score_form.hpp"

#include <algorithm>
#include <optional>

#include "table/score_header.hpp"

namespace gouji::table {
namespace {

/// One table. A further header of indicators starts a further form.
class FormReader {
 public:
  FormReader(const Grid& grid, const lexicon::Lexicon& lexicon, std::uint32_t table)
      : grid_(grid), lexicon_(lexicon), table_(table) {}

  std::vector<ScoreForm> run() {
    ScoreLine fund;
    ScoreHeader header;
    bool has_header = false;
    for (std::uint32_t row = 0; row < grid_.rows();) {
      if (auto next = score_header_at(grid_, lexicon_, row)) {
        // a header is repeated where the table goes on over a page, or after each 一级指标
        if (!next->is_fund && (!open_ || header.is_fund || header.columns != next->columns)) {
          close();
          start(*next);
        }
        header = std::move(*next);
        has_header = true;
        row = header.end;
        continue;
      }
      if (has_header && header.is_fund) {
        read_fund(header, row, fund);
      } else if (open_) {
        read_row(header, row);
      }
      ++row;
    }
    close();
    if (fund.is_set() && forms_.size() == 1) forms_.front().fund = fund;
    return std::move(forms_);
  }

 private:
  [[nodiscard]] bool is_word(const char* name, std::string_view text) const {
    const lexicon::ClassId id = lexicon_.class_id(name);
    if (id == lexicon::kNoClass) return false;
    const auto& words = lexicon_.words(id);
    return std::find(words.begin(), words.end(), text) != words.end();
  }
  [[nodiscard]] bool has_word(const char* name, std::string_view text) const {
    const lexicon::ClassId id = lexicon_.class_id(name);
    return id != lexicon::kNoClass && lexicon_.contains(id, text);
  }

  void start(const ScoreHeader& header) {
    form_ = ScoreForm();
    form_.table = table_;
    levels_.clear();
    group_at_.clear();
    open_ = true;
    std::uint32_t before = docx::kNone;
    for (std::uint32_t column = 0; column < header.columns.size(); ++column) {
      if (header.columns[column] != ScoreColumn::level) continue;
      const std::uint32_t cell = grid_.owner(header.end - 1, column);
      if (cell != before) levels_.push_back(column);
      before = cell;
    }
    form_.has_levels = levels_.size() >= 2;
    weight_columns_.assign(levels_.size(), docx::kNone);
    leaf_weight_ = docx::kNone;
    // A header cell may cover several grid columns, of which the last may already be the next one's in the rows below:
    // programs that save a table anew align its rows by width. Its first column stands for it.
    before = docx::kNone;
    for (std::uint32_t column = 0; column < header.columns.size(); ++column) {
      if (header.columns[column] != ScoreColumn::weight) continue;
      const std::uint32_t cell = grid_.owner(header.end - 1, column);
      if (cell != docx::kNone && cell == before) continue;
      before = cell;
      std::size_t level = 0;
      while (level + 1 < levels_.size() && levels_[level + 1] < column) ++level;
      if (weight_columns_[level] == docx::kNone) weight_columns_[level] = column;
      leaf_weight_ = column;
    }
    for (std::size_t level = 0; level < levels_.size(); ++level) {
      if (weight_columns_[level] == leaf_weight_) weight_columns_[level] = docx::kNone;
    }
    group_at_.assign(levels_.size(), docx::kNone);
  }

  void close() {
    if (!open_) return;
    open_ = false;
    if (!form_.rows.empty()) forms_.push_back(std::move(form_));
    form_ = ScoreForm();
  }

  [[nodiscard]] ScoreMark mark_of(std::uint32_t cell) const {
    ScoreMark mark;
    if (cell == docx::kNone) return mark;
    const docx::Cell& place = grid_.table().cells[cell];
    mark.row = place.row;
    mark.row_end = place.row + place.row_span;
    const auto number = plain_number(grid_.cell_text(cell));
    if (!number) return mark;
    mark.passage = grid_.info(cell).passage;
    mark.span = number->span;
    mark.value = number->value;
    mark.places = number->places;
    mark.is_percent = number->is_percent;
    return mark;
  }

  /// The cell of the first such column, and whether it starts in this row.
  [[nodiscard]] std::uint32_t cell_in(const ScoreHeader& header, ScoreColumn wanted, std::uint32_t row,
                                      bool& is_origin) const {
    for (std::uint32_t column = 0; column < header.columns.size(); ++column) {
      if (header.columns[column] != wanted) continue;
      const std::uint32_t cell = grid_.owner(row, column);
      is_origin = cell != docx::kNone && grid_.table().cells[cell].row == row;
      return cell;
    }
    is_origin = false;
    return docx::kNone;
  }

  [[nodiscard]] std::string first_text(std::uint32_t row) const {
    for (std::uint32_t column = 0; column < grid_.columns(); ++column) {
      if (!grid_.is_origin(row, column)) continue;
      const std::string text = squeezed(grid_.text(row, column));
      if (!text.empty()) return without_brackets(text);
    }
    return {};
  }

  void read_fund(const ScoreHeader& header, std::uint32_t row, ScoreLine& fund) const {
    if (fund.is_set()) return;
    for (std::uint32_t column = 0; column < grid_.columns(); ++column) {
      if (!grid_.is_origin(row, column)) continue;
      if (!is_word("score_fund_row", without_brackets(squeezed(grid_.text(row, column))))) continue;
      read_line(header, row, ScoreColumn::execution, fund);
      if (!fund.weight.is_set() && !fund.score.is_set()) fund = {};
      return;
    }
  }

  void read_line(const ScoreHeader& header, std::uint32_t row, ScoreColumn rate, ScoreLine& line) const {
    bool is_origin = false;
    line.row = row;
    const std::uint32_t weight = header.has(ScoreColumn::level) ? cell_at(row, leaf_weight_)
                                                                : cell_in(header, ScoreColumn::weight, row, is_origin);
    line.weight = mark_of(weight);
    const std::uint32_t score = cell_in(header, ScoreColumn::score, row, is_origin);
    line.score = mark_of(score);
    line.rate = mark_of(cell_in(header, rate, row, is_origin));
    if (weight == score) line.weight = {};  // one merged cell holds the sum of scores
  }

  [[nodiscard]] std::uint32_t cell_at(std::uint32_t row, std::uint32_t column) const {
    return column == docx::kNone ? docx::kNone : grid_.owner(row, column);
  }

  void read_row(const ScoreHeader& header, std::uint32_t row) {
    const std::string first = first_text(row);
    if (first.empty() || form_.total.is_set()) return;
    std::string all;
    for (std::uint32_t column = 0; column < grid_.columns(); ++column) {
      if (grid_.is_origin(row, column)) all += grid_.text(row, column);
    }
    if (is_word("score_total_row", first)) {
      read_line(header, row, ScoreColumn::score_rate, form_.total);
      if (has_word("score_scaled", all)) form_.is_scaled = true;
      return;
    }
    if (first == "小计") return;
    add_indicator(header, row, all);
  }

  void add_indicator(const ScoreHeader& header, std::uint32_t row, const std::string& all) {
    IndicatorRow out;
    out.row = row;
    for (std::size_t level = 0; level < levels_.size(); ++level) {
      const std::uint32_t cell = grid_.owner(row, levels_[level]);
      const std::string_view text = cell == docx::kNone ? std::string_view() : grid_.cell_text(cell);
      if (text.empty()) continue;
      if (!out.label.empty()) out.label += '/';
      out.label += text;
      out.label_passage = grid_.info(cell).passage;
      if (level + 1 < levels_.size()) note_group(level, cell, row);
    }
    for (std::size_t level = 0; level + 1 < levels_.size(); ++level) extend_group(level, row);
    if (out.label.empty()) return;
    bool is_origin = false;
    const auto passage = [&](ScoreColumn wanted) {
      const std::uint32_t cell = cell_in(header, wanted, row, is_origin);
      return cell == docx::kNone || !is_origin ? docx::kNone : grid_.info(cell).passage;
    };
    out.target = passage(ScoreColumn::target);
    out.actual = passage(ScoreColumn::actual);
    out.reason = passage(ScoreColumn::reason);
    out.completion = passage(ScoreColumn::completion);
    const std::uint32_t weight = cell_at(row, leaf_weight_);
    if (weight != docx::kNone) {
      const docx::Cell& place = grid_.table().cells[weight];
      if (place.row == row) out.weight = mark_of(weight);
      out.shares_weight = place.row != row || place.row_span > 1;
      if (place.row == row && grid_.cell_text(weight).empty()) form_.is_blank_weight = true;
    }
    const std::uint32_t score = cell_in(header, ScoreColumn::score, row, is_origin);
    if (score != docx::kNone && is_origin) {
      out.score = mark_of(score);
      if (!out.score.is_set() && out.weight.is_set()) form_.is_blank_score = true;
    }
    const std::uint32_t deduction = cell_in(header, ScoreColumn::deduction, row, is_origin);
    if (deduction != docx::kNone && is_origin) out.deduction = mark_of(deduction);
    const std::uint32_t rate = cell_in(header, ScoreColumn::score_rate, row, is_origin);
    if (rate != docx::kNone && is_origin) out.rate = mark_of(rate);
    if (!out.weight.is_set() && !out.score.is_set() && !out.shares_weight && out.target == docx::kNone) return;
    form_.has_weights = form_.has_weights || out.weight.is_set();
    form_.has_scores = form_.has_scores || out.score.is_set();
    if (has_word("score_bonus", out.label)) form_.has_bonus = true;
    if (has_word("score_scaled", all)) form_.is_scaled = true;
    form_.rows.push_back(std::move(out));
  }

  /// A label of a level opens a group, unless it says again what the row above said.
  void note_group(std::size_t level, std::uint32_t cell, std::uint32_t row) {
    const std::string label = squeezed(grid_.cell_text(cell));
    if (group_at_[level] != docx::kNone) {
      const ScoreGroup& last = form_.groups[group_at_[level]];
      if (last.label == label && last.row_end == row) return;
      if (last.passage == grid_.info(cell).passage) return;
    }
    ScoreGroup group;
    group.level = static_cast<std::uint32_t>(level);
    group.passage = grid_.info(cell).passage;
    group.label = label;
    group.row = row;
    group.row_end = row;
    if (weight_columns_[level] != docx::kNone) {
      group.weight = mark_of(grid_.owner(row, weight_columns_[level]));
    } else if (const auto number = label_weight(grid_.cell_text(cell))) {
      group.weight.passage = group.passage;
      group.weight.span = number->span;
      group.weight.value = number->value;
      group.weight.places = number->places;
      group.weight.is_percent = number->is_percent;
    }
    group_at_[level] = static_cast<std::uint32_t>(form_.groups.size());
    form_.groups.push_back(std::move(group));
    for (std::size_t below = level + 1; below < group_at_.size(); ++below) group_at_[below] = docx::kNone;
  }

  void extend_group(std::size_t level, std::uint32_t row) {
    if (group_at_[level] != docx::kNone) form_.groups[group_at_[level]].row_end = row + 1;
  }

  const Grid& grid_;
  const lexicon::Lexicon& lexicon_;
  std::uint32_t table_;
  std::vector<ScoreForm> forms_;
  ScoreForm form_;
  bool open_ = false;
  std::vector<std::uint32_t> levels_;          // first grid column of each level
  std::vector<std::uint32_t> weight_columns_;  // by level; of the last one see leaf_weight_
  std::vector<std::uint32_t> group_at_;        // by level: the group that is open
  std::uint32_t leaf_weight_ = docx::kNone;
};

}  // namespace

std::vector<ScoreForm> read_score_forms(const docx::Document& document, const text::TextModel& model,
                                        const lexicon::Lexicon& lexicon, const facts::FactTable& facts,
                                        const Budget& budget) {
  std::vector<ScoreForm> out;
  GridAllowance allowance(budget.limits());
  for (std::uint32_t table = 0; table < document.tables.size(); ++table) {
    const docx::Table& source = document.tables[table];
    if (table >= model.cell_passage.size() || source.rows == 0 || source.columns == 0) continue;
    if (!allowance.covers(source) || budget.is_spent()) continue;
    const Grid grid(document, model, table, facts);
    std::vector<ScoreForm> forms = FormReader(grid, lexicon, table).run();
    const bool goes_on = forms.empty() && !out.empty() && out.back().table + 1 == table &&
                         document.tables[table].columns == document.tables[table - 1].columns &&
                         document.tables[table].before_paragraph <= document.tables[table - 1].after_paragraph + 1;
    if (goes_on) out.back().may_continue = true;
    for (ScoreForm& form : forms) out.push_back(std::move(form));
  }
  return out;
}

}  // namespace gouji::table
