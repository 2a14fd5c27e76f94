// SPDX-License-Identifier: Apache-2.0
#include "check/near_duplicate.hpp"

#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "base/utf8.hpp"
#include "check/phrases.hpp"
#include "check/shared_words.hpp"

namespace gouji::check {
namespace {

using text::Regex;

constexpr std::size_t kMostTerms = 400;    // compared pair by pair
constexpr std::size_t kMostFindings = 12;  // of one document

struct Term {
  std::string words;
  std::string core;  // what stands in the quotation marks; empty for other terms
  std::uint32_t passage = 0;
  text::Span span;
  bool is_body = false;  // a group of people
};

class NearDuplicate final : public Check {
 public:
  explicit NearDuplicate(Params& params) : pairs_(params.texts("pairs")), single_(params.texts("single")) {
    for (const std::string& ending : params.texts("endings")) {
      // a name begins behind a verb, a mark or the place of an adverb
      endings_.emplace_back(
          "(?:成立|组建|设立|调整|由|[，。；：、（]|^)(?:及时|迅速|专门)?(?:成立|组建|设立|调整|由)?(?:了|的|[0-9]{4}年)?(?P<name>[\\p{Han}]{2,24}" +
          Regex::quote(ending) + ")");
    }
  }

  void run(const DocumentView& view, Sink& sink) const override {
    const std::vector<Term> terms = read_terms(view);
    std::size_t findings = 0;
    std::map<std::string, bool> told;
    for (std::size_t i = 0; i < terms.size(); ++i) {
      for (std::size_t j = 0; j < i && findings < kMostFindings; ++j) {
        if (!are_alike(terms[j], terms[i]) || told[terms[i].words]) continue;
        told[terms[i].words] = true;
        ++findings;
        report(sink, view, terms[j], terms[i]);
      }
    }
  }

 private:
  [[nodiscard]] std::vector<Term> read_terms(const DocumentView& view) const {
    static const Regex kQuoted("“(?P<core>[^“”，。；：0-9]{2,16})”(?P<tail>[\\p{Han}]{2,4})?");
    static const Regex kTitle("《(?P<name>[^《》]{6,60})》");
    std::vector<Term> terms;
    std::map<std::string, bool> known;
    const auto add = [&](std::uint32_t index, const Regex::Group& group, std::string core, bool is_body) {
      const text::Span span{static_cast<std::uint32_t>(group.begin), static_cast<std::uint32_t>(group.end)};
      std::string words(view.text.passages[index].of(span));
      if (terms.size() < kMostTerms && !known[words]) {
        known[words] = true;
        terms.push_back({std::move(words), std::move(core), index, span, is_body});
      }
    };
    std::vector<Regex::Group> groups;
    for (std::uint32_t index = 0; index < view.text.passages.size(); ++index) {
      const text::Passage& passage = view.text.passages[index];
      if (passage.is_toc || passage.story != docx::StoryKind::body) continue;
      const std::string& text = passage.text;
      for (std::size_t from = 0; from < text.size() && kQuoted.find(text, from, groups, view.budget);
           from = groups[0].end) {
        const auto& core = groups[1];
        add(index, groups[0], text.substr(core.begin, core.end - core.begin), false);
      }
      for (std::size_t from = 0; from < text.size() && kTitle.find(text, from, groups, view.budget);
           from = groups[0].end)
        add(index, groups[1], "", false);
      for (const Regex& ending : endings_) {
        for (std::size_t from = 0; from < text.size() && ending.find(text, from, groups, view.budget);
             from = groups[0].end)
          add(index, groups[1], "", true);
      }
    }
    return terms;
  }

