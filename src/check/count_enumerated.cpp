// Kind «count-enumerated»: N units followed by a closed list of names.
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "base/utf8.hpp"
#include "check/count_enumeration.hpp"
#include "check/count_members.hpp"
#include "facts/label.hpp"
#include "text/marker.hpp"

namespace gouji::check {

namespace {

constexpr std::size_t kMostList = 4096;  // bytes; more is no list of names
constexpr std::size_t kQuoteReach = 600;
constexpr std::size_t kMostNoun = 48;    // bytes between the count and what announces the list
constexpr std::uint32_t kMostName = 30;  // characters; longer ones are clauses, not names

constexpr std::size_t kSureList = 3;  // two names in brackets may explain a word

struct Announcement {
  std::uint32_t list = 0;  // where the first member begins, in the passage
  std::string_view noun;
  bool in_brackets = false;
};

bool starts_with(std::string_view text, std::string_view word) { return text.substr(0, word.size()) == word; }
bool ends_with(std::string_view text, std::string_view word) {
  return text.size() >= word.size() && text.substr(text.size() - word.size()) == word;
}

/// 0—6岁儿童健康管理, 2型糖尿病: figures that are part of a name.
std::string without_named_figures(std::string_view text) {
  static constexpr std::array<std::string_view, 6> kNamed = {"岁", "型", "级", "G", "号", "K"};
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at;
    while (end < text.size() &&
           ((text[end] >= '0' && text[end] <= '9') || (end > at && (text[end] == '-' || text[end] == '~'))))
      ++end;
    if (end > at && text.compare(end, 3, "—") == 0) {
      end += 3;
      while (end < text.size() && text[end] >= '0' && text[end] <= '9') ++end;
    }
    const bool is_named = end > at && std::any_of(kNamed.begin(), kNamed.end(), [&](std::string_view word) {
                            return text.substr(end, word.size()) == word;
                          });
    if (end == at) end += utf8::length(text[at]);
    if (!is_named) out += text.substr(at, end - at);
    at = end;
  }
  return out;
}

bool has_digit(std::string_view text) { return text.find_first_of("0123456789") != std::string_view::npos; }

std::string_view last_character(std::string_view text) {
  return text.empty() ? text : text.substr(utf8::previous(text, text.size()));
}

/// «5个下属单位，下属单位分别为»: bytes of the noun, or its last words, said again.
std::size_t repeated_noun(std::string_view noun, std::string_view text) {
  for (std::size_t at = 0; at < noun.size(); at += utf8::length(noun[at])) {
    if (noun.size() - at >= 6 && starts_with(text, noun.substr(at))) return noun.size() - at;
  }
  return 0;
}

/// «8个县（市、区），即…»: a short gloss on the noun with the list behind it. Where the list begins; 0 when there is
/// none.
std::size_t behind_gloss(const lexicon::Lexicon& lexicon, std::string_view text, std::size_t bracket) {
  constexpr std::size_t kLongestGloss = 30;
  const std::size_t close = text.find("）", bracket);
  if (close == std::string_view::npos || close - bracket > kLongestGloss) return 0;
  std::size_t list = close + 3;
  if (starts_with(text.substr(list), "：")) return list + 3;
  if (starts_with(text.substr(list), "，")) list += 3;
  const std::size_t word = facts::prefix_of(lexicon, lexicon.class_id("enumeration_closed"), text.substr(list));
  if (word == 0) return 0;
  list += word;
  return starts_with(text.substr(list), "：") ? list + 3 : list;
}

/// «个» [noun] [，[noun]] 即/分别为/包括… [：], or «个» noun ：, or «个» noun （.
std::optional<Announcement> announcement_behind(const lexicon::Lexicon& lexicon, std::string_view text,
                                                std::uint32_t begin) {
  const lexicon::ClassId closed = lexicon.class_id("enumeration_closed");
  for (std::size_t at = begin; at < text.size() && at - begin <= kMostNoun;) {
    const std::string_view noun = text.substr(begin, at - begin);
    std::size_t list = at;
    if (starts_with(text.substr(list), "，")) {
      list += 3;
      list += repeated_noun(noun, text.substr(list));
    }
    const std::size_t word = closed == lexicon::kNoClass ? 0 : facts::prefix_of(lexicon, closed, text.substr(list));
    if (word != 0) {
      list += word;
      if (starts_with(text.substr(list), "：")) list += 3;
      return Announcement{static_cast<std::uint32_t>(list), noun, false};
    }
    const std::string_view rest = text.substr(at);
    if (starts_with(rest, "为：") || starts_with(rest, "是："))
      return Announcement{static_cast<std::uint32_t>(at + 6), noun, false};
    if (starts_with(rest, "：")) return Announcement{static_cast<std::uint32_t>(at + 3), noun, false};
    if (starts_with(rest, "（")) {
      if (const std::size_t behind = behind_gloss(lexicon, text, at); behind != 0)
        return Announcement{static_cast<std::uint32_t>(behind), noun, false};
      return Announcement{static_cast<std::uint32_t>(at + 3), noun, true};
    }
    if (!utf8::is_han(utf8::decode(text, at))) return std::nullopt;
    at += utf8::length(text[at]);
  }
  return std::nullopt;
}

bool are_people(const std::vector<std::string_view>& members) {
  return std::all_of(members.begin(), members.end(), [](std::string_view member) {
    const std::uint32_t length = utf8::count(member);
    return length >= 2 && length <= 4;
  });
}

/// «3个镇（甲镇A村、B村）»: the list counts villages, the number counts towns.
bool is_of_another_level(std::string_view noun, const std::vector<std::string_view>& members) {
  static constexpr std::array<std::string_view, 3> kTowns = {"镇", "乡", "街道"};
  static constexpr std::array<std::string_view, 3> kVillages = {"村", "社区", "组"};
  const bool counts_towns = std::any_of(
      kTowns.begin(), kTowns.end(), [&](std::string_view word) { return noun.find(word) != std::string_view::npos; });
  return counts_towns && std::any_of(members.begin(), members.end(), [&](std::string_view member) {
           return std::any_of(kVillages.begin(), kVillages.end(),
                              [&](std::string_view word) { return ends_with(member, word); });
         });
}

/// «3个乡镇（青山镇、白水乡）»: the members end in the words of the noun.
bool names_kind(std::string_view noun, const std::vector<std::string_view>& members) {
  return std::all_of(members.begin(), members.end(), [&](std::string_view member) {
    return noun.find(last_character(member)) != std::string_view::npos;
  });
}

/// Two names glued together («甲镇乙镇、丙镇»), or a name with a part of its own in front («甲镇A镇»).
bool holds_two_names(std::string_view member, const lexicon::Lexicon& lexicon, lexicon::ClassId suffix) {
  if (facts::suffix_of(lexicon, suffix, member) == 0) return false;
  const std::string_view last = last_character(member);
  return member.find(last) + last.size() < member.size();
}

class CountEnumerated final : public Check {
 public:
  void run(const DocumentView& view, Sink& sink) const override {
    for (std::uint32_t index = 0; index < view.facts.facts.size(); ++index) {
      const facts::Fact& fact = view.facts.facts[index];
      if (!may_announce(view, fact)) continue;
      const std::string_view text = view.text.passages[fact.passage].text;
      if (const auto announced = announcement_behind(view.lexicon, text, fact.span.end))
        judge(view, index, *announced, sink);
      judge_list_before(view, index, sink);
    }
  }

