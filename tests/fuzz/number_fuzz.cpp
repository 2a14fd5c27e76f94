// Any text read for numbers, at every place of it: what matches lies in the text and starts where it was asked for.
// SPDX-License-Identifier: Apache-2.0
#include "facts/number.hpp"

#include "base/utf8.hpp"
#include "facts/fact.hpp"
#include "fuzz/fuzz.hpp"
#include "support/rules.hpp"
#include "text/passage.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using gouji::fuzz::must;
  const std::string text = gouji::text::fold(gouji::utf8::sanitize(gouji::fuzz::view_of(data, size)));
  const gouji::lexicon::Lexicon& lexicon = gouji::tests::lexicon();
  (void)gouji::facts::chinese_value(text);
  for (std::uint32_t at = 0; at < text.size(); at += static_cast<std::uint32_t>(gouji::utf8::length(text[at]))) {
    for (const auto& match :
         {gouji::facts::match_arabic(text, at, lexicon), gouji::facts::match_chinese(text, at, lexicon)}) {
      if (!match) continue;
      must(match->digits.begin >= at && match->digits.begin < match->digits.end, "digits stand at or behind the place");
      must(match->digits.end <= text.size() && match->end <= text.size(), "a number lies in the text");
    }
  }
  return 0;
}
