// SPDX-License-Identifier: Apache-2.0
#include "docx/attachments.hpp"

#include <algorithm>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "base/utf8.hpp"
#include "docx/chart.hpp"
#include "docx/drawing_text.hpp"
#include "docx/errors.hpp"

namespace gouji::docx {
namespace {

constexpr std::uint32_t kDeepest = 2;        // documents in documents
constexpr std::uint32_t kMostEmbedded = 32;  // documents read of one document

void add_lines(Document& document, Story story, std::uint32_t anchor, const std::vector<std::string>& lines) {
  const auto index = static_cast<std::uint32_t>(document.stories.size());
  const int page = anchor < document.paragraphs.size() ? document.paragraphs[anchor].page : 0;
  story.anchor = anchor;
  document.stories.push_back(std::move(story));
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const std::string line = utf8::sanitize(lines[i]);
    Paragraph paragraph;
    paragraph.begin = static_cast<std::uint32_t>(document.text.size());
    paragraph.first_run = static_cast<std::uint32_t>(document.runs.size());
    document.text += line;
    paragraph.end = static_cast<std::uint32_t>(document.text.size());
    document.runs.push_back({paragraph.begin, paragraph.end, kNone, 0});
    paragraph.last_run = static_cast<std::uint32_t>(document.runs.size());
    paragraph.story = index;
    paragraph.number = static_cast<std::uint32_t>(i) + 1;
    paragraph.source_index = static_cast<std::uint32_t>(i);
    paragraph.page = page;
    document.paragraphs.push_back(std::move(paragraph));
  }
}

void shift(std::uint32_t& index, std::size_t by) {
  if (index != kNone) index += static_cast<std::uint32_t>(by);
}

/// Appends the stories of `from`; its body becomes the story `name`.
void append(Document& to, Document from, const std::string& name, const std::string& part, std::uint32_t anchor) {
  const std::size_t text = to.text.size();
  const std::size_t paragraphs = to.paragraphs.size();
  const std::size_t runs = to.runs.size();
  const std::size_t tables = to.tables.size();
  const std::size_t stories = to.stories.size();
  to.text += from.text;
  for (Story& story : from.stories) {
    const bool is_body = story.kind == StoryKind::body;
    story.name = is_body ? name : name + "/" + story.name;
    if (is_body) story.kind = StoryKind::embedded;
    story.part = part + "!" + story.part;
    story.anchor = anchor;
    to.stories.push_back(std::move(story));
  }
  for (Run& run : from.runs) {
    shift(run.begin, text);
    shift(run.end, text);
    to.runs.push_back(run);
  }
  for (Paragraph& paragraph : from.paragraphs) {
    shift(paragraph.begin, text);
    shift(paragraph.end, text);
    shift(paragraph.first_run, runs);
    shift(paragraph.last_run, runs);
    shift(paragraph.story, stories);
    shift(paragraph.table, tables);
    paragraph.page = 0;
    paragraph.outline_level = -1;  // its headings are not those of the report
    to.paragraphs.push_back(std::move(paragraph));
  }
  for (Table& table : from.tables) {
    shift(table.story, stories);
    shift(table.number, tables);
    shift(table.parent_table, tables);
    shift(table.before_paragraph, paragraphs);
    shift(table.after_paragraph, paragraphs);
    for (Cell& cell : table.cells) {
      shift(cell.first_paragraph, paragraphs);
      shift(cell.last_paragraph, paragraphs);
    }
    to.tables.push_back(std::move(table));
  }
  for (Note& note : from.notes) {
    note.where = note.where.empty() ? part : part + "!" + note.where;
    to.notes.push_back(std::move(note));
  }
}

/// One note for all of them: a paper with formulas of old editors embeds hundreds.
Note unread_files(const std::vector<std::string>& parts) {
  constexpr std::size_t kMostNamed = 5;
  std::string where;
  for (std::size_t i = 0; i < std::min(parts.size(), kMostNamed); ++i) where += (i == 0 ? "" : ", ") + parts[i];
  if (parts.size() > kMostNamed) where += ", …";
  const std::string number = std::to_string(parts.size());
  return {"unread-file",
          {"有 " + number + " 个插入或嵌入的文件不是 .docx，其内容没有读",
           number + " inserted or embedded file(s) that are no .docx were not read"},
          where};
}

class Reader {
 public:
  Reader(Document& document, Package& package, const Budget& budget, AttachmentCount& count)
      : document_(document), package_(package), budget_(budget), count_(count) {}

