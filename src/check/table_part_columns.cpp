// SPDX-License-Identifier: Apache-2.0
#include "check/table_part_columns.hpp"

#include <algorithm>
#include <optional>
#include <string>

namespace gouji::check {
namespace {

using table::Column;
using table::TableView;
using table::Words;

/// Depth at which the header says 合计 or 小计.
std::optional<std::size_t> total_depth(const Column& column, const Words& words) {
  for (std::size_t depth = column.path.size(); depth-- > 0;) {
    const std::string& text = column.path[depth];
    if (words.is_total(text) || words.has(words.subtotal, text)) return depth;
    // only what splits every group alike (预算数 | 决算数) may stand below
    if (!words.has(words.measure, text)) return std::nullopt;
  }
  return std::nullopt;
}

bool is_of_which(const Column& column, const Words& words) {
  return std::any_of(column.path.begin(), column.path.end(),
                     [&](const std::string& part) { return words.starts(words.of_which, part); });
}

class ReadingMaker {
 public:
  ReadingMaker(const TableView& view, std::uint32_t total, std::size_t depth, const Words& words)
      : view_(view), total_(total), column_(view.columns[total]), depth_(depth), words_(words) {
    has_measure_ = column_.path.size() > depth + 1;
    for (std::uint32_t other = 0; other < view.columns.size(); ++other) {
      if (other != total && is_fellow(view.columns[other])) fellows_.push_back(other);
    }
  }

  std::vector<ColumnReading> run() {
    if (add_named_subtotal()) return std::move(out_);
    add(tree(), true);
    const std::size_t behind =
        static_cast<std::size_t>(std::upper_bound(fellows_.begin(), fellows_.end(), total_) - fellows_.begin());
    std::vector<std::uint32_t> after(fellows_.begin() + static_cast<std::ptrdiff_t>(behind), fellows_.end());
    std::vector<std::uint32_t> before(fellows_.begin(), fellows_.begin() + static_cast<std::ptrdiff_t>(behind));
    const auto is_part = [&](std::uint32_t other) { return !total_depth(view_.columns[other], words_).has_value(); };
    const auto stop = std::find_if_not(after.begin(), after.end(), is_part);
    add({after.begin(), stop}, false);
    const auto start = std::find_if_not(before.rbegin(), before.rend(), is_part);
    add({start.base(), before.end()}, false);
    std::vector<std::uint32_t> parts;
    std::vector<std::uint32_t> totals;
    std::vector<std::uint32_t> plain;
    for (const std::uint32_t other : fellows_) {
      (is_part(other) ? parts : totals).push_back(other);
      if (is_part(other) && !is_of_which(view_.columns[other], words_)) plain.push_back(other);
    }
    add(parts, false);
    add(totals, false);
    add(plain, false);
    return std::move(out_);
  }

 private:
  /// Under the same upper header, in the same half, of the same kind and measure.
  [[nodiscard]] bool is_fellow(const Column& other) const {
    if (other.half != column_.half || !other.is_amount() || other.role != column_.role || other.path.size() <= depth_)
      return false;
    if (!std::equal(column_.path.begin(), column_.path.begin() + static_cast<std::ptrdiff_t>(depth_),
                    other.path.begin()))
      return false;
    return !has_measure_ || other.path.back() == column_.path.back();
  }

  /// One column for each group beside the total: its own 小计, or all of its columns.
  [[nodiscard]] std::vector<std::uint32_t> tree() const {
    std::vector<std::uint32_t> parts;
    for (std::size_t i = 0; i < fellows_.size();) {
      const std::string& name = view_.columns[fellows_[i]].path[depth_];
      std::size_t end = i + 1;
      while (end < fellows_.size() && view_.columns[fellows_[end]].path[depth_] == name) ++end;
      std::size_t own = end;
      if (words_.has(words_.subtotal, name) && name.size() > 6) {
        while (end < fellows_.size() && common_head(view_.columns[fellows_[end]].path[depth_], name) >= 3) ++end;
        parts.push_back(fellows_[i]);
        i = end;
        continue;
      }
      for (std::size_t k = i; k < end; ++k) {
        const auto depth = total_depth(view_.columns[fellows_[k]], words_);
        if (depth && *depth > depth_ && own == end) own = k;
      }
      if (own != end) {
        parts.push_back(fellows_[own]);
      } else {
        for (std::size_t k = i; k < end; ++k) {
          if (!is_of_which(view_.columns[fellows_[k]], words_)) parts.push_back(fellows_[k]);
        }
      }
      i = end;
    }
    return parts;
  }

