// SPDX-License-Identifier: Apache-2.0
#include "check/param_words.hpp"

#include "base/nearest_word.hpp"

namespace gouji::check {

std::vector<lexicon::ClassId> word_classes(Params& params, std::string_view key) {
  std::vector<lexicon::ClassId> classes;
  const std::vector<std::string> names = params.texts(key);
  for (std::size_t i = 0; i < names.size(); ++i) {
    const lexicon::ClassId id = params.lexicon().class_id(names[i]);
    if (id == lexicon::kNoClass) {
      const Bilingual hint = did_you_mean(names[i], params.lexicon().class_names());
      params.fault(key, i, "没有词类 " + names[i] + hint.zh, "no word class " + names[i] + hint.en);
    }
    classes.push_back(id);
  }
  return classes;
}

}  // namespace gouji::check
