// SPDX-License-Identifier: Apache-2.0
#include "check/account_title.hpp"

#include <map>

#include <fmt/format.h>

#include "base/utf8.hpp"
#include "check/phrases.hpp"

namespace gouji::check {
namespace {

constexpr std::size_t kMostShown = 4;  // rows of one table

/// Without brackets, blanks and marks: only the characters of the name.
std::string bare(std::string_view name) {
  std::string out;
  int depth = 0;
  for (std::size_t at = 0; at < name.size(); at += utf8::length(name[at])) {
    const char32_t code = utf8::decode(name, at);
    if (code == U'（') ++depth;
    if (depth == 0 && utf8::is_han(code)) out += name.substr(at, utf8::length(name[at]));
    if (code == U'）' && depth > 0) --depth;
  }
  return out;
}

class AccountTitle final : public Check {
 public:
  explicit AccountTitle(Params& params) {
    for (const auto& [code, name] : params.pairs("titles")) titles_[code] = name;
    if (titles_.empty()) params.fault("titles", 0, "缺少 titles", "titles are missing");
  }

  void run(const DocumentView& view, Sink& sink) const override {
    for (const table::TableView& table : view.tables.tables) {
      // a table with codes of its own, or whose rows shifted, is one finding
      std::vector<Draft> drafts;
      for (std::uint32_t row = 0; row < table.rows.size(); ++row) judge(view, sink, table, row, drafts);
      if (drafts.empty()) continue;
      for (std::size_t i = 1; i < drafts.size() && i < kMostShown; ++i) {
        drafts.front().evidence.push_back(drafts[i].evidence.front());
        drafts.front().working.zh += "\n" + drafts[i].working.zh;
        drafts.front().working.en += "\n" + drafts[i].working.en;
      }
      sink.report(std::move(drafts.front()));
    }
  }

 private:
  void judge(const DocumentView& view, Sink& sink, const table::TableView& table, std::uint32_t row,
             std::vector<Draft>& drafts) const {
    const table::Row& info = table.rows[row];
    const auto title = titles_.find(info.code);
    if (title == titles_.end()) return;
    const std::string stated = bare(info.label);
    const std::string expected = bare(title->second);
    if (utf8::count(stated) < 2) return;
    if (stated.find(expected) != std::string::npos || expected.find(stated) != std::string::npos) return sink.holds();
    const std::uint32_t passage = label_passage(view, table, row, info.label);
    if (passage == docx::kNone) return sink.not_comparable("label-elsewhere");
    Draft draft = sink.draft();
    draft.actual = info.label;
    draft.expected = title->second;
    draft.key = info.code + " " + stated;
    draft.working = {fmt::format("科目{}的名称是“{}”，表中写作“{}”", info.code, title->second, info.label),
                     fmt::format("account {} is “{}”; the table says “{}”", info.code, title->second, info.label)};
    const text::Span whole{0, static_cast<std::uint32_t>(view.text.passages[passage].text.size())};
    draft.evidence.push_back({"label", passage, whole, whole});
    drafts.push_back(std::move(draft));
  }

  static std::uint32_t label_passage(const DocumentView& view, const table::TableView& table, std::uint32_t row,
                                     const std::string& label) {
    for (const std::uint32_t cell : table.cell[row]) {
      if (cell == docx::kNone) continue;
      const std::uint32_t passage = view.text.cell_passage[table.table][cell];
      if (passage != docx::kNone && bare(view.text.passages[passage].text).find(bare(label)) != std::string::npos)
        return passage;
    }
    return docx::kNone;
  }

  std::map<std::string, std::string> titles_;
};

}  // namespace

std::unique_ptr<Check> make_account_title(Params& params) { return std::make_unique<AccountTitle>(params); }

}  // namespace gouji::check
