/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Charts as files: whole or not at all, and the same bytes each time. */
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "plot/document.h"
#include "plot/export.h"
#include "plot/text.h"

typedef struct
{
  char *folder;
  DuiChart *chart;
} Fixture;

static DuiLayout *
lay_out (gconstpointer data, double width, double height, DuiTextMeasure *measure)
{
  DuiLayout *layout = dui_layout_new (width, height);

  dui_layout_add_rect (layout, DUI_ROLE_BEHIND, (DuiRect){ 10, 10, width - 20, 20 });
  dui_layout_add_text (layout, DUI_ROLE_TEXT, DUI_FONT_TITLE, data, 10, 40, measure);
  return layout;
}

static void
set_up (Fixture *self, gconstpointer data)
{
  self->folder = g_dir_make_tmp ("duibiao-export-XXXXXX", NULL);
  self->chart
      = dui_chart_new ("欠进度14.3个百分点", "…", g_strdup ("欠进度14.3个百分点"), g_free, lay_out);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_autoptr (GDir) dir = g_dir_open (self->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)))
    {
      g_autofree char *path = g_build_filename (self->folder, name, NULL);
      g_assert_cmpint (g_remove (path), ==, 0);
    }
  g_assert_cmpint (g_rmdir (self->folder), ==, 0);
  g_free (self->folder);
  dui_chart_unref (self->chart);
}

static char *
path_to (const Fixture *self, const char *name)
{
  return g_build_filename (self->folder, name, NULL);
}

static gboolean export(const Fixture *self, const char *path, GError **error)
{
  return dui_chart_export (self->chart, path, 300, 200, dui_theme_get (DUI_THEME_PRINT), error);
}

static char *
contents (const char *path, gsize *length)
{
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  g_file_get_contents (path, &text, length, &error);
  g_assert_no_error (error);
  return text;
}

static guint
count_files (const Fixture *self)
{
  g_autoptr (GDir) dir = g_dir_open (self->folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir))
    n++;
  return n;
}

static void
test_formats (Fixture *self, gconstpointer data)
{
  static const struct
  {
    const char *name;
    const char *start;
  } cases[] = {
    { "a.pdf", "%PDF-" }, { "b.svg", "<?xml" }, { "c.png", "\x89PNG" }, { "D.PDF", "%PDF-" }
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = path_to (self, cases[i].name);
      g_autofree char *text = NULL;
      g_autoptr (GError) error = NULL;
      gsize length;

      export(self, path, &error);
      g_assert_no_error (error);
      text = contents (path, &length);
      g_assert_cmpmem (text, strlen (cases[i].start), cases[i].start, strlen (cases[i].start));
    }
  g_assert_cmpuint (count_files (self), ==, G_N_ELEMENTS (cases));
}

static void
test_same_bytes (Fixture *self, gconstpointer data)
{
  static const char *const suffixes[] = { "pdf", "png" };

  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *first_name = g_strdup_printf ("1.%s", suffixes[i]);
      g_autofree char *second_name = g_strdup_printf ("2.%s", suffixes[i]);
      g_autofree char *first = path_to (self, first_name);
      g_autofree char *second = path_to (self, second_name);
      g_autofree char *first_text = NULL;
      g_autofree char *second_text = NULL;
      gsize first_length, second_length;

      g_assert_true (export(self, first, NULL));
      /* Dates in the files would be another second's. */
      if (i == 0)
        g_usleep (1100000);
      g_assert_true (export(self, second, NULL));
      first_text = contents (first, &first_length);
      second_text = contents (second, &second_length);
      g_assert_cmpmem (first_text, first_length, second_text, second_length);
    }
}

static void
test_png_resolution (Fixture *self, gconstpointer data)
{
  g_autofree char *path = path_to (self, "a.png");
  cairo_surface_t *picture;

  g_assert_true (export(self, path, NULL));
  picture = cairo_image_surface_create_from_png (path);
  g_assert_cmpint (cairo_image_surface_get_width (picture), ==, 800);
  g_assert_cmpint (cairo_image_surface_get_height (picture), ==, 534);
  cairo_surface_destroy (picture);
}

