// A report format: outcomes in, bytes out, document by document, so that a run over thousands needs no memory for them.
// Thread rule: one Reporter belongs to one thread.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "gouji/outcome.hpp"

namespace gouji::report {

enum class Color { off, on };

struct ReportOptions {
  std::string version;
  std::string rules_hash;
  Language language = Language::zh;
  Color color = Color::off;
};

class Reporter {
 public:
  Reporter() = default;
  Reporter(const Reporter&) = delete;
  Reporter& operator=(const Reporter&) = delete;
  virtual ~Reporter() = default;

  /// What stands before the first document, for one document, and behind the last; call in this order.
  virtual std::string open() = 0;
  virtual std::string document(const Outcome& outcome) = 0;
  virtual std::string close() = 0;
};

[[nodiscard]] inline const std::string& in(Language language, const Bilingual& text) {
  return language == Language::en && !text.en.empty() ? text.en : text.zh;
}

}  // namespace gouji::report
