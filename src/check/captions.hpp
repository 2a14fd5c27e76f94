// Numbered tables, figures, attachments and parts: where they stand, and where the text points to them.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "check/check.hpp"

namespace gouji::check {

struct Caption {
  std::string kind;  // 表, 图, 附件, 附表, 部分
  int number = 0;
  std::uint32_t passage = 0;
  text::Span span;
  bool is_continued = false;  // 续表
};

/// What carries a number of its own, in reading order; entries of a list of attachments included.
[[nodiscard]] std::vector<Caption> captions_of(const DocumentView& view);

/// Kind «missing_target»: 见表3, 详见附件2 point to something that is there. unless: expressions on the clause.
[[nodiscard]] std::unique_ptr<Check> make_missing_target(Params& params);
/// Kind «caption_sequence»: tables, figures and attachments are numbered 1, 2, 3…, each number once. No keys.
[[nodiscard]] std::unique_ptr<Check> make_caption_sequence(Params& params);

}  // namespace gouji::check
