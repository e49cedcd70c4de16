#include "CJSON.h"

#include <new>
#include <simdjson.h>
#include <vector>

using namespace simdjson;

struct cj_parser {
  dom::parser parser;
  std::vector<cj_node> nodes;
};

namespace {

cj_node leaf(cj_kind kind, uint32_t index) {
  cj_node node = {};
  node.kind = kind;
  node.next = index + 1;
  return node;
}

cj_node text_leaf(std::string_view text, uint32_t index) {
  cj_node node = leaf(CJ_STRING, index);
  node.text = text.data();
  node.length = text.size();
  return node;
}

// Depth is bounded: simdjson refuses documents deeper than 1024.
void append(std::vector<cj_node> &nodes, dom::element element) {
  const uint32_t index = uint32_t(nodes.size());
  switch (element.type()) {
  case dom::element_type::OBJECT:
    nodes.push_back(leaf(CJ_OBJECT, index));
    for (auto field : dom::object(element)) {
      nodes.push_back(text_leaf(field.key, uint32_t(nodes.size())));
      append(nodes, field.value);
    }
    nodes[index].next = uint32_t(nodes.size());
    break;
  case dom::element_type::ARRAY:
    nodes.push_back(leaf(CJ_ARRAY, index));
    for (auto child : dom::array(element)) append(nodes, child);
    nodes[index].next = uint32_t(nodes.size());
    break;
  case dom::element_type::STRING:
    nodes.push_back(text_leaf(std::string_view(element), index));
    break;
  case dom::element_type::INT64: {
    cj_node node = leaf(CJ_INTEGER, index);
    node.integer = int64_t(element);
    nodes.push_back(node);
    break;
  }
  case dom::element_type::BOOL: {
    cj_node node = leaf(CJ_BOOL, index);
    node.integer = bool(element);
    nodes.push_back(node);
    break;
  }
  case dom::element_type::UINT64:
  case dom::element_type::DOUBLE:
    nodes.push_back(leaf(CJ_NUMBER, index));
    break;
  case dom::element_type::NULL_VALUE:
    nodes.push_back(leaf(CJ_NULL, index));
    break;
  }
}

}  // namespace

cj_parser *cj_parser_new(void) { return new (std::nothrow) cj_parser; }

void cj_parser_free(cj_parser *parser) { delete parser; }

int cj_parse(cj_parser *parser, const uint8_t *bytes, size_t length, const cj_node **nodes, size_t *count) {
  dom::element root;
  if (auto error = parser->parser.parse(bytes, length).get(root)) return int(error);
  parser->nodes.clear();
  append(parser->nodes, root);
  *nodes = parser->nodes.data();
  *count = parser->nodes.size();
  return 0;
}
