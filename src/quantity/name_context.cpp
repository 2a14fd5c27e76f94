// Words that set a figure apart from the plain figure of its year.
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <set>

#include "base/utf8.hpp"
#include "facts/label.hpp"
#include "quantity/name.hpp"

namespace gouji::quantity {

std::string Namer::context_in(std::string_view stretch, const std::string& subject) const {
  std::string whole(stretch);
  if (const std::size_t at = subject.empty() ? std::string::npos : whole.rfind(subject); at != std::string::npos)
    whole.erase(at, subject.size());
  // most words rule their own clause, those of time and level all that follows
  const std::size_t clause_at = std::max(whole.rfind("，") + 1, whole.rfind("：") + 1);
  const std::string clause = whole.substr(std::min(clause_at, whole.size()));
  std::set<std::string> found;
  const auto collect = [&](lexicon::ClassId id, const std::string& text) {
    if (id == lexicon::kNoClass) return;
    for (const std::string& word : lexicon_.words(id)) {
      if (text.find(word) != std::string::npos && subject.find(word) == std::string::npos) found.insert(word);
    }
  };
  collect(apart_, clause);
  collect(span_, whole);
  collect(level_, whole);
  if (bearer_ != lexicon::kNoClass) {
    for (const std::string& word : lexicon_.words(bearer_)) {
      for (std::size_t at = whole.find(word); at != std::string::npos; at = whole.find(word, at + word.size())) {
        // the bearer with the two characters before it: enough to tell 双溪镇 from 青岩镇
        std::size_t begin = at;
        for (int i = 0; i < 2 && begin > 0; ++i) begin = utf8::previous(whole, begin);
        const std::string_view bearer = std::string_view(whole).substr(begin, at + word.size() - begin);
        if (bearer.size() > word.size() && bearer.substr(0, 3) != "我" && bearer.substr(0, 3) != "本" &&
            subject.find(bearer) == std::string::npos)
          found.insert(std::string(bearer));
      }
    }
  }
  std::string out;
  for (const std::string& word : found) out += (out.empty() ? "" : " ") + word;
  return out;
}

bool Namer::names_one_thing(const std::string& subject) const {
  if (is(known_, subject)) return true;
  if (joining_ != lexicon::kNoClass && lexicon_.contains(joining_, subject)) return false;
  if (level_ != lexicon::kNoClass && lexicon_.contains(level_, subject)) return false;
  return ends_like_topic(subject) || facts::suffix_of(lexicon_, project_end_, subject) > 0;
}

bool Namer::names_rate(const std::string& subject) const {
  if (joining_ != lexicon::kNoClass && lexicon_.contains(joining_, subject)) return false;
  return facts::suffix_of(lexicon_, rate_end_, subject) > 0;
}

bool Namer::ends_like_topic(const std::string& subject) const {
  return facts::suffix_of(lexicon_, topic_end_, subject) > 0;
}

}  // namespace gouji::quantity
