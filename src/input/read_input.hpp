// The bytes of any file that gouji reads into a Document. What a file is, is asked of its bytes; its name decides where
// they do not tell (text), and what the reader is told.
// Failure: an Error with code and hint. Thread rule: any number of threads at once.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "base/budget.hpp"
#include "docx/document.hpp"
#include "gouji/input.hpp"
#include "gouji/result.hpp"

namespace gouji::input {

[[nodiscard]] Result<docx::Document> read_input(const std::string& path, std::string bytes, const InputOptions& options,
                                                Budget& budget);
/// The same with a budget of its own.
[[nodiscard]] Result<docx::Document> read_input(const std::string& path, std::string bytes,
                                                const InputOptions& options = {});

}  // namespace gouji::input
