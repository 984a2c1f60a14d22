/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The PDF as other programs read it (poppler's), and what is left when it can't be written. */
#include "briefing/briefing.h"
#include "briefing/error.h"
#include "briefing/pdf.h"
#include "county.h"
#include "plot/error.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <sys/resource.h>

typedef struct
{
  char *folder;
  char *path;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer language)
{
  fixture->folder = g_dir_make_tmp ("duibiao-XXXXXX", NULL);
  g_assert_nonnull (fixture->folder);
  fixture->path = g_build_filename (fixture->folder, "briefing.pdf", NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer language)
{
  g_autoptr (GDir) folder = g_dir_open (fixture->folder, 0, NULL);
  const char *name;

  /* Nothing but the document is left behind. */
  while ((name = g_dir_read_name (folder)))
    g_assert_cmpstr (name, ==, "briefing.pdf");
  g_unlink (fixture->path);
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->folder);
  g_free (fixture->path);
}

static DuiBriefing *
make_briefing (const char *issued)
{
  g_autoptr (County) county = county_new_sample (SOURCE_ROOT, "output");
  g_autoptr (DuiPanel) panel = county_make_panel (county);
  const DuiBriefingSubject subject = { panel, 0, county_period ("2021-11"), issued };

  return dui_briefing_new (&subject);
}

static void
write_briefing (const char *issued, const char *path)
{
  g_autoptr (DuiBriefing) briefing = make_briefing (issued);
  g_autoptr (GError) error = NULL;

  g_assert_true (dui_briefing_write_pdf (briefing, path, &error));
  g_assert_no_error (error);
}

static char *
run (const char *program, const char *argument, const char *path, const char *last)
{
  const char *argv[] = { program, argument, path, last, NULL };
  g_autoptr (GError) error = NULL;
  char *output = NULL;
  int status;

  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &output, NULL, &status,
                &error);
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);
  return output;
}

static void
assert_has (const char *text, const char *part)
{
  if (!strstr (text, part))
    g_error ("“%s” is not in:\n%s", part, text);
}

static void
assert_has_bytes (const char *bytes, gsize length, const char *part)
{
  g_assert_nonnull (memmem (bytes, length, part, strlen (part)));
}

static void
test_information (Fixture *fixture, gconstpointer language)
{
  gboolean english = g_str_equal (language, "en");
  g_autofree char *information = NULL;
  g_autofree char *bytes = NULL;
  gsize length;

  if (!county_speak (language))
    return;
  write_briefing ("2021-12-18", fixture->path);
  information = run ("pdfinfo", "-isodates", fixture->path, NULL);
  assert_has (information, "Pages:           3\n");
  assert_has (information, "Page size:       595.276 x 841.89 pts (A4)");
  assert_has (information, "Tagged:          yes");
  assert_has (information, "CreationDate:    2021-12-18T00:00:00+08");
  assert_has (information, english
                               ? "Title:           Gross industrial output of 清丰县"
                               : "Title:           关于2021年1—11月全县工业总产值完成情况的汇报");
  assert_has (information, "Author:          清丰县工业和信息化局");

  g_assert_true (g_file_get_contents (fixture->path, &bytes, &length, NULL));
  g_assert_true (g_str_has_prefix (bytes, "%PDF-1."));
  g_assert_cmpmem (bytes + length - 6, 6, "%%EOF\n", 6);
  assert_has_bytes (bytes, length, english ? "/Lang (en)" : "/Lang (zh-CN)");
  assert_has_bytes (bytes, length, "/MarkInfo << /Marked true >>");
  assert_has_bytes (bytes, length, "/CreationDate (D:20211218");
}

