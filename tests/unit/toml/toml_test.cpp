// Every value keeps its place; whatever is wrong is told with it.
// SPDX-License-Identifier: Apache-2.0
#include "toml/toml.hpp"

#include "support/catch.hpp"

namespace toml = gouji::toml;

namespace {

std::string first_fault(const std::string& text) {
  std::vector<toml::Fault> faults;
  CHECK_FALSE(toml::parse("f.toml", text, faults).has_value());
  return gouji::error_of("x", faults).message.en;
}

}  // namespace

TEST_CASE("a tree in the order of the file, with line and column in characters") {
  std::vector<toml::Fault> faults;
  const auto root = toml::parse("f.toml",
                                "zeta = true\n\"中文键\" = ['总数', 7]\nday = 2027-01-31\n[alpha]\n'a/b' = \"x\"\n"
                                "[[many]]\nn = 1\n[[many]]\nn = 2\nf = 1.5\n",
                                faults);
  REQUIRE(root.has_value());
  REQUIRE(root->entries.size() == 5);
  CHECK(root->entries[0].key == "zeta");
  CHECK(root->entries[0].value.truth);
  const toml::Entry& list = root->entries[1];
  CHECK(list.key == "中文键");
  CHECK(list.mark.line == 2);
  CHECK(list.value.mark.column == 9);
  REQUIRE(list.value.items.size() == 2);
  CHECK(list.value.items[0].text == "总数");
  CHECK(list.value.items[1].number == 7);
  CHECK(list.value.items[1].mark.column == 16);
  CHECK(root->find("day")->value.text == "2027-01-31");
  CHECK(root->find("day")->value.kind == toml::Kind::date);
  CHECK(root->find("alpha")->value.find("a/b")->mark.line == 5);
  REQUIRE(root->find("many")->value.items.size() == 2);
  CHECK(root->find("many")->value.items[1].find("n")->value.number == 2);
  CHECK(root->find("many")->value.items[1].find("f")->value.kind == toml::Kind::other);
  CHECK(root->find("none") == nullptr);
}

TEST_CASE("text that is no TOML is told with its place") {
  CHECK(first_fault("a = 1\na = 2\n").find("f.toml:2:") == 0);
  CHECK(first_fault("a = 1\n\nb = yes\n").find("f.toml:3:") == 0);
  CHECK(first_fault("a = [1\n").find("f.toml:") == 0);
  CHECK(first_fault("a = \"\xff\"\n").find("f.toml:1:") == 0);
  CHECK(first_fault(std::string(toml::kMaxBytes + 1, '#')) == "f.toml:1:1: the file is larger than 1 MB");
  CHECK(first_fault("a = " + std::string(4000, '[')).find("f.toml:1:") == 0);
}

TEST_CASE("faults are sorted, told once, with the nearest word") {
  std::vector<toml::Fault> faults;
  const toml::FaultSink sink("f.toml", faults);
  const auto root = toml::parse("f.toml", "selct = 1\nignore = 'x'\n", faults);
  REQUIRE(root.has_value());
  CHECK_FALSE(sink.expect(root->find("ignore")->value, toml::Kind::list, "ignore"));
  sink.unknown_keys(*root, {"select", "ignore"});
  sink.unknown_keys(*root, {"select", "ignore"});
  const gouji::Error error = gouji::error_of("bad-config", faults);
  CHECK(error.message.en ==
        "f.toml:1:1: unknown key selct (did you mean select?)\n"
        "f.toml:2:10: ignore must be a list, here it is a string");
  CHECK(error.message.zh ==
        "f.toml:1:1: 没有 selct 这个键，是不是想写 select？\nf.toml:2:10: ignore 应为列表，这里是字符串");
  CHECK(error.where == "f.toml:1:1");
}
