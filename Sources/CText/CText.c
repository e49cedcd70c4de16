#define _GNU_SOURCE
#include "CText.h"

#include <locale.h>
#include <pthread.h>
#include <unilbrk.h>
#include <wchar.h>

static locale_t unicode;

static void open_unicode(void) {
  unicode = newlocale(LC_CTYPE_MASK, "C.UTF-8", (locale_t)0);
}

int ct_width(uint32_t scalar) {
  static pthread_once_t once = PTHREAD_ONCE_INIT;
  pthread_once(&once, open_unicode);
  if (unicode == (locale_t)0) return -1;
  locale_t before = uselocale(unicode);
  int width = wcwidth((wchar_t)scalar);
  uselocale(before);
  return width;
}

void ct_possible_breaks(const uint32_t *scalars, size_t count, uint8_t *breaks) {
  u32_possible_linebreaks(scalars, count, "UTF-8", (char *)breaks);
  for (size_t i = 0; i < count; i++) breaks[i] = breaks[i] == UC_BREAK_POSSIBLE;
}
