#pragma once
#include "CCurses.h"

#include <stddef.h>

struct termios;

// What the files of this shim share.

/// Writes all of the bytes, or gives up where the descriptor takes no more.
void cc_write_all(int descriptor, const char *bytes, size_t count);

/// Collects what is written to the descriptor, until it is sent in one write.
bool cc_open_output(void);
void cc_close_output(void);
void cc_collect_output(int descriptor);
void cc_send_output(int descriptor);

/// Names the keys that terminals send although their description does not say so, and the marks around a paste.
void cc_define_keys(void);

/// Opens the window that keys are read through. It is a pad, so that reading never draws.
bool cc_open_input(void);
void cc_close_input(void);

/// Has the terminal report clicks and the wheel, until endwin.
void cc_open_mouse(void);

/// Forgets the signals that stopping and going on leave behind, so that they are not reported again.
void cc_forget_resumption(void);

/// Arms the crash guard: on a trap the terminal is restored, held-back standard error and the notice are written, and the
/// program dies of the signal.
void cc_guard(const struct termios *modes, const char *notice);
void cc_unguard(void);

/// Holds standard error back in memory, and lets through what was held.
bool cc_hold_stderr(void);
void cc_release_stderr(void);

#define CC_PASTE_ON "\033[?2004h"
#define CC_PASTE_OFF "\033[?2004l"
#define CC_KEYPAD_NUMERIC "\033>"
#define CC_MOUSE_OFF "\033[?1000l\033[?1006l"
