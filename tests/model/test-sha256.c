/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The examples of FIPS 180-4, and every length around a block against GLib's. */
#include "model/sha256.h"

#include <string.h>

static void
test_standard (void)
{
  static const struct
  {
    const char *text, *digest;
  } cases[] = {
    { "", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855" },
    { "abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad" },
    { "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *digest = dui_sha256_compute (cases[i].text, strlen (cases[i].text));

      g_assert_cmpstr (digest, ==, cases[i].digest);
    }
}

static void
test_nothing (void)
{
  g_autofree char *digest = dui_sha256_compute (NULL, 0);

  g_assert_cmpstr (digest, ==, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}

static void
test_parts (void)
{
  guint8 bytes[200];
  struct sha256_ctx context;

  for (guint i = 0; i < sizeof bytes; i++)
    bytes[i] = (guint8) (i * 37);
  sha256_init (&context);
  for (guint n = 0; n <= sizeof bytes; n++)
    {
      g_autofree char *expected = g_compute_checksum_for_data (G_CHECKSUM_SHA256, bytes, n);
      g_autofree char *digest = NULL;

      /* The context is used again each time. */
      sha256_update (&context, n / 2, bytes);
      sha256_update (&context, n - n / 2, bytes + n / 2);
      digest = dui_sha256_finish (&context);
      g_assert_cmpstr (digest, ==, expected);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/sha256/standard", test_standard);
  g_test_add_func ("/model/sha256/nothing", test_nothing);
  g_test_add_func ("/model/sha256/parts", test_parts);
  return g_test_run ();
}
