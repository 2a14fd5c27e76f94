// Builds the passages: folds each paragraph, puts page-break halves and the paragraphs of a cell together.
// SPDX-License-Identifier: Apache-2.0
#include "text/passage.hpp"

#include <algorithm>

#include "base/utf8.hpp"
#include "text/characters.hpp"
#include "text/fold.hpp"
#include "text/heading.hpp"
#include "text/long_passages.hpp"
#include "text/marker.hpp"
#include "text/sentences.hpp"
#include "text/toc.hpp"

namespace gouji::text {

namespace {

constexpr std::uint32_t kMinHalf = 25;  // shorter paragraphs are lines of their own, not halves

char32_t first_code(std::string_view text) { return text.empty() ? 0 : utf8::decode(text, 0); }
char32_t last_code(std::string_view text) {
  return text.empty() ? 0 : utf8::decode(text, utf8::previous(text, text.size()));
}

bool has_sentence_mark(std::string_view text) {
  for (const std::string_view mark : {"，", "。", "；", "：", "？", "！"}) {
    if (text.find(mark) != std::string_view::npos) return true;
  }
  return false;
}

bool ends_paragraph(char32_t code) {
  static constexpr std::u32string_view kEnds = U"。；：！？…”」）";
  return kEnds.find(code) != std::u32string_view::npos;
}

class Builder {
 public:
  explicit Builder(const docx::Document& document) : document_(document) {}

  TextModel build() {
    model_.cell_passage.resize(document_.tables.size());
    collect_cells();
    for (std::uint32_t index = 0; index < document_.paragraphs.size(); ++index) {
      add_cells_up_to(index);
      if (document_.paragraphs[index].table == docx::kNone) add_paragraph(index);
    }
    add_cells_up_to(docx::kNone);
    for (Passage& passage : model_.passages) passage.sentences = cut_sentences(passage.text);
    split_long_passages(model_);
    mark_typed_toc(model_);
    find_headings(document_, model_);
    count_points();
    return std::move(model_);
  }

 private:
  void count_points() {
    const std::string_view text = document_.text;
    std::uint32_t points = 0;
    for (std::size_t at = 0; at < text.size(); at += kPointStep) {
      model_.points.push_back(points);
      points += utf8::count(text.substr(at, kPointStep));
    }
  }

  struct CellStart {
    std::uint32_t paragraph;
    std::uint32_t table;
    std::uint32_t cell;
  };

  void collect_cells() {
    for (std::uint32_t table = 0; table < document_.tables.size(); ++table) {
      const auto& cells = document_.tables[table].cells;
      model_.cell_passage[table].assign(cells.size(), docx::kNone);
      for (std::uint32_t cell = 0; cell < cells.size(); ++cell)
        cells_.push_back({cells[cell].first_paragraph, table, cell});
    }
    std::stable_sort(cells_.begin(), cells_.end(),
                     [](const CellStart& a, const CellStart& b) { return a.paragraph < b.paragraph; });
  }

  void add_cells_up_to(std::uint32_t paragraph) {
    for (; next_cell_ < cells_.size() && cells_[next_cell_].paragraph <= paragraph; ++next_cell_) {
      add_cell(cells_[next_cell_].table, cells_[next_cell_].cell);
    }
  }

  Passage start_passage(std::uint32_t paragraph) {
    Passage passage;
    passage.first_paragraph = paragraph;
    if (paragraph >= document_.paragraphs.size()) return passage;
    const docx::Paragraph& source = document_.paragraphs[paragraph];
    passage.is_toc = source.is_toc;
    passage.story = document_.stories.empty() ? docx::StoryKind::body : document_.stories[source.story].kind;
    if (!source.label.empty()) folder_.fold_into(source.label, 0, paragraph, passage.label, nullptr);
    return passage;
  }

  void fold_paragraph(std::uint32_t paragraph, Passage& passage) {
    const docx::Paragraph& source = document_.paragraphs[paragraph];
    folder_.fold_into(document_.text_of(source), source.begin, paragraph, passage.text, &passage.segments);
  }

