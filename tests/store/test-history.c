/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Everything that the book keeps tells where it came from, what it was, who changed it and why. */
#include "fixture.h"

#include <string.h>

#define PERIOD dui_period_new (2021, 11)

/* The n-th newest sentence without its day and time. */
static char *
sentence (DuiBook *book,
          const DuiHistorySubject *subject,
          guint n)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) history = dui_book_get_history (book, subject, &error);
  g_autofree char *text = NULL;

  g_assert_no_error (error);
  g_assert_cmpuint (n, <, history->len);
  text = dui_change_describe (g_ptr_array_index (history, n));
  g_test_message ("%s", text);
  g_assert_cmpuint (strlen (text), >, strlen ("2021-12-03 09:41 "));
  return g_strdup (text + strlen ("2021-12-03 09:41 "));
}

static void
assert_sentence (DuiBook *book,
                 const DuiHistorySubject *subject,
                 guint n,
                 const char *who,
                 const char *what)
{
  g_autofree char *text = sentence (book, subject, n);
  g_autofree char *expected
      = g_str_equal (who, g_get_user_name ())
            ? g_strdup_printf ("%s %s", who, what)
            : g_strdup_printf ("%s (%s) %s", who, g_get_user_name (), what);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_figure (Fixture *fixture,
             gconstpointer data)
{
  static const DuiAmount values[] = { 52100 };
  DuiBook *book = fixture_create (fixture);
  g_autoptr (DuiBatch) batch = fixture_batch (book, PERIOD, DUI_ROW_NEW, values, 1);
  guint place = fixture_member (book, 0);
  const DuiHistorySubject subject
      = { DUI_HISTORY_FIGURE, .indicator = "output", .place = place, .period = PERIOD };
  DuiFigureValues more = { 51200, 40000, 770000000, DUI_STATUS_FINAL };
  g_autoptr (DuiUndoStep) undone = NULL;

  batch->sheet = g_strdup ("11月");
  g_assert_true (fixture_import (book, batch, NULL));
  g_assert_true (fixture_set (book, place, PERIOD, 51200, NULL));
  g_assert_true (dui_book_set_figure (book, place, "output", PERIOD, &more,
                                      &(DuiOccasion){ "补报", "李四" }, NULL));
  undone = dui_book_undo (book, 0, &(DuiOccasion){ NULL, "李四" }, NULL);
  g_assert_nonnull (undone);
  g_assert_true (fixture_set (book, place, PERIOD, DUI_AMOUNT_MISSING, NULL));
  assert_sentence (book, &subject, 0, "张三", "removed 5.12, reason: 重复计算");
  assert_sentence (book, &subject, 1, "李四",
                   "undone: removed the base 4, removed the reported growth 7.7%, changed the "
                   "status from final to preliminary");
  assert_sentence (book, &subject, 2, "李四",
                   "entered the base 4, entered the reported growth 7.7%, changed the status from "
                   "preliminary to final, reason: 补报");
  assert_sentence (book, &subject, 3, "张三", "changed 5.21 to 5.12, reason: 重复计算");
  assert_sentence (book, &subject, 4, "张三", "entered 5.21, from a.csv, sheet “11月”, row 2");
  fixture_close (book);
}

static void
test_records (Fixture *fixture,
              gconstpointer data)
{
  DuiBook *book = fixture_create (fixture);
  g_autoptr (DuiCatalog) catalog = dui_book_get_catalog (book, NULL);
  DuiTarget target = { fixture_member (book, 0), 2021, DUI_TIER_ADJUSTED, 1000000, 20210701,
                       "清政〔2021〕12号" };
  DuiPlan plan = { .year = 2021 };
  const DuiOccasion occasion = { "调整", "张三" };
  const DuiHistorySubject targets = { DUI_HISTORY_TARGET, "output", target.place, .year = 2021,
                                      .tier = DUI_TIER_ADJUSTED };
  const DuiHistorySubject plans = { DUI_HISTORY_PLAN, "output", .year = 2021 };
  const DuiHistorySubject setting = { DUI_HISTORY_SETTING, .key = "bottom.size" };
  const DuiHistorySubject place = { DUI_HISTORY_PLACE, .place = target.place };
  const DuiHistorySubject nowhere = { DUI_HISTORY_PLACE, .place = 9999 };
  g_autoptr (GPtrArray) none = NULL;

  g_assert_true (dui_book_set_target (book, "output", &target, &occasion, NULL));
  target.value = 1200000;
  g_assert_true (dui_book_set_target (book, "output", &target, &occasion, NULL));
  target.effective = 20211001;
  target.document = NULL;
  g_assert_true (dui_book_set_target (book, "output", &target, &occasion, NULL));
  assert_sentence (book, &targets, 0, "张三",
                   "entered the target in force from 2021-10-01 120, reason: 调整");
  assert_sentence (book, &targets, 1, "张三",
                   "changed the target in force from 2021-07-01 from 100 to 120, reason: 调整");
  assert_sentence (book, &targets, 2, "张三",
                   "entered the target in force from 2021-07-01 100, entered its document "
                   "清政〔2021〕12号, reason: 调整");
  for (guint i = 0; i < 12; i++)
    plan.share[i] = i < 11 ? (gint32) i * 80000 : DUI_SHARE_ONE;
  g_assert_true (dui_book_set_plan (book, "output", &plan, &occasion, NULL));
  plan.share[1] = 123456;
  g_assert_true (dui_book_set_plan (book, "output", &plan, &occasion, NULL));
  assert_sentence (book, &plans, 0, "张三",
                   "changed the share due in 2021 months 1–2 from 8% to 12.3456%, reason: 调整");
  g_assert_true (dui_book_set_setting (book, "bottom.size", 0, "4", &occasion, NULL));
  g_assert_true (dui_book_set_setting (book, "bottom.size", 0, "5", &occasion, NULL));
  g_assert_true (dui_book_set_setting (book, "bottom.size", PERIOD, "6", &occasion, NULL));
  assert_sentence (book, &setting, 0, "张三", "entered the value from 2021-11 on 6, reason: 调整");
  assert_sentence (book, &setting, 1, "张三", "changed 4 to 5, reason: 调整");
  none = dui_book_get_history (book, &nowhere, NULL);
  g_assert_cmpuint (none->len, ==, 0);
  g_ptr_array_unref (none);
  none = dui_book_get_history (book, &place, NULL);
  g_assert_cmpuint (none->len, ==, 1);
  fixture_close (book);
}

/* The log's name of a person is what the person says it is, from then on. */
static void
test_name (Fixture *fixture,
           gconstpointer data)
{
  DuiBook *book = fixture_create (fixture);
  const DuiHistorySubject subject = { DUI_HISTORY_SETTING, .key = "bottom.size" };
  g_autofree char *before = dui_book_dup_user_name (book, NULL), *after = NULL;

  g_assert_true (dui_book_set_setting (book, "bottom.size", 0, "4", &(DuiOccasion){ "原因" }, NULL));
  g_assert_false (dui_book_set_setting (book, "name", 0, "", &(DuiOccasion){ "原因" }, NULL));
  g_assert_true (dui_book_set_setting (book, "name", 0, "王五", &(DuiOccasion){ "原因" }, NULL));
  g_assert_true (dui_book_set_setting (book, "name", 0, "王武", &(DuiOccasion){ "原因" }, NULL));
  g_assert_true (dui_book_set_setting (book, "bottom.size", 0, "5", &(DuiOccasion){ "原因" }, NULL));
  after = dui_book_dup_user_name (book, NULL);
  g_assert_cmpstr (after, ==, "王武");
  assert_sentence (book, &subject, 0, "王武", "changed 4 to 5, reason: 原因");
  assert_sentence (book, &subject, 1, before, "entered 4, reason: 原因");
  fixture_close (book);
}

/* No history is shown that the log does not bear out. */
static void
test_tampered (Fixture *fixture,
               gconstpointer data)
{
  static const char *const sqls[] = {
    "DROP TRIGGER command_refuses_update; UPDATE command SET who = '李四' WHERE id = 2",
    "DROP TRIGGER command_refuses_update; UPDATE command SET reason = '无' WHERE id = 3",
    "DROP TRIGGER change_refuses_update; UPDATE change SET old = replace (old, '=1 ', '=2 ')",
    "DROP TRIGGER change_refuses_delete; DELETE FROM change",
    "DROP TRIGGER source_refuses_update; UPDATE source SET file = 'b.csv' WHERE id = 2",
    "DROP TRIGGER seal_refuses_delete; DELETE FROM seal WHERE command = 2",
  };
  DuiBook *book = fixture_create (fixture);
  guint place = fixture_member (book, 0);
  const DuiHistorySubject subject
      = { DUI_HISTORY_FIGURE, .indicator = "output", .place = place, .period = PERIOD };

  g_assert_true (fixture_set (book, place, PERIOD, 1, NULL));
  g_assert_true (fixture_set (book, place, PERIOD, 2, NULL));
  fixture_close (book);
  for (guint i = 0; i < G_N_ELEMENTS (sqls); i++)
    {
      g_autofree char *path = g_strdup_printf ("%s%u", fixture->path, i);
      g_autoptr (GBytes) bytes = fixture_bytes (fixture->path);
      g_autoptr (GError) error = NULL;

      g_assert_true (g_file_set_contents (path, g_bytes_get_data (bytes, NULL),
                                          (gssize) g_bytes_get_size (bytes), NULL));
      fixture_execute (path, sqls[i]);
      book = dui_book_open (path, &error);
      g_assert_no_error (error);
      g_assert_null (dui_book_get_history (book, &subject, &error));
      g_assert_error (error, DUI_STORE_ERROR, DUI_STORE_ERROR_DAMAGED);
      fixture_close (book);
    }
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  FIXTURE_TEST ("/store/history/figure", test_figure);
  FIXTURE_TEST ("/store/history/records", test_records);
  FIXTURE_TEST ("/store/history/name", test_name);
  FIXTURE_TEST ("/store/history/tampered", test_tampered);
  return g_test_run ();
}
