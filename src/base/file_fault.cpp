// SPDX-License-Identifier: Apache-2.0
#include "base/file_fault.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

#include "base/nearest_word.hpp"

namespace gouji {

Error error_of(const char* code, std::vector<FileFault> faults) {
  const auto key = [](const FileFault& fault) {
    return std::tie(fault.file, fault.mark.line, fault.mark.column, fault.text.zh);
  };
  const auto place = [](const FileFault& fault) { return std::tie(fault.file, fault.mark.line, fault.mark.column); };
  std::stable_sort(faults.begin(), faults.end(),
                   [&](const FileFault& a, const FileFault& b) { return place(a) < place(b); });
  faults.erase(std::unique(faults.begin(), faults.end(),
                           [&](const FileFault& a, const FileFault& b) { return key(a) == key(b); }),
               faults.end());
  Error error{code, {}, {"改正以上各处后再运行", "mend these and run again"}, {}};
  for (const FileFault& fault : faults) {
    const std::string where =
        fault.file + ":" + std::to_string(fault.mark.line) + ":" + std::to_string(fault.mark.column);
    if (error.where.empty()) error.where = where;
    const char* const gap = error.message.zh.empty() ? "" : "\n";
    error.message.zh += gap + where + ": " + fault.text.zh;
    error.message.en += gap + where + ": " + fault.text.en;
  }
  return error;
}

void FileFaults::add(FileMark mark, std::string zh, std::string en) const {
  out_.push_back({file_, mark, {std::move(zh), std::move(en)}});
}

void FileFaults::add_word(FileMark mark, const std::string& zh, const std::string& en, std::string_view word,
                          const std::vector<std::string>& valid) const {
  const Bilingual near = did_you_mean(word, valid);
  add(mark, zh + near.zh, en + near.en);
}

void FileFaults::add_kind(FileMark mark, std::string_view key, const Bilingual& wanted, const Bilingual& given) const {
  const std::string name(key);
  add(mark, name + " 应为" + wanted.zh + "，这里是" + given.zh,
      name + " must be " + wanted.en + ", here it is " + given.en);
}

void FileFaults::add_unknown_key(FileMark mark, const std::string& key, const std::vector<std::string>& known) const {
  if (std::find(known.begin(), known.end(), key) == known.end())
    add_word(mark, "没有 " + key + " 这个键", "unknown key " + key, key, known);
}

}  // namespace gouji
