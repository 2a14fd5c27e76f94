// A .docx into a Document: what a reader sees in Word, with places.
// Failure: an Error when there is no main document to read, or the budget ends before all is read; broken optional
// parts become notes. Thread rule: pure functions, any number of threads at once.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "base/budget.hpp"
#include "docx/document.hpp"
#include "gouji/result.hpp"

namespace gouji::docx {

Result<Document> read_docx(std::string bytes, const Budget& budget);
/// The same with a budget of its own.
Result<Document> read_docx(std::string bytes, const Limits& limits = {});

/// The bytes of a file; lock-file, unreadable-file, empty-file or file-too-large otherwise.
Result<std::string> read_file(const std::string& path, const Limits& limits = {});

}  // namespace gouji::docx
