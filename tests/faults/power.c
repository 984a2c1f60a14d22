/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "power.h"

#include <sqlite3.h>
#include <string.h>

#define SECTOR 512

/* A write, or with @bytes NULL a truncation to @at. */
typedef struct
{
  gint64 at;
  GBytes *bytes;
} Change;

/* A file, whatever it is called. */
typedef struct
{
  GByteArray *durable;
  GArray *pending; /* of Change, not flushed */
} Node;

/* What a folder was told and has not flushed: @node gets the name @path, NULL takes it away. */
typedef struct
{
  char *path;
  Node *node;
} Entry;

static GMutex mutex;
static char *root;
static guint chance, step;
static GPtrArray *nodes;    /* all of them, owned */
static GHashTable *names;   /* char* to Node*, as the program sees them */
static GHashTable *durable; /* as the disk has them */
static GArray *entries;     /* of Entry, not flushed, in their order */
static GPtrArray *cuts;

static void
change_clear (gpointer data)
{
  Change *change = data;

  g_clear_pointer (&change->bytes, g_bytes_unref);
}

static void
entry_clear (gpointer data)
{
  g_free (((Entry *) data)->path);
}

static void
node_free (Node *node)
{
  g_byte_array_unref (node->durable);
  g_array_unref (node->pending);
  g_free (node);
}

static void
cut_free (PowerCut *cut)
{
  g_hash_table_unref (cut->files);
  g_free (cut);
}

static Node *
node_new (void)
{
  Node *node = g_new (Node, 1);

  node->durable = g_byte_array_new ();
  node->pending = g_array_new (FALSE, FALSE, sizeof (Change));
  g_array_set_clear_func (node->pending, change_clear);
  g_ptr_array_add (nodes, node);
  return node;
}

/* Contents ---------------------------------------------------------------------------------------- */

static void
resize (GByteArray *content,
        gsize size)
{
  gsize before = content->len;

  g_byte_array_set_size (content, (guint) size);
  if (size > before)
    memset (content->data + before, 0, size - before);
}

static void
apply_part (GByteArray *content,
            const Change *change,
            gsize from,
            gsize to)
{
  const guint8 *bytes = g_bytes_get_data (change->bytes, NULL);

  if (content->len < (gsize) change->at + to)
    resize (content, (gsize) change->at + to);
  memcpy (content->data + change->at + from, bytes + from, to - from);
}

static void
apply (GByteArray *content,
       const Change *change)
{
  if (change->bytes)
    apply_part (content, change, 0, g_bytes_get_size (change->bytes));
  else
    resize (content, (gsize) change->at);
}

/* Some of its sectors. */
static void
apply_torn (GByteArray *content,
            const Change *change)
{
  gsize size = g_bytes_get_size (change->bytes), from = 0;

  while (from < size)
    {
      gsize to = MIN (size, from + SECTOR - ((gsize) change->at + from) % SECTOR);

      if (g_random_boolean ())
        apply_part (content, change, from, to);
      from = to;
    }
}

static GBytes *
survive (const Node *node)
{
  GByteArray *content = g_byte_array_sized_new (node->durable->len);

  g_byte_array_append (content, node->durable->data, node->durable->len);
  for (guint i = 0; i < node->pending->len; i++)
    {
      const Change *change = &g_array_index (node->pending, Change, i);
      int luck = g_random_int_range (0, 3);

      if (luck == 0)
        apply (content, change);
      else if (luck == 1 && change->bytes)
        apply_torn (content, change);
    }
  return g_byte_array_free_to_bytes (content);
}

static void
flush_node (Node *node)
{
  for (guint i = 0; i < node->pending->len; i++)
    apply (node->durable, &g_array_index (node->pending, Change, i));
  g_array_set_size (node->pending, 0);
}

/* Names ------------------------------------------------------------------------------------------- */

static void
enter (GHashTable *table,
       const char *path,
       Node *node)
{
  if (node)
    g_hash_table_insert (table, g_strdup (path), node);
  else
    g_hash_table_remove (table, path);
}

static void
add_entry (const char *path,
           Node *node)
{
  Entry entry = { g_strdup (path), node };

  enter (names, path, node);
  g_array_append_val (entries, entry);
}

/* Those of @folder, or with @path of that name alone. */
static void
flush_names (const char *folder,
             const char *path)
{
  for (guint i = 0; i < entries->len;)
    {
      Entry *entry = &g_array_index (entries, Entry, i);
      g_autofree char *of = g_path_get_dirname (entry->path);

      if (path ? !g_str_equal (entry->path, path) : !g_str_equal (of, folder))
        {
          i++;
          continue;
        }
      enter (durable, entry->path, entry->node);
      g_array_remove_index (entries, i);
    }
}

static Node *
find_or_make (const char *path)
{
  Node *node = g_hash_table_lookup (names, path);

  if (node == NULL)
    {
      node = node_new ();
      add_entry (path, node);
    }
  return node;
}

