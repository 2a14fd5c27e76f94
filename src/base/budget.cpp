// SPDX-License-Identifier: Apache-2.0
#include "base/budget.hpp"

#include <string>

namespace gouji {
namespace {

constexpr std::uint64_t kClockEvery = 64 << 10;  // bytes matched: below a millisecond of work
constexpr std::uint64_t kCallCost = 64;          // a comparison of nothing is work too

const char* const kSplitZh = "；也可把文件拆分后再检查";
const char* const kSplitEn = ", or split the document";

Error limit_error(const char* code, Bilingual message, const std::string& name) {
  return {
      code,
      std::move(message),
      {"确属正常报告的，用 --limit " + name + "=… 放宽上限（gouji limits 显示现值）" + kSplitZh,
       "if it is a genuine report, raise the limit with --limit " + name + "=… (gouji limits shows them)" + kSplitEn},
      {}};
}

std::string mib(std::uint64_t bytes) {
  return bytes < 1 << 20 ? std::to_string(bytes) + " B" : std::to_string(bytes >> 20) + " MiB";
}

}  // namespace

Budget::Budget(const Limits& limits) : limits_(limits) { restart(); }

void Budget::restart() { deadline_ = std::chrono::steady_clock::now() + std::chrono::seconds(limits_.seconds); }

bool Budget::is_spent() const {
  if (spent_ == What::nothing && std::chrono::steady_clock::now() > deadline_) spent_ = What::time;
  return spent_ != What::nothing;
}

bool Budget::match(std::size_t bytes) const {
  if (spent_ != What::nothing) return false;
  matched_ += bytes + kCallCost;
  if (matched_ > limits_.match_bytes) spent_ = What::matching;
  if (matched_ - asked_at_ < kClockEvery) return spent_ == What::nothing;
  asked_at_ = matched_;
  return !is_spent();
}

bool Budget::take_memory(std::uint64_t bytes) const {
  memory_ += bytes;
  if (spent_ == What::nothing && memory_ > limits_.memory_bytes) spent_ = What::memory;
  return spent_ == What::nothing;
}

Error memory_error(const Limits& limits) {
  const std::string most = mib(limits.memory_bytes);
  return limit_error("memory-limit",
                     {"文件过大，读取所需内存超过上限 " + most, "the document needs more than " + most + " of memory"},
                     "memory");
}

Error Budget::reason() const {
  if (spent_ == What::memory) return memory_error(limits_);
  if (spent_ == What::matching) {
    return limit_error("match-limit",
                       {"与规则比对的文字量超过上限 " + mib(limits_.match_bytes),
                        "more than " + mib(limits_.match_bytes) + " of text to compare with the rules"},
                       "match-size");
  }
  const std::string seconds = std::to_string(limits_.seconds);
  return limit_error("time-limit", {"超过时限 " + seconds + " 秒", "it takes longer than " + seconds + " seconds"},
                     "time");
}

}  // namespace gouji