 private:
  static void judge(const DocumentView& view, std::uint32_t fact_index, const Announcement& announced, Sink& sink) {
    const facts::Fact& fact = view.facts.facts[fact_index];
    const std::string_view text = view.text.passages[fact.passage].text;
    if (text::marker_at(text, announced.list)) return;  // count-ordinals reads those
    const auto stated = static_cast<std::uint32_t>(whole_number(fact));
    if (const auto roles = people_with_roles(fact, text.substr(announced.list, list_end(text, announced.list)))) {
      if (*roles != stated) report_people(view, fact_index, announced, *roles, sink);
      return;
    }
    const MemberList list = split_members(text.substr(announced.list, kMostList));
    if (list.span.end + 4 >= kMostList) return;
    if (list.members.size() < 2 && list.readings[1].least < 2) return;  // one clause is no list
    for (const MemberCount& reading : list.readings) {
      if (reading.least <= stated && stated <= reading.most) {
        if (!has_digit(text.substr(announced.list, list.span.end))) sink.holds();
        return;
      }
    }
    if (is_of_another_count(view, fact, list)) {
      sink.holds();
      return;
    }
    if (const std::string_view why = doubt(view.lexicon, fact, announced, list); !why.empty()) {
      sink.not_comparable(why);
      return;
    }
    report(view, fact_index, announced, list, sink);
  }

