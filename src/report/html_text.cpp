// SPDX-License-Identifier: Apache-2.0
#include "report/html_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>
#include <variant>
#include <vector>

#include "report/escape.hpp"
#include "report/html_table.hpp"
#include "report/words.hpp"

namespace gouji::report {
namespace {

constexpr int kFirstHeading = 4;  // of the page: h1 report, h2 document, h3 findings and text
constexpr int kLastHeading = 6;
constexpr int kLinesOfTitle = 4;          // plain ones that may stand above it: «附件 4», a number
constexpr std::size_t kBlocksOfRun = 24;  // what the browser lays out, or leaves, at one go

bool starts_blank(const std::string& text) {
  return text.starts_with(' ') || text.starts_with('\t') || text.starts_with("\xE3\x80\x80");
}

class TextWriter {
 public:
  TextWriter(const Outcome& outcome, const HtmlPlaces& places, std::string document, Language language)
      : text_(*outcome.text),
        places_(places),
        document_(std::move(document)),
        language_(language),
        tables_(text_, places_, document_, language_) {}

  std::string write() {
    std::vector<std::string> parts;  // in the order in which they begin, the body first
    std::map<std::string, std::vector<std::size_t>> blocks;
    for (std::size_t index = 0; index < text_.blocks.size(); ++index) {
      const std::string& part =
          std::visit([](const auto& block) -> const std::string& { return block.part; }, text_.blocks[index]);
      std::vector<std::size_t>& own = blocks[part];
      if (own.empty()) parts.push_back(part);
      own.push_back(index);
    }
    std::stable_partition(parts.begin(), parts.end(), [](const std::string& part) { return part == "document"; });
    for (const std::string& part : parts) add_part(part, blocks[part]);
    return std::move(out_);
  }

 private:
  void add_part(const std::string& part, const std::vector<std::size_t>& blocks) {
    const bool is_body = part == "document";
    left_of_title_ = is_body ? kLinesOfTitle : 0;
    std::string content;
    std::size_t in_run = 0;
    for (const std::size_t index : blocks) {
      const std::string block = block_html(index);
      if (block.empty()) continue;
      if (in_run == 0) content += "<div class=\"run\">\n";
      content += block;
      in_run = in_run + 1 == kBlocksOfRun ? 0 : in_run + 1;
      if (in_run == 0) content += "</div>\n";
    }
    if (in_run != 0) content += "</div>\n";
    if (content.empty()) return;
    if (is_body) {
      out_ += content;
      return;
    }
    Place place;
    place.part = part;
    out_ += fmt::format("<section class=\"part\">\n<h{0} class=\"ph\" lang=\"{1}\">{2}</h{0}>\n{3}</section>\n",
                        kFirstHeading, language_ == Language::zh ? "zh-CN" : "en",
                        escape_xml(place_words(place, language_)), content);
  }

  std::string block_html(std::size_t index) {
    if (const auto* paragraph = std::get_if<TextParagraph>(&text_.blocks[index]))
      return paragraph_html(*paragraph, index);
    const auto& table = std::get<TextTable>(text_.blocks[index]);
    return table.parent_table == 0 ? tables_.html(index) : std::string();  // a nested one stands in its cell
  }

  std::string paragraph_html(const TextParagraph& paragraph, std::size_t index) {
    if (paragraph.text.empty() && paragraph.label.empty()) return {};
    std::string classes;
    std::string tag = "p";
    if (paragraph.heading_level > 0) {
      left_of_title_ = 0;
      tag = fmt::format("h{}", std::min(kFirstHeading - 1 + paragraph.heading_level, kLastHeading));
      classes = fmt::format("h h{}", std::min(paragraph.heading_level, 4));
      if (paragraph.is_centered) classes += " c";
    } else if (paragraph.is_centered) {
      classes = left_of_title_ > 0 ? "c t" : "c";
    } else {
      left_of_title_ = std::max(left_of_title_ - 1, 0);
      if (paragraph.label.empty() && !starts_blank(paragraph.text)) classes = "b";
    }
    std::string out = fmt::format("<{}", tag);
    if (!classes.empty()) out += fmt::format(" class=\"{}\"", classes);
    out += fmt::format(" data-p=\"{}\">", paragraph.number);
    if (!paragraph.label.empty()) out += "<span class=\"l\">" + escape_xml(paragraph.label) + "</span>";
    out += marked_html(paragraph.text, places_.on(index), document_, language_);
    return out + fmt::format("</{}>\n", tag);
  }

  const DocumentText& text_;
  const HtmlPlaces& places_;
  std::string document_;
  Language language_;
  HtmlTables tables_;
  int left_of_title_ = 0;  // what is centred while this lasts is the title
  std::string out_;
};

}  // namespace

std::string text_html(const Outcome& outcome, const HtmlPlaces& places, const std::string& document,
                      Language language) {
  return TextWriter(outcome, places, document, language).write();
}

}  // namespace gouji::report