static void
test_bad_names_and_sizes (Fixture *self, gconstpointer data)
{
  g_autofree char *jpeg = path_to (self, "a.jpeg");
  g_autofree char *bare = path_to (self, "pdf");
  g_autofree char *good = path_to (self, "a.pdf");
  const double sizes[] = { 0, -5, 1e9, G_MAXDOUBLE };
  GError *error = NULL;

  g_assert_false (export(self, jpeg, &error));
  g_assert_error (error, DUI_PLOT_ERROR, DUI_PLOT_ERROR_FORMAT);
  g_clear_error (&error);
  g_assert_false (export(self, bare, &error));
  g_assert_error (error, DUI_PLOT_ERROR, DUI_PLOT_ERROR_FORMAT);
  g_clear_error (&error);
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_assert_false (dui_chart_export (self->chart, good, sizes[i], 200,
                                        dui_theme_get (DUI_THEME_PRINT), &error));
      g_assert_error (error, DUI_PLOT_ERROR, DUI_PLOT_ERROR_FORMAT);
      g_clear_error (&error);
    }
  g_assert_cmpuint (count_files (self), ==, 0);
}

static void
test_no_folder (Fixture *self, gconstpointer data)
{
  g_autofree char *path = path_to (self, "none/a.pdf");
  g_autoptr (GError) error = NULL;

  g_assert_false (export(self, path, &error));
  g_assert_error (error, DUI_PLOT_ERROR, DUI_PLOT_ERROR_WRITE);
  g_assert_nonnull (strstr (error->message, "a.pdf"));
}

/* A limit on the size of files stands for a disk that fills up while the file is written. */
static void
test_full_disk_keeps_the_old_file (Fixture *self, gconstpointer data)
{
  g_autofree char *path = path_to (self, "a.pdf");
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  struct rlimit limit, small;
  gsize length;

  g_assert_true (g_file_set_contents (path, "the old file", -1, NULL));
  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  small = (struct rlimit){ 1000, limit.rlim_max };
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &small), ==, 0);
  g_assert_false (export(self, path, &error));
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  g_assert_error (error, DUI_PLOT_ERROR, DUI_PLOT_ERROR_NO_SPACE);
  text = contents (path, &length);
  g_assert_cmpstr (text, ==, "the old file");
  g_assert_cmpuint (count_files (self), ==, 1);
}

/* A device is written to, not replaced by a file. */
static void
test_full_device (Fixture *self, gconstpointer data)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autoptr (GError) error = NULL;
  struct stat device;

  if (access ("/dev/full", W_OK) != 0)
    {
      g_test_skip ("there is no /dev/full");
      return;
    }
  g_byte_array_append (bytes, (const guint8 *) "%%EOF\n", 6);
  g_assert_false (dui_document_save ("/dev/full", bytes, &error));
  g_assert_error (error, DUI_PLOT_ERROR, DUI_PLOT_ERROR_NO_SPACE);
  g_assert_cmpint (stat ("/dev/full", &device), ==, 0);
  g_assert_true (S_ISCHR (device.st_mode));
}

static void
test_link_and_mode_stay (Fixture *self, gconstpointer data)
{
  g_autofree char *path = path_to (self, "a.pdf");
  g_autofree char *link = path_to (self, "link.pdf");
  struct stat entry;

  g_assert_true (g_file_set_contents (path, "the old file", -1, NULL));
  g_assert_cmpint (g_chmod (path, 0600), ==, 0);
  g_assert_cmpint (symlink (path, link), ==, 0);
  g_assert_true (export(self, link, NULL));
  g_assert_cmpint (lstat (link, &entry), ==, 0);
  g_assert_true (S_ISLNK (entry.st_mode));
  g_assert_cmpint (stat (path, &entry), ==, 0);
  g_assert_cmpint (entry.st_mode & 0777, ==, 0600);
  g_assert_cmpint (entry.st_size, >, 1000);
}

/* A surface that went wrong never becomes a file. */
static void
test_broken_surface (Fixture *self, gconstpointer data)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autoptr (GError) error = NULL;
  cairo_surface_t *surface = dui_document_new_png (1e6, 1e6, 1);

  g_assert_false (dui_document_finish (surface, bytes, &error));
  g_assert_error (error, DUI_PLOT_ERROR, DUI_PLOT_ERROR_RENDER);
}

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/plot/export/formats", test_formats);
  ADD ("/plot/export/same-bytes", test_same_bytes);
  ADD ("/plot/export/png-resolution", test_png_resolution);
  ADD ("/plot/export/bad-names-and-sizes", test_bad_names_and_sizes);
  ADD ("/plot/export/no-folder", test_no_folder);
  ADD ("/plot/export/full-disk-keeps-the-old-file", test_full_disk_keeps_the_old_file);
  ADD ("/plot/export/full-device", test_full_device);
  ADD ("/plot/export/link-and-mode-stay", test_link_and_mode_stay);
  ADD ("/plot/export/broken-surface", test_broken_surface);
  return g_test_run ();
}
