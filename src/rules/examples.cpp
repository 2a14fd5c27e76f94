// SPDX-License-Identifier: Apache-2.0
#include "rules/examples.hpp"

#include "rules/faults.hpp"
#include "rules/files.hpp"

namespace gouji::rules {
namespace {

void read_list(const yaml::Node& root, const char* key, const FaultSink& sink, std::vector<Example>& out) {
  const yaml::Entry* entry = root.find(key);
  if (entry == nullptr) return sink.add(root.mark, std::string("缺少键 ") + key, std::string("missing key ") + key);
  if (!sink.expect(entry->value, yaml::Kind::list, key)) return;
  for (const yaml::Node& item : entry->value.items) {
    if (!sink.expect(item, yaml::Kind::scalar, key)) continue;
    if (item.text.find_first_not_of(" \n\t") == std::string::npos) {
      sink.add(item.mark, "空的例子", "empty example");
    } else {
      out.push_back({item.text, item.mark.line});
    }
  }
  if (entry->value.items.size() < kLeastExamples) {
    sink.add(entry->mark, std::string(key) + " 至少要三个例子", std::string(key) + " needs at least three examples");
  }
}

}  // namespace

Result<Examples> load_examples(const std::string& rule_file) {
  const std::string suffix = ".yaml";
  Examples examples;
  examples.file = rule_file.substr(0, rule_file.size() - suffix.size()) + kExamplesSuffix;
  const auto text = read_file(examples.file);
  if (!text) {
    return Error{"no-examples",
                 {"规则没有例子", "the rule has no examples"},
                 {"在规则旁边写 " + examples.file, "write " + examples.file + " beside the rule"},
                 examples.file};
  }
  std::vector<yaml::Fault> faults;
  const FaultSink sink(examples.file, faults);
  if (const auto root = yaml::parse(examples.file, *text, faults);
      root && sink.expect(*root, yaml::Kind::map, "YAML")) {
    sink.unknown_keys(*root, {"fire", "silent"});
    read_list(*root, "fire", sink, examples.fire);
    read_list(*root, "silent", sink, examples.silent);
  }
  if (!faults.empty()) return to_error(std::move(faults));
  return examples;
}

}  // namespace gouji::rules
