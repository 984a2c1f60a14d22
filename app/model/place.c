/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/place.h"
#include "model/nicks.h"

#include <glib/gi18n-lib.h>

struct _DuiPlace
{
  GObject parent_instance;

  gint64 id;
  DuiPlaceKind kind;
  char *code;
  char *name;
  char *group;
  int order;
  GStrv aliases;
};

enum
{
  PROP_ID = 1,
  PROP_KIND,
  PROP_CODE,
  PROP_NAME,
  PROP_GROUP,
  PROP_ORDER,
  PROP_ALIASES,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (DuiPlace, dui_place, G_TYPE_OBJECT)

DUI_DEFINE_NICKS (DuiPlaceKind, dui_place_kind, "country", "province", "city", "county", "township",
                  "park", "firm", "other")

static void
dui_place_get_property (GObject *object,
                        guint property_id,
                        GValue *value,
                        GParamSpec *pspec)
{
  DuiPlace *self = DUI_PLACE (object);

  switch (property_id)
    {
    case PROP_ID:
      g_value_set_int64 (value, self->id);
      break;
    case PROP_KIND:
      g_value_set_int (value, self->kind);
      break;
    case PROP_CODE:
      g_value_set_string (value, self->code);
      break;
    case PROP_NAME:
      g_value_set_string (value, self->name);
      break;
    case PROP_GROUP:
      g_value_set_string (value, self->group);
      break;
    case PROP_ORDER:
      g_value_set_int (value, self->order);
      break;
    case PROP_ALIASES:
      g_value_set_boxed (value, self->aliases);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
dui_place_set_property (GObject *object,
                        guint property_id,
                        const GValue *value,
                        GParamSpec *pspec)
{
  DuiPlace *self = DUI_PLACE (object);

  switch (property_id)
    {
    case PROP_ID:
      self->id = g_value_get_int64 (value);
      break;
    case PROP_KIND:
      self->kind = g_value_get_int (value);
      break;
    case PROP_CODE:
      self->code = g_value_dup_string (value);
      break;
    case PROP_NAME:
      self->name = g_value_dup_string (value);
      break;
    case PROP_GROUP:
      self->group = g_value_dup_string (value);
      break;
    case PROP_ORDER:
      self->order = g_value_get_int (value);
      break;
    case PROP_ALIASES:
      self->aliases = g_value_dup_boxed (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
dui_place_finalize (GObject *object)
{
  DuiPlace *self = DUI_PLACE (object);

  g_free (self->code);
  g_free (self->name);
  g_free (self->group);
  g_strfreev (self->aliases);
  G_OBJECT_CLASS (dui_place_parent_class)->finalize (object);
}

static void
dui_place_class_init (DuiPlaceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags
      = G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = dui_place_get_property;
  object_class->set_property = dui_place_set_property;
  object_class->finalize = dui_place_finalize;

  properties[PROP_ID]
      = g_param_spec_int64 ("id", NULL, NULL, 0, G_MAXINT64, 0, flags);
  properties[PROP_KIND]
      = g_param_spec_int ("kind", NULL, NULL, 0, DUI_PLACE_OTHER, DUI_PLACE_OTHER, flags);
  properties[PROP_CODE] = g_param_spec_string ("code", NULL, NULL, NULL, flags);
  properties[PROP_NAME] = g_param_spec_string ("name", NULL, NULL, "", flags);
  properties[PROP_GROUP] = g_param_spec_string ("group", NULL, NULL, NULL, flags);
  properties[PROP_ORDER]
      = g_param_spec_int ("order", NULL, NULL, G_MININT, G_MAXINT, 0, flags);
  properties[PROP_ALIASES]
      = g_param_spec_boxed ("aliases", NULL, NULL, G_TYPE_STRV, flags);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
dui_place_init (DuiPlace *self)
{
}

gint64
dui_place_get_id (DuiPlace *self)
{
  g_return_val_if_fail (DUI_IS_PLACE (self), 0);

  return self->id;
}

DuiPlaceKind
dui_place_get_kind (DuiPlace *self)
{
  g_return_val_if_fail (DUI_IS_PLACE (self), DUI_PLACE_OTHER);

  return self->kind;
}

const char *
dui_place_get_code (DuiPlace *self)
{
  g_return_val_if_fail (DUI_IS_PLACE (self), NULL);

  return self->code;
}

const char *
dui_place_get_name (DuiPlace *self)
{
  g_return_val_if_fail (DUI_IS_PLACE (self), NULL);

  return self->name;
}

const char *
dui_place_get_group (DuiPlace *self)
{
  g_return_val_if_fail (DUI_IS_PLACE (self), NULL);

  return self->group;
}

int
dui_place_get_order (DuiPlace *self)
{
  g_return_val_if_fail (DUI_IS_PLACE (self), 0);

  return self->order;
}

const char *const *
dui_place_get_aliases (DuiPlace *self)
{
  static const char *const none[] = { NULL };

  g_return_val_if_fail (DUI_IS_PLACE (self), none);

  return self->aliases ? (const char *const *) self->aliases : none;
}

const char *
dui_place_get_whole_label (DuiPlace *self)
{
  g_return_val_if_fail (DUI_IS_PLACE (self), "");

  switch (self->kind)
    {
    case DUI_PLACE_COUNTRY:
      return _ ("Whole country");
    case DUI_PLACE_PROVINCE:
      if (g_str_has_suffix (self->name, "区"))
        return _ ("Whole region");
      return g_str_has_suffix (self->name, "市") ? _ ("Whole city") : _ ("Whole province");
    case DUI_PLACE_CITY:
      return g_str_has_suffix (self->name, "州") ? _ ("Whole prefecture") : _ ("Whole city");
    case DUI_PLACE_COUNTY:
      /* A district 区 and a county-level city 市 are counties by code, not by name. */
      if (g_str_has_suffix (self->name, "区"))
        return _ ("Whole district");
      return g_str_has_suffix (self->name, "市") ? _ ("Whole city") : _ ("Whole county");
    default:
      return self->name;
    }
}

const char *
dui_place_get_total_label (DuiPlace *self)
{
  g_return_val_if_fail (DUI_IS_PLACE (self), "");

  switch (self->kind)
    {
    case DUI_PLACE_COUNTRY:
      return _ ("Provinces together");
    case DUI_PLACE_PROVINCE:
      return _ ("Cities together");
    case DUI_PLACE_CITY:
      return _ ("Counties together");
    case DUI_PLACE_COUNTY:
      return _ ("Townships together");
    default:
      return _ ("Members together");
    }
}

const char *
dui_place_get_members_label (DuiPlace *self)
{
  g_return_val_if_fail (DUI_IS_PLACE (self), "");

  switch (self->kind)
    {
    case DUI_PLACE_COUNTRY:
      return _ ("provinces");
    case DUI_PLACE_PROVINCE:
      return _ ("cities");
    case DUI_PLACE_CITY:
      return _ ("counties");
    case DUI_PLACE_COUNTY:
      return _ ("townships");
    default:
      return _ ("members");
    }
}
