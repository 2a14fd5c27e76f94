// A .docx into a Document: what a reader sees in Word, with places.
// Failure: an Error when there is no main document to read; broken optional parts become notes.
// Thread rule: pure functions, any number of threads at once.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "docx/document.hpp"
#include "docx/limits.hpp"
#include "gouji/result.hpp"

namespace gouji::docx {

Result<Document> read_docx(std::string bytes, const Limits& limits = {});

/// The bytes of a file; lock-file, unreadable-file, empty-file or file-too-large otherwise.
Result<std::string> read_file(const std::string& path, const Limits& limits = {});

}  // namespace gouji::docx
