// SPDX-License-Identifier: Apache-2.0
#include "mutation/mutators.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include "base/utf8.hpp"
#include "mutation/words.hpp"

namespace gouji::mutation {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::string replaced(const std::string& text, std::size_t begin, std::size_t end, std::string_view with) {
  return text.substr(0, begin) + std::string(with) + text.substr(end);
}

class Maker {
 public:
  explicit Maker(const Report& report) : report_(report), closed_(find_closed(report)) {}

  std::vector<Mutant> make() {
    for (const Closed& closed : closed_) {
      std::vector<std::size_t> members = closed.parts;
      members.insert(members.begin(), closed.total);
      for (const std::size_t figure : members) change_figure(closed, figure);
      if (closed.kind == Closure::change_rate) use_wrong_base(closed);
      if (closed.kind == Closure::column_sum) delete_row(closed);
      if (closed.kind == Closure::row_sum) shift_cell(closed);
    }
    swap_shares();
    for (Mutant& mutant : mutants_of_words(report_)) mutants_.push_back(std::move(mutant));
    return std::move(mutants_);
  }

 private:
  void add(std::string_view kind, const Closed& closed, bool is_closed, std::size_t begin, std::size_t end,
           const std::string& with) {
    const std::string before = report_.text.substr(begin, end - begin);
    if (before == with) return;
    mutants_.push_back({kind, family_of(closed.kind), is_closed, around(begin) + before + " → " + with,
                        replaced(report_.text, begin, end, with)});
  }

  /// The characters before the place, so that a reader of the list finds it.
  [[nodiscard]] std::string around(std::size_t begin) const {
    std::size_t from = begin;
    for (int characters = 0; characters < 12 && from > 0 && report_.text[from - 1] != '\n'; ++characters) {
      from = utf8::previous(report_.text, from);
    }
    return "«" + report_.text.substr(from, begin - from) + "» ";
  }

  // Each figure once a kind of slip, whatever number of relations holds it.
  void change_figure(const Closed& closed, std::size_t index) {
    if (!changed_.insert(index).second) return;
    const Figure& figure = report_.figures[index];
    const std::string digits = report_.text.substr(figure.begin, figure.end - figure.begin);
    std::vector<std::size_t> places;
    for (std::size_t at = 0; at < digits.size(); ++at) {
      if (is_digit(digits[at])) places.push_back(at);
    }
    // The last place may vanish in the rounding of a rate.
    const std::size_t telling = std::min<std::size_t>(index % 3, places.size() > 1 ? places.size() - 2 : 0);
    const std::size_t at = places[telling];
    std::string changed = digits;
    changed[at] = static_cast<char>('0' + (digits[at] - '0' + 1 + static_cast<int>(index % 7)) % 10);
    if (telling == 0 && changed[at] == '0') changed[at] = digits[at] == '9' ? '8' : static_cast<char>(digits[at] + 1);
    add("digit-changed", closed, true, figure.begin, figure.end, changed);
    for (std::size_t pair = 0; pair + 1 < places.size(); ++pair) {
      if (places[pair] + 1 != places[pair + 1] || digits[places[pair]] == digits[places[pair + 1]]) continue;
      if (digits[places[pair + 1]] == '0' && pair == 0) continue;
      std::string swapped = digits;
      std::swap(swapped[places[pair]], swapped[places[pair + 1]]);
      add("digits-swapped", closed, false, figure.begin, figure.end, swapped);
      break;
    }
    if (places.size() > 3 && digits.find(',') == std::string::npos) {
      add("digit-lost", closed, false, figure.begin, figure.end, replaced(digits, places[1], places[1] + 1, ""));
    }
    const std::size_t unit = report_.text.find("万元", figure.end);
    if (figure.unit == "万元" && unit != std::string::npos && closed.kind == Closure::text_sum)
      add("unit-changed", closed, false, unit, unit + std::string_view("万元").size(), index % 2 == 0 ? "元" : "亿元");
  }

  void use_wrong_base(const Closed& closed) {
    const Figure& rate = report_.figures[closed.total];
    const Rational wrong =
        report_.figures[closed.parts[1]].value * Rational(100) / report_.figures[closed.parts[0]].value;
    int places = 0;
    for (Rational step = rate.step; step < Rational(1); step = step * Rational(10)) ++places;
    if (abs(wrong - rate.value) <= rate.step * Rational(2)) return;
    add("rate-on-wrong-base", closed, false, rate.begin, rate.end, wrong.to_string(places));
  }

  void delete_row(const Closed& closed) {
    const PlainTable& table = report_.tables[closed.table];
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
      const std::size_t figure =
          closed.column < table.rows[row].size() ? table.rows[row][closed.column].figure : static_cast<std::size_t>(-1);
      // the second part: the first may carry cells merged downwards
      if (closed.parts.size() < 3 || figure != closed.parts[1] || !deleted_.insert(table.row_begin[row]).second)
        continue;
      mutants_.push_back({"row-deleted", "total", false, "row " + std::to_string(row + 1),
                          replaced(report_.text, table.row_begin[row], table.row_end[row], "")});
    }
  }

  /// The total of a row slips into the next row, and that one's into this.
  void shift_cell(const Closed& closed) {
    const PlainTable& table = report_.tables[closed.table];
    if (closed.row + 1 >= table.rows.size() || closed.column >= table.rows[closed.row + 1].size()) return;
    const TableCell& here = table.rows[closed.row][closed.column];
    const TableCell& below = table.rows[closed.row + 1][closed.column];
    if (below.figure == static_cast<std::size_t>(-1) || here.text == below.text) return;
    std::string text = replaced(report_.text, below.begin, below.end, here.text);
    text = replaced(text, here.begin, here.end, below.text);
    mutants_.push_back({"cell-shifted", "total", false, here.text + " ↔ " + below.text, std::move(text)});
  }

  /// Two parts of a sum that each have their share: amounts change places, shares stay.
  void swap_shares() {
    std::set<std::size_t> swapped;
    for (const Closed& a : closed_) {
      for (const Closed& b : closed_) {
        if (a.kind != Closure::share || b.kind != Closure::share || a.parts[1] != b.parts[1]) continue;
        if (a.parts[0] >= b.parts[0] || !swapped.insert(a.parts[0]).second) continue;
        const Figure& first = report_.figures[a.parts[0]];
        const Figure& second = report_.figures[b.parts[0]];
        const std::string of_first = report_.text.substr(first.begin, first.end - first.begin);
        const std::string of_second = report_.text.substr(second.begin, second.end - second.begin);
        if (of_first == of_second) continue;
        std::string text = replaced(report_.text, second.begin, second.end, of_first);
        text = replaced(text, first.begin, first.end, of_second);
        mutants_.push_back({"values-swapped", "ratio", false, of_first + " ↔ " + of_second, std::move(text)});
      }
    }
  }

  const Report& report_;
  std::vector<Closed> closed_;
  std::vector<Mutant> mutants_;
  std::set<std::size_t> changed_;
  std::set<std::size_t> deleted_;
};

}  // namespace

std::vector<Mutant> mutants_of(const Report& report) { return Maker(report).make(); }

}  // namespace gouji::mutation
