#pragma once
#include <stddef.h>
#include <stdint.h>

/// Runs a function on inputs until a fault or the limits of the arguments; libFuzzer's own (LibFuzzer.html, "Using libFuzzer as
/// a library"). Swift has no header for it.
int LLVMFuzzerRunDriver(int *argc, char ***argv, int (*run)(const uint8_t *data, size_t size));
