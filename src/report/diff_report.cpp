// SPDX-License-Identifier: Apache-2.0
#include "report/diff_report.hpp"

#include <fmt/format.h>

#include <array>
#include <cstddef>

#include "base/utf8.hpp"
#include "report/finding_words.hpp"
#include "report/json_outcome.hpp"
#include "report/json_writer.hpp"
#include "report/words.hpp"

namespace gouji::report {
namespace {

constexpr std::size_t kKinds = 5;
constexpr std::array<Change::Kind, kKinds> kOrder{Change::Kind::added, Change::Kind::changed, Change::Kind::remains,
                                                  Change::Kind::not_judged, Change::Kind::fixed};
using Counts = std::array<std::size_t, kKinds>;

std::size_t index_of(Change::Kind kind) { return static_cast<std::size_t>(kind); }

Counts& operator+=(Counts& counts, const DocumentDiff& document) {
  for (const Change& change : document.changes) ++counts[index_of(change.kind)];
  return counts;
}

const char* kind_word(Change::Kind kind, Language language) {
  const bool is_zh = language == Language::zh;
  switch (kind) {
    case Change::Kind::added: return is_zh ? "新出现" : "new";
    case Change::Kind::changed: return is_zh ? "改动后仍不符" : "changed but not right";
    case Change::Kind::remains: return is_zh ? "仍未改" : "remains";
    case Change::Kind::not_judged: return is_zh ? "这次没有核对" : "not judged this time";
    case Change::Kind::fixed: return is_zh ? "已改正" : "fixed";
  }
  return "";
}

std::string counts_words(const Counts& counts, Language language) {
  std::string out;
  for (const Change::Kind kind : kOrder) {
    if (kind == Change::Kind::not_judged && counts[index_of(kind)] == 0) continue;
    if (!out.empty()) out += language == Language::zh ? "，" : ", ";
    out += fmt::format("{} {}", kind_word(kind, language), counts[index_of(kind)]);
  }
  return out;
}

class DiffText {
 public:
  DiffText(Language language, Color color) : language_(language), color_(color) {}

  std::string document(const DocumentDiff& diff) const {
    std::string out = styled("1", title(diff)) + '\n';
    if (diff.error) {
      out += "  " + styled("1;31", say("无法比较：", "cannot be compared: ")) +
             one_line(in(language_, diff.error->message)) + styled("2", "  " + one_line(diff.error->where)) + '\n';
      const std::string hint = one_line(in(language_, diff.error->hint));
      return hint.empty() ? out : out + "      " + say("办法：", "hint: ") + hint + '\n';
    }
    if (diff.new_path.empty()) return out + "  " + say("这份文件已经没有了", "this document is there no more") + '\n';
    Counts counts{};
    counts += diff;
    out += "  " + counts_words(counts, language_) + '\n';
    const Change* previous = nullptr;
    for (const Change& change : diff.changes) {
      if (previous == nullptr || previous->kind != change.kind)
        out += "\n  " + styled("1;34", kind_word(change.kind, language_)) + '\n';
      previous = &change;
      add(out, change);
    }
    return out;
  }

 private:
  [[nodiscard]] const char* say(const char* zh, const char* en) const { return language_ == Language::zh ? zh : en; }
  [[nodiscard]] std::string styled(const char* style, const std::string& text) const {
    return color_ == Color::on ? fmt::format("\x1b[{}m{}\x1b[0m", style, text) : text;
  }

  [[nodiscard]] std::string title(const DocumentDiff& diff) const {
    if (diff.old_path.empty()) return one_line(diff.new_path) + say("（新增的文件）", " (a new document)");
    if (diff.new_path.empty()) return one_line(diff.old_path);
    return one_line(diff.old_path) + " → " + one_line(diff.new_path);
  }

  void add(std::string& out, const Change& change) const {
    const Finding& finding = change.after ? *change.after : *change.before;
    out += fmt::format("    {}  {}  {}\n", severity_word(finding.severity, language_),
                       styled("1", one_line(in(language_, finding.message))), styled("2", finding.rule));
    if (const std::string standing = standing_words(finding.standing, language_); !standing.empty())
      out += "        " + styled("2", standing) + '\n';
    const bool is_done = change.kind == Change::Kind::fixed || change.kind == Change::Kind::not_judged;
    if (is_done) {  // the place is that of the old version, the quote is what to look for
      line(out, say("原在：", "was at: "), place_with_heading(main_place(finding), language_));
      line(out, say("原来：", "before: "), in(language_, finding.working));
      return;
    }
    const std::string& heading = main_place(finding).heading;
    if (!heading.empty()) out += "        " + styled("2", one_line(heading)) + '\n';
    for (const std::string& quote : quotes(finding, language_)) out += "        " + quote + '\n';
    if (change.kind == Change::Kind::changed) {
      line(out, say("原来：", "before: "), in(language_, change.before->working));
      line(out, say("现在：", "now:    "), in(language_, finding.working));
    } else {
      line(out, say("验算：", "working: "), in(language_, finding.working));
    }
    line(out, say("可能：", "cause: "), in(language_, finding.cause));
  }

  void line(std::string& out, const char* label, const std::string& text) const {
    if (!text.empty()) out += "        " + styled("2", label) + one_line(text) + '\n';
  }

  Language language_;
  Color color_;
};

void write_counts(JsonWriter<PrettyJson>& json, const Counts& counts) {
  json.open("counts");
  for (const Change::Kind kind : kOrder)
    json.number(to_string(kind), static_cast<std::uint32_t>(counts[index_of(kind)]));
  json.close();
}

void write_finding(JsonWriter<PrettyJson>& json, const char* name, const std::optional<Finding>& finding) {
  if (!finding) return json.null(name);
  json.raw(name, finding_json(*finding, json.language(), JsonLayout::pretty));
}

void write_document(JsonWriter<PrettyJson>& json, const DocumentDiff& diff) {
  json.open_item();
  json.text_or_null("old", diff.old_path);
  json.text_or_null("new", diff.new_path);
  if (diff.error) {
    json.open("error");
    json.text("code", diff.error->code);
    json.text_or_null("message", diff.error->message);
    json.text_or_null("hint", diff.error->hint);
    json.text_or_null("where", diff.error->where);
    json.close();
  } else {
    json.null("error");
  }
  Counts counts{};
  counts += diff;
  write_counts(json, counts);
  json.open_list("changes");
  for (const Change& change : diff.changes) {
    json.open_item();
    json.text("change", to_string(change.kind));
    json.text("id", change.after ? change.after->id : change.before->id);
    write_finding(json, "before", change.before);
    write_finding(json, "after", change.after);
    json.close();
  }
  json.close_list();
  json.close();
}

}  // namespace

std::string diff_text(const std::vector<DocumentDiff>& documents, Language language, Color color) {
  const DiffText writer(language, color);
  std::string out;
  Counts counts{};
  for (const DocumentDiff& document : documents) {
    out += writer.document(document) + '\n';
    counts += document;
  }
  return out +
         fmt::format(fmt::runtime(language == Language::zh ? "共 {} 份文件：" : "{} document(s): "), documents.size()) +
         counts_words(counts, language) + '\n';
}

std::string diff_json(const std::vector<DocumentDiff>& documents, Language language) {
  JsonWriter<PrettyJson> json(language);
  json.open_item();
  json.text("schema", "gouji.diff/1");
  Counts counts{};
  json.open_list("documents");
  for (const DocumentDiff& document : documents) {
    write_document(json, document);
    counts += document;
  }
  json.close_list();
  write_counts(json, counts);
  json.close();
  return json.take() + "\n";
}

}  // namespace gouji::report
