// Headings by outline level, automatic number or typed marker; parents by rank of marker.
// SPDX-License-Identifier: Apache-2.0
#include "text/heading.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include "base/utf8.hpp"
#include "text/characters.hpp"

namespace gouji::text {

namespace {

constexpr std::uint32_t kMaxHeading = 40;
constexpr std::uint32_t kMaxRunIn = 20;  // of a 1. or （1） that ends in 。: longer ones are list items

/// Figures that name (2023年, 1月, “1310”, 第3季度) do not make an amount.
bool has_amount(std::string_view text) {
  static constexpr std::array<std::string_view, 7> kNaming = {"年", "月", "季", "号", "期", "”", "-"};
  for (std::size_t at = 0; at < text.size();) {
    if (!is_digit(static_cast<unsigned char>(text[at]))) {
      at += utf8::length(text[at]);
      continue;
    }
    while (at < text.size() && is_digit(static_cast<unsigned char>(text[at]))) ++at;
    const std::string_view rest = text.substr(at);
    if (rest.empty()) continue;
    if (std::none_of(kNaming.begin(), kNaming.end(),
                     [&](std::string_view word) { return rest.substr(0, word.size()) == word; })) {
      return true;
    }
  }
  return false;
}

bool is_annex_line(std::string_view text) {
  if (text.size() > 60) return false;
  for (const std::string_view word : {"附件", "附表", "附录", "附："}) {
    if (text.substr(0, word.size()) == word) return true;
  }
  return false;
}

/// Order of depth over all kinds; a part holds sections, a section holds 一、 and so on.
int rank_of(MarkerKind kind) {
  switch (kind) {
    case MarkerKind::part: return 10;
    case MarkerKind::section: return 15;
    case MarkerKind::chinese: return 20;
    case MarkerKind::chinese_paren: return 30;
    case MarkerKind::arabic: return 40;
    case MarkerKind::arabic_paren: return 50;
    default: return 0;
  }
}

int level_of_rank(int rank) { return rank <= 20 ? 1 : rank / 10 - 1; }

struct Ranked {
  int rank = 0;
  int level = 0;
};

Ranked rank_passage(const docx::Document& document, const Passage& passage, bool seen_heading) {
  if (passage.in_table() || passage.is_toc || passage.story != docx::StoryKind::body || passage.text.empty()) return {};
  const docx::Paragraph& paragraph = document.paragraphs[passage.first_paragraph];
  const bool is_styled = paragraph.outline_level >= 0 && paragraph.outline_level < 9;
  if (const auto found = marker_of(passage)) {
    const int rank = rank_of(found->marker.kind);
    if (rank > 0 && has_heading_nature(passage)) return {rank, level_of_rank(rank)};
  }
  if (is_styled && utf8::count(passage.text) <= 2 * kMaxHeading) {
    return {12 + 10 * paragraph.outline_level, paragraph.outline_level + 1};
  }
  if (seen_heading && is_annex_line(passage.text)) return {5, 1};
  return {};
}

}  // namespace

std::optional<PassageMarker> marker_of(const Passage& passage) {
  if (!passage.label.empty()) {
    if (const auto marker = marker_of_label(passage.label)) return PassageMarker{*marker, true};
    return std::nullopt;
  }
  const auto marker = marker_at(passage.text);
  if (!marker || marker->length >= passage.text.size()) return std::nullopt;
  return PassageMarker{*marker, false};
}

std::string_view heading_text(const Passage& passage) {
  std::string_view text = passage.text;
  if (const auto found = marker_of(passage); found && !found->is_automatic) text.remove_prefix(found->marker.length);
  text = text.substr(0, std::min(text.find("。"), text.find('\n')));
  return text;
}

bool has_heading_nature(const Passage& passage) {
  std::string_view text = heading_text(passage);
  if (text.empty()) return false;
  const std::size_t end = static_cast<std::size_t>(text.data() - passage.text.data()) + text.size();
  const std::string_view behind = std::string_view(passage.text).substr(std::min(end + 3, passage.text.size()));
  if (text.size() >= 3 && text.substr(text.size() - 3) == "：") {
    if (!behind.empty()) return false;
    text.remove_suffix(3);
  }
  const bool ends_in_stop = end < passage.text.size() && passage.text[end] != '\n';
  const auto found = marker_of(passage);
  const bool is_low = found && found->marker.kind > MarkerKind::chinese_paren;
  if (utf8::count(text) > (is_low && ends_in_stop ? kMaxRunIn : kMaxHeading)) return false;
  for (const std::string_view mark : {"，", "；", "：", "？", "！"}) {
    if (text.find(mark) != std::string_view::npos) return false;
  }
  if (marker_at(behind)) return false;  // «1.贯彻国家法律。2.负责…»: a list that runs on in one paragraph
  return !has_amount(text);
}

void find_headings(const docx::Document& document, TextModel& model) {
  const bool has_parts = std::any_of(model.passages.begin(), model.passages.end(), [](const Passage& passage) {
    const auto found = marker_of(passage);
    return found && found->marker.kind == MarkerKind::part && !passage.is_toc && !passage.in_table() &&
           has_heading_nature(passage);
  });
  struct Open {
    int rank;
    std::uint32_t passage;
  };
  std::vector<Open> open;
  for (std::uint32_t index = 0; index < model.passages.size(); ++index) {
    Passage& passage = model.passages[index];
    const Ranked ranked = rank_passage(document, passage, !open.empty());
    if (ranked.rank > 0) {
      while (!open.empty() && open.back().rank >= ranked.rank) open.pop_back();
      passage.heading_level = ranked.level + (has_parts && ranked.rank >= 15 && ranked.rank % 10 != 2 ? 1 : 0);
    }
    if (!open.empty() && passage.story == docx::StoryKind::body) passage.heading = open.back().passage;
    if (ranked.rank > 0) open.push_back({ranked.rank, index});
  }
}

}  // namespace gouji::text
