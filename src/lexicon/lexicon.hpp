// Vocabulary as data: units and word classes from rules/lexicon/, matched leftmost-longest in one pass.
// In: filled by rules/lexicon_loader. Immutable afterwards; shared by all threads.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/rational.hpp"

namespace gouji::lexicon {

enum class UnitKind { money, count, percent, points, permille, multiple, duration, measure };

/// 万元 = {money, 10000, "元"}; 人次 = {count, 1, "人次"}; 万亩 = {measure, 10000, "亩"}; 公里 = {measure, 1000, "米"}.
struct Unit {
  std::string word;
  UnitKind kind = UnitKind::count;
  Rational scale = 1;
  std::string base;
};

using ClassId = std::uint16_t;
inline constexpr ClassId kNoClass = 0xFFFF;

/// One word found in a text. A word of several classes gives several hits over the same bytes.
struct Hit {
  ClassId word_class = kNoClass;
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};

class Lexicon {
 public:
  void add_unit(Unit unit);
  void add_word(std::string_view class_name, std::string_view word);
  /// Call once after the last add_…: builds the tries.
  void finish();

  [[nodiscard]] ClassId class_id(std::string_view name) const;  // kNoClass when there is none
  [[nodiscard]] const std::vector<std::string>& class_names() const { return class_names_; }
  [[nodiscard]] const std::vector<std::string>& words(ClassId id) const { return words_[id]; }
  [[nodiscard]] bool has_class(std::string_view name) const { return class_id(name) != kNoClass; }
  [[nodiscard]] const std::vector<Unit>& units() const { return units_; }

  /// The longest unit that starts at `at`, or nullptr. (Word characters behind it are the caller's concern.)
  [[nodiscard]] const Unit* unit_at(std::string_view text, std::size_t at) const;
  [[nodiscard]] const Unit* unit(std::string_view word) const;
  /// Leftmost-longest words of all classes over the whole text, in order.
  void find_words(std::string_view text, std::vector<Hit>& out) const;
  /// Does the text contain a word of this class anywhere (substring, not tokenised)?
  [[nodiscard]] bool contains(ClassId id, std::string_view text) const;
  /// The same by the name of the class; false when there is none of that name.
  [[nodiscard]] bool contains(std::string_view class_name, std::string_view text) const {
    const ClassId id = class_id(class_name);
    return id != kNoClass && contains(id, text);
  }

 private:
  struct Trie {
    std::vector<std::map<unsigned char, std::uint32_t>> nodes{1};
    std::vector<std::int32_t> value{-1};
    std::array<std::int32_t, 256> first{};
    void insert(std::string_view word, std::int32_t payload);
    void finish();
    /// Longest match at `at`: payload and length, or -1.
    [[nodiscard]] std::int32_t longest(std::string_view text, std::size_t at, std::size_t& length) const;
  };

  std::vector<Unit> units_;
  std::vector<std::string> class_names_;
  std::map<std::string, ClassId, std::less<>> class_ids_;
  std::vector<std::vector<std::string>> words_;
  std::map<std::string, std::vector<ClassId>, std::less<>> classes_of_word_;
  std::vector<std::vector<ClassId>> payloads_;
  Trie unit_trie_;
  Trie word_trie_;
};

}  // namespace gouji::lexicon
