// Data that content controls are bound to (w:dataBinding): custom XML parts and the document's properties.
// Thread rule: one BoundData belongs to one reading; parts are read when the first control asks.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "docx/package.hpp"

namespace gouji::docx {

class BoundData {
 public:
  explicit BoundData(Package& package) : package_(package) {}

  /// The value that a w:dataBinding points at; empty if there is none.
  [[nodiscard]] std::string value_of(pugi::xml_node binding);

 private:
  struct Store {
    std::string id;  // w:storeItemID, upper case
    XmlPart part;
  };
  void load();
  void add(std::string id, const std::string& part);

  Package& package_;
  std::vector<Store> stores_;
  bool is_loaded_ = false;
};

}  // namespace gouji::docx
