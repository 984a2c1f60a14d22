/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sets a table: how wide its columns are, and a box for each row. */
#include "briefing/typesetter.h"

#define HEAD_HEIGHT (14 * DUI_POINTS_PER_MM)
#define PADDING 3.0
#define TAG_SPACE 2.0
#define SIZE_LARGEST 9.0
#define SIZE_SMALLEST 6.5
#define SIZE_STEP 0.5
#define TAG_SIZE 0.75   /* of the row's size */
#define WORDS_MAX 110.0 /* a name that is longer is wrapped */
#define LEADING 1.3
#define GREY 0.88 /* 12 % black */
#define PEN_FRAME 0.9
#define PEN_GROUP 0.7
#define PEN_CELL 0.35

typedef struct
{
  DuiTypesetter *setter;
  const DuiTable *table;
  guint n_columns;
  double size;
  double row_height;
  double *needs;   /* widest content of each column, padding included */
  double *natural; /* widest text of each column, without padding */
  double *tags;    /* widest tag of each column */
  double *widths;
  double *lefts; /* n_columns + 1 */
} Frame;

static const DuiTableColumn *
column_at (const Frame *frame, guint index)
{
  return &g_array_index (frame->table->columns, DuiTableColumn, index);
}

static double
text_width (const Frame *frame, double size, gboolean bold, const char *text)
{
  g_autoptr (PangoLayout) layout
      = dui_typesetter_shape (frame->setter, DUI_FACE_SONG, size, bold, text, DUI_NOT_WRAPPED);

  return dui_typesetter_measure (layout);
}

static double
tag_width (const Frame *frame, const DuiTableCell *cell)
{
  return cell->tag ? TAG_SPACE + text_width (frame, frame->size * TAG_SIZE, FALSE, cell->tag) : 0;
}

static void
measure_columns (Frame *frame)
{
  for (guint i = 0; i < frame->n_columns; i++)
    {
      const DuiTableColumn *column = column_at (frame, i);
      double widest;

      frame->natural[i] = frame->tags[i] = 0;
      for (guint j = 0; j < frame->table->rows->len; j++)
        {
          const DuiTableRow *row = &g_array_index (frame->table->rows, DuiTableRow, j);
          const DuiTableCell *cell = &row->cells[i];
          double width;

          if (!cell->text || cell->span != 1)
            continue;
          width = text_width (frame, frame->size, row->bold, cell->text);
          frame->natural[i] = MAX (frame->natural[i], width);
          frame->tags[i] = MAX (frame->tags[i], tag_width (frame, cell));
        }
      widest = frame->natural[i] + frame->tags[i];
      if (column->words)
        widest = MIN (widest, WORDS_MAX);
      frame->needs[i]
          = MAX (widest, text_width (frame, frame->size, TRUE, column->head)) + 2 * PADDING;
    }
}

static double
sum (const double *values, guint n_values)
{
  double total = 0;

  for (guint i = 0; i < n_values; i++)
    total += values[i];
  return total;
}

/* The widths asked for, scaled to the line; what a column lacks is taken from those that have more
 * than they need. */
static void
share_width (Frame *frame)
{
  double width = dui_typesetter_get_width (frame->setter);
  double asked = 0, lacking = 0, spare = 0;

  for (guint i = 0; i < frame->n_columns; i++)
    asked += column_at (frame, i)->width;
  for (guint i = 0; i < frame->n_columns; i++)
    {
      frame->widths[i] = column_at (frame, i)->width * width / asked;
      lacking += MAX (frame->needs[i] - frame->widths[i], 0);
      spare += MAX (frame->widths[i] - frame->needs[i], 0);
    }
  for (guint i = 0; i < frame->n_columns; i++)
    {
      double over = frame->widths[i] - frame->needs[i];

      frame->widths[i] = over > 0 ? frame->widths[i] - over * lacking / spare : frame->needs[i];
    }
}

/* More is needed than there is: modest columns get all they need, the others the same each, and
 * what is in them will be wrapped. */
static void
ration_width (Frame *frame)
{
  double left = dui_typesetter_get_width (frame->setter);
  guint n_open = frame->n_columns;
  gboolean again = TRUE;

  while (again)
    {
      double fair = left / n_open;

      again = FALSE;
      for (guint i = 0; i < frame->n_columns; i++)
        if (frame->widths[i] == 0 && frame->needs[i] <= fair)
          {
            frame->widths[i] = frame->needs[i];
            left -= frame->needs[i];
            n_open--;
            again = TRUE;
          }
    }
  for (guint i = 0; i < frame->n_columns; i++)
    if (frame->widths[i] == 0)
      frame->widths[i] = left / n_open;
}

