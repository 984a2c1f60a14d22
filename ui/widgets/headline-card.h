/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One number in large type with what it is, its unit, and two lines that explain it. A click, Enter or
 * Space asks for its history, the menu key for what else can be asked. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define DUI_TYPE_HEADLINE_CARD (dui_headline_card_get_type ())
G_DECLARE_FINAL_TYPE (DuiHeadlineCard, dui_headline_card, DUI, HEADLINE_CARD, GtkWidget)

/* What a card says. NULL lines are empty. */
typedef struct
{
  char *title;
  char *number;
  char *unit;
  char *line;
  char *tiers;     /* the same against the other tiers of target */
  gboolean behind; /* the number is set in the warning ink */
  gboolean of_target; /* it comes from the target more than from the figure */
} DuiHeadline;

void dui_headline_clear (DuiHeadline *headline);

void dui_headline_card_set (DuiHeadlineCard *self, const DuiHeadline *headline);

G_END_DECLS
