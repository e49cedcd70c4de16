#define _GNU_SOURCE
#include "CText.h"

#include <locale.h>
#include <pthread.h>
#include <stdbool.h>
#include <unilbrk.h>
#include <wchar.h>

#include "ambiguous_generated.h"

static locale_t unicode;
/// Of the thread that draws, so that a test can lay out for another terminal beside others.
static _Thread_local int ambiguous_cells = 1;

static void open_unicode(void) {
  unicode = newlocale(LC_CTYPE_MASK, "C.UTF-8", (locale_t)0);
}

static bool is_ambiguous(uint32_t scalar) {
  size_t low = 0, high = sizeof ambiguous / sizeof ambiguous[0];
  while (low < high) {
    size_t middle = (low + high) / 2;
    if (scalar > ambiguous[middle].last) {
      low = middle + 1;
    } else if (scalar < ambiguous[middle].first) {
      high = middle;
    } else {
      return true;
    }
  }
  return false;
}

int ct_set_ambiguous(int cells) {
  int before = ambiguous_cells;
  ambiguous_cells = cells;
  return before;
}

int ct_width(uint32_t scalar) {
  static pthread_once_t once = PTHREAD_ONCE_INIT;
  pthread_once(&once, open_unicode);
  if (unicode == (locale_t)0) return -1;
  locale_t before = uselocale(unicode);
  wchar_t text = (wchar_t)scalar;
  int width = wcswidth(&text, 1);  // wcwidth is our own, below
  uselocale(before);
  return width == 1 && ambiguous_cells == 2 && is_ambiguous(scalar) ? 2 : width;
}

/// Stands before the C library's, so that ncurses counts the cells as we do.
int wcwidth(wchar_t scalar) {
  return ct_width((uint32_t)scalar);
}

void ct_possible_breaks(const uint32_t *scalars, size_t count, uint8_t *breaks) {
  u32_possible_linebreaks(scalars, count, "UTF-8", (char *)breaks);
  for (size_t i = 0; i < count; i++) breaks[i] = breaks[i] == UC_BREAK_POSSIBLE;
}
