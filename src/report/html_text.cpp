// SPDX-License-Identifier: Apache-2.0
#include "report/html_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <tuple>

#include "base/utf8.hpp"
#include "report/escape.hpp"
#include "report/words.hpp"

namespace gouji::report {
namespace {

/// A stretch of one paragraph or cell, code points, end exclusive.
struct Mark {
  std::uint32_t start = 0;
  std::uint32_t end = 0;
  std::size_t finding = 0;
  std::size_t evidence = 0;
  bool is_decisive = false;
  Severity severity = Severity::info;
  bool is_open = true;
};

/// Story and paragraph, or table, row and column.
using Spot = std::tuple<std::string, std::uint32_t, std::uint32_t, std::uint32_t>;

Spot spot_of(const Place& place) {
  if (place.table) return {"", *place.table, place.row.value_or(0), place.column.value_or(0)};
  return {place.part, place.paragraph.value_or(0), 0, 0};
}

class TextWriter {
 public:
  TextWriter(const Outcome& outcome, std::string prefix, Language language)
      : outcome_(outcome), prefix_(std::move(prefix)), language_(language) {
    for (std::size_t finding = 0; finding < outcome.findings.size(); ++finding) add_marks(finding);
    for (const auto& block : outcome.text->blocks) {
      const auto* table = std::get_if<TextTable>(&block);
      if (table != nullptr && table->parent_table != 0)
        nested_[{table->parent_table, table->parent_row, table->parent_column}].push_back(table);
    }
  }

  std::string write() {
    std::string part = "document";
    for (const auto& block : outcome_.text->blocks) {
      const auto* paragraph = std::get_if<TextParagraph>(&block);
      const auto* table = std::get_if<TextTable>(&block);
      const std::string& here = paragraph != nullptr ? paragraph->part : table->part;
      if (table != nullptr && table->parent_table != 0) continue;
      if (here != part) {
        part = here;
        Place place;
        place.part = part;
        out_ += "<h3 class=\"part\">" +
                escape_xml(part == "document" ? std::string(language_ == Language::zh ? "正文" : "body")
                                              : place_words(place, language_)) +
                "</h3>\n";
      }
      if (paragraph != nullptr) {
        write(*paragraph);
      } else {
        write(*table);
      }
    }
    return std::move(out_);
  }

 private:
  void add_marks(std::size_t index) {
    const Finding& finding = outcome_.findings[index];
    for (std::size_t k = 0; k < finding.evidence.size(); ++k) {
      const Evidence& evidence = finding.evidence[k];
      const Place& place = evidence.place;
      Mark mark{place.start,
                place.end,
                index,
                k,
                evidence.mark_end <= evidence.mark_start,
                finding.severity,
                finding.standing.kind == Standing::Kind::open};
      auto& marks = marks_[spot_of(place)];
      marks.push_back(mark);
      if (mark.is_decisive) continue;
      mark.start = place.start + evidence.mark_start;
      mark.end = place.start + evidence.mark_end;
      mark.is_decisive = true;
      marks.push_back(mark);
    }
  }

  void write(const TextParagraph& paragraph) {
    if (paragraph.text.empty() && paragraph.label.empty()) return;
    // headings of the document stand below those of the report
    const std::string element =
        paragraph.heading_level > 0 ? fmt::format("h{}", std::min(paragraph.heading_level + 3, 6)) : "p";
    out_ += "<" + element + (paragraph.is_centered ? " class=\"centered\"" : "") + ">";
    if (!paragraph.label.empty()) out_ += "<span class=\"label\">" + escape_xml(paragraph.label) + "</span>";
    write_marked(paragraph.text, {paragraph.part, paragraph.number, 0, 0});
    out_ += "</" + element + ">\n";
  }

  void write(const TextTable& table) {
    out_ += fmt::format("<div class=\"table\" tabindex=\"0\" role=\"region\" aria-label=\"{} {}\"><table>\n",
                        language_ == Language::zh ? "表" : "table", table.number);
    std::vector<std::uint32_t> busy(table.columns + 1, 0);  // rows for which a cell above still covers the column
    std::size_t next = 0;
    for (std::uint32_t row = 1; row <= table.rows; ++row) {
      out_ += "<tr>";
      std::uint32_t column = 1;
      const auto fill = [&](std::uint32_t until) {
        std::uint32_t gap = 0;
        for (; column < until && column < busy.size(); ++column) {
          if (busy[column] > 0) {
            --busy[column];
          } else {
            ++gap;
          }
        }
        if (gap > 0) out_ += fmt::format("<td class=\"gap\" colspan=\"{}\"></td>", gap);
      };
      for (; next < table.cells.size() && table.cells[next].row == row; ++next) {
        const TextCell& cell = table.cells[next];
        fill(cell.column);
        write(table, cell);
        for (; column < cell.column + cell.column_span && column < busy.size(); ++column)
          busy[column] = cell.row_span > 0 ? cell.row_span - 1 : 0;
      }
      fill(table.columns + 1);
      out_ += "</tr>\n";
    }
    out_ += "</table></div>\n";
  }

