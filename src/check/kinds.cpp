// The table of check kinds, sorted by name: one row a kind. A kind that is not here does not exist.
// SPDX-License-Identifier: Apache-2.0
#include "check/account_title.hpp"
#include "check/balance_gap.hpp"
#include "check/captions.hpp"
#include "check/change_check.hpp"
#include "check/change_components.hpp"
#include "check/check.hpp"
#include "check/claim_target.hpp"
#include "check/closure.hpp"
#include "check/contradiction.hpp"
#include "check/count_enumeration.hpp"
#include "check/count_levels.hpp"
#include "check/count_list.hpp"
#include "check/count_parallel.hpp"
#include "check/count_slogan.hpp"
#include "check/date_deadline.hpp"
#include "check/date_docnumber.hpp"
#include "check/date_duration.hpp"
#include "check/date_interval.hpp"
#include "check/date_order.hpp"
#include "check/date_report.hpp"
#include "check/date_sequence.hpp"
#include "check/date_validity.hpp"
#include "check/date_weekday.hpp"
#include "check/empty_table.hpp"
#include "check/identity.hpp"
#include "check/indicator_check.hpp"
#include "check/name_project.hpp"
#include "check/near_duplicate.hpp"
#include "check/numbering_level.hpp"
#include "check/numbering_sequence.hpp"
#include "check/own_unit.hpp"
#include "check/partition_check.hpp"
#include "check/period_future.hpp"
#include "check/period_phrase.hpp"
#include "check/period_stale.hpp"
#include "check/period_year_mix.hpp"
#include "check/person_post.hpp"
#include "check/relation.hpp"
#include "check/repeated_text.hpp"
#include "check/restated.hpp"
#include "check/score_bound.hpp"
#include "check/score_execution.hpp"
#include "check/score_grade.hpp"
#include "check/score_rate.hpp"
#include "check/score_text.hpp"
#include "check/score_total.hpp"
#include "check/score_weights.hpp"
#include "check/share_check.hpp"
#include "check/short_title.hpp"
#include "check/sum_across.hpp"
#include "check/table_block.hpp"
#include "check/table_column.hpp"
#include "check/table_hierarchy.hpp"
#include "check/table_hundred.hpp"
#include "check/table_invariant.hpp"
#include "check/table_of_which.hpp"
#include "check/table_relation.hpp"
#include "check/table_row.hpp"
#include "check/table_zero.hpp"
#include "check/target_result.hpp"
#include "check/text_flow.hpp"
#include "check/text_rate.hpp"
#include "check/toc_entries.hpp"
#include "check/token.hpp"
#include "check/unit_cell.hpp"
#include "check/unit_column.hpp"
#include "check/unit_magnitude.hpp"
#include "check/unit_missing.hpp"
#include "check/unit_odd.hpp"
#include "check/unit_price.hpp"
#include "check/words_capital.hpp"
#include "check/xref_anchor.hpp"
#include "check/xref_table_table.hpp"
#include "check/xref_text_table.hpp"
#include "check/xref_text_text.hpp"

