/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Imports files into a new county and prints what became of them, and with TIME set how long it
 * took: for looking and measuring by hand. */
#include "county.h"

#include <locale.h>

int
main (int argc, char **argv)
{
  g_autoptr (County) county = county_new (g_getenv ("JANUARY") != NULL);
  gboolean timed = g_getenv ("TIME") != NULL;

  setlocale (LC_ALL, "");
  county->options.encoding = g_getenv ("ENCODING");
  county->options.add_places = g_getenv ("ADD") != NULL;
  if (g_getenv ("TODAY"))
    dui_period_parse (g_getenv ("TODAY"), &county->options.today, NULL);
  for (int i = 1; i < argc; i++)
    {
      gint64 start = g_get_monotonic_time ();
      g_autoptr (GError) error = NULL;
      g_autoptr (DuiBatch) batch = county_import (county, argv[i], &error);

      if (timed)
        g_print ("%s: %.1f ms, %u rows, %u errors, %u warnings\n", argv[i],
                 (double) (g_get_monotonic_time () - start) / 1e3, batch ? batch->rows->len : 0,
                 batch ? batch->errors->len : 0, batch ? batch->warnings->len : 0);
      else if (batch)
        {
          g_autofree char *text = county_print (county, batch);

          g_print ("%s", text);
        }
      else
        g_print ("failed %s\n", error->message);
      if (batch && batch->errors->len == 0 && batch->new_places->len == 0)
        county_take (county, batch);
    }
  return 0;
}
