// Two versions: what is fixed, remains, was changed, is new; which document is which.
// SPDX-License-Identifier: Apache-2.0
#include "gate/diff.hpp"

#include <utility>

#include "support/catch.hpp"

using namespace gouji;

namespace {

struct Item {
  std::string id;
  std::string kin;
  std::string heading;
  std::string rule = "total/headcount";
};

Outcome outcome(const std::string& path, const std::vector<Item>& items) {
  Outcome out;
  out.path = path;
  out.status = Status::checked;
  for (const Item& item : items) {
    Finding finding;
    finding.id = item.id;
    finding.kin = item.kin;
    finding.rule = item.rule;
    finding.evidence.emplace_back();
    finding.evidence.back().place.heading = item.heading;
    out.findings.push_back(std::move(finding));
  }
  return out;
}

/// "changed a>b, new c, fixed d".
std::string shown(const DocumentDiff& diff) {
  std::string out;
  for (const Change& change : diff.changes) {
    out += (out.empty() ? "" : ", ") + std::string(to_string(change.kind)) + ' ';
    out += change.before && change.after && change.before->id != change.after->id
               ? change.before->id + ">" + change.after->id
               : (change.after ? change.after : change.before)->id;
  }
  return out;
}

}  // namespace

TEST_CASE("what became of each finding") {
  struct Case {
    std::vector<Item> before;
    std::vector<Item> after;
    const char* wanted;
  };
  const std::vector<Case> cases{
      {{}, {}, ""},
      {{{"a", "k", "一"}}, {{"a", "k", "二"}}, "remains a"},                               // moved
      {{{"a", "k", "一"}}, {}, "fixed a"},                                                 //
      {{}, {{"a", "k", "一"}}, "new a"},                                                   //
      {{{"a", "k", "一"}}, {{"b", "k", "一"}}, "changed a>b"},                             //
      {{{"a", "k", "一"}}, {{"b", "k", "二"}}, "changed a>b"},                             // the only one of its kin
      {{{"a", "k", "一"}}, {{"b", "m", "一"}}, "new b, fixed a"},                          // another kin
      {{{"a", "k", "一"}, {"b", "k", "二"}}, {{"c", "k", "二"}}, "changed b>c, fixed a"},  // by heading
      {{{"a", "k", "一"}, {"b", "k", "二"}}, {{"c", "k", "三"}}, "new c, fixed a, fixed b"},
      {{{"a", "k", "一"}, {"b", "k", "一"}}, {{"c", "k", "一"}, {"d", "k", "一"}}, "changed a>c, changed b>d"},
      {{{"a", "k", "一"}, {"b", "k", "一"}}, {{"b", "k", "一"}, {"c", "k", "一"}}, "changed a>c, remains b"},
      {{{"a", "", "一"}}, {{"b", "", "一"}}, "new b, fixed a"},  // written before there was kin
  };
  for (const Case& one : cases) {
    const Outcome before = outcome("old.docx", one.before);
    const Outcome after = outcome("new.docx", one.after);
    CHECK(shown(gate::compare(&before, &after)) == one.wanted);
  }
}

TEST_CASE("nothing is called fixed that was not looked for") {
  const Outcome before = outcome("a.docx", {{"a", "k", "一"}});
  Outcome after = outcome("a.docx", {});
  after.rules_run = {"change/rate"};
  CHECK(shown(gate::compare(&before, &after)) == "not-judged a");
  after.rules_run = {"change/rate", "total/headcount"};
  CHECK(shown(gate::compare(&before, &after)) == "fixed a");
  after.status = Status::failed;
  after.error = Error{"encrypted", {"加密", "encrypted"}, {}, {}};
  const DocumentDiff failed = gate::compare(&before, &after);
  CHECK(failed.changes.empty());
  REQUIRE(failed.error.has_value());
  CHECK(failed.error->where == "a.docx");
}

TEST_CASE("a document that is gone fixes nothing; one that is new has new findings") {
  const Outcome one = outcome("a.docx", {{"a", "k", "一"}});
  CHECK(gate::compare(&one, nullptr).changes.empty());
  CHECK(shown(gate::compare(nullptr, &one)) == "new a");
}

TEST_CASE("which document is which") {
  const Outcome a = outcome("1/a", {{"a", "", ""}});
  const Outcome b = outcome("1/b", {{"b", "", ""}, {"c", "", ""}});
  const Outcome a2 = outcome("2/a", {});
  const Outcome renamed = outcome("2/乙", {{"c", "", ""}});
  const Outcome fresh = outcome("2/丙", {{"x", "", ""}});
  using Pairs = std::vector<std::pair<const Outcome*, const Outcome*>>;
  CHECK(gate::pair_versions({{"a", &a}}, {{"其他", &fresh}}) == Pairs{{&a, &fresh}});
  CHECK(gate::pair_versions({{"a", &a}, {"b", &b}}, {{"丙", &fresh}, {"乙", &renamed}, {"a", &a2}}) ==
        Pairs{{nullptr, &fresh}, {&b, &renamed}, {&a, &a2}});
  CHECK(gate::pair_versions({{"a", &a}, {"b", &b}}, {{"a", &a2}}) == Pairs{{&a, &a2}, {&b, nullptr}});
}
