#define _GNU_SOURCE
#define NCURSES_WIDECHAR 1
#include "internal.h"

#include <curses.h>
#include <errno.h>
#include <locale.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>
#include <term.h>
#include <termios.h>
#include <unistd.h>

static SCREEN *screen;
static FILE *input, *output;
static bool colours;
static struct termios shell_modes;
static int visibility;
static bool can_stop;
static char stop_notice[512];
static bool sets_keypad;

/// curses installs handlers for these where the program has none; ours come by signalfd, so it must not keep them.
static const int taken[] = {SIGTSTP, SIGINT, SIGTERM, SIGWINCH};
enum { TAKEN = sizeof taken / sizeof taken[0] };

static bool can_draw(const char *term) {
  int found;
  if (setupterm(term, STDOUT_FILENO, &found) != OK) return false;
  char *address = tigetstr("cup");
  bool able = address != NULL && address != (char *)-1;
  del_curterm(cur_term);
  return able;
}

static void define_colours(bool wanted) {
  colours = wanted && has_colors() && start_color() == OK && use_default_colors() == OK;
  if (!colours) return;
  init_pair(CC_BLUE, COLOR_WHITE, COLOR_BLUE);
  init_pair(CC_YELLOW, COLOR_BLACK, COLOR_YELLOW);
}

static void close_files(void) {
  cc_close_output();
  if (input) fclose(input);
  if (output) fclose(output);
  input = output = NULL;
}

static bool open_files(void) {
  int in = dup(STDIN_FILENO), out = dup(STDOUT_FILENO);
  input = in < 0 ? NULL : fdopen(in, "r");
  output = out < 0 ? NULL : fdopen(out, "w");
  if (input && output) return true;
  if (!input && in >= 0) close(in);
  if (!output && out >= 0) close(out);
  close_files();
  return false;
}

static SCREEN *new_screen(const char *term) {
  struct sigaction before[TAKEN];
  for (int i = 0; i < TAKEN; i++) sigaction(taken[i], NULL, &before[i]);
  can_stop = before[0].sa_handler != SIG_IGN;
  use_env(FALSE);  // LINES and COLUMNS would freeze the size
  use_tioctl(TRUE);
  SCREEN *result = newterm(term, output, input);
  for (int i = 0; i < TAKEN; i++) sigaction(taken[i], &before[i], NULL);
  return result;
}

/// Written past curses, whose putp would go to the buffer of stdout.
static void set_paste(const char *mode) {
  fputs(mode, output);
  fflush(output);
}

/// Curses asks for arrows and keypad in application mode together. The keypad's digits are wanted as digits, and with
/// NumLock at work, which PuTTY makes a function key in that mode; terminals that cannot be asked are decoded.
static void set_modes(void) {
  set_paste(CC_PASTE_ON);
  if (sets_keypad) set_paste(CC_KEYPAD_NUMERIC);
}

cc_status cc_open(const char *term, int escape_delay, bool colour, bool mouse, const char *crash_notice,
                  const char *notice_of_stop) {
  if (screen) {
    errno = EBUSY;
    return CC_SYSTEM_FAILURE;
  }
  if (!isatty(STDIN_FILENO) || !isatty(STDOUT_FILENO)) return CC_NOT_A_TERMINAL;
  if (!setlocale(LC_CTYPE, "C.UTF-8") && !setlocale(LC_CTYPE, "ja_JP.UTF-8")) return CC_NO_UNICODE_LOCALE;
  if (!can_draw(term)) return CC_CANNOT_DRAW;
  if (!open_files() || !cc_open_output() || !cc_hold_stderr()) {
    close_files();
    return CC_SYSTEM_FAILURE;
  }
  tcgetattr(STDIN_FILENO, &shell_modes);
  screen = new_screen(term);
  if (!screen) {
    cc_release_stderr();
    close_files();
    return CC_CANNOT_DRAW;
  }
  cc_guard(&shell_modes, crash_notice);
  raw();  // Ctrl-C, Ctrl-Z, Ctrl-S and Ctrl-Q are keys
  noecho();
  nonl();
  set_escdelay(escape_delay);
  idcok(stdscr, FALSE);  // it counts a wide character as one when it pushes the rest of a row aside, and leaves it doubled
  define_colours(colour);
  cc_define_keys();
  if (mouse) cc_open_mouse();
  if (!cc_open_input()) {
    cc_close();
    errno = ENOMEM;
    return CC_SYSTEM_FAILURE;
  }
  visibility = -1;
  snprintf(stop_notice, sizeof stop_notice, "%s", notice_of_stop);
  const char *keypad_mode = tigetstr("smkx");
  sets_keypad = keypad_mode && keypad_mode != (char *)-1 && strstr(keypad_mode, "\033=");
  set_modes();
  return CC_OPENED;
}

