// A stage's table of faults: one row each, with the stable code, the message and the hint in two languages.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <utility>

#include "gouji/result.hpp"

namespace gouji {

template <class Fault>
struct FaultRow {
  Fault fault;
  const char* code;
  const char* zh;
  const char* en;
  const char* hint_zh;
  const char* hint_en;
};

/// The row of a fault; the first when it has none.
template <class Rows, class Fault>
[[nodiscard]] const auto& row_of(const Rows& rows, Fault fault) {
  for (const auto& row : rows) {
    if (row.fault == fault) return row;
  }
  return rows.front();
}

/// `detail` is put in brackets behind the message.
template <class Fault>
[[nodiscard]] Error error_of(const FaultRow<Fault>& row, std::string where, const Bilingual& detail) {
  Error error{row.code, {row.zh, row.en}, {row.hint_zh, row.hint_en}, std::move(where)};
  if (!detail.zh.empty()) error.message.zh += "（" + detail.zh + "）";
  if (!detail.en.empty()) error.message.en += " (" + detail.en + ")";
  return error;
}

}  // namespace gouji
