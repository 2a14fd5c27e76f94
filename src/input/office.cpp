// One run has one profile in one scratch folder: runs do not meet, and nothing of the user's own settings is used.
// SPDX-License-Identifier: Apache-2.0
#include "input/office.hpp"

#include <optional>
#include <string_view>

#include "input/faults.hpp"
#include "input/program.hpp"
#include "input/scratch_folder.hpp"

namespace gouji::input {
namespace {

struct Conversion {
  const char* source;  // the name decides which of LibreOffice's filters reads
  const char* target;
  const char* format;
  const char* filter;  // named where LibreOffice would take another one of its own accord; may be null
};

Conversion conversion_of(FileKind kind, std::string_view bytes) {
  switch (kind) {
    case FileKind::wps: return {"in.wps", "in.docx", "docx", nullptr};
    case FileKind::rtf: return {"in.rtf", "in.docx", "docx", nullptr};
    case FileKind::odt: return {"in.odt", "in.docx", "docx", nullptr};
    case FileKind::web_page:
      if (bytes.substr(0, 4096).find("<w:wordDocument") != std::string_view::npos)
        return {"in.xml", "in.docx", "docx", "MS Word 2003 XML"};
      return {"in.html", "in.docx", "docx", "HTML (StarWriter)"};
    case FileKind::old_sheet: return {"in.xls", "in.xlsx", "xlsx", nullptr};
    case FileKind::ods: return {"in.ods", "in.xlsx", "xlsx", nullptr};
    default: return {"in.doc", "in.docx", "docx", nullptr};
  }
}

/// No macros, no links followed, no files locked beside the document, no first-start questions.
constexpr std::string_view kSettings = R"(<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Misc"><prop oor:name="UseLocking" oor:op="fuse"><value>false</value></prop></item>
<item oor:path="/org.openoffice.Office.Writer/Content/Update"><prop oor:name="Link" oor:op="fuse"><value>2</value></prop></item>
<item oor:path="/org.openoffice.Office.Calc/Content/Update"><prop oor:name="Link" oor:op="fuse"><value>2</value></prop></item>
<item oor:path="/org.openoffice.Inet/Settings"><prop oor:name="ooInetProxyType" oor:op="fuse"><value>1</value></prop></item>
<item oor:path="/org.openoffice.Inet/Settings"><prop oor:name="ooInetHTTPProxyName" oor:op="fuse"><value>127.0.0.1</value></prop></item>
<item oor:path="/org.openoffice.Inet/Settings"><prop oor:name="ooInetHTTPProxyPort" oor:op="fuse"><value>9</value></prop></item>
</oor:items>
)";

bool make_profile(const ScratchFolder& scratch) {
  return scratch.make_folder("profile") && scratch.make_folder("profile/user") &&
         scratch.write("profile/user/registrymodifications.xcu", kSettings);
}

}  // namespace

Result<std::string> convert_by_office(FileKind kind, const std::string& path, std::string bytes,
                                      const InputOptions& options) {
  const KindName name = name_of(kind);
  const Bilingual what{name.zh, name.en};
  if (!options.with_programs) return make_error(Fault::external_off, path, what);
  const std::string program = find_program({"soffice", "libreoffice"}, options.program_path);
  if (program.empty()) return make_error(Fault::needs_office, path, what);

  const ScratchFolder scratch;
  const Conversion conversion = conversion_of(kind, bytes);
  if (!scratch.is_there() || !make_profile(scratch) || !scratch.write(conversion.source, bytes))
    return make_error(Fault::no_scratch, path);
  bytes = {};
  Run task;
  task.program = program;
  task.folder = scratch.path();
  task.time_limit = std::chrono::seconds(options.office_seconds);
  task.output_bytes = options.output_bytes;
  task.arguments = {"-env:UserInstallation=file://" + scratch.file("profile"),
                    "--headless",
                    "--norestore",
                    "--nolockcheck",
                    "--nodefault",
                    "--nofirststartwizard"};
  if (conversion.filter != nullptr) task.arguments.push_back(std::string("--infilter=") + conversion.filter);
  for (const std::string& argument : {std::string("--convert-to"), std::string(conversion.format),
                                      std::string("--outdir"), scratch.path(), scratch.file(conversion.source)})
    task.arguments.push_back(argument);

  const RunStatus status = run(task);
  if (status == RunStatus::not_started) return make_error(Fault::no_scratch, path);
  if (status == RunStatus::timed_out) return make_error(Fault::conversion_timeout, path, what);
  if (status == RunStatus::too_large) return make_error(Fault::conversion_too_large, path, what);
  // LibreOffice ends with 0 when it could not read the file, and at times with an error after it wrote all
  std::optional<std::string> converted = scratch.read(conversion.target, options.output_bytes);
  if (!converted || converted->empty()) return make_error(Fault::conversion_failed, path, what);
  return std::move(*converted);
}

}  // namespace gouji::input
