// SPDX-License-Identifier: Apache-2.0
#include "mutate/damage.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "support/raw_zip.hpp"
#include "support/unzip.hpp"

namespace gouji::mutate {
namespace {

using Entries = std::vector<std::pair<std::string, std::string>>;

void flip_bits(std::string& bytes, Dice& dice) {
  if (bytes.empty()) return;
  for (std::size_t left = 1 + dice.roll(16); left > 0; --left)
    bytes[dice.roll(bytes.size())] ^= static_cast<char>(1u << dice.roll(8));
}

std::string whole_flip(const std::string& docx, Dice& dice) {
  std::string bytes = docx;
  flip_bits(bytes, dice);
  return bytes;
}

std::string whole_truncate(const std::string& docx, Dice& dice) { return docx.substr(0, dice.roll(docx.size())); }

std::string whole_cut(const std::string& docx, Dice& dice) {
  std::string bytes = docx;
  const std::size_t at = dice.roll(bytes.size());
  bytes.erase(at, 1 + dice.roll(64));
  return bytes;
}

std::string whole_repeat(const std::string& docx, Dice& dice) {
  const std::size_t at = dice.roll(docx.size());
  const std::string piece = docx.substr(at, 1 + dice.roll(512));
  std::string bytes = docx;
  return bytes.insert(dice.roll(bytes.size()), piece);
}

std::string whole_blank(const std::string& docx, Dice& dice) {
  std::string bytes = docx;
  const std::size_t at = dice.roll(bytes.size());
  const std::size_t size = std::min(bytes.size() - at, 1 + dice.roll(512));
  std::fill_n(bytes.begin() + static_cast<std::ptrdiff_t>(at), size, '\0');
  return bytes;
}

/// Takes the archive apart, lets `harm` at its entries and packs it again.
template <class Harm>
std::string among_entries(const std::string& docx, Harm harm) {
  Entries entries = test::unzip(docx);
  if (!entries.empty()) harm(entries);
  return test::raw_zip(entries).bytes();
}

std::string swap_parts(const std::string& docx, Dice& dice) {
  return among_entries(docx, [&](Entries& entries) {
    std::swap(entries[dice.roll(entries.size())].second, entries[dice.roll(entries.size())].second);
  });
}

std::string drop_part(const std::string& docx, Dice& dice) {
  return among_entries(docx, [&](Entries& entries) {
    entries.erase(entries.begin() + static_cast<std::ptrdiff_t>(dice.roll(entries.size())));
  });
}

std::string empty_part(const std::string& docx, Dice& dice) {
  return among_entries(docx, [&](Entries& entries) { entries[dice.roll(entries.size())].second.clear(); });
}

/// One of the elements of a .rels or of the content types goes, or points to another part.
std::string change_relation(const std::string& docx, Dice& dice) {
  return among_entries(docx, [&](Entries& entries) {
    std::vector<std::size_t> with;
    for (std::size_t i = 0; i < entries.size(); ++i) {
      if (entries[i].first.ends_with(".rels") || entries[i].first.front() == '[') with.push_back(i);
    }
    if (with.empty()) return;
    std::string& xml = entries[with[dice.roll(with.size())]].second;
    std::vector<std::size_t> places;
    for (const char* element : {"<Relationship ", "<Override ", "<Default "}) {
      for (std::size_t at = xml.find(element); at != std::string::npos; at = xml.find(element, at + 1))
        places.push_back(at);
    }
    if (places.empty()) return;
    const std::size_t at = places[dice.roll(places.size())];
    const std::size_t end = xml.find('>', at);
    if (end == std::string::npos) return;
    const std::size_t target = xml.find("Target=\"", at);
    if (dice.roll(2) == 0 || target == std::string::npos || target > end) {
      xml.erase(at, end + 1 - at);
    } else {
      const std::size_t begin = target + 8;
      xml.replace(begin, xml.find('"', begin) - begin, "/" + entries[dice.roll(entries.size())].first);
    }
  });
}

/// Lets `harm` at the XML of one part, the main one half of the time.
template <class Harm>
std::string in_xml(const std::string& docx, Dice& dice, Harm harm) {
  return among_entries(docx, [&](Entries& entries) {
    std::size_t chosen = dice.roll(entries.size());
    for (std::size_t i = 0; i < entries.size(); ++i) {
      if (entries[i].first.ends_with("document.xml") && dice.roll(2) == 0) chosen = i;
    }
    harm(entries[chosen].second);
  });
}

std::string xml_flip(const std::string& docx, Dice& dice) {
  return in_xml(docx, dice, [&](std::string& xml) { flip_bits(xml, dice); });
}

std::string xml_truncate(const std::string& docx, Dice& dice) {
  return in_xml(docx, dice, [&](std::string& xml) { xml.resize(dice.roll(xml.size())); });
}

std::vector<std::size_t> tags_of(const std::string& xml) {
  std::vector<std::size_t> tags;
  for (std::size_t at = xml.find('<'); at != std::string::npos; at = xml.find('<', at + 1)) tags.push_back(at);
  return tags;
}

/// A tag goes, or is written twice.
std::string xml_tag(const std::string& docx, Dice& dice) {
  return in_xml(docx, dice, [&](std::string& xml) {
    const std::vector<std::size_t> tags = tags_of(xml);
    if (tags.empty()) return;
    const std::size_t at = tags[dice.roll(tags.size())];
    const std::size_t size = std::min(xml.find('>', at), xml.size() - 1) + 1 - at;
    if (dice.roll(2) == 0) {
      xml.erase(at, size);
    } else {
      xml.insert(at, xml.substr(at, size));
    }
  });
}

/// A stretch between two tags stands once more, elsewhere between tags: paragraphs in runs, tables in paragraphs…
std::string xml_graft(const std::string& docx, Dice& dice) {
  return in_xml(docx, dice, [&](std::string& xml) {
    const std::vector<std::size_t> tags = tags_of(xml);
    if (tags.size() < 3) return;
    const std::size_t first = dice.roll(tags.size() - 1);
    const std::size_t last = std::min(tags.size() - 1, first + 1 + dice.roll(60));
    const std::string piece = xml.substr(tags[first], tags[last] - tags[first]);
    std::string grafted;
    for (std::size_t left = 1 + dice.roll(8); left > 0; --left) grafted += piece;
    xml.insert(tags[dice.roll(tags.size())], grafted);
  });
}

/// An attribute's value becomes one that nobody expects.
std::string xml_value(const std::string& docx, Dice& dice) {
  static constexpr std::array<const char*, 10> kValues{
      "", "-1", "0", "99999999999999999999", "2147483648", "%1%2%9%", "&#0;", "&#x10FFFF;", "\xFF\xFE", "on"};
  return in_xml(docx, dice, [&](std::string& xml) {
    std::vector<std::size_t> values;
    for (std::size_t at = xml.find("=\""); at != std::string::npos; at = xml.find("=\"", at + 1))
      values.push_back(at + 2);
    if (values.empty()) return;
    for (std::size_t left = 1 + dice.roll(6); left > 0; --left) {
      const std::size_t begin = values[dice.roll(values.size())];
      const std::size_t end = xml.find('"', begin);
      if (end != std::string::npos && end - begin < 200) {
        std::string value = kValues[dice.roll(kValues.size())];
        value.resize(end - begin, value.empty() ? ' ' : value.back());  // places of the others stay
        xml.replace(begin, end - begin, value);
      }
    }
  });
}

/// Elements of real documents nested as no writer does.
std::string xml_nest(const std::string& docx, Dice& dice) {
  static constexpr std::array<const char*, 8> kElements{"w:tbl", "w:sdt",       "w:ins",  "w:txbxContent",
                                                        "w:p",   "w:hyperlink", "w:pict", "mc:AlternateContent"};
  return in_xml(docx, dice, [&](std::string& xml) {
    const std::vector<std::size_t> tags = tags_of(xml);
    if (tags.empty()) return;
    const std::string name = kElements[dice.roll(kElements.size())];
    const std::size_t depth = 1 + dice.roll(1'200);
    std::string open;
    std::string close;
    for (std::size_t i = 0; i < depth; ++i) open += "<" + name + ">", close += "</" + name + ">";
    xml.insert(tags[dice.roll(tags.size())], open + close);
  });
}

}  // namespace

const std::vector<Damage>& damages() {
  static const std::vector<Damage> kDamages{
      {"flip bits", whole_flip},      {"truncate", whole_truncate},   {"cut", whole_cut},
      {"repeat", whole_repeat},       {"blank", whole_blank},         {"swap parts", swap_parts},
      {"drop part", drop_part},       {"empty part", empty_part},     {"change relation", change_relation},
      {"flip bits of XML", xml_flip}, {"truncate XML", xml_truncate}, {"drop or double a tag", xml_tag},
      {"graft XML", xml_graft},       {"odd values", xml_value},      {"nest", xml_nest},
  };
  return kDamages;
}

}  // namespace gouji::mutate
