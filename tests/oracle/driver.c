/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers cases of tests/oracle/: one JSON object a line on standard input, one answer a line on
 * standard output. */
#include "driver.h"

#include <stdio.h>

static const struct
{
  const char *name;
  void (*answer) (JsonObject *object, JsonBuilder *builder);
} questions[] = {
  { "ranking", oracle_answer_ranking },
  { "backtest", oracle_answer_backtest },
  { "peers", oracle_answer_peers },
  { "score", oracle_answer_score },
};

static void
answer (const char *line)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  JsonObject *object;
  guint question = 0;

  if (!json_parser_load_from_data (parser, line, -1, &error))
    g_error ("%s", error->message);
  object = json_node_get_object (json_parser_get_root (parser));
  while (!g_str_equal (questions[question].name, json_object_get_string_member (object, "ask")))
    g_assert_cmpuint (++question, <, G_N_ELEMENTS (questions));

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "n");
  json_builder_add_int_value (builder, json_object_get_int_member (object, "n"));
  questions[question].answer (object, builder);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  text = json_to_string (root, FALSE);
  puts (text);
}

int
main (void)
{
  g_autofree char *line = NULL;
  gsize room = 0;

  setvbuf (stdout, NULL, _IOLBF, BUFSIZ);
  while (getline (&line, &room, stdin) > 0)
    answer (line);
  return 0;
}
