// SPDX-License-Identifier: Apache-2.0
#include "annotate/part_entries.hpp"

#include <utility>

#include "annotate/faults.hpp"

namespace gouji::annotate {
namespace {

std::string last_word(const std::string& type) { return type.substr(type.rfind('/') + 1); }

/// A closing tag with a blank in it: the root was written <x/> before.
constexpr std::string_view kOpenedTrace = " >";

}  // namespace

Result<std::optional<Related>> related(PackageEdit& edit, std::string_view kind) {
  auto relations = edit.relations();
  if (!relations) return std::move(relations.error());
  for (Related& relation : relations.value()) {
    if (last_word(relation.type) == kind && edit.has(relation.target))
      return std::optional<Related>(std::move(relation));
  }
  return std::optional<Related>();
}

std::optional<Error> append_to_root(PackageEdit& edit, const std::string& part, std::string_view root,
                                    const Markup& markup, const std::string& text) {
  const Element& top = markup.at(0);
  if (markup.local(top) != root) return make_error(Fault::odd_part, part);
  Splices splices;
  if (top.is_short) {
    splices.erase(top.inner - 2, top.inner - 1);
    splices.insert(top.inner, text + "</" + std::string(markup.name(top)) + std::string(kOpenedTrace));
  } else {
    splices.insert(top.inner_end, text);
  }
  edit.write(part, splices.apply(markup.text()));
  return std::nullopt;
}

std::optional<Error> take_out_entries(PackageEdit& edit, const std::string& part,
                                      const std::function<bool(const Markup&, const Element&)>& is_ours) {
  auto read = edit.markup(part);
  if (!read) return std::move(read.error());
  const Markup& markup = read.value();
  const Element& top = markup.at(0);
  Splices splices;
  bool is_all = true;
  for (const std::uint32_t child : markup.children(0)) {
    if (is_ours(markup, markup.at(child))) {
      splices.erase(markup.at(child).begin, markup.at(child).end);
    } else {
      is_all = false;
    }
  }
  if (splices.empty()) return std::nullopt;
  if (is_all && markup.slice(top.inner_end, top.end).ends_with(kOpenedTrace)) {
    splices.insert(top.inner - 1, "/");
    splices.erase(top.inner_end, top.end);
  }
  edit.write(part, splices.apply(markup.text()));
  return std::nullopt;
}

Names names_in(const Markup& markup, std::string_view uri, std::string_view otherwise) {
  if (const auto known = markup.prefix_of(uri)) return {*known + ":", {}};
  return {std::string(otherwise) + ":", " xmlns:" + std::string(otherwise) + "=\"" + std::string(uri) + "\""};
}

}  // namespace gouji::annotate
