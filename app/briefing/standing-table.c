/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "briefing/standing-table.h"
#include "briefing/standing-notes.h"
#include "briefing/terms.h"
#include "briefing/words.h"
#include "model/format.h"
#include "model/measure.h"

#include <glib/gi18n-lib.h>

typedef enum
{
  COLUMN_RANK,
  COLUMN_PLACE,
  COLUMN_TARGET,
  COLUMN_MONTH,
  COLUMN_COMPLETED,
  COLUMN_GROWTH,
  COLUMN_GROWTH_RANK,
  COLUMN_COMPLETION,
  COLUMN_DIFFERENCE,
  COLUMN_PREVIOUS,
  COLUMN_CHANGE,
  N_COLUMNS
} Column;

/* Millimetres, 156 in all (PRACTICE §6). */
static const double column_widths[N_COLUMNS] = { 10, 22, 16, 14, 17, 14, 11, 15, 16, 11, 10 };

#define DASH "—"

/* One line of the table before it is known which columns it has. */
typedef struct
{
  char *texts[N_COLUMNS]; /* NULL prints as a dash */
  char *tags[N_COLUMNS];
  char *remark; /* stands instead of everything behind the place and its target */
  gboolean member;
  gboolean bold;
  gboolean grey;
  gboolean grey_growth;
  gboolean last_of_group;
} Line;

typedef struct
{
  const DuiPanel *panel;
  guint parent;
  DuiPeriod period;
  const DuiStanding *primary;
  const DuiStanding *growth; /* NULL when it is the primary one */
  int growth_decimals;
  int difference_decimals;
  GArray *lines; /* of Line */
} Maker;

static void
line_clear (gpointer pointer)
{
  Line *line = pointer;

  for (guint i = 0; i < N_COLUMNS; i++)
    {
      g_free (line->texts[i]);
      g_free (line->tags[i]);
    }
  g_free (line->remark);
}

static const DuiStandingRow *
row_at (const DuiStanding *standing, guint index)
{
  return &g_array_index (standing->rows, DuiStandingRow, index);
}

static const DuiStandingRow *
find_row (const DuiStanding *standing, guint place)
{
  for (guint i = 0; standing && i < standing->rows->len; i++)
    if (row_at (standing, i)->place == place)
      return row_at (standing, i);
  return NULL;
}

static int
plain_difference_decimals (const DuiPanel *panel)
{
  return dui_indicator_has_pace (panel->indicator) ? 1
                                                   : dui_indicator_get_decimals (panel->indicator);
}

/* Decimals at which different ranks print differently (PRACTICE R10). */
static void
choose_decimals (Maker *maker, const DuiStanding *by_progress, const DuiStanding *by_growth)
{
  g_autofree DuiRatio *values
      = g_new (DuiRatio, MAX (by_progress->rows->len, by_growth->rows->len));

  for (guint i = 0; i < by_growth->rows->len; i++)
    values[i] = dui_ratio_scale (row_at (by_growth, i)->value, 100, 1);
  maker->growth_decimals = dui_format_column_decimals (values, by_growth->rows->len, 1);
  for (guint i = 0; i < by_progress->rows->len; i++)
    values[i]
        = dui_format_difference_to_shown (maker->panel->indicator, row_at (by_progress, i)->value);
  maker->difference_decimals = dui_format_column_decimals (
      values, by_progress->rows->len, plain_difference_decimals (maker->panel));
}

static char *
optional_text (DuiRatio ratio, int decimals)
{
  return dui_ratio_is_missing (ratio) ? NULL : dui_format_number (ratio, decimals);
}

static char *
target_text (const DuiPanel *panel, const DuiTierProgress *assessed)
{
  return assessed->target ? dui_format_amount (panel->indicator, assessed->target->value) : NULL;
}

static char *
growth_text (const Maker *maker, const DuiProgress *progress)
{
  g_autofree char *text
      = optional_text (dui_ratio_scale (progress->growth, 100, 1), maker->growth_decimals);

  if (!text)
    return NULL;
  return progress->growth_inferred ? g_strconcat (text, "*", NULL) : g_steal_pointer (&text);
}

static void
fill_figures (const Maker *maker, Line *line, const DuiProgress *progress)
{
  const DuiPanel *panel = maker->panel;
  DuiRatio percent = dui_ratio_scale (progress->assessed.completion, 100, 1);

  line->texts[COLUMN_TARGET] = target_text (panel, &progress->assessed);
  if (!dui_amount_is_missing (progress->completed))
    line->texts[COLUMN_COMPLETED] = dui_format_amount (panel->indicator, progress->completed);
  if (!dui_ratio_is_missing (progress->month))
    line->texts[COLUMN_MONTH] = dui_format_average (panel->indicator, progress->month);
  line->texts[COLUMN_GROWTH] = growth_text (maker, progress);
  line->texts[COLUMN_COMPLETION] = optional_text (percent, maker->difference_decimals);
  line->texts[COLUMN_DIFFERENCE] = optional_text (
      dui_format_difference_to_shown (panel->indicator, progress->assessed.difference),
      maker->difference_decimals);
}

