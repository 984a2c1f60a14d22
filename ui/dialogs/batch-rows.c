/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "dialogs/batch-rows.h"

#include <glib/gi18n-lib.h>

#include "model/measure.h"

struct _DuiBatchRowItem
{
  GObject parent_instance;

  DuiBatch *batch;
  GHashTable *panels;
  DuiBatchRow row;
};

G_DEFINE_FINAL_TYPE (DuiBatchRowItem, dui_batch_row_item, G_TYPE_OBJECT)

struct _DuiBatchRows
{
  GObject parent_instance;

  DuiBatch *batch;
  GHashTable *panels;
  GArray *shown; /* of guint, indices into the batch's rows in the sheet's order */
};

static void dui_batch_rows_list_model_init (GListModelInterface *interface);

G_DEFINE_FINAL_TYPE_WITH_CODE (DuiBatchRows, dui_batch_rows, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL,
                                                      dui_batch_rows_list_model_init))

static void
dui_batch_row_item_finalize (GObject *object)
{
  DuiBatchRowItem *self = DUI_BATCH_ROW_ITEM (object);

  dui_batch_unref (self->batch);
  g_hash_table_unref (self->panels);
  G_OBJECT_CLASS (dui_batch_row_item_parent_class)->finalize (object);
}

static void
dui_batch_row_item_class_init (DuiBatchRowItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = dui_batch_row_item_finalize;
}

static void
dui_batch_row_item_init (DuiBatchRowItem *self)
{
}

const char *
dui_row_verdict_label (DuiRowVerdict verdict)
{
  switch (verdict)
    {
    case DUI_ROW_NEW:
      return C_ ("verdict", "new");
    case DUI_ROW_CHANGED:
      return C_ ("verdict", "changed");
    case DUI_ROW_SAME:
      return C_ ("verdict", "same");
    case DUI_ROW_REFUSED:
      return C_ ("verdict", "refused");
    case DUI_ROW_COMPARED:
    default:
      return C_ ("verdict", "compared");
    }
}

DuiRowVerdict
dui_batch_row_item_get_verdict (DuiBatchRowItem *self)
{
  return self->row.verdict;
}

guint
dui_batch_row_item_get_row (DuiBatchRowItem *self)
{
  return self->row.row;
}

/* A refused row may lack all but where it stands. */
static DuiIndicator *
indicator_of (DuiBatchRowItem *self)
{
  if (self->row.verdict == DUI_ROW_REFUSED)
    return NULL;
  return g_ptr_array_index (self->batch->catalog->indicators,
                            self->row.indicator);
}

static char *
format_place (DuiBatchRowItem *self)
{
  DuiCatalog *catalog = self->batch->catalog;
  GPtrArray *new_places = self->batch->new_places;
  guint place = self->row.place;

  if (place == DUI_NO_PLACE)
    return g_strdup (self->row.verdict == DUI_ROW_COMPARED ? _ ("Sum") : "—");
  if (place < catalog->places->len)
    return g_strdup (dui_place_get_name (dui_catalog_get_place (catalog, place)));
  place -= catalog->places->len;
  if (place < new_places->len)
    return g_strdup_printf (_ ("%s (to be added)"),
                            (const char *) g_ptr_array_index (new_places, place));
  return g_strdup ("—");
}

static DuiFigureValues
values_in_book (DuiBatchRowItem *self)
{
  DuiPanel *panel = g_hash_table_lookup (self->panels, indicator_of (self));

  if (!panel || self->row.place >= panel->n_places)
    return DUI_FIGURE_VALUES_NONE;
  return dui_panel_get_figure (panel, self->row.place, self->row.period);
}

/* Exact, in the measure of the book, as it will be written. */
static char *
format_change (DuiBatchRowItem *self,
               DuiRowGives gives,
               DuiAmount old,
               DuiAmount new,
               int scale)
{
  g_autofree char *before = dui_amount_to_string (old, scale);
  g_autofree char *after = dui_amount_to_string (new, scale);

  if (!(self->row.gives & gives))
    return g_strdup (after ? after : "");
  if (self->row.verdict == DUI_ROW_CHANGED && old != new)
    return g_strdup_printf ("%s → %s", before ? before : "—", after ? after : "—");
  return g_strdup (after ? after : "—");
}

