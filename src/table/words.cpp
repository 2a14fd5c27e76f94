// SPDX-License-Identifier: Apache-2.0
#include "table/words.hpp"

#include <algorithm>

#include "base/utf8.hpp"
#include "text/marker.hpp"

namespace gouji::table {

Words::Words(const lexicon::Lexicon& lexicon_in)
    : lexicon(lexicon_in),
      total(lexicon.class_id("table_total")),
      total_label(lexicon.class_id("table_total_label")),
      subtotal(lexicon.class_id("table_subtotal")),
      of_which(lexicon.class_id("table_of_which")),
      note(lexicon.class_id("table_note")),
      continued(lexicon.class_id("table_continued")),
      unit_line(lexicon.class_id("table_unit_line")),
      form_number(lexicon.class_id("table_form_number")),
      column_numbers(lexicon.class_id("table_column_numbers")),
      index(lexicon.class_id("table_index")),
      code(lexicon.class_id("table_code")),
      unit_column(lexicon.class_id("table_unit_column")),
      rate(lexicon.class_id("table_rate")),
      price(lexicon.class_id("table_price")),
      score(lexicon.class_id("table_score")),
      year(lexicon.class_id("table_year")),
      mixed(lexicon.class_id("table_mixed")),
      plain(lexicon.class_id("table_text")),
      label(lexicon.class_id("table_label")),
      money(lexicon.class_id("table_money")),
      money_strict(lexicon.class_id("table_money_strict")),
      people(lexicon.class_id("table_people")),
      households(lexicon.class_id("table_households")),
      vehicles(lexicon.class_id("table_vehicles")),
      pieces(lexicon.class_id("table_pieces")),
      times(lexicon.class_id("table_times")),
      count(lexicon.class_id("table_count")),
      measure(lexicon.class_id("table_measure")) {}

bool Words::starts(lexicon::ClassId id, std::string_view text_in) const {
  if (id == lexicon::kNoClass) return false;
  const auto& list = lexicon.words(id);
  return std::any_of(list.begin(), list.end(),
                     [&](const std::string& word) { return text_in.substr(0, word.size()) == word; });
}

bool Words::ends(lexicon::ClassId id, std::string_view text_in) const {
  if (id == lexicon::kNoClass) return false;
  const auto& list = lexicon.words(id);
  return std::any_of(list.begin(), list.end(), [&](const std::string& word) {
    return text_in.size() >= word.size() && text_in.substr(text_in.size() - word.size()) == word;
  });
}

bool Words::is(lexicon::ClassId id, std::string_view text_in) const {
  if (id == lexicon::kNoClass) return false;
  const auto& list = lexicon.words(id);
  return std::find(list.begin(), list.end(), text_in) != list.end();
}

bool Words::is_header_text(std::string_view text_in) const {
  for (const lexicon::ClassId id : {total, subtotal, index, code, unit_column, rate, price, score, year, mixed, plain,
                                    label, money, count, measure, people}) {
    if (has(id, text_in)) return true;
  }
  return lexicon.unit(text_in) != nullptr;
}

bool Words::is_total(std::string_view label_in) const {
  const std::string bare = without_brackets(label_in);
  return (ends(total, bare) || starts(total, bare) || is(total_label, bare)) && !has(subtotal, bare);
}

std::string squeezed(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t code = utf8::decode(text, at);
    const std::size_t length = utf8::length(text[at]);
    if (code != U' ' && code != U'\n' && code != U'\t' && code != 0x3000 && code != 0xA0)
      out += text.substr(at, length);
    at += length;
  }
  return out;
}

std::string without_brackets(std::string_view text) {
  std::string out;
  int depth = 0;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t code = utf8::decode(text, at);
    const std::size_t length = utf8::length(text[at]);
    if (code == U'（' || code == U'(') ++depth;
    if (depth == 0) out += text.substr(at, length);
    if ((code == U'）' || code == U')') && depth > 0) --depth;
    at += length;
  }
  return out;
}

std::string clean_label(std::string_view text_in, const Words& words) {
  std::string label = squeezed(text_in);
  for (int round = 0; round < 3; ++round) {
    const auto marker = text::marker_at(label);
    if (marker && marker->length < label.size()) {
      label.erase(0, marker->length);
      continue;
    }
    bool cut = false;
    for (const std::string& word :
         words.of_which == lexicon::kNoClass ? std::vector<std::string>{} : words.lexicon.words(words.of_which)) {
      for (const std::string_view colon : {"：", ":", ""}) {
        const std::string head = word + std::string(colon);
        if (!cut && label.size() > head.size() && label.compare(0, head.size(), head) == 0) {
          label.erase(0, head.size());
          cut = true;
        }
      }
    }
    if (!cut) break;
  }
  while (label.size() > 3 && label.compare(label.size() - 3, 3, "：") == 0) label.resize(label.size() - 3);
  return label;
}

}  // namespace gouji::table
