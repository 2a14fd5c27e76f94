// The program: parse, run one command, exit status. The last catch stands here.
// SPDX-License-Identifier: Apache-2.0
#include <malloc.h>

#include <exception>
#include <iostream>

#include "cli/options.hpp"

int main(int argc, char** argv) {
  try {
    // glibc gives the DOM's pages back after every document and faults them in again for the next
    mallopt(M_TRIM_THRESHOLD, 1 << 30);
    mallopt(M_MMAP_THRESHOLD, 1 << 30);
    mallopt(M_TOP_PAD, 16 << 20);
    std::ios::sync_with_stdio(false);
    const gouji::cli::Parsed parsed = gouji::cli::parse(argc, argv);
    const int status = parsed.options ? parsed.options->run(*parsed.options) : parsed.status;
    std::cout.flush();
    return std::cout ? status : gouji::cli::kFailed;
  } catch (const std::exception& thrown) {
    std::cerr << "gouji: " << thrown.what() << '\n';
    return gouji::cli::kFailed;
  }
}
