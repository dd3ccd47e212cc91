#include "searcher/query/printer.h"

#include "searcher/query/capitals.h"
#include "searcher/query/date_clause.h"
#include "searcher/query/escapes.h"
#include "searcher/query/field_clause.h"
#include "searcher/query/number_clause.h"
#include "searcher/query/word_forms.h"

#include "indexer/format/schema.h"

#include <array>
#include <charconv>
#include <string_view>
#include <vector>

namespace newshound::query {
namespace {

using Form = QueryNode::Form;
using Kind = QueryNode::Kind;

std::string with_field(const QueryNode& node, const std::string& text) {
  return node.field.empty() ? text : node.field + ":" + text;
}

std::string weight_text(double weight) {
  if (weight == 1) return {};
  std::array<char, 400> digits{};
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), weight, std::chars_format::fixed).ptr;
  return "^" + std::string(digits.data(), static_cast<std::size_t>(end - digits.data()));
}

std::string phrase_text(const QueryNode& node) {
  const std::string others = node.distance == 0 ? "" : "~" + std::to_string(node.distance);
  return with_field(node, write_quoted(node.value, true) + others + weight_text(node.weight));
}

std::string filter_text(const QueryNode& node) {
  const auto* field = format::find_field(node.field);
  const bool bare = field != nullptr && is_bare_value(*field, node.value);
  return with_field(node, bare ? node.value : write_quoted(node.value, false));
}

class Printer {
 public:
  explicit Printer(const QueryNode& root) {
    std::vector<std::string_view> texts;
    gather(root, texts);
    capitals_ = capitals_of(texts);
  }

  [[nodiscard]] std::string text(const QueryNode& node) const {
    switch (node.kind) {
      case Kind::everything:
        return "*";
      case Kind::word:
        return word(node, true);
      case Kind::phrase:
        return phrase_text(node);
      case Kind::near:
        return near(node);
      case Kind::conjunction:
        return joined(node, " ");
      case Kind::disjunction:
        return joined(node, " OR ");
      case Kind::negation:
        return negation(node);
      case Kind::maybe:
        return "MAYBE " + operand(node.children.front());
      case Kind::filter:
      case Kind::similar:
        return filter_text(node);
      case Kind::unknown:
        return node.field + ":unknown";
      case Kind::has:
        return "has:" + node.field;
      case Kind::date_range:
        return date_text(node);
      case Kind::number_range:
        return number_text(node);
    }
    return {};
  }

 private:
  static void gather(const QueryNode& node, std::vector<std::string_view>& texts) {
    if (node.kind == Kind::word || node.kind == Kind::phrase) texts.emplace_back(node.value);
    for (const auto& child : node.children) gather(child, texts);
  }

  // `counts`: the word stands in a conjunction, a disjunction or alone, where a sign-less name of a query of names gets
  // a + (see tree_builder.cc).
  [[nodiscard]] std::string word(const QueryNode& node, bool counts) const {
    const auto shaped = shaped_word(node, counts);
    const auto weight = weight_text(node.weight);
    const std::string sign = node.must ? "+" : "";
    // byline://*Vel would be an address; a bracket ends the field's name.
    if (!node.field.empty() && shaped.starts_with("//")) return sign + with_field(node, "(" + shaped + ")");
    if (!weight.empty() && !takes_weight(shaped, weight)) return sign + "(" + with_field(node, shaped) + ")" + weight;
    return sign + with_field(node, shaped + weight);
  }

  // A backslash makes plain text of the whole word, and a number with ^ is a power: their weight stands outside.
  [[nodiscard]] static bool takes_weight(const std::string& shaped, const std::string& weight) {
    if (shaped.find('\\') != std::string::npos) return false;
    const auto read = read_shape(shaped + weight);
    return read && read->weight != 1;
  }

  [[nodiscard]] std::string shaped_word(const QueryNode& node, bool counts) const {
    switch (node.form) {
      case Form::exact:
        return "=" + node.value;
      case Form::exact_case:
        return "==" + node.value;
      case Form::pattern:
        return node.value;
      case Form::fuzzy:
        return node.value + "~" + std::to_string(node.distance);
      case Form::any:
        break;
    }
    const auto* field = node.field.empty() ? nullptr : format::find_field(node.field);
    const bool is_plain = !would_mean_capitals(node, counts) && reads_as_word(node.value, field);
    return write_word(node.value, is_plain);
  }

  [[nodiscard]] bool would_mean_capitals(const QueryNode& node, bool counts) const {
    if (name_in_capitals(node.value).empty()) return false;
    const bool would_get_a_plus = counts && !node.must && is_name_like_a_stop_word(node.value);
    return capitals_ == Capitals::some || (capitals_ == Capitals::names && would_get_a_plus);
  }

  [[nodiscard]] std::string near(const QueryNode& node) const {
    const auto separator = " " + to_string(Nearness{node.distance, node.within, node.ordered}) + " ";
    std::string all;
    for (const auto& child : node.children) {
      if (!all.empty()) all += separator;
      all += child.kind == Kind::word ? word(child, false) : text(child);
    }
    return all;
  }

  [[nodiscard]] std::string joined(const QueryNode& node, std::string_view separator) const {
    std::string all;
    for (const auto& child : node.children) {
      if (!all.empty()) all += separator;
      const bool brackets = node.kind == Kind::conjunction && child.kind == Kind::disjunction;
      all += brackets ? "(" + text(child) + ")" : text(child);
    }
    return all;
  }

  // After NOT or MAYBE.
  [[nodiscard]] std::string operand(const QueryNode& node) const {
    if (node.kind == Kind::word) return word(node, false);
    const bool is_group = node.kind == Kind::conjunction || node.kind == Kind::disjunction;
    return is_group ? "(" + text(node) + ")" : text(node);
  }

  [[nodiscard]] std::string negation(const QueryNode& node) const {
    const QueryNode& child = node.children.front();
    switch (child.kind) {
      case Kind::negation:
      case Kind::near:
      case Kind::maybe:
        return "NOT " + text(child);
      default:
        return (child.must ? "NOT " : "-") + operand(child);
    }
  }

  Capitals capitals_ = Capitals::some;  // of the whole query
};

}  // namespace

std::string canonical_text(const QueryNode& node) { return Printer(node).text(node); }

}  // namespace newshound::query
