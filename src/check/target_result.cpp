// SPDX-License-Identifier: Apache-2.0
#include "check/target_result.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "base/utf8.hpp"
#include "check/phrases.hpp"
#include "check/shared_words.hpp"

namespace gouji::check {
namespace {

constexpr std::size_t kEnough = 5;       // characters of the name by which it is known again
constexpr std::uint32_t kMostRows = 30;  // more are a list of projects, not of goals
constexpr std::uint32_t kShortestName = 6;

class TargetResult final : public Check {
 public:
  explicit TargetResult(Params& params)
      : target_(read_expressions(params, "target")),
        name_(read_expressions(params, "name")),
        result_(read_expressions(params, "result")) {}

  void run(const DocumentView& view, Sink& sink) const override {
    std::uint32_t last = docx::kNone;
    for (const table::TableView& table : view.tables.tables) {
      if (table.table == last) continue;  // further blocks of one form
      last = table.table;
      const std::uint32_t column = name_column(view, table);
      if (column != docx::kNone && table.cell.size() <= kMostRows) judge(view, sink, table, column);
    }
  }

 private:
  static std::uint32_t passage_at(const DocumentView& view, const table::TableView& table, std::size_t row,
                                  std::size_t column) {
    if (column >= table.cell[row].size() || table.cell[row][column] == docx::kNone) return docx::kNone;
    return view.text.cell_passage[table.table][table.cell[row][column]];
  }

  /// The column of names, when the first row heads a table of goals and nothing but goals.
  [[nodiscard]] std::uint32_t name_column(const DocumentView& view, const table::TableView& table) const {
    bool has_target = false;
    std::uint32_t found = docx::kNone;
    if (table.cell.empty()) return found;
    for (std::uint32_t column = 0; column < table.cell.front().size(); ++column) {
      const std::uint32_t passage = passage_at(view, table, 0, column);
      if (passage == docx::kNone) continue;
      const std::string& header = view.text.passages[passage].text;
      if (matches_any(result_, header)) return docx::kNone;
      has_target = has_target || matches_any(target_, header);
      if (found == docx::kNone && matches_any(name_, header)) found = column;
    }
    return has_target ? found : docx::kNone;
  }

  static void judge(const DocumentView& view, Sink& sink, const table::TableView& table, std::uint32_t column) {
    std::vector<Spot> silent;
    std::string first;
    std::size_t spoken = 0;
    for (std::size_t row = 1; row < table.cell.size(); ++row) {
      const std::uint32_t passage = passage_at(view, table, row, column);
      if (passage == docx::kNone) continue;
      const std::string& label = view.text.passages[passage].text;
      if (utf8::count(label) < kShortestName) continue;
      if (is_spoken_of(view, label)) {
        ++spoken;
        sink.holds();
        continue;
      }
      const text::Span whole{0, static_cast<std::uint32_t>(label.size())};
      if (silent.empty()) first = label;
      silent.push_back({"target", passage, whole, whole});
    }
    // when none is spoken of, the results are in another paper
    if (silent.empty() || spoken == 0 || silent.size() > spoken + 1) return;
    Draft draft = sink.draft();
    draft.actual = first;
    draft.key = first;
    draft.working = {fmt::format("“{}”有绩效目标，后文没有说明完成情况", first),
                     fmt::format("“{}” has a target; the text does not come back to it", first)};
    draft.evidence = std::move(silent);
    sink.report(std::move(draft));
  }

  static bool is_spoken_of(const DocumentView& view, std::string label) {
    // a year in front names no project
    const std::size_t digits = label.find_first_not_of("0123456789");
    if (digits == 4 && label.compare(digits, 3, "年") == 0) label.erase(0, digits + 3);
    return std::any_of(view.text.passages.begin(), view.text.passages.end(), [&](const text::Passage& passage) {
      return !passage.in_table() && !passage.is_toc && longest_shared(label, passage.text) >= kEnough;
    });
  }

  std::vector<text::Regex> target_;
  std::vector<text::Regex> name_;
  std::vector<text::Regex> result_;
};

}  // namespace

std::unique_ptr<Check> make_target_result(Params& params) { return std::make_unique<TargetResult>(params); }

}  // namespace gouji::check
