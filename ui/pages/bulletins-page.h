/* SPDX-License-Identifier: GPL-3.0-or-later */
/* 通报: the bulletins of an indicator, each as it was issued for ever and compared with the book as it is
 * now, and the next one to issue (DESIGN §4, PRACTICE §2). */
#pragma once

#include "pages/page.h"

G_BEGIN_DECLS

#define DUI_TYPE_BULLETINS_PAGE (dui_bulletins_page_get_type ())
G_DECLARE_FINAL_TYPE (DuiBulletinsPage, dui_bulletins_page, DUI, BULLETINS_PAGE, DuiPage)

G_END_DECLS
