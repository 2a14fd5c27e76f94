// SPDX-License-Identifier: Apache-2.0
#include "report/html_marks.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

#include "base/utf8.hpp"
#include "report/escape.hpp"

namespace gouji::report {
namespace {

// A hostile document may have thousands of findings quote one paragraph: without a bound the report grows by the
// square.
constexpr std::size_t kMostOnOneStretch = 64;

struct Cover {
  const MarkedSpan* span = nullptr;
  bool is_decisive = false;
};

/// Byte offset of each wanted code point; `wanted` is sorted, and what lies beyond the end is the end.
std::vector<std::size_t> byte_offsets(const std::string& text, const std::vector<std::uint32_t>& wanted) {
  std::vector<std::size_t> out;
  out.reserve(wanted.size());
  std::size_t at = 0;
  std::uint32_t index = 0;
  for (const std::uint32_t position : wanted) {
    for (; index < position && at < text.size(); ++index) at = std::min(at + utf8::length(text[at]), text.size());
    out.push_back(at);
  }
  return out;
}

void clamp(MarkedSpan& span, std::uint32_t size) {
  span.start = std::min(span.start, size);
  span.end = std::clamp(span.end, span.start, size);
  span.mark_start = std::clamp(span.mark_start, span.start, span.end);
  span.mark_end = std::clamp(span.mark_end, span.mark_start, span.end);
}

std::vector<std::uint32_t> boundaries_of(const std::vector<MarkedSpan>& spans, std::uint32_t size) {
  std::vector<std::uint32_t> out{0, size};
  for (const MarkedSpan& span : spans) out.insert(out.end(), {span.start, span.mark_start, span.mark_end, span.end});
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

char letter_of(const MarkedSpan& span) {
  if (!span.is_open) return 'x';
  return span.severity == Severity::error ? 'e' : span.severity == Severity::warning ? 'w' : 'i';
}

/// What weighs most first: open, decisive, severe.
bool weighs_more(const Cover& a, const Cover& b) {
  if (a.span->is_open != b.span->is_open) return a.span->is_open;
  if (a.is_decisive != b.is_decisive) return a.is_decisive;
  return a.span->severity > b.span->severity;
}

std::string link(const MarkedSpan& span, const std::string& document, Language language) {
  return fmt::format(
      "<a class=\"n {}\" id=\"{}f{}e{}\" href=\"#{}f{}\" data-n=\"{}\" data-k=\"{}\" aria-label=\"{}\"></a>",
      letter_of(span), document, span.finding, span.evidence, document, span.finding, span.finding,
      circled(span.evidence),
      language == Language::zh ? fmt::format("问题 {}，位置 {}", span.finding, span.evidence)
                               : fmt::format("finding {}, place {}", span.finding, span.evidence));
}

std::string open_mark(std::vector<Cover>& covers) {
  std::stable_sort(covers.begin(), covers.end(), weighs_more);
  if (covers.size() > kMostOnOneStretch) covers.resize(kMostOnOneStretch);
  std::string out = "<mark class=\"";
  out += letter_of(*covers.front().span);
  if (covers.front().is_decisive) out += " s";
  out += "\" data-f=\"";
  for (std::size_t index = 0; index < covers.size(); ++index) {
    const Cover& cover = covers[index];
    out += fmt::format("{}{}.{}{}", index == 0 ? "" : " ", cover.span->finding, cover.span->evidence,
                       cover.is_decisive ? "!" : "");
  }
  return out + "\">";
}

}  // namespace

std::string marked_html(const std::string& text, std::vector<MarkedSpan> spans, const std::string& document,
                        Language language) {
  if (spans.empty()) return escape_xml(text);
  const std::uint32_t size = utf8::count(text);
  for (MarkedSpan& span : spans) clamp(span, size);
  std::stable_sort(spans.begin(), spans.end(), [](const MarkedSpan& a, const MarkedSpan& b) {
    return std::tie(a.start, a.finding, a.evidence) < std::tie(b.start, b.finding, b.evidence);
  });
  const std::vector<std::uint32_t> boundaries = boundaries_of(spans, size);
  const std::vector<std::size_t> offsets = byte_offsets(text, boundaries);

  std::string out;
  std::vector<const MarkedSpan*> active;
  std::size_t next = 0;
  for (std::size_t index = 0; index < boundaries.size(); ++index) {
    const std::uint32_t from = boundaries[index];
    std::erase_if(active, [&](const MarkedSpan* span) { return span->end <= from; });
    std::string links;
    for (; next < spans.size() && spans[next].start == from; ++next) {
      links += link(spans[next], document, language);
      if (spans[next].end > from) active.push_back(&spans[next]);
    }
    const std::size_t end = index + 1 < offsets.size() ? offsets[index + 1] : text.size();
    const std::string stretch = escape_xml(text.substr(offsets[index], end - offsets[index]));
    if (active.empty()) {
      out += links + stretch;
      continue;
    }
    std::vector<Cover> covers;
    covers.reserve(active.size());
    for (const MarkedSpan* span : active) covers.push_back({span, span->mark_start <= from && from < span->mark_end});
    out += open_mark(covers) + links + stretch + "</mark>";
  }
  return out;
}

std::string circled(std::uint32_t number) {
  std::string out;
  if (number >= 1 && number <= 20) {
    utf8::append(out, 0x2460 + number - 1);
  } else if (number >= 21 && number <= 35) {
    utf8::append(out, 0x3251 + number - 21);
  } else if (number >= 36 && number <= 50) {
    utf8::append(out, 0x32B1 + number - 36);
  } else {
    out = fmt::format("({})", number);
  }
  return out;
}

}  // namespace gouji::report
