#include "CArchive.h"

#include <minizip/zip.h>
#include <stdlib.h>
#include <string.h>

struct ca_writer {
  uint8_t *bytes;
  size_t length, room, place;
  zipFile file;
};

static voidpf memory_open(voidpf writer, const void *name, int mode) {
  (void)name;
  (void)mode;
  return writer;
}

static uLong memory_read(voidpf opaque, voidpf stream, void *into, uLong wanted) {
  ca_writer *writer = stream;
  (void)opaque;
  const size_t left = writer->length - writer->place, count = wanted < left ? wanted : left;
  if (count > 0) memcpy(into, writer->bytes + writer->place, count);
  writer->place += count;
  return (uLong)count;
}

static uLong memory_write(voidpf opaque, voidpf stream, const void *from, uLong count) {
  ca_writer *writer = stream;
  (void)opaque;
  if (count > SIZE_MAX / 4 - writer->place) return 0;
  const size_t end = writer->place + count;
  if (end > writer->room) {
    const size_t room = end < 1 << 15 ? 1 << 16 : 2 * end;
    uint8_t *grown = realloc(writer->bytes, room);
    if (!grown) return 0;
    writer->bytes = grown;
    writer->room = room;
  }
  if (count > 0) memcpy(writer->bytes + writer->place, from, count);
  writer->place = end;
  if (end > writer->length) writer->length = end;
  return count;
}

static ZPOS64_T memory_tell(voidpf opaque, voidpf stream) {
  (void)opaque;
  return ((ca_writer *)stream)->place;
}

static long memory_seek(voidpf opaque, voidpf stream, ZPOS64_T offset, int origin) {
  ca_writer *writer = stream;
  (void)opaque;
  const ZPOS64_T from = origin == ZLIB_FILEFUNC_SEEK_CUR ? writer->place
                      : origin == ZLIB_FILEFUNC_SEEK_END ? writer->length : 0;
  if (from > writer->length || offset > writer->length - from) return -1;
  writer->place = (size_t)(from + offset);
  return 0;
}

static int memory_close(voidpf opaque, voidpf stream) {
  (void)opaque;
  (void)stream;
  return 0;
}

ca_writer *ca_create(void) {
  ca_writer *writer = calloc(1, sizeof *writer);
  if (!writer) return NULL;
  zlib_filefunc64_def memory = {
    .zopen64_file = memory_open, .zread_file = memory_read, .zwrite_file = memory_write, .ztell64_file = memory_tell,
    .zseek64_file = memory_seek, .zclose_file = memory_close, .zerror_file = memory_close, .opaque = writer,
  };
  writer->file = zipOpen2_64("", APPEND_STATUS_CREATE, NULL, &memory);
  if (writer->file) return writer;
  ca_discard(writer);
  return NULL;
}

int ca_add(ca_writer *writer, const char *name, const uint8_t *bytes, uint32_t length) {
  // The first day that the format knows: the same content gives the same bytes.
  const zip_fileinfo info = {.dosDate = 1 << 21 | 1 << 16};
  if (zipOpenNewFileInZip(writer->file, name, &info, NULL, 0, NULL, 0, NULL, Z_DEFLATED, Z_DEFAULT_COMPRESSION) !=
      ZIP_OK) {
    return CA_MEMORY;
  }
  const int written = zipWriteInFileInZip(writer->file, bytes, length), closed = zipCloseFileInZip(writer->file);
  return written == ZIP_OK && closed == ZIP_OK ? CA_OK : CA_MEMORY;
}

const uint8_t *ca_finish(ca_writer *writer, size_t *length) {
  const int closed = zipClose(writer->file, NULL);
  writer->file = NULL;
  *length = writer->length;
  return closed == ZIP_OK ? writer->bytes : NULL;
}

void ca_discard(ca_writer *writer) {
  if (writer->file) zipClose(writer->file, NULL);
  free(writer->bytes);
  free(writer);
}
