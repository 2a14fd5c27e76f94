// SPDX-License-Identifier: Apache-2.0
#include "support/rules.hpp"

#include <cstdlib>
#include <memory>
#include <stdexcept>

#include "rules/rulebook.hpp"

namespace gouji::tests {

std::string rules_dir() {
  const char* folder = std::getenv("GOUJI_RULES");
  return folder != nullptr ? folder : "rules";
}

const lexicon::Lexicon& lexicon() {
  static const std::shared_ptr<rules::Rulebook> kBook = [] {
    auto book = rules::load_rulebook(rules_dir());
    if (!book) throw std::runtime_error(book.error().message.en);
    return book.value();
  }();
  return kBook->lexicon;
}

}  // namespace gouji::tests
