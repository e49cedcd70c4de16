#pragma once
// libxlsxwriter: Swift imports no C library without a target of its own.
#include <xlsxwriter.h>

/// A new file that stands in memory alone, or -1 with errno. Swift's Glibc has no memfd_create.
int cw_memory_file(void);

/// Loads the library, once; 0 where it is not there, and then nothing of it may be called. Swift's `dlopen` could not give
/// the functions their types.
int cw_load(void);