static void
choose_widths (Frame *frame)
{
  if (sum (frame->needs, frame->n_columns) <= dui_typesetter_get_width (frame->setter))
    share_width (frame);
  else
    ration_width (frame);
  frame->lefts[0] = 0;
  for (guint i = 0; i < frame->n_columns; i++)
    frame->lefts[i + 1] = frame->lefts[i] + frame->widths[i];
}

static void
frame_init (Frame *frame, DuiTypesetter *setter, const DuiTable *table)
{
  guint n = table->columns->len;

  *frame = (Frame){ setter, table, n, SIZE_LARGEST };
  frame->needs = g_new0 (double, n);
  frame->natural = g_new0 (double, n);
  frame->tags = g_new0 (double, n);
  frame->widths = g_new0 (double, n);
  frame->lefts = g_new0 (double, n + 1);
  measure_columns (frame);
  while (sum (frame->needs, n) > dui_typesetter_get_width (setter) && frame->size > SIZE_SMALLEST)
    {
      frame->size -= SIZE_STEP;
      measure_columns (frame);
    }
  choose_widths (frame);
}

static void
frame_clear (Frame *frame)
{
  g_free (frame->needs);
  g_free (frame->natural);
  g_free (frame->tags);
  g_free (frame->widths);
  g_free (frame->lefts);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Frame, frame_clear)

/* A cell's text before it is known how high its row is. */
typedef struct
{
  PangoLayout *layout;
  double left;
  double width;
} Shaped;

static void
shaped_clear (gpointer pointer)
{
  Shaped *shaped = pointer;

  g_clear_object (&shaped->layout);
}

static double
cell_width (const Frame *frame, guint column, guint span)
{
  return frame->lefts[MIN (column + span, frame->n_columns)] - frame->lefts[column];
}

/* Numbers of a column end at one line, with their tags behind it; the block that they make
 * stands in the column's middle. */
static double
text_left (const Frame *frame, guint column, const DuiTableCell *cell, double width)
{
  double inner = cell_width (frame, column, cell->span) - 2 * PADDING;
  double left = frame->lefts[column] + PADDING;
  double natural = MIN (frame->natural[column], inner - frame->tags[column]);
  double block = natural + frame->tags[column];

  if (column_at (frame, column)->words || cell->span > 1)
    return left;
  return left + MAX ((inner - block) / 2 + natural - width, 0);
}

static Shaped
shape_cell (const Frame *frame, const DuiTableRow *row, guint column)
{
  const DuiTableCell *cell = &row->cells[column];
  double inner = cell_width (frame, column, cell->span) - 2 * PADDING - tag_width (frame, cell);
  Shaped shaped;

  shaped.layout = dui_typesetter_shape (frame->setter, DUI_FACE_SONG, frame->size, row->bold,
                                        cell->text, inner);
  shaped.width = dui_typesetter_measure (shaped.layout);
  shaped.left = text_left (frame, column, cell, shaped.width);
  return shaped;
}

static void
add_lines (DuiBox *box, PangoLayout *layout, double left, double top, double size)
{
  double pitch = size * LEADING;
  PangoLayoutIter *iter = pango_layout_get_iter (layout);
  int index = 0;

  do
    {
      PangoRectangle logical;

      pango_layout_iter_get_line_extents (iter, NULL, &logical);
      dui_box_add_line (box,
                        (DuiRect){ left + (double) logical.x / PANGO_SCALE, top + index * pitch,
                                   (double) logical.width / PANGO_SCALE, pitch },
                        layout, index, dui_typesetter_baseline (pitch, size));
      index++;
    }
  while (pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);
}

static void
add_tag (const Frame *frame, DuiBox *box, const DuiTableCell *cell, double left)
{
  double size = frame->size * TAG_SIZE;
  g_autoptr (PangoLayout) layout = dui_typesetter_shape (frame->setter, DUI_FACE_SONG, size, FALSE,
                                                         cell->tag, DUI_NOT_WRAPPED);

  add_lines (box, layout, left + TAG_SPACE, (box->height - size * LEADING) / 2, size);
}

