#pragma once
// libxlsxwriter: Swift imports no C library without a target of its own.
#include <xlsxwriter.h>

/// A new file that stands in memory alone, or -1 with errno. Swift's Glibc has no memfd_create.
int cw_memory_file(void);
