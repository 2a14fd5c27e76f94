// Quantities of table cells: row label and column header together, caption for scope, role and year.
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "quantity/readers.hpp"

namespace gouji::quantity {
namespace {

using facts::Fact;
using facts::FactKind;
using facts::Period;
using table::Row;
using table::RowRole;
using table::TableView;

/// What the header cells of one column say together.
struct ColumnName {
  std::string subject;
  Role role = Role::unknown;
  Period period = Period::unknown;
  int year = 0;
  std::string scope;
  std::string context;
};

class Reader {
 public:
  Reader(const Source& source, const Namer& namer, std::vector<Quantity>& out)
      : source_(source), namer_(namer), out_(out) {}

  void run() {
    for (std::uint32_t index = 0; index < source_.tables.tables.size() && !source_.budget.is_spent(); ++index) {
      const TableView& view = source_.tables.tables[index];
      if (view.doubt.empty()) read(view, index);
    }
  }

 private:
  ColumnName name_of(const table::Column& column) const {
    ColumnName out;
    for (const std::string& header : column.path) {
      const Name name = namer_.read(header);
      if (name.role != Role::unknown) out.role = name.role;
      if (name.period != Period::unknown) out.period = name.period;
      if (name.year != 0) out.year = name.year;
      if (!name.scope.empty()) out.scope = name.scope;
      if (namer_.has(namer_.prior, header)) out.period = Period::prior;
      const std::string context = namer_.context_in(header, name.subject);
      if (!context.empty()) out.context += (out.context.empty() ? "" : " ") + context;
      if (!namer_.is_column_filler(name.subject) && !namer_.is_scope(name.subject))
        out.subject += (out.subject.empty() ? "" : "/") + name.subject;
    }
    if (column.role == table::ColumnRole::rate && out.role == Role::unknown) out.role = Role::rate;
    return out;
  }

  /// «财政拨款“三公”经费支出决算表»: 三公经费; only names that one unit has once.
  std::string caption_name(std::string caption) const {
    if (const std::size_t at = caption.find("表"); at != std::string::npos) caption.resize(at);
    Name name = namer_.read(caption);
    return namer_.is_known(name.subject) ? name.subject : std::string();
  }

  Role role_of_caption(const TableView& view) const {
    if (view.caption.find("决算") != std::string::npos) return Role::final;
    return view.caption.find("预算") != std::string::npos && view.caption.find("一般公共预算") == std::string::npos &&
                   view.caption.find("性基金预算") == std::string::npos
               ? Role::budget
               : Role::unknown;
  }

  static int year_in(const std::string& caption) {
    for (std::size_t at = caption.find("20"); at != std::string::npos; at = caption.find("20", at + 1)) {
      if (at + 7 > caption.size() || caption.compare(at + 4, 3, "年") != 0) continue;
      const std::string digits = caption.substr(at, 4);
      if (std::all_of(digits.begin(), digits.end(), [](char c) { return c >= '0' && c <= '9'; }))
        return std::stoi(digits);
    }
    return 0;
  }

