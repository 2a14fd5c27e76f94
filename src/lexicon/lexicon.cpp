// SPDX-License-Identifier: Apache-2.0
#include "lexicon/lexicon.hpp"

#include <algorithm>

#include "base/utf8.hpp"

namespace gouji::lexicon {

void Lexicon::Trie::insert(std::string_view word, std::int32_t payload) {
  std::uint32_t node = 0;
  for (const char byte : word) {
    const auto key = static_cast<unsigned char>(byte);
    auto found = nodes[node].find(key);
    if (found == nodes[node].end()) {
      const auto next = static_cast<std::uint32_t>(nodes.size());
      nodes[node].emplace(key, next);
      nodes.emplace_back();
      value.push_back(-1);
      node = next;
    } else {
      node = found->second;
    }
  }
  value[node] = payload;
}

void Lexicon::Trie::finish() {
  first.fill(-1);
  for (const auto& [byte, node] : nodes[0]) first[byte] = static_cast<std::int32_t>(node);
}

std::int32_t Lexicon::Trie::longest(std::string_view text, std::size_t at, std::size_t& length) const {
  if (at >= text.size()) return -1;
  std::int32_t node = first[static_cast<unsigned char>(text[at])];
  std::int32_t best = -1;
  std::size_t here = at + 1;
  while (node >= 0) {
    const auto index = static_cast<std::size_t>(node);
    if (value[index] >= 0) {
      best = value[index];
      length = here - at;
    }
    if (here >= text.size()) break;
    const auto next = nodes[index].find(static_cast<unsigned char>(text[here]));
    if (next == nodes[index].end()) break;
    node = static_cast<std::int32_t>(next->second);
    ++here;
  }
  return best;
}

void Lexicon::add_unit(Unit unit) { units_.push_back(std::move(unit)); }

void Lexicon::add_word(std::string_view class_name, std::string_view word) {
  ClassId id = class_id(class_name);
  if (id == kNoClass) {
    id = static_cast<ClassId>(class_names_.size());
    class_names_.emplace_back(class_name);
    class_ids_.emplace(class_name, id);
    words_.emplace_back();
  }
  words_[id].emplace_back(word);
  auto& classes = classes_of_word_[std::string(word)];
  if (std::find(classes.begin(), classes.end(), id) == classes.end()) classes.push_back(id);
}

void Lexicon::finish() {
  for (std::size_t i = 0; i < units_.size(); ++i) unit_trie_.insert(units_[i].word, static_cast<std::int32_t>(i));
  for (const auto& [word, classes] : classes_of_word_) {
    word_trie_.insert(word, static_cast<std::int32_t>(payloads_.size()));
    payloads_.push_back(classes);
  }
  unit_trie_.finish();
  word_trie_.finish();
}

ClassId Lexicon::class_id(std::string_view name) const {
  const auto found = class_ids_.find(name);
  return found == class_ids_.end() ? kNoClass : found->second;
}

const Unit* Lexicon::unit_at(std::string_view text, std::size_t at) const {
  std::size_t length = 0;
  const std::int32_t index = unit_trie_.longest(text, at, length);
  return index < 0 ? nullptr : &units_[static_cast<std::size_t>(index)];
}

const Unit* Lexicon::unit(std::string_view word) const {
  const Unit* found = unit_at(word, 0);
  return found != nullptr && found->word.size() == word.size() ? found : nullptr;
}

void Lexicon::find_words(std::string_view text, std::vector<Hit>& out) const {
  for (std::size_t at = 0; at < text.size();) {
    std::size_t length = 0;
    const std::int32_t payload = word_trie_.longest(text, at, length);
    if (payload < 0) {
      at += utf8::length(text[at]);
      continue;
    }
    for (const ClassId id : payloads_[static_cast<std::size_t>(payload)]) {
      out.push_back({id, static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + length)});
    }
    at += length;
  }
}

bool Lexicon::contains(ClassId id, std::string_view text) const {
  if (id == kNoClass) return false;
  return std::any_of(words_[id].begin(), words_[id].end(),
                     [&](const std::string& word) { return text.find(word) != std::string_view::npos; });
}

}  // namespace gouji::lexicon
