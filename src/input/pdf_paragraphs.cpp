// SPDX-License-Identifier: Apache-2.0
#include "input/pdf_paragraphs.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

#include "base/utf8.hpp"
#include "text/fold.hpp"
#include "text/marker.hpp"

namespace gouji::input {
namespace {

constexpr double kIndent = 0.8;  // ems
constexpr double kCentered = 0.6;
constexpr double kSize = 0.09;  // of the height: another size of type

bool ends_sentence(const std::string& text) {
  if (text.empty()) return true;
  const char32_t last = utf8::decode(text, utf8::previous(text, text.size()));
  return std::u32string_view(U"。；：！？;:!?").find(last) != std::u32string_view::npos;
}

bool starts_with_marker(const std::string& text) {
  std::string folded;
  text::Folder().fold_into(text, 0, 0, folded, nullptr);
  return text::marker_at(folded).has_value();
}

double value_at(std::vector<double> values, double share) {
  std::sort(values.begin(), values.end());
  return values[std::min(values.size() - 1, static_cast<std::size_t>(share * static_cast<double>(values.size())))];
}

}  // namespace

PdfMargins margins_of(const std::vector<const PdfLine*>& lines, double page_width) {
  if (lines.empty()) return {};
  std::vector<double> lefts;
  std::vector<double> rights;
  for (const PdfLine* line : lines) {
    lefts.push_back(line->left);
    rights.push_back(line->right);
  }
  PdfMargins margins{value_at(lefts, 0.03), value_at(rights, 0.97)};
  // set text ends many lines at one place; the longest such place is the margin
  std::map<long, int> ends;
  for (const double right : rights) {
    if (right > page_width / 2) ++ends[std::lround(right / 3)];
  }
  const auto most =
      std::max_element(ends.begin(), ends.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
  if (most == ends.end() || most->second < 3) {  // too little text to tell: as wide on the right as on the left
    margins.right = std::max(margins.right, page_width - margins.left);
    return margins;
  }
  margins.right = static_cast<double>(most->first) * 3;
  for (const auto& [place, count] : ends) {
    if (count * 3 >= most->second && count >= 3)
      margins.right = std::max(margins.right, static_cast<double>(place) * 3);
  }
  return margins;
}

bool ParagraphMaker::goes_on(const PdfLine& line, const PdfMargins& margins, int page) const {
  if (paragraph_.text.empty()) return false;
  if (std::abs(line.height() - last_.height()) > kSize * std::max(line.height(), last_.height())) return false;
  // a centred line has what is free on both sides
  const double behind = margins.right - last_.right;
  const double before = last_.left - margins.left;
  const bool is_centered = before > kCentered * line.em() && std::abs(before - behind) < kCentered * line.em();
  if (would_fit(line, behind + (is_centered ? before : 0))) return false;
  const double pitch = line.bottom - last_.bottom;
  if (page == last_page_) {
    const double usual = pitch_ > 0 ? pitch_ : 2.6 * last_.em();
    if (pitch > 1.35 * usual) return false;
  }
  const bool is_new_sentence = ends_sentence(paragraph_.text);
  const double em = line.em();
  if (is_new_sentence && starts_with_marker(line.text)) return false;
  const bool is_indented = line.left > margins.left + kIndent * em;
  if (is_indented && line.left > last_.left + kIndent * em && is_new_sentence) return false;
  if (is_indented && std::abs(line.left - last_.left) <= kIndent * em && is_new_sentence) return false;
  return true;
}

PdfParagraph ParagraphMaker::add(const PdfLine& line, const PdfMargins& margins, int page) {
  PdfParagraph done;
  if (goes_on(line, margins, page)) {
    if (page == last_page_) pitch_ = line.bottom - last_.bottom;
    join_text(paragraph_.text, line.text);
    paragraph_.is_centered = false;
  } else {
    done = finish();
    paragraph_.text = line.text;
    paragraph_.page = page;
    const double left = line.left - margins.left;
    const double right = margins.right - line.right;
    paragraph_.is_centered = left > 3 * line.em() && std::abs(left - right) < line.em();
    pitch_ = 0;
  }
  last_ = line;
  last_page_ = page;
  return done;
}

PdfParagraph ParagraphMaker::finish() { return std::exchange(paragraph_, {}); }

}  // namespace gouji::input
