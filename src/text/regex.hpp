// Regular expressions in linear time: the only place that knows RE2. Immutable; one serves all threads.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace gouji {
class Budget;
}

namespace gouji::text {

class Regex {
 public:
  static constexpr std::size_t kNoMatch = static_cast<std::size_t>(-1);
  struct Group {
    std::size_t begin = kNoMatch;
    std::size_t end = kNoMatch;
    [[nodiscard]] bool matched() const { return begin != kNoMatch; }
  };

  /// Reads the pattern; ask error() before use. The automaton is built at the first find(): a report meets few of the
  /// patterns of a rulebook, and building costs many times what reading does.
  explicit Regex(const std::string& pattern);
  Regex(Regex&&) noexcept;
  Regex& operator=(Regex&&) noexcept;
  ~Regex();

  /// Why the pattern is bad; empty = good.
  [[nodiscard]] const std::string& error() const { return error_; }
  /// Number of a named group, -1 when there is none.
  [[nodiscard]] int group(const std::string& name) const;
  /// Leftmost match at or behind `from`; groups[0] is the whole of it. Bytes.
  [[nodiscard]] bool find(std::string_view text, std::size_t from, std::vector<Group>& groups) const;
  /// The same at the document's expense: false as well when its budget is spent. For patterns of rule files.
  [[nodiscard]] bool find(std::string_view text, std::size_t from, std::vector<Group>& groups,
                          const Budget& budget) const;
  /// The text with every special character escaped.
  [[nodiscard]] static std::string quote(std::string_view text);

 private:
  [[nodiscard]] bool match(std::string_view text, std::size_t from, std::vector<Group>& groups) const;

  struct State;
  std::unique_ptr<State> state_;
  std::string error_;
};

}  // namespace gouji::text
