/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where things stand on the pages, by their rectangles. */
#include "briefing/briefing.h"
#include "briefing/page.h"
#include "county.h"

#define MM (72.0 / 25.4)
#define TOLERANCE 0.5

static const DuiRect area = { 10, 20, 100, 100 };

/* A story of boxes: "10" is a box 10 high; k keeps it with the next, p begins a page, s has 5
 * above, r is a row of the table whose head is the box marked h. */
static GPtrArray *
make_boxes (const char *story)
{
  GPtrArray *boxes = g_ptr_array_new_with_free_func ((GDestroyNotify) dui_box_unref);
  g_auto (GStrv) words = g_strsplit (story, " ", -1);
  DuiBox *head = NULL;

  for (guint i = 0; words[i]; i++)
    {
      char *marks;
      double height = g_ascii_strtod (words[i], &marks);
      DuiBox *box = dui_box_new (DUI_PART_PARAGRAPH, i, area.width, height);

      box->keep = strchr (marks, 'k') != NULL;
      box->new_page = strchr (marks, 'p') != NULL;
      box->space = strchr (marks, 's') ? 5 : 0;
      if (strchr (marks, 'h'))
        head = box;
      if (strchr (marks, 'r'))
        box->head = dui_box_ref (head);
      g_ptr_array_add (boxes, box);
    }
  return boxes;
}

/* "0@0 1@10 | 2@0": which box stands how far below the top of its page's area. */
static char *
describe (GPtrArray *pages)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < pages->len; i++)
    {
      const DuiPage *page = g_ptr_array_index (pages, i);

      g_string_append (text, i > 0 ? " |" : "");
      for (guint j = 0; j < page->placements->len; j++)
        {
          const DuiPlacement *placement = &g_array_index (page->placements, DuiPlacement, j);

          g_assert_cmpfloat (placement->x, ==, area.x);
          g_string_append_printf (text, "%s%u@%g", text->len > 0 ? " " : "", placement->box->block,
                                  placement->y - area.y);
        }
    }
  return g_string_free (text, FALSE);
}

static void
test_fill (void)
{
  static const struct
  {
    const char *story;
    const char *pages;
  } cases[] = {
    { "10 20 70", "0@0 1@10 2@30" },
    { "10 20 71", "0@0 1@10 | 2@0" },
    { "10s 20s 50s", "0@0 1@15 2@40" },
    { "60 40s", "0@0 | 1@0" },
    { "10 20p 30", "0@0 | 1@0 2@20" },
    { "10p", "0@0" },
    { "50 30k 30k 30", "0@0 | 1@0 2@30 3@60" },
    { "50 30k 20", "0@0 1@50 2@80" },
    { "10k 20p", "0@0 | 1@0" },
    /* Longer than a page: cut where it must be. */
    { "10 60k 60k 60", "0@0 | 1@0 | 2@0 | 3@0" },
    { "150", "0@0" },
    { "20hk 30r 30r 30r 30r", "0@0 1@20 2@50 | 0@0 3@20 4@50" },
    { "20hk 30rk 30r 30rk 30r 30r", "0@0 1@20 2@50 | 0@0 3@20 4@50 | 0@0 5@20" },
    { "50 20hk 30r 30r", "0@0 1@50 2@70 | 1@0 3@20" },
    { "60 20hk 30r 30r", "0@0 | 1@0 2@20 3@50" },
    /* After a table no head is repeated. */
    { "20hk 80r 10", "0@0 1@20 | 2@0" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) boxes = make_boxes (cases[i].story);
      g_autoptr (GPtrArray) pages = dui_pages_fill (boxes, &area);
      g_autofree char *text = describe (pages);

      g_assert_cmpstr (text, ==, cases[i].pages);
    }
}

static void
test_fill_nothing (void)
{
  g_autoptr (GPtrArray) boxes = g_ptr_array_new ();
  g_autoptr (GPtrArray) pages = dui_pages_fill (boxes, &area);

  g_assert_cmpuint (pages->len, ==, 1);
}

/* The type area of GB/T 9704. */
static const DuiRect type_area = { 28 * MM, 37 * MM, 156 * MM, 225 * MM };

static gboolean
overlap (const DuiRect *a, const DuiRect *b)
{
  return a->x + TOLERANCE < b->x + b->width && b->x + TOLERANCE < a->x + a->width
         && a->y + TOLERANCE < b->y + b->height && b->y + TOLERANCE < a->y + a->height;
}

static void
assert_inside (const DuiRect *inner, const DuiRect *outer)
{
  g_assert_cmpfloat (inner->x, >=, outer->x - TOLERANCE);
  g_assert_cmpfloat (inner->y, >=, outer->y - TOLERANCE);
  g_assert_cmpfloat (inner->x + inner->width, <=, outer->x + outer->width + TOLERANCE);
  g_assert_cmpfloat (inner->y + inner->height, <=, outer->y + outer->height + TOLERANCE);
}

