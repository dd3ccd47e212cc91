#include "indexer/format/manifest.h"

#include "indexer/format/analysis.h"
#include "indexer/format/guard.h"
#include "indexer/format/stored_file.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstdio>
#include <cstring>
#include <limits>
#include <nlohmann/json.hpp>

namespace newshound::format {
namespace {

using Json = nlohmann::json;

constexpr std::string_view kDeadMagic = "NHDEAD01";

Json to_json(const StoredFile& file) {
  return {{"name", file.name}, {"bytes", file.bytes}, {"checksum", file.checksum}, {"ends", file.ends}};
}

// A whole number that fits; the conversion of nlohmann-json would cut it.
template <typename Number>
Number number_from(const Json& json) {
  const auto& number = json.get_ref<const Json::number_unsigned_t&>();
  if (number > std::numeric_limits<Number>::max())
    throw Failure(Errc::damaged, "a manifest has a number that is too large");
  return static_cast<Number>(number);
}

// A name is joined to a path: it must not lead out of the directory it is in.
std::string name_from(const Json& json) {
  std::string name = json.at("name");
  if (name.empty() || name.front() == '.' || name.find_first_of(std::string_view("/\0", 2)) != std::string::npos)
    throw Failure(Errc::damaged, "a manifest names a file outside the archive");
  return name;
}

StoredFile file_from(const Json& json) {
  return {name_from(json), number_from<std::uint64_t>(json.at("bytes")), json.at("checksum"), json.at("ends")};
}

Json to_json(const SegmentEntry& segment) {
  Json json = {{"name", segment.name},
               {"index", to_json(segment.index)},
               {"columns", to_json(segment.columns)},
               {"positions", to_json(segment.positions)},
               {"store", to_json(segment.store)},
               {"rows", segment.rows},
               {"articles", segment.articles},
               {"stemmers", segment.stemmers}};
  if (segment.dead) json["dead"] = to_json(*segment.dead);
  return json;
}

SegmentEntry segment_from(const Json& json) {
  SegmentEntry segment;
  segment.name = name_from(json);
  segment.index = file_from(json.at("index"));
  segment.columns = file_from(json.at("columns"));
  segment.positions = file_from(json.at("positions"));
  segment.store = file_from(json.at("store"));
  segment.rows = number_from<std::uint32_t>(json.at("rows"));
  segment.articles = number_from<std::uint32_t>(json.at("articles"));
  segment.stemmers = json.at("stemmers").get<std::vector<std::string>>();
  if (json.contains("dead")) segment.dead = file_from(json.at("dead"));
  return segment;
}

Manifest manifest_from(const Json& json) {
  Manifest manifest;
  manifest.generation = number_from<std::uint64_t>(json.at("generation"));
  manifest.run = number_from<std::uint64_t>(json.at("run"));
  manifest.base = number_from<std::uint64_t>(json.at("base"));
  manifest.analyser = json.at("analyser");
  manifest.written = json.at("written");
  manifest.command = json.at("command");
  for (const auto& segment : json.at("segments")) manifest.segments.push_back(segment_from(segment));
  return manifest;
}

constexpr auto kRebuild = "rebuild it from its sources with newshound-index rebuild";
constexpr auto kRollBack = "newshound-index rollback goes to an earlier generation";

constexpr std::string_view kEnvelopeEnd = "}\n";

std::string envelope_start(std::string_view content) {
  return "{\"checksum\":\"" + checksum(content) + "\",\"manifest\":";
}

// The manifest's own text. The envelope must be there byte for byte, so that no flipped bit can hide in it, and nothing
// is parsed before the checksum holds.
std::string_view content_of(std::string_view text, const std::string& name) {
  const std::size_t start = envelope_start("").size();
  if (text.size() >= start + kEnvelopeEnd.size()) {
    const auto content = text.substr(start, text.size() - start - kEnvelopeEnd.size());
    if (text.substr(0, start) == envelope_start(content) && text.substr(start + content.size()) == kEnvelopeEnd)
      return content;
  }
  throw Failure(Errc::damaged, name + " is damaged: its checksum does not hold", kRollBack);
}

}  // namespace

std::vector<StoredFile> SegmentEntry::files() const {
  std::vector<StoredFile> all = {index, columns, positions, store};
  if (dead) all.push_back(*dead);
  return all;
}

std::uint64_t Manifest::articles() const {
  std::uint64_t sum = 0;
  for (const auto& segment : segments) sum += segment.articles;
  return sum;
}

std::uint64_t Manifest::bytes() const {
  std::uint64_t sum = 0;
  for (const auto& segment : segments)
    for (const auto& file : segment.files()) sum += file.bytes;
  return sum;
}

std::string encode_manifest(const Manifest& manifest) {
  Json json = {{"format", kFormatVersion},    {"generation", manifest.generation}, {"run", manifest.run},
               {"base", manifest.base},       {"analyser", manifest.analyser},     {"written", manifest.written},
               {"command", manifest.command}, {"segments", Json::array()}};
  for (const auto& segment : manifest.segments) json["segments"].push_back(to_json(segment));
  const std::string content = json.dump();
  return envelope_start(content).append(content).append(kEnvelopeEnd);
}

Manifest decode_manifest(std::string_view text, const std::string& name) {
  const std::string_view content = content_of(text, name);
  try {
    const Json json = Json::parse(content);
    const auto version = number_from<std::uint64_t>(json.at("format"));
    if (version != kFormatVersion)
      throw Failure(Errc::wrong_version,
                    name + " was written in format version " + std::to_string(version) +
                        "; this program reads version " + std::to_string(kFormatVersion),
                    kRebuild);
    Manifest manifest = manifest_from(json);
    if (manifest.analyser != kAnalyserVersion)
      throw Failure(
          Errc::wrong_version,
          name + " was analysed by " + manifest.analyser + "; this program needs " + std::string(kAnalyserVersion),
          kRebuild);
    return manifest;
  } catch (const Json::exception& error) {
    throw Failure(Errc::damaged, name + " is damaged: " + error.what(), kRollBack);
  }
}

static_assert(std::endian::native == std::endian::little, "tombstones are little-endian and copied as they are");

std::string encode_dead(const std::vector<std::uint32_t>& documents) {
  std::string bytes(kDeadMagic);
  bytes.append(reinterpret_cast<const char*>(documents.data()), documents.size() * sizeof(std::uint32_t));
  return bytes;
}

std::vector<std::uint32_t> decode_dead(std::string_view bytes, const std::string& name) {
  if (bytes.substr(0, kDeadMagic.size()) != kDeadMagic || bytes.size() % 4 != 0)
    throw Failure(Errc::damaged, name + " is damaged: it is not a list of removed documents",
                  "run newshound-index verify");
  std::vector<std::uint32_t> documents((bytes.size() - kDeadMagic.size()) / 4);
  if (!documents.empty()) std::memcpy(documents.data(), bytes.data() + kDeadMagic.size(), documents.size() * 4);
  for (std::size_t i = 1; i < documents.size(); ++i)
    if (documents[i - 1] >= documents[i])
      throw Failure(Errc::damaged, name + " is damaged: removed documents are out of order",
                    "run newshound-index verify");
  return documents;
}

std::string eight_digits(std::uint64_t number) {
  std::array<char, 24> text{};
  std::snprintf(text.data(), text.size(), "%08llu", static_cast<unsigned long long>(number));
  return text.data();
}

std::filesystem::path ArchivePaths::generation(std::uint64_t number) const {
  return generations() / (eight_digits(number) + ".json");
}

bool has_generations(const ArchivePaths& paths) {
  std::error_code error;
  const std::filesystem::directory_iterator files(paths.generations(), error);
  return !error &&
         std::any_of(begin(files), end(files), [](const auto& file) { return file.path().extension() == ".json"; });
}

Manifest read_current_manifest(const ArchivePaths& paths) {
  const std::string root = paths.root().string();
  std::error_code error;
  if (std::filesystem::exists(paths.manifest(), error))
    return decode_manifest(read_file(paths.manifest()), paths.manifest().string());
  if (error && error != std::errc::not_a_directory)
    throw Failure(Errc::io, "cannot read " + paths.manifest().string() + ": " + error.message(), "");
  if (has_generations(paths)) throw Failure(Errc::damaged, root + " is damaged: its MANIFEST is gone", kRollBack);
  throw Failure(Errc::archive_not_found,
                std::filesystem::exists(paths.root(), error) ? root + " is not an archive: it has no MANIFEST"
                                                             : "there is no archive " + root,
                "make one with newshound-index add, or name another");
}

}  // namespace newshound::format
