// What each figure of a sentence is in a statement of change: a level, a base, an increase or a rate. Stage-internal.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>
#include <vector>

#include "statement/change.hpp"

namespace gouji::statement {

/// What one figure is in its sentence.
enum class ChangePart { level, base, delta, rate, none };

struct SeenFigure {
  std::uint32_t fact = 0;
  ChangePart part = ChangePart::none;
  Direction direction = Direction::none;
  text::Span word;            // 增加, 下降…
  std::uint32_t segment = 0;  // counts ； passed
  bool in_list = false;       // behind 其中 in the same segment
  bool is_target = false;     // 增至, 调整为: the level arrived at
  bool is_source = false;     // 由, 从: the level started from
  int depth = 0;
};
class ChangeReader {
 public:
  ChangeReader(const text::TextModel& model, const facts::FactTable& facts, const lexicon::Lexicon& lexicon);

  /// The figures of one sentence, each as what it is.
  [[nodiscard]] std::vector<SeenFigure> read(const Sentence& sentence);
  /// Start of the clause that `end` stands in, not before `floor`.
  [[nodiscard]] std::uint32_t clause_begin(std::uint32_t floor, std::uint32_t end) const;

 private:
  [[nodiscard]] std::string_view between(std::uint32_t begin, std::uint32_t end) const {
    return text_.substr(begin, end > begin ? end - begin : 0);
  }
  [[nodiscard]] text::Span change_word_before(std::uint32_t floor, std::uint32_t end, Direction& direction) const;
  [[nodiscard]] bool change_follows(std::uint32_t end) const;
  void classify_percent(const facts::Fact& fact, std::uint32_t floor, SeenFigure& seen) const;
  [[nodiscard]] bool restates(const facts::Fact& fact, std::uint32_t index, const Sentence& sentence,
                              std::string_view gap) const;
  void classify(const facts::Fact& fact, std::uint32_t floor, SeenFigure& seen) const;

  const text::TextModel& model_;
  const std::vector<facts::Fact>& facts_;
  const lexicon::Lexicon& lexicon_;
  std::string_view text_;
  lexicon::ClassId up_, down_, to_, filler_, rate_words_, compare_, prior_;
};

}  // namespace gouji::statement
