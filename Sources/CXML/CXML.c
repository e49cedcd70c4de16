#include "CXML.h"

#include <expat.h>
#include <limits.h>

constexpr int most_depth = 100, most_elements = 500000;

typedef struct {
  const cx_visitor *visitor;
  XML_Parser parser;
  int depth, elements, answer;
} reading;

static void end_with(reading *reading, int answer) {
  reading->answer = answer;
  XML_StopParser(reading->parser, XML_FALSE);
}

static void on_doctype(void *context, const char *name, const char *system, const char *public, int has_subset) {
  (void)name;
  (void)system;
  (void)public;
  (void)has_subset;
  end_with(context, CX_DOCTYPE);
}

static void on_start(void *context, const char *name, const char **attributes) {
  reading *reading = context;
  // expat tells what it has already read even after it was stopped.
  if (reading->answer != CX_OK) return;
  if (++reading->depth > most_depth) return end_with(reading, CX_TOO_DEEP);
  if (++reading->elements > most_elements) return end_with(reading, CX_TOO_MANY);
  reading->visitor->start(reading->visitor->context, name, (const char *const *)attributes);
}

static void on_end(void *context, const char *name) {
  reading *reading = context;
  (void)name;
  if (reading->answer != CX_OK) return;
  reading->depth--;
  reading->visitor->end(reading->visitor->context);
}

static void on_text(void *context, const char *bytes, int length) {
  reading *reading = context;
  if (reading->answer != CX_OK) return;
  reading->visitor->text(reading->visitor->context, bytes, (size_t)length);
}

int cx_parse(const uint8_t *bytes, size_t length, const cx_visitor *visitor) {
  if (length > INT_MAX) return CX_TOO_MANY;
  // Not XML_ParserCreateNS, which writes the name of a namespace out before each attribute: of a megabyte of it and a
  // thousand attributes it makes a gigabyte.
  XML_Parser parser = XML_ParserCreate(NULL);
  if (!parser) return CX_MEMORY;
  reading reading = {.visitor = visitor, .parser = parser, .answer = CX_OK};
  XML_SetUserData(parser, &reading);
  XML_SetElementHandler(parser, on_start, on_end);
  XML_SetCharacterDataHandler(parser, on_text);
  XML_SetStartDoctypeDeclHandler(parser, on_doctype);
  const bool is_read = XML_Parse(parser, (const char *)bytes, (int)length, XML_TRUE) == XML_STATUS_OK;
  if (!is_read && reading.answer == CX_OK) {
    reading.answer = XML_GetErrorCode(parser) == XML_ERROR_NO_MEMORY ? CX_MEMORY : CX_SYNTAX;
  }
  XML_ParserFree(parser);
  return reading.answer;
}
