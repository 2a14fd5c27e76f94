// GOUJI_ASSERT: our own mistakes. Always on; throws InternalError, which the engine catches once per document.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <stdexcept>
#include <string>

namespace gouji {

class InternalError : public std::logic_error {
 public:
  using std::logic_error::logic_error;
};

[[noreturn]] void fail_assertion(const char* condition, const char* file, int line);

}  // namespace gouji

#define GOUJI_ASSERT(condition)                                                \
  do {                                                                         \
    if (!(condition)) ::gouji::fail_assertion(#condition, __FILE__, __LINE__); \
  } while (false)
