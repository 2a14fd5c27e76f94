// SPDX-License-Identifier: Apache-2.0
#include "check/grade_bands.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "base/utf8.hpp"
#include "text/regex.hpp"

namespace gouji::check {
namespace {

using text::Regex;

constexpr const char* kGrade = "(优秀|优|良好|良|中等|中|一般|基本合格|合格|不合格|较差|差|低)";
constexpr const char* kNumber = R"((\d{2,3}(?:\.\d+)?))";

/// One way to write a band: which group is the grade, which its lower and which its upper bound (0 = none).
struct BandForm {
  Regex regex;
  int grade;
  int low;
  int high;
};

const std::vector<BandForm>& forms() {
  static const std::vector<BandForm> kForms = [] {
    const std::string grade = kGrade;
    const std::string n = kNumber;
    const std::string close = "(?:[“”\"]|等级|等次|档|级)*";
    const std::string range = "[(（\\[【]?" + n + "分?(?:（(?:不)?含[^）]*）)?[-—–~～至到]{1,2}" + n +
                              "分?(?:（(?:不)?含[^）]*）)?[)）\\]】]?分?";
    const std::string inequality = n + "分?[≤<＜](?:[A-Za-z]|得分|评价得分|综合得分|总分)(?:[≤<＜]=?)?" + n + "?分?";
    std::vector<BandForm> out;
    // 优（90—100分）, 优秀：90-100分, “优”为90（含）—100分
    out.push_back({Regex(grade + close +
                         "(?:（|\\(|：|:|为|是|【|\\[)?(?:评价|综合|自评)?(?:得分|分值|总分)?(?:为|在|：)?" + range),
                   1, 2, 3});
    // 90—100分为优, 90（含）—100分的为“优”, [90,100]
    out.push_back(
        {Regex(range + "(?:之间|区间)?(?:的)?(?:，)?(?:为|是|：|评为|定为|评定为|属于|等级为|对应)?(?:等级)?[“\"（]?" +
               grade),
         3, 1, 2});
    // 优（得分≥90分）, 优：90分以上
    out.push_back(
        {Regex(grade + close + "(?:（|\\(|：|:|为)?(?:[A-Za-z]|得分|评价得分|综合得分|总分|自评得分)?(?:≥|>=)" + n), 1,
         2, 0});
    out.push_back({Regex(grade + close + "(?:（|\\(|：|:|为)?(?:得分)?(?:在)?" + n + "分?(?:（含）|（含" + n +
                         "分）)?(?:及)?以上"),
                   1, 2, 0});
    // 90分（含）以上为优
    out.push_back(
        {Regex(n + "分?(?:（含[^）]*）)?(?:及)?以上(?:（含[^）]*）)?(?:的)?(?:，)?(?:为|是|评为|定为)?[“\"]?" + grade),
         2, 1, 0});
    // 90≤S≤100为优 / 优：90≤得分≤100
    out.push_back({Regex(inequality + "(?:的)?(?:，)?(?:为|：|是|评为)?[“\"（]?" + grade), 3, 1, 2});
    out.push_back({Regex(grade + close + "(?:（|：|:|为)?" + inequality), 1, 2, 3});
    return out;
  }();
  return kForms;
}

struct Found {
  std::string_view grade;
  Rational low;
  Rational high;
  std::size_t begin;
  std::size_t end;
};

std::vector<Found> bands_in(std::string_view text, const BandForm& form) {
  std::vector<Found> out;
  std::vector<Regex::Group> groups;
  for (std::size_t from = 0; form.regex.find(text, from, groups);) {
    from = groups[0].end;
    const auto word = [&](int group) {
      const Regex::Group& at = groups[static_cast<std::size_t>(group)];
      return at.matched() ? text.substr(at.begin, at.end - at.begin) : std::string_view();
    };
    Found found;
    found.grade = word(form.grade);
    const auto low = Rational::parse(word(form.low));
    found.low = low.value_or(Rational(0));
    found.high =
        form.high == 0 || word(form.high).empty() ? Rational(100) : Rational::parse(word(form.high)).value_or(100);
    if (found.high < found.low) std::swap(found.high, found.low);  // 100—90分
    found.begin = groups[0].begin;
    found.end = groups[0].end;
    if (found.low >= Rational(10) && found.high <= Rational(150)) out.push_back(found);
  }
  return out;
}

/// Highest first, no grade twice, each band ends where the one above starts (or a point before: 80—89).
bool is_ladder(std::vector<Found>& bands) {
  if (bands.size() < 2) return false;
  std::stable_sort(bands.begin(), bands.end(), [](const Found& a, const Found& b) { return a.low > b.low; });
  for (std::size_t i = 1; i < bands.size(); ++i) {
    if (bands[i].low == bands[i - 1].low || base_grade(bands[i].grade) == base_grade(bands[i - 1].grade)) return false;
    if (bands[i].high != Rational(100) &&
        (bands[i].high > bands[i - 1].low || bands[i - 1].low - bands[i].high > Rational(1)))
      return false;
  }
  return true;
}

}  // namespace

std::string_view base_grade(std::string_view grade) {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 4> kSame{
      {{"优秀", "优"}, {"良好", "良"}, {"中等", "中"}, {"较差", "差"}}};
  for (const auto& [word, base] : kSame) {
    if (grade == word) return base;
  }
  return grade;
}

std::string_view grade_at(const DocumentView& view, std::string_view text) {
  const lexicon::ClassId id = view.lexicon.class_id("grade_word");
  if (id == lexicon::kNoClass) return {};
  std::size_t at = 0;
  for (const std::string_view quote : {"“", "\"", "‘", "「"}) {
    if (text.starts_with(quote)) at = quote.size();
  }
  std::string_view best;
  for (const std::string& word : view.lexicon.words(id)) {
    if (text.substr(at, word.size()) == word && word.size() > best.size()) best = text.substr(at, word.size());
  }
  if (best.empty()) return {};
  const std::string_view rest = text.substr(at + best.size());
  if (rest.empty()) return best;
  // 优化, 良性, 中央: the word goes on
  static constexpr std::array<std::string_view, 20> kMayFollow{"”",  "\"",   "’",    "。", "，",   "；", "）",
                                                               "、", "等级", "等次", "级", "档",   "」", "：",
                                                               "（", "\n",   "|",    "的", "评价", ")"};
  const bool ends =
      std::any_of(kMayFollow.begin(), kMayFollow.end(), [&](std::string_view mark) { return rest.starts_with(mark); });
  return ends ? best : std::string_view();
}

namespace {

/// A ladder is often written in two ways: «90分以上为优，80—90分为良». Where two readings overlap the first form wins.
std::vector<Found> bands_of(std::string_view text) {
  std::vector<Found> all;
  for (const BandForm& form : forms()) {
    for (const Found& found : bands_in(text, form)) {
      const bool is_known = std::any_of(all.begin(), all.end(), [&](const Found& each) {
        return (found.begin < each.end && each.begin < found.end) || base_grade(each.grade) == base_grade(found.grade);
      });
      if (!is_known) all.push_back(found);
    }
  }
  return all;
}

/// One form alone, else all together; the ladder must begin at the top.
std::vector<Found> ladder_of(std::string_view text, bool& saw) {
  std::vector<Found> best;
  const auto take = [&](std::vector<Found> bands) {
    saw = saw || bands.size() >= 2;
    if (bands.size() > best.size() && is_ladder(bands) && bands.front().low >= Rational(85)) best = std::move(bands);
  };
  for (const BandForm& form : forms()) take(bands_in(text, form));
  take(bands_of(text));
  return best;
}

}  // namespace

PrintedBands printed_bands(const DocumentView& view) {
  PrintedBands out;
  for (std::uint32_t index = 0; index < view.text.passages.size(); ++index) {
    const text::Passage& passage = view.text.passages[index];
    constexpr std::size_t kMostBytes = 4000;
    if (passage.text.size() > kMostBytes || passage.text.find("优") == std::string::npos) continue;
    bool saw = false;
    const std::vector<Found> ladder = ladder_of(passage.text, saw);
    if (saw && ladder.empty()) out.is_doubtful = true;
    if (ladder.size() <= out.bands.size()) continue;
    out.bands.clear();
    std::size_t begin = passage.text.size();
    std::size_t end = 0;
    for (const Found& found : ladder) {
      out.bands.push_back({{std::string(base_grade(found.grade))}, found.low});
      begin = std::min(begin, found.begin);
      end = std::max(end, found.end);
    }
    const text::Span span{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
    out.spot = {"bands", index, span, span};
  }
  return out;
}

}  // namespace gouji::check
