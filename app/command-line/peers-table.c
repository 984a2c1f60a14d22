/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "command-line/peers-table.h"

#include "briefing/peer-notes.h"
#include "charts/peers-words.h"
#include "command-line/labels.h"
#include "command-line/output.h"
#include "command-line/ranking-table.h"

#include <glib/gi18n-lib.h>

static void
print_line (char *text)
{
  if (text)
    dui_output_format ("%s\n", text);
  g_free (text);
}

static void
print_level (const DuiPeers *peers)
{
  g_autofree char *names = dui_label_places (peers->panel->catalog, peers->level);

  if (peers->level->len > 0)
    dui_output_format (_ ("Level with us: %s\n"), names);
}

void
dui_peers_table_print (const DuiPeers *peers,
                       const DuiWhatIf *what_if)
{
  dui_ranking_table_print (peers->standing, peers->panel, peers->parent);
  dui_output_text ("\n");
  print_line (dui_peers_title (peers));
  print_line (dui_peer_notes_lead (peers));
  print_line (dui_peer_notes_lead_trend (peers));
  print_line (dui_peer_notes_chase (peers));
  print_line (dui_peer_notes_chase_trend (peers));
  print_level (peers);
  print_line (dui_peer_notes_to_pass (peers));
  if (what_if)
    print_line (dui_peer_notes_what_if (peers, what_if));
}
