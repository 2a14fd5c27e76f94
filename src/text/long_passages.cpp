// SPDX-License-Identifier: Apache-2.0
#include "text/long_passages.hpp"

#include <algorithm>
#include <utility>

namespace gouji::text {
namespace {

constexpr std::size_t kLongest = 24'000;  // bytes, 8,000 characters: reports stay below a quarter of it
constexpr std::uint32_t kPiece = 12'000;

/// The part of a segment that lies in the piece; a segment whose lengths differ goes to the piece it starts in.
void take_segment(const Segment& segment, Span piece, std::vector<Segment>& out) {
  const std::uint32_t begin = std::max(segment.begin, piece.begin);
  const std::uint32_t end = std::min(segment.begin + segment.length, piece.end);
  Segment own = segment;
  own.begin = begin - piece.begin;
  own.length = end - begin;
  const bool is_plain = segment.length == segment.source_length;
  if (is_plain) {
    own.source_begin = segment.source_begin + (begin - segment.begin);
    own.source_length = own.length;
  } else if (begin > segment.begin) {
    own.source_begin = segment.source_begin + segment.source_length;
    own.source_length = 0;
  }
  out.push_back(own);
}

class Pieces {
 public:
  explicit Pieces(const Passage& whole) : whole_(whole) {}

  void cut(std::vector<Passage>& out) {
    Span piece{0, 0};
    std::size_t first = 0;
    for (std::size_t i = 0; i < whole_.sentences.size(); ++i) {
      piece.end = whole_.sentences[i].end;
      const bool is_last = i + 1 == whole_.sentences.size();
      if (is_last) piece.end = static_cast<std::uint32_t>(whole_.text.size());
      if (!is_last && (piece.end - piece.begin < kPiece || !ends_full(piece.end))) continue;
      out.push_back(make(piece, first, i + 1));
      piece.begin = piece.end;
      first = i + 1;
    }
  }

 private:
  /// 。 or a line break: behind ； the statement may go on.
  [[nodiscard]] bool ends_full(std::uint32_t at) const {
    const std::string_view before = std::string_view(whole_.text).substr(0, at);
    return before.ends_with("。") || before.ends_with('\n');
  }

  Passage make(Span piece, std::size_t first, std::size_t last) {
    Passage part;
    part.text = whole_.of(piece);
    if (piece.begin == 0) part.label = whole_.label;
    part.first_paragraph = whole_.first_paragraph;
    part.story = whole_.story;
    part.is_toc = whole_.is_toc;
    part.is_later_piece = piece.begin > 0;
    for (; segment_ < whole_.segments.size() && whole_.segments[segment_].begin < piece.end; ++segment_) {
      const Segment& segment = whole_.segments[segment_];
      take_segment(segment, piece, part.segments);
      if (part.segments.size() == 1) part.first_paragraph = segment.paragraph;
      if (segment.begin + segment.length > piece.end) break;  // goes on in the next piece
    }
    for (std::size_t i = first; i < last; ++i) {
      const Span sentence = whole_.sentences[i];
      part.sentences.push_back({sentence.begin - piece.begin, sentence.end - piece.begin});
    }
    return part;
  }

  const Passage& whole_;
  std::size_t segment_ = 0;
};

bool is_long(const Passage& passage) { return !passage.in_table() && passage.text.size() > kLongest; }

}  // namespace

void split_long_passages(TextModel& model) {
  if (std::none_of(model.passages.begin(), model.passages.end(), is_long)) return;
  std::vector<Passage> all;
  for (Passage& passage : model.passages) {
    if (passage.in_table()) model.cell_passage[passage.table][passage.cell] = static_cast<std::uint32_t>(all.size());
    if (is_long(passage)) {
      Pieces(passage).cut(all);
    } else {
      all.push_back(std::move(passage));
    }
  }
  model.passages = std::move(all);
}

}  // namespace gouji::text
