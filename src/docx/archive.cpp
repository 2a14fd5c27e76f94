// Archive over libzip 1.7+.
// SPDX-License-Identifier: Apache-2.0
#include "docx/archive.hpp"

#include <zip.h>

#include <algorithm>
#include <utility>

#include "docx/errors.hpp"
#include "docx/sniff.hpp"
#include "docx/zip_layout.hpp"

namespace gouji::docx {
namespace {

std::string fold_name(std::string_view name) {
  std::string folded;
  folded.reserve(name.size());
  for (const char c : name) {
    if (c == '\\') {
      folded += '/';
    } else {
      folded += (c >= 'A' && c <= 'Z') ? static_cast<char>(c - 'A' + 'a') : c;
    }
  }
  return folded;
}

bool is_bomb(const zip_stat_t& stat, const Limits& limits) {
  if (stat.size > limits.entry_bytes) return true;
  return stat.size > limits.ratio_from && stat.size / limits.ratio > stat.comp_size;
}

}  // namespace

void Archive::Closer::operator()(zip* archive) const { zip_discard(archive); }

Result<Archive> Archive::open(std::string bytes, const Limits& limits) {
  if (auto refused = sniff(bytes)) return std::move(*refused);
  if (bytes.size() > limits.file_bytes) return make_error(Fault::file_too_large);
  const bool starts_as_zip = bytes.compare(0, 2, "PK") == 0;

  Archive archive;
  archive.limits_ = limits;
  archive.bytes_ = std::make_unique<std::string>(std::move(bytes));
  zip_error_t problem;
  zip_error_init(&problem);
  zip_source_t* source = zip_source_buffer_create(archive.bytes_->data(), archive.bytes_->size(), 0, &problem);
  zip* opened = source == nullptr ? nullptr : zip_open_from_source(source, ZIP_RDONLY, &problem);
  zip_error_fini(&problem);
  if (opened == nullptr) {
    if (source != nullptr) zip_source_free(source);
    return make_error(starts_as_zip ? Fault::truncated_zip : Fault::not_zip);
  }
  archive.zip_.reset(opened);
  if (auto ambiguous = check_layout(*archive.bytes_)) return std::move(*ambiguous);

  const auto count = static_cast<std::uint64_t>(std::max<zip_int64_t>(0, zip_get_num_entries(opened, 0)));
  if (count > limits.entries) {
    return make_error(Fault::zip_bomb, {}, {"条目过多：" + std::to_string(count), std::to_string(count) + " entries"});
  }
  std::uint64_t total = 0;
  for (std::uint64_t i = 0; i < count; ++i) {
    zip_stat_t stat;
    zip_stat_init(&stat);
    if (zip_stat_index(opened, i, 0, &stat) != 0 || (stat.valid & ZIP_STAT_NAME) == 0) continue;
    const std::uint64_t size = (stat.valid & ZIP_STAT_SIZE) != 0 ? stat.size : 0;
    if (size > limits.total_bytes - total) {
      return make_error(Fault::zip_bomb, stat.name, {"解压总量过大", "total size unpacked"});
    }
    total += size;
    const std::string_view name = stat.name;
    if (is_unsafe_name(name)) return make_error(Fault::unsafe_name, stat.name);
    const bool is_folder = name.back() == '/' || name.back() == '\\';
    if (!is_folder && !archive.entries_.emplace(fold_name(name), i).second) {
      return make_error(Fault::ambiguous_zip, stat.name, {"条目重名", "two entries have this name"});
    }
  }
  return archive;
}

bool Archive::has(std::string_view name) const { return entries_.count(fold_name(name)) != 0; }

Result<std::string> Archive::read(std::string_view name) const {
  const auto found = entries_.find(fold_name(name));
  if (found == entries_.end()) return make_error(Fault::missing_part, std::string(name));
  zip_stat_t stat;
  zip_stat_init(&stat);
  if (zip_stat_index(zip_.get(), found->second, 0, &stat) != 0) {
    return make_error(Fault::truncated_zip, std::string(name));
  }
  if ((stat.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 && stat.encryption_method != ZIP_EM_NONE) {
    return make_error(Fault::encrypted, std::string(name));
  }
  if (is_bomb(stat, limits_)) return make_error(Fault::zip_bomb, std::string(name));

  zip_file_t* file = zip_fopen_index(zip_.get(), found->second, 0);
  if (file == nullptr) {
    const bool is_odd = zip_error_code_zip(zip_get_error(zip_.get())) == ZIP_ER_COMPNOTSUPP;
    return make_error(is_odd ? Fault::odd_compression : Fault::truncated_zip, std::string(name));
  }
  std::string content(static_cast<std::size_t>(stat.size), '\0');
  std::size_t done = 0;
  zip_int64_t step = 1;
  while (done < content.size() && step > 0) {
    step = zip_fread(file, content.data() + done, content.size() - done);
    if (step > 0) done += static_cast<std::size_t>(step);
  }
  char beyond = 0;  // asks for the end: the checksum is compared there, and more data means a lying directory
  const bool whole = done == content.size() && zip_fread(file, &beyond, 1) == 0;
  const bool is_damaged = zip_error_code_zip(zip_file_get_error(file)) == ZIP_ER_CRC;
  zip_fclose(file);
  if (!whole) return make_error(is_damaged ? Fault::damaged_entry : Fault::truncated_zip, std::string(name));
  return content;
}

}  // namespace gouji::docx
