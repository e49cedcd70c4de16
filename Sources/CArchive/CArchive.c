#include "CArchive.h"

#include <minizip/unzip.h>
#include <stdlib.h>
#include <string.h>

struct ca_archive {
  const uint8_t *bytes;
  size_t length, place;
  unzFile file;
  unz_global_info64 info;
};

static voidpf memory_open(voidpf archive, const void *name, int mode) {
  (void)name;
  (void)mode;
  return archive;
}

static uLong memory_read(voidpf opaque, voidpf stream, void *into, uLong wanted) {
  ca_archive *archive = stream;
  (void)opaque;
  const size_t left = archive->length - archive->place, count = wanted < left ? wanted : left;
  if (count > 0) memcpy(into, archive->bytes + archive->place, count);
  archive->place += count;
  return (uLong)count;
}

static ZPOS64_T memory_tell(voidpf opaque, voidpf stream) {
  (void)opaque;
  return ((ca_archive *)stream)->place;
}

static long memory_seek(voidpf opaque, voidpf stream, ZPOS64_T offset, int origin) {
  ca_archive *archive = stream;
  (void)opaque;
  const ZPOS64_T from = origin == ZLIB_FILEFUNC_SEEK_CUR ? archive->place
                      : origin == ZLIB_FILEFUNC_SEEK_END ? archive->length : 0;
  if (offset > archive->length || from > archive->length - offset) return -1;
  archive->place = (size_t)(from + offset);
  return 0;
}

static int memory_close(voidpf opaque, voidpf stream) {
  (void)opaque;
  (void)stream;
  return 0;
}

ca_archive *ca_open(const uint8_t *bytes, size_t length) {
  ca_archive *archive = calloc(1, sizeof *archive);
  if (!archive) return NULL;
  archive->bytes = bytes;
  archive->length = length;
  zlib_filefunc64_def memory = {
    .zopen64_file = memory_open, .zread_file = memory_read, .ztell64_file = memory_tell,
    .zseek64_file = memory_seek, .zclose_file = memory_close, .zerror_file = memory_close, .opaque = archive,
  };
  archive->file = unzOpen2_64("", &memory);
  if (archive->file && unzGetGlobalInfo64(archive->file, &archive->info) == UNZ_OK) return archive;
  ca_close(archive);
  return NULL;
}

void ca_close(ca_archive *archive) {
  if (archive->file) unzClose(archive->file);
  free(archive);
}

uint64_t ca_count(const ca_archive *archive) { return archive->info.number_entry; }

int ca_entry_at(ca_archive *archive, uint64_t index, ca_entry *entry) {
  unz_file_info64 info;
  unz64_file_pos place;
  const int found = index == 0 ? unzGoToFirstFile(archive->file) : unzGoToNextFile(archive->file);
  memset(entry, 0, sizeof *entry);
  if (found != UNZ_OK) return CA_DAMAGED;
  if (unzGetCurrentFileInfo64(archive->file, &info, entry->name, sizeof entry->name - 1, NULL, 0, NULL, 0) != UNZ_OK ||
      unzGetFilePos64(archive->file, &place) != UNZ_OK) {
    return CA_DAMAGED;
  }
  entry->name_length = (uint32_t)info.size_filename;
  entry->size = info.uncompressed_size;
  entry->method = (uint32_t)info.compression_method;
  entry->is_encrypted = info.flag & 1;
  entry->place[0] = place.pos_in_zip_directory;
  entry->place[1] = place.num_of_file;
  return CA_OK;
}

int ca_read(ca_archive *archive, const ca_entry *entry, uint8_t *room) {
  const unz64_file_pos place = {.pos_in_zip_directory = entry->place[0], .num_of_file = entry->place[1]};
  if (unzGoToFilePos64(archive->file, &place) != UNZ_OK || unzOpenCurrentFile(archive->file) != UNZ_OK) {
    return CA_DAMAGED;
  }
  uint64_t done = 0;
  int count = 1;
  while (count > 0 && done <= entry->size) {
    const uint64_t left = entry->size + 1 - done;
    count = unzReadCurrentFile(archive->file, room + done, left > 1 << 20 ? 1 << 20 : (unsigned)left);
    if (count > 0) done += (uint64_t)count;
  }
  // Closing compares the CRC once everything has been read.
  const int closed = unzCloseCurrentFile(archive->file);
  return count == 0 && done == entry->size && closed == UNZ_OK ? CA_OK : CA_WRONG_CONTENT;
}
