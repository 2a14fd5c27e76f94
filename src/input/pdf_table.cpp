// Lines that touch are one table; their places are its grid; where no line parts two fields, they are one cell.
// SPDX-License-Identifier: Apache-2.0
#include "input/pdf_table.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <utility>

namespace gouji::input {
namespace {

constexpr double kTouch = 2.5;  // lines this near meet
constexpr double kSame = 2.5;   // borders this near are one
constexpr std::size_t kMostFields = 400'000;
constexpr std::size_t kMostMeetings = 4'000'000;  // pairs of lines on one page: more is a drawing, not tables

/// Stretches of one line put together.
std::vector<PdfRule> merged(std::vector<PdfRule> rules) {
  std::sort(rules.begin(), rules.end(),
            [](const PdfRule& a, const PdfRule& b) { return std::pair(a.at, a.from) < std::pair(b.at, b.from); });
  // lines a hair apart are one line, drawn cell by cell
  for (std::size_t i = 1; i < rules.size(); ++i) {
    if (rules[i].at - rules[i - 1].at < 0.7) rules[i].at = rules[i - 1].at;
  }
  std::sort(rules.begin(), rules.end(),
            [](const PdfRule& a, const PdfRule& b) { return std::pair(a.at, a.from) < std::pair(b.at, b.from); });
  std::vector<PdfRule> out;
  for (const PdfRule& rule : rules) {
    if (!out.empty() && out.back().at == rule.at && rule.from <= out.back().to + kTouch) {
      out.back().to = std::max(out.back().to, rule.to);
    } else {
      out.push_back(rule);
    }
  }
  return out;
}

bool is_within(double value, const PdfRule& rule) { return value >= rule.from - kTouch && value <= rule.to + kTouch; }

class Union {
 public:
  explicit Union(std::size_t size) : parent_(size) { std::iota(parent_.begin(), parent_.end(), std::size_t{0}); }
  std::size_t find(std::size_t one) {
    while (parent_[one] != one) one = parent_[one] = parent_[parent_[one]];
    return one;
  }
  void join(std::size_t a, std::size_t b) { parent_[find(a)] = find(b); }

 private:
  std::vector<std::size_t> parent_;
};

struct Frame {
  std::vector<PdfRule> horizontal;
  std::vector<PdfRule> vertical;
};

/// Lines that meet, table by table.
std::vector<Frame> frames_of(const PdfPage& page) {
  const std::vector<PdfRule> rows = merged(page.horizontal);
  const std::vector<PdfRule> columns = merged(page.vertical);
  if (rows.size() * columns.size() > kMostMeetings) return {};
  Union sets(rows.size() + columns.size());
  for (std::size_t i = 0; i < rows.size(); ++i) {
    for (std::size_t k = 0; k < columns.size(); ++k) {
      if (is_within(columns[k].at, rows[i]) && is_within(rows[i].at, columns[k])) sets.join(i, rows.size() + k);
    }
  }
  std::map<std::size_t, Frame> frames;
  for (std::size_t i = 0; i < rows.size(); ++i) frames[sets.find(i)].horizontal.push_back(rows[i]);
  for (std::size_t k = 0; k < columns.size(); ++k) frames[sets.find(rows.size() + k)].vertical.push_back(columns[k]);
  std::vector<Frame> out;
  for (auto& [root, frame] : frames) {
    if (frame.horizontal.size() >= 2 && !frame.vertical.empty()) out.push_back(std::move(frame));
  }
  return out;
}

std::vector<double> borders(const std::vector<PdfRule>& rules) {
  std::vector<double> places;
  for (const PdfRule& rule : rules) places.push_back(rule.at);
  std::sort(places.begin(), places.end());
  std::vector<double> out;
  for (const double place : places) {
    if (out.empty() || place - out.back() > kSame) out.push_back(place);
  }
  return out;
}

/// Tables are often drawn without the lines at their sides: the rows' ends stand for them.
void close_sides(Frame& frame) {
  const auto [top, bottom] = std::minmax_element(frame.horizontal.begin(), frame.horizontal.end(),
                                                 [](const PdfRule& a, const PdfRule& b) { return a.at < b.at; });
  const PdfRule whole{0, top->at, bottom->at};
  std::vector<double> lefts;
  std::vector<double> rights;
  for (const PdfRule& rule : frame.horizontal) {
    lefts.push_back(rule.from);
    rights.push_back(rule.to);
  }
  const double left = *std::min_element(lefts.begin(), lefts.end());
  const double right = *std::max_element(rights.begin(), rights.end());
  const std::vector<double> places = borders(frame.vertical);
  constexpr double kNarrowest = 12;
  if (places.front() - left > kNarrowest) frame.vertical.push_back({left, whole.from, whole.to});
  if (right - places.back() > kNarrowest) frame.vertical.push_back({right, whole.from, whole.to});
}

class Grid {
 public:
  explicit Grid(Frame frame) : frame_(std::move(frame)) {
    close_sides(frame_);
    xs_ = borders(frame_.vertical);
    ys_ = borders(frame_.horizontal);
  }

