/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/indicator.h"
#include "model/nicks.h"

#include <glib/gi18n-lib.h>

struct _DuiIndicator
{
  GObject parent_instance;

  gint64 id;
  char *code;
  char *name;
  char *measure;
  char *shown_measure;
  int shown_shift;
  int scale;
  int decimals;
  DuiIndicatorKind kind;
  DuiDirection direction;
  DuiCalendar calendar;
  DuiGrowthSource growth_source;
  gboolean place_targets;
  int order;
};

enum
{
  PROP_ID = 1,
  PROP_CODE,
  PROP_NAME,
  PROP_MEASURE,
  PROP_SHOWN_MEASURE,
  PROP_SHOWN_SHIFT,
  PROP_SCALE,
  PROP_DECIMALS,
  PROP_KIND,
  PROP_DIRECTION,
  PROP_CALENDAR,
  PROP_GROWTH_SOURCE,
  PROP_PLACE_TARGETS,
  PROP_ORDER,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (DuiIndicator, dui_indicator, G_TYPE_OBJECT)

DUI_DEFINE_NICKS (DuiIndicatorKind, dui_indicator_kind, "cumulative", "level", "growth-only")
DUI_DEFINE_NICKS (DuiDirection, dui_direction, "higher", "lower")
DUI_DEFINE_NICKS (DuiCalendar, dui_calendar, "monthly", "january", "quarterly")
DUI_DEFINE_NICKS (DuiGrowthSource, dui_growth_source, "reported", "computed")

static void
dui_indicator_get_property (GObject *object,
                            guint property_id,
                            GValue *value,
                            GParamSpec *pspec)
{
  DuiIndicator *self = DUI_INDICATOR (object);

  switch (property_id)
    {
    case PROP_ID:
      g_value_set_int64 (value, self->id);
      break;
    case PROP_CODE:
      g_value_set_string (value, self->code);
      break;
    case PROP_NAME:
      g_value_set_string (value, self->name);
      break;
    case PROP_MEASURE:
      g_value_set_string (value, self->measure);
      break;
    case PROP_SHOWN_MEASURE:
      g_value_set_string (value, self->shown_measure);
      break;
    case PROP_SHOWN_SHIFT:
      g_value_set_int (value, self->shown_shift);
      break;
    case PROP_SCALE:
      g_value_set_int (value, self->scale);
      break;
    case PROP_DECIMALS:
      g_value_set_int (value, self->decimals);
      break;
    case PROP_KIND:
      g_value_set_int (value, self->kind);
      break;
    case PROP_DIRECTION:
      g_value_set_int (value, self->direction);
      break;
    case PROP_CALENDAR:
      g_value_set_int (value, self->calendar);
      break;
    case PROP_GROWTH_SOURCE:
      g_value_set_int (value, self->growth_source);
      break;
    case PROP_PLACE_TARGETS:
      g_value_set_boolean (value, self->place_targets);
      break;
    case PROP_ORDER:
      g_value_set_int (value, self->order);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
dui_indicator_set_property (GObject *object,
                            guint property_id,
                            const GValue *value,
                            GParamSpec *pspec)
{
  DuiIndicator *self = DUI_INDICATOR (object);

  switch (property_id)
    {
    case PROP_ID:
      self->id = g_value_get_int64 (value);
      break;
    case PROP_CODE:
      self->code = g_value_dup_string (value);
      break;
    case PROP_NAME:
      self->name = g_value_dup_string (value);
      break;
    case PROP_MEASURE:
      self->measure = g_value_dup_string (value);
      break;
    case PROP_SHOWN_MEASURE:
      self->shown_measure = g_value_dup_string (value);
      break;
    case PROP_SHOWN_SHIFT:
      self->shown_shift = g_value_get_int (value);
      break;
    case PROP_SCALE:
      self->scale = g_value_get_int (value);
      break;
    case PROP_DECIMALS:
      self->decimals = g_value_get_int (value);
      break;
    case PROP_KIND:
      self->kind = g_value_get_int (value);
      break;
    case PROP_DIRECTION:
      self->direction = g_value_get_int (value);
      break;
    case PROP_CALENDAR:
      self->calendar = g_value_get_int (value);
      break;
    case PROP_GROWTH_SOURCE:
      self->growth_source = g_value_get_int (value);
      break;
    case PROP_PLACE_TARGETS:
      self->place_targets = g_value_get_boolean (value);
      break;
    case PROP_ORDER:
      self->order = g_value_get_int (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
dui_indicator_finalize (GObject *object)
{
  DuiIndicator *self = DUI_INDICATOR (object);

  g_free (self->code);
  g_free (self->name);
  g_free (self->measure);
  g_free (self->shown_measure);
  G_OBJECT_CLASS (dui_indicator_parent_class)->finalize (object);
}

static void
install_int (guint id,
             const char *name,
             int minimum,
             int maximum,
             int value,
             GParamFlags flags)
{
  properties[id] = g_param_spec_int (name, NULL, NULL, minimum, maximum, value, flags);
}

static void
dui_indicator_class_init (DuiIndicatorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags
      = G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = dui_indicator_get_property;
  object_class->set_property = dui_indicator_set_property;
  object_class->finalize = dui_indicator_finalize;

  properties[PROP_ID] = g_param_spec_int64 ("id", NULL, NULL, 0, G_MAXINT64, 0, flags);
  properties[PROP_CODE] = g_param_spec_string ("code", NULL, NULL, "", flags);
  properties[PROP_NAME] = g_param_spec_string ("name", NULL, NULL, "", flags);
  properties[PROP_MEASURE] = g_param_spec_string ("measure", NULL, NULL, "", flags);
  properties[PROP_SHOWN_MEASURE] = g_param_spec_string ("shown-measure", NULL, NULL, "", flags);
  install_int (PROP_SHOWN_SHIFT, "shown-shift", -9, 9, 0, flags);
  install_int (PROP_SCALE, "scale", 0, DUI_SCALE_MAX, DUI_SCALE_DEFAULT, flags);
  install_int (PROP_DECIMALS, "decimals", 0, DUI_SCALE_MAX, 2, flags);
  install_int (PROP_KIND, "kind", 0, DUI_KIND_GROWTH_ONLY, 0, flags);
  install_int (PROP_DIRECTION, "direction", 0, DUI_DIRECTION_LOWER, 0, flags);
  install_int (PROP_CALENDAR, "calendar", 0, DUI_CALENDAR_QUARTERLY, 0, flags);
  install_int (PROP_GROWTH_SOURCE, "growth-source", 0, DUI_GROWTH_COMPUTED, 0, flags);
  properties[PROP_PLACE_TARGETS] = g_param_spec_boolean ("place-targets", NULL, NULL, TRUE, flags);
  install_int (PROP_ORDER, "order", G_MININT, G_MAXINT, 0, flags);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
dui_indicator_init (DuiIndicator *self)
{
}

gint64
dui_indicator_get_id (DuiIndicator *self)
{
  g_return_val_if_fail (DUI_IS_INDICATOR (self), 0);

  return self->id;
}

const char *
dui_indicator_get_code (DuiIndicator *self)
{
  g_return_val_if_fail (DUI_IS_INDICATOR (self), NULL);

  return self->code;
}

const char *
dui_indicator_get_name (DuiIndicator *self)
{
  g_return_val_if_fail (DUI_IS_INDICATOR (self), NULL);

  return self->name;
}

const char *
dui_indicator_get_measure (DuiIndicator *self)
{
  g_return_val_if_fail (DUI_IS_INDICATOR (self), NULL);

  return self->measure;
}

const char *
dui_indicator_get_shown_measure (DuiIndicator *self)
{
  g_return_val_if_fail (DUI_IS_INDICATOR (self), NULL);

  return self->shown_measure;
}

int
dui_indicator_get_shown_shift (DuiIndicator *self)
{
  g_return_val_if_fail (DUI_IS_INDICATOR (self), 0);

  return self->shown_shift;
}

int
dui_indicator_get_scale (DuiIndicator *self)
{
  g_return_val_if_fail (DUI_IS_INDICATOR (self), 0);

  return self->scale;
}

int
dui_indicator_get_decimals (DuiIndicator *self)
{
  g_return_val_if_fail (DUI_IS_INDICATOR (self), 0);

  return self->decimals;
}

DuiIndicatorKind
dui_indicator_get_kind (DuiIndicator *self)
{
  g_return_val_if_fail (DUI_IS_INDICATOR (self), 0);

  return self->kind;
}

DuiDirection
dui_indicator_get_direction (DuiIndicator *self)
{
  g_return_val_if_fail (DUI_IS_INDICATOR (self), 0);

  return self->direction;
}

DuiCalendar
dui_indicator_get_calendar (DuiIndicator *self)
{
  g_return_val_if_fail (DUI_IS_INDICATOR (self), 0);

  return self->calendar;
}

DuiGrowthSource
dui_indicator_get_growth_source (DuiIndicator *self)
{
  g_return_val_if_fail (DUI_IS_INDICATOR (self), 0);

  return self->growth_source;
}

gboolean
dui_indicator_get_place_targets (DuiIndicator *self)
{
  g_return_val_if_fail (DUI_IS_INDICATOR (self), FALSE);

  return self->place_targets;
}

int
dui_indicator_get_order (DuiIndicator *self)
{
  g_return_val_if_fail (DUI_IS_INDICATOR (self), 0);

  return self->order;
}

gboolean
dui_indicator_has_pace (DuiIndicator *self)
{
  return self->kind == DUI_KIND_CUMULATIVE && self->direction == DUI_DIRECTION_HIGHER;
}

/* The names of a new book's indicators, so that an English screen can show them in English; one
 * that an office renamed keeps the office's name. */
static const struct
{
  const char *code;
  const char *name;
  const char *translated;
} built_in[] = {
  { "output", "工业总产值", N_("Gross industrial output") },
  { "investment", "固定资产投资", N_("Fixed-asset investment") },
  { "industrial-investment", "工业投资", N_("Industrial investment") },
  { "upgrade-investment", "技改投资", N_("Technical upgrade investment") },
  { "revenue", "规上营业收入", N_("Revenue above designated size") },
  { "tax", "工业税收", N_("Industrial tax") },
  { "electricity", "工业用电量", N_("Industrial electricity use") },
  { "energy", "单位产值能耗", N_("Energy per unit of output") },
  { "attracted-funds", "招商到位资金", N_("Attracted funds in place") },
  { "value-added", "规上增加值增速", N_("Growth of value added above designated size") },
};

const char *
dui_indicator_get_display_name (DuiIndicator *self)
{
  g_return_val_if_fail (DUI_IS_INDICATOR (self), NULL);

  for (guint i = 0; i < G_N_ELEMENTS (built_in); i++)
    if (g_str_equal (built_in[i].code, self->code) && g_str_equal (built_in[i].name, self->name))
      return _ (built_in[i].translated);
  return self->name;
}
