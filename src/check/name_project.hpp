// Kind `name_project`: one amount owed or left over is attached to two project names that look alike: one project has
// one name (DOMAIN 3.16).
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "check/check.hpp"

namespace gouji::check {

/// A figure of the text with the project that its clause, sentence or passage speaks of.
struct ProjectFigure {
  std::uint32_t fact = 0;
  std::string project;
  std::uint32_t passage = 0;
  text::Span name;  // where the project's name stands in that passage
};

/// Money of running text whose passage names a project, in document order.
[[nodiscard]] std::vector<ProjectFigure> project_figures(const DocumentView& view);

[[nodiscard]] std::unique_ptr<Check> make_name_project(Params& params);

}  // namespace gouji::check