  [[nodiscard]] bool is_table() const {
    return xs_.size() >= 2 && ys_.size() >= 2 && (xs_.size() > 2 || ys_.size() > 2) &&
           (xs_.size() - 1) * (ys_.size() - 1) <= kMostFields;
  }

  PdfTable take(PdfPage& page, int number) {
    PdfTable table;
    table.page = number;
    table.top = ys_.front();
    table.bottom = ys_.back();
    table.edges = xs_;
    table.rows = static_cast<std::uint32_t>(rows());
    make_cells(table);
    put_words(page, table);
    return table;
  }

 private:
  [[nodiscard]] std::size_t rows() const { return ys_.size() - 1; }
  [[nodiscard]] std::size_t columns() const { return xs_.size() - 1; }
  [[nodiscard]] std::size_t field(std::size_t row, std::size_t column) const { return row * columns() + column; }

  /// The lines that stand at each border.
  static std::vector<std::vector<PdfRule>> by_border(const std::vector<PdfRule>& rules,
                                                     const std::vector<double>& places) {
    std::vector<std::vector<PdfRule>> out(places.size());
    for (const PdfRule& rule : rules) {
      const auto behind = std::upper_bound(places.begin(), places.end(), rule.at);
      if (behind != places.begin()) out[static_cast<std::size_t>(behind - places.begin()) - 1].push_back(rule);
    }
    return out;
  }

  static bool has_wall(const std::vector<PdfRule>& rules, double from, double to) {
    const double middle = (from + to) / 2;
    return std::any_of(rules.begin(), rules.end(),
                       [&](const PdfRule& rule) { return rule.from <= middle && rule.to >= middle; });
  }

  void make_cells(PdfTable& table) {
    Union sets(rows() * columns());
    const auto vertical = by_border(frame_.vertical, xs_);
    const auto horizontal = by_border(frame_.horizontal, ys_);
    for (std::size_t row = 0; row < rows(); ++row) {
      for (std::size_t column = 0; column < columns(); ++column) {
        if (column + 1 < columns() && !has_wall(vertical[column + 1], ys_[row], ys_[row + 1]))
          sets.join(field(row, column), field(row, column + 1));
        if (row + 1 < rows() && !has_wall(horizontal[row + 1], xs_[column], xs_[column + 1]))
          sets.join(field(row, column), field(row + 1, column));
      }
    }
    owner_.assign(rows() * columns(), 0);
    std::map<std::size_t, std::size_t> cell_of;  // root of a set -> cell
    std::vector<std::size_t> fields;             // how many each cell has
    for (std::size_t row = 0; row < rows(); ++row) {
      for (std::size_t column = 0; column < columns(); ++column) {
        const auto [found, is_new] = cell_of.emplace(sets.find(field(row, column)), table.cells.size());
        if (is_new) {
          PdfCell cell;
          cell.row = static_cast<std::uint32_t>(row);
          cell.column = static_cast<std::uint32_t>(column);
          cell.page = table.page;
          table.cells.push_back(std::move(cell));
          fields.push_back(0);
        }
        PdfCell& cell = table.cells[found->second];
        if (column < cell.column) is_crooked_ = true;
        cell.row_span = std::max(cell.row_span, static_cast<std::uint32_t>(row) + 1 - cell.row);
        if (column >= cell.column)
          cell.column_span = std::max(cell.column_span, static_cast<std::uint32_t>(column) + 1 - cell.column);
        owner_[field(row, column)] = found->second;
        ++fields[found->second];
      }
    }
    for (std::size_t i = 0; i < table.cells.size(); ++i) {
      const PdfCell& cell = table.cells[i];
      if (static_cast<std::size_t>(cell.row_span) * cell.column_span != fields[i]) is_crooked_ = true;
    }
    table.is_guessed = is_crooked_;
    if (is_crooked_) single_fields(table);
  }

