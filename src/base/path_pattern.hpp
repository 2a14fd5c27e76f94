// One line of gitignore syntax: which paths it names. Also the globs of a configuration, so that people learn one form.
//   *.docx       at any depth: the pattern has no slash inside
//   /草稿        only beside the file that holds the pattern; so does a/b
//   附件/        only folders
//   a/**/b  **/b  a/**     any folders between, before, below
//   ! negates; \ escapes; [a-z] [!a-z] [[:digit:]] sets; ? one character (a whole one, where git takes a byte)
// Thread rule: immutable after parse().
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gouji {

class PathPattern {
 public:
  /// Nothing for a blank line or a comment. A pattern that cannot be right (no closing bracket) names no path.
  [[nodiscard]] static std::optional<PathPattern> parse(std::string_view line);

  /// `path` is relative to the folder of the pattern, parted by '/', without a leading one.
  [[nodiscard]] bool names(std::string_view path, bool is_folder) const;
  /// The path itself, or a folder that it lies in. `path` is a file's.
  [[nodiscard]] bool covers(std::string_view path) const;

  [[nodiscard]] bool is_negated() const { return is_negated_; }

 private:
  struct Range {
    char32_t first;
    char32_t last;
  };
  enum class Kind { one, any, set, star, folders, rest };
  struct Token {
    Kind kind = Kind::one;
    char32_t character = 0;
    bool is_negated = false;
    std::vector<Range> ranges{};
  };
  [[nodiscard]] bool compile(std::u32string_view pattern);
  [[nodiscard]] static std::optional<std::size_t> read_set(std::u32string_view pattern, std::size_t at, Token& token);
  [[nodiscard]] bool matches(std::u32string_view text) const;
  [[nodiscard]] static bool takes(const Token& token, char32_t character);

  std::vector<Token> tokens_;
  bool is_negated_ = false;
  bool only_folders_ = false;
  bool is_anchored_ = false;
  bool is_possible_ = true;
};

}  // namespace gouji
