// SPDX-License-Identifier: Apache-2.0
#include "gate/ignore_comment.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "base/nearest_word.hpp"
#include "base/utf8.hpp"

namespace gouji::gate {
namespace {

constexpr std::size_t kIdLength = 16;
constexpr std::uint32_t kShownCharacters = 30;

/// Half width, lower case, one kind of blank: a clerk's keyboard writes any of them.
char32_t plain(char32_t c) {
  if (c >= 0xFF01 && c <= 0xFF5E) c -= 0xFEE0;
  if (c == 0x3000 || c == 0x00A0 || c == '\t' || c == '\n' || c == '\r') return ' ';
  return c >= 'A' && c <= 'Z' ? c + 32 : c;
}

class Cursor {
 public:
  explicit Cursor(std::string_view text) : text_(text) {}

  [[nodiscard]] bool is_done() const { return at_ >= text_.size(); }
  [[nodiscard]] char32_t peek() const { return is_done() ? 0 : plain(utf8::decode(text_, at_)); }
  [[nodiscard]] std::string_view rest() const { return text_.substr(std::min(at_, text_.size())); }
  void step() { at_ += utf8::length(text_[at_]); }
  void skip_blanks() {
    while (peek() == ' ') step();
  }
  bool take(std::string_view word) {
    const std::size_t before = at_;
    for (std::size_t i = 0; i < word.size(); i += utf8::length(word[i])) {
      if (is_done() || peek() != utf8::decode(word, i)) {
        at_ = before;
        return false;
      }
      step();
    }
    return true;
  }
  template <std::size_t size>
  bool take_any(const std::array<std::string_view, size>& words) {
    return std::any_of(words.begin(), words.end(), [&](std::string_view word) { return take(word); });
  }
  /// Letters, digits, '/', '-' and '_' in plain form.
  std::string take_name() {
    std::string name;
    for (char32_t c = peek(); (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '/' || c == '-' || c == '_';
         c = peek()) {
      name += static_cast<char>(c);
      step();
    }
    return name;
  }

 private:
  std::string_view text_;
  std::size_t at_ = 0;
};

constexpr std::array<std::string_view, 2> kCalls{"gouji", "勾稽"};
constexpr std::array<std::string_view, 2> kVerbs{"忽略", "ignore"};
constexpr std::array<std::string_view, 4> kAll{"本条", "本处", "全部", "*"};
constexpr std::array<std::string_view, 3> kParts{"、", ",", ";"};

/// One rule or «本条»; false when there is none, with the cursor where it was.
template <class Accept>
bool take_target(Cursor& cursor, IgnoreComment& out, Accept accept) {
  if (cursor.take_any(kAll)) return out.is_all = true;
  Cursor behind = cursor;
  std::string name = behind.take_name();
  if (name.empty() || !accept(name)) return false;
  cursor = behind;
  if (name == "all") return out.is_all = true;
  out.targets.push_back(std::move(name));
  return true;
}

std::string reason_of(Cursor cursor) {
  const auto is_lead = [](char32_t c) {
    return c == ' ' || c == ':' || c == ',' || c == ';' || c == U'。' || c == U'、' || c == '-' || c == U'—';
  };
  while (!cursor.is_done() && is_lead(cursor.peek())) cursor.step();
  std::string reason;
  for (; !cursor.is_done(); cursor.step()) {
    if (cursor.peek() == ' ') {
      if (!reason.empty() && reason.back() != ' ') reason += ' ';
    } else {
      reason += cursor.rest().substr(0, utf8::length(cursor.rest().front()));
    }
  }
  while (!reason.empty() && reason.back() == ' ') reason.pop_back();
  return reason;
}

bool is_content_id(std::string_view name) {
  return name.size() == kIdLength &&
         std::all_of(name.begin(), name.end(), [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
}

/// A rule, or the family in front of its '/'.
bool names_rule(const std::string& target, const std::string& rule) {
  return rule == target || (rule.size() > target.size() && rule.starts_with(target) && rule[target.size()] == '/');
}

bool covers(const DocumentComment& comment, const Finding& finding) {
  return std::any_of(finding.evidence.begin(), finding.evidence.end(), [&](const Evidence& evidence) {
    return evidence.place.order >= comment.begin && evidence.place.order < comment.end;
  });
}

bool asks_for(const IgnoreComment& ignore, const Finding& finding) {
  return ignore.is_all || std::any_of(ignore.targets.begin(), ignore.targets.end(), [&](const std::string& target) {
           return target == finding.id || names_rule(target, finding.rule);
         });
}

/// A comment that met nothing says so only if what it names was looked for.
bool was_run(const IgnoreComment& ignore, const Outcome& outcome) {
  return std::all_of(ignore.targets.begin(), ignore.targets.end(), [&](const std::string& target) {
    return is_content_id(target) || std::any_of(outcome.rules_run.begin(), outcome.rules_run.end(),
                                                [&](const std::string& rule) { return names_rule(target, rule); });
  });
}

std::string shown(const std::string& text) {
  std::string out;
  std::uint32_t count = 0;
  for (std::size_t at = 0; at < text.size(); at += utf8::length(text[at])) {
    if (count++ == kShownCharacters) return out + "…";
    const std::string_view one = std::string_view(text).substr(at, utf8::length(text[at]));
    out += one == "\n" ? " " : one;
  }
  return out;
}

Bilingual place_words(const Place& place) {
  if (place.part.empty()) return {};
  if (place.table) {
    const std::string table = std::to_string(*place.table);
    const std::string row = std::to_string(place.row.value_or(0));
    const std::string column = std::to_string(place.column.value_or(0));
    return {"表" + table + " 第" + row + "行 第" + column + "列",
            "table " + table + ", row " + row + ", column " + column};
  }
  const std::string paragraph = std::to_string(place.paragraph.value_or(0));
  return {"第" + paragraph + "段", "paragraph " + paragraph};
}

class Notes {
 public:
  Notes(const DocumentComment& comment, std::vector<Note>& out) : comment_(comment), out_(out) {}

  void add(const char* code, const Bilingual& what) {
    const Bilingual place = place_words(comment_.place);
    out_.push_back(
        {code,
         {"批注“" + shown(comment_.text) + "”" + (place.empty() ? "" : "（" + place.zh + "）") + what.zh,
          "comment \"" + shown(comment_.text) + "\"" + (place.empty() ? "" : " (" + place.en + ")") + what.en},
         "comments"});
  }

 private:
  const DocumentComment& comment_;
  std::vector<Note>& out_;
};

/// False, with notes, when the comment cannot be honoured at all.
bool is_sound(IgnoreComment& ignore, const std::vector<std::string>& names, Notes& notes) {
  if (!ignore.is_all && ignore.targets.empty()) {
    notes.add("ignore-comment-no-rule", {"没有写明规则，未予采用；格式：gouji:忽略 规则 理由",
                                         " names no rule and was not honoured; write: gouji: ignore RULE reason"});
    return false;
  }
  std::vector<std::string> known;
  for (const std::string& target : ignore.targets) {
    if (is_content_id(target) || std::binary_search(names.begin(), names.end(), target)) {
      known.push_back(target);
      continue;
    }
    const Bilingual near = did_you_mean(target, names);
    notes.add("ignore-comment-unknown-rule",
              {"里没有规则 " + target + near.zh, " names a rule that there is not: " + target + near.en});
  }
  ignore.targets = std::move(known);
  if (!ignore.is_all && ignore.targets.empty()) return false;
  if (ignore.reason.empty()) {
    notes.add("ignore-comment-no-reason", {"没有写理由，未予采用", " gives no reason and was not honoured"});
    return false;
  }
  return true;
}

}  // namespace

std::optional<IgnoreComment> parse_ignore_comment(std::string_view text, const std::vector<std::string>& names) {
  Cursor cursor(text);
  cursor.skip_blanks();
  if (!cursor.take_any(kCalls)) return std::nullopt;
  cursor.skip_blanks();
  if (!cursor.take(":")) return std::nullopt;
  cursor.skip_blanks();
  if (!cursor.take_any(kVerbs)) return std::nullopt;
  cursor.skip_blanks();
  const auto is_rule = [&](const std::string& name) {
    return name == "all" || is_content_id(name) || name.find('/') != std::string::npos ||
           std::binary_search(names.begin(), names.end(), name);
  };
  IgnoreComment out;
  bool has_more = take_target(cursor, out, [](const std::string&) { return true; });
  while (has_more) {
    Cursor behind = cursor;
    behind.skip_blanks();
    has_more = behind.take_any(kParts);
    if (!has_more) break;
    behind.skip_blanks();
    has_more = take_target(behind, out, is_rule);
    cursor = behind;
  }
  out.reason = reason_of(cursor);
  return out;
}

std::vector<std::string> rule_names(const std::vector<RuleInfo>& rules) {
  std::vector<std::string> names;
  for (const RuleInfo& rule : rules) {
    names.push_back(rule.id);
    names.push_back(rule.family);
  }
  std::sort(names.begin(), names.end());
  names.erase(std::unique(names.begin(), names.end()), names.end());
  return names;
}

void apply_comments(Outcome& outcome, const std::vector<std::string>& names) {
  for (const DocumentComment& comment : outcome.comments) {
    std::optional<IgnoreComment> ignore = parse_ignore_comment(comment.text, names);
    if (!ignore) continue;
    Notes notes(comment, outcome.notes);
    if (!is_sound(*ignore, names, notes)) continue;
    bool has_met = false;
    for (Finding& finding : outcome.findings) {
      if (!covers(comment, finding) || !asks_for(*ignore, finding)) continue;
      has_met = true;
      if (finding.standing.kind != Standing::Kind::open) continue;
      finding.standing.kind = Standing::Kind::suppressed;
      finding.standing.reason = ignore->reason;
      finding.standing.owner = comment.author;
      finding.standing.source = "comment";
    }
    if (!has_met && was_run(*ignore, outcome)) {
      notes.add("ignore-comment-unused",
                {"没有遇到它要忽略的问题，可以删去", " met nothing that it asks to ignore; it can be taken out"});
    }
  }
}

}  // namespace gouji::gate
