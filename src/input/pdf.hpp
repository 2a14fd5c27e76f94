// A PDF with a text layer into a Document, by poppler's programs.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "docx/document.hpp"
#include "gouji/input.hpp"
#include "gouji/result.hpp"

namespace gouji::input {

/// `path` is only what an error is labelled with.
[[nodiscard]] Result<docx::Document> read_pdf(const std::string& path, std::string_view bytes,
                                              const InputOptions& options);

}  // namespace gouji::input
