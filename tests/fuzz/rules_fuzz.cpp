// Any bytes as a rule, lexicon or profile file: faults or something that runs, at the expense of the document's budget.
// The first byte chooses which.
// SPDX-License-Identifier: Apache-2.0
#include "check/profile.hpp"
#include "docx/plain.hpp"
#include "engine/reading.hpp"
#include "fuzz/fuzz.hpp"
#include "rules/lexicon_loader.hpp"
#include "rules/profile_loader.hpp"
#include "rules/rule_loader.hpp"
#include "support/rules.hpp"

namespace {

using gouji::fuzz::must;

constexpr const char* kReport =
    "# 一、基本情况\n2023年收入120.00万元，比上年增加20.00万元，增长20%，其中：税收收入100万元，非税收入20万元。\n"
    "共有3个单位，分别是甲、乙、丙。根据财预〔2023〕1号文件，2023年5月1日开工，2023年4月1日竣工。\n"
    "| 项目 | 金额（万元） |\n| 基本支出 | 10 |\n| 项目支出 | 20 |\n| 合计 | 31 |\n";

void run(const gouji::rules::Rule& rule) {
  gouji::Limits limits;
  limits.match_bytes = 16 << 20;
  const gouji::Budget budget(limits);
  static const gouji::engine::Reading kReading =
      gouji::engine::read(gouji::docx::read_plain(kReport), gouji::tests::lexicon(), gouji::Budget({}));
  static const std::vector<gouji::check::Profile> kProfiles = [] {
    std::vector<gouji::yaml::Fault> faults;
    return gouji::rules::load_profiles({}, {}, faults);
  }();
  gouji::check::Sink sink(rule.id, rule.severity, rule.confidence, rule.title);
  rule.check->run(kReading.view(gouji::tests::lexicon(), kProfiles.front(), "", budget), sink);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  std::vector<gouji::yaml::Fault> faults;
  const gouji::rules::SourceFile file{"rules/fuzz/change/rate.yaml", "change/rate.yaml",
                                      std::string(gouji::fuzz::view_of(data + 1, size - 1))};
  switch (data[0] % 3) {
    case 0: {
      const auto rule = gouji::rules::load_rule(file, gouji::tests::lexicon(), faults);
      must(rule || !faults.empty(), "a file that gives no rule has a fault");
      if (rule && faults.empty()) run(*rule);
      break;
    }
    case 1: (void)gouji::rules::load_lexicon({file}, faults); break;
    default: must(!gouji::rules::load_profiles({file}, {"change", "change/rate"}, faults).empty(), "a profile"); break;
  }
  for (const gouji::yaml::Fault& fault : faults)
    must(!fault.text.zh.empty() && !fault.text.en.empty(), "a fault says what");
  return 0;
}
