// SPDX-License-Identifier: Apache-2.0
#include "input/pdf_furniture.hpp"

#include <algorithm>
#include <cmath>
#include <map>

#include "input/pdf_lines.hpp"

namespace gouji::input {
namespace {

constexpr double kMargin = 0.12;   // of the page's height, where furniture stands
constexpr double kLeast = 80;      // points: on low pages that share is too little
constexpr std::size_t kLines = 3;  // at most, at either end of a page

struct Candidate {
  std::size_t page = 0;
  PdfLine line;
  bool is_top = false;
  double distance = 0;  // from the edge of the page; below zero at the bottom
};

/// Digits are the page's own; the rest is what repeats.
std::string masked(const std::string& text) {
  std::string out;
  for (const char c : text) {
    if (c >= '0' && c <= '9') {
      if (out.empty() || out.back() != '#') out += '#';
    } else if (c != ' ') {
      out += c;
    }
  }
  return out;
}

/// «3», «- 3 -», «— 3 —», «第3页», «第 3 页 共 9 页», «3/9», «III».
bool is_page_number(const std::string& mask) {
  std::string rest = mask;
  for (const std::string mark : {"#", "-", "—", "–", "―", "－", "·", "/", "第", "页", "共", "，", ",", "i",
                                 "v", "x", "I", "V", "X", "P",  "a", "g", "e",  "o",  "f",  "．", "."}) {
    for (std::size_t at = rest.find(mark); at != std::string::npos; at = rest.find(mark)) rest.erase(at, mark.size());
  }
  return rest.empty() && (mask.find('#') != std::string::npos || mask.find_first_of("ivxIVX") != std::string::npos);
}

bool stands_in(const PdfWord& word, const PdfLine& line) {
  return word.middle() >= line.top && word.middle() <= line.bottom;
}

/// The same words at the same height, counted from the nearer edge of the page.
std::pair<long, std::string> key_of(const Candidate& candidate, const std::string& mask) {
  constexpr double kStep = 8;
  return {std::lround(candidate.distance / kStep), mask};
}

}  // namespace

PdfFurniture take_furniture(std::vector<PdfPage>& pages) {
  std::vector<Candidate> candidates;
  for (std::size_t page = 0; page < pages.size(); ++page) {
    const double height = pages[page].height;
    const double margin = std::max(kMargin * height, kLeast);
    const std::vector<PdfLine> lines = lines_of_words(pages[page].words);
    for (std::size_t i = 0; i < std::min(kLines, lines.size()); ++i) {
      const PdfLine& top = lines[i];
      if (top.bottom < margin) candidates.push_back({page, top, true, top.top});
      const PdfLine& bottom = lines[lines.size() - 1 - i];
      if (bottom.top > height - margin) candidates.push_back({page, bottom, false, bottom.bottom - height - 1});
    }
  }
  // a page number may change sides and stand a little higher on wide pages: it repeats by its kind
  std::map<std::pair<long, std::string>, std::size_t> seen;
  std::size_t numbers = 0;
  for (const Candidate& candidate : candidates) {
    const std::string mask = masked(candidate.line.text);
    ++seen[key_of(candidate, mask)];
    if (is_page_number(mask)) ++numbers;
  }
  const std::size_t needed = std::max<std::size_t>(2, std::min<std::size_t>(3, pages.size()));
  PdfFurniture out;
  std::vector<std::string> kept;
  for (const Candidate& candidate : candidates) {
    const std::string mask = masked(candidate.line.text);
    const bool is_number = is_page_number(mask) && (numbers >= 2 || pages.size() == 1);
    if (!is_number && seen[key_of(candidate, mask)] < needed) continue;
    auto& words = pages[candidate.page].words;
    words.erase(std::remove_if(words.begin(), words.end(),
                               [&](const PdfWord& word) { return stands_in(word, candidate.line); }),
                words.end());
    if (is_number || std::find(kept.begin(), kept.end(), mask) != kept.end()) continue;
    kept.push_back(mask);
    (candidate.is_top ? out.headers : out.footers).push_back(candidate.line.text);
  }
  return out;
}

}  // namespace gouji::input
