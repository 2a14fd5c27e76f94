// What is wrong with a file that people write (rules, configuration, suppressions): file:line:column: text. All faults
// of all files are collected and told as one Error.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "gouji/result.hpp"

namespace gouji {

/// Counts from 1; columns count characters.
struct FileMark {
  std::uint32_t line = 1;
  std::uint32_t column = 1;
};

struct FileFault {
  std::string file;
  FileMark mark;
  Bilingual text;
};

/// One Error; its message has a line for each fault, sorted by file and place, each once.
[[nodiscard]] Error error_of(const char* code, std::vector<FileFault> faults);

/// Collects the faults of one file.
class FileFaults {
 public:
  FileFaults(std::string file, std::vector<FileFault>& out) : file_(std::move(file)), out_(out) {}
  void add(FileMark mark, std::string zh, std::string en) const;
  /// The same with «，是不是想写 X？» where a valid word is near.
  void add_word(FileMark mark, const std::string& zh, const std::string& en, std::string_view word,
                const std::vector<std::string>& valid) const;
  /// «key 应为列表，这里是文字».
  void add_kind(FileMark mark, std::string_view key, const Bilingual& wanted, const Bilingual& given) const;
  void add_unknown_key(FileMark mark, const std::string& key, const std::vector<std::string>& known) const;
  [[nodiscard]] const std::string& file() const { return file_; }

 private:
  std::string file_;
  std::vector<FileFault>& out_;
};

}  // namespace gouji
