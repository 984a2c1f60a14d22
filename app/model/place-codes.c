/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/place-codes.h"

#include <gio/gio.h>
#include <string.h>

#define RESOURCE "/org/duibiao/Duibiao/codes/places.txt"

typedef struct
{
  DuiPlaceCode *places; /* by code as text, so that a place stands before all below it */
  guint n_places;
  char *text; /* what the names point into */
} Table;

static gint
compare_code (gconstpointer key, gconstpointer place)
{
  return strcmp (key, ((const DuiPlaceCode *) place)->code);
}

static const DuiPlaceCode *
find (const Table *table, const char *code)
{
  return bsearch (code, table->places, table->n_places, sizeof (DuiPlaceCode), compare_code);
}

static DuiPlaceKind
kind_of_code (const char *code)
{
  if (strlen (code) == 9)
    return DUI_PLACE_TOWNSHIP;
  if (g_str_equal (code, DUI_COUNTRY_CODE))
    return DUI_PLACE_COUNTRY;
  if (g_str_has_suffix (code, "0000"))
    return DUI_PLACE_PROVINCE;
  return g_str_has_suffix (code, "00") ? DUI_PLACE_CITY : DUI_PLACE_COUNTY;
}

/* The nearest place whose code is this one's with its last digits cut or zero. A township may miss
 * its county, and a county its city, where that level is no place. */
static guint32
find_parent (const Table *table, const char *code)
{
  for (int digits = 6; digits >= 2; digits -= 2)
    {
      char above[] = "000000";

      memcpy (above, code, digits);
      if (!g_str_equal (above, code))
        {
          const DuiPlaceCode *parent = find (table, above);

          if (parent != NULL)
            return parent - table->places;
        }
    }
  return 0; /* the country stands first */
}

/* One line of the resource: six digits and a name, six digits alone, or a township's last three
 * digits and its name. @above keeps the six digits for the townships that follow. */
static void
add_line (GArray *places, char above[7], char *line)
{
  DuiPlaceCode place = { 0 };
  gsize digits = strspn (line, "0123456789");

  g_assert (digits == 6 || digits == 3);
  if (digits == 6)
    memcpy (above, line, 6);
  if (line[digits] == '\0')
    return;

  memcpy (place.code, above, 6);
  if (digits == 3)
    memcpy (place.code + 6, line, 3);
  place.name = line + digits;
  place.kind = kind_of_code (place.code);
  g_array_append_val (places, place);
}

static const Table *
make_table (void)
{
  Table *table = g_new0 (Table, 1);
  g_autoptr (GArray) places = g_array_sized_new (FALSE, FALSE, sizeof (DuiPlaceCode), 45000);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_resources_lookup_data (RESOURCE, 0, &error);
  char above[7] = "";

  if (bytes == NULL)
    g_error ("%s", error->message); /* a program built without its own resources */

  table->text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  for (char *line = table->text, *end; (end = strchr (line, '\n')) != NULL; line = end + 1)
    {
      *end = '\0';
      add_line (places, above, line);
    }

  table->n_places = places->len;
  table->places = (DuiPlaceCode *) g_array_free (g_steal_pointer (&places), FALSE);
  for (guint i = 0; i < table->n_places; i++)
    table->places[i].parent = find_parent (table, table->places[i].code);
  return table;
}

static const Table *
get_table (void)
{
  static gsize table;

  if (g_once_init_enter (&table))
    g_once_init_leave (&table, (gsize) make_table ());
  return (const Table *) table;
}

const DuiPlaceCode *
dui_place_codes_lookup (const char *code)
{
  g_return_val_if_fail (code != NULL, NULL);

  return find (get_table (), code);
}

const DuiPlaceCode *
dui_place_codes_get_parent (const DuiPlaceCode *place)
{
  g_return_val_if_fail (place != NULL, NULL);

  if (place->kind == DUI_PLACE_COUNTRY)
    return NULL;
  return &get_table ()->places[place->parent];
}

