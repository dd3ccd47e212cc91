// Kinds of JSON that name the parts of an article in their own way: JSON Feed 1.1 (jsonfeed.org) and ninjs (IPTC, 1.x
// to 3.x). They fill what the usual keys (key_map.h) left unknown; values of another type than theirs are passed over.
//
// JSON Feed: content_text or content_html or summary, date_published, authors or author.
// ninjs: uri, headlines, bodies or body_text or body_html or body_xhtml or descriptions, firstcreated or versioncreated
// or contentcreated, by, copyrightholder, people, organisations and places, in either way of writing capitals.
#ifndef NEWSHOUND_READING_JSON_DIALECTS_H
#define NEWSHOUND_READING_JSON_DIALECTS_H

#include <newshound/article.h>
#include <simdjson.h>

namespace newshound::reading {

void fill_from_json_feed(const simdjson::dom::object& object, Article& article);

// Whether an object is a ninjs item: it has a "uri" and a key that only ninjs has.
bool is_ninjs(const simdjson::dom::object& object);
void fill_from_ninjs(const simdjson::dom::object& object, Article& article);

}  // namespace newshound::reading

#endif
