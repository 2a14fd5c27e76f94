// Member splitting at 、；， outside brackets.
// SPDX-License-Identifier: Apache-2.0
#include "check/count_members.hpp"

#include <algorithm>

#include "base/utf8.hpp"

namespace gouji::check {

namespace {

constexpr std::uint32_t kClause = 10;  // characters; longer is no name behind a list of names

struct Separator {
  char32_t code;
  std::uint32_t at;
};

struct Region {
  std::vector<Separator> separators;  // outside brackets
  std::uint32_t end = 0;
};

bool opens(char32_t code) { return code == U'（' || code == U'《' || code == U'“' || code == U'〔' || code == U'［'; }
bool closes(char32_t code) { return code == U'）' || code == U'》' || code == U'”' || code == U'〕' || code == U'］'; }

Region read_region(std::string_view text) {
  Region out;
  int depth = 0;
  std::size_t at = 0;
  while (at < text.size()) {
    const char32_t code = utf8::decode(text, at);
    if (opens(code)) ++depth;
    if (closes(code) && --depth < 0) break;
    if (depth == 0) {
      if (code == U'。' || code == U'！' || code == U'？' || code == U'\n') break;
      if (code == U'、' || code == U'；' || code == U'，')
        out.separators.push_back({code, static_cast<std::uint32_t>(at)});
    }
    at += utf8::length(text[at]);
  }
  out.end = static_cast<std::uint32_t>(at);
  return out;
}

/// Cuts [0, end) at the separators among `marks`; empty pieces (a mark at the very end) are left out.
std::vector<std::string_view> pieces_of(std::string_view text, const Region& region, std::uint32_t end,
                                        std::u32string_view marks) {
  std::vector<std::string_view> out;
  std::uint32_t begin = 0;
  const auto take = [&](std::uint32_t stop) {
    if (stop > begin) out.push_back(text.substr(begin, stop - begin));
  };
  for (const Separator& separator : region.separators) {
    if (separator.at >= end) break;
    if (marks.find(separator.code) == std::u32string_view::npos) continue;
    take(separator.at);
    begin = separator.at + 3;
  }
  take(end);
  return out;
}

/// «区交通局和区城管局» is surely two members, «发展和改革局» one name.
bool joins_two_bodies(std::string_view piece) {
  static constexpr std::u32string_view kBodies = U"局站室科所院校村镇乡处馆队县区司";
  const char32_t last = utf8::decode(piece, utf8::previous(piece, piece.size()));
  if (kBodies.find(last) == std::u32string_view::npos || count_conjunctions(piece) != 1) return false;
  for (const std::string_view word : {"和", "及", "与"}) {
    const std::size_t at = piece.find(word);
    if (at == std::string_view::npos || at < 6) continue;
    std::string_view left = piece.substr(0, at);
    if (left.substr(left.size() - 3) == "以") left.remove_suffix(3);
    return left.size() >= 6 && utf8::decode(left, utf8::previous(left, left.size())) == last && piece.size() - at >= 9;
  }
  return false;
}

MemberCount count_of(const std::vector<std::string_view>& pieces) {
  MemberCount out;
  out.least = static_cast<std::uint32_t>(pieces.size());
  out.most = out.least;
  for (const std::string_view piece : pieces) out.most += count_conjunctions(piece);
  if (!pieces.empty() && joins_two_bodies(pieces.back())) ++out.least;
  return out;
}

bool has_comma_before(const Region& region, std::uint32_t end) {
  return std::any_of(region.separators.begin(), region.separators.end(),
                     [&](const Separator& each) { return each.code == U'，' && each.at < end; });
}

}  // namespace

std::uint32_t count_conjunctions(std::string_view member) {
  static constexpr std::u32string_view kBeforeJi = U"涉普波惠触顾提危";
  std::uint32_t out = 0;
  int depth = 0;
  for (std::size_t at = 0; at < member.size(); at += utf8::length(member[at])) {
    const char32_t code = utf8::decode(member, at);
    if (opens(code)) ++depth;
    if (closes(code)) --depth;
    // 涉及, 普及, 参与, 和平 are words of their own
    if (code == U'及' && at > 0 &&
        kBeforeJi.find(utf8::decode(member, utf8::previous(member, at))) != std::u32string_view::npos)
      continue;
    if (code == U'与' && at > 0 && utf8::decode(member, utf8::previous(member, at)) == U'参') continue;
    if (code == U'和' && (member.compare(at + 3, 3, "平") == 0 || member.compare(at + 3, 3, "谐") == 0)) continue;
    if (depth == 0 && at > 0 && (code == U'和' || code == U'及' || code == U'与' || code == U'暨')) ++out;
  }
  return out;
}

MemberList split_members(std::string_view text) {
  MemberList out;
  Region region = read_region(text);
  bool has_comma = false;
  bool has_semicolon = false;
  bool has_pause = false;
  std::uint32_t comma = region.end;
  std::uint32_t semicolon = region.end;
  for (const Separator& separator : region.separators) {
    if (separator.code == U'，' && !has_comma) comma = separator.at;
    if (separator.code == U'；' && !has_semicolon) semicolon = separator.at;
    has_comma |= separator.code == U'，';
    has_semicolon |= separator.code == U'；';
    has_pause |= separator.code == U'、';
  }
  const std::uint32_t first_end = std::min(comma, semicolon);
  const bool is_by_semicolon = has_semicolon && !has_pause && !has_comma;
  bool pauses_behind = false;
  for (const Separator& separator : region.separators)
    pauses_behind |= separator.code == U'、' && separator.at > first_end;
  // «A、B、C；另一件事，…»: a clause without 、 behind the ； is no member
  if (has_pause && !has_comma_before(region, semicolon) && has_semicolon && !pauses_behind &&
      utf8::count(text.substr(semicolon + 3, region.end - semicolon - 3)) >= kClause) {
    region.end = semicolon;
    region.separators.erase(std::remove_if(region.separators.begin(), region.separators.end(),
                                           [&](const Separator& each) { return each.at >= semicolon; }),
                            region.separators.end());
    has_semicolon = has_comma = false;
    comma = semicolon = region.end;
  }
  const std::uint32_t end = is_by_semicolon ? region.end : std::min(first_end, region.end);
  out.members = pieces_of(text, region, end, is_by_semicolon ? U"；" : U"、");
  out.span = {0, end};
  out.is_mixed = !is_by_semicolon && (has_semicolon || pauses_behind || !has_pause);
  out.readings = {count_of(out.members),
                  count_of(pieces_of(text, region, region.end, U"；")),
                  count_of(pieces_of(text, region, region.end, U"、，；")),
                  count_of(pieces_of(text, region, semicolon, U"、，")),
                  count_of(pieces_of(text, region, semicolon, U"，")),
                  count_of(pieces_of(text, region, region.end, U"，；"))};
  return out;
}

}  // namespace gouji::check
