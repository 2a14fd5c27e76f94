// Writes every fidelity document into a folder: gouji_judge_documents OUTDIR
// SPDX-License-Identifier: Apache-2.0
#include <fstream>
#include <iostream>

#include "judge/documents.hpp"

int main(int count, char** arguments) {
  if (count != 2) {
    std::cerr << "usage: gouji_judge_documents OUTDIR\n";
    return 2;
  }
  for (const gouji::test::FidelityDocument& document : gouji::test::all_documents()) {
    const bool has_extension = document.name.find('.') != std::string::npos;
    std::ofstream file(std::string(arguments[1]) + "/" + document.name + (has_extension ? "" : ".docx"),
                       std::ios::binary);
    file.write(document.bytes.data(), static_cast<std::streamsize>(document.bytes.size()));
    if (!file) {
      std::cerr << document.name << ": cannot be written\n";
      return 1;
    }
  }
  return 0;
}
