// SPDX-License-Identifier: Apache-2.0
#include "engine/batch.hpp"

#include <filesystem>

#include "gouji/engine.hpp"
#include "support/catch.hpp"
#include "support/docx_builder.hpp"
#include "support/engine.hpp"
#include "support/golden.hpp"

using namespace gouji;

TEST_CASE("outcomes come in input order for any number of jobs") {
  const Engine& engine = test::shared_engine();
  const std::filesystem::path folder = std::filesystem::temp_directory_path() / "gouji-batch-test";
  std::vector<std::string> paths;
  for (int i = 0; i < 17; ++i) {
    std::string text;
    for (int line = 0; line < (i % 4) * 100; ++line) text += "收入合计12.5万元，其中甲5万元，乙7.5万元。\n";
    paths.push_back((folder / (std::to_string(i) + ".docx")).string());
    if (i % 5 != 0) test::write_text(paths.back(), test::docx_from_plain(text + "结束。"));
  }
  for (const std::size_t jobs : {std::size_t{0}, std::size_t{1}, std::size_t{2}, std::size_t{8}, std::size_t{64}}) {
    std::vector<std::string> seen;
    std::size_t failed = 0;
    const auto check = [&](std::size_t index) { return engine.check_file(paths[index]); };
    engine::check_all(paths.size(), check, {jobs, {}}, [&](const Outcome& outcome) {
      seen.push_back(outcome.path);
      failed += outcome.status == Status::failed ? 1 : 0;
    });
    CHECK(seen == paths);
    CHECK(failed == 4);
  }
  engine::check_all(
      0, [](std::size_t) { return Outcome(); }, {}, [](const Outcome&) { FAIL("nothing to deliver"); });
  std::filesystem::remove_all(folder);
}
