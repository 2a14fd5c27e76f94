// SPDX-License-Identifier: Apache-2.0
#include "text/regex.hpp"

#include <re2/re2.h>

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <mutex>

#include "base/budget.hpp"
#include "text/literals.hpp"

namespace gouji::text {
namespace {

constexpr std::int64_t kMostMemory = 4 << 20;
// Too little to build any automaton: RE2 then stops behind the syntax, with an error that says just that.
constexpr std::int64_t kSyntaxOnly = 1000;

re2::RE2::Options options(std::int64_t memory) {
  re2::RE2::Options options;
  options.set_log_errors(false);
  options.set_max_mem(memory);
  return options;
}

}  // namespace

struct Regex::State {
  explicit State(const std::string& pattern)
      : syntax(pattern, options(kSyntaxOnly)), literals(required_literals(pattern)) {}

  [[nodiscard]] bool may_match(std::string_view text) const {
    return literals.empty() || std::any_of(literals.begin(), literals.end(), [&](const std::string& literal) {
             return memmem(text.data(), text.size(), literal.data(), literal.size()) != nullptr;
           });
  }

  const re2::RE2& automaton() {
    std::call_once(once, [&] { built = std::make_unique<re2::RE2>(syntax.pattern(), options(kMostMemory)); });
    return *built;
  }

  re2::RE2 syntax;
  std::vector<std::string> literals;
  std::once_flag once;
  std::unique_ptr<re2::RE2> built;
};

Regex::Regex(const std::string& pattern) : state_(std::make_unique<State>(pattern)) {
  const re2::RE2& syntax = state_->syntax;
  if (!syntax.ok() && syntax.error_code() != re2::RE2::ErrorPatternTooLarge) error_ = syntax.error();
}

Regex::Regex(Regex&&) noexcept = default;
Regex& Regex::operator=(Regex&&) noexcept = default;
Regex::~Regex() = default;

int Regex::group(const std::string& name) const {
  const auto& names = state_->syntax.NamedCapturingGroups();
  const auto found = names.find(name);
  return found == names.end() ? -1 : found->second;
}

bool Regex::find(std::string_view text, std::size_t from, std::vector<Group>& groups) const {
  return from <= text.size() && state_->may_match(text.substr(from)) && match(text, from, groups);
}

bool Regex::match(std::string_view text, std::size_t from, std::vector<Group>& groups) const {
  const re2::RE2& automaton = state_->automaton();
  const int count = automaton.NumberOfCapturingGroups() + 1;
  std::vector<re2::StringPiece> pieces(static_cast<std::size_t>(count));
  if (!automaton.Match({text.data(), text.size()}, from, text.size(), re2::RE2::UNANCHORED, pieces.data(), count))
    return false;
  groups.clear();
  for (const re2::StringPiece& piece : pieces) {
    if (piece.data() == nullptr) {
      groups.emplace_back();
      continue;
    }
    const auto begin = static_cast<std::size_t>(piece.data() - text.data());
    groups.push_back({begin, begin + piece.size()});
  }
  return true;
}

bool Regex::find(std::string_view text, std::size_t from, std::vector<Group>& groups, const Budget& budget) const {
  if (from > text.size() || !state_->may_match(text.substr(from))) return false;
  if (!budget.match(0)) return false;
  const bool is_found = match(text, from, groups);
  (void)budget.match((is_found ? groups[0].end : text.size()) - from);
  return is_found;
}

std::string Regex::quote(std::string_view text) { return re2::RE2::QuoteMeta({text.data(), text.size()}); }

}  // namespace gouji::text
