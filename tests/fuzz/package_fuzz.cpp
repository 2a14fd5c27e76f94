// Any bytes as a package: archive, content types, relations and every part that they name.
// SPDX-License-Identifier: Apache-2.0
#include "docx/package.hpp"
#include "fuzz/fuzz.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  gouji::Limits limits;
  limits.entry_bytes = 4 << 20;
  auto package = gouji::docx::Package::open(std::string(gouji::fuzz::view_of(data, size)), limits);
  if (!package) {
    gouji::fuzz::must(!package.error().code.empty() && !package.error().hint.zh.empty(), "an error has code and hint");
    return 0;
  }
  const std::string main = package.value().main_part();
  (void)package.value().xml(main);
  for (const std::string& part : {std::string(), main}) {
    for (const gouji::docx::Relation& relation : package.value().relations_of(part)) {
      if (!relation.external) (void)package.value().bytes(relation.target);
    }
  }
  return 0;
}
