#pragma once
#include <stdint.h>

/// Opens a file without a name in `folder`, 0600, for writing; -1 with errno where that cannot be had (open(2)).
/// `O_TMPFILE` is a macro of _GNU_SOURCE, which Swift does not see.
int cf_open_nameless(const char *folder);

/// Gives the file `from` the name `to` if nothing has it; 0, or -1 with errno (renameat2(2), RENAME_NOREPLACE).
/// The function and its flag are declared for _GNU_SOURCE only.
int cf_rename_new(const char *from, const char *to);

/// How many processors this process may use, 1 or more (sched_getaffinity(2)).
/// The function and its sets are declared for _GNU_SOURCE only.
int cf_processors(void);

/// The two halves of a device number (makedev(3)).
/// They are macros.
unsigned cf_device_major(uint64_t device);
unsigned cf_device_minor(uint64_t device);

/// Keeps what the process holds in memory out of core dumps and from other processes of the same user; 0, or -1 with
/// errno (prctl(2), PR_SET_DUMPABLE; setrlimit(2), RLIMIT_CORE).
/// prctl takes a variable number of arguments, which Swift cannot call.
int cf_hide_memory(void);

/// Has each piece of memory of `least` bytes or more given back to the system as soon as it is done with; 0, or -1
/// (mallopt(3)).
/// malloc.h is no part of what Swift sees of the C library.
int cf_give_back(int least);
