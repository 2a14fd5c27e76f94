// Every format over the same awkward outcomes, against tests/golden/<format>/.
// SPDX-License-Identifier: Apache-2.0
#include "report/formats.hpp"

#include <regex>
#include <set>
#include <string>

#include "report/html_assets.hpp"

#include "support/awkward.hpp"
#include "support/catch.hpp"
#include "support/golden.hpp"

using namespace gouji;

namespace {

/// Style and script are files of their own and hashed as they are: a change of them changes no golden file.
std::string without_assets(std::string out) {
  for (const std::string_view asset : {report::report_css(), report::report_js()}) {
    const std::size_t at = out.find(asset);
    if (at != std::string::npos) out.replace(at, asset.size(), "…");
  }
  return std::regex_replace(out, std::regex("'sha256-[A-Za-z0-9+/=]*'"), "'sha256-…'");
}

std::string render(const report::Format& format, Language language, report::Color color,
                   const std::vector<Outcome>& outcomes) {
  report::ReportOptions options{"1.2.3", std::string(64, 'f'), language, color};
  options.rules = {{"change/rate",
                    "change",
                    {"增减幅与增减额、基数不符", "Rate of change does not follow"},
                    {"增减额 ÷ 基数 = 增减幅", "change ÷ base = rate"},
                    {"按印出的位数", "as printed"},
                    {"改增减幅 <或> 增减额", "mend <one> of them"},
                    "practice",
                    Severity::error,
                    Confidence::high}};
  const auto reporter = format.make(options);
  std::string out = reporter->open();
  for (const Outcome& outcome : outcomes) out += reporter->document(outcome);
  out += reporter->close(outcomes.empty() ? std::vector<Note>() : test::awkward_notes());
  CHECK_FALSE(reporter->has_failed());
  return without_assets(out);
}

void expect_golden(const std::string& name, const std::string& actual) {
  const auto difference = test::compare_golden(test::source_root() + "/tests/golden/" + name, actual);
  INFO(difference.value_or(""));
  CHECK_FALSE(difference.has_value());
}

}  // namespace

TEST_CASE("every format prints the awkward outcomes as its golden files say") {
  REQUIRE(report::formats().size() >= 2);
  for (const report::Format& format : report::formats()) {
    if (format.is_binary) continue;
    const std::string folder = std::string(format.name) + "/";
    expect_golden(folder + "zh", render(format, Language::zh, report::Color::off, test::awkward_outcomes()));
    expect_golden(folder + "en", render(format, Language::en, report::Color::off, test::awkward_outcomes()));
    expect_golden(folder + "none", render(format, Language::zh, report::Color::off, {}));
  }
  expect_golden("text/colour",
                render(*report::find_format("text"), Language::zh, report::Color::on, test::awkward_outcomes()));
}

TEST_CASE("formats are found by name, sorted and unique") {
  std::set<std::string_view> names;
  std::string_view before;
  for (const report::Format& format : report::formats()) {
    CHECK(before < format.name);
    before = format.name;
    CHECK(names.insert(format.name).second);
    CHECK(report::find_format(format.name) == &format);
  }
  CHECK(report::find_format("jsn") == nullptr);
}

TEST_CASE("no control or direction character of a document reaches the terminal") {
  const std::string out =
      render(*report::find_format("text"), Language::zh, report::Color::off, test::awkward_outcomes());
  CHECK(out.find('\x1b') == std::string::npos);
  CHECK(out.find('\t') == std::string::npos);
  CHECK(out.find("\xE2\x80\xAE") == std::string::npos);
}

TEST_CASE("a clean document is never praised without its coverage") {
  const std::string out =
      render(*report::find_format("text"), Language::zh, report::Color::off, test::awkward_outcomes());
  const std::size_t at = out.find("没有发现矛盾");
  REQUIRE(at != std::string::npos);
  CHECK(out.find("没有发现矛盾；核对关系 4 条（相符 3，不符 0，尾差 1，无法比较 2）") == at);
}
