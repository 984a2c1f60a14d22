/* SPDX-License-Identifier: GPL-3.0-or-later */
/* first-frame COMMAND ARGUMENT…: milliseconds from exec to the first frame with content, seen from
 * the X server: the first damage after which the new window shows more than one colour. Prints the
 * time and the private memory in KiB a second later, and ends the command. */
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>
#include <X11/Xlib.h>
#include <X11/Xutil.h>
#include <X11/extensions/Xdamage.h>

#define LIMIT_MS 20000
#define SMALLEST 200 /* tooltips and helper windows are smaller */

static double
now_ms (void)
{
  struct timespec at;

  clock_gettime (CLOCK_MONOTONIC, &at);
  return at.tv_sec * 1e3 + at.tv_nsec / 1e6;
}

static int
ignore_error (Display *display,
              XErrorEvent *event)
{
  return 0;
}

/* Looks at every eighth pixel of every eighth line. */
static int
has_content (Display *display,
             Window window)
{
  XWindowAttributes attributes;
  XImage *image;
  int found = 0;

  if (!XGetWindowAttributes (display, window, &attributes) || attributes.map_state != IsViewable
      || attributes.override_redirect || attributes.width < SMALLEST
      || attributes.height < SMALLEST)
    return 0;
  image = XGetImage (display, window, 0, 0, attributes.width, attributes.height, AllPlanes,
                     ZPixmap);
  if (!image)
    return 0;
  for (int y = attributes.height / 4; y < attributes.height * 3 / 4 && !found; y += 2)
    for (int x = attributes.width / 4; x < attributes.width * 3 / 4 && !found; x += 2)
      found = XGetPixel (image, x, y)
              != XGetPixel (image, attributes.width / 4, attributes.height / 4);
  XDestroyImage (image);
  return found;
}

static double
wait_for_frame (Display *display,
                int damage_event,
                double start)
{
  while (now_ms () - start < LIMIT_MS)
    {
      XEvent event;

      if (!XPending (display))
        {
          struct pollfd connection = { ConnectionNumber (display), POLLIN, 0 };

          poll (&connection, 1, 100);
          continue;
        }
      XNextEvent (display, &event);
      if (event.type == CreateNotify)
        XDamageCreate (display, event.xcreatewindow.window, XDamageReportRawRectangles);
      else if (event.type == damage_event)
        {
          double at = now_ms ();

          if (has_content (display, ((XDamageNotifyEvent *) &event)->drawable))
            return at - start;
        }
    }
  return -1;
}

static long
private_kib (pid_t process)
{
  char path[64], line[256];
  long total = 0, value;
  FILE *file;

  snprintf (path, sizeof path, "/proc/%d/smaps_rollup", (int) process);
  file = fopen (path, "r");
  while (file && fgets (line, sizeof line, file))
    if (sscanf (line, "Private_Clean: %ld", &value) == 1
        || sscanf (line, "Private_Dirty: %ld", &value) == 1)
      total += value;
  if (file)
    fclose (file);
  return total;
}

int
main (int argc,
      char **argv)
{
  Display *display = XOpenDisplay (NULL);
  int damage_event, damage_error;
  double start, frame;
  pid_t child;

  if (argc < 2 || !display || !XDamageQueryExtension (display, &damage_event, &damage_error))
    return 2;
  XSetErrorHandler (ignore_error);
  XSelectInput (display, DefaultRootWindow (display), SubstructureNotifyMask);
  XSync (display, False);

  start = now_ms ();
  child = fork ();
  if (child == 0)
    {
      execvp (argv[1], argv + 1);
      _exit (127);
    }
  frame = wait_for_frame (display, damage_event + XDamageNotify, start);
  sleep (1);
  printf ("%.1f %ld\n", frame, private_kib (child));
  kill (child, SIGTERM);
  waitpid (child, NULL, 0);
  return frame < 0;
}