  [[nodiscard]] bool are_alike(const Term& a, const Term& b) const {
    if (a.core.empty() != b.core.empty()) return false;
    if (a.words.find(b.words) != std::string::npos || b.words.find(a.words) != std::string::npos) return false;
    if (!a.core.empty()) return are_alike_quoted(a, b);
    const bool is_single = std::any_of(single_.begin(), single_.end(), [&](const std::string& word) {
      return a.words.find(word) != std::string::npos && b.words.find(word) != std::string::npos;
    });
    if (is_single && a.is_body && b.is_body) return true;
    const std::size_t length = std::min(utf8::count(a.words), utf8::count(b.words));
    const std::size_t most = length >= 8 ? 2 : 1;
    return length >= 6 && edit_distance(a.words, b.words, most) <= most && !is_real_pair(a.words, b.words);
  }

  /// One core with two tails that share a character (“九个一”事件活动, “九个一”实践活动), or two long cores.
  [[nodiscard]] bool are_alike_quoted(const Term& a, const Term& b) const {
    const std::string tail_a = a.words.substr(a.core.size() + 6);
    const std::string tail_b = b.words.substr(b.core.size() + 6);
    if (a.core == b.core) {
      return utf8::count(tail_a) >= 4 && utf8::count(tail_b) >= 4 && tail_a != tail_b &&
             shares_ending(tail_a, tail_b) && edit_distance(tail_a, tail_b, 2) <= 2 && !is_real_pair(tail_a, tail_b);
    }
    const std::size_t length = std::min(utf8::count(a.core), utf8::count(b.core));
    return length >= 5 && edit_distance(a.core, b.core, 1) == 1 && !is_real_pair(a.core, b.core);
  }

  static bool shares_ending(std::string_view a, std::string_view b) {
    constexpr std::size_t kTwo = 6;  // bytes of two characters
    return a.size() > kTwo && b.size() > kTwo && a.substr(a.size() - kTwo) == b.substr(b.size() - kTwo);
  }

  /// Do they differ in numbers, years or opposites only?
  [[nodiscard]] bool is_real_pair(std::string_view a, std::string_view b) const {
    constexpr std::string_view kNumbers = "0123456789一二三四五六七八九十甲乙丙丁〔〕第年度";
    const auto difference = [](std::string_view from, std::string_view other) {
      std::string out;
      for (std::size_t at = 0; at < from.size(); at += utf8::length(from[at])) {
        const std::string_view character = from.substr(at, utf8::length(from[at]));
        if (other.find(character) == std::string_view::npos) out += character;
      }
      return out;
    };
    const std::string only_a = difference(a, b);
    const std::string only_b = difference(b, a);
    const std::string both = only_a + only_b;
    if (both.empty()) return true;
    bool numbers_only = true;
    for (std::size_t at = 0; at < both.size(); at += utf8::length(both[at]))
      numbers_only = numbers_only && kNumbers.find(both.substr(at, utf8::length(both[at]))) != std::string_view::npos;
    if (numbers_only) return true;
    return std::any_of(pairs_.begin(), pairs_.end(), [&](const std::string& pair) {
      return pair.find(only_a) != std::string::npos && pair.find(only_b) != std::string::npos;
    });
  }

  static void report(Sink& sink, const DocumentView& view, const Term& first, const Term& second) {
    Draft draft = sink.draft();
    draft.actual = second.words;
    draft.expected = first.words;
    draft.key = first.words + " " + second.words;
    draft.working = {fmt::format("“{}”与“{}”像是同一个名称的两种写法", first.words, second.words),
                     fmt::format("“{}” and “{}” look like two spellings of one name", first.words, second.words)};
    draft.evidence.push_back(spot_in_words(view, second.passage, second.span, "second"));
    draft.evidence.push_back(spot_in_words(view, first.passage, first.span, "first"));
    sink.report(std::move(draft));
  }

  std::vector<std::string> pairs_;
  std::vector<std::string> single_;
  std::vector<Regex> endings_;
};

}  // namespace

std::unique_ptr<Check> make_near_duplicate(Params& params) { return std::make_unique<NearDuplicate>(params); }

}  // namespace gouji::check
