// Documents that are large in one way each, by a size n; the program that checks them asks for time linear in n.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace gouji::test {

struct Shape {
  std::string_view name;
  std::string_view unit;               // what n counts
  std::size_t full;                    // the n that the project promises to check
  std::string (*body)(std::size_t n);  // the XML inside w:body
};

[[nodiscard]] const std::vector<Shape>& shapes();

}  // namespace gouji::test
