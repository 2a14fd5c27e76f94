// The table of keys as a JSON schema.
// SPDX-License-Identifier: Apache-2.0
#include <rapidjson/prettywriter.h>
#include <rapidjson/stringbuffer.h>

#include <string>

#include "config/keys.hpp"
#include "gouji/limits.hpp"

namespace gouji::config {
namespace {

using Json = rapidjson::PrettyWriter<rapidjson::StringBuffer>;

void type(Json& json, const char* name) {
  json.Key("type");
  json.String(name);
}

void words(Json& json, const std::vector<std::string>& allowed) {
  json.Key("enum");
  json.StartArray();
  for (const std::string& word : allowed) json.String(word.c_str());
  json.EndArray();
}

void one_of_severities(Json& json) {
  type(json, "object");
  json.Key("additionalProperties");
  json.StartObject();
  words(json, severity_words());
  json.EndObject();
}

void strings(Json& json) {
  type(json, "array");
  json.Key("items");
  json.StartObject();
  type(json, "string");
  json.EndObject();
}

void limits(Json& json) {
  type(json, "object");
  json.Key("additionalProperties");
  json.Bool(false);
  json.Key("properties");
  json.StartObject();
  for (const LimitInfo& limit : all_limits()) {
    json.Key(limit.name);
    json.StartObject();
    json.Key("type");
    json.StartArray();
    json.String("integer");
    json.String("string");
    json.EndArray();
    json.Key("description");
    json.String((limit.meaning.zh + " / " + limit.meaning.en).c_str());
    json.EndObject();
  }
  json.EndObject();
}

void properties(Json& json, bool in_override);

void value(Json& json, const Key& key) {
  json.Key(key.name);
  json.StartObject();
  json.Key("description");
  json.String((key.meaning.zh + " / " + key.meaning.en).c_str());
  switch (key.kind) {
    case KeyKind::truth: type(json, "boolean"); break;
    case KeyKind::text:
    case KeyKind::path:
      type(json, "string");
      if (std::string(key.name) == "fail-on") words(json, fail_on_words());
      break;
    case KeyKind::texts:
    case KeyKind::paths:
    case KeyKind::patterns: strings(json); break;
    case KeyKind::limits: limits(json); break;
    case KeyKind::severities: one_of_severities(json); break;
    case KeyKind::overrides:
      type(json, "array");
      json.Key("items");
      json.StartObject();
      type(json, "object");
      json.Key("required");
      json.StartArray();
      json.String("path");
      json.EndArray();
      properties(json, true);
      json.EndObject();
      break;
  }
  json.EndObject();
}

void properties(Json& json, bool in_override) {
  json.Key("additionalProperties");
  json.Bool(false);
  json.Key("properties");
  json.StartObject();
  if (in_override) {
    json.Key("path");
    json.StartObject();
    json.Key("type");
    json.StartArray();
    json.String("string");
    json.String("array");
    json.EndArray();
    json.Key("items");
    json.StartObject();
    type(json, "string");
    json.EndObject();
    json.EndObject();
  }
  for (const Key& key : keys()) {
    if (!in_override || key.in_override) value(json, key);
  }
  json.EndObject();
}

}  // namespace

std::string json_schema() {
  rapidjson::StringBuffer buffer;
  Json json(buffer);
  json.SetIndent(' ', 1);
  json.StartObject();
  json.Key("$schema");
  json.String("http://json-schema.org/draft-07/schema#");
  json.Key("title");
  json.String("gouji.toml");
  type(json, "object");
  properties(json, false);
  json.EndObject();
  return std::string(buffer.GetString()) + "\n";
}

}  // namespace gouji::config
