/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "briefing/briefing.h"
#include "briefing/case-form.h"
#include "briefing/composition.h"
#include "briefing/page-draw.h"
#include "briefing/pdf.h"
#include "briefing/sentences.h"
#include "plot/document.h"

#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>

/* GB/T 9704-2012: margins of 37 mm above and 28 mm at the left, a type area of 156 x 225 mm. */
static const DuiRect type_area = { 28 * DUI_POINTS_PER_MM, 37 * DUI_POINTS_PER_MM,
                                   156 * DUI_POINTS_PER_MM, 225 * DUI_POINTS_PER_MM };

/* 22 lines on a page; the standard lets special cases deviate, and a page with two lines on it is
 * one: up to 26 lines bring them back. */
static const double pitches[] = { 29.53, 28.3, 27.0, 25.8, 24.6 };

/* PRACTICE §6 asks for 7.5 mm; a little less where that brings a table onto one page. */
static const double row_heights[] = { 7.5, 7.1, 6.7, 6.3 };

#define PAGE_NUMBER_SIZE 14.0                     /* 4号 */
#define PAGE_NUMBER_BELOW (7 * DUI_POINTS_PER_MM) /* of its dashes, from the type area */
#define SAMPLE_MARK_TOP (22 * DUI_POINTS_PER_MM)
#define SAMPLE_MARK_SIZE 12.0

struct _DuiBriefing
{
  GObject parent_instance;

  char *title;
  char *author; /* nullable */
  DuiDay issued;
  const char *language;
  GPtrArray *pages; /* of DuiPage */
  GStrv blanks;
  char *substitution;
};

G_DEFINE_FINAL_TYPE (DuiBriefing, dui_briefing, G_TYPE_OBJECT)

static void
dui_briefing_finalize (GObject *object)
{
  DuiBriefing *self = DUI_BRIEFING (object);

  g_free (self->title);
  g_free (self->author);
  g_clear_pointer (&self->pages, g_ptr_array_unref);
  g_strfreev (self->blanks);
  g_free (self->substitution);
  G_OBJECT_CLASS (dui_briefing_parent_class)->finalize (object);
}

static void
dui_briefing_class_init (DuiBriefingClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = dui_briefing_finalize;
}

static void
dui_briefing_init (DuiBriefing *self)
{
}

static DuiDay
choose_day (const char *issued)
{
  g_autoptr (GDateTime) now = NULL;
  DuiDay day;

  if (issued && dui_day_parse (issued, &day, NULL))
    return day;
  now = g_date_time_new_now_local ();
  return g_date_time_get_year (now) * 10000 + g_date_time_get_month (now) * 100
         + g_date_time_get_day_of_month (now);
}

typedef void (*SetPart) (const DuiBriefingSubject *subject,
                         DuiDay issued,
                         DuiTypesetter *setter,
                         double size);

/* A part of the document at the first of @sizes at which it is one page; at the first one when it
 * never is. */
static GPtrArray *
set_part (const DuiBriefingSubject *subject,
          DuiDay issued,
          DuiTypesetter *setter,
          SetPart set,
          const double *sizes,
          guint n_sizes)
{
  g_autoptr (GPtrArray) standard = NULL;

  for (guint i = 0; i < n_sizes; i++)
    {
      g_autoptr (GPtrArray) boxes = NULL;
      g_autoptr (GPtrArray) pages = NULL;

      set (subject, issued, setter, sizes[i]);
      boxes = dui_typesetter_steal_boxes (setter);
      pages = dui_pages_fill (boxes, &type_area);
      if (pages->len == 1)
        return g_steal_pointer (&boxes);
      if (!standard)
        standard = g_steal_pointer (&boxes);
    }
  return g_steal_pointer (&standard);
}

static void
set_table (const DuiBriefingSubject *subject,
           DuiDay issued,
           DuiTypesetter *setter,
           double millimetres)
{
  dui_composition_add_table (subject, issued, setter, millimetres * DUI_POINTS_PER_MM);
}