  void add_paragraph(std::uint32_t index) {
    const docx::Paragraph& source = document_.paragraphs[index];
    if (source.begin == source.end && source.label.empty()) return;
    Passage passage = start_passage(index);
    fold_paragraph(index, passage);
    if (passage.text.empty()) return;
    if (continues(index, passage)) {
      append(model_.passages.back(), passage);
    } else {
      model_.passages.push_back(std::move(passage));
    }
    last_paragraph_ = index;
  }

  /// Is this the second half of the paragraph just added?
  [[nodiscard]] bool continues(std::uint32_t index, const Passage& second) const {
    if (model_.passages.empty() || last_paragraph_ == docx::kNone || last_paragraph_ + 1 != index) return false;
    const Passage& first = model_.passages.back();
    if (first.in_table() || first.is_toc || second.is_toc || !second.label.empty()) return false;
    const docx::Paragraph& before = document_.paragraphs[first.first_paragraph];
    const docx::Paragraph& after = document_.paragraphs[index];
    if (before.story != after.story || before.centered || after.centered) return false;
    if (before.outline_level >= 0 || after.outline_level >= 0) return false;
    if (ends_paragraph(last_code(first.text)) || !has_sentence_mark(first.text)) return false;
    if (first.text.size() < 4096 && utf8::count(first.text) < kMinHalf) return false;
    return has_sentence_mark(second.text) && !starts_line(std::string_view(second.text).substr(0, 42)) &&
           !is_bare_heading(first);
  }

  /// A heading with its paragraph to itself; a run-in heading is followed by text that may be cut in two.
  static bool is_bare_heading(const Passage& passage) {
    return marker_of(passage) && has_heading_nature(passage) && passage.text.ends_with(heading_text(passage));
  }

  static void append(Passage& first, const Passage& second) {
    const char32_t left = last_code(first.text);
    const char32_t right = first_code(second.text);
    if ((is_digit(left) && is_digit(right)) || (is_letter(left) && is_letter(right))) first.text += ' ';
    const auto shift = static_cast<std::uint32_t>(first.text.size());
    first.text += second.text;
    for (Segment segment : second.segments) {
      segment.begin += shift;
      first.segments.push_back(segment);
    }
  }

  void add_cell(std::uint32_t table, std::uint32_t cell) {
    const docx::Cell& source = document_.tables[table].cells[cell];
    Passage passage = start_passage(source.first_paragraph);
    passage.story =
        document_.stories.empty() ? docx::StoryKind::body : document_.stories[document_.tables[table].story].kind;
    passage.table = table;
    passage.cell = cell;
    for (std::uint32_t index = source.first_paragraph; index < source.last_paragraph; ++index) {
      const docx::Paragraph& paragraph = document_.paragraphs[index];
      if (paragraph.table != table || paragraph.cell != cell) continue;
      Passage line = start_passage(index);
      fold_paragraph(index, line);
      if (line.text.empty()) continue;
      if (!passage.text.empty() && keeps_break(passage.text, line)) passage.text += '\n';
      append(passage, line);
    }
    model_.cell_passage[table][cell] = static_cast<std::uint32_t>(model_.passages.size());
    model_.passages.push_back(std::move(passage));
    last_paragraph_ = docx::kNone;
  }

  /// «预算数 / （万元）» is one phrase over two lines of a cell; «100% / 98%» are two entries.
  static bool keeps_break(std::string_view before, const Passage& line) {
    const char32_t left = last_code(before);
    const char32_t right = first_code(line.text);
    if (!line.label.empty() || ends_paragraph(left) || starts_line(std::string_view(line.text).substr(0, 42))) {
      return left != U'）' || !line.label.empty() || marker_at(line.text).has_value();
    }
    return left == U'%' || (is_digit(left) && (is_digit(right) || right == U'-'));
  }

  const docx::Document& document_;
  TextModel model_;
  Folder folder_;
  std::vector<CellStart> cells_;
  std::size_t next_cell_ = 0;
  std::uint32_t last_paragraph_ = docx::kNone;
};

}  // namespace

TextModel fold_document(const docx::Document& document) { return Builder(document).build(); }

std::string fold(std::string_view source) {
  Folder folder;
  std::string out;
  folder.fold_into(source, 0, 0, out, nullptr);
  return out;
}

}  // namespace gouji::text
