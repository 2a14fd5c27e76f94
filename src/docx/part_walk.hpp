// The walk over one part: blocks, runs and tables in reading order into a Document.
// source_index and Run::element count every w:p and w:r of the part in document order, skipped ones too
// (as //w:p and //w:r would), so that a place can be found again in the XML.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/budget.hpp"
#include "docx/attachments.hpp"
#include "docx/bound_data.hpp"
#include "docx/document.hpp"
#include "docx/numbering.hpp"
#include "docx/styles.hpp"
#include "docx/xml.hpp"

namespace gouji::docx {

/// Paragraphs that a comment was made on, as indices; kNone: not met.
struct CommentRange {
  std::uint32_t first = kNone;
  std::uint32_t last = kNone;
  std::uint32_t reference = kNone;
};

/// What all parts of one document share.
struct WalkState {
  Document& document;
  const Styles& styles;
  Numbering& numbering;
  const Budget& budget;
  BoundData& bound;
  std::uint32_t textbox_paragraphs = 0;
  std::vector<std::string> footnotes{};  // ids in the order of their references
  std::vector<std::string> endnotes{};
  std::map<std::string, CommentRange> comment_ranges{};
  std::vector<pugi::xml_node> sections{};  // w:sectPr of the main part
  std::uint32_t images = 0;
  std::uint32_t objects = 0;  // controls and whatever else names no part
  std::uint32_t unknown_symbols = 0;
  std::uint32_t private_characters = 0;
  std::uint32_t unclosed_fields = 0;
};

class PartWalk {
 public:
  PartWalk(WalkState& state, const XmlPart& part);

  /// Opens a story; following content() goes there.
  void begin_story(StoryKind kind, std::string name);
  /// Walks the blocks under node (w:body, w:hdr, one w:footnote…).
  void content(pugi::xml_node node);
  /// Walks the text boxes met so far, each once, into a story of their own.
  void text_boxes();

  struct Mark {
    std::uint32_t paragraphs = 0;
    std::uint32_t runs = 0;
  };
  /// Counts the w:p and w:r of a subtree that is not read.
  void skip(pugi::xml_node node);
  [[nodiscard]] Mark mark() const { return at_; }
  void go_to(Mark mark) { at_ = mark; }
  /// Charts, SmartArt, inserted files and embedded documents met so far, in reading order.
  [[nodiscard]] const std::vector<Attachment>& attachments() const { return attachments_; }
  /// True if the walk had to stop at too deep a nesting. When the budget is spent it stops too.
  [[nodiscard]] bool too_deep() const { return too_deep_; }

 private:
  struct Properties {
    const Style* style = nullptr;
    int num_id = -1;
    int level = -1;
    int outline = -1;
    int centered = -1;
    int indent = 0;
    bool mark_deleted = false;
    bool mark_hidden = false;
    bool mark_parts = false;  // a style separator: drawn as one line, two paragraphs all the same
  };
  struct Field {
    bool in_result = false;
    bool toc = false;
    bool is_form = false;  // shows its state, not its result
    std::size_t result_begin = 0;
    std::string instruction;
  };
  struct Box {
    pugi::xml_node node;
    Mark at;
    int page = 0;
  };
  struct Descent;  // bounds recursion
  struct Grid;     // a table being built

