/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The form on which a place explains itself (PRACTICE §2 step 8): its own figures filled in, and room to
 * write. */
#pragma once

#include "briefing/briefing.h"
#include "briefing/typesetter.h"
#include "model/case.h"

G_BEGIN_DECLS

/* 情况说明表; the caller frees it. */
char *dui_case_form_make_title (const DuiBriefingSubject *subject);

/* One form, on pages of its own. @form is of the subject's indicator. */
void dui_case_form_add (const DuiBriefingSubject *subject, const DuiCase *form,
                        DuiTypesetter *setter);

G_END_DECLS
