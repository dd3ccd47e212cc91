#include "indexer/cli/inspect.h"

#include "indexer/cli/inspect_json.h"
#include "indexer/cli/inspect_text.h"
#include "indexer/cli/run_report.h"
#include "indexer/format/program/error_line.h"
#include "indexer/format/program/exit_codes.h"

#include <newshound/indexer.h>

#include <utility>
#include <variant>

namespace newshound::index_cli {
namespace {

// One block of text or one line of JSON, whether or not it ends with a line feed.
template <typename T>
void write(std::ostream& out, InspectFormat format, const T& value) {
  std::string text = format == InspectFormat::text ? inspect_text(value) : inspect_json(value);
  if (text.empty() || text.back() != '\n') text += '\n';
  out << text;
}

}  // namespace

int inspect(const Options& options, const Streams& streams) {
  auto reader = Reader::open(options.operands, options.read);
  if (!reader) {
    streams.errors << program::error_line(kProgram, reader.error()) << '\n';
    return program::exit_code(reader.error().code);
  }
  bool rejected = false;
  while (auto item = reader->next()) {
    if (auto* article = std::get_if<Article>(&*item)) {
      auto completed = understood(std::move(*article));
      if (!completed) {
        streams.errors << program::error_line(kProgram, completed.error()) << '\n';
        return program::exit_code(completed.error().code);
      }
      *article = *std::move(completed);
    }
    std::visit([&](const auto& value) { write(streams.out, options.format, value); }, *item);
    if (const auto* rejection = std::get_if<Rejection>(&*item)) {
      rejected = true;
      streams.errors << rejection_line(*rejection) << '\n';
    }
    if (!streams.out) break;
  }
  for (const auto& warning : reader->warnings()) streams.errors << program::warning_line(kProgram, warning) << '\n';
  return rejected ? program::kRejected : program::kDone;
}

}  // namespace newshound::index_cli