/* Marks stay in their box, texts apart from each other. */
static void
check_box (const DuiBox *box)
{
  const DuiRect whole = { 0, 0, box->width, box->height };

  for (guint i = 0; i < box->marks->len; i++)
    {
      const DuiPageMark *mark = &g_array_index (box->marks, DuiPageMark, i);

      assert_inside (&mark->rect, &whole);
      for (guint j = 0; j < i && mark->kind == DUI_MARK_LINE; j++)
        {
          const DuiPageMark *other = &g_array_index (box->marks, DuiPageMark, j);

          g_assert_false (other->kind == DUI_MARK_LINE && overlap (&mark->rect, &other->rect));
        }
    }
}

static DuiRect
placed_rect (const DuiPlacement *placement)
{
  return (DuiRect){ placement->x, placement->y, placement->box->width, placement->box->height };
}

/* A page number, and on sample pages the mark, stand in the margin and touch nothing. */
static void
check_places (const DuiPage *page, guint n_margin)
{
  static const DuiRect sheet = { 0, 0, DUI_BRIEFING_PAGE_WIDTH, DUI_BRIEFING_PAGE_HEIGHT };
  guint found = 0;

  for (guint i = 0; i < page->placements->len; i++)
    {
      const DuiPlacement *placement = &g_array_index (page->placements, DuiPlacement, i);
      DuiRect rect = placed_rect (placement);

      found += placement->box->part == DUI_PART_MARGIN;
      assert_inside (&rect, placement->box->part == DUI_PART_MARGIN ? &sheet : &type_area);
      check_box (placement->box);
      for (guint j = 0; j < i; j++)
        {
          DuiRect other = placed_rect (&g_array_index (page->placements, DuiPlacement, j));

          g_assert_false (overlap (&rect, &other));
        }
    }
  g_assert_cmpuint (found, ==, n_margin);
}

/* The head stands above the first row of every page; a table's first and last row are not alone,
 * and no heading ends a page. */
static void
check_rules (const DuiPage *page)
{
  guint n_rows = 0;
  DuiPart last = DUI_PART_PARAGRAPH, before = DUI_PART_PARAGRAPH;

  for (guint i = 0; i < page->placements->len; i++)
    {
      DuiPart part = g_array_index (page->placements, DuiPlacement, i).box->part;

      if (part == DUI_PART_MARGIN)
        continue;
      if (part == DUI_PART_TABLE_ROW)
        g_assert_true (before == DUI_PART_TABLE_HEAD || before == DUI_PART_TABLE_ROW);
      if (part == DUI_PART_CAPTION)
        g_assert_cmpint (before, ==, DUI_PART_CHART);
      n_rows += part == DUI_PART_TABLE_ROW;
      before = last = part;
    }
  g_assert_cmpuint (n_rows, !=, 1);
  g_assert_cmpint (last, !=, DUI_PART_TITLE);
  g_assert_cmpint (last, !=, DUI_PART_HEADING);
  g_assert_cmpint (last, !=, DUI_PART_TABLE_HEAD);
  g_assert_cmpint (last, !=, DUI_PART_CHART);
}

static guint
check_briefing (County *county, guint place, const char *period)
{
  g_autoptr (DuiPanel) panel = county_make_panel (county);
  const DuiBriefingSubject subject = { panel, place, county_period (period), "2021-12-18" };
  g_autoptr (DuiBriefing) briefing = dui_briefing_new (&subject);
  GPtrArray *pages = dui_briefing_get_pages (briefing);

  g_assert_cmpuint (dui_briefing_get_n_pages (briefing), ==, pages->len);
  for (guint i = 0; i < pages->len; i++)
    {
      check_places (g_ptr_array_index (pages, i), county->sample ? 2 : 1);
      check_rules (g_ptr_array_index (pages, i));
    }
  return pages->len;
}

static void
test_sample (gconstpointer language)
{
  static const char *const indicators[]
      = { "output", "investment", "energy", "attracted-funds", "value-added" };
  static const char *const periods[]
      = { "2020-02", "2020-12", "2021-02", "2021-08", "2021-09", "2021-11" };

  if (!county_speak (language))
    return;
  for (guint i = 0; i < G_N_ELEMENTS (indicators); i++)
    {
      g_autoptr (County) county = county_new_sample (SOURCE_ROOT, indicators[i]);

      for (guint j = 0; j < G_N_ELEMENTS (periods); j++)
        {
          guint n_pages = check_briefing (county, 0, periods[j]);

          g_assert_cmpuint (n_pages, >=, 2);
          g_assert_cmpuint (n_pages, <=, 4);
        }
      /* One township has no members to rank. */
      g_assert_cmpuint (check_briefing (county, 5, "2021-11"), ==, 1);
    }
}

static void
test_sizes (gconstpointer language)
{
  static const guint sizes[] = { 1, 2, 3, 5, 6, 17, 18, 19, 20, 21, 22, 23, 24, 60, 300 };

  if (!county_speak (language))
    return;
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (County) county = county_new_busy (sizes[i]);

      check_briefing (county, 0, "2021-11");
    }
}

