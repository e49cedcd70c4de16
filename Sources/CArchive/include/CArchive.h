#pragma once
#include <stddef.h>
#include <stdint.h>

/// What an archive or a part of it can have wrong.
enum ca_answer {
  CA_OK,
  /// The bytes are no ZIP archive, or its directory cannot be read.
  CA_DAMAGED,
  /// A part is longer or shorter than it says, or its CRC does not fit.
  CA_WRONG_CONTENT,
  CA_MEMORY,
};

/// One entry of the directory.
typedef struct {
  char name[256];         // the first 255 bytes, closed by NUL
  uint32_t name_length;   // bytes as stated; more than strlen(name) for a name that is too long or holds a NUL
  uint64_t size;          // bytes when unpacked, as stated
  uint32_t method;        // 0 stored, 8 deflated (APPNOTE.TXT, 4.4.5)
  uint32_t is_encrypted;  // bit 0 of the flags (APPNOTE.TXT, 4.4.4)
  uint64_t place[2];      // where minizip finds it again
} ca_entry;

typedef struct ca_archive ca_archive;

/// Opens an archive in memory, which must stay until ca_close; NULL for what is none, or when memory is out.
/// Swift cannot fill minizip's table of C functions for its own memory without global state.
ca_archive *ca_open(const uint8_t *bytes, size_t length);

/// Frees what ca_open made. Swift cannot hold minizip's unzFile, which is a macro for a void pointer.
void ca_close(ca_archive *archive);

/// How many entries the archive says it has. Swift would have to import minizip's headers, whose types are macros.
uint64_t ca_count(const ca_archive *archive);

/// Tells the entry at `index`, asked for in order from 0: a directory can only be walked.
/// Swift would have to import minizip's headers, whose types are macros.
int ca_entry_at(ca_archive *archive, uint64_t index, ca_entry *entry);

/// Unpacks an entry into `room`, which holds entry->size bytes and one more, so that a part that is longer than it says
/// is found out; checks the CRC. Never writes past that.
/// Swift would have to import minizip's headers, whose types are macros.
int ca_read(ca_archive *archive, const ca_entry *entry, uint8_t *room);

typedef struct ca_writer ca_writer;

/// Begins an archive in memory; NULL when memory is out.
/// Swift cannot fill minizip's table of C functions for its own memory without global state.
ca_writer *ca_create(void);

/// Puts a part in, deflated, with 1980-01-01 as its time; CA_OK, or CA_MEMORY when memory is out.
/// Swift would have to import minizip's headers, whose types are macros.
int ca_add(ca_writer *writer, const char *name, const uint8_t *bytes, uint32_t length);

/// Ends the archive and gives its bytes, which stay until ca_discard; NULL when memory is out. Nothing can be added after.
/// Swift would have to import minizip's headers, whose types are macros.
const uint8_t *ca_finish(ca_writer *writer, size_t *length);

/// Frees what ca_create made. Swift cannot hold minizip's zipFile, which is a macro for a void pointer.
void ca_discard(ca_writer *writer);
