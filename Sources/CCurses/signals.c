#define _GNU_SOURCE
#include "internal.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <sys/signalfd.h>
#include <time.h>
#include <unistd.h>

static int descriptor = -1;
static sigset_t before;

bool cc_take_signals(bool screen) {
  sigset_t reported, blocked;
  sigemptyset(&reported);
  sigaddset(&reported, SIGHUP);
  sigaddset(&reported, SIGINT);
  sigaddset(&reported, SIGTERM);
  if (screen) {
    sigaddset(&reported, SIGTSTP);
    sigaddset(&reported, SIGCONT);
    sigaddset(&reported, SIGWINCH);
  }
  descriptor = signalfd(-1, &reported, SFD_CLOEXEC | SFD_NONBLOCK);
  if (descriptor < 0) return false;
  blocked = reported;
  sigaddset(&blocked, SIGPIPE);
  sigprocmask(SIG_BLOCK, &blocked, &before);
  return true;
}

void cc_release_signals(void) {
  if (descriptor < 0) return;
  // A write to a closed pipe was seen as an error; it must not kill the program now.
  sigset_t pipe;
  sigemptyset(&pipe);
  sigaddset(&pipe, SIGPIPE);
  struct timespec now = {0, 0};
  if (!sigismember(&before, SIGPIPE)) sigtimedwait(&pipe, NULL, &now);
  close(descriptor);
  descriptor = -1;
  sigprocmask(SIG_SETMASK, &before, NULL);
}

void cc_forget_resumption(void) {
  sigset_t resumption;
  sigemptyset(&resumption);
  sigaddset(&resumption, SIGCONT);
  sigaddset(&resumption, SIGWINCH);
  struct timespec now = {0, 0};
  while (sigtimedwait(&resumption, NULL, &now) > 0) continue;
}

static cc_event event_of(unsigned signal) {
  switch (signal) {
    case SIGHUP: return CC_HANGUP;
    case SIGINT: return CC_INTERRUPT;
    case SIGTSTP: return CC_STOP;
    case SIGCONT: return CC_CONTINUE;
    case SIGWINCH: return CC_RESIZE;
    default: return CC_TERMINATE;
  }
}

cc_event cc_wait(int input, int limit) {
  for (;;) {
    struct pollfd waited[] = {{.fd = descriptor, .events = POLLIN}, {.fd = input, .events = POLLIN}};
    int ready = poll(waited, 2, limit);
    if (ready < 0) {
      if (errno == EINTR) continue;
      return CC_GONE;
    }
    if (ready == 0) return CC_IDLE;
    struct signalfd_siginfo signal;
    if (waited[0].revents && read(descriptor, &signal, sizeof signal) == sizeof signal)
      return event_of(signal.ssi_signo);
    if (waited[1].revents & POLLIN) return CC_INPUT;
    if (waited[1].revents) return CC_GONE;
  }
}