static void
test_long_names (gconstpointer language)
{
  if (!county_speak (language))
    return;
  for (guint n = 3; n < 30; n += 5)
    {
      g_autoptr (County) county = county_new_busy (n);

      county_set_name (county, 1, "村");
      county_set_name (county, 2, "濮阳市清丰县先进制造业开发区食品加工专业园区管理委员会办公室");
      county_set_name (county, 3, "Qingfeng Advanced Manufacturing Development Zone (North)");
      check_briefing (county, 0, "2021-11");
    }
}

/* Numbers that no column was made for. */
static void
test_large_numbers (gconstpointer language)
{
  g_autoptr (County) county = county_new_busy (17);

  if (!county_speak (language))
    return;
  county_tell (county, "3 2021-11 9876543210123 0.0001; 4 2021-11 -9876543210123 1;"
                       "target 3 agreed 1 2021-01-01; target 4 agreed 0.0001 2021-06-01;"
                       "5 2021-11 0 100; 6 2021-11 -5 -7; target 6 agreed -12 2021-02-01");
  check_briefing (county, 0, "2021-11");
}

/* A page that says so. */
static void
test_nothing (gconstpointer language)
{
  g_autoptr (County) county = county_new_busy (17);

  if (!county_speak (language))
    return;
  g_assert_cmpuint (check_briefing (county, 0, "2022-02"), ==, 1);
}

static guint
count_parts (County *county, DuiPart part)
{
  g_autoptr (DuiPanel) panel = county_make_panel (county);
  const DuiBriefingSubject subject = { panel, 0, county_period ("2021-11"), "2021-12-18" };
  g_autoptr (DuiBriefing) briefing = dui_briefing_new (&subject);
  GPtrArray *pages = dui_briefing_get_pages (briefing);
  guint n = 0;

  for (guint i = 0; i < pages->len; i++)
    {
      const DuiPage *page = g_ptr_array_index (pages, i);

      for (guint j = 0; j < page->placements->len; j++)
        n += g_array_index (page->placements, DuiPlacement, j).box->part == part;
    }
  return n;
}

/* What has nothing in it is not printed: no table of names, no chart of places without targets. */
static void
test_left_out (gconstpointer language)
{
  static const struct
  {
    const char *story;
    guint n_rows;
    guint n_charts;
  } cases[] = {
    { "", 0, 0 },
    { "0 2021-11 1000 900; target 0 agreed 1200 2021-01-01", 0, 1 },
    { "0 2021-11 1000 900; target 0 agreed 1200 2021-01-01; estimate 1 2021-11 9 8", 0, 1 },
    { "1 2021-11 1000 900", 1 + 17, 1 },
    { "0 2021-11 9999 900; 1 2021-11 1000 900; target 1 agreed 1200 2021-01-01", 2 + 17, 2 },
  };

  if (!county_speak (language))
    return;
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (County) county = county_new ("output", 17);

      county_tell (county, "0 2020-11 1");
      county_tell (county, cases[i].story);
      g_assert_cmpuint (count_parts (county, DUI_PART_TABLE_ROW), ==, cases[i].n_rows);
      g_assert_cmpuint (count_parts (county, DUI_PART_CHART), ==, cases[i].n_charts);
    }
}

/* Targets, bases or nearly all figures are missing. */
static void
test_gaps (gconstpointer language)
{
  static const char *const stories[] = {
    "0 2021-11 1000 900",
    "1 2021-11 1000",
    "1 2021-11 1000; 2 2021-11 1000 900",
    "0 2021-11 1000 900; estimate 1 2021-11 100; 2 2021-11 - 100",
    "1 2021-11 1000 900; 2 2021-11 1000 900; target 1 agreed 1200 2021-01-01",
  };

  if (!county_speak (language))
    return;
  for (guint i = 0; i < G_N_ELEMENTS (stories); i++)
    {
      g_autoptr (County) county = county_new ("output", 17);

      county_tell (county, stories[i]);
      g_assert_cmpuint (check_briefing (county, 0, "2021-11"), <=, 4);
    }
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *name;
    GTestDataFunc function;
  } tests[] = {
    { "sample", test_sample },         { "sizes", test_sizes },
    { "long-names", test_long_names }, { "large-numbers", test_large_numbers },
    { "nothing", test_nothing },       { "gaps", test_gaps },
    { "left-out", test_left_out },
  };
  static const char *const languages[] = { "en", "zh_CN" };

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/briefing/pages/fill", test_fill);
  g_test_add_func ("/briefing/pages/fill-nothing", test_fill_nothing);
  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    for (guint j = 0; j < G_N_ELEMENTS (tests); j++)
      {
        g_autofree char *path
            = g_strdup_printf ("/briefing/pages/%s/%s", tests[j].name, languages[i]);

        g_test_add_data_func (path, languages[i], tests[j].function);
      }
  return g_test_run ();
}
