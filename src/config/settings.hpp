// What a configuration says, value by value, each with the place it comes from. Command lines, files and their
// [[override]] tables are all layers of this one form; a later layer goes over an earlier one.
// Thread rule: plain values.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "gouji/engine.hpp"

namespace gouji::config {

/// No file = the command line.
struct Origin {
  std::string file;
  std::uint32_t line = 0;
  std::uint32_t column = 0;
};

template <class T>
struct Setting {
  T value{};
  Origin origin;
};

using Word = Setting<std::string>;

/// A list is set as a whole, or not at all.
struct WordList {
  std::vector<Word> words;
  Origin origin;
};

struct SeverityOf {
  std::string name;  // rule or family
  SeverityChange change;
  Origin origin;
};

struct Layer {
  std::optional<WordList> select;
  std::vector<Word> extend_select;
  std::optional<WordList> ignore;
  std::vector<Word> extend_ignore;
  std::optional<Setting<bool>> with_low;
  std::optional<Word> profile;
  std::optional<Word> genre;
  std::vector<SeverityOf> severity;
  // of whole files only, not of [[override]]
  std::optional<Word> fail_on;
  std::optional<Word> format;
  std::optional<WordList> rules;    // paths, ready to open
  std::optional<WordList> exclude;  // patterns; `folder` is what they are relative to
  std::string exclude_folder;
  std::optional<Setting<bool>> no_external;
  std::vector<std::pair<Word, std::string>> limits;  // name with its place, value
};

/// Puts `upper` over `lower`: lists and words replace, extend-… and tables add. A select of its own takes away what
/// was selected below it, an ignore what was ignored.
void put_over(Layer& lower, const Layer& upper);

/// What the engine is to do for a document under this layer; what the layer is silent about stays as in `base`.
[[nodiscard]] EngineOptions engine_options(const Layer& layer, EngineOptions base);

}  // namespace gouji::config
