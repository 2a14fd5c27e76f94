// Classes of rules/lexicon/table.yaml, and small questions about header and label texts.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "lexicon/lexicon.hpp"

namespace gouji::table {

struct Words {
  explicit Words(const lexicon::Lexicon& lexicon);

  [[nodiscard]] bool has(lexicon::ClassId id, std::string_view text) const { return lexicon.contains(id, text); }
  [[nodiscard]] bool starts(lexicon::ClassId id, std::string_view text) const;
  [[nodiscard]] bool ends(lexicon::ClassId id, std::string_view text) const;
  [[nodiscard]] bool is(lexicon::ClassId id, std::string_view text) const;
  /// A word that column headers are made of.
  [[nodiscard]] bool is_header_text(std::string_view text) const;
  /// 合计, 总计, 本年收入合计, 合计（万元）; not 小计.
  [[nodiscard]] bool is_total(std::string_view label) const;

  const lexicon::Lexicon& lexicon;
  lexicon::ClassId total, total_label, subtotal, of_which, note, continued, unit_line, form_number, column_numbers,
      index, code, unit_column, rate, price, score, year, mixed, plain, label, money, money_strict, people, households,
      vehicles, pieces, times, count, measure;
};

/// The text without blanks and line breaks.
[[nodiscard]] std::string squeezed(std::string_view text);
/// The text without what stands in （）.
[[nodiscard]] std::string without_brackets(std::string_view text);
/// A row label without numbering, 其中： and blanks.
[[nodiscard]] std::string clean_label(std::string_view text, const Words& words);

}  // namespace gouji::table
