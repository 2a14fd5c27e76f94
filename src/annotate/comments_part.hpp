// The comments of a document and what stands beside them: gouji's own put in and taken out.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <set>
#include <string>
#include <vector>

#include "annotate/package_edit.hpp"

namespace gouji::annotate {

struct Comment {
  std::string id;
  std::vector<std::string> lines;
};

/// The ids of gouji's comments.
[[nodiscard]] Result<std::set<std::string>> own_comments(PackageEdit& edit);

/// Ids that no comment of the document has.
[[nodiscard]] Result<std::vector<std::string>> free_ids(PackageEdit& edit, const Markup& main, std::size_t count);

/// Makes the part where there is none. Where other parts tell more of each comment (whether it is done, who wrote it),
/// they tell it of these too.
std::optional<Error> add_comments(PackageEdit& edit, const std::vector<Comment>& comments);
/// The part goes too if gouji made it and nothing else is in it.
std::optional<Error> remove_comments(PackageEdit& edit, const std::set<std::string>& ids);

/// The id of the style with this name ("annotation text"), which every language of Word keeps in English; empty if
/// there is none.
[[nodiscard]] std::string style_named(PackageEdit& edit, std::string_view name);

}  // namespace gouji::annotate
