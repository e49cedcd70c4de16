#include "CDigest.h"

#include <sodium.h>
#include <stdlib.h>

_Static_assert(CD_HASH_BYTES == crypto_pwhash_STRBYTES, "the hash's size is libsodium's");

int cd_ready(void) { return sodium_init() < 0 ? -1 : 0; }

void cd_digest(const uint8_t *bytes, size_t length, uint8_t digest[CD_DIGEST_BYTES]) {
  crypto_generichash(digest, CD_DIGEST_BYTES, bytes, length, NULL, 0);
}

struct cd_stream {
  crypto_generichash_state state;
};

cd_stream *cd_stream_new(void) {
  // Chooses the fastest code for this processor, for every digest from now on.
  if (sodium_init() < 0) return NULL;
  cd_stream *stream = aligned_alloc(_Alignof(cd_stream), sizeof *stream);
  if (stream) crypto_generichash_init(&stream->state, NULL, 0, CD_DIGEST_BYTES);
  return stream;
}

void cd_stream_add(cd_stream *stream, const uint8_t *bytes, size_t length) {
  crypto_generichash_update(&stream->state, bytes, length);
}

void cd_stream_digest(const cd_stream *stream, uint8_t digest[CD_DIGEST_BYTES]) {
  cd_stream copy = *stream;
  crypto_generichash_final(&copy.state, digest, CD_DIGEST_BYTES);
}

void cd_stream_free(cd_stream *stream) { free(stream); }

int cd_hash(const char *text, size_t length, char hash[CD_HASH_BYTES]) {
  return crypto_pwhash_str(
      hash, text, length, crypto_pwhash_OPSLIMIT_INTERACTIVE, crypto_pwhash_MEMLIMIT_INTERACTIVE);
}

int cd_verify(const char *hash, const char *text, size_t length) { return crypto_pwhash_str_verify(hash, text, length); }