  /// «县教育局、县水务局、县民政局4个部门»: only one member more or less, and only where the noun is the members'.
  static void judge_list_before(const DocumentView& view, std::uint32_t fact_index, Sink& sink) {
    const facts::Fact& fact = view.facts.facts[fact_index];
    const std::string_view text = view.text.passages[fact.passage].text;
    const std::uint32_t begin = clause_begin(text, fact.span.begin);
    const std::string_view clause = text.substr(begin, fact.span.begin - begin);
    if (ends_with(clause, "》")) return judge_titles(view, fact_index, begin, sink);
    if (clause.size() > kQuoteReach || has_digit(clause) || clause.find("、") == std::string_view::npos) return;
    const MemberList list = split_members(clause);
    const auto size = static_cast<std::uint32_t>(list.members.size());
    const auto stated = static_cast<std::uint32_t>(whole_number(fact));
    const MemberCount& plain = list.readings.front();
    if (size < kSureList || list.span.end != clause.size() || list.is_mixed) return;
    if (plain.least <= stated && stated <= plain.most) return sink.holds();
    if (stated != plain.most + 1 && stated + 1 != plain.least) return;
    const std::string_view behind = text.substr(fact.span.end, kMostNoun);
    if (!may_close_list(view.lexicon, fact, list, behind))
      return sink.not_comparable("list before may be of another kind");
    report(view, fact_index, {begin, behind, false}, list, sink);
  }

  /// 《…》《…》2项制度: all titles of the sentence stand there, side by side.
  static void judge_titles(const DocumentView& view, std::uint32_t fact_index, std::uint32_t clause, Sink& sink) {
    const facts::Fact& fact = view.facts.facts[fact_index];
    const std::string_view text = view.text.passages[fact.passage].text;
    const std::size_t stop = text.substr(0, clause).rfind("。");
    const std::size_t sentence = stop == std::string_view::npos ? 0 : stop;
    if (text.substr(sentence, clause - sentence).find("《") != std::string_view::npos) return;
    MemberList list;
    std::size_t first = std::string_view::npos;
    for (std::size_t at = clause; at < fact.span.begin;) {
      const std::size_t open = text.find("《", at);
      if (open == std::string_view::npos || open >= fact.span.begin) break;
      const std::string_view between = text.substr(at, open - at);
      const bool is_joined = between.empty() || between == "、" || between == "和" || between == "及" ||
                             between == "与" || between == "以及";
      if (!list.members.empty() && !is_joined) return;
      const std::size_t close = text.find("》", open);
      if (close == std::string_view::npos) return;
      if (first == std::string_view::npos) first = open;
      list.members.push_back(text.substr(open, close + 3 - open));
      at = close + 3;
    }
    const auto size = static_cast<std::uint32_t>(list.members.size());
    const auto stated = static_cast<std::uint32_t>(whole_number(fact));
    if (size < 2) return;
    if (size == stated) return sink.holds();
    if (stated > size + 1 || size > stated + 1) return sink.not_comparable("number of another thing");
    list.span = {0, static_cast<std::uint32_t>(fact.span.begin - first)};
    list.readings = {{size, size}};
    report(view, fact_index, {static_cast<std::uint32_t>(first), {}, false}, list, sink);
  }

  static std::uint32_t clause_begin(std::string_view text, std::uint32_t at) {
    int depth = 0;
    while (at > 0) {
      const auto before = static_cast<std::uint32_t>(utf8::previous(text, at));
      const char32_t code = utf8::decode(text, before);
      if (code == U'）' || code == U'》' || code == U'”') ++depth;
      if ((code == U'（' || code == U'《' || code == U'“') && --depth < 0) break;
      if (depth == 0 && (code == U'，' || code == U'。' || code == U'；' || code == U'：' || code == U'\n')) break;
      at = before;
    }
    return at;
  }

