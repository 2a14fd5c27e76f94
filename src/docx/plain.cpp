// Line by line into stories, then the stories in the reading order of Document.
// SPDX-License-Identifier: Apache-2.0
#include "docx/plain.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

#include "base/utf8.hpp"

namespace gouji::docx {
namespace {

struct Marked {
  std::string_view mark;
  StoryKind kind;
  const char* name;
};

constexpr std::array<Marked, 4> kStories{{{"[textbox]", StoryKind::textbox, "textbox"},
                                          {"[footnote]", StoryKind::footnote, "footnotes"},
                                          {"[header]", StoryKind::header, "header1"},
                                          {"[footer]", StoryKind::footer, "footer1"}}};

std::string_view trim(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
  return text;
}

constexpr std::string_view kContents = "[toc]";

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    std::string_view line = text.substr(0, end);
    if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
    lines.push_back(line);
    if (end == std::string_view::npos) break;
    text.remove_prefix(end + 1);
  }
  return lines;
}

std::vector<std::string_view> cells_of(std::string_view line) {
  line = trim(line);
  line.remove_prefix(1);
  std::vector<std::string_view> cells;
  std::size_t begin = 0;
  for (std::size_t i = 0; i < line.size(); ++i) {
    if (line[i] == '\\') {
      ++i;
    } else if (line[i] == '|') {
      cells.push_back(trim(line.substr(begin, i - begin)));
      begin = i + 1;
    }
  }
  if (begin < line.size()) cells.push_back(trim(line.substr(begin)));
  return cells;
}

bool is_rule(const std::vector<std::string_view>& cells) {
  return !cells.empty() && std::all_of(cells.begin(), cells.end(), [](std::string_view cell) {
    return cell.find('-') != std::string_view::npos && cell.find_first_not_of("-: ") == std::string_view::npos;
  });
}

class PlainReader {
 public:
  explicit PlainReader(Document& document) : document_(document) {}

  void begin_story(StoryKind kind, const char* name) {
    document_.stories.push_back({kind, name, {}});
    number_ = 0;
  }

  void paragraph(std::string_view text, int outline) { add(text, outline, kNone, kNone); }

  /// The table that starts at lines[at]; returns the line behind it.
  std::size_t table(const std::vector<std::string_view>& lines, std::size_t at) {
    const auto index = static_cast<std::uint32_t>(document_.tables.size());
    Table table;
    table.story = story();
    table.number = index + 1;
    table.before_paragraph = next_paragraph();
    std::vector<std::vector<std::uint32_t>> owners;
    for (; at < lines.size() && is_row(lines[at]); ++at) {
      const std::vector<std::string_view> cells = cells_of(lines[at]);
      if (is_rule(cells)) {
        table.header_rows = table.rows;
        continue;
      }
      owners.emplace_back();
      for (const std::string_view text : cells) add_cell(table, index, owners, text);
      table.columns = std::max(table.columns, static_cast<std::uint32_t>(cells.size()));
      ++table.rows;
    }
    table.after_paragraph = next_paragraph();
    document_.tables.push_back(std::move(table));
    return at;
  }

  static bool is_row(std::string_view line) {
    line = trim(line);
    return !line.empty() && line.front() == '|';
  }

 private:
  [[nodiscard]] std::uint32_t story() const { return static_cast<std::uint32_t>(document_.stories.size() - 1); }
  [[nodiscard]] std::uint32_t next_paragraph() const { return static_cast<std::uint32_t>(document_.paragraphs.size()); }

  void add_cell(Table& table, std::uint32_t index, std::vector<std::vector<std::uint32_t>>& owners,
                std::string_view text) {
    std::vector<std::uint32_t>& row = owners.back();
    const auto column = static_cast<std::uint32_t>(row.size());
    const bool above = text == "^" && owners.size() > 1 && column < owners[owners.size() - 2].size();
    const bool left = text == "<" && column > 0;
    if (above || left) {
      const std::uint32_t owner = above ? owners[owners.size() - 2][column] : row.back();
      Cell& cell = table.cells[owner];
      cell.row_span = std::max(cell.row_span, table.rows - cell.row + 1);
      cell.column_span = std::max(cell.column_span, column - cell.column + 1);
      row.push_back(owner);
      return;
    }
    const auto owner = static_cast<std::uint32_t>(table.cells.size());
    Cell cell;
    cell.row = table.rows;
    cell.column = column;
    cell.first_paragraph = next_paragraph();
    cell.last_paragraph = cell.first_paragraph + 1;
    table.cells.push_back(cell);
    row.push_back(owner);
    add(text, -1, index, owner);
  }

  void add(std::string_view text, int outline, std::uint32_t table, std::uint32_t cell) {
    Paragraph paragraph;
    paragraph.begin = static_cast<std::uint32_t>(document_.text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
      const char next = text[i] == '\\' && i + 1 < text.size() ? text[i + 1] : '\0';
      if (next == 'n') {
        document_.text += '\n';
        ++i;
      } else if (next == '|') {
        document_.text += '|';
        ++i;
      } else {
        document_.text += text[i];
      }
    }
    paragraph.end = static_cast<std::uint32_t>(document_.text.size());
    paragraph.first_run = static_cast<std::uint32_t>(document_.runs.size());
    if (paragraph.end > paragraph.begin) document_.runs.push_back({paragraph.begin, paragraph.end, kNone, 0});
    paragraph.last_run = static_cast<std::uint32_t>(document_.runs.size());
    paragraph.story = story();
    paragraph.number = table == kNone ? ++number_ : kNone;
    paragraph.table = table;
    paragraph.cell = cell;
    paragraph.source_index = next_paragraph();
    paragraph.outline_level = outline;
    document_.paragraphs.push_back(std::move(paragraph));
  }

  Document& document_;
  std::uint32_t number_ = 0;
};

const Marked* story_of(std::string_view line) {
  for (const Marked& story : kStories) {
    if (line.substr(0, story.mark.size()) == story.mark) return &story;
  }
  return nullptr;
}

int heading_level(std::string_view line) {
  for (int level = 0; level < 3; ++level) {
    const std::string mark = std::string(static_cast<std::size_t>(level + 1), '#') + " ";
    if (line.substr(0, mark.size()) == mark) return level;
  }
  return -1;
}

}  // namespace

Document read_plain(std::string_view text) {
  Document document;
  const std::string valid = utf8::sanitize(text.substr(0, 3) == "\xEF\xBB\xBF" ? text.substr(3) : text);
  const std::vector<std::string_view> lines = lines_of(valid);
  PlainReader reader(document);
  reader.begin_story(StoryKind::body, "document");
  for (std::size_t at = 0; at < lines.size();) {
    const std::string_view line = lines[at];
    if (PlainReader::is_row(line)) {
      at = reader.table(lines, at);
      continue;
    }
    ++at;
    if (trim(line).empty() || story_of(line) != nullptr) continue;
    if (line.substr(0, kContents.size()) == kContents) {
      reader.paragraph(trim(line.substr(kContents.size())), -1);
      document.paragraphs.back().is_toc = true;
      continue;
    }
    const int level = heading_level(line);
    reader.paragraph(level < 0 ? line : trim(line.substr(static_cast<std::size_t>(level) + 2)), level);
  }
  for (const Marked& story : kStories) {
    bool begun = false;
    for (const std::string_view line : lines) {
      if (story_of(line) != &story) continue;
      if (!std::exchange(begun, true)) reader.begin_story(story.kind, story.name);
      reader.paragraph(trim(line.substr(story.mark.size())), -1);
    }
  }
  return document;
}

}  // namespace gouji::docx
