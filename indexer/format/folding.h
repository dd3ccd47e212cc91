// Folding: how spellings that a reader takes for the same word become the same bytes. Two steps, because Snowball wants
// to see accents: case folding (NFKC, Unicode's default ignorables dropped), then folding of accents.
#ifndef NEWSHOUND_FORMAT_FOLDING_H
#define NEWSHOUND_FORMAT_FOLDING_H

#include <unicode/unistr.h>

#include <cstddef>
#include <string>
#include <string_view>

namespace newshound::format {

// The bytes of the apostrophe that begins at `at`, or that ends before `end`: ' or one of its typographic forms. 0 if
// there is none.
std::size_t apostrophe_at(std::string_view text, std::size_t at);
std::size_t apostrophe_before(std::string_view text, std::size_t end);

// NFC. Bytes that are not UTF-8 become U+FFFD.
icu::UnicodeString composed(std::string_view text);

// NFKC case folding with apostrophes straightened. Bytes that are not UTF-8 become U+FFFD.
icu::UnicodeString fold_case(std::string_view text);

// The same, but the capitals I and İ become ı and i as they do in Turkish: the Turkish stemmer tells ı from i.
icu::UnicodeString fold_case_turkish(std::string_view text);

// Drops the marks of Latin, Greek, Hebrew and Arabic, and stress marks of Cyrillic; other scripts keep theirs, as they
// tell words apart there. Letters such as ø that do not decompose follow a table. `text` is case folded.
icu::UnicodeString fold_accents(const icu::UnicodeString& text);

// Letters and marks, nothing else, and at least one.
bool is_letters(const icu::UnicodeString& text);

std::string to_utf8(const icu::UnicodeString& text);

}  // namespace newshound::format

#endif