  static bool may_close_list(const lexicon::Lexicon& lexicon, const facts::Fact& fact, const MemberList& list,
                             std::string_view behind) {
    static constexpr std::array<std::string_view, 12> kOtherThings = {
        "下属", "所属", "二级", "直属", "指标", "项目", "任务", "具体", "下级", "基层", "子", "村民小组"};
    static constexpr std::array<std::string_view, 12> kLeads = {"以及", "及", "和",   "与", "还", "各",
                                                                "每",   "均", "分别", "共", "等", "并"};
    const lexicon::ClassId open = lexicon.class_id("enumeration_open");
    for (const std::string_view word : kOtherThings) {
      if (starts_with(behind, word)) return false;
    }
    if (std::any_of(kLeads.begin(), kLeads.end(),
                    [&](std::string_view word) { return starts_with(list.members.front(), word); }))
      return false;
    for (const std::string_view member : list.members) {
      const bool is_clause =
          member.find("：") != std::string_view::npos || member.find("其中") != std::string_view::npos;
      if (lexicon.contains(open, member) || is_clause || utf8::count(member) > kMostName || utf8::count(member) < 2)
        return false;
    }
    for (const std::string_view word :
         {"共", "共计", "合计", "计", "分别", "各", "涉及", "覆盖", "的", "有", "达", "了"}) {
      if (ends_with(list.members.back(), word)) return false;
    }
    const std::string& unit = fact.unit->word;
    if (list.members.size() > kSureList && (unit == "类" || unit == "种" || unit == "项" || unit == "大类"))
      return true;
    static constexpr std::array<std::string_view, 10> kAspects = {"维度", "方面", "领域", "环节", "阶段",
                                                                  "层面", "板块", "类别", "模块", "大类"};
    const bool is_aspect = std::any_of(kAspects.begin(), kAspects.end(), [&](std::string_view word) {
      return starts_with(behind, word) || ends_with(unit, word);
    });
    if (list.members.size() > kSureList && is_aspect) return true;
    return suits_noun(unit, behind, list.members);
  }

  /// 县区, 市直: levels, not names.
  static bool is_kind_word(std::string_view member) {
    static constexpr std::array<std::string_view, 9> kEnds = {"县", "区", "镇", "乡", "村", "直", "级", "市", "社区"};
    return std::any_of(kEnds.begin(), kEnds.end(), [&](std::string_view word) { return ends_with(member, word); });
  }

  /// 局, 委, 中心 are 部门 or 单位; 镇 are 乡镇; 村 are 村.
  static bool suits_noun(std::string_view unit, std::string_view behind, const std::vector<std::string_view>& members) {
    struct Kind {
      std::string_view ends;
      std::array<std::string_view, 4> nouns;
    };
    static constexpr std::array<Kind, 6> kKinds = {{{"局委办处厅会", {"部门", "单位", "机构", "责任"}},
                                                    {"镇乡道", {"乡镇", "镇", "乡", "街道"}},
                                                    {"村区", {"村", "社区", "行政村", "建制村"}},
                                                    {"县区市", {"县", "区", "市", "地"}},
                                                    {"校学园院", {"学校", "中小学", "院校", "幼儿园"}},
                                                    {"科室股站所", {"科室", "股室", "站所", "单位"}}}};
    static constexpr std::array<std::string_view, 7> kPlaces = {"乡镇", "镇", "乡", "村", "建制村", "行政村", "街道"};
    const bool are_places =
        std::all_of(members.begin() + 1, members.end(),
                    [](std::string_view member) { return utf8::count(member) <= 3 && !is_kind_word(member); }) &&
        utf8::count(members.front()) <= 7;
    if (are_places && std::any_of(kPlaces.begin(), kPlaces.end(), [&](std::string_view noun) {
          return (starts_with(behind, noun) || ends_with(unit, noun));
        }))
      return true;
    return std::any_of(kKinds.begin(), kKinds.end(), [&](const Kind& kind) {
      const bool is_kind = std::all_of(members.begin(), members.end(), [&](std::string_view member) {
        return kind.ends.find(last_character(without_brackets(member))) != std::string_view::npos;
      });
      return is_kind && std::any_of(kind.nouns.begin(), kind.nouns.end(), [&](std::string_view noun) {
               return (starts_with(behind, noun) || ends_with(unit, noun));
             });
    });
  }

  static std::size_t list_end(std::string_view text, std::uint32_t begin) {
    std::size_t end = begin;
    for (; end < text.size(); end += utf8::length(text[end])) {
      const char32_t code = utf8::decode(text, end);
      if (code == U'。' || code == U'；' || code == U'）' || code == U'（' || code == U'\n') break;
    }
    return end - begin;
  }

