// What newer versions of Word keep beside the comments: whether they are done, numbers that outlive a save, authors.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <set>
#include <string>
#include <vector>

#include "annotate/package_edit.hpp"

namespace gouji::annotate {

/// One each for every comment; both empty in a document without such parts.
struct Numbers {
  std::vector<std::string> paragraphs;  // w14:paraId of the last paragraph
  std::vector<std::string> durable;
};

/// Numbers that stand nowhere in these parts, nor in those beside the comments.
[[nodiscard]] Result<Numbers> numbers_for(PackageEdit& edit, std::vector<const Markup*> parts, std::size_t count);

/// ` w14:paraId="6A000001"` for the last paragraph of a comment; empty where there are no numbers.
[[nodiscard]] std::string number_attribute(const Markup& comments, const Numbers& numbers, std::size_t index);

std::optional<Error> add_beside(PackageEdit& edit, const Numbers& numbers);
/// Entries of these paragraphs go; what other people answered to them stands on its own.
std::optional<Error> remove_beside(PackageEdit& edit, const std::set<std::string>& paragraphs);

}  // namespace gouji::annotate