static char *
change_text (const DuiStandingRow *row)
{
  if (row->previous_rank == 0)
    return g_strdup ("");
  if (row->change == 0)
    return g_strdup (DASH);
  return g_strdup_printf (row->change > 0 ? "↑%d" : "↓%d", ABS (row->change));
}

/* 后三 */
static char *
bottom_tag (const Maker *maker, const DuiStanding *standing)
{
  g_autoptr (DuiTerms) terms = dui_terms_new ();
  guint size = MAX (standing->bottom_size, 1);

  dui_terms_take (terms, "k", dui_words_count (size));
  dui_terms_take (terms, "n", g_strdup_printf ("%u", size));
  /* Translators: a small mark in the ranking table; {{k}} is the number as a word, {{n}} as
   * digits. */
  return dui_terms_fill (terms, _ ("last {{n}}"));
}

static Line *
add_line (Maker *maker)
{
  guint length = maker->lines->len;

  g_array_set_size (maker->lines, length + 1);
  return &g_array_index (maker->lines, Line, length);
}

static Line *
add_member (Maker *maker, guint place)
{
  Line *line = add_line (maker);

  line->member = TRUE;
  line->texts[COLUMN_PLACE]
      = g_strdup (dui_place_get_name (dui_catalog_get_place (maker->panel->catalog, place)));
  return line;
}

static void
fill_growth_rank (const Maker *maker, Line *line, guint place)
{
  const DuiStandingRow *row = find_row (maker->growth, place);

  if (!row)
    return;
  line->texts[COLUMN_GROWTH_RANK] = g_strdup_printf ("%u", row->rank);
  line->grey_growth = row->bottom;
  if (row->bottom)
    line->tags[COLUMN_GROWTH_RANK] = bottom_tag (maker, maker->growth);
}

static void
end_group (Maker *maker)
{
  if (maker->lines->len > 0)
    g_array_index (maker->lines, Line, maker->lines->len - 1).last_of_group = TRUE;
}

static void
add_totals (Maker *maker)
{
  DuiIndicator *indicator = maker->panel->indicator;
  DuiPlace *parent = dui_catalog_get_place (maker->panel->catalog, maker->parent);
  g_autoptr (DuiTotal) total = NULL;
  DuiProgress own;
  Line *line;

  dui_progress_compute (maker->panel, maker->parent, maker->period, &own);
  if (dui_progress_is_reported (&own, indicator))
    {
      line = add_line (maker);
      line->texts[COLUMN_PLACE] = g_strdup (dui_place_get_whole_label (parent));
      line->bold = TRUE;
      fill_figures (maker, line, &own);
    }
  if (dui_indicator_has_pace (indicator))
    total = dui_total_compute (maker->panel, maker->parent, maker->period);
  if (total && !dui_amount_is_missing (total->sum.completed))
    {
      line = add_line (maker);
      line->texts[COLUMN_PLACE] = g_strdup (dui_place_get_total_label (parent));
      line->bold = maker->lines->len == 1;
      fill_figures (maker, line, &total->sum);
    }
  end_group (maker);
}

static void
add_ranked (Maker *maker)
{
  for (guint i = 0; i < maker->primary->rows->len; i++)
    {
      const DuiStandingRow *row = row_at (maker->primary, i);
      Line *line = add_member (maker, row->place);

      line->texts[COLUMN_RANK] = g_strdup_printf ("%u", row->rank);
      fill_figures (maker, line, &row->progress);
      fill_growth_rank (maker, line, row->place);
      if (row->previous_rank > 0)
        line->texts[COLUMN_PREVIOUS] = g_strdup_printf ("%u", row->previous_rank);
      line->texts[COLUMN_CHANGE] = change_text (row);
      line->grey = row->bottom;
      if (row->bottom)
        line->tags[COLUMN_RANK] = bottom_tag (maker, maker->primary);
    }
}

static void
add_unranked (Maker *maker)
{
  const DuiStanding *primary = maker->primary;
  DuiProgress progress;

  if (primary->untargeted->len + primary->unreported->len > 0)
    end_group (maker);
  for (guint i = 0; i < primary->untargeted->len; i++)
    {
      guint place = g_array_index (primary->untargeted, guint, i);
      Line *line = add_member (maker, place);

      dui_progress_compute (maker->panel, place, maker->period, &progress);
      fill_figures (maker, line, &progress);
      fill_growth_rank (maker, line, place);
      line->texts[COLUMN_CHANGE] = g_strdup ("");
    }
  for (guint i = 0; i < primary->unreported->len; i++)
    {
      guint place = g_array_index (primary->unreported, guint, i);
      Line *line = add_member (maker, place);

      dui_progress_compute (maker->panel, place, maker->period, &progress);
      line->texts[COLUMN_TARGET] = target_text (maker->panel, &progress.assessed);
      line->remark = g_strdup (_ ("not reported, not ranked"));
    }
}