/* "— 1 —" outside: at the right of odd pages, at the left of even ones, one character in. */
static void
number_page (DuiTypesetter *setter, DuiPage *page, guint number)
{
  g_autofree char *text = g_strdup_printf ("— %u —", number);
  g_autoptr (DuiBox) box
      = dui_composition_make_margin (setter, DUI_FACE_SONG, PAGE_NUMBER_SIZE, text, FALSE);
  double x = number % 2 == 1 ? type_area.x + type_area.width - PAGE_NUMBER_SIZE - box->width
                             : type_area.x + PAGE_NUMBER_SIZE;

  dui_page_place (page, box, x,
                  type_area.y + type_area.height + PAGE_NUMBER_BELOW - box->height / 2);
}

static void
mark_sample (DuiTypesetter *setter, DuiPage *page)
{
  g_autoptr (DuiBox) box = dui_composition_make_margin (setter, DUI_FACE_HEADING, SAMPLE_MARK_SIZE,
                                                        _ ("Sample data, not official"), TRUE);

  dui_page_place (page, box, type_area.x + type_area.width - box->width, SAMPLE_MARK_TOP);
}

static void
take_boxes (GPtrArray *boxes, GPtrArray *more)
{
  for (guint i = 0; i < more->len; i++)
    g_ptr_array_add (boxes, dui_box_ref (g_ptr_array_index (more, i)));
}

static GPtrArray *
set_forms (const DuiBriefingSubject *subject, DuiTypesetter *setter)
{
  for (guint i = 0; i < subject->forms->len; i++)
    dui_case_form_add (subject, g_ptr_array_index (subject->forms, i), setter);
  return dui_typesetter_steal_boxes (setter);
}

static GPtrArray *
set_document (const DuiBriefingSubject *subject, DuiDay issued, DuiTypesetter *setter)
{
  GPtrArray *boxes = set_part (subject, issued, setter, dui_composition_add_text, pitches,
                               G_N_ELEMENTS (pitches));
  g_autoptr (GPtrArray) table
      = set_part (subject, issued, setter, set_table, row_heights, G_N_ELEMENTS (row_heights));
  g_autoptr (GPtrArray) charts = NULL;

  if (!subject->corrects)
    dui_composition_add_charts (subject, issued, setter);
  charts = dui_typesetter_steal_boxes (setter);
  take_boxes (boxes, table);
  take_boxes (boxes, charts);
  return boxes;
}

static void
lay_out (DuiBriefing *self, const DuiBriefingSubject *subject)
{
  g_autoptr (DuiTypesetter) setter = dui_typesetter_new (type_area.width, self->language);
  g_autoptr (GPtrArray) boxes = subject->forms ? set_forms (subject, setter)
                                               : set_document (subject, self->issued, setter);

  self->pages = dui_pages_fill (boxes, &type_area);
  for (guint i = 0; i < self->pages->len; i++)
    {
      if (!subject->forms)
        number_page (setter, g_ptr_array_index (self->pages, i), i + 1);
      if (subject->panel->catalog->sample)
        mark_sample (setter, g_ptr_array_index (self->pages, i));
    }
  self->substitution = g_strdup (dui_typesetter_get_substitution (setter));
}

static char *
without_bars (char *title)
{
  GString *text = g_string_new (title);

  g_free (title);
  g_string_replace (text, "|", "", 0);
  return g_string_free (text, FALSE);
}

DuiBriefing *
dui_briefing_new (const DuiBriefingSubject *subject)
{
  DuiBriefing *self = g_object_new (DUI_TYPE_BRIEFING, NULL);

  self->title = without_bars (subject->forms ? dui_case_form_make_title (subject)
                                             : dui_composition_make_title (subject));
  self->author = g_strdup (subject->panel->catalog->office);
  self->issued = choose_day (subject->issued);
  self->language = dui_composition_get_language ();
  self->blanks = dui_sentence_county_blanks (subject->panel, subject->place, subject->period);
  lay_out (self, subject);
  return self;
}

guint
dui_briefing_get_n_pages (DuiBriefing *self)
{
  g_return_val_if_fail (DUI_IS_BRIEFING (self), 0);

  return self->pages->len;
}

