#define _GNU_SOURCE
#include "CWorkbook.h"

#include <sys/mman.h>

int cw_memory_file(void) { return memfd_create("tenken", MFD_CLOEXEC); }
