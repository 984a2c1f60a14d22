/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What can go wrong with a book, in the terms in which the program acts on it. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define DUI_STORE_ERROR (dui_store_error_quark ())

typedef enum
{
  DUI_STORE_ERROR_FAILED,
  DUI_STORE_ERROR_NOT_FOUND,
  DUI_STORE_ERROR_EXISTS,
  DUI_STORE_ERROR_NOT_A_BOOK,
  DUI_STORE_ERROR_NEWER,
  DUI_STORE_ERROR_DAMAGED,
  DUI_STORE_ERROR_READ_ONLY,
  DUI_STORE_ERROR_BUSY,
  DUI_STORE_ERROR_FULL,
  DUI_STORE_ERROR_STALE,   /* the book changed since the batch was made */
  DUI_STORE_ERROR_REFUSED, /* the command breaks a rule of the book; nothing was written */
  DUI_STORE_ERROR_UNKNOWN_OUTCOME, /* COMMIT failed and the book could not be re-read */
} DuiStoreError;

GQuark dui_store_error_quark (void);

G_END_DECLS
