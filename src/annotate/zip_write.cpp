// Over libzip, which copies what is not replaced without unpacking it.
// SPDX-License-Identifier: Apache-2.0
#include "annotate/zip_write.hpp"

#include <zip.h>

#include <cstdint>
#include <ctime>
#include <memory>

#include "annotate/faults.hpp"

namespace gouji::annotate {
namespace {

std::string folded(std::string name) {
  for (char& c : name) {
    if (c == '\\') c = '/';
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return name;
}

std::optional<std::uint64_t> index_of(zip* archive, const std::string& name) {
  const std::string wanted = folded(name);
  for (std::int64_t i = 0; i < zip_get_num_entries(archive, 0); ++i) {
    const auto index = static_cast<std::uint64_t>(i);
    const char* own = zip_get_name(archive, index, ZIP_FL_ENC_RAW);
    if (own != nullptr && folded(own) == wanted) return index;
  }
  return std::nullopt;
}

struct SourceFree {
  void operator()(zip_source_t* source) const { zip_source_free(source); }
};

std::optional<std::string> read_all(zip_source_t* source) {
  zip_stat_t stat;
  zip_stat_init(&stat);
  if (zip_source_stat(source, &stat) != 0 || zip_source_open(source) != 0) return std::nullopt;
  std::string out(static_cast<std::size_t>(stat.size), '\0');
  const std::int64_t got = zip_source_read(source, out.data(), out.size());
  zip_source_close(source);
  if (got != static_cast<std::int64_t>(out.size())) return std::nullopt;
  return out;
}

Error failed(const char* why) { return make_error(Fault::not_written, {}, {why, why}); }

}  // namespace

Result<std::string> write_zip(const std::string& bytes, const std::vector<EntryChange>& changes,
                              const std::string& model) {
  zip_error_t problem;
  zip_error_init(&problem);
  const std::unique_ptr<zip_source_t, SourceFree> target(
      zip_source_buffer_create(bytes.data(), bytes.size(), 0, &problem));
  if (target == nullptr) return failed("zip_source_buffer_create");
  zip_source_keep(target.get());  // one reference for the archive, one for reading what it wrote
  zip* archive = zip_open_from_source(target.get(), 0, &problem);
  if (archive == nullptr) {
    zip_source_free(target.get());
    return failed("zip_open_from_source");
  }
  zip_stat_t stat;
  zip_stat_init(&stat);
  const auto main = index_of(archive, model);
  const std::time_t time = main && zip_stat_index(archive, *main, 0, &stat) == 0 ? stat.mtime : 315'532'800;
  for (const EntryChange& change : changes) {
    const auto old = index_of(archive, change.name);
    if (!change.bytes) {
      if (old) zip_delete(archive, *old);
      continue;
    }
    zip_source_t* source = zip_source_buffer(archive, change.bytes->data(), change.bytes->size(), 0);
    if (source == nullptr) return zip_discard(archive), failed("zip_source_buffer");
    zip_stat_t before;
    zip_stat_init(&before);
    const bool is_stored = old && zip_stat_index(archive, *old, 0, &before) == 0 && before.comp_method == ZIP_CM_STORE;
    const std::int64_t index =
        old ? (zip_file_replace(archive, *old, source, 0) == 0 ? static_cast<std::int64_t>(*old) : -1)
            : zip_file_add(archive, change.name.c_str(), source, ZIP_FL_ENC_UTF_8);
    if (index < 0) {
      zip_source_free(source);
      return zip_discard(archive), failed("zip_file_add");
    }
    const auto place = static_cast<std::uint64_t>(index);
    zip_set_file_compression(archive, place, is_stored ? ZIP_CM_STORE : ZIP_CM_DEFLATE, 0);
    zip_file_set_mtime(archive, place, old && before.mtime != 0 ? before.mtime : time, 0);
  }
  if (zip_close(archive) != 0) return zip_discard(archive), failed("zip_close");
  auto out = read_all(target.get());
  if (!out) return failed("zip_source_read");
  return std::move(*out);
}

}  // namespace gouji::annotate
