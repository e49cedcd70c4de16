#include "CDigest.h"

#include <sodium.h>

_Static_assert(CD_HASH_BYTES == crypto_pwhash_STRBYTES, "the hash's size is libsodium's");

int cd_ready(void) { return sodium_init() < 0 ? -1 : 0; }

void cd_digest(const uint8_t *bytes, size_t length, uint8_t digest[CD_DIGEST_BYTES]) {
  crypto_generichash(digest, CD_DIGEST_BYTES, bytes, length, NULL, 0);
}

int cd_hash(const char *text, size_t length, char hash[CD_HASH_BYTES]) {
  return crypto_pwhash_str(
      hash, text, length, crypto_pwhash_OPSLIMIT_INTERACTIVE, crypto_pwhash_MEMLIMIT_INTERACTIVE);
}

int cd_verify(const char *hash, const char *text, size_t length) { return crypto_pwhash_str_verify(hash, text, length); }
