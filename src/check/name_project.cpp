// SPDX-License-Identifier: Apache-2.0
#include "check/name_project.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "base/utf8.hpp"
#include "facts/label.hpp"
#include "statement/all_sentences.hpp"
#include "text/marker.hpp"

namespace gouji::check {
namespace {

using facts::Fact;
using facts::FactKind;
using Text = std::string_view;

constexpr std::size_t kShortestName = 15;  // bytes: five characters
constexpr std::size_t kLongestName = 90;
constexpr int kDigits = 4;

bool is_mark(Text here) {
  return here == "，" || here == "。" || here == "；" || here == "：" || here == "、" || here == "（" || here == "\n";
}

/// The noun phrase at the start of a sentence up to the first verb, when it ends like a project; empty otherwise.
text::Span project_at(const DocumentView& view, Text text, std::uint32_t begin, std::uint32_t limit) {
  const lexicon::ClassId stop = view.lexicon.class_id("quantity_name_stop");
  const lexicon::ClassId end_words = view.lexicon.class_id("quantity_project_end");
  if (const auto marker = text::marker_at(text, begin); marker) begin += static_cast<std::uint32_t>(marker->length);
  std::uint32_t end = begin;
  while (end < limit && !is_mark(text.substr(end, utf8::length(text[end])))) {
    if (end > begin + 6 && facts::prefix_of(view.lexicon, stop, text.substr(end)) > 0) break;
    end += static_cast<std::uint32_t>(utf8::length(text[end]));
  }
  if (end - begin < kShortestName || end - begin > kLongestName) return {};
  const Text name = text.substr(begin, end - begin);
  return facts::suffix_of(view.lexicon, end_words, name) > 0 ? text::Span{begin, end} : text::Span{};
}

std::vector<char32_t> characters(Text text) {
  std::vector<char32_t> out;
  for (std::size_t at = 0; at < text.size(); at += utf8::length(text[at])) out.push_back(utf8::decode(text, at));
  return out;
}

std::size_t common_length(const std::vector<char32_t>& a, const std::vector<char32_t>& b) {
  std::vector<std::size_t> row(b.size() + 1, 0);
  for (const char32_t one : a) {
    std::size_t diagonal = 0;
    for (std::size_t k = 0; k < b.size(); ++k) {
      const std::size_t above = row[k + 1];
      row[k + 1] = one == b[k] ? diagonal + 1 : std::max(row[k], row[k + 1]);
      diagonal = above;
    }
  }
  return row.back();
}

/// Alike, and not two by number, place or stage: 一期 and 二期, 东 and 西 are two projects.
bool look_alike(const std::string& a, const std::string& b, int digits) {
  const std::vector<char32_t> one = characters(a);
  const std::vector<char32_t> other = characters(b);
  const std::size_t common = common_length(one, other);
  // five digits alike are hardly chance
  const std::size_t tenths = digits > kDigits ? 5 : 6;
  if (common * 10 < std::max(one.size(), other.size()) * tenths) return false;
  const auto count = [](const std::vector<char32_t>& text, char32_t code) {
    return std::count(text.begin(), text.end(), code);
  };
  constexpr std::u32string_view kTelling =
      U"一二三四五六七八九十0123456789东西南北上下前后左右甲乙丙丁ABCDEFG中小大新老村镇乡";
  return std::none_of(kTelling.begin(), kTelling.end(),
                      [&](char32_t code) { return count(one, code) != count(other, code); });
}

class NameProjectCheck final : public Check {
 public:
  void run(const DocumentView& view, Sink& sink) const override {
    const std::vector<ProjectFigure> all = project_figures(view);
    std::set<std::pair<std::string, std::string>> seen;
    for (std::size_t i = 0; i < all.size(); ++i) {
      const Fact& one = view.facts.facts[all[i].fact];
      if (one.significant_digits() < kDigits) continue;
      for (std::size_t k = i + 1; k < all.size(); ++k) {
        const Fact& other = view.facts.facts[all[k].fact];
        if (!(one.value == other.value) || one.passage == other.passage) continue;
        if (all[i].project == all[k].project) {
          sink.holds();
          continue;
        }
        if (!look_alike(all[i].project, all[k].project, one.significant_digits()) ||
            stand_in_one_list(view, all[i].project, all[k].project)) {
          sink.not_comparable("other-project");
          continue;
        }
        if (!seen.emplace(std::min(all[i].project, all[k].project), std::max(all[i].project, all[k].project)).second)
          continue;
        report(view, all[i], all[k], sink);
      }
    }
  }

