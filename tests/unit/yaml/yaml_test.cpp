// SPDX-License-Identifier: Apache-2.0
#include "yaml/yaml.hpp"

#include "support/catch.hpp"

namespace yaml = gouji::yaml;

namespace {

std::string fault_of(const std::string& text) {
  std::vector<yaml::Fault> faults;
  (void)yaml::parse("f.yaml", text, faults);
  return faults.empty() ? std::string()
                        : std::to_string(faults[0].mark.line) + ":" + std::to_string(faults[0].mark.column) + " " +
                              faults[0].text.en;
}

}  // namespace

TEST_CASE("keys keep their order and their places") {
  std::vector<yaml::Fault> faults;
  const auto root = yaml::parse("f.yaml", "b: 一\na: [x, \"\"]\n", faults);
  REQUIRE(root);
  REQUIRE(faults.empty());
  REQUIRE(root->entries.size() == 2);
  CHECK(root->entries[0].key == "b");
  CHECK(root->entries[1].mark.line == 2);
  REQUIRE(root->find("a")->value.items.size() == 2);
  CHECK(root->find("a")->value.items[1].mark.column == 8);
  CHECK_FALSE(root->find("a")->value.items[1].is_empty_scalar());
}

TEST_CASE("what is no plain data is refused with its place") {
  CHECK(fault_of("a: 1\nb: 2\na: 3\n") == "3:1 duplicate key a");
  CHECK(fault_of("a: &x 1\n").rfind("1:4 anchors", 0) == 0);
  CHECK(fault_of("a: 1\nb: *x\n").rfind("2:4 anchors", 0) == 0);
  CHECK(fault_of("a: !!str 1\n").rfind("1:4 anchors", 0) == 0);
  CHECK(fault_of("a: 1\n---\nb: 2\n").find("one YAML document") != std::string::npos);
  CHECK(fault_of("a: [1\n").find("YAML syntax") != std::string::npos);
  CHECK(fault_of("") == "1:1 the file is empty");
  CHECK(fault_of(std::string(100, '[')).find("too deep") != std::string::npos);
  CHECK(fault_of(std::string(yaml::kMaxBytes + 1, 'x')).find("larger than 1 MiB") != std::string::npos);
}
