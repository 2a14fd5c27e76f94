// The grammar of document numbers: 财预〔2020〕10号, 令第738号, 公告2021年第5号, 国办发明电〔2020〕1号, GB/T 9704-2012.
// In: folded text. Out: matches in order, never overlapping.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "text/passage.hpp"

namespace gouji::facts {

struct DocnumberMatch {
  text::Span span;
  std::string canonical;  // 财预〔2020〕10号, whatever brackets are printed
  std::string issuer;     // 财预; empty when only the year and number stand there
  int year = 0;           // 0 = none (令第738号)
  int number = 0;
  bool has_number = false;
};

/// Appends.
void find_docnumbers(std::string_view folded, std::vector<DocnumberMatch>& out);

}  // namespace gouji::facts
