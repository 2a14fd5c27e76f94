// Comments that ask to leave findings alone: what is read of them, where they hold, what is said of the others.
// SPDX-License-Identifier: Apache-2.0
#include "gate/ignore_comment.hpp"

#include <algorithm>
#include <initializer_list>

#include "gouji/engine.hpp"
#include "support/catch.hpp"
#include "support/docx_builder.hpp"
#include "support/engine.hpp"
#include "support/golden.hpp"

using namespace gouji;

namespace {

const std::vector<std::string> kNames{"change", "change/rate", "total", "total/headcount"};

const Engine& engine() { return test::shared_engine(); }

constexpr const char* kWrong = "现有编制107名，其中行政编制38名，事业编制77名，工勤编制4名。";

std::string comment(const char* text) {
  return "<w:comment w:id=\"7\" w:author=\"王\">" + test::paragraph_xml(text) + "</w:comment>";
}

Outcome judged(const std::string& body, const std::string& comments) {
  test::DocxBuilder builder;
  Outcome outcome = engine().check_bytes("a.docx", builder.body(body).comments(comments).bytes());
  gate::apply_comments(outcome, gate::rule_names(engine().rules()));
  return outcome;
}

std::string with(const std::string& before, const std::string& paragraph, const std::string& behind) {
  std::string out = paragraph;
  out.insert(out.find("<w:r>"), before);
  out.insert(out.rfind("</w:p>"), behind);
  return out;
}

const std::string kReference = "<w:r><w:commentReference w:id=\"7\"/></w:r>";
const std::string kStart = "<w:commentRangeStart w:id=\"7\"/>";
const std::string kEnd = "<w:commentRangeEnd w:id=\"7\"/>";

bool has_note(const Outcome& outcome, const std::string& code) {
  return std::any_of(outcome.notes.begin(), outcome.notes.end(), [&](const Note& note) { return note.code == code; });
}

Standing::Kind standing_of(const Outcome& outcome, const std::string& rule) {
  for (const Finding& finding : outcome.findings) {
    if (finding.rule == rule) return finding.standing.kind;
  }
  FAIL("no finding of " << rule);
  return Standing::Kind::open;
}

}  // namespace

TEST_CASE("what an ignore comment asks for") {
  struct Case {
    const char* text;
    std::vector<std::string> targets;
    bool is_all;
    const char* reason;
  };
  const std::vector<Case> cases{
      {"gouji:忽略 change/rate 已核对底稿", {"change/rate"}, false, "已核对底稿"},
      {"gouji: ignore change/rate checked by  hand", {"change/rate"}, false, "checked by hand"},
      {"ＧＯＵＪＩ：　忽略　change/rate　已核对", {"change/rate"}, false, "已核对"},
      {"勾稽：忽略 change/rate、total 理由", {"change/rate", "total"}, false, "理由"},
      {"gouji:忽略 change/rate， total/headcount，已核对", {"change/rate", "total/headcount"}, false, "已核对"},
      {"gouji:忽略 change/rate, see the ledger", {"change/rate"}, false, "see the ledger"},
      {"gouji:忽略 total/headcount已核对", {"total/headcount"}, false, "已核对"},
      {"gouji:忽略 本条 口径不同", {}, true, "口径不同"},
      {"gouji: ignore all different scope", {}, true, "different scope"},
      {"gouji:忽略 0123456789abcdef 理由", {"0123456789abcdef"}, false, "理由"},
      {"gouji:忽略 change/rate", {"change/rate"}, false, ""},
      {"gouji:忽略 change/rate 第一行\n第二行", {"change/rate"}, false, "第一行 第二行"},
      {"gouji:忽略 口径不同", {}, false, "口径不同"},
      {"gouji:忽略", {}, false, ""},
  };
  for (const Case& one : cases) {
    CAPTURE(one.text);
    const auto read = gate::parse_ignore_comment(one.text, kNames);
    REQUIRE(read.has_value());
    CHECK(read->targets == one.targets);
    CHECK(read->is_all == one.is_all);
    CHECK(read->reason == one.reason);
  }
  for (const char* other : {"", "请核对", "gouji 忽略 change/rate 理由", "gouji:看看", "见 gouji:忽略 a 理由"}) {
    CAPTURE(other);
    CHECK_FALSE(gate::parse_ignore_comment(other, kNames).has_value());
  }
}

