// Bytes to a Document. What a file is, is asked of its bytes; its name only decides what the reader is told when they
// are no .docx. SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "docx/document.hpp"
#include "gouji/result.hpp"

namespace gouji::engine {

[[nodiscard]] Result<docx::Document> read_document(const std::string& path, std::string bytes);

}  // namespace gouji::engine
