// gouji annotate on the command line.
// SPDX-License-Identifier: Apache-2.0
#include "cli/command_line.hpp"
#include "cli/commands.hpp"

namespace gouji::cli {

void add_annotate_command(CommandLine& line) {
  Options& options = line.options();
  CLI::App* app =
      line.command(line.app(), "annotate", annotate_document, "另写一份 .docx，问题写成 Word 批注，批在所指的字上",
                   "Write a copy of a .docx with a Word comment at the characters of each finding");
  app->add_option("FILE", options.paths, line.say("一份 .docx（.docm、.dotx 等）", "A .docx (.docm, .dotx…)"))
      ->type_name("")
      ->required()
      ->expected(1);
  app->add_option("-o,--output", options.copy,
                  line.say("副本写到哪里；不能是原文件", "Where the copy goes; not the document itself"))
      ->type_name(line.say("文件", "FILE"))
      ->required();
  app->add_flag("--remove", options.is_removal,
                line.say("不检查，去掉 gouji 的批注，还原文件", "Check nothing: take gouji's comments out again"));
  app->add_flag(
      "--suggest", options.with_suggestions,
      line.say("可以照改的（序号、单元格的单位）另写成修订，可接受或拒绝",
               "What can be mended without a thought (numbers of headings, units of cells) as tracked changes"));
  app->add_flag("--all", options.with_all,
                line.say("已忽略的、基线内的问题也写", "Suppressed findings and those of the baseline too"));
  line.add_selection(app);
  line.add_standing(app);
  line.add_reading(app);
  line.add_common(app);
  app->footer(line.say("退出状态：0 副本已写成（不论有无问题），2 没有写成。再加一次批注时，旧的先去掉。",
                       "Exit status: 0 the copy is written, whatever was found; 2 it is not. Annotating a copy again "
                       "replaces the comments."));
}

}  // namespace gouji::cli
