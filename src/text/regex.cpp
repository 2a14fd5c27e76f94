// SPDX-License-Identifier: Apache-2.0
#include "text/regex.hpp"

#include <re2/re2.h>

namespace gouji::text {
namespace {

re2::RE2::Options options() {
  re2::RE2::Options options;
  options.set_log_errors(false);
  options.set_max_mem(4 << 20);
  return options;
}

}  // namespace

Regex::Regex(const std::string& pattern) : re_(std::make_unique<re2::RE2>(pattern, options())) {
  if (!re_->ok()) error_ = re_->error();
}

Regex::Regex(Regex&&) noexcept = default;
Regex& Regex::operator=(Regex&&) noexcept = default;
Regex::~Regex() = default;

int Regex::group(const std::string& name) const {
  const auto& names = re_->NamedCapturingGroups();
  const auto found = names.find(name);
  return found == names.end() ? -1 : found->second;
}

bool Regex::find(std::string_view text, std::size_t from, std::vector<Group>& groups) const {
  const int count = re_->NumberOfCapturingGroups() + 1;
  std::vector<re2::StringPiece> pieces(static_cast<std::size_t>(count));
  if (!re_->Match({text.data(), text.size()}, from, text.size(), re2::RE2::UNANCHORED, pieces.data(), count))
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

std::string Regex::quote(std::string_view text) { return re2::RE2::QuoteMeta({text.data(), text.size()}); }

}  // namespace gouji::text
