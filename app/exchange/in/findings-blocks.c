/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/in/findings.h"

#include <glib/gi18n-lib.h>

/* Names said in one notice. */
#define NAMES_MAX 10

/* How far back a figure is looked for before a missing month. */
#define LOOK_BACK 12

/* "A, B and C"; the caller frees it. */
static char *
list_names (const DuiFindings *self, const GArray *places)
{
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < MIN (places->len, NAMES_MAX); i++)
    {
      guint place = g_array_index (places, guint, i);

      if (i > 0)
        /* Translators: between the names of a list. */
        g_string_append (list, C_ ("list", ", "));
      g_string_append (
          list, place < self->n_places
                    ? dui_place_get_name (dui_catalog_get_place (self->batch->catalog, place))
                    : g_ptr_array_index (self->batch->new_places, place - self->n_places));
    }
  if (places->len > NAMES_MAX)
    /* Translators: ends a list of names that is longer. */
    g_string_append (list, C_ ("list", " …"));
  return g_string_free (list, FALSE);
}

/* All the same as a period before: last month's file has come again (PRACTICE §2 point 2). */
static void
check_again (DuiFindings *self, const DuiFindingsBlock *block)
{
  guint n_compared = 0, n_equal = 0;
  g_autofree char *label = NULL;

  if (block->before == DUI_PERIOD_NONE)
    return;
  for (guint i = 0; i < block->n_rows; i++)
    {
      const DuiBatchRow *row = &block->rows[i];
      DuiAmount before;

      if (!dui_findings_changes (row) || dui_amount_is_missing (row->value) || row->value == 0)
        continue;
      before = dui_outlook_get (block->outlook, dui_findings_column (self, row), block->before);
      n_compared += !dui_amount_is_missing (before);
      n_equal += before == row->value;
    }
  if (n_compared == 1)
    {
      self->n_alone++;
      self->n_alone_equal += n_equal;
    }
  if (n_compared < 2 || n_equal < n_compared
      || !dui_notices_wants (self->notices, DUI_NOTICE_AGAIN, block->rows[0].row))
    return;
  label = dui_period_to_label (block->before);
  dui_notices_add (
      self->notices, DUI_NOTICE_AGAIN, 0, 0,
      /* Translators: 1 an indicator, 2 the period before. */
      _ ("%1$s: all figures are the same as those of %2$s; perhaps last month's sheet was "
         "sent again"),
      dui_indicator_get_display_name (block->indicator), label);
}

void
dui_findings_check_all (DuiFindings *self)
{
  if (self->n_alone < 2 || self->n_alone_equal < self->n_alone
      || !dui_notices_wants (self->notices, DUI_NOTICE_AGAIN, 1))
    return;
  dui_notices_add (
      self->notices, DUI_NOTICE_AGAIN, 0, 0,
      _ ("All figures are the same as a period before; perhaps last month's sheet was sent "
         "again"));
}

static gboolean
has_earlier (const DuiFindingsBlock *block, guint column)
{
  DuiPeriod period = block->before;

  for (guint i = 0; i < LOOK_BACK; i++)
    {
      period = dui_period_previous (period, block->outlook->calendar);
      if (!dui_amount_is_missing (dui_outlook_get (block->outlook, column, period)))
        return TRUE;
    }
  return FALSE;
}

static void
check_holes (DuiFindings *self, const DuiFindingsBlock *block)
{
  g_autoptr (GArray) places = NULL;
  g_autofree char *names = NULL;
  g_autofree char *label = NULL;

  if (block->before == DUI_PERIOD_NONE)
    return;
  for (guint i = 0; i < block->n_rows; i++)
    {
      const DuiBatchRow *row = &block->rows[i];
      guint column;

      if (!dui_findings_changes (row) || dui_amount_is_missing (row->value))
        continue;
      column = dui_findings_column (self, row);
      if (!dui_amount_is_missing (dui_outlook_get (block->outlook, column, block->before))
          || !has_earlier (block, column))
        continue;
      if (!places)
        places = g_array_new (FALSE, FALSE, sizeof (guint));
      g_array_append_val (places, row->place);
    }
  if (!places || !dui_notices_wants (self->notices, DUI_NOTICE_HOLE, block->rows[0].row))
    return;
  names = list_names (self, places);
  label = dui_period_to_label (block->before);
  dui_notices_add (self->notices, DUI_NOTICE_HOLE, 0, 0,
                   /* Translators: 1 an indicator, 2 the missing period, 3 names of places. */
                   _ ("%1$s: %2$s is missing between earlier figures and these: %3$s"),
                   dui_indicator_get_display_name (block->indicator), label, names);
}

static void
warn_of_absent (DuiFindings *self, const DuiFindingsBlock *block, const GArray *absent)
{
  g_autofree char *names = NULL;
  g_autofree char *label = NULL;

  if (!dui_notices_wants (self->notices, DUI_NOTICE_ABSENT, block->rows[0].row))
    return;
  names = list_names (self, absent);
  label = dui_period_to_label (block->period);
  dui_notices_add (self->notices, DUI_NOTICE_ABSENT, 0, 0,
                   /* Translators: 1 an indicator, 2 a period, 3 names of places. */
                   ngettext ("%1$s, %2$s: %4$u place is still missing: %3$s",
                             "%1$s, %2$s: %4$u places are still missing: %3$s", absent->len),
                   dui_indicator_get_display_name (block->indicator), label, names, absent->len);
}

/* Where at least half of a place's ranked members are in the block, the others are asked for; a
 * township's own sheet asks for nobody. */
static void
check_absent (DuiFindings *self, const DuiFindingsBlock *block)
{
  const DuiCatalog *catalog = self->batch->catalog;
  g_autofree guint8 *present = g_new0 (guint8, self->n_places + 1);
  g_autofree guint *n_present = g_new0 (guint, self->n_places + 1);
  g_autofree guint *n_due = g_new0 (guint, self->n_places + 1);
  g_autoptr (GArray) absent = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < block->n_rows; i++)
    if (block->rows[i].place < self->n_places)
      present[block->rows[i].place] = block->rows[i].verdict != DUI_ROW_COMPARED;
  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < catalog->n_memberships; i++)
      {
        const DuiMembership *membership = &catalog->memberships[i];

        if (!membership->ranked || membership->from > block->period
            || block->period > membership->to)
          continue;
        if (pass == 0)
          {
            n_due[membership->parent]++;
            n_present[membership->parent] += present[membership->place];
          }
        else if (!present[membership->place]
                 && n_present[membership->parent] * 2 >= n_due[membership->parent]
                 && dui_amount_is_missing (
                     dui_outlook_get (block->outlook, membership->place, block->period)))
          g_array_append_val (absent, membership->place);
      }
  if (absent->len > 0)
    warn_of_absent (self, block, absent);
}

void
dui_findings_check_block (DuiFindings *self, const DuiFindingsBlock *block)
{
  check_again (self, block);
  check_holes (self, block);
  check_absent (self, block);
}