  void read(const TableView& view, std::uint32_t index) {
    const Role caption_role = role_of_caption(view);
    const std::string caption_scope = namer_.scope_in(view.caption);
    const int caption_year = year_in(view.caption);
    std::string caption_subject = caption_name(view.caption);
    std::uint32_t data_rows = 0;
    for (std::uint32_t row = view.header_rows; row < view.rows.size(); ++row) {
      const RowRole role = view.rows[row].role;
      if (role != RowRole::note && role != RowRole::header && role != RowRole::empty) ++data_rows;
    }
    std::vector<ColumnName> names;
    names.reserve(view.columns.size());
    for (const table::Column& column : view.columns) names.push_back(name_of(column));
    for (std::uint32_t row = view.header_rows; row < view.rows.size(); ++row) {
      for (std::uint32_t column = 0; column < view.columns.size(); ++column) {
        const std::uint32_t fact = view.fact[row][column];
        if (fact == docx::kNone || !is_measured(source_.facts.facts[fact])) continue;
        const table::Column& info = view.columns[column];
        const std::vector<Row>& rows = view.halves[std::min<std::size_t>(info.half, view.halves.size() - 1)];
        if (rows[row].role == RowRole::note || rows[row].role == RowRole::header) continue;
        const ColumnName& head = names[column];
        Quantity quantity;
        quantity.fact = fact;
        quantity.view = index;
        const Name label = namer_.read(rows[row].label);
        quantity.is_total_row = rows[row].role == RowRole::total;
        const bool is_nameless = label.subject.empty() || (data_rows == 1 && !head.subject.empty());
        const bool is_plain_total =
            quantity.is_total_row && (label.subject == "合计" || label.subject == "总计" || label.subject.empty());
        if ((is_nameless || is_plain_total) && !head.subject.empty()) {
          quantity.subject = head.subject;
        } else {
          quantity.subject = label.subject;
          quantity.column = head.subject;
        }
        if (!quantity.is_total_row && namer_.is_column_total(quantity.column)) quantity.column.clear();
        if (quantity.subject.empty() && quantity.is_total_row) quantity.subject = caption_subject;
        if (label.subject == "总计" && view.halves.size() > 1)
          quantity.subject = info.half == 0 ? "收入总计" : "支出总计";
        Name named = label;
        named.subject = quantity.subject;
        quantity.naming = namer_.naming_of(named);
        quantity.subject_origin = quantity.subject.empty() ? Origin::none : Origin::stated;
        quantity.role = head.role != Role::unknown || label.is_spending ? head.role : label.role;
        quantity.role_origin = quantity.role != Role::unknown ? Origin::stated : Origin::none;
        if (quantity.role == Role::unknown && caption_role != Role::unknown) {
          quantity.role = caption_role;
          quantity.role_origin = Origin::inherited;
        }
        if (info.role == table::ColumnRole::rate && quantity.role != Role::share) quantity.role = rate_role(info);
        quantity.period = head.period != Period::unknown ? head.period : label.period;
        const int stated = head.year != 0 ? head.year : label.year != 0 ? label.year : caption_year;
        quantity.year = stated != 0 ? stated : source_.context.fiscal_year;
        quantity.year_origin = stated != 0 ? Origin::stated : quantity.year != 0 ? Origin::inherited : Origin::none;
        if (stated != 0 && source_.context.fiscal_year != 0 && stated != source_.context.fiscal_year)
          quantity.period = Period::prior;
        quantity.scope = !head.scope.empty() ? head.scope : !label.scope.empty() ? label.scope : caption_scope;
        quantity.scope_origin = quantity.scope.empty()                      ? Origin::none
                                : head.scope.empty() && label.scope.empty() ? Origin::inherited
                                                                            : Origin::stated;
        quantity.context = head.context;
        // functional rows of an income table hold income, not spending
        const bool is_income = has(view.caption + info.header, "收入") && !has(view.caption + info.header, "支出");
        if (is_income && !has(quantity.subject, "收入"))
          quantity.context += quantity.context.empty() ? "收入" : " 收入";
        out_.push_back(std::move(quantity));
      }
    }
  }

  static bool has(const std::string& text, std::string_view word) { return text.find(word) != std::string::npos; }

  static Role rate_role(const table::Column& column) {
    const auto has = [&](std::string_view word) { return column.header.find(word) != std::string::npos; };
    if (has("占") || has("比重") || has("比例")) return Role::share;
    if (has("增") || has("降") || has("幅")) return Role::growth;
    return Role::rate;
  }

  const Source& source_;
  const Namer& namer_;
  std::vector<Quantity>& out_;
};

}  // namespace

void read_cells(const Source& source, const Namer& namer, std::vector<Quantity>& out) {
  Reader(source, namer, out).run();
}

}  // namespace gouji::quantity
