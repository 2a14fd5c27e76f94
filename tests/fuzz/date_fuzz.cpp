// Any text read for dates and document numbers: what is found lies in the text, in order, and is a date of the calendar
// where it says so.
// SPDX-License-Identifier: Apache-2.0
#include "facts/date.hpp"

#include "base/utf8.hpp"
#include "facts/docnumber.hpp"
#include "fuzz/fuzz.hpp"
#include "text/passage.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using gouji::fuzz::must;
  const std::string text = gouji::text::fold(gouji::utf8::sanitize(gouji::fuzz::view_of(data, size)));
  std::vector<gouji::facts::DateMatch> dates;
  gouji::facts::find_dates(text, dates);
  std::uint32_t end = 0;
  for (const gouji::facts::DateMatch& date : dates) {
    must(date.span.begin >= end && date.span.begin < date.span.end && date.span.end <= text.size(), "dates in order");
    end = date.span.end;
  }
  std::vector<gouji::facts::DocnumberMatch> numbers;
  gouji::facts::find_docnumbers(text, numbers);
  end = 0;
  for (const gouji::facts::DocnumberMatch& number : numbers) {
    must(number.span.begin >= end && number.span.end <= text.size(), "document numbers in order");
    end = number.span.end;
  }
  return 0;
}
