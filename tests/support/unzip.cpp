// SPDX-License-Identifier: Apache-2.0
#include "support/unzip.hpp"

#include <zip.h>

#include <cstdint>

namespace gouji::test {

std::vector<std::pair<std::string, std::string>> unzip(const std::string& bytes) {
  std::vector<std::pair<std::string, std::string>> entries;
  zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, nullptr);
  zip* archive = zip_open_from_source(source, ZIP_RDONLY, nullptr);
  if (archive == nullptr) {
    zip_source_free(source);
    return entries;
  }
  for (std::int64_t i = 0; i < zip_get_num_entries(archive, 0); ++i) {
    zip_stat_t stat;
    zip_stat_init(&stat);
    if (zip_stat_index(archive, static_cast<std::uint64_t>(i), 0, &stat) != 0) continue;
    std::string content(static_cast<std::size_t>(stat.size), '\0');
    zip_file_t* file = zip_fopen_index(archive, static_cast<std::uint64_t>(i), 0);
    if (file == nullptr) continue;
    zip_fread(file, content.data(), content.size());
    zip_fclose(file);
    entries.emplace_back(stat.name, std::move(content));
  }
  zip_discard(archive);
  return entries;
}

}  // namespace gouji::test
