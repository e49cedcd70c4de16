#pragma once
#include <stdbool.h>
#include <stdint.h>

// The screen, the signals and the crash guard of a terminal. Swift cannot read curses.h: its globals are shared mutable
// state, its attributes and many keys are macros, and its functions would fill the module with names such as `move`.
// One screen can be open in a process, and all of this belongs to the thread that opened it.

typedef enum {
  CC_OPENED,
  CC_NOT_A_TERMINAL,
  CC_CANNOT_DRAW,
  CC_NO_UNICODE_LOCALE,
  CC_SYSTEM_FAILURE,  // errno says which
} cc_status;

typedef enum {
  CC_BOLD = 1,
  CC_DIM = 2,
  CC_UNDERLINE = 4,
  CC_REVERSE = 8,
} cc_attribute;

typedef enum {
  CC_DEFAULT_COLOUR,
  CC_BLUE,    // white on blue
  CC_YELLOW,  // black on yellow
} cc_colour;

typedef enum {
  CC_INPUT,  // something can be read, or the input has ended
  CC_GONE,   // the terminal hung up
  CC_HANGUP,
  CC_INTERRUPT,
  CC_TERMINATE,
  CC_STOP,
  CC_CONTINUE,
  CC_RESIZE,
  CC_IDLE,  // nothing happened within the limit
} cc_event;

/// What cc_read returns beyond the bytes 0...255.
typedef enum {
  CC_NONE = -1,
  CC_PASTE_START = 256,
  CC_PASTE_END,
  CC_UP,
  CC_DOWN,
  CC_LEFT,
  CC_RIGHT,
  CC_PAGE_UP,
  CC_PAGE_DOWN,
  CC_HOME,
  CC_END,
  CC_ENTER,
  CC_BACKTAB,
  CC_BACKSPACE,
  CC_DELETE,
  CC_INSERT,
  CC_CLICK,  // cc_clicked says where
  CC_UNKNOWN,
  CC_F0 = 512,  // F1 is CC_F0 + 1
} cc_key;

// screen.c

/// Takes the terminal over: modes, alternate screen, bracketed paste, the mouse if wanted, crash guard. Standard error is
/// held back until cc_close. Swift cannot: newterm's result and stdscr are unsafe globals there, and wide curses needs a macro first.
/// `notice_of_stop` is written at each stop.
cc_status cc_open(const char *term, int escape_delay, bool colour, bool mouse, const char *crash_notice,
                  const char *notice_of_stop);

/// Writes an East Asian Ambiguous character, asks where the cursor is and what the terminal is, and takes the character
/// away; false where the terminal does not know the question. Swift cannot: the picture before it is curses'.
bool cc_ask_cursor(void);

/// Gives the terminal back as it was and lets standard error through. Swift cannot: see cc_open.
void cc_close(void);

/// Asks for the size curses works with. Swift cannot: LINES and COLS are unsafe globals there.
void cc_size(int *rows, int *columns);

/// Makes one row of the next picture blank. Swift cannot: stdscr is an unsafe global there.
void cc_clear_row(int row);

/// Writes scalars into the next picture. Swift cannot: A_BOLD and its like are macros it does not import.
void cc_put(int row, int column, const int32_t *scalars, int count, unsigned attributes, cc_colour colour);

/// Sends what differs from the last picture and leaves the cursor at its place. Swift cannot: stdscr again.
void cc_show(int row, int column, bool visible);

/// Asks the kernel how many columns standard output has, 0 for no terminal. Swift cannot: ioctl is variadic.
int cc_columns(void);

/// Asks the kernel for the size and takes it over. Swift cannot: ioctl is variadic.
void cc_resize(void);

/// Stops the process group as Ctrl-Z does and, when it goes on, draws all again. Swift cannot: endwin between curses'
/// own globals.
void cc_suspend(void);

/// Takes the terminal over again after a stop that was not ours, such as SIGSTOP. Swift cannot: see cc_suspend.
void cc_resume(void);

/// Draws all again, after something else has written to the terminal. Swift cannot: curscr is an unsafe global there.
void cc_redraw(void);

// input.c

/// Reads one byte or key without waiting, CC_NONE if there is none. Swift cannot: KEY_F(n) is a macro it does not import.
int cc_read(void);

/// Tells where the last click was, from 0. Swift cannot: MEVENT's masks are macros it does not import.
void cc_clicked(int *row, int *column);

// signals.c

/// Turns the signals that end, stop or resize the program into events for cc_wait; `screen` false leaves stopping and
/// resizing to the system and keeps a closed pipe from killing the program. False on failure, see errno.
/// Swift cannot: a handler written in Swift may allocate.
bool cc_take_signals(bool screen);

/// Gives the signals back. Swift cannot: see cc_take_signals.
void cc_release_signals(void);

/// Waits for a signal or for `input` to become readable, signals first, at most `limit` milliseconds (-1: for ever).
/// Swift cannot: signalfd is not in Glibc's module.
cc_event cc_wait(int input, int limit);
