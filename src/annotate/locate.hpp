// From the place of a finding's evidence to a range of the main part.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <utility>

#include "annotate/body.hpp"
#include "annotate/package_edit.hpp"
#include "docx/document.hpp"
#include "gouji/finding.hpp"

namespace gouji::annotate {

struct Located {
  Range range;
  bool is_exact = false;  // the range holds the marked characters and nothing else
};

class Locator {
 public:
  /// document is what was read from the parts of edit; both outlive the locator.
  Locator(const docx::Document& document, const Body& body, PackageEdit& edit);

  /// Nothing when the body has no paragraph at all.
  [[nodiscard]] std::optional<Located> locate(const Evidence& evidence);

 private:
  struct Spot {
    std::uint32_t paragraph = docx::kNone;
    std::uint32_t begin = 0;  // bytes in Document::text
    std::uint32_t end = 0;
  };
  [[nodiscard]] Spot spot_of(const Evidence& evidence) const;
  [[nodiscard]] std::uint32_t paragraph_of(const Place& place, std::uint32_t& start) const;
  [[nodiscard]] std::optional<Located> in_body(const Spot& spot) const;
  [[nodiscard]] std::optional<Range> of_story(std::uint32_t paragraph);
  [[nodiscard]] std::optional<Range> note_reference(const docx::Paragraph& paragraph, const std::string& part);
  [[nodiscard]] std::optional<Range> section_start(const std::string& part);
  [[nodiscard]] std::optional<Range> first_paragraph() const;
  [[nodiscard]] const Markup* other_part(const std::string& part);

  const docx::Document& document_;
  const Body& body_;
  PackageEdit& edit_;
  std::map<std::string, std::optional<Markup>> others_;
};

}  // namespace gouji::annotate
