#pragma once
#include <stddef.h>
#include <stdint.h>

/// The cells a scalar takes on a terminal, -1 if the C library does not know it.
/// Swift cannot call wcwidth (hidden behind _XOPEN_SOURCE), and its answer hangs on the thread's locale, set here to
/// C.UTF-8 for the call.
int ct_width(uint32_t scalar);

/// Sets the cells (1 or 2) that East Asian Ambiguous scalars take for this thread; returns what was set before.
/// Swift cannot: ncurses asks for widths in C and has to get the same answers.
int ct_set_ambiguous(int cells);

/// Writes into breaks[i] whether a line may break before scalar i (1) or not (0), by UAX #14.
/// Swift has no line breaking on Linux; libunistring's header has macros that Swift cannot import.
void ct_possible_breaks(const uint32_t *scalars, size_t count, uint8_t *breaks);
