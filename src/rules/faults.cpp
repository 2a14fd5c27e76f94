// SPDX-License-Identifier: Apache-2.0
#include "rules/faults.hpp"

#include <algorithm>
#include <tuple>

#include "base/nearest_word.hpp"

namespace gouji::rules {
Error to_error(std::vector<yaml::Fault> faults) {
  std::stable_sort(faults.begin(), faults.end(), [](const yaml::Fault& a, const yaml::Fault& b) {
    return std::tie(a.file, a.mark.line, a.mark.column) < std::tie(b.file, b.mark.line, b.mark.column);
  });
  faults.erase(std::unique(faults.begin(), faults.end(),
                           [](const yaml::Fault& a, const yaml::Fault& b) {
                             return std::tie(a.file, a.mark.line, a.mark.column, a.zh) ==
                                    std::tie(b.file, b.mark.line, b.mark.column, b.zh);
                           }),
               faults.end());
  Error error{"bad-rules", {}, {"改正以上各处后再运行", "mend these and run again"}, {}};
  for (const yaml::Fault& fault : faults) {
    const std::string place =
        fault.file + ":" + std::to_string(fault.mark.line) + ":" + std::to_string(fault.mark.column);
    if (error.where.empty()) error.where = place;
    if (!error.message.zh.empty()) {
      error.message.zh += '\n';
      error.message.en += '\n';
    }
    error.message.zh += place + ": " + fault.zh;
    error.message.en += place + ": " + fault.en;
  }
  return error;
}

void FaultSink::add(yaml::Mark mark, std::string zh, std::string en) const {
  out_.push_back({file_, mark, std::move(zh), std::move(en)});
}

void FaultSink::add_word(yaml::Mark mark, const std::string& zh, const std::string& en, std::string_view word,
                         const std::vector<std::string>& valid) const {
  const Bilingual hint = did_you_mean(word, valid);
  add(mark, zh + hint.zh, en + hint.en);
}

bool FaultSink::expect(const yaml::Node& node, yaml::Kind kind, std::string_view key) const {
  if (node.kind == kind) return true;
  const std::string name(key);
  add(node.mark, name + " 应为" + yaml::to_zh(kind) + "，这里是" + yaml::to_zh(node.kind),
      name + " must be " + yaml::to_en(kind) + ", here it is " + yaml::to_en(node.kind));
  return false;
}

void FaultSink::unknown_keys(const yaml::Node& map, const std::vector<std::string>& known) const {
  for (const yaml::Entry& entry : map.entries) {
    if (std::find(known.begin(), known.end(), entry.key) != known.end()) continue;
    add_word(entry.mark, "没有 " + entry.key + " 这个键", "unknown key " + entry.key, entry.key, known);
  }
}

}  // namespace gouji::rules
