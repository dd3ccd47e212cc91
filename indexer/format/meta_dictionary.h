// What Zstandard supposes to stand before the meta of every article, so that keys and common names cost next to nothing
// in texts of a few hundred bytes. Part of the format: never change a byte. indexer/FORMAT.md has it verbatim.
#ifndef NEWSHOUND_FORMAT_META_DICTIONARY_H
#define NEWSHOUND_FORMAT_META_DICTIONARY_H

#include <string_view>

namespace newshound::format {

inline constexpr std::string_view kMetaDictionary =
    R"("dropped":[[1,"Photo","photo credit"]],"byline":{"evidence":"line 2","standing":"stated","value":"
["Associated Press","organization"],["European Union","place"],["John","person"]
["Supreme Court",null],["Prime Minister",null],["Middle East",null],["North Korea",null],["Los Angeles",null]
["Wall Street",null],["Democratic Party",null],["White House",null],["United Nations",null],["New York Times",null]
["President",null],["Republican",null],["United States",null]],"id":"
"section":"business","section":"opinion","section":"politics","section":"sports","section":"world","source":"news/
"language":{"evidence":"cld2 99 %","standing":"derived","value":"en"},"line":1,"outlet":"The
"published":"2016-01-02T03:04:05Z","published":"2014-11-12T13:14:15+00:00","title":"The of to in for on with from
{"byline":"By ","day":"2017-12-10","entities":[["The ",null],["],"id":"https://www.
","language":"en","line":1,"outlet":"News","published":"2015-06-07","section":"news","source":".jsonl.gz","title":"
","url":"http://www.bbc.co.uk/news/","url":"https://www.nytimes.com/2018/09/08/us/politics/.html"})";

}  // namespace newshound::format

#endif
