// The fields are those of APPNOTE.TXT 4.3.7 (local header), 4.3.12 (directory), 4.3.14 to 4.3.16 (its ends).
// SPDX-License-Identifier: Apache-2.0
#include "docx/zip_layout.hpp"

#include <algorithm>
#include <cstdint>
#include <string>

#include "docx/errors.hpp"

namespace gouji::docx {
namespace {

constexpr std::string_view kLocal{"PK\x03\x04", 4};
constexpr std::string_view kDirectory{"PK\x01\x02", 4};
constexpr std::string_view kEnd{"PK\x05\x06", 4};
constexpr std::string_view kEnd64{"PK\x06\x06", 4};
constexpr std::string_view kLocator64{"PK\x06\x07", 4};
constexpr std::size_t kLocalSize = 30;
constexpr std::size_t kDirectorySize = 46;
constexpr std::size_t kEndSize = 22;
constexpr std::size_t kEnd64Size = 56;
constexpr std::size_t kLocatorSize = 20;
constexpr std::size_t kLongestComment = 0xFFFF;
constexpr std::uint64_t kIn64 = 0xFFFFFFFF;  // the value stands in a zip64 record

/// Little-endian number of `size` bytes; the caller knows that they are there.
std::uint64_t number(std::string_view bytes, std::size_t at, std::size_t size) {
  std::uint64_t value = 0;
  for (std::size_t i = size; i-- > 0;) value = value << 8 | static_cast<unsigned char>(bytes[at + i]);
  return value;
}

bool is_at(std::string_view bytes, std::uint64_t at, std::string_view mark, std::size_t size) {
  return at <= bytes.size() && bytes.size() - at >= size && bytes.substr(at, mark.size()) == mark;
}

bool has_entries(std::string_view bytes) {
  return bytes.find(kLocal) != std::string_view::npos || bytes.find(kDirectory) != std::string_view::npos;
}

struct Directory {
  std::uint64_t begin = 0;
  std::uint64_t size = 0;
  std::size_t end_record = 0;  // where the first of the end records stands
  std::size_t end = 0;         // behind the last of them, its comment not included
};

std::optional<Directory> find_directory(std::string_view bytes) {
  const std::size_t first = bytes.size() - std::min(bytes.size(), kEndSize + kLongestComment);
  const std::size_t at = bytes.rfind(kEnd);
  if (at == std::string_view::npos || at < first || bytes.size() - at < kEndSize) return std::nullopt;
  Directory found{number(bytes, at + 16, 4), number(bytes, at + 12, 4), at, at + kEndSize};
  const bool in_64 = found.begin == kIn64 || found.size == kIn64 || number(bytes, at + 10, 2) == 0xFFFF;
  if (in_64 && at >= kLocatorSize && is_at(bytes, at - kLocatorSize, kLocator64, kLocatorSize)) {
    const std::uint64_t end64 = number(bytes, at - kLocatorSize + 8, 8);
    if (!is_at(bytes, end64, kEnd64, kEnd64Size)) return std::nullopt;
    found.size = number(bytes, end64 + 40, 8);
    found.begin = number(bytes, end64 + 48, 8);
    found.end_record = static_cast<std::size_t>(end64);
  }
  if (found.begin > found.end_record || found.size > found.end_record - found.begin) return std::nullopt;
  return found;
}

/// Where the local header of a directory entry stands.
std::uint64_t place_of(std::string_view entry, std::size_t name_size, std::size_t extra_size) {
  const std::uint64_t place = number(entry, 42, 4);
  if (place != kIn64) return place;
  std::string_view extra = entry.substr(kDirectorySize + name_size, extra_size);
  while (extra.size() >= 4) {
    const std::uint64_t id = number(extra, 0, 2);
    const std::size_t size = static_cast<std::size_t>(number(extra, 2, 2));
    if (extra.size() - 4 < size) break;
    // the sizes stand before the place, each only where its own field holds the mark
    const std::size_t skip = (number(entry, 24, 4) == kIn64 ? 8u : 0u) + (number(entry, 20, 4) == kIn64 ? 8u : 0u);
    if (id == 1 && size >= skip + 8) return number(extra, 4 + skip, 8);
    extra.remove_prefix(4 + size);
  }
  return place;
}

/// The name of the first entry that is called otherwise in place.
std::optional<std::string> misnamed(std::string_view bytes, const Directory& directory) {
  std::string_view rest = bytes.substr(directory.begin, directory.size);
  while (is_at(rest, 0, kDirectory, kDirectorySize)) {
    const auto name_size = static_cast<std::size_t>(number(rest, 28, 2));
    const auto extra_size = static_cast<std::size_t>(number(rest, 30, 2));
    const std::size_t size = kDirectorySize + name_size + extra_size + static_cast<std::size_t>(number(rest, 32, 2));
    if (rest.size() < size) break;
    const std::string_view name = rest.substr(kDirectorySize, name_size);
    const std::uint64_t place = place_of(rest, name_size, extra_size);
    if (is_at(bytes, place, kLocal, kLocalSize)) {
      const auto local_size = static_cast<std::size_t>(number(bytes, place + 26, 2));
      if (bytes.substr(place + kLocalSize, local_size) != name) return std::string(name);
    }
    rest.remove_prefix(size);
  }
  return std::nullopt;
}

}  // namespace

std::optional<Error> check_layout(std::string_view bytes) {
  const std::optional<Directory> directory = find_directory(bytes);
  if (!directory) return std::nullopt;
  const std::size_t behind = static_cast<std::size_t>(directory->begin + directory->size);
  if (has_entries(bytes.substr(behind, directory->end_record - behind)) || has_entries(bytes.substr(directory->end))) {
    return make_error(Fault::ambiguous_zip, {}, {"目录之后还有条目", "there are entries behind the directory"});
  }
  if (auto name = misnamed(bytes, *directory)) {
    return make_error(Fault::ambiguous_zip, std::move(*name),
                      {"条目名与目录不符", "an entry is called otherwise in place than in the directory"});
  }
  return std::nullopt;
}

bool is_unsafe_name(std::string_view name) {
  const auto is_slash = [](char c) { return c == '/' || c == '\\'; };
  if (name.empty() || is_slash(name.front())) return true;
  if (name.size() > 1 && name[1] == ':') return true;
  for (std::size_t begin = 0; begin <= name.size();) {
    const std::size_t end = std::min(name.find_first_of("/\\", begin), name.size());
    if (name.substr(begin, end - begin) == "..") return true;
    begin = end + 1;
  }
  return false;
}

}  // namespace gouji::docx
