#pragma once
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// What a node is.
enum cj_kind { CJ_NULL, CJ_BOOL, CJ_INTEGER, CJ_NUMBER, CJ_STRING, CJ_ARRAY, CJ_OBJECT };

/// One value of a document, in the order of the text; an object's children are key, value, key, value, ….
typedef struct {
  const char *text;  // CJ_STRING: UTF-8, valid until the next parse
  size_t length;     // CJ_STRING: bytes
  int64_t integer;   // CJ_INTEGER; CJ_BOOL: 0 or 1
  uint32_t next;     // index of the node after this value and all that is inside it
  uint8_t kind;
  uint8_t repeated;  // 1 for a key that an earlier one of the same object equals
} cj_node;

typedef struct cj_parser cj_parser;

/// A parser whose buffers are used again for each document; NULL when memory is out.
/// Swift cannot hold a simdjson::dom::parser, which is a C++ class with a move-only interior.
cj_parser *cj_parser_new(void);

/// Frees what cj_parser_new made. Swift does not know the C++ destructor.
void cj_parser_free(cj_parser *parser);

/// The most that cj_parse takes, of which none of our documents has a hundredth: the nodes of 64 MB of `[1,1,…]` would take
/// two gigabytes.
#define CJ_MOST_BYTES (16 << 20)
#define CJ_MOST_VALUES 1000000

/// What cj_parse returns for more.
#define CJ_TOO_LARGE (-2)

/// Parses `length` bytes into nodes that stay valid until the next call; returns 0, a simdjson error code, CJ_TOO_LARGE,
/// or -1 when memory is out.
/// Swift cannot call simdjson's templates; a flat array is the shape that both languages can walk.
int cj_parse(cj_parser *parser, const uint8_t *bytes, size_t length, const cj_node **nodes, size_t *count);

/// The offset of the byte where refused text goes wrong, or -1 where simdjson cannot tell.
/// Swift cannot call simdjson's on-demand parser, the one that knows its place.
int64_t cj_fault_offset(const uint8_t *bytes, size_t length);

#ifdef __cplusplus
}
#endif
