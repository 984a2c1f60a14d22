/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The SHA-256 of bytes in hexadecimal, as the log keeps it. Nettle's, which uses the processor's own
 * instructions: GLib's takes three times as long, and an import has every byte of its file and of its
 * figures digested. */
#pragma once

#include <glib.h>
#include <nettle/sha2.h>

G_BEGIN_DECLS

/* Of @n_bytes; @bytes may be NULL when there are none. Returns: (transfer full) */
char *dui_sha256_compute (gconstpointer bytes, gsize n_bytes);

/* Of what was given to @context, which is as new afterwards. Returns: (transfer full) */
char *dui_sha256_finish (struct sha256_ctx *context);

G_END_DECLS
