// Which columns of a table may be the terms of a relation, by the words of their headers.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "table/table_model.hpp"

namespace gouji::check {

struct HeaderWord {
  enum class Match { inside, whole };
  std::string text;
  Match match = Match::inside;
  bool is_weak = false;
  static HeaderWord read(std::string_view text);
};

enum class TermKind { amount, money, count, rate, price, score };

struct ColumnTerm {
  std::string name;
  std::vector<HeaderWord> words;
  std::vector<std::string> excluded;
  TermKind kind = TermKind::amount;
  bool is_optional = false;
  bool is_absent = false;  // no column may fit it
};

/// One choice of columns, one for each term; kNone for an optional term without column.
struct ColumnTuple {
  std::vector<std::uint32_t> columns;
  std::size_t rank = 0;  // places of its words in their lists, added up
  bool is_weak = false;  // a word that may mean something else, or headers that do not belong together for certain
};

/// Every choice of columns whose headers fit, at most a few hundred; those that share an upper header first.
[[nodiscard]] std::vector<ColumnTuple> column_tuples(const table::TableView& view,
                                                     const std::vector<ColumnTerm>& terms);

/// Header cells of a column without brackets, years read as 本年 and 上年.
[[nodiscard]] std::vector<std::string> plain_path(const table::TableView& view, std::uint32_t column);

}  // namespace gouji::check