/* Cuts -------------------------------------------------------------------------------------------- */

/* Names reach the disk in their order, as a journal of the file system keeps it. */
static void
cut (gboolean during)
{
  g_autoptr (GHashTable) left = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint n_entries = (guint) g_random_int_range (0, (gint32) entries->len + 1);
  PowerCut *result = g_new (PowerCut, 1);
  GHashTableIter iter;
  gpointer path, node;

  g_hash_table_iter_init (&iter, durable);
  while (g_hash_table_iter_next (&iter, &path, &node))
    enter (left, path, node);
  for (guint i = 0; i < n_entries; i++)
    enter (left, g_array_index (entries, Entry, i).path, g_array_index (entries, Entry, i).node);

  result->step = step;
  result->during = during;
  result->files = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                         (GDestroyNotify) g_bytes_unref);
  g_hash_table_iter_init (&iter, left);
  while (g_hash_table_iter_next (&iter, &path, &node))
    g_hash_table_insert (result->files, g_strdup ((char *) path + strlen (root) + 1),
                         survive (node));
  g_ptr_array_add (cuts, result);
}

static void
record (const DiskOperation *operation)
{
  Change change = { operation->at, NULL };
  Node *node;

  switch (operation->kind)
    {
    case DISK_WRITE:
      change.bytes = g_bytes_new (operation->bytes, (gsize) operation->size);
      g_array_append_val (find_or_make (operation->path)->pending, change);
      break;
    case DISK_TRUNCATE:
      change.at = operation->size;
      g_array_append_val (find_or_make (operation->path)->pending, change);
      break;
    case DISK_SYNC:
      if ((node = g_hash_table_lookup (names, operation->path)))
        flush_node (node);
      /* SQLite flushes the folder with the first flush of its logs. */
      if (g_str_has_suffix (operation->path, "-wal")
          || g_str_has_suffix (operation->path, "-journal"))
        flush_names (NULL, operation->path);
      flush_names (operation->path, NULL);
      break;
    case DISK_DELETE:
      if (g_hash_table_contains (names, operation->path))
        add_entry (operation->path, NULL);
      break;
    case DISK_RENAME:
      if ((node = g_hash_table_lookup (names, operation->path)))
        {
          add_entry (operation->to, node);
          add_entry (operation->path, NULL);
        }
      break;
    case DISK_READ:
    case DISK_OPEN:
    case DISK_FOLDER:
    case DISK_LOCK:
    case DISK_MAP:
    default:
      break;
    }
}

static int
watch (const DiskOperation *operation)
{
  const guint changing = DISK_WRITE | DISK_TRUNCATE | DISK_SYNC | DISK_DELETE | DISK_RENAME;

  if (!(operation->kind & changing))
    return SQLITE_OK;
  g_mutex_lock (&mutex);
  /* A flush may be cut off before it is done. */
  if (operation->kind == DISK_SYNC && g_random_int_range (0, (gint32) chance) == 0)
    cut (TRUE);
  record (operation);
  if (operation->kind != DISK_SYNC && g_random_int_range (0, (gint32) chance) == 0)
    cut (TRUE);
  g_mutex_unlock (&mutex);
  return SQLITE_OK;
}

void
power_install (void)
{
  disk_install (watch);
}

static void
load (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir && (name = g_dir_read_name (dir)))
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      char *bytes;
      gsize size;
      Node *node;

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        {
          load (path);
          continue;
        }
      if (g_str_has_suffix (name, "-shm"))
        continue;
      g_assert_true (g_file_get_contents (path, &bytes, &size, NULL));
      node = node_new ();
      g_byte_array_append (node->durable, (guint8 *) bytes, (guint) size);
      enter (names, path, node);
      enter (durable, path, node);
      g_free (bytes);
    }
}

void
power_begin (const char *folder,
             guint one_in)
{
  root = g_strdup (folder);
  chance = one_in;
  step = 0;
  nodes = g_ptr_array_new_with_free_func ((GDestroyNotify) node_free);
  names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  durable = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  g_array_set_clear_func (entries, entry_clear);
  cuts = g_ptr_array_new_with_free_func ((GDestroyNotify) cut_free);
  load (folder);
  disk_watch (folder);
}

void
power_end (void)
{
  disk_watch (NULL);
  g_clear_pointer (&nodes, g_ptr_array_unref);
  g_clear_pointer (&names, g_hash_table_unref);
  g_clear_pointer (&durable, g_hash_table_unref);
  g_clear_pointer (&entries, g_array_unref);
  g_clear_pointer (&root, g_free);
}

void
power_cut (void)
{
  g_mutex_lock (&mutex);
  cut (FALSE);
  g_mutex_unlock (&mutex);
}

void
power_set_step (guint number)
{
  g_mutex_lock (&mutex);
  step = number;
  g_mutex_unlock (&mutex);
}

GPtrArray *
power_take_cuts (void)
{
  return g_steal_pointer (&cuts);
}