GPtrArray *
dui_place_codes_get_children (const DuiPlaceCode *place)
{
  const Table *table = get_table ();
  GPtrArray *children = g_ptr_array_new ();
  guint32 self;

  g_return_val_if_fail (place != NULL, children);

  self = place - table->places;
  /* All below it follow it; the first whose parent stands before it is not below it. */
  for (guint i = self + 1; i < table->n_places && table->places[i].parent >= self; i++)
    if (table->places[i].parent == self)
      g_ptr_array_add (children, &table->places[i]);
  return children;
}

GPtrArray *
dui_place_codes_get_siblings (const DuiPlaceCode *place)
{
  const DuiPlaceCode *parent = dui_place_codes_get_parent (place);
  GPtrArray *siblings;

  if (parent == NULL)
    return g_ptr_array_new ();

  siblings = dui_place_codes_get_children (parent);
  g_ptr_array_remove (siblings, (gpointer) place);
  return siblings;
}

char *
dui_place_codes_get_path (const DuiPlaceCode *place)
{
  const char *names[DUI_PLACE_TOWNSHIP + 2];
  guint first = G_N_ELEMENTS (names) - 1;

  g_return_val_if_fail (place != NULL, NULL);

  names[first] = NULL;
  for (; place != NULL && (place->kind != DUI_PLACE_COUNTRY || names[first] == NULL);
       place = dui_place_codes_get_parent (place))
    names[--first] = place->name;
  return g_strjoinv (" ", (char **) names + first);
}

/* How well a word finds a place. */
typedef enum
{
  MATCH_EQUAL,
  MATCH_PREFIX,
  MATCH_INSIDE,
  MATCH_NONE,
} Match;

typedef struct
{
  const DuiPlaceCode *place;
  Match match;
} Hit;

static Match
match_word (const DuiPlaceCode *place, const char *word)
{
  gboolean is_code = g_ascii_isdigit (*word);
  const char *text = is_code ? place->code : place->name;
  const char *found = strstr (text, word);

  if (found == NULL || (is_code && found != text))
    return MATCH_NONE;
  if (found != text)
    return MATCH_INSIDE;
  return found[strlen (word)] == '\0' ? MATCH_EQUAL : MATCH_PREFIX;
}

static gboolean
has_superior (const DuiPlaceCode *place, const char *word)
{
  while ((place = dui_place_codes_get_parent (place)) != NULL)
    if (match_word (place, word) != MATCH_NONE)
      return TRUE;
  return FALSE;
}

static gint
compare_hits (gconstpointer a, gconstpointer b)
{
  const Hit *first = a;
  const Hit *second = b;

  if (first->match != second->match)
    return (int) first->match - (int) second->match;
  if (first->place->kind != second->place->kind)
    return (int) first->place->kind - (int) second->place->kind;
  return strcmp (first->place->code, second->place->code);
}

GPtrArray *
dui_place_codes_search (const char *text, DuiPlaceKind lowest, guint limit)
{
  const Table *table = get_table ();
  g_autoptr (GArray) hits = g_array_new (FALSE, FALSE, sizeof (Hit));
  g_auto (GStrv) words = NULL;
  GPtrArray *places = g_ptr_array_new ();
  guint last;

  g_return_val_if_fail (text != NULL, places);

  /* Also makes full-width digits ASCII. */
  words = g_str_tokenize_and_fold (text, NULL, NULL);
  if (words[0] == NULL)
    return places;

  last = g_strv_length (words) - 1;
  for (guint i = 0; i < table->n_places; i++)
    {
      Hit hit = { &table->places[i], MATCH_NONE };
      gboolean found;

      if (hit.place->kind > lowest)
        continue;
      hit.match = match_word (hit.place, words[last]);
      found = hit.match != MATCH_NONE;
      for (guint j = 0; found && j < last; j++)
        found = has_superior (hit.place, words[j]);
      if (found)
        g_array_append_val (hits, hit);
    }

  g_array_sort (hits, compare_hits);
  for (guint i = 0; i < MIN (hits->len, limit); i++)
    g_ptr_array_add (places, (gpointer) g_array_index (hits, Hit, i).place);
  return places;
}
