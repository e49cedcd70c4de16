#define _GNU_SOURCE
#define NCURSES_WIDECHAR 1
#include "internal.h"

#include <curses.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <term.h>
#include <termios.h>
#include <unistd.h>

// Everything the handler needs is laid out beforehand: it may only write, set modes and raise (signal-safety(7)).

/// Swift traps with SIGILL on x86-64 and SIGTRAP on arm64; SIGQUIT comes from outside only, for its key is read as one, and
/// would find Swift's backtracer here, or nobody to restore the terminal.
static const int fatal[] = {SIGILL, SIGTRAP, SIGSEGV, SIGBUS, SIGABRT, SIGFPE, SIGSYS, SIGQUIT};
enum { FATAL = sizeof fatal / sizeof fatal[0] };

static struct sigaction previous[FATAL];
static struct termios restored_modes;
static char restoration[512];
static size_t restoration_length;
static char notice[1024];
static size_t notice_length;
static char stack[64 * 1024];
static stack_t previous_stack;

static int held = -1, real_stderr = -1;

static void copy_held(void) {
  char buffer[4096];
  ssize_t count;
  if (lseek(held, 0, SEEK_SET) < 0) return;
  while ((count = read(held, buffer, sizeof buffer)) > 0) cc_write_all(real_stderr, buffer, (size_t)count);
}

static void on_fatal(int signal) {
  cc_write_all(STDOUT_FILENO, restoration, restoration_length);
  tcsetattr(STDIN_FILENO, TCSANOW, &restored_modes);
  if (held >= 0) {
    copy_held();
    cc_write_all(real_stderr, notice, notice_length);
  }
  // By default, not to who had it before: that is Swift's backtracer, which would ask an English question.
  raise(signal);
}

/// Adds a string of the terminal's description, without the padding that only tputs understands.
static void add_restoration(const char *capability) {
  const char *string = tigetstr(capability);
  if (!string || string == (char *)-1) return;
  while (*string && restoration_length < sizeof restoration) {
    if (string[0] == '$' && string[1] == '<') {
      while (*string && *string != '>') string++;
      if (*string) string++;
    } else {
      restoration[restoration_length++] = *string++;
    }
  }
}

void cc_guard(const struct termios *modes, const char *text) {
  restored_modes = *modes;
  static const char modes_off[] = CC_PASTE_OFF CC_MOUSE_OFF;
  memcpy(restoration, modes_off, sizeof modes_off - 1);
  restoration_length = sizeof modes_off - 1;
  add_restoration("sgr0");
  add_restoration("rmkx");
  add_restoration("cnorm");
  add_restoration("rmcup");
  notice_length = (size_t)snprintf(notice, sizeof notice, "%s", text);
  if (notice_length >= sizeof notice) notice_length = sizeof notice - 1;

  stack_t own = {.ss_sp = stack, .ss_size = sizeof stack};
  sigaltstack(&own, &previous_stack);
  struct sigaction action = {.sa_handler = on_fatal, .sa_flags = SA_ONSTACK | (int)SA_RESETHAND};
  sigemptyset(&action.sa_mask);
  for (int i = 0; i < FATAL; i++) {
    sigaction(fatal[i], &action, &previous[i]);
    // What whoever started the program wants ignored stays ignored.
    if (previous[i].sa_handler == SIG_IGN) sigaction(fatal[i], &previous[i], NULL);
  }
}

void cc_unguard(void) {
  for (int i = 0; i < FATAL; i++) sigaction(fatal[i], &previous[i], NULL);
  sigaltstack(&previous_stack, NULL);
}

bool cc_hold_stderr(void) {
  held = memfd_create("stderr", MFD_CLOEXEC);
  real_stderr = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 3);
  if (held >= 0 && real_stderr >= 0 && dup2(held, STDERR_FILENO) >= 0) return true;
  if (held >= 0) close(held);
  if (real_stderr >= 0) close(real_stderr);
  held = real_stderr = -1;
  return false;
}

void cc_release_stderr(void) {
  if (held < 0) return;
  dup2(real_stderr, STDERR_FILENO);
  copy_held();
  close(held);
  close(real_stderr);
  held = real_stderr = -1;
}
