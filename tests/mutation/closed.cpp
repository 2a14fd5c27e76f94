// SPDX-License-Identifier: Apache-2.0
#include "mutation/closed.hpp"

#include <algorithm>

namespace gouji::mutation {
namespace {

constexpr std::size_t kNoFigure = static_cast<std::size_t>(-1);
constexpr int kTellingDigits = 3;  // fewer digits close by chance

bool sums_up(const Report& report, std::size_t total, const std::vector<std::size_t>& parts) {
  Rational sum(0);
  Rational most(0);
  for (const std::size_t part : parts) {
    if (report.figures[part].value.is_zero()) return false;
    sum += report.figures[part].value;
    most = max(most, report.figures[part].value);
  }
  const Figure& figure = report.figures[total];
  return sum == figure.value && most < figure.value && (figure.digits >= kTellingDigits || parts.size() >= 3);
}

bool prints_as(const Rational& ratio, const Figure& percent) {
  if (!ratio.is_defined()) return false;
  return abs(ratio * Rational(100) - percent.value) * Rational(2) <= percent.step;
}

bool is_money(const Figure& figure) { return figure.unit.ends_with("元"); }

void find_sums(const Report& report, const std::vector<std::size_t>& same, std::vector<Closed>& closed) {
  for (std::size_t at = 0; at < same.size(); ++at) {
    std::vector<std::size_t> behind;
    for (std::size_t next = at + 1; next < same.size(); ++next) {
      behind.push_back(same[next]);
      if (behind.size() >= 2 && sums_up(report, same[at], behind))
        closed.push_back({Closure::text_sum, same[at], behind});
    }
  }
}

void find_rates(const Report& report, const std::vector<std::size_t>& money, std::size_t percent,
                std::vector<Closed>& closed) {
  const Figure& rate = report.figures[percent];
  if (rate.digits < kTellingDigits) return;
  for (const std::size_t a : money) {
    for (const std::size_t b : money) {
      const Rational& level = report.figures[a].value;
      const Rational& other = report.figures[b].value;
      if (a == b || a > percent || b > percent || report.figures[b].digits < kTellingDigits) continue;
      if (a + 1 == b && b + 1 == percent &&
          (prints_as(other / (level - other), rate) || prints_as(other / (level + other), rate))) {
        closed.push_back({Closure::change_rate, percent, {a, b}});
      } else if (b + 1 == percent && a < b && prints_as(other / level, rate) && rate.value < Rational(100)) {
        closed.push_back({Closure::share, percent, {b, a}});
      }
    }
  }
}

void find_in_text(const Report& report, std::vector<Closed>& closed) {
  for (std::size_t begin = 0; begin < report.figures.size();) {
    std::size_t end = begin;
    while (end < report.figures.size() && report.figures[end].sentence == report.figures[begin].sentence) ++end;
    std::vector<std::string> seen;
    std::vector<std::size_t> money;
    for (std::size_t at = begin; at < end; ++at) {
      const std::string& unit = report.figures[at].unit;
      if (unit == "cell") continue;
      if (is_money(report.figures[at]) && (money.empty() || report.figures[money[0]].unit == unit)) money.push_back(at);
      if (std::find(seen.begin(), seen.end(), unit) != seen.end()) continue;
      seen.push_back(unit);
      if (unit == "%" || unit == "个百分点") continue;
      std::vector<std::size_t> same;
      for (std::size_t other = at; other < end; ++other) {
        if (report.figures[other].unit == unit) same.push_back(other);
      }
      find_sums(report, same, closed);
    }
    for (std::size_t at = begin; at < end; ++at) {
      if (report.figures[at].unit == "%") find_rates(report, money, at, closed);
    }
    begin = end;
  }
}

/// Runs of neighbours beside a cell in one direction: the longest first that adds up.
template <class CellAt>
void find_run(const Report& report, std::size_t total, std::size_t count, CellAt at, Closed found,
              std::vector<Closed>& closed) {
  std::vector<std::size_t> parts;
  for (std::size_t step = 1; step <= count; ++step) {
    const std::size_t figure = at(step);
    if (figure == kNoFigure) break;
    parts.push_back(figure);
    if (parts.size() < 2 || !sums_up(report, total, parts)) continue;
    found.total = total;
    found.parts = parts;
    closed.push_back(found);
    return;
  }
}

std::size_t figure_at(const PlainTable& table, std::size_t row, std::size_t column) {
  return row < table.rows.size() && column < table.rows[row].size() ? table.rows[row][column].figure : kNoFigure;
}

void find_in_table(const Report& report, std::size_t index, std::vector<Closed>& closed) {
  const PlainTable& table = report.tables[index];
  for (std::size_t row = 0; row < table.rows.size(); ++row) {
    for (std::size_t column = 0; column < table.rows[row].size(); ++column) {
      const std::size_t total = table.rows[row][column].figure;
      if (total == kNoFigure) continue;
      const Closed of_column{Closure::column_sum, 0, {}, index, row, column};
      const Closed of_row{Closure::row_sum, 0, {}, index, row, column};
      find_run(
          report, total, row, [&](std::size_t step) { return figure_at(table, row - step, column); }, of_column,
          closed);
      find_run(
          report, total, table.rows.size(), [&](std::size_t step) { return figure_at(table, row + step, column); },
          of_column, closed);
      find_run(
          report, total, table.rows[row].size(), [&](std::size_t step) { return figure_at(table, row, column + step); },
          of_row, closed);
    }
  }
}

}  // namespace

std::vector<Closed> find_closed(const Report& report) {
  std::vector<Closed> closed;
  find_in_text(report, closed);
  for (std::size_t table = 0; table < report.tables.size(); ++table) find_in_table(report, table, closed);
  return closed;
}

const char* family_of(Closure kind) {
  switch (kind) {
    case Closure::text_sum:
    case Closure::column_sum:
    case Closure::row_sum: return "total";
    case Closure::change_rate: return "change";
    case Closure::share: return "ratio";
  }
  return "total";
}

}  // namespace gouji::mutation
