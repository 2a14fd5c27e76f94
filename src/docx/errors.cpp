// The table of faults.
// SPDX-License-Identifier: Apache-2.0
#include "docx/errors.hpp"

#include <array>
#include <utility>

#include "base/fault_table.hpp"

namespace gouji::docx {
namespace {

constexpr const char* kSaveAsZh = "请用 Word 或 WPS 打开后另存为 .docx，再检查";
constexpr const char* kSaveAsEn = "open it in Word or WPS, save it as .docx and check that file";
constexpr const char* kDoubtZh = "请核实来源；确属正常报告的，用 Word 或 WPS 打开后另存为 .docx";
constexpr const char* kDoubtEn =
    "check where it comes from; if it is a genuine report, save it anew as .docx in Word or WPS";

constexpr const char* kLimitZh =
    "请核实来源；确属正常报告的，用 Word 或 WPS 打开后另存为 .docx，或用 --limit 放宽上限（gouji limits 列出名称）";
constexpr const char* kLimitEn =
    "check where it comes from; if it is a genuine report, save it anew as .docx, or raise a limit (gouji limits)";

constexpr std::array<FaultRow<Fault>, 21> kRows{{
    {Fault::unreadable_file, "unreadable-file", "文件打不开", "the file cannot be opened",
     "请检查路径是否正确、是否有读取权限、是否被其他程序占用",
     "check the path, the permissions and whether another program holds it"},
    {Fault::lock_file, "lock-file", "这是 Word 打开文档时产生的临时锁文件，不是文档本身",
     "this is the lock file that Word keeps beside an open document, not the document",
     "请检查去掉“~$”前缀的原文件；关闭 Word 后此文件会自动消失",
     "check the document itself; this file goes away when Word is closed"},
    {Fault::empty_file, "empty-file", "文件是空的（0 字节）", "the file is empty (0 bytes)",
     "请重新下载或向报送单位索取原文件", "download it again or ask the sender for the original"},
    {Fault::file_too_large, "file-too-large", "文件过大，超出读取上限", "the file is larger than the reader takes",
     "请压缩文中图片后另存，再检查", "compress its pictures, save it and check again"},
    {Fault::not_zip, "not-zip", "不是 .docx 文件（内容不是 ZIP 压缩包）",
     "not a .docx file (its content is not a ZIP archive)", "扩展名可能被改过；请用 Word 或 WPS 打开后另存为 .docx",
     "the extension may have been changed; open it in Word or WPS and save it as .docx"},
    {Fault::truncated_zip, "truncated-zip", "文件不完整或已损坏", "the file is cut short or damaged",
     "请重新下载或重新传输；也可用 Word 或 WPS 打开并修复后另存为 .docx",
     "transfer it again, or let Word or WPS repair it and save it as .docx"},
    {Fault::damaged_entry, "damaged-entry", "压缩包里有部件已损坏（校验和不符）",
     "a part of the archive is damaged: its checksum does not fit",
     "请重新下载或重新传输；也可用 Word 或 WPS 打开并修复后另存为 .docx",
     "transfer it again, or let Word or WPS repair it and save it as .docx"},
    {Fault::odd_compression, "odd-compression", "压缩包用了 Word 不用的压缩方法",
     "the archive is compressed in a way that Word does not use",
     "可能由压缩软件重新打包；请用 Word 或 WPS 打开后另存为 .docx",
     "an archiver may have packed it anew; open it in Word or WPS and save it as .docx"},
    {Fault::ambiguous_zip, "ambiguous-zip", "压缩包的目录自相矛盾，不同程序会读出不同内容，已拒绝读取",
     "the directory of the archive contradicts itself: programs would read different contents; it was not read",
     kDoubtZh, kDoubtEn},
    {Fault::unsafe_name, "unsafe-name", "压缩包里有越出文件夹的条目名，可能是恶意构造的，已拒绝读取",
     "an entry of the archive has a name that leads out of it and may be malicious; it was not read", kDoubtZh,
     kDoubtEn},
    {Fault::encrypted, "encrypted", "文件已加密，没有密码读不出内容",
     "the file is encrypted and cannot be read without its password",
     "请用 Word 或 WPS 输入密码打开，取消密码后另存为 .docx",
     "open it with its password in Word or WPS, remove the password and save it as .docx"},
    {Fault::rights_managed, "rights-managed", "文件受权限管理（IRM）保护，内容已加密",
     "the file is under rights management (IRM), its content is encrypted",
     "请由有权限的人用 Word 打开，取消权限限制后另存为 .docx",
     "someone with the rights must open it in Word, lift the restriction and save it as .docx"},
    {Fault::legacy_doc, "legacy-doc", "这是旧版 Word 二进制文档（.doc），不是 .docx",
     "this is a binary Word document (.doc), not a .docx", kSaveAsZh, kSaveAsEn},
    {Fault::legacy_wps, "legacy-wps", "这是旧版 WPS 或其他 Office 二进制文件，不是 .docx",
     "this is a binary WPS or other Office file, not a .docx", kSaveAsZh, kSaveAsEn},
    {Fault::zip_bomb, "zip-bomb", "文件解压后体积异常，可能是恶意构造的压缩包，已拒绝读取",
     "the file unpacks to an abnormal size and may be malicious; it was not read", kLimitZh, kLimitEn},
    {Fault::no_main_document, "no-main-document", "压缩包里没有 Word 正文", "the archive holds no Word main document",
     "可能是表格、演示文稿或普通压缩包；请确认文件类型，用 Word 或 WPS 另存为 .docx",
     "it may be a workbook, slides or a plain archive; save the report as .docx in Word or WPS"},
    {Fault::missing_part, "missing-part", "文件缺少必需的部件", "a part that the document needs is missing",
     "请用 Word 或 WPS 打开并修复后另存为 .docx", "let Word or WPS repair it and save it as .docx"},
    {Fault::broken_xml, "broken-xml", "文件内部的 XML 已损坏", "the XML inside the file is broken",
     "请用 Word 或 WPS 打开并修复后另存为 .docx", "let Word or WPS repair it and save it as .docx"},
    {Fault::doctype, "xml-doctype", "文件内部的 XML 带有 DOCTYPE（实体）声明，Word 不写这种声明，已拒绝读取",
     "the XML inside the file has a DOCTYPE (entities), which Word never writes; it was not read", kDoubtZh, kDoubtEn},
    {Fault::odd_encoding, "xml-encoding", "文件内部的 XML 不是 UTF-8 或 UTF-16 编码",
     "the XML inside the file is in neither UTF-8 nor UTF-16", "请用 Word 或 WPS 打开后另存为 .docx",
     "open it in Word or WPS and save it as .docx"},
    {Fault::xml_too_deep, "xml-too-deep", "文件内部的 XML 嵌套层数异常，已拒绝读取",
     "the XML inside the file is nested abnormally deep; it was not read", kLimitZh, kLimitEn},
}};

}  // namespace

const char* code_of(Fault fault) { return row_of(kRows, fault).code; }

Error make_error(Fault fault, std::string where, const Bilingual& detail) {
  return error_of(row_of(kRows, fault), std::move(where), detail);
}

Note unread_part(const Error& error) {
  return Note{"unread-part",
              {"部件 " + error.where + " 没有读：" + error.message.zh,
               "part " + error.where + " was not read: " + error.message.en},
              error.where};
}

}  // namespace gouji::docx