bool cc_ask_cursor(void) {
  const char *report = tigetstr("u7");
  if (!report || report == (char *)-1 || strcmp(report, "\033[6n") != 0) return false;
  refresh();  // the alternate screen first: nothing may stay in the shell's
  // In the second row: a report of the first may be read as a function key. Asking what the terminal is comes last, as a
  // fence: it is answered even where positions are not.
  static const char question[] = "\r\n\u203b\033[6n\033[c\r\033[K\033[A";
  cc_write_all(fileno(output), question, sizeof question - 1);
  return true;
}

static void leave(void) {
  set_paste(CC_PASTE_OFF);
  endwin();
}

static void enter(void) {
  reset_prog_mode();  // before its descriptor leads into memory, where curses would set no modes
  cc_resize();
  cc_redraw();  // after a stop this asks for the modes of curses once more
  set_modes();
}

void cc_close(void) {
  if (!screen) return;
  leave();
  tcsetattr(STDIN_FILENO, TCSADRAIN, &shell_modes);
  cc_unguard();
  cc_close_input();
  delscreen(screen);
  screen = NULL;
  close_files();
  cc_release_stderr();
}

void cc_size(int *height, int *width) {
  *height = LINES;
  *width = COLS;
}

void cc_clear_row(int row) {
  attrset(A_NORMAL);
  if (move(row, 0) == OK) clrtoeol();
}

void cc_put(int row, int column, const int32_t *scalars, int count, unsigned attributes, cc_colour colour) {
  attr_t drawn = A_NORMAL;
  if (attributes & CC_BOLD) drawn |= A_BOLD;
  if (attributes & CC_DIM) drawn |= A_DIM;
  if (attributes & CC_UNDERLINE) drawn |= A_UNDERLINE;
  if (attributes & CC_REVERSE) drawn |= A_REVERSE;
  attr_set(drawn, colours ? (short)colour : 0, NULL);
  // After a failed move the text would land where the last one ended.
  if (move(row, column) == OK) addnwstr((const wchar_t *)scalars, count);
}

void cc_show(int row, int column, bool visible) {
  cc_collect_output(fileno(output));
  if (visibility != visible) {
    curs_set(visible);
    visibility = visible;
  }
  move(row, column);
  wnoutrefresh(stdscr);
  doupdate();
  cc_send_output(fileno(output));
}

void cc_resize(void) {
  struct winsize size;
  if (ioctl(fileno(output), TIOCGWINSZ, &size) != 0 || size.ws_row == 0 || size.ws_col == 0) return;
  if (!is_term_resized(size.ws_row, size.ws_col)) return;
  resize_term(size.ws_row, size.ws_col);
  clearok(curscr, TRUE);  // terminals keep, cut or reflow what they showed
}

int cc_columns(void) {
  struct winsize size;
  return ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 ? size.ws_col : 0;
}

void cc_redraw(void) {
  cc_collect_output(fileno(output));
  clearok(curscr, TRUE);
  wnoutrefresh(stdscr);
  doupdate();
  cc_send_output(fileno(output));
}

void cc_resume(void) {
  leave();
  cc_forget_resumption();
  enter();
}

void cc_suspend(void) {
  leave();
  if (can_stop) {
    sigset_t stop, before;
    sigemptyset(&stop);
    sigaddset(&stop, SIGTSTP);
    cc_write_all(fileno(output), stop_notice, strlen(stop_notice));
    kill(0, SIGTSTP);  // the whole job, as the key does: `make run` has to stop too
    sigprocmask(SIG_UNBLOCK, &stop, &before);
    sigprocmask(SIG_SETMASK, &before, NULL);
  }
  cc_forget_resumption();
  enter();
}