/* Every font is embedded, as a subset and with a way back to the text. */
static void
test_fonts (Fixture *fixture, gconstpointer language)
{
  g_autofree char *fonts = NULL;
  g_auto (GStrv) lines = NULL;

  if (!county_speak (language))
    return;
  write_briefing ("2021-12-18", fixture->path);
  fonts = run ("pdffonts", fixture->path, NULL, NULL);
  lines = g_strsplit (g_strchomp (fonts), "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), >, 3);
  for (guint i = 2; lines[i]; i++)
    {
      g_assert_cmpint (lines[i][6], ==, '+');
      assert_has (lines[i], " yes yes yes ");
    }
}

static void
test_text (Fixture *fixture, gconstpointer language)
{
  static const char *const chinese[] = { "关于2021年1—11月全县",
                                         "工业总产值完成情况的汇报",
                                         "清丰县工业和信息化局",
                                         "2021年12月18日",
                                         "全县完成工业总产值154.74亿元",
                                         "占年度目标的77.4%",
                                         "欠时间进度14.3个百分点",
                                         "45.26亿元",
                                         "柳格镇",
                                         "后三",
                                         "附件1",
                                         "单位：亿元、%",
                                         "— 1 —",
                                         "— 2 —",
                                         "— 3 —",
                                         "本表按进度排序" };
  static const char *const english[]
      = { "154.74 (100M yuan)", "14.3 points behind the pace", "Annex 1", "Sample data", "柳格镇",
          "2021-12-18" };
  const char *const *parts = g_str_equal (language, "en") ? english : chinese;
  guint n_parts = g_str_equal (language, "en") ? G_N_ELEMENTS (english) : G_N_ELEMENTS (chinese);
  g_autofree char *text = NULL;
  g_auto (GStrv) pages = NULL;

  if (!county_speak (language))
    return;
  write_briefing ("2021-12-18", fixture->path);
  text = run ("pdftotext", "-raw", fixture->path, "-");
  for (guint i = 0; i < n_parts; i++)
    assert_has (text, parts[i]);
  pages = g_strsplit (text, "\f", -1);
  for (guint i = 0; i < 3; i++)
    assert_has (pages[i], g_str_equal (language, "en") ? "Sample data" : "示例数据");
}

static void
test_same_bytes (Fixture *fixture, gconstpointer language)
{
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autofree char *later = NULL;
  gsize n_first, n_second, n_later;

  if (!county_speak (language))
    return;
  write_briefing ("2021-12-18", fixture->path);
  g_assert_true (g_file_get_contents (fixture->path, &first, &n_first, NULL));
  write_briefing ("2021-12-18", fixture->path);
  g_assert_true (g_file_get_contents (fixture->path, &second, &n_second, NULL));
  g_assert_cmpmem (first, n_first, second, n_second);
  write_briefing ("2021-12-19", fixture->path);
  g_assert_true (g_file_get_contents (fixture->path, &later, &n_later, NULL));
  g_assert_false (n_first == n_later && memcmp (first, later, n_first) == 0);
}

/* The page on a screen is the page of the PDF. */
static void
test_draw_page (Fixture *fixture, gconstpointer language)
{
  g_autoptr (DuiBriefing) briefing = NULL;

  if (!county_speak (language))
    return;
  write_briefing ("2021-12-18", fixture->path);
  briefing = make_briefing ("2021-12-18");
  for (guint i = 0; i < dui_briefing_get_n_pages (briefing); i++)
    {
      cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_A8, 596, 842);
      cairo_t *cr = cairo_create (surface);
      const guint8 *pixels;
      guint inked = 0;

      dui_briefing_draw_page (briefing, cr, i);
      g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
      cairo_surface_flush (surface);
      pixels = cairo_image_surface_get_data (surface);
      for (int j = 0; j < cairo_image_surface_get_stride (surface) * 842; j++)
        inked += pixels[j] > 64;
      g_assert_cmpuint (inked, >, 5000);
      cairo_destroy (cr);
      cairo_surface_destroy (surface);
    }
}

static void
assert_old_stays (const char *path)
{
  g_autofree char *left = NULL;

  g_assert_true (g_file_get_contents (path, &left, NULL, NULL));
  g_assert_cmpstr (left, ==, "old");
}

static void
test_full_disk (Fixture *fixture, gconstpointer language)
{
  struct rlimit usual, little;
  g_autoptr (DuiBriefing) briefing = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (county_speak (language));
  briefing = make_briefing ("2021-12-18");
  g_assert_true (g_file_set_contents (fixture->path, "old", 3, NULL));
  signal (SIGXFSZ, SIG_IGN);
  getrlimit (RLIMIT_FSIZE, &usual);
  little = usual;
  little.rlim_cur = 10000;
  setrlimit (RLIMIT_FSIZE, &little);
  g_assert_false (dui_briefing_write_pdf (briefing, fixture->path, &error));
  setrlimit (RLIMIT_FSIZE, &usual);
  g_assert_error (error, DUI_PLOT_ERROR, DUI_PLOT_ERROR_NO_SPACE);
  assert_old_stays (fixture->path);
}

static void
test_nowhere (Fixture *fixture, gconstpointer language)
{
  g_autoptr (DuiBriefing) briefing = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (fixture->folder, "none", "briefing.pdf", NULL);

  g_assert_true (county_speak (language));
  briefing = make_briefing ("2021-12-18");
  g_assert_false (dui_briefing_write_pdf (briefing, path, &error));
  g_assert_error (error, DUI_PLOT_ERROR, DUI_PLOT_ERROR_WRITE);
}

/* What is not a PDF of cairo's is refused, not spoilt. */
static void
test_language_refused (void)
{
  static const char *const texts[]
      = { "", "%PDF-1.5\n", "\ntrailer\n<< /Size 3 >>\nstartxref\n9\n%%EOF\n",
          "\ntrailer\n<< /Size 3 /Root 1 0 R /Info 2 0 R >>\nstartxref\n9\n%%EOF\n" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GByteArray) bytes = g_byte_array_new ();
      g_autoptr (GError) error = NULL;

      g_byte_array_append (bytes, (const guint8 *) texts[i], (guint) strlen (texts[i]));
      g_assert_false (dui_pdf_set_language (bytes, "en", &error));
      g_assert_error (error, DUI_BRIEFING_ERROR, DUI_BRIEFING_ERROR_RENDER);
      g_assert_cmpmem (bytes->data, bytes->len, texts[i], strlen (texts[i]));
    }
}

#define ADD(name, language, function)                                                              \
  g_test_add ("/briefing/pdf/" name "/" language, Fixture, language, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("information", "en", test_information);
  ADD ("information", "zh_CN", test_information);
  ADD ("fonts", "en", test_fonts);
  ADD ("fonts", "zh_CN", test_fonts);
  ADD ("text", "en", test_text);
  ADD ("text", "zh_CN", test_text);
  ADD ("same-bytes", "zh_CN", test_same_bytes);
  ADD ("same-bytes", "en", test_same_bytes);
  ADD ("draw-page", "zh_CN", test_draw_page);
  ADD ("full-disk", "en", test_full_disk);
  ADD ("nowhere", "en", test_nowhere);
  g_test_add_func ("/briefing/pdf/language-refused", test_language_refused);
  return g_test_run ();
}
