// SPDX-License-Identifier: Apache-2.0
#include "check/person_post.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "base/utf8.hpp"
#include "check/date_facts.hpp"

namespace gouji::check {
namespace {

struct Holder {
  std::string name;
  std::uint32_t passage = 0;
  text::Span quote;
  text::Span mark;
};
using Holders = std::map<std::string, std::vector<Holder>, std::less<>>;  // by post as it is written, group included

/// A run of two to four Chinese characters at `at`, up to the end or a mark. The length in bytes; 0 when it is no name.
std::size_t name_length(std::string_view text, std::size_t at) {
  std::size_t end = at;
  std::size_t characters = 0;
  while (end < text.size() && utf8::is_han(utf8::decode(text, end))) {
    end += utf8::length(text[end]);
    if (++characters > 4) return 0;
  }
  if (characters < 2 || end == at) return 0;
  if (end == text.size()) return end - at;
  constexpr std::u32string_view kEnds = U"，。；、（）\n\t |";
  return kEnds.find(utf8::decode(text, end)) == std::u32string_view::npos ? 0 : end - at;
}

bool ends_with(std::string_view text, std::string_view tail) {
  return text.size() >= tail.size() && text.substr(text.size() - tail.size()) == tail;
}

constexpr std::size_t kLongestPost = 12;

class PersonPost final : public Check {
 public:
  explicit PersonPost(Params& params) : posts_(params.texts("posts")), families_(params.texts("families")) {}

  void run(const DocumentView& view, Sink& sink) const override {
    Holders holders;
    for (std::uint32_t index = 0; index < view.text.passages.size(); ++index) read_text(view, index, holders);
    for (const table::TableView& table : view.tables.tables) read_cells(view, table, holders);
    for (const auto& [post, found] : holders) judge(post, found, sink);
  }

 private:
  void read_text(const DocumentView& view, std::uint32_t index, Holders& holders) const {
    const std::string_view text = view.text.passages[index].text;
    constexpr std::string_view kColon = "：";
    for (std::size_t colon = text.find(kColon); colon != std::string_view::npos;
         colon = text.find(kColon, colon + kColon.size())) {
      std::size_t begin = colon;
      std::size_t characters = 0;
      while (begin > 0 && characters < kLongestPost) {
        const std::size_t before = utf8::previous(text, begin);
        if (!utf8::is_han(utf8::decode(text, before))) break;
        begin = before;
        ++characters;
      }
      add(view, index, {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(colon)}, index,
          static_cast<std::uint32_t>(colon + kColon.size()), holders);
    }
  }

  void read_cells(const DocumentView& view, const table::TableView& table, Holders& holders) const {
    for (const auto& row : table.cell) {
      for (std::size_t column = 0; column + 1 < row.size(); ++column) {
        if (row[column] == docx::kNone || row[column + 1] == docx::kNone || row[column] == row[column + 1]) continue;
        const std::uint32_t label = view.text.cell_passage[table.table][row[column]];
        const std::uint32_t value = view.text.cell_passage[table.table][row[column + 1]];
        if (label == docx::kNone || value == docx::kNone) continue;
        const auto length = static_cast<std::uint32_t>(view.text.passages[label].text.size());
        add(view, label, {0, length}, value, 0, holders);
      }
    }
  }

  void add(const DocumentView& view, std::uint32_t label, text::Span post, std::uint32_t passage, std::uint32_t at,
           Holders& holders) const {
    const auto is_post = [&](const std::string& word) { return ends_with(view.text.passages[label].of(post), word); };
    const std::string_view words = view.text.passages[label].of(post);
    if (words.empty() || utf8::count(words) > kLongestPost || std::none_of(posts_.begin(), posts_.end(), is_post))
      return;
    const std::string_view text = view.text.passages[passage].text;
    const std::size_t length = name_length(text, at);
    const auto is_family = [&](const std::string& word) { return text.substr(at, word.size()) == word; };
    if (length == 0 || std::none_of(families_.begin(), families_.end(), is_family)) return;
    const text::Span mark{at, at + static_cast<std::uint32_t>(length)};
    const text::Span quote = label == passage ? text::Span{post.begin, mark.end} : mark;
    holders[std::string(words)].push_back({std::string(text.substr(at, length)), passage, quote, mark});
  }

  static void judge(const std::string& post, const std::vector<Holder>& found, Sink& sink) {
    if (found.size() < 2) return;
    for (const Holder& holder : found) {
      if (holder.name == found[0].name) continue;
      Draft draft = sink.draft();
      draft.working = {fmt::format("“{}”前后写了不同的姓名", post), fmt::format("{} has two different names", post)};
      draft.evidence.push_back(spot_at(holder.passage, holder.quote, holder.mark, "person"));
      draft.evidence.push_back(spot_at(found[0].passage, found[0].quote, found[0].mark, "person"));
      draft.key = post;
      return sink.report(std::move(draft));
    }
    sink.holds();
  }

  std::vector<std::string> posts_;
  std::vector<std::string> families_;
};

}  // namespace

std::unique_ptr<Check> make_person_post(Params& params) { return std::make_unique<PersonPost>(params); }

}  // namespace gouji::check
