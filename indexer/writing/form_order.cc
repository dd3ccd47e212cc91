#include "indexer/writing/form_order.h"

#include <algorithm>
#include <numeric>
#include <tuple>
#include <utility>

namespace newshound::writing {

std::vector<std::uint32_t> order_forms(std::vector<format::WordForm>& forms) {
  std::vector<std::uint32_t> order(forms.size());
  std::iota(order.begin(), order.end(), 0U);
  std::sort(order.begin(), order.end(), [&](auto a, auto b) {
    return std::tie(forms[b].count, forms[a].text, forms[a].term) <
           std::tie(forms[a].count, forms[b].text, forms[b].term);
  });
  std::vector<std::uint32_t> numbers(forms.size());
  std::vector<format::WordForm> sorted;
  sorted.reserve(forms.size());
  for (auto old : order) {
    numbers[old] = static_cast<std::uint32_t>(sorted.size());
    sorted.push_back(std::move(forms[old]));
  }
  forms = std::move(sorted);
  return numbers;
}

}  // namespace newshound::writing