  // block_walk.cpp
  void blocks(pugi::xml_node parent);
  void block(pugi::xml_node node);
  void paragraph(pugi::xml_node node);
  void start_paragraph();
  void reopen_paragraph();
  void finish_paragraph();
  [[nodiscard]] Properties read_properties(pugi::xml_node node);
  void number_paragraph(Paragraph& paragraph);
  template <class Walk>
  void alternate(pugi::xml_node node, Walk walk);
  [[nodiscard]] pugi::xml_node choose(pugi::xml_node alternate) const;
  [[nodiscard]] bool has_text(pugi::xml_node node) const;
  // comment_walk.cpp
  void comment_mark(pugi::xml_node node);
  // inline_walk.cpp
  void inlines(pugi::xml_node parent);
  void inline_node(pugi::xml_node node);
  void run(pugi::xml_node node);
  void run_children(pugi::xml_node node);
  void run_child(pugi::xml_node node);
  void read_run_properties(pugi::xml_node run_properties);
  void line_break(pugi::xml_node node);
  void graphics(pugi::xml_node node);
  void attach(Attachment::Kind kind, pugi::xml_node node, std::string_view attribute);
  void math(pugi::xml_node node);
  void turn_page();
  // run_text.cpp
  void text(pugi::xml_node node);
  void emit(std::string_view characters, std::uint32_t code_points);
  [[nodiscard]] std::string readable(std::string_view characters);
  [[nodiscard]] std::string picture(std::string_view font, char32_t code);
  void symbol(pugi::xml_node node);
  // field_walk.cpp
  void field_mark(pugi::xml_node node);
  void emit_shown(std::string_view characters);
  void drop_open_instructions();
  // control_walk.cpp
  [[nodiscard]] std::string shown_instead(pugi::xml_node control);
  void inline_control(pugi::xml_node node);
  template <class Walk>
  void block_control(pugi::xml_node node, Walk walk);
  void emit_replacement();
  // table_walk.cpp
  void table(pugi::xml_node node);
  void rows(pugi::xml_node parent, Grid& grid);
  void row(pugi::xml_node node, Grid& grid);
  void cells(pugi::xml_node parent, Grid& grid);
  void cell(pugi::xml_node node, Grid& grid);

  [[nodiscard]] Paragraph& open_paragraph() { return state_.document.paragraphs.back(); }
  [[nodiscard]] bool muted() const { return hidden_ || open_instructions_ > 0 || replaced_ > 0; }

  WalkState& state_;
  const Names& names_;
  std::string part_;
  bool rendered_breaks_;
  Mark at_;
  std::uint32_t depth_ = 0;
  bool too_deep_ = false;
  std::uint32_t story_ = 0;
  std::uint32_t number_ = 0;
  std::uint32_t table_ = kNone;
  std::uint32_t cell_ = kNone;
  bool open_ = false;  // the last paragraph may still grow (its mark was deleted)
  Properties properties_;
  bool hidden_ = false;
  std::string_view symbol_font_;  // of the run; empty for an ordinary font
  std::uint32_t element_ = kNone;
  std::uint32_t offset_ = 0;
  std::uint32_t replaced_ = 0;  // controls around the walk whose content is not what is shown
  std::string replacement_;
  std::vector<Field> fields_;
  std::uint32_t open_instructions_ = 0;
  std::uint32_t toc_ = 0;  // contents fields and contents controls around the walk
  int page_ = 0;
  std::vector<Box> boxes_;
  std::vector<Attachment> attachments_;
};

struct PartWalk::Descent {
  explicit Descent(PartWalk& walk) : walk_(walk) {
    if (++walk_.depth_ > walk_.state_.budget.limits().walk_depth) walk_.too_deep_ = true;
  }
  ~Descent() { --walk_.depth_; }
  Descent(const Descent&) = delete;
  Descent& operator=(const Descent&) = delete;
  explicit operator bool() const { return !walk_.too_deep_; }

 private:
  PartWalk& walk_;
};

/// A control around paragraphs, rows or cells.
template <class Walk>
void PartWalk::block_control(pugi::xml_node node, Walk walk) {
  std::string shown = shown_instead(node);
  if (shown.empty()) return walk(node);
  ++replaced_;
  replacement_ = std::move(shown);
  walk(node);
  --replaced_;
  replacement_.clear();
}

template <class Walk>
void PartWalk::alternate(pugi::xml_node node, Walk walk) {
  const pugi::xml_node chosen = choose(node);
  for (const pugi::xml_node branch : node.children()) {
    if (branch == chosen) {
      walk(branch);
    } else {
      skip(branch);
    }
  }
}

}  // namespace gouji::docx