  void read(const Attachment& attachment, const Relation* relation) {
    if (relation == nullptr) {
      note(Note{"unread-object",
                {"图表或嵌入对象没有对应的部件，没有读", "a chart or embedded object has no part and was not read"},
                attachment.relation});
      return;
    }
    if (attachment.kind == Attachment::Kind::sub_document) {
      note(Note{"sub-document",
                {"主控文档的子文档在另一个文件里，没有读", "a sub-document is another file and was not read"},
                relation->target});
      return;
    }
    if (relation->external) return unread_.push_back(relation->target);
    if (attachment.kind == Attachment::Kind::object || attachment.kind == Attachment::Kind::chunk) {
      return read_file(attachment, relation->target);
    }
    auto part = package_.xml(relation->target);
    if (!part) return note(unread_part(part.error()));
    const bool is_chart = attachment.kind == Attachment::Kind::chart;
    const std::vector<std::string> lines = is_chart ? chart_lines(part.value()) : diagram_lines(part.value());
    if (lines.empty()) return;
    const std::string number = std::to_string(is_chart ? ++count_.charts : ++count_.diagrams);
    add_lines(
        document_,
        {is_chart ? StoryKind::chart : StoryKind::diagram, (is_chart ? "chart" : "diagram") + number, relation->target},
        attachment.anchor, lines);
  }

  void finish() {
    if (!unread_.empty()) note(unread_files(unread_));
  }

 private:
  void note(Note note) { document_.notes.push_back(std::move(note)); }

  void read_file(const Attachment& attachment, const std::string& part) {
    auto bytes = package_.bytes(part);
    if (!bytes) return note(unread_part(bytes.error()));
    const bool may_be_docx = bytes.value().compare(0, 2, "PK") == 0;
    if (!may_be_docx) return unread_.push_back(part);
    if (count_.depth >= kDeepest || count_.embedded >= kMostEmbedded) {
      return note(Note{
          "unread-file", {"嵌入的文档层数或份数过多，没有读", "too many documents within documents; not read"}, part});
    }
    ++count_.embedded;
    auto embedded = read_embedded(std::move(bytes.value()), budget_, count_.depth + 1);
    if (!embedded) {
      const bool is_other = embedded.error().code == code_of(Fault::no_main_document);
      if (is_other) return unread_.push_back(part);
      return note(unread_part(embedded.error()));
    }
    constexpr std::size_t kMostText = 0x7FFFFFFF;  // positions are 32 bits wide
    if (document_.text.size() + embedded.value().text.size() > kMostText) return unread_.push_back(part);
    append(document_, std::move(embedded.value()), "embedded" + std::to_string(count_.embedded), part,
           attachment.anchor);
  }

  Document& document_;
  Package& package_;
  const Budget& budget_;
  AttachmentCount& count_;
  std::vector<std::string> unread_;
};

}  // namespace

void read_attachments(Document& document, Package& package, const std::string& part,
                      const std::vector<Attachment>& attachments, const Budget& budget, AttachmentCount& count) {
  if (attachments.empty()) return;
  const std::vector<Relation> relations = package.relations_of(part);
  std::unordered_map<std::string_view, const Relation*> by_id;
  for (const Relation& relation : relations) by_id.emplace(relation.id, &relation);
  Reader reader(document, package, budget, count);
  std::unordered_set<std::string_view> done;  // a part shown twice is read once
  for (const Attachment& attachment : attachments) {
    if (budget.is_spent()) return;
    const auto found = by_id.find(attachment.relation);
    const Relation* relation = found == by_id.end() ? nullptr : found->second;
    if (relation != nullptr && !done.insert(relation->target).second) continue;
    reader.read(attachment, relation);
  }
  reader.finish();
}

}  // namespace gouji::docx
