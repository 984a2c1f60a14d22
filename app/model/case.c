/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/case.h"
#include "model/nicks.h"

#include <glib/gi18n-lib.h>

DUI_DEFINE_NICKS (DuiCaseKind, dui_case_kind, "explanation", "review")
DUI_DEFINE_NICKS (DuiCaseEventKind, dui_case_event, "asked", "received", "accepted", "returned",
                  "confirmed", "postponed", "dismissed")

const char *
dui_case_kind_to_label (DuiCaseKind kind)
{
  return kind == DUI_CASE_REVIEW ? C_ ("case", "Review") : C_ ("case", "Explanation");
}

const char *
dui_case_event_to_label (DuiCaseEventKind kind)
{
  static const char *const labels[]
      = { NC_ ("case", "Asked for"), NC_ ("case", "Received"),  NC_ ("case", "Accepted"),
          NC_ ("case", "Sent back"), NC_ ("case", "Confirmed"), NC_ ("case", "Postponed"),
          NC_ ("case", "Dismissed") };

  return g_dpgettext2 (GETTEXT_PACKAGE, "case", labels[kind]);
}

static void
event_free (DuiCaseEvent *event)
{
  g_free (event->note);
  g_free (event->person);
  g_free (event->attachment);
  g_free (event->file_name);
  g_free (event);
}

DuiCase *
dui_case_new (DuiCaseKind kind, guint place, const char *indicator, DuiPeriod period)
{
  DuiCase *self = g_new0 (DuiCase, 1);

  self->kind = kind;
  self->place = place;
  self->indicator = g_strdup (indicator);
  self->period = period;
  self->evidence = g_array_new (FALSE, FALSE, sizeof (DuiCasePeriod));
  self->events = g_ptr_array_new_with_free_func ((GDestroyNotify) event_free);
  return self;
}

void
dui_case_free (DuiCase *self)
{
  g_free (self->indicator);
  g_free (self->settings);
  g_array_unref (self->evidence);
  g_ptr_array_unref (self->events);
  g_free (self);
}

void
dui_case_add_event (DuiCase *self, const DuiCaseEvent *event)
{
  DuiCaseEvent *copy = g_memdup2 (event, sizeof *event);

  copy->note = g_strdup (event->note);
  copy->person = g_strdup (event->person);
  copy->attachment = g_strdup (event->attachment);
  copy->file_name = g_strdup (event->file_name);
  g_ptr_array_add (self->events, copy);
}

static const DuiCaseEvent *
last_event (const DuiCase *self)
{
  return self->events->len > 0 ? g_ptr_array_index (self->events, self->events->len - 1) : NULL;
}

DuiCaseEventKind
dui_case_get_state (const DuiCase *self)
{
  const DuiCaseEvent *last = last_event (self);

  return last ? last->kind : DUI_CASE_ASKED;
}

gboolean
dui_case_may (const DuiCase *self, DuiCaseEventKind next)
{
  DuiCaseEventKind state = dui_case_get_state (self);

  if (self->kind == DUI_CASE_REVIEW)
    return (state == DUI_CASE_ASKED || state == DUI_CASE_POSTPONED) && next >= DUI_CASE_CONFIRMED;
  if (next == DUI_CASE_RECEIVED)
    return state == DUI_CASE_ASKED || state == DUI_CASE_RETURNED;
  return state == DUI_CASE_RECEIVED && (next == DUI_CASE_ACCEPTED || next == DUI_CASE_RETURNED);
}

gboolean
dui_case_is_closed (const DuiCase *self)
{
  for (DuiCaseEventKind next = DUI_CASE_RECEIVED; next <= DUI_CASE_DISMISSED; next++)
    if (dui_case_may (self, next))
      return FALSE;
  return TRUE;
}

DuiDay
dui_case_get_due (const DuiCase *self)
{
  const DuiCaseEvent *last = last_event (self);

  return last ? last->due_on : 0;
}

gboolean
dui_case_is_late (const DuiCase *self, DuiDay today)
{
  DuiDay due = dui_case_get_due (self);

  return due > 0 && due < today;
}

void
dui_case_count (GPtrArray *cases,
                const char *indicator,
                DuiPeriod period,
                DuiDay today,
                DuiCaseCount *count)
{
  *count = (DuiCaseCount){ 0 };
  for (guint i = 0; i < cases->len; i++)
    {
      const DuiCase *self = g_ptr_array_index (cases, i);
      DuiCaseEventKind state = dui_case_get_state (self);

      if ((indicator && !g_str_equal (self->indicator, indicator))
          || (period != DUI_PERIOD_NONE && self->period != period))
        continue;
      if (self->kind == DUI_CASE_REVIEW)
        {
          count->n_reviews += !dui_case_is_closed (self);
          continue;
        }
      count->n_asked++;
      count->n_answered += state == DUI_CASE_RECEIVED || state == DUI_CASE_ACCEPTED;
      count->n_late += dui_case_is_late (self, today);
    }
}

gboolean
dui_case_event_needs_person (DuiCaseEventKind kind)
{
  return kind >= DUI_CASE_ACCEPTED;
}

DuiDay
dui_case_due_after (DuiDay day, guint days)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) (day % 100), (GDateMonth) (day / 100 % 100),
                  (GDateYear) (day / 10000));
  while (days > 0)
    {
      g_date_add_days (&date, 1);
      days -= g_date_get_weekday (&date) <= G_DATE_FRIDAY;
    }
  return g_date_get_year (&date) * 10000 + g_date_get_month (&date) * 100 + g_date_get_day (&date);
}

const char *
dui_case_get_state_label (const DuiCase *self)
{
  DuiCaseEventKind state = dui_case_get_state (self);

  /* Translators: a review that nobody has decided yet. */
  return self->kind == DUI_CASE_REVIEW && state == DUI_CASE_ASKED ? C_ ("case", "Open")
                                                                  : dui_case_event_to_label (state);
}
