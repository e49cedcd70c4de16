#include "CJSON.h"

#include <new>
#include <simdjson.h>
#include <string_view>
#include <unordered_set>
#include <vector>

using namespace simdjson;

constexpr size_t most_bytes = CJ_MOST_BYTES, most_nodes = CJ_MOST_VALUES;

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

std::string_view text_of(const cj_node &node) { return {node.text, node.length}; }

// Our objects have a dozen members and are compared pair by pair; a hostile one must not cost the square of its size.
void mark_repeated(std::vector<cj_node> &nodes, size_t object, size_t members) {
  const size_t first = object + 1, end = nodes.size();
  if (members <= 16) {
    for (size_t key = first; key < end; key = nodes[key + 1].next) {
      for (size_t earlier = first; earlier < key; earlier = nodes[earlier + 1].next) {
        if (text_of(nodes[earlier]) == text_of(nodes[key])) nodes[key].repeated = 1;
      }
    }
  } else {
    std::unordered_set<std::string_view> seen;
    for (size_t key = first; key < end; key = nodes[key + 1].next) {
      if (!seen.insert(text_of(nodes[key])).second) nodes[key].repeated = 1;
    }
  }
}

// Depth is bounded: simdjson refuses documents deeper than 1024. Past the limit nothing more is added, and the caller
// throws all away.
void append(std::vector<cj_node> &nodes, dom::element element) {
  if (nodes.size() > most_nodes) return;
  const uint32_t index = uint32_t(nodes.size());
  switch (element.type()) {
  case dom::element_type::OBJECT: {
    size_t members = 0;
    nodes.push_back(leaf(CJ_OBJECT, index));
    for (auto field : dom::object(element)) {
      nodes.push_back(text_leaf(field.key, uint32_t(nodes.size())));
      append(nodes, field.value);
      if (nodes.size() > most_nodes) return;
      members++;
    }
    nodes[index].next = uint32_t(nodes.size());
    mark_repeated(nodes, index, members);
    break;
  }
  case dom::element_type::ARRAY:
    nodes.push_back(leaf(CJ_ARRAY, index));
    for (auto child : dom::array(element)) {
      append(nodes, child);
      if (nodes.size() > most_nodes) return;
    }
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

// Visits everything, since the on-demand parser checks only what is asked for; it does not bound the depth itself.
error_code visit(ondemand::value value, size_t depth = 1) {
  if (depth >= DEFAULT_MAX_DEPTH - 1) return DEPTH_ERROR;
  ondemand::json_type type;
  SIMDJSON_TRY(value.type().get(type));
  switch (type) {
  case ondemand::json_type::array: {
    ondemand::array array;
    SIMDJSON_TRY(value.get_array().get(array));
    for (auto element : array) {
      ondemand::value inner;
      SIMDJSON_TRY(element.get(inner));
      SIMDJSON_TRY(visit(inner, depth + 1));
    }
    return SUCCESS;
  }
  case ondemand::json_type::object: {
    ondemand::object object;
    SIMDJSON_TRY(value.get_object().get(object));
    for (auto member : object) {
      ondemand::value inner;
      SIMDJSON_TRY(member.unescaped_key().error());
      SIMDJSON_TRY(member.value().get(inner));
      SIMDJSON_TRY(visit(inner, depth + 1));
    }
    return SUCCESS;
  }
  case ondemand::json_type::string: return value.get_string().error();
  case ondemand::json_type::number: return value.get_number().error();
  case ondemand::json_type::boolean: return value.get_bool().error();
  case ondemand::json_type::null: return value.is_null() ? SUCCESS : TAPE_ERROR;
  }
  return TAPE_ERROR;
}

}  // namespace

cj_parser *cj_parser_new(void) { return new (std::nothrow) cj_parser; }

void cj_parser_free(cj_parser *parser) { delete parser; }

int cj_parse(cj_parser *parser, const uint8_t *bytes, size_t length, const cj_node **nodes, size_t *count) try {
  dom::element root;
  if (length > most_bytes) return CJ_TOO_LARGE;
  if (auto error = parser->parser.parse(bytes, length).get(root)) return int(error);
  parser->nodes.clear();
  append(parser->nodes, root);
  if (parser->nodes.size() > most_nodes) return CJ_TOO_LARGE;
  *nodes = parser->nodes.data();
  *count = parser->nodes.size();
  return 0;
} catch (const std::bad_alloc &) {
  return -1;
}

int64_t cj_fault_offset(const uint8_t *bytes, size_t length) try {
  const padded_string text(reinterpret_cast<const char *>(bytes), length);
  ondemand::parser parser;
  ondemand::document document;
  if (parser.iterate(text).get(document)) return -1;
  ondemand::value root;
  // Where nothing is wrong inside the value, what stands behind it is what was refused.
  if (!document.get_value().get(root)) (void)visit(root);
  const char *place;
  return document.current_location().get(place) ? -1 : place - text.data();
} catch (const std::exception &) {
  return -1;
}
