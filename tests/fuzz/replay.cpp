// Runs a fuzz target over files, without libFuzzer and with any compiler: every input that ever failed is a test.
// <target>_replay PATH…, each a file or a folder.
// SPDX-License-Identifier: Apache-2.0
#include <cstdint>
#include <filesystem>
#include <iostream>
#include <string>
#include <vector>

#include "fuzz/fuzz.hpp"
#include "support/golden.hpp"

namespace {

namespace fs = std::filesystem;

std::vector<std::string> files_of(const std::string& path) {
  if (!fs::is_directory(path)) return {path};
  std::vector<std::string> files;
  for (const fs::directory_entry& entry : fs::recursive_directory_iterator(path)) {
    if (entry.is_regular_file()) files.push_back(entry.path().string());
  }
  return files;
}

}  // namespace

int main(int argc, char** argv) {
  std::size_t run = 0;
  for (int i = 1; i < argc; ++i) {
    for (const std::string& file : files_of(argv[i])) {
      const auto bytes = gouji::test::read_text(file);
      if (!bytes) {
        std::cerr << file << ": cannot be read\n";
        return 2;
      }
      std::cerr << file << '\n';  // the last line names the culprit
      LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(bytes->data()), bytes->size());
      ++run;
    }
  }
  std::cout << run << " inputs\n";
  return run > 0 ? 0 : 2;
}
