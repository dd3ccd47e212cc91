#include "searcher/cli/info.h"

#include "indexer/format/program/counted.h"
#include "indexer/format/program/day_text.h"
#include "indexer/format/program/printable.h"
#include "searcher/cli/layout.h"

#include <algorithm>

namespace newshound::search_cli {
namespace {

using program::day_text;
using program::Json;
using program::printable;

std::string period(const ArchiveInfo& info) {
  if (!info.first_day || !info.last_day) return "(undated)";
  return day_text(*info.first_day) + " to " + day_text(*info.last_day);
}

Json day_or_null(const std::optional<Day>& day) { return day ? Json(day_text(*day)) : Json(nullptr); }

void write_row(std::ostream& out, const char* name, const std::string& value) {
  std::string label = name;
  label.resize(12, ' ');
  out << label << printable(value) << '\n';
}

std::string padded(const std::string& text, std::size_t width) {
  const unsigned used = program::display_width(text);
  return used < width ? text + std::string(width - used, ' ') : text;
}

std::string right(const std::string& text, std::size_t width) {
  return text.size() < width ? std::string(width - text.size(), ' ') + text : text;
}

std::string percent(std::uint64_t part, std::uint64_t whole) {
  if (whole == 0) return "-";
  return std::to_string(static_cast<std::uint64_t>(100.0 * static_cast<double>(part) / static_cast<double>(whole))) +
         " %";
}

}  // namespace

void write_index_text(std::ostream& out, const ArchiveInfo& info, const Style& style) {
  write_row(out, "archive", info.path);
  write_row(out, "articles", std::to_string(info.articles));
  write_row(out, "dates", period(info));
  write_row(out, "generation", std::to_string(info.generation));
  write_row(out, "written", info.written);
  write_row(out, "analyser", info.analyser);
  write_row(out, "segments", std::to_string(info.segments));
  write_row(out, "bytes", std::to_string(info.bytes));
  if (info.languages.empty()) return;
  std::vector<BarRow> rows;
  for (const auto& language : info.languages) rows.push_back({language.value, language.count});
  out << '\n' << bold("languages", style) << '\n' << bars(rows, rows.size(), style);
}

void write_coverage_text(std::ostream& out, const ArchiveInfo& info, const Style& style) {
  out << program::counted(info.articles, "article") << ", " << period(info) << "\n\n";
  out << bold(padded("field", 12) + right("known", 12) + right("of all", 8) + right("different", 12), style) << '\n';
  for (const auto& field : info.fields) {
    out << padded(printable(field.field), 12) << right(std::to_string(field.known), 12)
        << right(percent(field.known, info.articles), 8) << right(std::to_string(field.distinct), 12) << '\n';
  }
}

void write_fields_text(std::ostream& out, const std::vector<FieldInfo>& fields, const Style& style) {
  std::size_t widest = 0;
  for (const auto& field : fields) widest = std::max(widest, field.name.size());
  for (const auto& field : fields) {
    const std::string margin(widest + 2, ' ');
    out << bold(field.name, style) << std::string(widest + 2 - field.name.size(), ' ') << field.help << '\n';
    std::string aliases;
    for (const auto& alias : field.aliases) aliases += (aliases.empty() ? "also " : ", ") + alias;
    out << margin << "for example " << field.example << (field.facet ? "; a facet" : "")
        << (aliases.empty() ? "" : "; " + aliases) << '\n';
  }
}

Json index_json(const ArchiveInfo& info) {
  Json languages = Json::array();
  for (const auto& bucket : info.languages) languages.push_back({{"value", bucket.value}, {"count", bucket.count}});
  Json index = {{"path", info.path},
                {"generation", info.generation},
                {"written", program::text_or_null(info.written)},
                {"analyser", program::text_or_null(info.analyser)},
                {"articles", info.articles},
                {"segments", info.segments},
                {"bytes", info.bytes},
                {"first_date", day_or_null(info.first_day)},
                {"last_date", day_or_null(info.last_day)},
                {"languages", std::move(languages)}};
  return {{"version", 1}, {"index", std::move(index)}};
}

Json coverage_json(const ArchiveInfo& info) {
  Json fields = Json::array();
  for (const auto& field : info.fields)
    fields.push_back({{"field", field.field}, {"known", field.known}, {"distinct", field.distinct}});
  Json coverage = {{"articles", info.articles},
                   {"first_date", day_or_null(info.first_day)},
                   {"last_date", day_or_null(info.last_day)},
                   {"fields", std::move(fields)}};
  return {{"version", 1}, {"generation", info.generation}, {"coverage", std::move(coverage)}};
}

Json fields_json(const std::vector<FieldInfo>& fields) {
  Json list = Json::array();
  for (const auto& field : fields) {
    list.push_back({{"name", field.name},
                    {"aliases", Json(field.aliases)},
                    {"help", field.help},
                    {"example", field.example},
                    {"facet", field.facet}});
  }
  return {{"version", 1}, {"fields", std::move(list)}};
}

}  // namespace newshound::search_cli
