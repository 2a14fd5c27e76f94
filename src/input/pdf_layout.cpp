// SPDX-License-Identifier: Apache-2.0
#include "input/pdf_layout.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <string>
#include <utility>

#include "docx/document_builder.hpp"
#include "input/pdf_furniture.hpp"
#include "input/pdf_join.hpp"
#include "input/pdf_paragraphs.hpp"
#include "input/pdf_table.hpp"

namespace gouji::input {
namespace {

using docx::CellText;
using docx::DocumentBuilder;
using docx::TableShape;

/// A line or a table, in reading order.
struct Item {
  int page = 0;
  std::optional<PdfLine> line;
  std::optional<PdfTable> table;
};

class Layout {
 public:
  docx::Document run(std::vector<PdfPage> pages) {
    std::vector<std::vector<PdfTable>> ruled;
    for (std::size_t i = 0; i < pages.size(); ++i)
      ruled.push_back(take_ruled_tables(pages[i], static_cast<int>(i) + 1));
    const PdfFurniture furniture = take_furniture(pages);
    for (std::size_t i = 0; i < pages.size(); ++i) read_page(pages[i], std::move(ruled[i]), static_cast<int>(i) + 1);
    find_margins(pages);
    builder_.begin_story(docx::StoryKind::body, "document");
    put_items(pages);
    put_story(docx::StoryKind::header, "header1", furniture.headers);
    put_story(docx::StoryKind::footer, "footer1", furniture.footers);
    say_tables();
    return builder_.take();
  }

 private:
  void read_page(PdfPage& page, std::vector<PdfTable> tables, int number) {
    const std::vector<PdfLine> lines = lines_of_words(std::move(page.words));
    std::size_t next = 0;
    for (std::size_t at = 0; at <= lines.size();) {
      while (next < tables.size() && (at == lines.size() || tables[next].top <= lines[at].top))
        put_table(std::move(tables[next++]), number);
      if (at == lines.size()) break;
      std::size_t end = at + 1;
      PdfTable guessed = aligned_table(lines, at, end, number);
      if (guessed.rows == 0) {
        items_.push_back({number, lines[at], std::nullopt});
        ++at;
      } else {
        put_table(std::move(guessed), number);
        at = end;
      }
    }
  }

  /// A table that starts a page goes on with the one that ended the page before. Where it cannot be told how, neither
  /// is to be judged: half a table has half a sum.
  void put_table(PdfTable table, int page) {
    if (!items_.empty() && items_.back().table && items_.back().table->page == page - 1) {
      PdfTable& before = *items_.back().table;
      if (join_tables(before, table)) {
        items_.back().page = page;
        return;
      }
      if (has_same_sides(before, table)) before.is_guessed = table.is_guessed = true;
    }
    items_.push_back({page, std::nullopt, std::move(table)});
  }

  [[nodiscard]] static long width_class(const PdfPage& page) { return std::lround(page.width / 10); }

  void find_margins(const std::vector<PdfPage>& pages) {
    std::map<long, std::vector<const PdfLine*>> lines;
    for (const Item& item : items_) {
      if (item.line) lines[width_class(pages[static_cast<std::size_t>(item.page) - 1])].push_back(&*item.line);
    }
    for (const auto& [width, all] : lines) margins_[width] = margins_of(all, static_cast<double>(width) * 10);
  }

  void put_paragraph(const PdfParagraph& paragraph) {
    if (paragraph.text.empty()) return;
    docx::Paragraph& put = builder_.add_paragraph(paragraph.text);
    put.page = paragraph.page;
    put.centered = paragraph.is_centered;
  }

  void put_items(const std::vector<PdfPage>& pages) {
    ParagraphMaker maker;
    for (const Item& item : items_) {
      if (item.line) {
        const PdfMargins& margins = margins_[width_class(pages[static_cast<std::size_t>(item.page) - 1])];
        put_paragraph(maker.add(*item.line, margins, item.page));
        continue;
      }
      put_paragraph(maker.finish());
      const PdfTable& table = *item.table;
      TableShape shape;
      shape.rows = table.rows;
      shape.columns = table.columns();
      shape.header_rows = table.header_rows;
      shape.is_guessed = table.is_guessed;
      std::vector<CellText> cells;
      for (const PdfCell& cell : table.cells)
        cells.push_back({cell.row, cell.column, cell.row_span, cell.column_span, cell.text, cell.page});
      builder_.add_table(shape, cells);
      ++(table.is_guessed ? guessed_ : ruled_);
    }
    put_paragraph(maker.finish());
  }

  void put_story(docx::StoryKind kind, const char* name, const std::vector<std::string>& texts) {
    if (texts.empty()) return;
    builder_.begin_story(kind, name);
    for (const std::string& text : texts) builder_.add_paragraph(text);
  }

  void say_tables() {
    const std::string ruled = std::to_string(ruled_);
    const std::string guessed = std::to_string(guessed_);
    Bilingual says{"PDF 不带段落和表格结构，系按版面还原：",
                   "a PDF does not say what its paragraphs and tables are; they were told from the layout: "};
    if (ruled_ + guessed_ == 0) {
      says.zh += "没有表格";
      says.en += "no tables";
    }
    if (ruled_ > 0) {
      says.zh += ruled + " 张表按框线读出，较可靠";
      says.en += ruled + " tables by the lines around their cells, which can be relied on";
    }
    if (guessed_ > 0) {
      says.zh += (ruled_ > 0 ? "；" : "") + guessed + " 张表框线不全或跨页接不上，行列系推测，表内没有核对";
      says.en += (ruled_ > 0 ? "; " : "") + guessed +
                 " whose lines are incomplete, or whose parts on two pages do not fit, were guessed and not judged";
    }
    builder_.document().notes.push_back({"pdf-layout", std::move(says), {}});
  }

  std::vector<Item> items_;
  std::map<long, PdfMargins> margins_;
  DocumentBuilder builder_;
  std::uint32_t ruled_ = 0;
  std::uint32_t guessed_ = 0;
};

}  // namespace

docx::Document lay_out(std::vector<PdfPage> pages) { return Layout().run(std::move(pages)); }

}  // namespace gouji::input
