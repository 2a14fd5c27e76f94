// Over libzip, which copies what is not changed without unpacking it.
// SPDX-License-Identifier: Apache-2.0
#include "annotate/zip_write.hpp"

#include <zip.h>

#include <cstdint>
#include <ctime>
#include <map>
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

struct Discard {
  void operator()(zip* archive) const { zip_discard(archive); }
};
using OwnedZip = std::unique_ptr<zip, Discard>;

/// Puts one entry behind the others. The source is taken.
bool add_entry(zip* to, const char* name, zip_source_t* source, std::uint16_t method, std::time_t time) {
  if (source == nullptr) return false;
  const std::int64_t index = zip_file_add(to, name, source, ZIP_FL_ENC_UTF_8);
  if (index < 0) {
    zip_source_free(source);
    return false;
  }
  const auto place = static_cast<std::uint64_t>(index);
  return zip_set_file_compression(to, place, method == ZIP_CM_STORE ? ZIP_CM_STORE : ZIP_CM_DEFAULT, 0) == 0 &&
         zip_file_set_mtime(to, place, time, 0) == 0;
}

}  // namespace

// A new archive rather than a changed one: to change one in memory, libzip 1.7 clones its unchanged head and then frees
// it twice.
Result<std::string> write_zip(const std::string& bytes, const std::vector<EntryChange>& changes,
                              const std::string& model) {
  zip_error_t problem;
  zip_error_init(&problem);
  zip_source_t* origin = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &problem);
  OwnedZip from(origin == nullptr ? nullptr : zip_open_from_source(origin, ZIP_RDONLY, &problem));
  if (from == nullptr) {
    zip_source_free(origin);
    return failed("zip_open_from_source");
  }
  const std::unique_ptr<zip_source_t, SourceFree> target(zip_source_buffer_create(nullptr, 0, 0, &problem));
  if (target == nullptr) return failed("zip_source_buffer_create");
  zip_source_keep(target.get());  // one reference for the archive, one for reading what it wrote
  OwnedZip to(zip_open_from_source(target.get(), ZIP_TRUNCATE, &problem));
  if (to == nullptr) {
    zip_source_free(target.get());
    return failed("zip_open_from_source");
  }
  std::map<std::string, const EntryChange*> by_name;
  for (const EntryChange& change : changes) by_name[folded(change.name)] = &change;
  std::time_t time = 315'532'800;  // the first day of DOS
  for (std::int64_t i = 0; i < zip_get_num_entries(from.get(), 0); ++i) {
    const auto index = static_cast<std::uint64_t>(i);
    zip_stat_t stat;
    zip_stat_init(&stat);
    const char* name = zip_get_name(from.get(), index, ZIP_FL_ENC_GUESS);
    if (name == nullptr || zip_stat_index(from.get(), index, 0, &stat) != 0) return failed("zip_stat_index");
    if (folded(name) == folded(model)) time = stat.mtime;
    const auto change = by_name.find(folded(name));
    if (change == by_name.end()) {
      zip_source_t* same = zip_source_zip(to.get(), from.get(), index, ZIP_FL_COMPRESSED, 0, -1);
      if (!add_entry(to.get(), name, same, stat.comp_method, stat.mtime)) return failed("zip_source_zip");
    } else if (change->second->bytes) {
      const std::string& fresh = *change->second->bytes;
      zip_source_t* source = zip_source_buffer(to.get(), fresh.data(), fresh.size(), 0);
      if (!add_entry(to.get(), name, source, stat.comp_method, stat.mtime)) return failed("zip_file_add");
    }
  }
  for (const EntryChange& change : changes) {
    if (!change.is_new || !change.bytes) continue;
    zip_source_t* source = zip_source_buffer(to.get(), change.bytes->data(), change.bytes->size(), 0);
    if (!add_entry(to.get(), change.name.c_str(), source, ZIP_CM_DEFLATE, time)) return failed("zip_file_add");
  }
  if (zip_close(to.get()) != 0) return failed("zip_close");
  static_cast<void>(to.release());  // closed
  auto out = read_all(target.get());
  if (!out) return failed("zip_source_read");
  return std::move(*out);
}

}  // namespace gouji::annotate
