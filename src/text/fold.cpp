// The folding of passage.hpp: characters first, then blanks, commas and line breaks by their neighbours.
// SPDX-License-Identifier: Apache-2.0
#include "text/fold.hpp"

#include "base/utf8.hpp"
#include "text/characters.hpp"
#include "text/marker.hpp"

namespace gouji::text {

namespace {

constexpr std::size_t kLabelReach = 14;  // «评价单位（盖章）：» at the start of a line

bool ends_clause(char32_t code) {
  return code == U'。' || code == U'；' || code == U'：' || code == U'！' || code == U'？';
}

bool closes_quotation(char32_t code) { return code == U'”' || code == U'」' || code == U'）'; }

std::uint32_t narrow(std::size_t size) { return static_cast<std::uint32_t>(size); }

}  // namespace

void Folder::fold_into(std::string_view source, std::uint32_t source_at, std::uint32_t paragraph, std::string& out,
                       std::vector<Segment>* segments) {
  read_marks(source);
  out_ = &out;
  segments_ = segments;
  source_at_ = source_at;
  paragraph_ = paragraph;
  line_begin_ = out.size();
  previous_ = before_previous_ = before_digits_ = first_digit_ = 0;
  digits_ = 0;
  is_grouped_ = starts_group_ = false;
  out.reserve(out.size() + source.size());
  for (std::size_t index = 0; index < marks_.size();) {
    const char32_t code = marks_[index].code;
    if (is_blank(code)) {
      index = fold_blanks(index);
      continue;
    }
    if (code == U'*' && code_at(index + 1) == U'*' && code_at(index + 2) != U'*' && previous_ != U'*') {
      index += 2;  // markdown bold
      continue;
    }
    if (code == U',' || code == U'，') {
      fold_comma(index);
    } else if (code == U':' || code == U'：' || code == U';' || code == U'?' || code == U'!') {
      fold_mark(index);
    } else {
      emit(marks_[index], code);
    }
    ++index;
  }
}

void Folder::read_marks(std::string_view source) {
  marks_.clear();
  marks_.reserve(source.size() / 2);
  for (std::size_t at = 0; at < source.size();) {
    const auto lead = static_cast<unsigned char>(source[at]);
    const std::size_t length = lead < 0x80 ? 1 : utf8::length(source[at]);
    const char32_t code = fold_character(lead < 0x80 ? lead : utf8::decode(source, at));
    if (code != kDropped) marks_.push_back({code, narrow(at), static_cast<std::uint8_t>(length)});
    at += length;
  }
}

void Folder::emit(const Mark& mark, char32_t code) {
  const std::uint32_t begin = narrow(out_->size());
  utf8::append(*out_, code);
  const std::uint32_t length = narrow(out_->size()) - begin;
  if (segments_ != nullptr) {
    const std::uint32_t source_begin = source_at_ + mark.at;
    Segment* last = segments_->empty() ? nullptr : &segments_->back();
    if (last != nullptr && length == mark.length && last->length == last->source_length &&
        last->paragraph == paragraph_ && last->begin + last->length == begin &&
        last->source_begin + last->source_length == source_begin) {
      last->length += length;
      last->source_length += length;
    } else {
      segments_->push_back({begin, length, source_begin, mark.length, paragraph_});
    }
  }
  if (is_digit(code)) {
    if (is_digit(previous_) && !starts_group_) {
      ++digits_;
    } else {
      digits_ = 1;
      first_digit_ = code;
      before_digits_ = previous_;
      is_grouped_ = starts_group_;
    }
    starts_group_ = false;
  }
  before_previous_ = previous_;
  previous_ = code;
}

/// Would the digits from `right` on be the next three of the group of digits just written?
bool Folder::is_thousands_gap(std::size_t right) const {
  if (!is_digit(previous_)) return false;
  const bool fits_left = is_grouped_
                             ? digits_ == 3
                             : digits_ <= 3 && first_digit_ != U'0' && before_digits_ != U'.' && before_digits_ != U',';
  return fits_left && is_digit(code_at(right)) && is_digit(code_at(right + 1)) && is_digit(code_at(right + 2)) &&
         !is_digit(code_at(right + 3));
}

void Folder::fold_comma(std::size_t index) {
  const Mark& mark = marks_[index];
  const char32_t next = code_at(index + 1);
  if (is_thousands_gap(index + 1)) {
    emit(mark, U',');
    starts_group_ = true;
  } else {
    emit(mark, mark.code == U',' && is_ascii_word(previous_) && is_ascii_word(next) ? U',' : U'，');
  }
}

void Folder::fold_mark(std::size_t index) {
  const Mark& mark = marks_[index];
  const char32_t next = code_at(index + 1);
  char32_t code = mark.code;
  if (code == U'：' || code == U':') {
    const bool is_ratio = is_digit(previous_) && is_digit(next);
    const bool is_plain = code == U':' && is_ascii_word(previous_) && (is_ascii_word(next) || next == U'/');
    code = is_ratio || is_plain ? U':' : U'：';
  } else if (!is_ascii_word(previous_) || !is_ascii_word(next)) {
    code = code == U';' ? U'；' : code == U'?' ? U'？' : U'！';
  }
  emit(mark, code);
}

/// Handles the whole run of blanks at `index`; returns the index behind it.
std::size_t Folder::fold_blanks(std::size_t index) {
  std::size_t next = index;
  bool has_line_break = false;
  for (; next < marks_.size() && is_blank(marks_[next].code); ++next) has_line_break |= marks_[next].code == U'\n';
  if (previous_ == 0 || next == marks_.size()) return next;
  if (has_line_break) {
    fold_line_break(marks_[index], next);
    return next;
  }
  const char32_t right = code_at(next);
  bool keeps = false;
  if (is_digit(previous_) && is_digit(right)) {
    keeps = next - index != 1 || marks_[index].code != U' ' || !is_thousands_gap(next);
    starts_group_ = !keeps;
  } else if (is_letter(previous_)) {
    keeps = is_ascii_word(right) || is_letter(right);
  } else if (right == U'-' && (is_digit(previous_) || previous_ == U'%')) {
    keeps = is_digit(code_at(next + 1));  // two figures, the second negative; not a range
  } else if (previous_ == U'-' && before_previous_ == 0) {
    keeps = true;  // a dash as list bullet, not a sign
  }
  if (keeps) emit(marks_[index], U' ');
  return next;
}

void Folder::fold_line_break(const Mark& mark, std::size_t next) {
  if (line_is_complete(next)) {
    emit(mark, U'\n');
    line_begin_ = out_->size();
  } else if ((is_digit(previous_) && is_digit(code_at(next))) || (is_letter(previous_) && is_letter(code_at(next)))) {
    emit(mark, U' ');
  }
}

/// Is the break in front of `next` one that a writer meant, rather than an artefact in mid-sentence?
bool Folder::line_is_complete(std::size_t next) const {
  if (ends_clause(previous_) || (closes_quotation(previous_) && ends_clause(before_previous_))) return true;
  return starts_line(preview(next)) || is_short_marked_line(std::string_view(*out_).substr(line_begin_));
}

/// The first characters from `index` on as they will be folded, near enough to see a list marker or a label.
std::string Folder::preview(std::size_t index) const {
  std::string out;
  for (std::size_t taken = 0; index < marks_.size() && taken < kLabelReach; ++index) {
    const char32_t code = marks_[index].code;
    if (code == U'\n') break;
    if (is_blank(code)) continue;
    utf8::append(out, code == U':' ? U'：' : code == U',' ? U'，' : code);
    ++taken;
  }
  return out;
}

}  // namespace gouji::text
