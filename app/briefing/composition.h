/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands in the briefing, in order: title, sentences, the ranking table, the charts. */
#pragma once

#include "briefing/briefing.h"
#include "briefing/typesetter.h"

G_BEGIN_DECLS

/* The language that the texts are translated to, as a tag: "zh-CN". */
const char *dui_composition_get_language (void);

/* 关于2021年1—11月全县工业总产值完成情况的汇报; "|" where a line may end. The caller frees it. */
char *dui_composition_make_title (const DuiBriefingSubject *subject);

/* The day of issue as a reader writes it: 2021年12月18日. The caller frees it. */
char *dui_composition_format_day (DuiDay day);

/* Title and sentences, in lines of @pitch points (29.53 for 22 lines on a page). */
void dui_composition_add_text (const DuiBriefingSubject *subject,
                               DuiDay issued,
                               DuiTypesetter *setter,
                               double pitch);

/* The ranking table with its notes, on a new page; nothing where no member has a figure. */
void dui_composition_add_table (const DuiBriefingSubject *subject,
                                DuiDay issued,
                                DuiTypesetter *setter,
                                double row_height);

/* The charts, as far as there is anything to show: on a new page, or, for a place without members,
 * below the text. */
void dui_composition_add_charts (const DuiBriefingSubject *subject,
                                 DuiDay issued,
                                 DuiTypesetter *setter);

/* A line of text in the margin: the page's number, the sample's mark. @text stands on the base line
 * of a box of one line's height. */
DuiBox *dui_composition_make_margin (DuiTypesetter *setter,
                                     DuiFace face,
                                     double size,
                                     const char *text,
                                     gboolean framed);

G_END_DECLS