  /// «组长王某，副组长李某，成员赵某、钱某»: how many people; nothing when anything else stands there.
  static std::optional<std::uint32_t> people_with_roles(const facts::Fact& fact, std::string_view text) {
    static constexpr std::array<std::string_view, 7> kRoles = {"副组长", "组长",   "成员",  "组员",
                                                               "主评人", "负责人", "联络员"};
    if (fact.unit->base != "人") return std::nullopt;
    std::uint32_t people = 0;
    std::uint32_t roles = 0;
    for (std::size_t begin = 0; begin < text.size();) {
      std::size_t end = begin;
      while (end < text.size() && text.compare(end, 3, "，") != 0 && text.compare(end, 3, "、") != 0)
        end += utf8::length(text[end]);
      std::string_view piece = text.substr(begin, end - begin);
      for (const std::string_view role : kRoles) {
        if (!starts_with(piece, role)) continue;
        piece.remove_prefix(role.size());
        for (const std::string_view mark : {"：", "为"}) {
          if (starts_with(piece, mark)) piece.remove_prefix(mark.size());
        }
        ++roles;
        break;
      }
      const std::uint32_t length = utf8::count(piece);
      if (length < 2 || length > 3 || count_conjunctions(piece) > 0 || ends_with(piece, "等") || has_digit(piece))
        return std::nullopt;
      ++people;
      begin = end + 3;
    }
    return roles >= 2 && people >= 3 ? std::optional<std::uint32_t>(people) : std::nullopt;
  }

  static void report_people(const DocumentView& view, std::uint32_t fact_index, const Announcement& announced,
                            std::uint32_t people, Sink& sink) {
    const facts::Fact& fact = view.facts.facts[fact_index];
    const std::string_view text = view.text.passages[fact.passage].text;
    const text::Span span = {announced.list,
                             announced.list + static_cast<std::uint32_t>(list_end(text, announced.list))};
    Draft draft = sink.draft();
    draft.expected = std::to_string(people);
    draft.actual = std::to_string(whole_number(fact));
    draft.message.zh = "文中写" + fact.shown() + "，其后列出" + draft.expected + "人";
    draft.message.en = "The text states " + draft.actual + ", the list behind it has " + draft.expected;
    draft.working.zh = "列出：" + std::string(text.substr(span.begin, span.end - span.begin)) + "，计" +
                       draft.expected + "人 ≠ " + draft.actual;
    draft.working.en = "listed: " + draft.expected + " ≠ stated: " + draft.actual;
    draft.evidence.push_back(spot_of(view, fact_index, "count"));
    draft.evidence.push_back({"list", fact.passage, span, span});
    sink.report(std::move(draft));
  }

  /// «单位共5家，其中行政单位1家、事业单位4家，具体是：»: the list belongs to the whole, said before.
  static bool is_of_another_count(const DocumentView& view, const facts::Fact& fact, const MemberList& list) {
    const std::string_view text = view.text.passages[fact.passage].text;
    const facts::Range range = view.facts.facts_of[fact.passage];
    for (std::uint32_t index = range.begin; index < range.end; ++index) {
      const facts::Fact& other = view.facts.facts[index];
      if (other.span.end > fact.span.begin || other.kind != facts::FactKind::count || other.unit == nullptr) continue;
      if (other.unit->base != fact.unit->base) continue;
      if (text.substr(other.span.end, fact.span.begin - other.span.end).find("。") != std::string_view::npos) continue;
      const auto value = static_cast<std::uint32_t>(whole_number(other));
      if (list.readings.front().least <= value && value <= list.readings.front().most) return true;
    }
    return false;
  }

