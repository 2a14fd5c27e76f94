// SPDX-License-Identifier: Apache-2.0
#include "annotate/package_edit.hpp"

#include <utility>

#include "annotate/faults.hpp"
#include "annotate/zip_write.hpp"
#include "docx/flat_opc.hpp"
#include "docx/package.hpp"
#include "report/escape.hpp"

namespace gouji::annotate {
namespace {

constexpr const char* kTypes = "[Content_Types].xml";
constexpr const char* kRelationsOpen =
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
    "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">";
constexpr const char* kRelationsClose = "</Relationships>";

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return out;
}

/// "ct:" where the root is "ct:Types".
std::string prefix_of_root(const Markup& markup) {
  const std::string_view name = markup.name(markup.at(0));
  const std::size_t colon = name.find(':');
  return colon == std::string_view::npos ? std::string() : std::string(name.substr(0, colon + 1));
}

}  // namespace

Result<PackageEdit> PackageEdit::open(std::string bytes, const Limits& limits) {
  if (docx::is_flat_opc(bytes)) return make_error(Fault::flat_opc);
  auto package = docx::Package::open(bytes, limits);
  if (!package) return std::move(package.error());
  auto archive = docx::Archive::open(bytes, limits);
  if (!archive) return std::move(archive.error());
  PackageEdit edit(std::move(archive.value()));
  edit.bytes_ = std::move(bytes);
  edit.main_part_ = package.value().main_part();
  edit.limits_ = limits;
  return edit;
}

bool PackageEdit::has(const std::string& part) const {
  const auto found = parts_.find(lower(part));
  return found != parts_.end() ? !found->second.is_removed : archive_.has(part);
}

Result<PartText*> PackageEdit::text_of(const std::string& part) {
  const std::string key = lower(part);
  if (const auto found = parts_.find(key); found != parts_.end()) return &found->second.part;
  auto bytes = archive_.read(part);
  if (!bytes) return std::move(bytes.error());
  auto text = decode_part(part, bytes.value());
  if (!text) return std::move(text.error());
  return &parts_.emplace(key, State{std::move(text.value()), false}).first->second.part;
}

Result<Markup> PackageEdit::markup(const std::string& part) {
  auto text = text_of(part);
  if (!text) return std::move(text.error());
  return Markup::read(part, text.value()->text, limits_);
}

void PackageEdit::write(const std::string& part, std::string text) {
  if (auto known = text_of(part)) known.value()->text = std::move(text);
}

void PackageEdit::create(const std::string& part, std::string text) {
  parts_[lower(part)] = State{PartText{std::move(text)}, false};
  names_.emplace(lower(part), part);
}

void PackageEdit::remove(const std::string& part) { parts_[lower(part)].is_removed = true; }

Result<std::vector<Related>> PackageEdit::relations() {
  std::vector<Related> out;
  const std::string name = docx::relations_name(main_part_);
  if (!has(name)) return out;
  auto markup = this->markup(name);
  if (!markup) return std::move(markup.error());
  for (const std::uint32_t child : markup.value().children(0)) {
    const Element& element = markup.value().at(child);
    const auto id = markup.value().attribute(element, "Id");
    const auto type = markup.value().attribute(element, "Type");
    const auto target = markup.value().attribute(element, "Target");
    if (!id || !type || !target || markup.value().attribute(element, "TargetMode").value_or("") == "External") continue;
    out.push_back({*id, *type, docx::resolve_target(main_part_, *target)});
  }
  return out;
}

std::optional<Error> PackageEdit::append(const std::string& part, std::string_view root,
                                         const std::function<std::string(const std::string&)>& entry) {
  auto markup = this->markup(part);
  if (!markup) return std::move(markup.error());
  const Element& top = markup.value().at(0);
  if (markup.value().local(top) != root || top.is_short) return make_error(Fault::odd_part, part);
  Splices splices;
  splices.insert(top.inner_end, entry(prefix_of_root(markup.value())));
  write(part, splices.apply(markup.value().text()));
  return std::nullopt;
}

std::optional<Error> PackageEdit::drop(const std::string& part, std::string_view attribute, std::string_view value) {
  auto markup = this->markup(part);
  if (!markup) return std::move(markup.error());
  Splices splices;
  for (const std::uint32_t child : markup.value().children(0)) {
    const Element& element = markup.value().at(child);
    if (lower(markup.value().attribute(element, attribute).value_or("")) == lower(value))
      splices.erase(element.begin, element.end);
  }
  write(part, splices.apply(markup.value().text()));
  return std::nullopt;
}

std::optional<Error> PackageEdit::add_relation(const std::string& id, const std::string& type,
                                               const std::string& target) {
  const std::string name = docx::relations_name(main_part_);
  if (!has(name)) create(name, std::string(kRelationsOpen) + kRelationsClose);
  const std::size_t slash = main_part_.rfind('/');
  const std::string folder = slash == std::string::npos ? "" : main_part_.substr(0, slash + 1);
  const std::string relative = target.substr(0, folder.size()) == folder ? target.substr(folder.size()) : '/' + target;
  return append(name, "Relationships", [&](const std::string& prefix) {
    return "<" + prefix + "Relationship Id=\"" + id + "\" Type=\"" + type + "\" Target=\"" +
           report::escape_xml(relative) + "\"/>";
  });
}

std::optional<Error> PackageEdit::remove_relation(const std::string& id) {
  const std::string name = docx::relations_name(main_part_);
  if (auto failed = drop(name, "Id", id)) return failed;
  auto text = text_of(name);
  if (text && text.value()->text == std::string(kRelationsOpen) + kRelationsClose) remove(name);
  return std::nullopt;
}

std::optional<Error> PackageEdit::add_content_type(const std::string& part, const std::string& type) {
  return append(kTypes, "Types", [&](const std::string& prefix) {
    return "<" + prefix + "Override PartName=\"/" + report::escape_xml(part) + "\" ContentType=\"" + type + "\"/>";
  });
}

std::optional<Error> PackageEdit::remove_content_type(const std::string& part) {
  return drop(kTypes, "PartName", '/' + part);
}

Result<std::string> PackageEdit::save() const {
  std::vector<EntryChange> changes;
  for (const auto& [key, state] : parts_) {
    const bool was_there = archive_.has(key);
    if (state.is_removed) {
      if (was_there) changes.push_back({key, std::nullopt, false});
      continue;
    }
    std::string bytes = encode_part(state.part);
    if (was_there) {
      const auto before = archive_.read(key);
      if (before && before.value() == bytes) continue;
    }
    const auto name = names_.find(key);
    changes.push_back({name == names_.end() ? key : name->second, std::move(bytes), !was_there});
  }
  if (changes.empty()) return bytes_;
  return write_zip(bytes_, changes, main_part_);
}

}  // namespace gouji::annotate
