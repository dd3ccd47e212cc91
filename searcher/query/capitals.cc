#include "searcher/query/capitals.h"

#include <algorithm>
#include <array>
#include <cstddef>

namespace newshound::query {
namespace {

constexpr std::string_view kMarks = ".,;:!?";
constexpr std::string_view kJoints = "-'.";

bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }
bool is_small(char c) { return c >= 'a' && c <= 'z'; }

std::string_view without_end(std::string_view text, std::string_view marks) {
  return text.substr(0, text.find_last_not_of(marks) + 1);
}

std::string_view without_possessive(std::string_view word) {
  for (const std::string_view possessive : {"'s", "\u2019s"})
    if (word.ends_with(possessive)) return word.substr(0, word.size() - possessive.size());
  return word;
}

bool is_in_capitals(std::string_view word) {
  const auto letters = std::count_if(word.begin(), word.end(), is_capital);
  const auto dots = std::count(word.begin(), word.end(), '.');
  return letters >= 2 && letters <= 5 && word.front() != '.' && static_cast<std::size_t>(letters + dots) == word.size();
}

// In capitals, of nothing but letters and what joins them (O'BRIEN, US-CHINA). A script without capitals has none.
bool is_word_in_capitals(std::string_view word) {
  const auto belongs = [](char c) {
    return is_capital(c) || static_cast<unsigned char>(c) >= 0x80U || kJoints.find(c) != std::string_view::npos;
  };
  const auto bare = without_end(word, kMarks);
  return std::any_of(bare.begin(), bare.end(), is_capital) && std::all_of(bare.begin(), bare.end(), belongs);
}

bool has_capital(std::string_view word) { return std::any_of(word.begin(), word.end(), is_capital); }

}  // namespace

std::string_view name_in_capitals(std::string_view word) {
  const auto bare = without_possessive(without_end(word, kMarks));
  if (!is_in_capitals(bare)) return {};
  // The last stop of U.S. is its own.
  const bool has_stops = bare.find('.') != std::string_view::npos;
  return has_stops && word.substr(bare.size()).starts_with('.') ? word.substr(0, bare.size() + 1) : bare;
}

bool is_name_like_a_stop_word(std::string_view word) {
  constexpr std::array<std::string_view, 6> kNames = {"US", "U.S.", "WHO", "UN", "EU", "AI"};
  return std::find(kNames.begin(), kNames.end(), name_in_capitals(word)) != kNames.end();
}

Capitals capitals_of(const std::vector<std::string_view>& texts) {
  std::size_t words = 0;
  bool are_names = true;
  for (const auto text : texts) {
    if (std::any_of(text.begin(), text.end(), is_small)) return Capitals::some;
    for (std::size_t begin = 0; begin < text.size();) {
      const std::size_t end = std::min(text.find(' ', begin), text.size());
      const auto word = text.substr(begin, end - begin);
      if (is_word_in_capitals(word)) ++words;
      if (has_capital(word) && name_in_capitals(word).empty()) are_names = false;
      begin = end + 1;
    }
  }
  if (words < 2) return Capitals::some;
  return are_names ? Capitals::names : Capitals::all;
}

}  // namespace newshound::query