  void write(const TextTable& table, const TextCell& cell) {
    const bool is_header = cell.row <= table.header_rows;
    out_ += is_header ? "<th scope=\"col\"" : "<td";
    if (cell.column_span > 1) out_ += fmt::format(" colspan=\"{}\"", cell.column_span);
    if (cell.row_span > 1) out_ += fmt::format(" rowspan=\"{}\"", cell.row_span);
    if (!cell.name.empty()) out_ += " title=\"" + escape_xml(cell.name) + "\"";
    if (is_figure(cell.text)) out_ += " class=\"figure\"";
    out_ += ">";
    write_marked(cell.text, {"", table.number, cell.row, cell.column});
    const auto inner = nested_.find({table.number, cell.row, cell.column});
    if (inner != nested_.end()) {
      for (const TextTable* each : inner->second) {
        if (each != &table) write(*each);
      }
    }
    out_ += is_header ? "</th>" : "</td>";
  }

  static bool is_figure(const std::string& text) {
    return !text.empty() && text.find_first_not_of("0123456789.,-+% ") == std::string::npos;
  }

  static std::string shown(const std::string& text) {
    std::string out;
    for (const char c : escape_xml(text)) {
      if (c == '\n') {
        out += "<br>";
      } else {
        out += c;
      }
    }
    return out;
  }

  void write_marked(const std::string& raw, const Spot& spot) {
    const std::string text = utf8::sanitize(raw);
    const auto found = marks_.find(spot);
    if (found == marks_.end()) {
      out_ += shown(text);
      return;
    }
    std::vector<std::size_t> offsets;  // of each code point
    for (std::size_t at = 0; at < text.size(); at += utf8::length(text[at])) offsets.push_back(at);
    offsets.push_back(text.size());
    const auto length = static_cast<std::uint32_t>(offsets.size() - 1);
    std::vector<std::uint32_t> cuts{0, length};
    for (const Mark& mark : found->second) {
      cuts.push_back(std::min(mark.start, length));
      cuts.push_back(std::min(mark.end, length));
    }
    std::sort(cuts.begin(), cuts.end());
    cuts.erase(std::unique(cuts.begin(), cuts.end()), cuts.end());
    for (std::size_t k = 0; k + 1 < cuts.size(); ++k)
      write_stretch(shown(text.substr(offsets[cuts[k]], offsets[cuts[k + 1]] - offsets[cuts[k]])), cuts[k], cuts[k + 1],
                    found->second);
  }

  void write_stretch(const std::string& html, std::uint32_t start, std::uint32_t end, const std::vector<Mark>& marks) {
    std::string ids;
    std::string decisive;
    std::string anchors;
    const Mark* worst = nullptr;
    std::size_t last = static_cast<std::size_t>(-1);
    for (const Mark& mark : marks) {
      if (mark.start >= end || mark.end <= start) continue;
      const bool outranks =
          worst == nullptr || (mark.is_open && !worst->is_open) || (mark.is_open && mark.severity > worst->severity);
      if (outranks) worst = &mark;
      const std::string id = fmt::format("{}f{}", prefix_, mark.finding + 1);
      if (mark.is_decisive) decisive += (decisive.empty() ? "" : " ") + id;
      const std::string here = fmt::format("{}e{}", id, mark.evidence);
      const bool is_first = placed_.insert({here, true}).second;
      if (is_first)
        anchors += fmt::format("<a class=\"n\" id=\"{}\" href=\"#{}\" title=\"{}\">{}</a>", here, id, mark.evidence + 1,
                               mark.finding + 1);
      if (mark.finding == last) continue;
      last = mark.finding;
      ids += (ids.empty() ? "" : " ") + id;
    }
    if (worst == nullptr) {
      out_ += html;
      return;
    }
    out_ += anchors;
    out_ += fmt::format("<mark class=\"{}{}\" data-f=\"{}\"", worst->is_open ? to_string(worst->severity) : "closed",
                        decisive.empty() ? "" : " hit", ids);
    out_ += ">" + html + "</mark>";
  }

  const Outcome& outcome_;
  std::string prefix_;
  Language language_;
  std::map<Spot, std::vector<Mark>> marks_;
  std::map<std::tuple<std::uint32_t, std::uint32_t, std::uint32_t>, std::vector<const TextTable*>> nested_;
  std::map<std::string, bool> placed_;
  std::string out_;
};

}  // namespace

std::string html_text(const Outcome& outcome, const std::string& prefix, Language language) {
  if (outcome.text == nullptr) return {};
  return TextWriter(outcome, prefix, language).write();
}

}  // namespace gouji::report
