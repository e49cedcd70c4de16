#pragma once
#include <stddef.h>
#include <stdint.h>

/// The files that are built into the program.
enum cb_file {
  CB_POLICY,
  CB_MEMBERS,
  CB_STAFF,
  CB_ORGANISATION,
  CB_SUMMARY_MARKDOWN,
  CB_EXPORT_MARKDOWN,
  CB_PAPER_HTML,
  CB_REPORT_HTML,
  CB_LETTER_HTML,
};

/// The bytes of a built-in file and their number.
/// Swift has no #embed: a resource as a Swift array takes seconds to compile, C23's is instant.
const uint8_t *cb_bytes(enum cb_file file, size_t *length);
