#pragma once
#include <stddef.h>
#include <stdint.h>

enum { CD_DIGEST_BYTES = 32, CD_HASH_BYTES = 128 };

/// Makes libsodium ready; 0 on success, also when called again.
/// Swift cannot import <sodium.h> without a module map, and its macros are not imported at all.
int cd_ready(void);

/// BLAKE2b-256 of `length` bytes (RFC 7693, no key), as `b2sum -l 256` prints it.
/// The sizes are macros that Swift does not see.
void cd_digest(const uint8_t *bytes, size_t length, uint8_t digest[CD_DIGEST_BYTES]);

/// A digest of bytes that come piece by piece; NULL when memory is out.
/// The state's size and its alignment are libsodium's.
typedef struct cd_stream cd_stream;
cd_stream *cd_stream_new(void);

/// Adds a piece. The state is opaque to Swift.
void cd_stream_add(cd_stream *stream, const uint8_t *bytes, size_t length);

/// The digest of all pieces so far. The state is opaque to Swift.
void cd_stream_digest(const cd_stream *stream, uint8_t digest[CD_DIGEST_BYTES]);

/// Frees what cd_stream_new made. Swift does not allocate it.
void cd_stream_free(cd_stream *stream);

/// The Argon2id hash (RFC 9106) of a text in PHC string format, for interactive use; 0 on success, -1 when memory is out.
/// The limits are macros that Swift does not see.
int cd_hash(const char *text, size_t length, char hash[CD_HASH_BYTES]);

/// 0 if the text is the one that was hashed; takes the same time whatever it is.
/// Needs the hash's fixed-size buffer type, which Swift would import as a tuple.
int cd_verify(const char *hash, const char *text, size_t length);
