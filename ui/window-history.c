/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where numbers came from: of what is chosen, and of the whole book. */
#include "config.h"

#include "dialogs/changes-dialog.h"
#include "dialogs/history-dialog.h"
#include "dialogs/log-dialog.h"
#include "window-private.h"

static DuiHistoryKind
kind_of (GVariant *parameter)
{
  return g_str_equal (g_variant_get_string (parameter, NULL), "target") ? DUI_HISTORY_TARGET
                                                                        : DUI_HISTORY_FIGURE;
}

void
dui_window_show_history (GtkWidget *widget,
                         const char *action,
                         GVariant *parameter)
{
  DuiSession *session = DUI_WINDOW (widget)->session;
  guint place = dui_session_get_place (session);

  dui_history_dialog_present (GTK_WINDOW (widget), session,
                              place == DUI_NO_PLACE ? dui_session_get_home (session) : place,
                              kind_of (parameter));
}

/* Of the book's own place, which the overview is about. */
void
dui_window_show_home_history (GtkWidget *widget,
                              const char *action,
                              GVariant *parameter)
{
  DuiSession *session = DUI_WINDOW (widget)->session;

  dui_history_dialog_present (GTK_WINDOW (widget), session, dui_session_get_home (session),
                              kind_of (parameter));
}

void
dui_window_show_log (GtkWidget *widget,
                     const char *action,
                     GVariant *parameter)
{
  dui_log_dialog_present (GTK_WINDOW (widget),
                          dui_session_get_book (DUI_WINDOW (widget)->session));
}

void
dui_window_show_changes (GtkWidget *widget,
                         const char *action,
                         GVariant *parameter)
{
  dui_changes_dialog_present (GTK_WINDOW (widget), DUI_WINDOW (widget)->session);
}
