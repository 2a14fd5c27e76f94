// JSON with keys and values of the few types that the formats have; every text is made valid UTF-8 first.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <rapidjson/prettywriter.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <cstdint>
#include <optional>
#include <string>

#include "base/utf8.hpp"
#include "report/reporter.hpp"

namespace gouji::report {

using CompactJson = rapidjson::Writer<rapidjson::StringBuffer>;
using PrettyJson = rapidjson::PrettyWriter<rapidjson::StringBuffer>;

/// One value under construction; Json is CompactJson or PrettyJson (which indents by one blank).
template <class Json>
class JsonWriter {
 public:
  explicit JsonWriter(Language language) : json_(buffer_), language_(language) {
    if constexpr (std::is_same_v<Json, PrettyJson>) json_.SetIndent(' ', 1);
  }
  [[nodiscard]] std::string take() const { return buffer_.GetString(); }
  [[nodiscard]] Language language() const { return language_; }

  void key(const char* name) { json_.Key(name); }
  /// An object that is JSON already.
  void raw(const char* name, const std::string& object) {
    key(name);
    json_.RawValue(object.c_str(), object.size(), rapidjson::kObjectType);
  }
  void item(const std::string& value) {
    const std::string valid = utf8::sanitize(value);
    json_.String(valid.c_str(), static_cast<rapidjson::SizeType>(valid.size()));
  }
  void text(const char* name, const std::string& value) {
    key(name);
    item(value);
  }
  void text(const char* name, const Bilingual& value) { text(name, in(language_, value)); }
  void text_or_null(const char* name, const std::string& value) {
    if (value.empty()) {
      null(name);
    } else {
      text(name, value);
    }
  }
  void text_or_null(const char* name, const Bilingual& value) { text_or_null(name, in(language_, value)); }
  void null(const char* name) {
    key(name);
    json_.Null();
  }
  void number(const char* name, std::uint32_t value) {
    key(name);
    json_.Uint(value);
  }
  void number(const char* name, const std::optional<std::uint32_t>& value) {
    if (value) {
      number(name, *value);
    } else {
      null(name);
    }
  }
  void truth(const char* name, bool value) {
    key(name);
    json_.Bool(value);
  }
  void open(const char* name) {
    key(name);
    json_.StartObject();
  }
  void open_item() { json_.StartObject(); }
  void close() { json_.EndObject(); }
  void open_list(const char* name) {
    key(name);
    json_.StartArray();
  }
  void open_list_item() { json_.StartArray(); }
  void close_list() { json_.EndArray(); }

 private:
  rapidjson::StringBuffer buffer_;
  Json json_;
  Language language_;
};

/// What stands in front of each item of a list that is written piece by piece, a line each.
class ItemGap {
 public:
  [[nodiscard]] const char* next() {
    const char* const gap = is_first_ ? "\n" : ",\n";
    is_first_ = false;
    return gap;
  }

 private:
  bool is_first_ = true;
};

}  // namespace gouji::report
