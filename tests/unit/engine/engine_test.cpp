// The engine over the project's own rules: quotes, places, ids, selection, failures.
// SPDX-License-Identifier: Apache-2.0
#include "gouji/engine.hpp"

#include <algorithm>

#include "base/utf8.hpp"
#include "support/catch.hpp"
#include "support/docx_builder.hpp"
#include "support/engine.hpp"
#include "support/golden.hpp"

using namespace gouji;

namespace {

constexpr const char* kWrong = "现有编制107名，其中行政编制38名，事业编制77名，工勤编制4名。";

Result<Engine> make(std::vector<std::string> select = {}) {
  EngineOptions options;
  options.rules_dir = test::source_root() + "/rules";
  options.select = std::move(select);
  return Engine::create(options);
}

const Engine& engine() { return test::shared_engine(); }

std::string code_points(const std::string& text, std::uint32_t start, std::uint32_t end) {
  std::string out;
  std::uint32_t index = 0;
  for (std::size_t at = 0; at < text.size(); at += utf8::length(text[at]), ++index) {
    if (index >= start && index < end) out += text.substr(at, utf8::length(text[at]));
  }
  return out;
}

}  // namespace

TEST_CASE("a quote is an exact stretch of the paragraph at its place") {
  const Outcome outcome = engine().check_plain("p", std::string("# 一、基本情况\n前言。\n") + kWrong);
  REQUIRE(outcome.status == Status::checked);
  REQUIRE(outcome.findings.size() == 1);
  for (const Evidence& evidence : outcome.findings[0].evidence) {
    CHECK(evidence.place.paragraph == 3u);
    CHECK(evidence.place.heading == "一、基本情况");
    CHECK(evidence.quote == code_points(kWrong, evidence.place.start, evidence.place.end));
    CHECK(evidence.mark_start < evidence.mark_end);
    CHECK(evidence.mark_end <= utf8::count(evidence.quote));
  }
  CHECK(outcome.coverage.paragraphs == 3);
  CHECK(outcome.coverage.relations.contradicted == 1);
}

TEST_CASE("plain text and the same text as .docx give the same findings") {
  const Outcome plain = engine().check_plain("p", kWrong);
  const Outcome docx = engine().check_bytes("p.docx", test::docx_from_plain(kWrong));
  REQUIRE(docx.status == Status::checked);
  REQUIRE(plain.findings.size() == docx.findings.size());
  CHECK(plain.findings[0].id == docx.findings[0].id);
  CHECK(docx.sha256.size() == 64);
}

TEST_CASE("the id survives moved text and another name, and differs for another fault") {
  const std::string id = engine().check_plain("a", kWrong).findings.at(0).id;
  CHECK(id.size() == 16);
  CHECK(engine().check_plain("b", std::string("前言。\n另一段。\n") + kWrong).findings.at(0).id == id);
  CHECK(engine().check_plain("a", "现有编制108名，其中行政编制38名，事业编制77名，工勤编制4名。").findings.at(0).id !=
        id);
}

TEST_CASE("the same fault twice has two ids") {
  const Outcome outcome = engine().check_plain("a", std::string(kWrong) + "\n" + kWrong);
  REQUIRE(outcome.findings.size() >= 2);
  CHECK(outcome.findings[0].id != outcome.findings[1].id);
}

TEST_CASE("selection by family, by rule, and of nothing that exists") {
  CHECK(make({"total"}).value().check_plain("a", kWrong).findings.size() == 1);
  CHECK(make({"date"}).value().check_plain("a", kWrong).findings.empty());
  const Result<Engine> unknown = make({"totl"});
  REQUIRE_FALSE(unknown.has_value());
  CHECK(unknown.error().code == "unknown-rule");
  CHECK(unknown.error().message.zh.find("total") != std::string::npos);
}

TEST_CASE("what cannot be read is an outcome, not an exception") {
  CHECK(engine().check_file("no/such/file.docx").error->code == "unreadable-file");
  CHECK(engine().check_file("~$x.docx").error->code == "lock-file");
  CHECK(engine().check_bytes("a.docx", "").error->code == "empty-file");
  CHECK(engine().check_bytes("a.docx", "hello").error->code == "not-zip");
  CHECK(engine().check_bytes("a.png", "hello").error->code == "unsupported-format");
  for (const Outcome& outcome : {engine().check_bytes("a.docx", "hello"), engine().check_file("~$x.docx")}) {
    CHECK(outcome.status == Status::failed);
    CHECK_FALSE(outcome.error->message.zh.empty());
    CHECK_FALSE(outcome.error->hint.zh.empty());
    CHECK(outcome.findings.empty());
  }
}

TEST_CASE("a document named otherwise is read all the same") {
  CHECK(engine().check_bytes("报告.doc", test::docx_from_plain(kWrong)).status == Status::checked);
}

TEST_CASE("text and Markdown are checked like a document") {
  const Outcome docx = engine().check_bytes("a.docx", test::docx_from_plain(kWrong));
  for (const char* name : {"a.txt", "a.md"}) {
    const Outcome outcome = engine().check_bytes(name, kWrong);
    REQUIRE(outcome.status == Status::checked);
    REQUIRE(outcome.findings.size() == 1);
    CHECK(outcome.findings[0].id == docx.findings[0].id);
  }
}
