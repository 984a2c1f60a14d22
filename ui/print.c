/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "print.h"

#include <glib/gi18n-lib.h>

#include "alert.h"

static void
draw_page (GtkPrintOperation *operation,
           GtkPrintContext *context,
           int page,
           gpointer briefing)
{
  dui_briefing_draw_page (briefing, gtk_print_context_get_cairo_context (context), page);
}

static void
done (GtkPrintOperation *operation,
      GtkPrintOperationResult result,
      GtkWindow *parent)
{
  g_autoptr (GError) error = NULL;

  if (result != GTK_PRINT_OPERATION_RESULT_ERROR)
    return;
  gtk_print_operation_get_error (operation, &error);
  dui_alert_show (parent, _ ("The briefing could not be printed"), error->message);
}

/* The page's own margins are in the drawing. */
static GtkPageSetup *
whole_a4 (void)
{
  GtkPageSetup *setup = gtk_page_setup_new ();
  g_autoptr (GtkPaperSize) size = gtk_paper_size_new (GTK_PAPER_NAME_A4);

  gtk_page_setup_set_paper_size (setup, size);
  gtk_page_setup_set_top_margin (setup, 0, GTK_UNIT_POINTS);
  gtk_page_setup_set_bottom_margin (setup, 0, GTK_UNIT_POINTS);
  gtk_page_setup_set_left_margin (setup, 0, GTK_UNIT_POINTS);
  gtk_page_setup_set_right_margin (setup, 0, GTK_UNIT_POINTS);
  return setup;
}

void
dui_print_briefing (GtkWindow *parent,
                    DuiBriefing *briefing,
                    const char *job_name)
{
  g_autoptr (GtkPrintOperation) operation = gtk_print_operation_new ();
  g_autoptr (GtkPageSetup) setup = whole_a4 ();

  gtk_print_operation_set_n_pages (operation, dui_briefing_get_n_pages (briefing));
  gtk_print_operation_set_job_name (operation, job_name);
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_allow_async (operation, TRUE);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  g_signal_connect_object (operation, "draw-page", G_CALLBACK (draw_page), briefing, 0);
  g_signal_connect_object (operation, "done", G_CALLBACK (done), parent, 0);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, parent, NULL);
}