  static std::size_t common_head(const std::string& a, const std::string& b) {
    std::size_t size = 0;
    while (size < a.size() && size < b.size() && a[size] == b[size]) ++size;
    return size / 3;  // Chinese characters
  }

  /// «公务用车费小计 | 公务用车购置费 | 公务用车运行费 | 公务接待费» on one level: the columns behind it that are named
  /// alike.
  bool add_named_subtotal() {
    const std::string& name = column_.path[depth_];
    if (!words_.has(words_.subtotal, name) || name.size() <= 6) return false;
    std::vector<std::uint32_t> parts;
    bool has_total = false;
    for (const std::uint32_t other : fellows_) {
      const Column& fellow = view_.columns[other];
      has_total = has_total || total_depth(fellow, words_).has_value();
      if (other < total_ || total_depth(fellow, words_)) continue;
      if (common_head(fellow.path[depth_], name) < 3 && !is_of_which(fellow, words_)) break;
      parts.push_back(other);
    }
    add(parts, true);
    if (!out_.empty()) out_.back().is_complete = true;
    return has_total || !out_.empty();
  }

  void add(const std::vector<std::uint32_t>& columns, bool is_tree) {
    if (columns.size() < 2) return;
    ColumnReading reading;
    for (const std::uint32_t column : columns) reading.parts.push_back({column, false});
    const bool known =
        std::any_of(out_.begin(), out_.end(), [&](const ColumnReading& other) { return other.parts == reading.parts; });
    if (known) return;
    reading.is_tree = is_tree;
    reading.is_complete = columns.size() == fellows_.size();
    out_.push_back(std::move(reading));
  }

  const TableView& view_;
  std::uint32_t total_;
  const Column& column_;
  std::size_t depth_;
  const Words& words_;
  bool has_measure_ = false;
  std::vector<std::uint32_t> fellows_;
  std::vector<ColumnReading> out_;
};

/// "3=1+2": the name before '=' or the whole text, brackets off.
std::string name_of(std::string_view formula) {
  std::string name;
  for (const char byte : formula.substr(0, formula.find('='))) {
    if ((byte >= '0' && byte <= '9') || (byte >= 'A' && byte <= 'Z') || (byte >= 'a' && byte <= 'z')) name += byte;
  }
  return name;
}

std::optional<ColumnReading> stated(const TableView& view, std::uint32_t total) {
  const std::string& formula = view.formula[total];
  const std::size_t equals = formula.find('=');
  if (equals == std::string::npos || formula.find('=', equals + 1) != std::string::npos) return std::nullopt;
  ColumnReading reading;
  reading.is_stated = true;
  std::string name;
  bool negative = false;
  const std::string terms = formula.substr(equals + 1) + "+";
  for (std::size_t i = 0; i < terms.size(); ++i) {
    const char byte = terms[i];
    if (byte == '*' || byte == '/') return std::nullopt;
    if (byte != '+' && byte != '-') {
      if (static_cast<unsigned char>(byte) < 0x80 && byte != '(' && byte != ')' && byte != ' ') name += byte;
      continue;
    }
    std::uint32_t found = docx::kNone;
    for (std::uint32_t column = 0; column < view.formula.size(); ++column) {
      if (column != total && !name.empty() && name_of(view.formula[column]) == name) found = column;
    }
    if (found == docx::kNone || !view.columns[found].is_amount()) return std::nullopt;
    reading.parts.push_back({found, negative});
    negative = byte == '-';
    name.clear();
  }
  return reading.parts.size() >= 2 ? std::optional(reading) : std::nullopt;
}

}  // namespace

std::vector<ColumnReading> column_readings(const TableView& view, std::uint32_t total, const Words& words) {
  const Column& column = view.columns[total];
  if (!column.is_amount()) return {};
  if (total < view.formula.size()) {
    if (auto reading = stated(view, total)) return {*reading};
  }
  const auto depth = total_depth(column, words);
  if (!depth) return {};
  return ReadingMaker(view, total, *depth, words).run();
}

}  // namespace gouji::check