static const char *
reason_of (DuiBatchRowItem *self)
{
  for (guint i = 0; i < self->batch->errors->len; i++)
    {
      const DuiNotice *notice = g_ptr_array_index (self->batch->errors, i);

      if (notice->row == self->row.row)
        return notice->text;
    }
  return NULL;
}

static char *
format_verdict (DuiBatchRowItem *self)
{
  const char *label = dui_row_verdict_label (self->row.verdict);
  const char *reason = self->row.verdict == DUI_ROW_REFUSED ? reason_of (self) : NULL;

  return reason ? g_strdup_printf (_ ("%1$s: %2$s"), label, reason) : g_strdup (label);
}

static char *
format_figure (DuiBatchRowItem *self,
               DuiIndicator *indicator,
               DuiBatchColumn column)
{
  DuiFigureValues old = values_in_book (self);
  int scale = dui_indicator_get_scale (indicator);

  switch (column)
    {
    case DUI_BATCH_COLUMN_INDICATOR:
      /* Translators: an indicator and its measure. */
      return g_strdup_printf (_ ("%1$s (%2$s)"), dui_indicator_get_display_name (indicator),
                              dui_measure_display (dui_indicator_get_measure (indicator)));
    case DUI_BATCH_COLUMN_PERIOD:
      return dui_period_to_label (self->row.period);
    case DUI_BATCH_COLUMN_VALUE:
      return format_change (self, DUI_GIVES_VALUE, old.value, self->row.value, scale);
    case DUI_BATCH_COLUMN_BASE:
      return format_change (self, DUI_GIVES_BASE, old.base, self->row.base, scale);
    case DUI_BATCH_COLUMN_GROWTH:
    default:
      /* Two decimals fewer: a fraction as percent. */
      return format_change (self, DUI_GIVES_GROWTH, old.growth, self->row.growth,
                            DUI_GROWTH_SCALE - 2);
    }
}

char *
dui_batch_row_item_format (DuiBatchRowItem *self,
                           DuiBatchColumn column)
{
  DuiIndicator *indicator = indicator_of (self);

  switch (column)
    {
    case DUI_BATCH_COLUMN_ROW:
      return g_strdup_printf ("%u", self->row.row);
    case DUI_BATCH_COLUMN_PLACE:
      return format_place (self);
    case DUI_BATCH_COLUMN_VERDICT:
      return format_verdict (self);
    case DUI_BATCH_COLUMN_INDICATOR:
    case DUI_BATCH_COLUMN_PERIOD:
    case DUI_BATCH_COLUMN_VALUE:
    case DUI_BATCH_COLUMN_BASE:
    case DUI_BATCH_COLUMN_GROWTH:
      return indicator ? format_figure (self, indicator, column) : g_strdup ("");
    case DUI_N_BATCH_COLUMNS:
    default:
      g_return_val_if_reached (NULL);
    }
}
char *
dui_batch_rows_format_subject (DuiBatchRows *self,
                               gboolean *one_indicator,
                               gboolean *one_period)
{
  const DuiBatchRow *first = NULL;
  DuiIndicator *indicator;
  g_autofree char *period = NULL;

  *one_indicator = *one_period = TRUE;
  for (guint i = 0; i < self->batch->rows->len; i++)
    {
      const DuiBatchRow *row = &g_array_index (self->batch->rows, DuiBatchRow, i);

      if (row->verdict == DUI_ROW_REFUSED)
        continue;
      if (!first)
        first = row;
      *one_indicator = *one_indicator && row->indicator == first->indicator;
      *one_period = *one_period && row->period == first->period;
    }
  if (!first)
    return g_strdup ("");
  indicator = g_ptr_array_index (self->batch->catalog->indicators,
                                 first->indicator);
  period = dui_period_to_label (first->period);
  if (!*one_indicator)
    return g_strdup_printf ("%s · %s", _ ("several indicators"),
                            *one_period ? period : _ ("several periods"));
  return g_strdup_printf ("%s (%s) · %s", dui_indicator_get_display_name (indicator),
                          dui_measure_display (dui_indicator_get_measure (indicator)),
                          *one_period ? period : _ ("several periods"));
}

