// What hangs on a part by relationship: charts, SmartArt, inserted files, embedded documents. What can be read becomes
// a story of its own; what cannot becomes a note that names the part.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/budget.hpp"
#include "docx/document.hpp"
#include "docx/package.hpp"

namespace gouji::docx {

struct Attachment {
  enum class Kind : std::uint8_t { chart, diagram, object, chunk, sub_document };
  Kind kind = Kind::chart;
  std::string relation;      // r:id in the part that refers to it
  std::uint32_t anchor = 0;  // index of the paragraph it hangs on
};

/// Numbers of the stories read so far, and how many documents this one lies in.
struct AttachmentCount {
  std::uint32_t charts = 0;
  std::uint32_t diagrams = 0;
  std::uint32_t embedded = 0;
  std::uint32_t depth = 0;
};

void read_attachments(Document& document, Package& package, const std::string& part,
                      const std::vector<Attachment>& attachments, const Budget& budget, AttachmentCount& count);

/// A document within a document: body, text boxes and notes, without headers, footers and comments.
Result<Document> read_embedded(std::string bytes, const Budget& budget, std::uint32_t depth);

}  // namespace gouji::docx
