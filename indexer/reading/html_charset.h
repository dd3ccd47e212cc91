// Bytes of a web page -> UTF-8, by the first evidence that holds: a byte order mark; the character set its carrier
// declares (HTTP, say); the one a <meta> or the XML declaration in its first 4 KiB declares; UTF-8 if it is valid; what
// ICU's detector takes it for.
#ifndef NEWSHOUND_READING_HTML_CHARSET_H
#define NEWSHOUND_READING_HTML_CHARSET_H

#include <optional>
#include <string>
#include <string_view>

namespace newshound::reading {

struct DecodedPage {
  std::string text;     // UTF-8 without byte order mark and NUL
  std::string warning;  // "not UTF-8, read as windows-1251"; empty if all was as declared
};

// `declared` may be empty. A declared set is honoured, bytes that mean nothing in it become U+FFFD, but for two common
// lies: bytes that are UTF-8 throughout, accents and all, are that (pages are declared, converted and saved), and in a
// page that declares UTF-8 the bytes that are not are windows-1252 (pages are pasted together). Empty for no text.
std::optional<DecodedPage> decode_page(std::string bytes, std::string_view declared);

// The character set a page declares in its first 4 KiB, in lower case; empty if it declares none.
std::string declared_character_set(std::string_view page);

}  // namespace newshound::reading

#endif
