/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/sha256.h"

#include <nettle/base16.h>

char *
dui_sha256_compute (gconstpointer bytes,
                    gsize n_bytes)
{
  struct sha256_ctx context;

  sha256_init (&context);
  if (n_bytes > 0)
    sha256_update (&context, n_bytes, bytes);
  return dui_sha256_finish (&context);
}

char *
dui_sha256_finish (struct sha256_ctx *context)
{
  guint8 digest[SHA256_DIGEST_SIZE];
  char *hex = g_malloc0 (BASE16_ENCODE_LENGTH (SHA256_DIGEST_SIZE) + 1);

  sha256_digest (context, sizeof digest, digest);
  base16_encode_update (hex, sizeof digest, digest);
  return hex;
}
