// Parts that are a root with a row of entries: put some at the end, take some out.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "annotate/package_edit.hpp"

namespace gouji::annotate {

/// The part that the main part is related to by a type that ends in this word ("comments").
[[nodiscard]] Result<std::optional<Related>> related(PackageEdit& edit, std::string_view kind);

/// Puts text at the end of the root, whose local name must be `root`; one that is written <x/> is opened.
std::optional<Error> append_to_root(PackageEdit& edit, const std::string& part, std::string_view root,
                                    const Markup& markup, const std::string& text);

/// Erases the children of the root that `is_ours` names; a root that was opened and is empty again is closed.
std::optional<Error> take_out_entries(PackageEdit& edit, const std::string& part,
                                      const std::function<bool(const Markup&, const Element&)>& is_ours);

/// How names of a namespace are to be written in a part: "w15:", and what must be declared where no prefix is bound.
struct Names {
  std::string prefix;
  std::string declaration;
};
[[nodiscard]] Names names_in(const Markup& markup, std::string_view uri, std::string_view otherwise);

}  // namespace gouji::annotate
