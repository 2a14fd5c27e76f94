// SPDX-License-Identifier: Apache-2.0
#include "gate/baseline.hpp"

#include "support/catch.hpp"

using namespace gouji;
using gate::Baseline;

namespace {

Outcome outcome(std::initializer_list<const char*> ids) {
  Outcome out;
  out.status = Status::checked;
  for (const char* id : ids) {
    Finding finding;
    finding.id = id;
    finding.rule = "total/headcount";
    finding.severity = Severity::error;
    finding.message = {"分项之和\"不符\"", "parts"};
    out.findings.push_back(finding);
  }
  return out;
}

bool all_exist(const std::string&) { return true; }
bool none_exists(const std::string&) { return false; }

std::size_t known(const Outcome& outcome) {
  std::size_t count = 0;
  for (const Finding& finding : outcome.findings) count += finding.standing.kind == Standing::Kind::known ? 1 : 0;
  return count;
}

Baseline baseline_of(std::initializer_list<std::pair<const char*, const char*>> items) {
  Baseline empty;
  for (const auto& [id, path] : items) {
    Outcome each = outcome({id});
    empty.apply(each, path, all_exist);
  }
  return empty.updated();
}

}  // namespace

TEST_CASE("a baseline is the same after it was written and read") {
  const Baseline baseline = baseline_of({{"a1", "甲/a.docx"}, {"b2", "b.docx"}, {"a1", "c.docx"}});
  CHECK(baseline.size() == 3);
  const Result<Baseline> again = Baseline::parse(baseline.print(), "x");
  REQUIRE(again.has_value());
  CHECK(again.value().print() == baseline.print());
}

TEST_CASE("known findings are known, others new, and all were compared") {
  Baseline baseline = baseline_of({{"a1", "a.docx"}});
  Outcome run = outcome({"a1", "n1"});
  baseline.apply(run, "a.docx", all_exist);
  CHECK(run.findings[0].standing.kind == Standing::Kind::known);
  CHECK(run.findings[1].standing.kind == Standing::Kind::open);
  CHECK(run.findings[1].standing.is_compared);
  CHECK(baseline.stale() == 0);
}

TEST_CASE("a renamed document keeps its findings, a copy does not") {
  Baseline renamed = baseline_of({{"a1", "a.docx"}});
  Outcome run = outcome({"a1"});
  renamed.apply(run, "b.docx", none_exists);
  CHECK(known(run) == 1);
  CHECK(renamed.updated().print().find("a.docx") == std::string::npos);

  Baseline copied = baseline_of({{"a1", "a.docx"}});
  Outcome copy = outcome({"a1"});
  copied.apply(copy, "b.docx", all_exist);
  CHECK(known(copy) == 0);

  // one that is gone stands for one document only
  Baseline twice = baseline_of({{"a1", "a.docx"}});
  Outcome first = outcome({"a1"});
  Outcome second = outcome({"a1"});
  twice.apply(first, "b.docx", none_exists);
  twice.apply(second, "c.docx", none_exists);
  CHECK(known(first) + known(second) == 1);
}

TEST_CASE("documents that were not checked keep their entries") {
  Baseline baseline = baseline_of({{"a1", "a.docx"}, {"b1", "b.docx"}});
  Outcome run = outcome({});
  baseline.apply(run, "a.docx", all_exist);
  CHECK(baseline.stale() == 1);
  CHECK(baseline.pruned().size() == 1);
  CHECK(baseline.updated().size() == 1);

  Baseline unread = baseline_of({{"a1", "a.docx"}});
  Outcome failed;
  unread.apply(failed, "a.docx", all_exist);
  CHECK(unread.stale() == 0);
  CHECK(unread.updated().size() == 1);
}

TEST_CASE("pruning never adds, updating does") {
  Baseline baseline = baseline_of({{"a1", "a.docx"}});
  Outcome run = outcome({"n1"});
  baseline.apply(run, "a.docx", all_exist);
  CHECK(baseline.pruned().size() == 0);
  CHECK(baseline.updated().size() == 1);
}

TEST_CASE("suppressed findings stay suppressed") {
  Baseline baseline = baseline_of({{"a1", "a.docx"}});
  Outcome run = outcome({"a1"});
  run.findings[0].standing.kind = Standing::Kind::suppressed;
  baseline.apply(run, "a.docx", all_exist);
  CHECK(run.findings[0].standing.kind == Standing::Kind::suppressed);
  CHECK(baseline.stale() == 0);
}

TEST_CASE("a faulty baseline says what is wrong") {
  for (const char* text : {"", "[", "{\"schema\": \"other\"}", "{\"schema\": \"gouji.baseline/1\"}",
                           "{\"schema\": \"gouji.baseline/1\", \"findings\": [{\"id\": \"a\"}]}"}) {
    const Result<Baseline> baseline = Baseline::parse(text, "b.json");
    REQUIRE_FALSE(baseline.has_value());
    CHECK(baseline.error().code == "bad-baseline");
    CHECK(baseline.error().where.substr(0, 6) == "b.json");
  }
}

TEST_CASE("an entry whose rule was not run is neither stale nor taken out") {
  Baseline baseline = baseline_of({{"a", "a.docx"}, {"b", "a.docx"}});
  Outcome narrowed = outcome({});
  narrowed.rules_run = {"change/rate"};
  baseline.apply(narrowed, "a.docx", all_exist);
  CHECK(baseline.stale() == 0);
  CHECK(baseline.pruned().size() == 2);
  CHECK(baseline.updated().size() == 2);
  Outcome whole = outcome({"a"});
  whole.rules_run = {"change/rate", "total/headcount"};
  Baseline again = baseline_of({{"a", "a.docx"}, {"b", "a.docx"}});
  again.apply(whole, "a.docx", all_exist);
  CHECK(again.stale() == 1);
  CHECK(again.pruned().size() == 1);
}
