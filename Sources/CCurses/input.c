#define NCURSES_WIDECHAR 1
#include "internal.h"

#include <curses.h>

static WINDOW *keys;
static int click_row, click_column;

/// Codes above KEY_MAX, which curses leaves to programs.
enum { PASTE_START = KEY_MAX + 1, PASTE_END };

void cc_define_keys(void) {
  define_key("\033[200~", PASTE_START);
  define_key("\033[201~", PASTE_END);
  // PuTTY, rxvt and the numeric block of several terminals, whatever TERM says.
  static const struct {
    const char *sequence;
    int key;
  } common[] = {
      {"\033[A", KEY_UP},    {"\033[B", KEY_DOWN},  {"\033[C", KEY_RIGHT}, {"\033[D", KEY_LEFT},
      {"\033OA", KEY_UP},    {"\033OB", KEY_DOWN},  {"\033OC", KEY_RIGHT}, {"\033OD", KEY_LEFT},
      {"\033[H", KEY_HOME},  {"\033[F", KEY_END},   {"\033OH", KEY_HOME},  {"\033OF", KEY_END},
      {"\033[1~", KEY_HOME}, {"\033[4~", KEY_END},  {"\033[7~", KEY_HOME}, {"\033[8~", KEY_END},
      {"\033[2~", KEY_IC},   {"\033[3~", KEY_DC},   {"\033[5~", KEY_PPAGE}, {"\033[6~", KEY_NPAGE},
      {"\033[Z", KEY_BTAB},
  };
  for (unsigned i = 0; i < sizeof common / sizeof common[0]; i++)
    if (key_defined(common[i].sequence) == 0) define_key(common[i].sequence, common[i].key);
}

/// The keypad in application mode comes as it is, for the decoder: descriptions call its keys F5 or the upper left one.
static void forget_keypad(void) {
  char keypad[] = "\033O?";
  for (const char *last = "pqrstuvwxyMIXjklmno"; *last; last++) {
    keypad[2] = *last;
    define_key(keypad, 0);
  }
}

bool cc_open_input(void) {
  keys = newpad(1, 1);
  if (!keys) return false;
  keypad(keys, TRUE);
  nodelay(keys, TRUE);
  forget_keypad();  // not before `keypad`, which reads the description
  return true;
}

void cc_close_input(void) {
  if (keys) delwin(keys);
  keys = NULL;
}

void cc_open_mouse(void) {
  mouseinterval(0);  // a press is a click: nothing waits for a second one
  mousemask(BUTTON1_PRESSED | BUTTON4_PRESSED | BUTTON5_PRESSED, NULL);
}

void cc_clicked(int *row, int *column) {
  *row = click_row;
  *column = click_column;
}

/// The wheel is Up and Down, as terminals themselves make it in the alternate screen.
static int mouse_key(void) {
  MEVENT event;
  if (getmouse(&event) != OK) return CC_UNKNOWN;
  if (event.bstate & BUTTON4_PRESSED) return CC_UP;
  if (event.bstate & BUTTON5_PRESSED) return CC_DOWN;
  if (!(event.bstate & BUTTON1_PRESSED)) return CC_UNKNOWN;
  click_row = event.y;
  click_column = event.x;
  return CC_CLICK;
}

int cc_read(void) {
  // wgetch, not wget_wch: the latter loses the beginning of a character that a slow line has cut.
  int read = wgetch(keys);
  if (read == ERR) return CC_NONE;
  if (read < 256) return read;
  if (read > KEY_F0 && read <= KEY_F(24)) return CC_F0 + (read - KEY_F0);
  switch (read) {
    case PASTE_START: return CC_PASTE_START;
    case PASTE_END: return CC_PASTE_END;
    case KEY_UP: return CC_UP;
    case KEY_DOWN: return CC_DOWN;
    case KEY_LEFT: return CC_LEFT;
    case KEY_RIGHT: return CC_RIGHT;
    case KEY_PPAGE: return CC_PAGE_UP;
    case KEY_NPAGE: return CC_PAGE_DOWN;
    case KEY_HOME: return CC_HOME;
    case KEY_END: return CC_END;
    case KEY_ENTER: return CC_ENTER;
    case KEY_BTAB: return CC_BACKTAB;
    case KEY_BACKSPACE: return CC_BACKSPACE;
    case KEY_DC: return CC_DELETE;
    case KEY_IC: return CC_INSERT;
    case KEY_MOUSE: return mouse_key();
    default: return CC_UNKNOWN;
  }
}