char *
dui_batch_row_item_format_spoken (DuiBatchRowItem *self)
{
  g_autofree char *place = dui_batch_row_item_format (self, DUI_BATCH_COLUMN_PLACE);
  g_autofree char *value = dui_batch_row_item_format (self, DUI_BATCH_COLUMN_VALUE);
  g_autofree char *verdict = dui_batch_row_item_format (self, DUI_BATCH_COLUMN_VERDICT);

  return g_strdup_printf ("%u, %s, %s, %s", self->row.row, place, value, verdict);
}

static GType
dui_batch_rows_get_item_type (GListModel *model)
{
  return DUI_TYPE_BATCH_ROW_ITEM;
}

static guint
dui_batch_rows_get_n_items (GListModel *model)
{
  DuiBatchRows *self = DUI_BATCH_ROWS (model);

  return self->shown->len;
}

static gpointer
dui_batch_rows_get_item (GListModel *model,
                         guint position)
{
  DuiBatchRows *self = DUI_BATCH_ROWS (model);
  DuiBatchRowItem *item;

  if (position >= dui_batch_rows_get_n_items (model))
    return NULL;
  item = g_object_new (DUI_TYPE_BATCH_ROW_ITEM, NULL);
  item->batch = dui_batch_ref (self->batch);
  item->panels = g_hash_table_ref (self->panels);
  item->row = g_array_index (self->batch->rows, DuiBatchRow,
                             g_array_index (self->shown, guint, position));
  return item;
}

static void
dui_batch_rows_list_model_init (GListModelInterface *interface)
{
  interface->get_item_type = dui_batch_rows_get_item_type;
  interface->get_n_items = dui_batch_rows_get_n_items;
  interface->get_item = dui_batch_rows_get_item;
}

static void
dui_batch_rows_finalize (GObject *object)
{
  DuiBatchRows *self = DUI_BATCH_ROWS (object);

  dui_batch_unref (self->batch);
  g_hash_table_unref (self->panels);
  g_array_unref (self->shown);
  G_OBJECT_CLASS (dui_batch_rows_parent_class)->finalize (object);
}

static void
dui_batch_rows_class_init (DuiBatchRowsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = dui_batch_rows_finalize;
}

static void
dui_batch_rows_init (DuiBatchRows *self)
{
}

/* A batch is in the order of its keys, but people look for a row where the sheet has it. */
static int
compare_places (gconstpointer a,
                gconstpointer b,
                gpointer batch_rows)
{
  const DuiBatchRow *rows = batch_rows;
  const DuiBatchRow *left = &rows[*(const guint *) a];
  const DuiBatchRow *right = &rows[*(const guint *) b];

  if (left->row != right->row)
    return left->row < right->row ? -1 : 1;
  return (int) left->column - (int) right->column;
}

DuiBatchRows *
dui_batch_rows_new (DuiBatch *batch,
                    GHashTable *panels,
                    gboolean only_notable)
{
  DuiBatchRows *self = g_object_new (DUI_TYPE_BATCH_ROWS, NULL);

  self->batch = dui_batch_ref (batch);
  self->panels = g_hash_table_ref (panels);
  self->shown = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < batch->rows->len; i++)
    if (!only_notable || g_array_index (batch->rows, DuiBatchRow, i).verdict != DUI_ROW_SAME)
      g_array_append_val (self->shown, i);
  g_array_sort_with_data (self->shown, compare_places, batch->rows->data);
  return self;
}
