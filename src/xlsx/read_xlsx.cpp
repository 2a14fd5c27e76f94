// SPDX-License-Identifier: Apache-2.0
#include "xlsx/read_xlsx.hpp"

#include <utility>
#include <vector>

#include "docx/document_builder.hpp"
#include "docx/errors.hpp"
#include "docx/package.hpp"
#include "xlsx/sheet.hpp"
#include "xlsx/sheet_layout.hpp"
#include "xlsx/workbook.hpp"

namespace gouji::xlsx {
namespace {

class Reader {
 public:
  Reader(docx::Package& package, const Budget& budget)
      : package_(package), budget_(budget), places_(budget.limits().table_cells) {}

  Result<docx::Document> read() {
    auto workbook = read_workbook(package_);
    if (!workbook) return std::move(workbook.error());
    for (const SheetEntry& entry : workbook.value().sheets) {
      if (budget_.is_spent()) return budget_.reason();
      if (entry.is_hidden) {
        note("hidden-sheet", entry, "工作表是隐藏的，没有读", "the sheet is hidden and was not read");
      } else if (auto error = read_sheet_part(workbook.value(), entry)) {
        package_.notes().push_back(docx::unread_part(*error));
      }
    }
    if (budget_.is_spent()) return budget_.reason();
    docx::Document document = builder_.take();
    document.notes = std::move(package_.notes());
    return document;
  }

 private:
  void note(const char* code, const SheetEntry& entry, const std::string& zh, const std::string& en) {
    package_.notes().push_back({code, {zh, en}, "sheet:" + entry.name});
  }

  std::optional<Error> read_sheet_part(const Workbook& workbook, const SheetEntry& entry) {
    if (entry.part.empty()) return docx::make_error(docx::Fault::missing_part, "sheet:" + entry.name);
    auto part = package_.xml(entry.part);
    if (!part) return std::move(part.error());
    if (docx::local_name(part.value().root().name()) != "worksheet") {
      note("chart-sheet", entry, "图表工作表没有读", "a sheet that is a chart was not read");
      return std::nullopt;
    }
    const Sheet sheet = read_sheet(part.value().root(), workbook, budget_);
    builder_.begin_story(docx::StoryKind::body, "sheet:" + entry.name);
    if (!add_sheet(sheet, builder_, places_))
      note("table-cells", entry, "表格过大，没有读", "a table with too many places was not read");
    tell_unread(sheet, entry);
    return std::nullopt;
  }

  void tell_unread(const Sheet& sheet, const SheetEntry& entry) {
    if (sheet.hidden_cells > 0) {
      const std::string number = std::to_string(sheet.hidden_cells);
      note("hidden-cells", entry, "隐藏的行、列里有 " + number + " 格没有读",
           number + " cell(s) of hidden rows and columns were not read");
    }
    if (sheet.uncalculated > 0) {
      const std::string number = std::to_string(sheet.uncalculated);
      note("uncalculated", entry, number + " 个公式没有保存计算结果，没有读；请用 Excel 或 WPS 打开后另存",
           number + " formula(s) have no stored result and were not read; open the file and save it again");
    }
    if (sheet.errors > 0) {
      const std::string number = std::to_string(sheet.errors);
      note("cell-errors", entry, number + " 格显示公式错误（#DIV/0! 一类）",
           number + " cell(s) show an error such as #DIV/0!");
    }
    const std::vector<docx::Relation> relations = package_.relations_of(entry.part);
    if (docx::find_kind(relations, "drawing") != nullptr)
      note("unread-drawing", entry, "工作表里的图片、图表和文本框没有读",
           "pictures, charts and text boxes of the sheet were not read");
    if (docx::find_kind(relations, "comments") != nullptr)
      note("unread-comments", entry, "单元格批注没有读", "comments on cells were not read");
  }

  docx::Package& package_;
  const Budget& budget_;
  std::uint64_t places_;
  docx::DocumentBuilder builder_;
};

}  // namespace

Result<docx::Document> read_xlsx(std::string bytes, const Budget& budget) {
  auto package = docx::Package::open(std::move(bytes), budget.limits(), docx::MainKind::workbook);
  if (!package) return std::move(package.error());
  return Reader(package.value(), budget).read();
}

}  // namespace gouji::xlsx
