// SPDX-License-Identifier: Apache-2.0
#include "gate/suppressions.hpp"

#include "support/catch.hpp"

using namespace gouji;
using gate::Suppressions;

namespace {

constexpr const char* kToday = "2026-11-25";

Outcome outcome() {
  Outcome out;
  out.status = Status::checked;
  for (const char* id : {"a1", "b2"}) {
    Finding finding;
    finding.id = id;
    finding.rule = id[0] == 'a' ? "total/headcount" : "totals/other";
    out.findings.push_back(finding);
  }
  return out;
}

Suppressions read(const std::string& text) {
  std::vector<toml::Fault> faults;
  Suppressions out = Suppressions::read("s.toml", text, faults);
  for (const toml::Fault& fault : faults) UNSCOPED_INFO(fault.text.en);
  REQUIRE(faults.empty());
  return out;
}

/// Which of the two findings an entry suppresses: "a", "b", "ab", "".
std::string suppressed(const std::string& entry, const std::string& path = "2024/甲.docx") {
  Suppressions suppressions = read("[[suppress]]\nreason = \"r\"\n" + entry);
  Outcome run = outcome();
  suppressions.apply(run, path, kToday);
  std::string out;
  for (const Finding& finding : run.findings) {
    if (finding.standing.kind == Standing::Kind::suppressed) out += finding.id[0];
  }
  return out;
}

std::string note_codes(const std::string& entry, const std::string& path, bool is_whole) {
  Suppressions suppressions = read("[[suppress]]\nreason = \"r\"\n" + entry);
  Outcome run = outcome();
  suppressions.apply(run, path, kToday);
  std::string out;
  for (const Note& note : suppressions.notes({"total/headcount", "totals/other"}, kToday, is_whole)) out += note.code;
  return out;
}

}  // namespace

TEST_CASE("entries suppress by id, rule, family and path") {
  CHECK(suppressed("id = \"a1\"") == "a");
  CHECK(suppressed("rule = \"total/headcount\"") == "a");
  CHECK(suppressed("rule = \"total\"") == "a");
  CHECK(suppressed("rule = \"totals\"") == "b");
  CHECK(suppressed("rule = \"tot\"").empty());
  CHECK(suppressed("id = \"a1\"\npath = \"2024/*.docx\"") == "a");
  CHECK(suppressed("id = \"a1\"\npath = \"2023/\"").empty());
  CHECK(suppressed("id = \"a1\"\npath = \"2024/\"") == "a");
}

TEST_CASE("an entry counts up to its day of expiry") {
  CHECK(suppressed("id = \"a1\"\nexpires = 2026-11-25") == "a");
  CHECK(suppressed("id = \"a1\"\nexpires = \"2026-11-25\"") == "a");
  CHECK(suppressed("id = \"a1\"\nexpires = 2026-11-24").empty());
  CHECK(note_codes("id = \"a1\"\nexpires = 2026-11-24", "a.docx", false) == "suppression-expired");
}

TEST_CASE("stale is said only when all that an entry could meet was checked") {
  CHECK(note_codes("id = \"x\"", "a.docx", false).empty());
  CHECK(note_codes("id = \"x\"", "a.docx", true) == "suppression-stale");
  CHECK(note_codes("id = \"x\"\npath = \"a.docx\"", "a.docx", false) == "suppression-stale");
  CHECK(note_codes("id = \"x\"\npath = \"b.docx\"", "a.docx", false).empty());
  CHECK(note_codes("id = \"x\"\npath = \"*.docx\"", "a.docx", false).empty());
  CHECK(note_codes("id = \"a1\"", "a.docx", true).empty());
  CHECK(note_codes("rule = \"total/headcuont\"", "a.docx", false) == "suppression-unknown-rule");
}

TEST_CASE("a finding keeps what its entry says") {
  Suppressions suppressions =
      read("# head\n[[suppress]]\nid = \"a1\"\nreason = \"口径不同\"\nowner = \"张三\"\nexpires = 2027-01-31\n");
  Outcome run = outcome();
  suppressions.apply(run, "a.docx", kToday);
  const Standing& standing = run.findings[0].standing;
  CHECK(standing.reason == "口径不同");
  CHECK(standing.owner == "张三");
  CHECK(standing.expires == "2027-01-31");
  CHECK(standing.source == "s.toml:2");
}

TEST_CASE("all faults of a file are told at once") {
  std::vector<toml::Fault> faults;
  (void)Suppressions::read("s.toml",
                           "[[suppress]]\nid = \"a\"\nreason = \" \"\n[[suppress]]\nreason = \"r\"\n[[suppress]]\nid = "
                           "\"a\"\nrule = \"b\"\nreason = \"r\"\n[[suppress]]\nid = \"a\"\nreasn = \"r\"\nreason = "
                           "\"r\"\nexpires = \"morgen\"\n",
                           faults);
  REQUIRE(faults.size() == 5);
  CHECK(faults[3].text.zh.find("reason") != std::string::npos);
}

TEST_CASE("an entry is called stale only where it was looked for") {
  const auto codes = [](const std::string& entry, std::vector<std::string> rules_run, Status status, bool is_narrowed) {
    Suppressions suppressions = read("[[suppress]]\nreason = \"r\"\n" + entry);
    Outcome run;
    run.status = status;
    run.rules_run = std::move(rules_run);
    suppressions.apply(run, "a.docx", kToday);
    std::string out;
    for (const Note& note : suppressions.notes({"total/headcount"}, kToday, true, is_narrowed)) out += note.code;
    return out;
  };
  CHECK(codes("rule = \"total\"", {"total/headcount"}, Status::checked, false) == "suppression-stale");
  CHECK(codes("rule = \"total\"", {"change/rate"}, Status::checked, true).empty());
  CHECK(codes("id = \"a1\"", {"total/headcount"}, Status::checked, false) == "suppression-stale");
  CHECK(codes("id = \"a1\"", {"total/headcount"}, Status::checked, true).empty());
  CHECK(codes("rule = \"total\"", {}, Status::failed, false).empty());
}
