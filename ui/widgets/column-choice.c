/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/column-choice.h"

#include "settings.h"

struct _DuiColumnChoice
{
  GObject parent_instance;

  char *key;
  GStrv hidden;
  GMenu *menu;
  GSimpleActionGroup *actions;
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DuiColumnChoice, dui_column_choice, G_TYPE_OBJECT)

static void
show_states (DuiColumnChoice *self)
{
  g_auto (GStrv) nicks = g_action_group_list_actions (G_ACTION_GROUP (self->actions));

  for (guint i = 0; nicks[i]; i++)
    g_simple_action_set_state (
        G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self->actions), nicks[i])),
        g_variant_new_boolean (!dui_column_choice_is_hidden (self, nicks[i])));
}

static void
read_settings (DuiColumnChoice *self)
{
  g_strfreev (self->hidden);
  self->hidden = g_settings_get_strv (dui_settings_get (), self->key);
  show_states (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* Without installed settings it holds until the window closes. */
static void
keep (DuiColumnChoice *self,
      GStrv hidden)
{
  GSettings *settings = dui_settings_get ();

  if (settings)
    {
      g_settings_set_strv (settings, self->key, (const char *const *) hidden);
      g_strfreev (hidden);
      return;
    }
  g_strfreev (self->hidden);
  self->hidden = hidden;
  show_states (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
toggled (GSimpleAction *action,
         GVariant *parameter,
         gpointer data)
{
  DuiColumnChoice *self = data;
  const char *nick = g_action_get_name (G_ACTION (action));
  GPtrArray *hidden = g_ptr_array_new ();

  for (guint i = 0; self->hidden[i]; i++)
    if (!g_str_equal (self->hidden[i], nick))
      g_ptr_array_add (hidden, g_strdup (self->hidden[i]));
  if (!dui_column_choice_is_hidden (self, nick))
    g_ptr_array_add (hidden, g_strdup (nick));
  g_ptr_array_add (hidden, NULL);
  keep (self, (GStrv) g_ptr_array_free (hidden, FALSE));
}

static void
dui_column_choice_finalize (GObject *object)
{
  DuiColumnChoice *self = DUI_COLUMN_CHOICE (object);

  g_free (self->key);
  g_strfreev (self->hidden);
  g_clear_object (&self->menu);
  g_clear_object (&self->actions);
  G_OBJECT_CLASS (dui_column_choice_parent_class)->finalize (object);
}

static void
dui_column_choice_class_init (DuiColumnChoiceClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = dui_column_choice_finalize;
  signals[CHANGED] = g_signal_new ("changed", DUI_TYPE_COLUMN_CHOICE, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
dui_column_choice_init (DuiColumnChoice *self)
{
  self->menu = g_menu_new ();
  self->actions = g_simple_action_group_new ();
}

DuiColumnChoice *
dui_column_choice_new (const char *key)
{
  DuiColumnChoice *self = g_object_new (DUI_TYPE_COLUMN_CHOICE, NULL);
  GSettings *settings = dui_settings_get ();
  g_autofree char *signal = g_strconcat ("changed::", key, NULL);

  self->key = g_strdup (key);
  self->hidden = settings ? g_settings_get_strv (settings, key) : g_new0 (char *, 1);
  if (settings)
    g_signal_connect_object (settings, signal, G_CALLBACK (read_settings), self,
                             G_CONNECT_SWAPPED);
  return self;
}

void
dui_column_choice_clear (DuiColumnChoice *self)
{
  g_menu_remove_all (self->menu);
}

void
dui_column_choice_offer (DuiColumnChoice *self,
                         const char *nick,
                         const char *label)
{
  g_autofree char *name = g_strconcat ("columns.", nick, NULL);

  g_menu_append (self->menu, label, name);
  if (g_action_map_lookup_action (G_ACTION_MAP (self->actions), nick) == NULL)
    {
      g_autoptr (GSimpleAction) action = g_simple_action_new_stateful (
          nick, NULL, g_variant_new_boolean (!dui_column_choice_is_hidden (self, nick)));

      g_signal_connect (action, "activate", G_CALLBACK (toggled), self);
      g_action_map_add_action (G_ACTION_MAP (self->actions), G_ACTION (action));
    }
}

gboolean
dui_column_choice_is_hidden (DuiColumnChoice *self,
                             const char *nick)
{
  return g_strv_contains ((const char *const *) self->hidden, nick);
}

GMenuModel *
dui_column_choice_get_menu (DuiColumnChoice *self)
{
  return G_MENU_MODEL (self->menu);
}

GActionGroup *
dui_column_choice_get_actions (DuiColumnChoice *self)
{
  return G_ACTION_GROUP (self->actions);
}