  /// Why the list is no safe count of its names; empty when it is.
  static std::string_view doubt(const lexicon::Lexicon& lexicon, const facts::Fact& fact, const Announcement& announced,
                                const MemberList& list) {
    const auto stated = static_cast<std::uint32_t>(whole_number(fact));
    const lexicon::ClassId suffix = lexicon.class_id("member_suffix");
    const lexicon::ClassId open = lexicon.class_id("enumeration_open");
    if (list.is_mixed || list.members.size() < 2) return "list of mixed marks";
    if (announced.noun.find("其") != std::string_view::npos || lexicon.contains(open, announced.noun))
      return "open list";
    std::size_t named = 0;
    for (const std::string_view member : list.members) {
      if (lexicon.contains(open, member)) return "open list";
      const bool is_split =
          member.find("：") != std::string_view::npos || member.find("其中") != std::string_view::npos;
      if (has_digit(without_named_figures(member)) || is_split) return "members with figures";
      if (utf8::count(member) > kMostName || utf8::count(member) < 2) return "members are clauses";
      if (count_conjunctions(member) == 0 && holds_two_names(member, lexicon, suffix))
        return "two names without a mark";
      named += facts::suffix_of(lexicon, suffix, without_brackets(member)) != 0 ? 1 : 0;
    }
    if (is_of_another_level(announced.noun, list.members)) return "list of another level";
    const bool are_names = named == list.members.size() || (fact.unit->base == "人" && are_people(list.members));
    if (stated < list.members.size() && !are_names) return "names may hold 、";
    const bool is_one_short = list.members.size() >= kSureList && stated == list.members.size() + 1;
    if (stated > list.members.size() && announced.in_brackets && list.members.size() < kSureList &&
        !names_kind(announced.noun, list.members))
      return "brackets may explain";
    if (stated > list.members.size() && announced.in_brackets && !is_one_short && !are_names && named == 0)
      return "brackets may explain";
    return {};
  }

  static std::string_view without_brackets(std::string_view member) {
    return ends_with(member, "）") ? member.substr(0, member.find("（")) : member;
  }

  static void report(const DocumentView& view, std::uint32_t fact_index, const Announcement& announced,
                     const MemberList& list, Sink& sink) {
    const facts::Fact& fact = view.facts.facts[fact_index];
    const MemberCount& plain = list.readings.front();
    const bool is_joined = plain.least == list.members.size() && count_conjunctions(list.members.back()) > 0;
    const std::uint32_t found = plain.least + (is_joined ? 1 : 0);
    Draft draft = sink.draft();
    draft.expected = std::to_string(found);
    draft.actual = std::to_string(whole_number(fact));
    draft.message.zh = "文中写" + fact.shown() + "，其后列出" + draft.expected + "项";
    draft.message.en = "The text states " + draft.actual + ", the list behind it has " + draft.expected;
    for (const std::string_view member : list.members) {
      if (!draft.working.zh.empty()) draft.working.zh += "、";
      draft.working.zh += member;
      if (draft.working.zh.size() > 240) {
        draft.working.zh += "…";
        break;
      }
    }
    draft.working.zh = "列出：" + draft.working.zh + "，计" + draft.expected + "项 ≠ " + draft.actual;
    draft.working.en = "listed: " + draft.expected + " ≠ stated: " + draft.actual;
    draft.evidence.push_back(spot_of(view, fact_index, "count"));
    const text::Span span = {announced.list, announced.list + list.span.end};
    draft.evidence.push_back({"list", fact.passage, span, span});
    sink.report(std::move(draft));
  }
};

}  // namespace

int whole_number(const facts::Fact& fact) {
  return fact.value.is_integer() && !fact.value.is_negative() && fact.value <= Rational(10000)
             ? static_cast<int>(fact.value.numerator())
             : 0;
}

bool is_quoted(std::string_view text, std::uint32_t at) {
  const std::size_t reach = std::min<std::size_t>(at, kQuoteReach);
  const std::string_view before = text.substr(at - reach, reach);
  const std::size_t opened = before.rfind("“");
  const std::size_t closed = before.rfind("”");
  return opened != std::string_view::npos && (closed == std::string_view::npos || closed < opened);
}

bool may_announce(const DocumentView& view, const facts::Fact& fact) {
  if (fact.kind != facts::FactKind::count || fact.unit == nullptr || fact.qualifier != facts::Qualifier::exact ||
      fact.is_range_part)
    return false;
  const int number = whole_number(fact);
  if (number < 2 || number > kMostCounted) return false;
  const text::Passage& passage = view.text.passages[fact.passage];
  if (passage.is_toc || !(fact.unit_source == facts::UnitSource::self)) return false;
  return !is_quoted(passage.text, fact.span.begin);
}

std::unique_ptr<Check> make_count_enumerated(Params&) { return std::make_unique<CountEnumerated>(); }

}  // namespace gouji::check
