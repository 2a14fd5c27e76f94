// What a report may say of a rule. Engine::rules() gives one for each rule of the packs in use.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "gouji/finding.hpp"

namespace gouji {

struct RuleInfo {
  std::string id;      // "change/rate"
  std::string family;  // "change"
  Bilingual title;
  Bilingual asserts;    // what must hold, with its formula; may be empty
  Bilingual tolerance;  // what it lets pass, in words
  Bilingual fix;        // what the author of the report can do
  std::string source;   // "practice", or document number and article
  Severity severity = Severity::info;
  Confidence confidence = Confidence::low;
  bool is_mechanical = false;  // its expected words can be put in the place of the stated ones without a thought
};

}  // namespace gouji
