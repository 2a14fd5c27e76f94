// SPDX-License-Identifier: Apache-2.0
#include "text/literals.hpp"

#include <algorithm>
#include <optional>

#include "base/utf8.hpp"

namespace gouji::text {
namespace {

constexpr std::size_t kMostLiterals = 40;

using Literals = std::vector<std::string>;

std::size_t shortest(const Literals& literals) {
  std::size_t length = static_cast<std::size_t>(-1);
  for (const std::string& one : literals) length = std::min(length, one.size());
  return length;
}

/// Walks a pattern once. `fails_` is set by syntax that this walk does not know: then nothing is required.
class Walk {
 public:
  explicit Walk(std::string_view pattern) : pattern_(pattern) {}

  Literals run() {
    std::optional<Literals> found = alternatives();
    return fails_ || at_ < pattern_.size() || !found ? Literals{} : std::move(*found);
  }

 private:
  enum class Count { one, some, maybe };

  [[nodiscard]] bool more() const { return at_ < pattern_.size() && !fails_; }

  /// Every branch must require something, else the whole requires nothing.
  std::optional<Literals> alternatives() {
    Literals all;
    bool is_open = false;
    for (;;) {
      const std::optional<Literals> branch = concatenation();
      if (branch) all.insert(all.end(), branch->begin(), branch->end());
      is_open = is_open || !branch;
      if (!more() || pattern_[at_] != '|') break;
      ++at_;
    }
    if (is_open || all.size() > kMostLiterals) return std::nullopt;
    return all;
  }

  std::optional<Literals> concatenation() {
    std::optional<Literals> best;
    std::string run;
    const auto offer = [&](Literals literals) {
      if (literals.empty() || shortest(literals) == 0) return;
      if (!best || shortest(literals) > shortest(*best)) best = std::move(literals);
    };
    const auto close_run = [&] {
      if (!run.empty()) offer({run});
      run.clear();
    };
    while (more() && pattern_[at_] != '|' && pattern_[at_] != ')') {
      if (pattern_[at_] == '(') {
        close_run();
        std::optional<Literals> inner = group();
        if (count() != Count::maybe && inner) offer(std::move(*inner));
        continue;
      }
      const std::string character = literal();
      switch (count()) {
        case Count::one:
          if (character.empty()) close_run();
          run += character;
          break;
        case Count::some:
          run += character;
          close_run();
          break;
        case Count::maybe: close_run(); break;
      }
    }
    close_run();
    return best;
  }

  std::optional<Literals> group() {
    ++at_;
    if (pattern_.substr(at_, 2) == "?:") {
      at_ += 2;
    } else if (pattern_.substr(at_, 3) == "?P<") {
      at_ = pattern_.find('>', at_);
      if (at_ == std::string_view::npos) return fail();
      ++at_;
    } else if (at_ < pattern_.size() && pattern_[at_] == '?') {
      return fail();  // flags
    }
    std::optional<Literals> inner = alternatives();
    if (!more() || pattern_[at_] != ')') return fail();
    ++at_;
    return inner;
  }

  /// The character that stands for itself at this place, or nothing for a class, an anchor and the like.
  std::string literal() {
    const char c = pattern_[at_];
    if (c == '[') return skip_class();
    if (c == '.' || c == '^' || c == '$') return ++at_, std::string();
    if (c == '\\') {
      if (at_ + 1 >= pattern_.size()) return fail(), std::string();
      const char next = pattern_[at_ + 1];
      const bool is_word = (next >= 'a' && next <= 'z') || (next >= 'A' && next <= 'Z') || (next >= '0' && next <= '9');
      if (is_word && next != 'd' && next != 's' && next != 'w' && next != 'S' && next != 'D' && next != 'W' &&
          next != 'b' && next != 'n' && next != 't')
        return fail(), std::string();
      at_ += 2;
      return is_word ? std::string() : std::string(1, next);
    }
    const std::size_t length = utf8::length(c);
    std::string out(pattern_.substr(at_, length));
    at_ += length;
    return out;
  }

  std::string skip_class() {
    ++at_;
    if (more() && pattern_[at_] == '^') ++at_;
    if (more() && pattern_[at_] == ']') ++at_;
    while (more() && pattern_[at_] != ']') {
      if (pattern_.substr(at_, 2) == "[:") return fail(), std::string();
      at_ += pattern_[at_] == '\\' ? 2 : 1;
    }
    if (at_ >= pattern_.size()) return fail(), std::string();
    ++at_;
    return {};
  }

  Count count() {
    if (!more()) return Count::one;
    Count count = Count::one;
    const char c = pattern_[at_];
    if (c == '?' || c == '*') {
      count = Count::maybe;
      ++at_;
    } else if (c == '+') {
      count = Count::some;
      ++at_;
    } else if (c == '{' && at_ + 1 < pattern_.size() && pattern_[at_ + 1] >= '0' && pattern_[at_ + 1] <= '9') {
      count = pattern_[at_ + 1] == '0' ? Count::maybe : Count::some;
      at_ = pattern_.find('}', at_);
      if (at_ == std::string_view::npos) return fail(), count;
      ++at_;
    } else {
      return count;
    }
    if (more() && pattern_[at_] == '?') ++at_;  // as few as possible
    return count;
  }

  std::optional<Literals> fail() {
    fails_ = true;
    at_ = std::min(at_, pattern_.size());
    return std::nullopt;
  }

  std::string_view pattern_;
  std::size_t at_ = 0;
  bool fails_ = false;
};

}  // namespace

std::vector<std::string> required_literals(std::string_view pattern) { return Walk(pattern).run(); }

}  // namespace gouji::text
