// Markdown as reports are written in it: blocks by lines, then the marks within a line taken out.
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

#include "base/utf8.hpp"
#include "docx/document_builder.hpp"
#include "input/text_file.hpp"
#include "input/text_lines.hpp"

namespace gouji::input {
namespace {

using docx::CellText;
using docx::DocumentBuilder;
using docx::TableShape;

bool starts_with(std::string_view text, std::string_view mark) { return text.substr(0, mark.size()) == mark; }

bool is_only(std::string_view line, std::string_view marks) {
  return !line.empty() && line.find_first_not_of(marks) == std::string_view::npos;
}

int heading_level(std::string_view line) {
  std::size_t marks = 0;
  while (marks < line.size() && line[marks] == '#') ++marks;
  return marks > 0 && marks <= 6 && marks < line.size() && line[marks] == ' ' ? static_cast<int>(marks) - 1 : -1;
}

/// Bytes of «- », «* », «+ ». An item's number («1. ») is part of its text, as in a report.
std::size_t bullet_length(std::string_view line) {
  return starts_with(line, "- ") || starts_with(line, "* ") || starts_with(line, "+ ") ? 2 : 0;
}

bool is_numbered(std::string_view line) {
  const std::size_t digits = std::min(line.find_first_not_of("0123456789"), line.size());
  return digits > 0 && digits < 4 && digits + 1 < line.size() && (line[digits] == '.' || line[digits] == ')') &&
         line[digits + 1] == ' ';
}

bool is_table_rule(std::string_view line) {
  return line.find('-') != std::string_view::npos && line.find('|') != std::string_view::npos &&
         is_only(line, "|-: \t");
}

/// Text as a browser shows it: **strong**, `code`, [words](link), <br> and \escapes.
std::string shown(std::string_view line) {
  std::string out;
  for (std::size_t at = 0; at < line.size();) {
    const std::string_view rest = line.substr(at);
    if (rest.size() > 1 && rest.front() == '\\' &&
        std::string_view("\\`*_{}[]()#+-.!|~<>").find(rest[1]) != std::string_view::npos) {
      out += rest[1];
      at += 2;
    } else if (starts_with(rest, "**") || starts_with(rest, "__") || starts_with(rest, "~~")) {
      at += 2;
    } else if (starts_with(rest, "<br>") || starts_with(rest, "<br/>") || starts_with(rest, "<br />")) {
      out += '\n';
      at += rest.find('>') + 1;
    } else if (rest.front() == '`') {
      ++at;
    } else if (rest.front() == '[' && rest.find("](") != std::string_view::npos && rest.find("](") < rest.find('\n') &&
               rest.find(')', rest.find("](")) != std::string_view::npos) {
      const std::size_t middle = rest.find("](");
      const bool is_picture = !out.empty() && out.back() == '!';
      if (is_picture) out.pop_back();
      if (!is_picture) out += shown(rest.substr(1, middle - 1));
      at += rest.find(')', middle) + 1;
    } else if (rest.front() == '*' && rest.size() > 1 && rest[1] != ' ' &&
               rest.find('*', 1) != std::string_view::npos &&
               (at == 0 || !(line[at - 1] >= '0' && line[at - 1] <= '9'))) {
      const std::size_t end = rest.find('*', 1);
      out += shown(rest.substr(1, end - 1));
      at += end + 1;
    } else {
      out += rest.front();
      ++at;
    }
  }
  return out;
}

std::vector<std::string> cells_of(std::string_view line) {
  line = trimmed(line);
  if (starts_with(line, "|")) line.remove_prefix(1);
  std::vector<std::string> cells;
  std::size_t begin = 0;
  for (std::size_t i = 0; i < line.size(); ++i) {
    if (line[i] == '\\') {
      ++i;
    } else if (line[i] == '|') {
      cells.push_back(shown(trimmed(line.substr(begin, i - begin))));
      begin = i + 1;
    }
  }
  if (begin < line.size()) cells.push_back(shown(trimmed(line.substr(begin))));
  return cells;
}

class MarkdownReader {
 public:
  docx::Document run(std::string_view text) {
    builder_.begin_story(docx::StoryKind::body, "document");
    lines_ = lines_of(text);
    std::size_t at = front_matter();
    while (at < lines_.size()) at = block(at);
    flush();
    return builder_.take();
  }

