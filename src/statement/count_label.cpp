// SPDX-License-Identifier: Apache-2.0
#include "statement/count_label.hpp"

#include <algorithm>
#include <set>

#include "base/utf8.hpp"

namespace gouji::statement {
namespace {

using Text = std::string_view;

constexpr Text kMarks[] = {"，", "、", "；", "：", "。", "（", "）", "”", "“", "\n"};
constexpr Text kLeads[] = {"其中", "以及", "和", "及", "与", "有", "为", "是"};
constexpr Text kOf = "中";  // «17个中…»; alone it is a grade: «中的4个»
constexpr Text kTails[] = {"的有", "的为", "的是", "分别", "的", "有", "为", "共", "约", "是", "达", "计", "“", "”"};

bool strip(Text& text, Text word, bool front) {
  if (text.size() < word.size()) return false;
  if (front ? text.substr(0, word.size()) != word : text.substr(text.size() - word.size()) != word) return false;
  front ? text.remove_prefix(word.size()) : text.remove_suffix(word.size());
  return true;
}

template <typename Words>
void strip_all(Text& text, const Words& words, bool front) {
  for (bool again = true; again;) {
    again = false;
    for (const Text word : words) again = strip(text, word, front) || again;
  }
}

/// 中央, 中小, 中心…: no «of them».
bool begins_with_word_of_middle(Text lead) {
  constexpr Text kSecond[] = {"央", "小", "学", "心", "介", "型", "等", "级", "期", "医", "药", "国",
                              "职", "专", "标", "低", "高", "层", "华", "青", "端", "途", "西", "部"};
  if (!lead.starts_with(kOf)) return false;
  const Text rest = lead.substr(kOf.size());
  return std::any_of(std::begin(kSecond), std::end(kSecond), [&](Text second) { return rest.starts_with(second); });
}

std::size_t characters(Text text) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size(); at += utf8::length(text[at])) ++count;
  return count;
}

}  // namespace

std::string count_label(Text text, std::uint32_t floor, std::uint32_t begin, std::uint32_t end, std::uint32_t limit) {
  Text lead = text.substr(floor, begin > floor ? begin - floor : 0);
  strip_all(lead, std::initializer_list<Text>{"“", "”"}, false);
  std::size_t cut = 0;
  for (const Text mark : kMarks) {
    if (const std::size_t at = lead.rfind(mark); at != Text::npos) cut = std::max(cut, at + mark.size());
  }
  lead.remove_prefix(cut);
  strip_all(lead, kTails, false);
  strip_all(lead, kLeads, true);
  if (lead.size() > kOf.size() && !begins_with_word_of_middle(lead)) strip(lead, kOf, true);
  if (!lead.empty()) return std::string(lead);
  Text behind = text.substr(end, limit > end ? limit - end : 0);
  strip_all(behind, kLeads, true);
  strip_all(behind, std::initializer_list<Text>{"“"}, true);
  for (const Text mark : kMarks) behind = behind.substr(0, std::min(behind.size(), behind.find(mark)));
  strip_all(behind, kTails, false);
  return std::string(behind);
}

std::string word_in_label(const lexicon::Lexicon& lexicon, lexicon::ClassId id, Text label) {
  std::string best;
  if (id == lexicon::kNoClass) return best;
  for (const std::string& word : lexicon.words(id)) {
    const bool fits = characters(word) == 1 ? label == word : label.find(word) != Text::npos;
    if (fits && word.size() > best.size()) best = word;
  }
  return best;
}

bool are_one_split(const lexicon::Lexicon& lexicon, const std::vector<std::string>& labels) {
  constexpr Text kPrefix = "split_";
  for (const std::string& name : lexicon.class_names()) {
    if (Text(name).substr(0, kPrefix.size()) != kPrefix || name == "split_end") continue;
    std::set<std::string> words;
    const bool all = std::all_of(labels.begin(), labels.end(), [&](const std::string& label) {
      const std::string word = word_in_label(lexicon, lexicon.class_id(name), label);
      return !word.empty() && words.insert(word).second;
    });
    if (all) return true;
  }
  return false;
}

bool denies(const lexicon::Lexicon& lexicon, Text first, Text second) {
  const lexicon::ClassId id = lexicon.class_id("count_negation");
  if (id == lexicon::kNoClass) return false;
  for (const std::string& word : lexicon.words(id)) {
    const std::size_t at = second.find(word);
    if (at == Text::npos) continue;
    const Text stem = second.substr(at + word.size());
    if (stem.size() < 3 || first.find(stem) == Text::npos) continue;
    return first.find(word + std::string(stem)) == Text::npos;
  }
  return false;
}

bool are_alike(const std::vector<std::string>& labels) {
  if (labels.size() < 2) return false;
  const auto last = [](const std::string& label) {
    constexpr Text kPlaces[] = {"县", "区", "市", "镇", "乡", "街道", "村", "旗", "本级", "州"};
    for (const Text place : kPlaces)
      if (Text(label).ends_with(place)) return std::string("县");
    return label.substr(utf8::previous(label, label.size()));
  };
  const auto shorter = [](const std::string& label) { return characters(label) <= 9; };
  return std::all_of(labels.begin(), labels.end(), [&](const std::string& label) {
    return !label.empty() && shorter(label) && last(label) == last(labels.front());
  });
}

}  // namespace gouji::statement
