// Text made safe for where it goes. Every function takes any bytes and gives valid UTF-8.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

namespace gouji::report {

/// Element content and quoted attributes of XML 1.0 and HTML; what XML forbids becomes U+FFFD.
[[nodiscard]] std::string escape_xml(const std::string& text);

/// Text of Markdown in one line: marks of emphasis, links, tables and markup lose their meaning.
[[nodiscard]] std::string escape_markdown(const std::string& text);

/// A relative or absolute path as a URI reference: percent-encoded but for unreserved characters and '/'.
[[nodiscard]] std::string path_as_uri(const std::string& path);

}  // namespace gouji::report
