// Faults of a TOML file, in words.
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <tuple>
#include <utility>

#include "base/nearest_word.hpp"
#include "toml/toml.hpp"

namespace gouji::toml {

void FaultSink::add_word(Mark mark, const std::string& zh, const std::string& en, std::string_view word,
                         const std::vector<std::string>& valid) const {
  const Bilingual near = did_you_mean(word, valid);
  add(mark, zh + near.zh, en + near.en);
}

bool FaultSink::expect(const Node& node, Kind kind, std::string_view key) const {
  if (node.kind == kind) return true;
  const std::string name(key);
  const Bilingual wanted = name_of(kind);
  const Bilingual given = name_of(node.kind);
  add(node.mark, name + " 应为" + wanted.zh + "，这里是" + given.zh,
      name + " must be " + wanted.en + ", here it is " + given.en);
  return false;
}

void FaultSink::unknown_keys(const Node& table, const std::vector<std::string>& known) const {
  for (const Entry& entry : table.entries) {
    if (std::find(known.begin(), known.end(), entry.key) != known.end()) continue;
    add_word(entry.mark, "没有 " + entry.key + " 这个键", "unknown key " + entry.key, entry.key, known);
  }
}

Error to_error(const char* code, std::vector<Fault> faults) {
  const auto key = [](const Fault& fault) {
    return std::tie(fault.file, fault.mark.line, fault.mark.column, fault.text.zh);
  };
  std::stable_sort(faults.begin(), faults.end(), [&](const Fault& a, const Fault& b) { return key(a) < key(b); });
  faults.erase(
      std::unique(faults.begin(), faults.end(), [&](const Fault& a, const Fault& b) { return key(a) == key(b); }),
      faults.end());
  Error error{code, {}, {"改正以上各处后再运行", "mend these and run again"}, {}};
  for (const Fault& fault : faults) {
    const std::string place =
        fault.file + ":" + std::to_string(fault.mark.line) + ":" + std::to_string(fault.mark.column);
    if (error.where.empty()) error.where = place;
    const char* const gap = error.message.zh.empty() ? "" : "\n";
    error.message.zh += gap + place + ": " + fault.text.zh;
    error.message.en += gap + place + ": " + fault.text.en;
  }
  return error;
}

}  // namespace gouji::toml