void
dui_briefing_draw_page (DuiBriefing *self, cairo_t *cr, guint page)
{
  g_return_if_fail (DUI_IS_BRIEFING (self));
  g_return_if_fail (page < self->pages->len);

  dui_page_draw (g_ptr_array_index (self->pages, page), cr);
}

GPtrArray *
dui_briefing_get_pages (DuiBriefing *self)
{
  g_return_val_if_fail (DUI_IS_BRIEFING (self), NULL);

  return self->pages;
}

static cairo_surface_t *
create_surface (DuiBriefing *self, GByteArray *bytes)
{
  cairo_surface_t *surface = dui_document_new_pdf (bytes, DUI_BRIEFING_PAGE_WIDTH,
                                                   DUI_BRIEFING_PAGE_HEIGHT, self->title);
  g_autofree char *day = dui_day_to_string (self->issued);
  g_autofree char *time = g_strconcat (day, "T00:00:00+08:00", NULL);

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, time);
  if (self->author)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_AUTHOR, self->author);
  return surface;
}

static GByteArray *
render (DuiBriefing *self, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  cairo_surface_t *surface = create_surface (self, bytes);
  cairo_t *cr = cairo_create (surface);

  cairo_tag_begin (cr, "Document", NULL);
  for (guint i = 0; i < self->pages->len; i++)
    {
      dui_briefing_draw_page (self, cr, i);
      if (i + 1 == self->pages->len)
        cairo_tag_end (cr, "Document");
      cairo_show_page (cr);
    }
  cairo_destroy (cr);
  if (!dui_document_finish (surface, bytes, error)
      || !dui_pdf_set_language (bytes, self->language, error))
    return NULL;
  return g_steal_pointer (&bytes);
}

gboolean
dui_briefing_write_pdf (DuiBriefing *self, const char *path, GError **error)
{
  g_autoptr (GByteArray) bytes = NULL;

  g_return_val_if_fail (DUI_IS_BRIEFING (self), FALSE);

  bytes = render (self, error);
  return bytes && dui_document_save (path, bytes, error);
}

GBytes *
dui_briefing_render (DuiBriefing *self, GError **error)
{
  GByteArray *bytes;

  g_return_val_if_fail (DUI_IS_BRIEFING (self), NULL);

  bytes = render (self, error);
  return bytes ? g_byte_array_free_to_bytes (bytes) : NULL;
}

const char *
dui_briefing_get_title (DuiBriefing *self)
{
  g_return_val_if_fail (DUI_IS_BRIEFING (self), NULL);

  return self->title;
}

/* A paragraph that goes on over several boxes is one layout. */
static void
add_words (const DuiBox *box, PangoLayout **last, GString *text)
{
  if (box->part != DUI_PART_TITLE && box->part != DUI_PART_HEADING
      && box->part != DUI_PART_PARAGRAPH)
    return;
  for (guint i = 0; i < box->marks->len; i++)
    {
      const DuiPageMark *mark = &g_array_index (box->marks, DuiPageMark, i);

      if (mark->kind != DUI_MARK_LINE || mark->line.layout == *last)
        continue;
      g_string_append_printf (text, "%s%s", text->len ? "\n" : "",
                              pango_layout_get_text (mark->line.layout));
      *last = mark->line.layout;
    }
}

char *
dui_briefing_dup_text (DuiBriefing *self)
{
  GString *text = g_string_new (NULL);
  PangoLayout *last = NULL;

  g_return_val_if_fail (DUI_IS_BRIEFING (self), NULL);

  for (guint i = 0; i < self->pages->len; i++)
    {
      const DuiPage *page = g_ptr_array_index (self->pages, i);

      for (guint n = 0; n < page->placements->len; n++)
        add_words (g_array_index (page->placements, DuiPlacement, n).box, &last, text);
    }
  return g_string_free (text, FALSE);
}

const char *
dui_briefing_get_substitution (DuiBriefing *self)
{
  g_return_val_if_fail (DUI_IS_BRIEFING (self), NULL);

  return self->substitution;
}

const char *const *
dui_briefing_get_blanks (DuiBriefing *self)
{
  g_return_val_if_fail (DUI_IS_BRIEFING (self), NULL);

  return (const char *const *) self->blanks;
}