TEST_CASE("a comment holds for the whole paragraph that it touches, and for no other") {
  const std::string wrong = test::paragraph_xml(kWrong);
  const std::string plain = test::paragraph_xml("全年接待群众若干。");
  const std::string ask = comment("gouji:忽略 total/headcount 含借调");
  for (const std::string& body : {with(kStart, wrong, kEnd + kReference) + plain,                // a range
                                  with("", wrong, kReference) + plain,                           // a point
                                  with(kStart, plain, "") + with("", wrong, kEnd + kReference),  // over two
                                  kStart + wrong + kEnd + with("", plain, kReference)}) {        // between paragraphs
    CAPTURE(body);
    const Outcome outcome = judged(body, ask);
    CHECK(standing_of(outcome, "total/headcount") == Standing::Kind::suppressed);
    CHECK(outcome.notes.empty());
  }
  const Outcome beside = judged(wrong + with(kStart, plain, kEnd + kReference), ask);
  CHECK(standing_of(beside, "total/headcount") == Standing::Kind::open);
  CHECK(has_note(beside, "ignore-comment-unused"));
  const Outcome nowhere = judged(wrong, ask);
  CHECK(standing_of(nowhere, "total/headcount") == Standing::Kind::open);
}

TEST_CASE("a comment in a cell holds for the cell") {
  const auto cell = [](const std::string& blocks) { return "<w:tc>" + blocks + "</w:tc>"; };
  const std::string wrong = test::paragraph_xml(kWrong);
  const std::string title = test::paragraph_xml("人员情况");
  const std::string marked = with(kStart, title, kEnd + kReference);
  const auto table = [&](const std::string& left, const std::string& right) {
    return "<w:tbl><w:tr>" + cell(left) + cell(right) + "</w:tr></w:tbl>" + test::paragraph_xml("完");
  };
  const std::string ask = comment("gouji:忽略 total 含借调");
  CHECK(standing_of(judged(table(title, marked + wrong), ask), "total/headcount") == Standing::Kind::suppressed);
  CHECK(standing_of(judged(table(marked, wrong), ask), "total/headcount") == Standing::Kind::open);
}

TEST_CASE("what is not honoured is said") {
  struct Case {
    const char* text;
    const char* note;
  };
  const std::string wrong = with(kStart, test::paragraph_xml(kWrong), kEnd + kReference);
  for (const Case& one :
       std::initializer_list<Case>{{"gouji:忽略 total/headcount", "ignore-comment-no-reason"},
                                   {"gouji:忽略 含借调人员", "ignore-comment-no-rule"},
                                   {"gouji:忽略 total/headcont 含借调", "ignore-comment-unknown-rule"},
                                   {"gouji:忽略 change/rate 含借调", "ignore-comment-unused"}}) {
    CAPTURE(one.text);
    const Outcome outcome = judged(wrong, comment(one.text));
    CHECK(standing_of(outcome, "total/headcount") == Standing::Kind::open);
    REQUIRE(outcome.notes.size() == 1);
    CHECK(outcome.notes[0].code == one.note);
  }
  const Outcome near = judged(wrong, comment("gouji:忽略 total/headcont 含借调"));
  CHECK(near.notes[0].message.zh.find("total/headcount") != std::string::npos);
}

TEST_CASE("reason and author stand in the finding; a rule that was not run leaves its comment unjudged") {
  const std::string wrong = with(kStart, test::paragraph_xml(kWrong), kEnd + kReference);
  Outcome outcome = judged(wrong, comment("gouji:忽略 本条 含借调"));
  const Standing& standing = outcome.findings.at(0).standing;
  CHECK(standing.kind == Standing::Kind::suppressed);
  CHECK(standing.reason == "含借调");
  CHECK(standing.owner == "王");
  CHECK(standing.source == "comment");

  EngineOptions options;
  options.select = {"change"};
  const Result<Engine> other = engine().reselect(options);
  REQUIRE(other.has_value());
  test::DocxBuilder builder;
  outcome =
      other.value().check_bytes("a.docx", builder.body(wrong).comments(comment("gouji:忽略 total 含借调")).bytes());
  gate::apply_comments(outcome, gate::rule_names(engine().rules()));
  CHECK(outcome.notes.empty());
}
