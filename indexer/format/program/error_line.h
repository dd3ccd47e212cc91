// How both programs report an error on standard error: one line, and for a query error the query with a caret under
// the place it is about.
#ifndef NEWSHOUND_FORMAT_PROGRAM_ERROR_LINE_H
#define NEWSHOUND_FORMAT_PROGRAM_ERROR_LINE_H

#include <newshound/result.h>

#include <string>
#include <string_view>

namespace newshound::program {

// "newshound: <what failed>: <why> (<what to do>)", without a line feed; made printable.
std::string error_line(std::string_view program, const Error& error);

// "newshound: warning: <text>"
std::string warning_line(std::string_view program, std::string_view text);

// Two lines, each with its line feed: the query, a long one only around the span, and carets under the columns that the
// span takes on a terminal.
std::string caret_lines(std::string_view query, Span span);

// The error line, then the caret lines if the error has a span; each with its line feed.
std::string error_report(std::string_view program, const Error& error, std::string_view query = {});

}  // namespace newshound::program

#endif
