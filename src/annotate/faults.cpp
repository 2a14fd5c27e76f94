// The table of faults.
// SPDX-License-Identifier: Apache-2.0
#include "annotate/faults.hpp"

#include <array>
#include <utility>

#include "base/fault_table.hpp"

namespace gouji::annotate {
namespace {

constexpr const char* kSaveZh = "请用 Word 或 WPS 打开后另存为 .docx，再加批注";
constexpr const char* kSaveEn = "open it in Word or WPS, save it as .docx and annotate that file";

constexpr std::array<FaultRow<Fault>, 4> kRows{{
    {Fault::flat_opc, "flat-opc", "文件是单个 XML 形式的 Word 文档（Flat OPC），不能加批注",
     "the document is one XML file (Flat OPC), which cannot be annotated", kSaveZh, kSaveEn},
    {Fault::no_paragraph, "no-paragraph", "正文里没有可以挂批注的段落",
     "the body has no paragraph to hang a comment on", kSaveZh, kSaveEn},
    {Fault::odd_part, "odd-part", "要改动的部件与 Word 所写的不同，为免写坏文件，没有加批注",
     "a part that must be changed is not as Word writes it; nothing was written rather than a broken file", kSaveZh,
     kSaveEn},
    {Fault::not_written, "not-written", "新的压缩包没有写成", "the new archive could not be made", kSaveZh, kSaveEn},
}};

}  // namespace

Error make_error(Fault fault, std::string where, const Bilingual& detail) {
  return error_of(row_of(kRows, fault), std::move(where), detail);
}

}  // namespace gouji::annotate
