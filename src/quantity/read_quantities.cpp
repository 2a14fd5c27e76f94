// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "base/utf8.hpp"
#include "quantity/quantity.hpp"
#include "quantity/readers.hpp"

namespace gouji::quantity {

const char* to_string(Role role) {
  switch (role) {
    case Role::unknown: return "unknown";
    case Role::initial: return "initial_budget";
    case Role::adjusted: return "adjusted_budget";
    case Role::budget: return "budget";
    case Role::final: return "final";
    case Role::arrived: return "arrived";
    case Role::delta: return "delta";
    case Role::growth: return "growth";
    case Role::share: return "share";
    case Role::completion: return "completion";
    case Role::rate: return "rate";
  }
  return "unknown";
}

const char* to_string(Origin origin) {
  switch (origin) {
    case Origin::none: return "none";
    case Origin::inherited: return "inherited";
    case Origin::stated: return "stated";
  }
  return "none";
}

const char* to_string(Naming naming) {
  switch (naming) {
    case Naming::none: return "none";
    case Naming::generic: return "generic";
    case Naming::plain: return "plain";
    case Naming::whole: return "whole";
    case Naming::specific: return "specific";
  }
  return "none";
}

bool is_measured(const facts::Fact& fact) {
  switch (fact.kind) {
    case facts::FactKind::money:
    case facts::FactKind::percent:
    case facts::FactKind::count: return true;
    default: return false;
  }
}

void read_aliases(const Source& source, Namer& namer) {
  constexpr std::string_view kWords[] = {"以下简称", "简称"};
  for (const text::Passage& passage : source.text.passages) {
    const std::string_view text = passage.text;
    for (const std::string_view word : kWords) {
      const std::size_t at = text.find("（" + std::string(word));
      if (at == std::string_view::npos) continue;
      std::size_t begin = at + std::string_view("（").size() + word.size();
      if (text.substr(begin, 3) == "为") begin += 3;
      if (text.substr(begin, 3) == "：") begin += 3;
      const std::size_t end = text.find("）", begin);
      if (end == std::string_view::npos || end - begin > 60) break;
      std::string name;
      for (std::size_t i = begin; i < end; i += utf8::length(text[i])) {
        const std::string_view here = text.substr(i, utf8::length(text[i]));
        if (here != "“" && here != "”" && here != "\"" && here != "《" && here != "》") name += here;
      }
      // the full name stands right in front, back to the last mark or verb-like break
      std::size_t from = at;
      while (from > 0) {
        const std::size_t before = utf8::previous(text, from);
        const std::string_view here = text.substr(before, from - before);
        if (here == "，" || here == "。" || here == "；" || here == "：" || here == "、" || here == "对" ||
            here == "了")
          break;
        from = before;
      }
      const Name full = namer.read(text.substr(from, at - from));
      if (name.size() >= 6 && full.subject.size() > name.size() && full.subject.size() <= 90)
        namer.add_alias(name, full.subject);
      break;
    }
  }
}

Quantities read_quantities(const Source& source) {
  Namer namer(source.lexicon);
  read_aliases(source, namer);
  Quantities out;
  read_text(source, namer, out.all);
  read_cells(source, namer, out.all);
  std::sort(out.all.begin(), out.all.end(), [](const Quantity& a, const Quantity& b) { return a.fact < b.fact; });
  out.of_fact.assign(source.facts.facts.size(), docx::kNone);
  for (std::uint32_t i = 0; i < out.all.size(); ++i) out.of_fact[out.all[i].fact] = i;
  return out;
}

}  // namespace gouji::quantity