  /// Cells that are no rectangles cannot stand in a table: each field by itself then.
  void single_fields(PdfTable& table) {
    table.cells.clear();
    for (std::size_t row = 0; row < rows(); ++row) {
      for (std::size_t column = 0; column < columns(); ++column) {
        owner_[field(row, column)] = table.cells.size();
        PdfCell cell;
        cell.row = static_cast<std::uint32_t>(row);
        cell.column = static_cast<std::uint32_t>(column);
        cell.page = table.page;
        table.cells.push_back(std::move(cell));
      }
    }
  }

  void put_words(PdfPage& page, PdfTable& table) {
    std::vector<std::vector<PdfWord>> words(table.cells.size());
    std::vector<PdfWord> rest;
    for (PdfWord& word : page.words) {
      const double middle = (word.left + word.right) / 2;
      const bool is_inside = word.middle() > ys_.front() && word.middle() < ys_.back() &&
                             middle > xs_.front() - kTouch && middle < xs_.back() + kTouch;
      if (!is_inside) {
        rest.push_back(std::move(word));
        continue;
      }
      const auto row =
          static_cast<std::size_t>(std::upper_bound(ys_.begin(), ys_.end(), word.middle()) - ys_.begin()) - 1;
      put_word(std::move(word), std::min(row, rows() - 1), words);
    }
    page.words = std::move(rest);
    for (std::size_t i = 0; i < table.cells.size(); ++i) {
      PdfCell& cell = table.cells[i];
      const double width = xs_[std::min<std::size_t>(cell.column + cell.column_span, columns())] - xs_[cell.column];
      WrappedText text = text_of_cell(std::move(words[i]), width);
      cell.text = std::move(text.text);
      cell.opening = text.opening;
      cell.room = text.room;
    }
  }

  /// A word that runs over a border is two words that stand close.
  void put_word(PdfWord word, std::size_t row, std::vector<std::vector<PdfWord>>& words) {
    constexpr double kOver = 3.0;
    for (std::size_t column = 0; column < columns(); ++column) {
      if (word.left >= xs_[column + 1] - kOver && column + 1 < columns()) continue;
      const std::size_t cell = owner_[field(row, column)];
      const bool ends_here =
          column + 1 == columns() || word.right <= xs_[column + 1] + kOver || owner_[field(row, column + 1)] == cell;
      if (!ends_here) {
        PdfWord behind = split_word(word, xs_[column + 1]);
        if (!word.text.empty()) words[cell].push_back(std::move(word));
        word = std::move(behind);
        if (word.text.empty()) return;
        continue;
      }
      words[cell].push_back(std::move(word));
      return;
    }
  }

  Frame frame_;
  std::vector<double> xs_;
  std::vector<double> ys_;
  std::vector<std::size_t> owner_;  // field -> cell
  bool is_crooked_ = false;
};

}  // namespace

std::vector<PdfTable> take_ruled_tables(PdfPage& page, int number) {
  std::vector<PdfTable> tables;
  for (Frame& frame : frames_of(page)) {
    Grid grid(std::move(frame));
    if (!grid.is_table()) continue;
    PdfTable table = grid.take(page, number);
    const bool is_empty =
        std::all_of(table.cells.begin(), table.cells.end(), [](const PdfCell& cell) { return cell.text.empty(); });
    if (!is_empty) tables.push_back(std::move(table));
  }
  std::sort(tables.begin(), tables.end(), [](const PdfTable& a, const PdfTable& b) { return a.top < b.top; });
  return tables;
}

}  // namespace gouji::input
