// SPDX-License-Identifier: Apache-2.0
#include "mutation/words.hpp"

#include <array>
#include <utility>

#include "base/utf8.hpp"

namespace gouji::mutation {
namespace {

constexpr std::array<std::string_view, 10> kNumerals{"一", "二", "三", "四", "五", "六", "七", "八", "九", "十"};

class WordMaker {
 public:
  explicit WordMaker(const Report& report) : report_(report) {}

  std::vector<Mutant> make() {
    for (const Line& line : report_.lines) {
      repeat_heading(line);
      move_year(line);
      move_date(line);
      remove_member(line);
    }
    return std::move(mutants_);
  }

 private:
  [[nodiscard]] std::string_view of(const Line& line) const {
    return std::string_view(report_.text).substr(line.begin, line.end - line.begin);
  }

  void add(std::string_view kind, std::string_view family, std::size_t begin, std::size_t end,
           const std::string& with) {
    mutants_.push_back({kind, family, false, report_.text.substr(begin, end - begin) + " → " + with,
                        report_.text.substr(0, begin) + with + report_.text.substr(end)});
  }

  /// The year that stands at `at`, four digits and 年; 0 when there is none.
  [[nodiscard]] int year_at(std::size_t at) const {
    if (report_.text.compare(at, 2, "20") != 0 || report_.text.compare(at + 4, 3, "年") != 0) return 0;
    return std::stoi(report_.text.substr(at, 4));
  }

  /// （三） → （二）, 三、 → 二、 in a heading line.
  void repeat_heading(const Line& line) {
    std::string_view text = of(line);
    if (!text.starts_with("#")) return;
    std::size_t at = line.begin + text.find_first_not_of("# ");
    const bool in_brackets = report_.text.compare(at, 3, "（") == 0;
    if (in_brackets) at += 3;
    for (std::size_t number = 1; number + 1 < kNumerals.size(); ++number) {
      if (report_.text.compare(at, 3, kNumerals[number]) != 0) continue;
      const std::string_view closing = in_brackets ? "）" : "、";
      if (report_.text.compare(at + 3, closing.size(), closing) != 0) continue;
      add("heading-repeated", "numbering", at, at + 3, std::string(kNumerals[number - 1]));
    }
  }

  /// 2023年度 → 2022年度 in a heading that names the year of the report.
  void move_year(const Line& line) {
    if (!of(line).starts_with("#")) return;
    for (std::size_t at = line.begin; at + 10 <= line.end; ++at) {
      const int year = year_at(at);
      if (year != 0 && report_.text.compare(at + 7, 3, "度") == 0)
        add("year-moved", "period", at, at + 4, std::to_string(year - 1));
    }
  }

  /// A form line's date goes a year back: the report would be older than the year that it is on.
  void move_date(const Line& line) {
    const std::string_view text = of(line);
    bool is_slot = false;
    for (const std::string_view slot : {"填报日期", "填报时间", "报告日期", "公开时间", "公开日期"}) {
      is_slot = is_slot || text.starts_with(slot);
    }
    const bool is_founded = text.find("成立") != std::string_view::npos && text.find("组") != std::string_view::npos &&
                            text.find("评") != std::string_view::npos;
    if (!is_slot && !is_founded) return;
    for (std::size_t at = line.begin; at + 12 <= line.end; ++at) {
      const int year = year_at(at);
      if (year == 0 || report_.text.compare(at + 7, 3, "度") == 0) continue;
      const std::size_t behind = report_.text.find("成立", at);
      if (!is_slot && (behind == std::string::npos || behind > at + 60)) continue;
      add("date-before-cause", "date", at, at + 4, std::to_string(year - (is_slot ? 2 : 1)));
      return;
    }
  }

  /// «6个…，即a、b、…»: the second member goes. Only lists that begin with 即, 分别为, 分别是 and close with 。
  void remove_member(const Line& line) {
    const std::string_view text = of(line);
    for (const std::string_view opener : {"，即", "，分别为", "，分别是", "：即"}) {
      const std::size_t at = text.find(opener);
      if (at == std::string_view::npos) continue;
      const std::size_t end = text.find("。", at);
      std::string_view list =
          text.substr(at + opener.size(), end == std::string_view::npos ? end : end - at - opener.size());
      const std::size_t first = list.find("、");
      const std::size_t second = first == std::string_view::npos ? first : list.find("、", first + 3);
      const bool is_plain = second != std::string_view::npos &&
                            list.find_first_of("0123456789") == std::string_view::npos &&
                            list.find("等") == std::string_view::npos && list.find("（") == std::string_view::npos;
      if (!is_plain || !has_count(text.substr(0, at))) continue;
      const std::size_t begin = line.begin + at + opener.size() + first;
      add("member-removed", "count", begin, begin + second - first, "");
      return;
    }
  }

  /// The clause before the list ends with a number and a counting word near by: 6个…
  [[nodiscard]] static bool has_count(std::string_view before) {
    for (const std::string_view unit : {"个", "家", "项", "所", "类"}) {
      const std::size_t at = before.rfind(unit);
      if (at == std::string_view::npos || at == 0 || before.size() - at > 40) continue;
      if (before[at - 1] >= '2' && before[at - 1] <= '9') return true;
    }
    return false;
  }

  const Report& report_;
  std::vector<Mutant> mutants_;
};

}  // namespace

std::vector<Mutant> mutants_of_words(const Report& report) { return WordMaker(report).make(); }

}  // namespace gouji::mutation
