// SPDX-License-Identifier: Apache-2.0
#include "mutation/figures.hpp"

#include <array>
#include <string_view>
#include <utility>

#include "base/utf8.hpp"

namespace gouji::mutation {
namespace {

constexpr std::size_t kNoFigure = static_cast<std::size_t>(-1);

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// Longest first.
constexpr std::array<std::string_view, 26> kUnits{"个百分点", "万元", "亿元", "千元", "元", "%",  "％", "人次", "人",
                                                  "名",       "个",   "家",   "户",   "辆", "台", "套", "件",   "项",
                                                  "所",       "处",   "分",   "公里", "亩", "份", "次", "场"};

/// «12,345.60» from `at`; false when it is a date, a number of a document or a heading, or part of a code.
bool read_number(const std::string& text, std::size_t at, Figure& figure) {
  std::size_t end = at;
  Int128 value = 0;
  int decimals = -1;
  int digits = 0;
  for (; end < text.size(); ++end) {
    const char c = text[end];
    if (is_digit(c)) {
      value = value * 10 + (c - '0');
      if (decimals >= 0) ++decimals;
      if (digits > 0 || c != '0') ++digits;
    } else if (c == ',' && decimals < 0 && end + 3 < text.size() && is_digit(text[end + 1]) &&
               is_digit(text[end + 2]) && is_digit(text[end + 3])) {
      continue;
    } else if (c == '.' && decimals < 0 && end + 1 < text.size() && is_digit(text[end + 1])) {
      decimals = 0;
    } else {
      break;
    }
  }
  if (end - at > 18) return false;
  figure.begin = at;
  figure.end = end;
  figure.step = Rational::power_of_ten(decimals > 0 ? -decimals : 0);
  figure.value = Rational::of(value, 1) * figure.step;
  figure.digits = digits;
  return true;
}

std::string unit_behind(std::string_view rest) {
  while (rest.starts_with(" ")) rest.remove_prefix(1);
  for (const std::string_view unit : kUnits) {
    if (rest.starts_with(unit)) return std::string(unit == "％" ? "%" : unit);
  }
  return {};
}

void read_sentences(Report& report, const Line& line, std::size_t& sentence) {
  ++sentence;
  for (std::size_t at = line.begin; at < line.end;) {
    const std::string_view rest = std::string_view(report.text).substr(at, line.end - at);
    if (rest.starts_with("。")) ++sentence;
    Figure figure;
    const bool is_start = is_digit(report.text[at]) &&
                          (at == line.begin || (!is_digit(report.text[at - 1]) && report.text[at - 1] != '.'));
    if (is_start && read_number(report.text, at, figure)) {
      figure.unit = unit_behind(std::string_view(report.text).substr(figure.end, line.end - figure.end));
      figure.sentence = sentence;
      if (!figure.unit.empty()) report.figures.push_back(figure);
      at = figure.end;
    } else {
      at += utf8::length(report.text[at]);
    }
  }
}

void read_row(Report& report, const Line& line, PlainTable& table, std::size_t sentence) {
  std::vector<TableCell> row;
  std::size_t begin = line.begin + 1;
  for (std::size_t at = begin; at < line.end; ++at) {
    if (report.text[at] != '|') continue;
    TableCell cell{{}, begin, at, kNoFigure};
    while (cell.begin < cell.end && report.text[cell.begin] == ' ') ++cell.begin;
    while (cell.end > cell.begin && report.text[cell.end - 1] == ' ') --cell.end;
    cell.text = report.text.substr(cell.begin, cell.end - cell.begin);
    Figure figure;
    if (!cell.text.empty() && is_digit(cell.text[0]) && read_number(report.text, cell.begin, figure) &&
        figure.end == cell.end) {
      figure.unit = "cell";
      figure.sentence = sentence;
      cell.figure = report.figures.size();
      report.figures.push_back(figure);
    }
    row.push_back(std::move(cell));
    begin = at + 1;
  }
  table.rows.push_back(std::move(row));
  table.row_begin.push_back(line.begin);
  table.row_end.push_back(line.end + 1);
}

}  // namespace

Report read_report(std::string name, std::string text) {
  Report report;
  report.name = std::move(name);
  report.text = std::move(text);
  if (report.text.empty() || report.text.back() != '\n') report.text += '\n';
  std::size_t sentence = 0;
  bool in_table = false;
  for (std::size_t begin = 0; begin < report.text.size();) {
    const std::size_t end = report.text.find('\n', begin);
    const Line line{begin, end};
    if (end > begin && report.text[begin] == '|') {
      if (!in_table) report.tables.emplace_back();
      in_table = true;
      read_row(report, line, report.tables.back(), ++sentence);
    } else {
      in_table = false;
      report.lines.push_back(line);
      read_sentences(report, line, sentence);
    }
    begin = end + 1;
  }
  return report;
}

}  // namespace gouji::mutation
