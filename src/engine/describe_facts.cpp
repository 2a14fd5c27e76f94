// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>
#include <rapidjson/prettywriter.h>
#include <rapidjson/stringbuffer.h>

#include "engine/describe.hpp"

namespace gouji::engine {
namespace {

using Writer = rapidjson::PrettyWriter<rapidjson::StringBuffer>;

const char* to_string(facts::Qualifier qualifier) {
  switch (qualifier) {
    case facts::Qualifier::exact: return "exact";
    case facts::Qualifier::about: return "about";
    case facts::Qualifier::slightly_below: return "slightly_below";
    case facts::Qualifier::slightly_above: return "slightly_above";
    case facts::Qualifier::at_least: return "at_least";
    case facts::Qualifier::at_most: return "at_most";
    case facts::Qualifier::more_than: return "more_than";
    case facts::Qualifier::less_than: return "less_than";
  }
  return "exact";
}

const char* to_string(facts::UnitSource source) {
  switch (source) {
    case facts::UnitSource::none: return "none";
    case facts::UnitSource::self: return "self";
    case facts::UnitSource::column: return "column";
    case facts::UnitSource::table: return "table";
    case facts::UnitSource::sibling: return "sibling";
  }
  return "none";
}

const char* to_string(facts::Period period) {
  switch (period) {
    case facts::Period::unknown: return "unknown";
    case facts::Period::current: return "current";
    case facts::Period::prior: return "prior";
    case facts::Period::opening: return "opening";
    case facts::Period::closing: return "closing";
  }
  return "unknown";
}

std::string to_string(const facts::DateValue& date) {
  if (date.year == 0 && date.month == 0) return {};
  std::string out = date.year == 0 ? "-" : fmt::format("{:04}", date.year);
  if (date.month != 0) out += fmt::format("-{:02}", date.month);
  if (date.day != 0) out += fmt::format("-{:02}", date.day);
  return out;
}

class FactWriter {
 public:
  FactWriter(const Reading& reading, Writer& json) : reading_(reading), json_(json) {}

  void write(std::uint32_t index) {
    const facts::Fact& fact = reading_.facts.facts[index];
    json_.StartObject();
    text("kind", facts::to_string(fact.kind));
    const text::Quote quote = text::quote_of(reading_.document, reading_.text, fact.passage, fact.span);
    text("text", quote.text);
    write_value(fact);
    text("unit", fact.unit == nullptr ? "" : fact.unit->word);
    text("unit_source", to_string(fact.unit_source));
    text("label", fact.label_text);
    text("role", fact.role);
    text("period", to_string(fact.period));
    number("year", fact.year);
    text("scope", fact.scope);
    text("qualifier", to_string(fact.qualifier));
    json_.Key("is_range_part");
    json_.Bool(fact.is_range_part);
    write_place(quote.place);
    write_quantity(index);
    json_.EndObject();
  }

 private:
  void key(const char* name) { json_.Key(name); }
  void text(const char* name, const std::string& value) {
    key(name);
    value.empty() ? json_.Null() : json_.String(value.c_str(), static_cast<rapidjson::SizeType>(value.size()));
  }
  void number(const char* name, int value) {
    key(name);
    value == 0 ? json_.Null() : json_.Int(value);
  }
  void number(const char* name, const std::optional<std::uint32_t>& value) {
    key(name);
    value ? json_.Uint(*value) : json_.Null();
  }

  void write_value(const facts::Fact& fact) {
    switch (fact.kind) {
      case facts::FactKind::date:
        text("value", to_string(fact.date));
        text("end", to_string(fact.date_end));
        key("is_valid");
        json_.Bool(fact.date.is_valid);
        return;
      case facts::FactKind::docnumber: text("value", fact.text_value); return;
      case facts::FactKind::blank:
      case facts::FactKind::code:
      case facts::FactKind::ordinal: text("value", ""); return;
      default: break;
    }
    // Strings: a program that reads them as binary fractions would lose the exact amount.
    text("value", fact.value.to_string());
    text("step", fact.step.to_string());
    text("printed", fact.printed.to_string());
  }

  /// Identity: what the cross-reference checks compare by; «stated» or «inherited» behind each part.
  void write_quantity(std::uint32_t index) {
    const quantity::Quantity* quantity = reading_.quantities.of(index);
    if (quantity == nullptr) return;
    key("quantity");
    json_.StartObject();
    text("subject", quantity->subject);
    text("subject_is", to_string(quantity->subject_origin));
    text("naming", to_string(quantity->naming));
    text("column", quantity->column);
    text("role", to_string(quantity->role));
    text("role_is", to_string(quantity->role_origin));
    text("period", to_string(quantity->period));
    number("year", quantity->year);
    text("year_is", to_string(quantity->year_origin));
    text("scope", quantity->scope);
    text("scope_is", to_string(quantity->scope_origin));
    text("apart", quantity->context);
    json_.EndObject();
  }

  void write_place(const Place& place) {
    key("place");
    json_.StartObject();
    text("part", place.part);
    text("heading", place.heading);
    number("paragraph", place.paragraph);
    number("table", place.table);
    number("row", place.row);
    number("column", place.column);
    if (!place.cell.empty()) text("cell", place.cell);
    key("start");
    json_.Uint(place.start);
    key("end");
    json_.Uint(place.end);
    json_.EndObject();
  }

  const Reading& reading_;
  Writer& json_;
};

}  // namespace

std::string describe_facts(const Reading& reading, const std::string& path, const std::string& sha256) {
  rapidjson::StringBuffer buffer;
  Writer json(buffer);
  json.SetIndent(' ', 1);
  const auto text = [&](const char* name, const std::string& value) {
    json.Key(name);
    json.String(value.c_str(), static_cast<rapidjson::SizeType>(value.size()));
  };
  json.StartObject();
  text("schema", "gouji.facts/1");
  text("path", path);
  text("sha256", sha256);
  text("title", reading.context.title);
  text("genre", reading.context.genre);
  json.Key("fiscal_year");
  reading.context.fiscal_year == 0 ? json.Null() : json.Int(reading.context.fiscal_year);
  json.Key("facts");
  json.StartArray();
  FactWriter writer(reading, json);
  for (std::uint32_t index = 0; index < reading.facts.facts.size(); ++index) writer.write(index);
  json.EndArray();
  json.EndObject();
  return std::string(buffer.GetString(), buffer.GetSize()) + '\n';
}

}  // namespace gouji::engine