namespace gouji::check {

const std::vector<Kind>& kinds() {
  static const std::vector<Kind> kKinds{
      {"account_title", make_account_title, "code and name of a budget account belong together"},
      {"balance_gap", make_balance_gap, "a shortfall that was paid upon is smaller afterwards"},
      {"caption_sequence", make_caption_sequence, "tables, figures and attachments are numbered 1, 2, 3…"},
      {"change", make_change, "levels, increase and rate of one statement fit each other"},
      {"change_components", make_change_components, "the change of a total is the sum of the changes of its parts"},
      {"claim_target", make_claim_target, "a target that a sentence calls reached is reached by its numbers"},
      {"closure", make_closure, "figures of a sentence that would add up but for one slip of the pen"},
      {"contradiction", make_contradiction, "two statements of one document that cannot both be true"},
      {"count_enumerated", make_count_enumerated, "a stated number equals the members of the closed list behind it"},
      {"count_ordinals", make_count_ordinals,
       "a stated number equals the last of the enumerators (一是, （1）, 1.) behind it"},
      {"count_levels", make_count_levels, "indicators by level: no sum, but the table has as many"},
      {"count_list", make_count_list, "a number of things is the sum of the kinds that the sentence counts"},
      {"count_parallel", make_count_parallel, "分别 is followed by as many figures as names stand before it"},
      {"count_slogan", make_count_slogan, "a numbered slogan has as many members as are listed behind it"},
      {"date_deadline", make_date_deadline, "called in time or late as its deadline and date have it"},
      {"date_docnumber", make_date_docnumber, "the year in a document number fits its issue date and the filing date"},
      {"date_duration", make_date_duration, "a stated length of time is what lies between the dates beside it"},
      {"date_interval", make_date_interval, "a stretch of time begins before it ends"},
      {"date_order", make_date_order, "events of one matter happen in their order"},
      {"date_report", make_date_report, "the filing date fits the evaluated year"},
      {"date_sequence", make_date_sequence, "what is said to follow, or to come after the year, is dated so"},
      {"date_validity", make_date_validity, "a date exists and its year has four digits"},
      {"date_weekday", make_date_weekday, "a date falls on the stated day of the week"},
      {"empty_table", make_empty_table, "a note «本表为空» stands under an empty table only"},
      {"foreign_unit", make_foreign_unit, "the report speaks of its own unit, not of a unit of another kind"},
      {"heading_level", make_heading_level, "heading numbers go 一、→（一）→1.→（1）"},
      {"heading_sequence", make_heading_sequence, "numbered paragraphs run 1, 2, 3… at each level under each parent"},
      {"identity", make_identity,
       "labelled terms of one scope satisfy a formula: opening + income - expense == closing"},
      {"indicator", make_indicator, "rows of an indicator table: target, actual value, points and completion fit"},
      {"list_sequence", make_list_sequence, "enumerators of running text run 一是, 二是, 三是… without gap or repeat"},
      {"missing_target", make_missing_target, "what the text points to (见表3, 详见附件2) is there"},
      {"name_project", make_name_project, "one amount is not attached to two project names that look alike"},
      {"near_duplicate", make_near_duplicate, "one name is not spelled in two ways"},
      {"own_unit", make_own_unit, "form line, title and signature name one unit"},
      {"partition", make_partition, "a stated total equals the sum of the parts listed with it"},
      {"period_future", make_period_future, "what a report on a finished year says will happen lies ahead of it"},
      {"period_phrase", make_period_phrase, "wordings that do not fit a report on a finished year"},
      {"period_stale", make_period_stale, "a sentence on the reported year names no other"},
      {"period_year_mix", make_period_year_mix, "cover, titles and headings state one year"},
      {"person_post", make_person_post, "one post has one holder, in forms"},
      {"relation", make_relation, "figures captured by patterns in one scope satisfy a formula"},
      {"repeated_text", make_repeated_text, "a long stretch of prose stands once"},
      {"restated", make_restated, "two renderings of one amount side by side are equal: 12.5万元（125000元）"},
      {"score_bound", make_score_bound, "each score lies between 0 and its weight"},
      {"score_execution", make_score_execution, "the score of the execution rate follows from the rate"},
      {"score_grade", make_score_grade, "the grade fits the score"},
      {"score_rate", make_score_rate, "the rate of a score is score divided by weight"},
      {"score_text", make_score_text, "the scores that a sentence gives add up to the total beside them"},
      {"score_total", make_score_total, "scores add up to the total score, and the text states the same"},
      {"score_weights", make_score_weights, "weights of each level add up to the weight above"},
      {"share", make_share, "a stated share is part divided by whole"},
      {"short_title", make_short_title, "a short title (《办法》) was introduced before"},
      {"sum_across", make_sum_across, "a total and its parts in different paragraphs or sentences"},
      {"table_block", make_table_block, "a row that is a sum in some columns is so in all"},
      {"table_column", make_table_column, "a total or subtotal row equals the sum of its rows, column by column"},
      {"table_hierarchy", make_table_hierarchy, "a row equals the sum of the rows below it in code, number or indent"},
      {"table_hundred", make_table_hundred, "the shares of one column add up to 100 %"},
      {"table_invariant", make_table_invariant, "what most rows prove of their columns holds in all rows"},
      {"table_of_which", make_table_of_which, "no 其中 row of a table is more than the row it is a part of"},
      {"table_relation", make_table_relation, "figures of one row, found by their column headers, satisfy a formula"},
      {"table_row", make_table_row, "a total column equals the sum of its part columns, row by row"},
      {"table_zero_total", make_table_zero_total, "a total row says 0 only above parts that say 0"},
      {"text_flow", make_text_flow, "opening, what came and what went make the closing figure, in running text"},
      {"text_rate", make_text_rate, "a rate in running text is the amount that it is named after divided by its whole"},
      {"target_result", make_target_result, "a project with a target is spoken of again"},
      {"toc", make_toc, "entries of the contents stand as headings in the body"},
      {"token", make_token, "stretches of text that must not stand in a finished report"},
      {"unit_cell", make_unit_cell, "a cell's own unit fits the unit that its column or table declares"},
      {"unit_column", make_unit_column, "money cells of one column have one unit"},
      {"unit_magnitude", make_unit_magnitude, "one quantity in two places does not differ by a power of ten"},
      {"unit_missing", make_unit_missing, "a money or share slot has its unit"},
      {"unit_odd", make_unit_odd, "no amount has a unit that its neighbours rule out"},
      {"unit_price", make_unit_price, "an amount is price times count, all in one sentence"},
      {"words_capital", make_words_capital, "an amount in capital numerals equals the one in digits beside it"},
      {"xref_anchor", make_xref_anchor, "a sentence that repeats a row has the other figures of the row right too"},
      {"xref_rate", make_xref_rate, "a rate stated in two places of the text has one value"},
      {"xref_table_table", make_xref_table_table, "two tables that show the same rows agree in all of them"},
      {"xref_text_table", make_xref_text_table, "a figure of the text equals the table cell of the same name"},
      {"xref_text_text", make_xref_text_text, "one quantity stated in two places of the text has one value"},
  };
  return kKinds;
}

}  // namespace gouji::check
