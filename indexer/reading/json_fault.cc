#include "indexer/reading/json_fault.h"

#include "indexer/reading/utf8.h"

namespace newshound::reading {
namespace {

namespace ondemand = simdjson::ondemand;

constexpr int kMaxDepth = 1000;  // just under simdjson's own limit

std::string_view plain_words(simdjson::error_code error) {
  switch (error) {
    case simdjson::UNCLOSED_STRING:
      return "not valid JSON: a string is not closed";
    case simdjson::STRING_ERROR:
      return "not valid JSON: a string with a wrong escape";
    case simdjson::UNESCAPED_CHARS:
      return "not valid JSON: a control character in a string";
    case simdjson::NUMBER_ERROR:
      return "not valid JSON: a wrong or too large number";
    case simdjson::T_ATOM_ERROR:
    case simdjson::F_ATOM_ERROR:
    case simdjson::N_ATOM_ERROR:
      return "not valid JSON: a word that is not true, false or null";
    case simdjson::DEPTH_ERROR:
      return "not readable JSON: nested too deeply";
    case simdjson::CAPACITY:
    case simdjson::MEMALLOC:
      return "too long to be parsed";
    default:
      return "not valid JSON";
  }
}

simdjson::error_code visit(ondemand::value value, int depth);

simdjson::error_code visit_object(ondemand::value value, int depth) {
  ondemand::object object;
  if (const auto error = value.get_object().get(object)) return error;
  for (auto field : object) {
    ondemand::value inner;
    std::string_view key;
    if (const auto error = field.unescaped_key().get(key)) return error;
    if (const auto error = field.value().get(inner)) return error;
    if (const auto error = visit(inner, depth + 1)) return error;
  }
  return simdjson::SUCCESS;
}

simdjson::error_code visit_array(ondemand::value value, int depth) {
  ondemand::array array;
  if (const auto error = value.get_array().get(array)) return error;
  for (auto element : array) {
    ondemand::value inner;
    if (const auto error = element.get(inner)) return error;
    if (const auto error = visit(inner, depth + 1)) return error;
  }
  return simdjson::SUCCESS;
}

// Reads everything under `value`; the document then stands at the first fault.
simdjson::error_code visit(ondemand::value value, int depth) {
  if (depth > kMaxDepth) return simdjson::DEPTH_ERROR;
  ondemand::json_type type{};
  if (const auto error = value.type().get(type)) return error;
  switch (type) {
    case ondemand::json_type::object:
      return visit_object(value, depth);
    case ondemand::json_type::array:
      return visit_array(value, depth);
    case ondemand::json_type::string:
      return value.get_string().error();
    case ondemand::json_type::number:
      return value.get_number().error();
    case ondemand::json_type::boolean:
      return value.get_bool().error();
    case ondemand::json_type::null:
      return value.is_null().error();
  }
  return simdjson::SUCCESS;
}

// The DOM parser, which is the judge, does not say where it stopped; the on-demand one does. 0 if it cannot tell.
std::size_t place_of_fault(std::string_view text) {
  ondemand::parser parser;
  ondemand::document document;
  if (parser.iterate(text.data(), text.size(), text.size() + simdjson::SIMDJSON_PADDING).get(document)) return 0;
  ondemand::value root;
  if (!document.get_value().get(root)) static_cast<void>(visit(root, 0));
  const char* place = nullptr;
  if (document.current_location().get(place)) return 0;
  const auto offset = static_cast<std::size_t>(place - text.data());
  return offset <= text.size() ? offset : 0;
}

}  // namespace

JsonFault describe_fault(std::string_view text, simdjson::error_code error) {
  if (const auto bad = first_bad_byte(text)) return {"not UTF-8", *bad, {}};
  return {std::string(plain_words(error)), place_of_fault(text), {}};
}

}  // namespace newshound::reading
