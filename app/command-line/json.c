/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "command-line/json.h"

#include "command-line/output.h"

#include <string.h>

#define DEPTH_MAX 8
#define FLUSH_AT 32768

struct _DuiJson
{
  GString *text;
  guint depth;
  gboolean filled[DEPTH_MAX]; /* whether the container at a depth has a member already */
};

DuiJson *
dui_json_new (void)
{
  DuiJson *self = g_new0 (DuiJson, 1);

  self->text = g_string_sized_new (FLUSH_AT + 1024);
  return self;
}

static void
flush (DuiJson *self)
{
  dui_output_write (self->text->str, (gssize) self->text->len);
  g_string_truncate (self->text, 0);
}

void
dui_json_free (DuiJson *self)
{
  g_warn_if_fail (self->depth == 0);
  g_string_append_c (self->text, '\n');
  flush (self);
  g_string_free (self->text, TRUE);
  g_free (self);
}

static void
append_string (GString *text,
               const char *value)
{
  g_autofree char *valid = NULL;

  if (!g_utf8_validate (value, -1, NULL))
    value = valid = g_utf8_make_valid (value, -1);
  g_string_append_c (text, '"');
  for (const char *p = value; *p != '\0'; p++)
    switch (*p)
      {
      case '"':
      case '\\':
        g_string_append_c (text, '\\');
        g_string_append_c (text, *p);
        break;
      case '\n':
        g_string_append (text, "\\n");
        break;
      case '\t':
        g_string_append (text, "\\t");
        break;
      default:
        if ((guchar) *p < 0x20 || *p == 0x7f)
          g_string_append_printf (text, "\\u%04x", (guchar) *p);
        else
          g_string_append_c (text, *p);
      }
  g_string_append_c (text, '"');
}

static void
begin_value (DuiJson *self,
             const char *key)
{
  if (self->text->len > FLUSH_AT)
    flush (self);
  if (self->filled[self->depth])
    g_string_append_c (self->text, ',');
  self->filled[self->depth] = TRUE;
  if (key)
    {
      append_string (self->text, key);
      g_string_append_c (self->text, ':');
    }
}

static void
open_container (DuiJson *self,
                const char *key,
                char sign)
{
  begin_value (self, key);
  g_string_append_c (self->text, sign);
  g_return_if_fail (self->depth + 1 < DEPTH_MAX);
  self->filled[++self->depth] = FALSE;
}

static void
close_container (DuiJson *self,
                 char sign)
{
  g_return_if_fail (self->depth > 0);
  self->depth--;
  g_string_append_c (self->text, sign);
}

void
dui_json_begin_object (DuiJson *self,
                       const char *key)
{
  open_container (self, key, '{');
}

void
dui_json_end_object (DuiJson *self)
{
  close_container (self, '}');
}

void
dui_json_begin_array (DuiJson *self,
                      const char *key)
{
  open_container (self, key, '[');
}

void
dui_json_end_array (DuiJson *self)
{
  close_container (self, ']');
}

void
dui_json_null (DuiJson *self,
               const char *key)
{
  begin_value (self, key);
  g_string_append (self->text, "null");
}

void
dui_json_flag (DuiJson *self,
               const char *key,
               gboolean value)
{
  begin_value (self, key);
  g_string_append (self->text, value ? "true" : "false");
}

void
dui_json_count (DuiJson *self,
                const char *key,
                gint64 value)
{
  begin_value (self, key);
  g_string_append_printf (self->text, "%" G_GINT64_FORMAT, value);
}

void
dui_json_text (DuiJson *self,
               const char *key,
               const char *value)
{
  if (!value)
    {
      dui_json_null (self, key);
      return;
    }
  begin_value (self, key);
  append_string (self->text, value);
}

void
dui_json_take_text (DuiJson *self,
                    const char *key,
                    char *value)
{
  dui_json_text (self, key, value);
  g_free (value);
}

void
dui_json_place (DuiJson *self,
                const char *key,
                DuiCatalog *catalog,
                guint place)
{
  DuiPlace *object;

  if (place == DUI_NO_PLACE)
    {
      dui_json_null (self, key);
      return;
    }
  object = dui_catalog_get_place (catalog, place);
  dui_json_begin_object (self, key);
  dui_json_text (self, "code", dui_place_get_code (object));
  dui_json_text (self, "name", dui_place_get_name (object));
  dui_json_end_object (self);
}

void
dui_json_places (DuiJson *self,
                 const char *key,
                 DuiCatalog *catalog,
                 GArray *places)
{
  dui_json_begin_array (self, key);
  for (guint i = 0; i < places->len; i++)
    dui_json_place (self, NULL, catalog, g_array_index (places, guint, i));
  dui_json_end_array (self);
}

void
dui_json_placing (DuiJson *self,
                  guint rank,
                  guint previous,
                  int change)
{
  dui_json_count (self, "rank", rank);
  if (previous > 0)
    {
      dui_json_count (self, "previous_rank", previous);
      dui_json_count (self, "change", change);
    }
  else
    {
      dui_json_null (self, "previous_rank");
      dui_json_null (self, "change");
    }
}

void
dui_json_rank (DuiJson *self,
               const char *key,
               guint rank)
{
  if (rank > 0)
    dui_json_count (self, key, rank);
  else
    dui_json_null (self, key);
}

void
dui_json_day (DuiJson *self,
              const char *key,
              DuiDay day)
{
  dui_json_take_text (self, key, day > 0 ? dui_day_to_string (day) : NULL);
}

void
dui_json_period (DuiJson *self,
                 const char *key,
                 DuiPeriod period)
{
  dui_json_take_text (self, key, period == DUI_PERIOD_NONE ? NULL : dui_period_to_string (period));
}

void
dui_json_amount (DuiJson *self,
                 const char *key,
                 DuiIndicator *indicator,
                 DuiAmount amount)
{
  dui_json_take_text (self, key,
                      dui_amount_to_string (amount, dui_indicator_get_scale (indicator)));
}

void
dui_json_average (DuiJson *self,
                  const char *key,
                  DuiIndicator *indicator,
                  DuiRatio raw)
{
  int scale = dui_indicator_get_scale (indicator);
  g_autofree char *text = dui_ratio_to_string (dui_ratio_scale (raw, 1, dui_power_of_ten (scale)),
                                               scale);

  if (text && scale > 0)
    {
      char *end = text + strlen (text);

      while (end[-1] == '0')
        *--end = '\0';
      if (end[-1] == '.')
        end[-1] = '\0';
    }
  dui_json_text (self, key, text);
}

void
dui_json_percent (DuiJson *self,
                  const char *key,
                  DuiRatio fraction)
{
  dui_json_points (self, key, dui_ratio_scale (fraction, 100, 1));
}

void
dui_json_points (DuiJson *self,
                 const char *key,
                 DuiRatio points)
{
  dui_json_take_text (self, key, dui_ratio_to_string (points, 2));
}

void
dui_json_difference (DuiJson *self,
                     const char *key,
                     DuiIndicator *indicator,
                     DuiRatio difference)
{
  if (dui_indicator_has_pace (indicator)
      || dui_indicator_get_kind (indicator) == DUI_KIND_GROWTH_ONLY)
    dui_json_points (self, key, difference);
  else
    dui_json_average (self, key, indicator,
                      dui_ratio_scale (difference,
                                       dui_power_of_ten (dui_indicator_get_scale (indicator)), 1));
}
