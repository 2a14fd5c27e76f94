// The identity of figures: subject, role, period and scope, and which of these the document says outright.
// In: facts, tables, statements, context. Out: the cross-reference checks. Two figures are one quantity only where all
// parts agree; what cannot be told stays unknown, never guessed.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "facts/context.hpp"
#include "statement/statements.hpp"
#include "table/table_model.hpp"

namespace gouji::quantity {

enum class Role {
  unknown,
  initial,     // 年初预算
  adjusted,    // 全年预算, 调整预算
  budget,      // 预算 without saying which
  final,       // 决算, 执行, 支出
  arrived,     // 到位, 下达
  delta,       // 增减额
  growth,      // 增减幅
  share,       // 占比
  completion,  // 完成率 against a budget or target
  rate         // any other percentage: 到位率, 满意度
};
[[nodiscard]] const char* to_string(Role role);

enum class Origin { none, inherited, stated };
[[nodiscard]] const char* to_string(Origin origin);

/// How much the subject alone says.
enum class Naming {
  none,     // no subject
  generic,  // 资金, 合计: only with its surroundings
  plain,    // a short name of something: 青岩镇, 送戏下乡
  whole,    // 收入总计, 基本支出: one for a unit, year, role and scope
  specific  // a project, a 类款项 subject, a “三公” item
};
[[nodiscard]] const char* to_string(Naming naming);

struct Quantity {
  std::uint32_t fact = 0;
  std::string subject;  // canonical; in a table the row's (or, in total and lone rows, the column's) name
  std::string column;   // table: what the column says beyond role, period and scope: 基本支出
  Role role = Role::unknown;
  facts::Period period = facts::Period::unknown;
  int year = 0;
  std::string scope;    // 财政拨款 | 一般公共预算 | 政府性基金 …; empty = all or not said
  std::string context;  // words that set it apart from the plain figure of the year: 累计 省级 双溪镇
  Naming naming = Naming::none;
  Origin subject_origin = Origin::none;
  Origin role_origin = Origin::none;
  Origin year_origin = Origin::none;
  Origin scope_origin = Origin::none;
  std::uint32_t view = docx::kNone;  // index in TableModel::tables; kNone in text
  bool is_total_row = false;

  [[nodiscard]] bool in_table() const { return view != docx::kNone; }
};

struct Quantities {
  std::vector<Quantity> all;           // in the order of their facts
  std::vector<std::uint32_t> of_fact;  // fact index -> index in all, or kNone

  [[nodiscard]] const Quantity* of(std::uint32_t fact) const {
    return fact < of_fact.size() && of_fact[fact] != docx::kNone ? &all[of_fact[fact]] : nullptr;
  }
};

struct Source {
  const text::TextModel& text;
  const facts::FactTable& facts;
  const table::TableModel& tables;
  const facts::DocumentContext& context;
  const statement::Statements& statements;
  const lexicon::Lexicon& lexicon;
  const Budget& budget;
};

[[nodiscard]] Quantities read_quantities(const Source& source);

}  // namespace gouji::quantity