/* A column in which no member has anything is left out (PRACTICE R21). */
static gboolean
is_wanted (const Maker *maker, Column column)
{
  if (column == COLUMN_RANK || column == COLUMN_CHANGE)
    return maker->primary->rows->len > 0
           && (column == COLUMN_RANK || is_wanted (maker, COLUMN_PREVIOUS));
  for (guint i = 0; i < maker->lines->len; i++)
    {
      const Line *line = &g_array_index (maker->lines, Line, i);

      if (line->member && line->texts[column])
        return TRUE;
    }
  return FALSE;
}

static const char *
head_text (const Maker *maker, Column column)
{
  const DuiPanel *panel = maker->panel;
  gboolean pace = dui_indicator_has_pace (panel->indicator);

  switch (column)
    {
    case COLUMN_RANK:
      return _ ("Rank");
    case COLUMN_PLACE:
      return _ ("Place");
    case COLUMN_TARGET:
      return pace ? _ ("Annual\ntarget") : _ ("Target");
    case COLUMN_MONTH:
      return _ ("In the\nmonth");
    case COLUMN_COMPLETED:
      return pace ? _ ("Cumu-\nlative") : _ ("Figure");
    case COLUMN_GROWTH:
      return _ ("Growth\n(%)");
    case COLUMN_GROWTH_RANK:
      return _ ("Growth\nrank");
    case COLUMN_COMPLETION:
      return _ ("Done\n(%)");
    case COLUMN_DIFFERENCE:
      if (dui_words_is_year (panel->indicator, maker->period))
        return _ ("Over or\nshort");
      return pace ? _ ("Against\npace") : _ ("Against\ntarget");
    case COLUMN_PREVIOUS:
      return _ ("Last\nrank");
    case COLUMN_CHANGE:
    default:
      return _ ("Change");
    }
}

static void
fill_row (const Line *line, DuiTableRow *row, const Column *columns, guint n_columns)
{
  row->bold = line->bold;
  row->last_of_group = line->last_of_group;
  for (guint i = 0; i < n_columns; i++)
    {
      DuiTableCell *cell = &row->cells[i];
      const char *text = line->texts[columns[i]];

      cell->text = g_strdup (text ? text : DASH);
      cell->tag = g_strdup (line->tags[columns[i]]);
      cell->grey = line->grey
                   || (line->grey_growth
                       && (columns[i] == COLUMN_GROWTH || columns[i] == COLUMN_GROWTH_RANK));
      if (line->remark && columns[i] > COLUMN_TARGET)
        {
          dui_table_row_set (row, i, g_strdup (line->remark));
          cell->span = n_columns - i;
          return;
        }
    }
}

static DuiTable *
make_table (const Maker *maker)
{
  DuiTable *table = dui_table_new ();
  Column columns[N_COLUMNS];
  guint n_columns = 0;

  for (Column column = 0; column < N_COLUMNS; column++)
    if (is_wanted (maker, column))
      {
        columns[n_columns++] = column;
        dui_table_add_column (table, g_strdup (head_text (maker, column)), column_widths[column],
                              column == COLUMN_PLACE);
      }
  for (guint i = 0; i < maker->lines->len; i++)
    fill_row (&g_array_index (maker->lines, Line, i), dui_table_add_row (table), columns,
              n_columns);
  return table;
}

static char *
measure_text (const DuiPanel *panel)
{
  g_autoptr (DuiTerms) terms = dui_terms_new ();
  const char *measure = dui_indicator_get_shown_measure (panel->indicator);

  dui_terms_set (terms, "measure", dui_measure_display (measure));
  if (g_str_equal (measure, "%"))
    return dui_terms_fill (terms, _ ("Measure: {{measure}}"));
  return dui_terms_fill (terms, _ ("Measure: {{measure}}, %"));
}

DuiStandingTable *
dui_standing_table_new (const DuiPanel *panel,
                        guint parent,
                        DuiPeriod period,
                        const DuiStanding *by_progress,
                        const DuiStanding *by_growth)
{
  gboolean progress = by_progress->rows->len > 0;
  DuiStandingTable *self = g_new0 (DuiStandingTable, 1);
  Maker maker = { panel, parent, period };

  maker.primary = progress ? by_progress : by_growth;
  maker.growth = progress && by_growth->rows->len > 0 ? by_growth : NULL;
  maker.lines = g_array_new (FALSE, TRUE, sizeof (Line));
  g_array_set_clear_func (maker.lines, line_clear);
  choose_decimals (&maker, by_progress, by_growth);
  add_totals (&maker);
  add_ranked (&maker);
  add_unranked (&maker);
  self->table = make_table (&maker);
  self->measure = measure_text (panel);
  self->notes = dui_standing_notes_new (panel, parent, maker.primary, maker.growth);
  g_array_unref (maker.lines);
  return self;
}

void
dui_standing_table_free (DuiStandingTable *self)
{
  dui_table_free (self->table);
  g_free (self->measure);
  g_ptr_array_unref (self->notes);
  g_free (self);
}
