#pragma once
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// What a document can have wrong.
enum cx_answer {
  CX_OK,
  /// Not well-formed, or in an encoding that expat does not know.
  CX_SYNTAX,
  /// It declares a document type, which alone can define entities.
  CX_DOCTYPE,
  /// More than 100 elements inside each other.
  CX_TOO_DEEP,
  /// More than half a million elements.
  CX_TOO_MANY,
  CX_MEMORY,
};

/// Who is told of a document, in its order. A name is as it is written, with its prefix.
typedef struct {
  void *context;
  /// `attributes` holds name, value, name, value, …, NULL.
  void (*start)(void *context, const char *name, const char *const *attributes);
  void (*end)(void *context);
  /// A run of text may come in several pieces.
  void (*text)(void *context, const char *bytes, size_t length);
} cx_visitor;

/// Reads a document in memory; entities are never resolved, nor is anything outside the document.
/// Swift imports no C library without a target of its own, and the limits have to end expat from inside its callbacks.
int cx_parse(const uint8_t *bytes, size_t length, const cx_visitor *visitor);