 private:
  [[nodiscard]] std::size_t front_matter() const {
    if (lines_.empty() || lines_.front() != "---") return 0;
    for (std::size_t at = 1; at < lines_.size(); ++at) {
      if (lines_[at] == "---") return at + 1;
    }
    return 0;
  }

  /// Takes the line at `at`, or the block that starts there; returns the line behind.
  std::size_t block(std::size_t at) {
    std::string_view line = trimmed(lines_[at]);
    while (starts_with(line, ">")) line = trimmed(line.substr(1));
    if (line.empty()) {
      flush();
      return at + 1;
    }
    if (starts_with(line, "```") || starts_with(line, "~~~")) return code(at, line.substr(0, 3));
    if (at + 1 < lines_.size() && line.find('|') != std::string_view::npos && is_table_rule(trimmed(lines_[at + 1])))
      return table(at);
    if (const int level = heading_level(line); level >= 0) {
      flush();
      line = trimmed(line.substr(static_cast<std::size_t>(level) + 2));
      while (!line.empty() && line.back() == '#') line.remove_suffix(1);
      builder_.add_paragraph(shown(trimmed(line))).outline_level = level;
      return at + 1;
    }
    if (!pending_.empty() && (is_only(line, "=") || (is_only(line, "-") && line.size() > 1))) {
      flush(line.front() == '=' ? 0 : 1);
      return at + 1;
    }
    if (line.size() >= 3 && (is_only(line, "- ") || is_only(line, "* ") || is_only(line, "_ "))) {
      flush();
      return at + 1;
    }
    const std::size_t bullet = bullet_length(line);
    if (bullet > 0 || is_numbered(line)) flush();
    add(line.substr(bullet), lines_[at].size() >= 2 && lines_[at].substr(lines_[at].size() - 2) == "  ");
    return at + 1;
  }

  std::size_t code(std::size_t at, std::string_view fence) {
    flush();
    for (++at; at < lines_.size(); ++at) {
      if (starts_with(trimmed(lines_[at]), fence)) return at + 1;
    }
    return at;
  }

  std::size_t table(std::size_t at) {
    flush();
    std::vector<std::vector<std::string>> rows{cells_of(lines_[at])};
    for (at += 2; at < lines_.size() && lines_[at].find('|') != std::string_view::npos; ++at)
      rows.push_back(cells_of(lines_[at]));
    TableShape shape;
    shape.rows = static_cast<std::uint32_t>(rows.size());
    shape.columns = static_cast<std::uint32_t>(rows.front().size());
    shape.header_rows = 1;
    // short rows end in empty cells, unless the file would make much of little
    std::size_t written = 0;
    for (const auto& row : rows) written += row.size();
    const bool fills = std::size_t{shape.rows} * shape.columns <= 4 * written + 1'000;
    std::vector<CellText> cells;
    for (std::uint32_t row = 0; row < shape.rows; ++row) {
      if (fills || rows[row].size() > shape.columns) rows[row].resize(shape.columns);
      for (std::uint32_t column = 0; column < rows[row].size(); ++column)
        cells.push_back({row, column, 1, 1, rows[row][column]});
    }
    builder_.add_table(shape, cells);
    return at;
  }

  void add(std::string_view line, bool breaks) {
    // a line end within Chinese text is nothing, between Latin words a blank
    const bool is_latin = !pending_.empty() && static_cast<unsigned char>(pending_.back()) < 0x80 &&
                          static_cast<unsigned char>(line.front()) < 0x80;
    if (is_latin && pending_.back() != '\n') pending_ += ' ';
    pending_ += shown(line);
    if (breaks) pending_ += '\n';
  }

  void flush(int level = -1) {
    if (!pending_.empty() && pending_.back() == '\n') pending_.pop_back();
    if (!pending_.empty()) builder_.add_paragraph(pending_).outline_level = level;
    pending_.clear();
  }

  DocumentBuilder builder_;
  std::vector<std::string_view> lines_;
  std::string pending_;
};

}  // namespace

docx::Document read_markdown(std::string_view text) { return MarkdownReader().run(text); }

}  // namespace gouji::input
