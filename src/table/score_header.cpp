// SPDX-License-Identifier: Apache-2.0
#include "table/score_header.hpp"

#include <algorithm>
#include <string>

namespace gouji::table {
namespace {

class HeaderWords {
 public:
  explicit HeaderWords(const lexicon::Lexicon& lexicon) : lexicon_(lexicon) {}

  [[nodiscard]] bool is(const char* name, std::string_view text) const {
    const lexicon::ClassId id = lexicon_.class_id(name);
    if (id == lexicon::kNoClass) return false;
    const auto& words = lexicon_.words(id);
    return std::find(words.begin(), words.end(), text) != words.end();
  }
  [[nodiscard]] bool has(const char* name, std::string_view text) const {
    const lexicon::ClassId id = lexicon_.class_id(name);
    return id != lexicon::kNoClass && lexicon_.contains(id, text);
  }

  [[nodiscard]] ScoreColumn column_of(std::string_view raw) const {
    const std::string text = without_brackets(squeezed(raw));
    constexpr std::size_t kMostBytes = 45;
    if (text.empty() || text.size() > kMostBytes) return ScoreColumn::none;
    if (text.find("得分率") != std::string::npos) return ScoreColumn::score_rate;
    if (is("score_weight_header", text)) return ScoreColumn::weight;
    if (is("score_score_header", text)) return ScoreColumn::score;
    if (has("score_reason_header", text)) return ScoreColumn::reason;
    if (has("score_other_header", text)) return ScoreColumn::other;
    if (text.find("扣分") != std::string::npos) return ScoreColumn::deduction;
    if (text.ends_with("执行率")) return ScoreColumn::execution;
    if (has("score_completion_header", text)) return ScoreColumn::completion;
    if (has("score_actual_header", text)) return ScoreColumn::actual;
    if (has("score_target_header", text)) return ScoreColumn::target;
    if (is("score_level_header", text)) return ScoreColumn::level;
    return ScoreColumn::none;
  }

 private:
  const lexicon::Lexicon& lexicon_;
};

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Digits with one point at `at`; the end, or `at` when there are none.
std::size_t number_end(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size() && is_digit(text[end])) ++end;
  if (end > at && end + 1 < text.size() && text[end] == '.' && is_digit(text[end + 1])) {
    ++end;
    while (end < text.size() && is_digit(text[end])) ++end;
  }
  return end;
}

PlainNumber number_of(std::string_view text, std::size_t begin, std::size_t end) {
  PlainNumber out;
  const std::string_view digits = text.substr(begin, end - begin);
  const std::size_t point = digits.find('.');
  out.places = point == std::string_view::npos ? 0 : static_cast<int>(digits.size() - point - 1);
  out.value = Rational::parse(digits).value_or(Rational::undefined());
  out.span = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
  return out;
}

}  // namespace

bool ScoreHeader::has(ScoreColumn wanted) const { return count(wanted) > 0; }

std::uint32_t ScoreHeader::count(ScoreColumn wanted) const {
  return static_cast<std::uint32_t>(std::count(columns.begin(), columns.end(), wanted));
}

std::optional<ScoreHeader> score_header_at(const Grid& grid, const lexicon::Lexicon& lexicon, std::uint32_t row) {
  const HeaderWords words(lexicon);
  ScoreHeader header;
  header.row = row;
  header.end = row + 1;
  header.columns.assign(grid.columns(), ScoreColumn::none);
  bool starts = false;
  for (std::uint32_t column = 0; column < grid.columns(); ++column) {
    if (!grid.is_origin(row, column)) continue;
    const ScoreColumn kind = words.column_of(grid.text(row, column));
    if (kind == ScoreColumn::none || kind == ScoreColumn::other) continue;
    starts = true;
    const docx::Cell& cell = grid.table().cells[grid.owner(row, column)];
    constexpr std::uint32_t kMostHeaderRows = 3;
    if (cell.row_span <= kMostHeaderRows) header.end = std::max(header.end, row + cell.row_span);
  }
  if (!starts) return std::nullopt;
  header.end = std::min(header.end, grid.rows());
  for (std::uint32_t column = 0; column < grid.columns(); ++column) {
    std::uint32_t seen = docx::kNone;
    for (std::uint32_t at = header.end; at-- > row;) {
      const std::uint32_t cell = grid.owner(at, column);
      if (cell == docx::kNone || cell == seen) continue;
      seen = cell;
      const docx::Cell& place = grid.table().cells[cell];
      if (place.row < row || place.row + place.row_span > header.end) continue;  // 绩效指标 down the left side
      const ScoreColumn kind = words.column_of(grid.cell_text(cell));
      if (kind == ScoreColumn::none) continue;
      header.columns[column] = kind;
      break;
    }
  }
  const bool has_points = header.has(ScoreColumn::weight) || header.has(ScoreColumn::score);
  header.is_fund = header.has(ScoreColumn::execution) && has_points && !header.has(ScoreColumn::level);
  if (header.is_fund) return header;
  if (!header.has(ScoreColumn::level)) return std::nullopt;
  if (has_points || (header.has(ScoreColumn::target) && header.has(ScoreColumn::actual))) return header;
  return std::nullopt;
}

std::optional<PlainNumber> plain_number(std::string_view text) {
  const bool is_negative = text.starts_with("-");
  const std::size_t begin = is_negative ? 1 : 0;
  const std::size_t end = number_end(text, begin);
  if (end == begin || end - begin > 8) return std::nullopt;
  const std::string_view rest = text.substr(end);
  if (!rest.empty() && rest != "分" && rest != "%") return std::nullopt;
  PlainNumber out = number_of(text, begin, end);
  if (is_negative) {
    out.value = -out.value;
    out.span.begin = 0;
  }
  out.is_percent = rest == "%";
  return out;
}

std::optional<PlainNumber> label_weight(std::string_view text) {
  std::string_view body = text;
  bool in_brackets = false;
  for (const std::string_view close : {"）", ")"}) {
    if (body.ends_with(close)) {
      body.remove_suffix(close.size());
      in_brackets = true;
    }
  }
  bool has_unit = false;
  bool is_percent = false;
  if (body.ends_with("分")) {
    body.remove_suffix(std::string_view("分").size());
    has_unit = true;
  } else if (body.ends_with("%")) {
    body.remove_suffix(1);
    is_percent = true;
  }
  std::size_t begin = body.size();
  while (begin > 0 && (is_digit(body[begin - 1]) || body[begin - 1] == '.')) --begin;
  if (begin == body.size() || begin == 0 || number_end(body, begin) != body.size()) return std::nullopt;
  const std::string_view before = body.substr(0, begin);
  if (in_brackets) {
    const bool opens = before.ends_with("（") || before.ends_with("(") || before.ends_with("权重") ||
                       before.ends_with("分值") || before.ends_with("满分") || before.ends_with("：");
    if (!opens) return std::nullopt;
  } else if (!has_unit) {
    return std::nullopt;
  }
  PlainNumber out = number_of(body, begin, body.size());
  out.is_percent = is_percent;
  if (out.value.is_zero() || out.value > Rational(100)) return std::nullopt;
  return out;
}

}  // namespace gouji::table
