// SPDX-License-Identifier: Apache-2.0
#include "support/raw_zip.hpp"

#include <cstddef>

namespace gouji::test {
namespace {

constexpr std::uint32_t kIn64 = 0xFFFFFFFF;
constexpr std::uint16_t kDescriptorFlag = 8;

void put(std::string& out, std::uint64_t value, int size) {
  for (int i = 0; i < size; ++i) out += static_cast<char>(value >> (8 * i) & 0xFF);
}

std::uint32_t crc32(const std::string& bytes) {
  std::uint32_t crc = 0xFFFFFFFF;
  for (const char byte : bytes) {
    crc ^= static_cast<unsigned char>(byte);
    for (int bit = 0; bit < 8; ++bit) crc = crc >> 1 ^ ((crc & 1) != 0 ? 0xEDB88320u : 0u);
  }
  return ~crc;
}

std::uint32_t crc_of(const RawEntry& entry) { return crc32(entry.content) ^ (entry.has_wrong_crc ? 1u : 0u); }

/// Version, flags, method, time, checksum and sizes, as both headers have them.
void put_facts(std::string& out, const RawEntry& entry, bool is_known) {
  const auto size = static_cast<std::uint32_t>(entry.content.size());
  const std::uint32_t unpacked = entry.stated_size != 0 ? entry.stated_size : size;
  put(out, entry.is_zip64 ? 45 : 20, 2);
  put(out, entry.flags | (entry.has_descriptor ? kDescriptorFlag : 0u), 2);
  put(out, entry.method, 2);
  put(out, 0, 2);
  put(out, 0x21, 2);
  put(out, is_known ? crc_of(entry) : 0, 4);
  put(out, !is_known ? 0 : entry.is_zip64 ? kIn64 : size, 4);
  put(out, !is_known ? 0 : entry.is_zip64 ? kIn64 : unpacked, 4);
}

std::string extra64(const RawEntry& entry, std::uint64_t place, bool has_place) {
  std::string out;
  if (!entry.is_zip64) return out;
  put(out, 1, 2);
  put(out, has_place ? 24 : 16, 2);
  put(out, entry.content.size(), 8);
  put(out, entry.content.size(), 8);
  if (has_place) put(out, place, 8);
  return out;
}

std::string directory_record(const RawEntry& entry, std::uint64_t place) {
  const std::string extra = extra64(entry, place, true);
  std::string out("PK\x01\x02", 4);
  put(out, 20, 2);
  put_facts(out, entry, true);
  put(out, entry.name.size(), 2);
  put(out, extra.size(), 2);
  out.append(2 + 2 + 2 + 4, '\0');  // comment, disk, attributes
  put(out, entry.is_zip64 ? kIn64 : place, 4);
  return out + entry.name + extra;
}

}  // namespace

std::string local_record(const RawEntry& entry) {
  const std::string& name = entry.local_name.empty() ? entry.name : entry.local_name;
  const std::string extra = extra64(entry, 0, false);
  std::string out("PK\x03\x04", 4);
  put_facts(out, entry, !entry.has_descriptor);
  put(out, name.size(), 2);
  put(out, extra.size(), 2);
  out += name + extra + entry.content;
  if (entry.has_descriptor) {
    out += std::string("PK\x07\x08", 4);
    put(out, crc_of(entry), 4);
    put(out, entry.content.size(), 4);
    put(out, entry.content.size(), 4);
  }
  return out;
}

std::string RawZip::bytes() const {
  std::string out;
  std::string directory;
  for (const RawEntry& entry : entries) {
    directory += directory_record(entry, out.size());
    out += local_record(entry);
  }
  const std::size_t begin = out.size();
  out += directory + before_end;
  if (is_zip64) {
    const std::size_t end64 = out.size();
    out += std::string("PK\x06\x06", 4);
    put(out, 44, 8);
    put(out, 45, 2);
    put(out, 45, 2);
    put(out, 0, 8);
    put(out, entries.size(), 8);
    put(out, entries.size(), 8);
    put(out, directory.size(), 8);
    put(out, begin, 8);
    out += std::string("PK\x06\x07", 4);
    put(out, 0, 4);
    put(out, end64, 8);
    put(out, 1, 4);
  }
  out += std::string("PK\x05\x06", 4);
  put(out, 0, 4);
  put(out, is_zip64 ? 0xFFFF : entries.size(), 2);
  put(out, is_zip64 ? 0xFFFF : entries.size(), 2);
  put(out, is_zip64 ? kIn64 : directory.size(), 4);
  put(out, is_zip64 ? kIn64 : begin, 4);
  put(out, comment.size(), 2);
  return out + comment + behind;
}

RawZip raw_zip(const std::vector<std::pair<std::string, std::string>>& parts) {
  RawZip zip;
  for (const auto& [name, content] : parts) zip.entries.push_back({name, content});
  return zip;
}

}  // namespace gouji::test
