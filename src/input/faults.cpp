// SPDX-License-Identifier: Apache-2.0
#include "input/faults.hpp"

#include <array>
#include <utility>

#include "base/fault_table.hpp"

namespace gouji::input {
namespace {

constexpr std::array<FaultRow<Fault>, 14> kRows{{
    {Fault::unsupported, "unsupported-format", "不支持这种文件格式", "unsupported file format",
     "可读 .docx .xlsx .doc .wps .xls .et .rtf .odt .ods .pdf .txt .md；其他格式请用 Word 或 WPS 另存为 .docx",
     ".docx .xlsx .doc .wps .xls .et .rtf .odt .ods .pdf .txt .md are read; save anything else as .docx in Word or WPS"},
    {Fault::external_off, "external-off", "这种文件要借助其他程序读取，而 --no-external 关掉了这项功能",
     "this kind of file is read by another program, which --no-external forbids",
     "去掉 --no-external，或用 Word、WPS 另存为 .docx 再检查",
     "leave out --no-external, or save the file as .docx in Word or WPS"},
    {Fault::needs_office, "needs-libreoffice", "这种文件要靠 LibreOffice 转换，本机没有安装",
     "this kind of file is converted by LibreOffice, which is not installed",
     "安装：apt install libreoffice-writer libreoffice-calc；或用 Word、WPS 另存为 .docx 再检查",
     "apt install libreoffice-writer libreoffice-calc; or save the file as .docx in Word or WPS"},
    {Fault::needs_poppler, "needs-poppler", "PDF 要靠 poppler 的程序读取，本机没有安装",
     "PDF is read by poppler's programs, which are not installed",
     "安装：apt install poppler-utils；有 Word 原件的，直接检查原件更准",
     "apt install poppler-utils; the Word original, where there is one, is better still"},
    {Fault::conversion_failed, "conversion-failed", "转换没有成功", "the conversion did not succeed",
     "文件可能已损坏；请用 Word 或 WPS 打开，另存为 .docx 再检查",
     "the file may be damaged; open it in Word or WPS and save it as .docx"},
    {Fault::conversion_timeout, "conversion-timeout", "转换超时，已停止",
     "the conversion took too long and was stopped", "请用 Word 或 WPS 另存为 .docx 再检查",
     "save it as .docx in Word or WPS and check that file"},
    {Fault::conversion_too_large, "conversion-too-large", "转换结果过大，已放弃",
     "the conversion gives more than is taken; it was given up", "请压缩文中图片，或用 Word、WPS 另存为 .docx 再检查",
     "compress its pictures, or save it as .docx in Word or WPS"},
    {Fault::no_scratch, "no-scratch-space", "建不了临时文件夹或启动不了程序",
     "no temporary folder could be made, or no program started", "请检查临时目录（TMPDIR）的空间和权限",
     "check the space and permissions of the temporary folder (TMPDIR)"},
    {Fault::encrypted_pdf, "encrypted", "PDF 设有打开密码", "the PDF asks for a password to be opened",
     "请取得没有密码的文件再检查", "ask for a file without a password"},
    {Fault::broken_pdf, "broken-pdf", "PDF 已损坏，读不出来", "the PDF is damaged and cannot be read",
     "请重新下载或向报送单位索取原文件", "download it again or ask the sender for the original"},
    {Fault::scanned_pdf, "scanned-pdf", "PDF 里没有文字，是扫描件或图片",
     "the PDF holds no text: it is a scan or pictures", "请索取 Word 原件，或先用文字识别（OCR）软件处理",
     "ask for the Word original, or run text recognition (OCR) on it first"},
    {Fault::garbled_pdf, "garbled-pdf", "PDF 的字体没有文字编码，取出的是乱码",
     "the fonts of the PDF do not say which characters they show", "请索取 Word 原件，或重新导出 PDF（嵌入文字编码）",
     "ask for the Word original, or export the PDF anew with its characters"},
    {Fault::long_pdf, "too-many-pages", "PDF 页数过多，超出读取上限", "the PDF has more pages than are read",
     "请拆分后再检查", "split it and check the parts"},
    {Fault::unknown_encoding, "unknown-encoding", "不是文本，或文字编码认不出来（认得 UTF-8、UTF-16、GB18030）",
     "not text, or in an encoding that is not known (UTF-8, UTF-16 and GB18030 are)", "请用记事本另存为 UTF-8 再检查",
     "save it as UTF-8 and check again"},
}};

}  // namespace

const char* code_of(Fault fault) { return row_of(kRows, fault).code; }

Error make_error(Fault fault, std::string where, const Bilingual& detail) {
  return error_of(row_of(kRows, fault), std::move(where), detail);
}

}  // namespace gouji::input
