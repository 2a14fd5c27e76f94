// A fact: one figure, date, document number or the like, with what it is about and where it stands.
// In: made by facts/scan. Out: statements, tables, checks. Values are exact; what could not be read is no fact.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/budget.hpp"
#include "base/decimal.hpp"
#include "base/interval.hpp"
#include "lexicon/lexicon.hpp"
#include "text/passage.hpp"

namespace gouji::facts {

enum class FactKind {
  money,      // value in 元
  percent,    // value in %, 12.5% = 12.5; also ‰, 成, 百分之…
  points,     // 个百分点, value in points
  multiple,   // 倍; 翻一番 = 2
  count,      // number with a counting or measuring word; value in its base unit
  number,     // bare number, no unit; in a table cell its unit may be inherited (then kind is the unit's)
  date,       // DateValue
  docnumber,  // 财预〔2020〕10号
  duration,   // 3年, 12个月, 30天
  price,      // money per something: 元/亩
  ordinal,    // 第3, 3号, 表1, 一期, 十四五: never an amount
  code,       // 科目编码, telephone, 统一信用代码: never an amount
  blank       // printed —, -, /, 无 in a table cell: unknown, never 0
};
[[nodiscard]] const char* to_string(FactKind kind);

enum class Qualifier { exact, about, slightly_below, slightly_above, at_least, at_most, more_than, less_than };
enum class UnitSource { none, self, column, table, sibling };
enum class Period { unknown, current, prior, opening, closing };  // 本年 | 上年 | 年初 | 年末

/// A calendar stretch by granularity: month or day 0 = not stated. Valid = exists in the calendar.
struct DateValue {
  int year = 0;  // 0 = not stated
  int month = 0;
  int day = 0;
  bool is_valid = true;
  bool is_year_only() const { return year != 0 && month == 0; }
};

struct Fact {
  FactKind kind = FactKind::number;
  std::uint32_t passage = 0;
  text::Span span;                      // number and unit, with the qualifier and sign that belong to it
  text::Span number_span;               // digits only
  Decimal printed;                      // as printed, with sign
  bool is_chinese = false;              // written in Chinese numerals
  const lexicon::Unit* unit = nullptr;  // own or inherited
  UnitSource unit_source = UnitSource::none;
  bool has_currency_suffix = false;
  Rational value;  // printed × unit scale: 元 for money, % for percent, base unit for counts
  Rational step;   // one unit of the last printed place in the same measure
  Qualifier qualifier = Qualifier::exact;
  bool is_range_part = false;  // one end of 3—5万元
  bool in_parentheses = false;
  DateValue date;
  DateValue date_end;      // for 2023年1—6月 and the like; year 0 when there is none
  std::string text_value;  // docnumber: the canonical form 某财绩〔2024〕4号
  int docnumber_year = 0;
  text::Span label;        // the noun phrase that names it, in the same passage; empty when none
  std::string label_text;  // cleaned: 行政编制, 收入总计; in a table the row label
  std::string role;        // lexicon class of its label: "income", "expense", "opening"…; empty = unknown
  std::string scope;       // 财政拨款 | 一般公共预算 | 政府性基金 | 本级…; empty = not stated
  Period period = Period::unknown;
  int year = 0;  // fiscal year it belongs to, where the sentence or column says so
  std::uint32_t table = docx::kNone;
  std::uint32_t row = 0;
  std::uint32_t column = 0;

  /// A value that can be compared: no date, document number, ordinal, code or blank.
  [[nodiscard]] bool is_figure() const;
  /// Digits that count: 1,234,000 has four.
  [[nodiscard]] int significant_digits() const;
  [[nodiscard]] bool scale_is_one() const { return unit == nullptr || unit->scale == Rational(1); }
  /// An amount that may enter a sum or a rate: not a bound, not an end of a range.
  [[nodiscard]] bool is_plain() const {
    return !is_range_part && qualifier != Qualifier::at_least && qualifier != Qualifier::at_most;
  }
  /// The stretch of true values that print like this (T6 widens it for qualifiers); undefined for open bounds.
  [[nodiscard]] Interval interval() const;
  /// As the reader sees it: 5,120.00万元.
  [[nodiscard]] std::string shown() const;
};

/// What the token stream holds in reading order: facts, lexicon words and punctuation.
enum class TokenKind { fact, word, punctuation };
struct Token {
  TokenKind kind = TokenKind::word;
  std::uint32_t index = 0;  // fact index | lexicon ClassId | code point
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};

struct Range {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};

struct FactTable {
  std::vector<Fact> facts;       // document order
  std::vector<Token> tokens;     // document order
  std::vector<Range> facts_of;   // by passage: index range in facts
  std::vector<Range> tokens_of;  // by passage: index range in tokens
};

/// The facts of a passage that begin in [span.begin, span.end), found without looking at the others.
[[nodiscard]] Range facts_from(const FactTable& table, std::uint32_t passage, text::Span span);

/// Scans every passage, or as many as the budget allows: numbers, dates, document numbers, words. Table units are
/// inherited later (table stage).
[[nodiscard]] FactTable scan(const text::TextModel& model, const lexicon::Lexicon& lexicon, const Budget& budget);

}  // namespace gouji::facts
