#define _GNU_SOURCE
#include "internal.h"

#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

// curses flushes at every move of the cursor: half a dozen writes for a picture, each a packet over ssh. While it draws,
// its descriptor leads into memory, and the picture is sent whole.

static int memory = -1, terminal = -1;

void cc_write_all(int descriptor, const char *bytes, size_t count) {
  while (count > 0) {
    ssize_t written = write(descriptor, bytes, count);
    if (written <= 0) return;
    bytes += written;
    count -= (size_t)written;
  }
}

bool cc_open_output(void) {
  memory = memfd_create("picture", MFD_CLOEXEC);
  return memory >= 0;
}

void cc_close_output(void) {
  if (memory >= 0) close(memory);
  memory = -1;
}

void cc_collect_output(int descriptor) {
  terminal = dup(descriptor);
  if (terminal >= 0) dup2(memory, descriptor);
}

void cc_send_output(int descriptor) {
  if (terminal < 0) return;
  dup2(terminal, descriptor);
  close(terminal);
  terminal = -1;
  struct stat collected;
  if (fstat(memory, &collected) != 0 || collected.st_size == 0) return;
  size_t size = (size_t)collected.st_size;
  void *bytes = mmap(NULL, size, PROT_READ, MAP_SHARED, memory, 0);
  if (bytes != MAP_FAILED) {
    cc_write_all(descriptor, bytes, size);
    munmap(bytes, size);
  }
  if (ftruncate(memory, 0) == 0) lseek(memory, 0, SEEK_SET);
}