/* The outline and the rules between cells; spans have none inside. */
static void
add_rules (const Frame *frame,
           DuiBox *box,
           const DuiTableRow *row,
           double pen_above,
           double pen_below)
{
  double right = frame->lefts[frame->n_columns];

  for (guint i = 0; i < frame->n_columns; i += row ? row->cells[i].span : 1)
    if (i > 0)
      dui_box_add_rule (box, (DuiRect){ frame->lefts[i], 0, 0, box->height }, PEN_CELL);
  dui_box_add_rule (box, (DuiRect){ 0, 0, 0, box->height }, PEN_FRAME);
  dui_box_add_rule (box, (DuiRect){ right, 0, 0, box->height }, PEN_FRAME);
  /* Again above each row: its grey lies on the rule of the row before. */
  dui_box_add_rule (box, (DuiRect){ 0, 0, right, 0 }, pen_above);
  dui_box_add_rule (box, (DuiRect){ 0, box->height, right, 0 }, pen_below);
}

static DuiBox *
set_head (const Frame *frame, guint block)
{
  double width = dui_typesetter_get_width (frame->setter);
  DuiBox *box = dui_box_new (DUI_PART_TABLE_HEAD, block, width, HEAD_HEIGHT);

  for (guint i = 0; i < frame->n_columns; i++)
    {
      double inner = frame->widths[i] - 2 * PADDING;
      g_autoptr (PangoLayout) layout = dui_typesetter_shape (
          frame->setter, DUI_FACE_SONG, frame->size, TRUE, column_at (frame, i)->head, inner);
      double height;

      pango_layout_set_alignment (layout, PANGO_ALIGN_CENTER);
      height = pango_layout_get_line_count (layout) * frame->size * LEADING;
      box->height = MAX (box->height, height + 2 * PADDING);
      add_lines (box, layout, frame->lefts[i] + PADDING, (box->height - height) / 2, frame->size);
    }
  add_rules (frame, box, NULL, PEN_FRAME, PEN_GROUP);
  box->keep = TRUE;
  return box;
}

static DuiBox *
set_row (const Frame *frame, guint block, const DuiTableRow *row, double pen_below)
{
  double width = dui_typesetter_get_width (frame->setter);
  DuiBox *box = dui_box_new (DUI_PART_TABLE_ROW, block, width, frame->row_height);
  g_autoptr (GArray) texts = g_array_new (FALSE, TRUE, sizeof (Shaped));

  g_array_set_clear_func (texts, shaped_clear);
  g_array_set_size (texts, frame->n_columns);
  for (guint i = 0; i < frame->n_columns; i += row->cells[i].span)
    if (row->cells[i].text)
      {
        Shaped *shaped = &g_array_index (texts, Shaped, i);

        *shaped = shape_cell (frame, row, i);
        box->height
            = MAX (box->height, pango_layout_get_line_count (shaped->layout) * frame->size * LEADING
                                    + 2 * PADDING);
      }
  for (guint i = 0; i < frame->n_columns; i += row->cells[i].span)
    {
      const DuiTableCell *cell = &row->cells[i];
      Shaped *shaped = &g_array_index (texts, Shaped, i);
      double height;

      if (cell->grey)
        dui_box_add_fill (
            box, (DuiRect){ frame->lefts[i], 0, cell_width (frame, i, cell->span), box->height },
            GREY);
      if (!shaped->layout)
        continue;
      height = pango_layout_get_line_count (shaped->layout) * frame->size * LEADING;
      add_lines (box, shaped->layout, shaped->left, (box->height - height) / 2, frame->size);
      if (cell->tag)
        add_tag (frame, box, cell, shaped->left + shaped->width);
    }
  add_rules (frame, box, row, PEN_CELL, pen_below);
  return box;
}

void
dui_typesetter_add_table (DuiTypesetter *self, const DuiTable *table, double row_height)
{
  guint block = dui_typesetter_next_block (self), n_rows = table->rows->len;
  g_auto (Frame) frame = { NULL };
  DuiBox *head;

  frame_init (&frame, self, table);
  frame.row_height = row_height;
  head = set_head (&frame, block);
  dui_typesetter_take_box (self, head);
  for (guint i = 0; i < n_rows; i++)
    {
      const DuiTableRow *row = &g_array_index (table->rows, DuiTableRow, i);
      DuiBox *box = set_row (&frame, block, row,
                             i + 1 == n_rows      ? PEN_FRAME
                             : row->last_of_group ? PEN_GROUP
                                                  : PEN_CELL);

      box->head = dui_box_ref (head);
      /* Neither the first nor the last row stands alone, and the notes stay with the last. */
      box->keep = i == 0 || i + 2 >= n_rows;
      dui_typesetter_take_box (self, box);
    }
}