 private:
  /// «A、B», «A和B», or both as table rows: the document knows them as two.
  static bool stand_in_one_list(const DocumentView& view, const std::string& a, const std::string& b) {
    std::set<std::uint32_t> rows_a;
    for (const text::Passage& passage : view.text.passages) {
      const std::size_t first = passage.text.find(a);
      const std::size_t second = passage.text.find(b);
      if (passage.in_table()) {
        if (first != std::string::npos) rows_a.insert(passage.table);
        continue;
      }
      if (first == std::string::npos || second == std::string::npos) continue;
      const std::size_t begin = std::min(first + a.size(), second + b.size());
      const std::size_t end = std::max(first, second);
      if (end >= begin && end - begin <= 6) return true;  // one mark or joining word between them
    }
    return std::any_of(view.text.passages.begin(), view.text.passages.end(), [&](const text::Passage& passage) {
      return passage.in_table() && rows_a.count(passage.table) > 0 && passage.text.find(b) != std::string::npos;
    });
  }

  static void report(const DocumentView& view, const ProjectFigure& a, const ProjectFigure& b, Sink& sink) {
    const Fact& one = view.facts.facts[a.fact];
    Draft draft = sink.draft();
    draft.message = {fmt::format("同一笔 {} 对应两个项目名称：“{}”与“{}”", one.shown(), a.project, b.project),
                     fmt::format("One amount of {} is attached to two project names: “{}” and “{}”", one.shown(),
                                 a.project, b.project)};
    draft.working = {fmt::format("{} 两处出现，名称不同", one.shown()),
                     fmt::format("{} stands in two places under two names", one.shown())};
    draft.expected = a.project;
    draft.actual = b.project;
    draft.evidence.push_back({"name", b.passage, b.name, b.name});
    draft.evidence.push_back({"other", a.passage, a.name, a.name});
    draft.evidence.push_back(spot_of(view, b.fact, "figure"));
    draft.evidence.push_back(spot_of(view, a.fact, "figure"));
    sink.report(std::move(draft));
  }
};

}  // namespace

std::vector<ProjectFigure> project_figures(const DocumentView& view) {
  std::vector<ProjectFigure> out;
  std::uint32_t passage_index = docx::kNone;
  text::Span head{};
  for (const statement::Sentence& sentence : statement::all_sentences_of(view.text, view.facts)) {
    const text::Passage& passage = view.text.passages[sentence.passage];
    if (passage.in_table() || passage.is_toc) continue;
    if (passage_index != sentence.passage) {
      passage_index = sentence.passage;
      head = project_at(view, passage.text, sentence.starts_passage ? sentence.span.begin : 0, sentence.span.end);
    }
    text::Span name = project_at(view, passage.text, sentence.span.begin, sentence.span.end);
    if (!statement::found(name)) name = head;
    if (!statement::found(name)) continue;
    for (std::uint32_t index = sentence.facts.begin; index < sentence.facts.end; ++index) {
      const Fact& fact = view.facts.facts[index];
      if (fact.kind != FactKind::money || !fact.is_plain() || fact.span.begin < name.end) continue;
      out.push_back({index, std::string(passage.of(name)), sentence.passage, name});
    }
  }
  return out;
}

std::unique_ptr<Check> make_name_project(Params& params) {
  (void)params;
  return std::make_unique<NameProjectCheck>();
}

}  // namespace gouji::check
