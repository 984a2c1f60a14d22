/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One call of the program: a verb, its options, and the book it works on. */
#pragma once

#include "book.h"
#include "command-line/failure.h"

G_BEGIN_DECLS

typedef struct _DuiInvocation DuiInvocation;

/* The common options that a verb takes besides --book, --json and --help. */
typedef enum
{
  DUI_TAKES_INDICATOR = 1 << 0,
  DUI_TAKES_PERIOD = 1 << 1,
  DUI_TAKES_PLACE = 1 << 2,
  DUI_TAKES_TIER = 1 << 3,
} DuiTakes;

/* What is made ready by dui_invocation_open(). */
typedef enum
{
  DUI_NEEDS_CATALOG = 0,
  DUI_NEEDS_PANEL = 1 << 0,    /* of the indicator asked for */
  DUI_NEEDS_PERIOD = 1 << 1,   /* with the panel: the period asked for or the default one */
  DUI_NEEDS_WRITING = 1 << 2,  /* refuses a book that can only be read */
  DUI_NEEDS_FILE_ALONE = 1 << 3, /* nothing that is read from it: a damaged one is examined too */
} DuiNeeds;

typedef struct
{
  const char *name;        /* "rank", "set figure" */
  const char *synopsis;    /* what follows the options: "FILE…"; NULL for nothing; translated */
  const char *summary;     /* its line in the list of verbs; translated */
  const char *notes;       /* what else there is to know; NULL for nothing; translated */
  const char *shape;       /* of its answer in JSON, with ' for "; NULL for a verb without one */
  const char *examples;    /* one a line */
  DuiTakes takes;
  /* FALSE-like result or a set @error: dui_invocation_parse() says which. */
  DuiExit (*run) (DuiInvocation *self, int argc, char **argv, GError **error);
} DuiVerb;

struct _DuiInvocation
{
  /*< read only >*/
  const DuiVerb *verb;
  gboolean json;
  GStrv words; /* what is left after the options; never NULL once parsed */
  gboolean book_failed; /* the book could not be opened, whatever the error's code */

  /* Once opened. */
  DuiBook *book;
  DuiCatalog *catalog;
  DuiPanel *panel;
  DuiPeriod period; /* DUI_PERIOD_NONE when not asked for and not needed */
  guint place;      /* the one asked for, else the book's own place */
  DuiTier tier;     /* the one asked for, else DUI_TIER_ASSESSED */

  /*< private: options as given >*/
  char *book_path;
  char *indicator_code;
  char *period_text;
  char *place_text;
  char *tier_text;
  gboolean help;
};

void dui_invocation_clear (DuiInvocation *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (DuiInvocation, dui_invocation_clear)

/* Reads the common options and the verb's own @entries (strings and flags; NULL-terminated or
 * NULL). FALSE with DUI_USAGE_ERROR, or without an error when --help was asked for and answered. */
gboolean dui_invocation_parse (DuiInvocation *self, const GOptionEntry *entries, int argc,
                               char **argv, GError **error);

/* DUI_USAGE_ERROR unless there are @minimum to @maximum words. */
gboolean dui_invocation_check_words (DuiInvocation *self, guint minimum, guint maximum,
                                     GError **error);

/* DUI_USAGE_ERROR when an option that the verb can't do without was not given. */
gboolean dui_invocation_require (DuiInvocation *self, const char *option, const void *value,
                                 GError **error);

/* The file of --book, or the user's book. */
const char *dui_invocation_get_path (DuiInvocation *self);

/* The calendar month of today. */
DuiPeriod dui_invocation_get_running_month (void);

gboolean dui_invocation_open (DuiInvocation *self, DuiNeeds needs, GError **error);

/* The book's catalog as it is after a command of ours. */
gboolean dui_invocation_reload (DuiInvocation *self, GError **error);

/* The one asked for, else the default one; owned by the catalog. NULL with DUI_USAGE_ERROR. */
DuiIndicator *dui_invocation_find_indicator (DuiInvocation *self, GError **error);

/* Whether the invocation's period is open (暂排). */
gboolean dui_invocation_is_provisional (DuiInvocation *self);

G_END_DECLS
