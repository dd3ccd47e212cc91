// How many articles of a textbook Xapian database match, to hold Newshound's counts against:
//   xapian_counts DB QUERIES.tsv and|phrase
// prints `matches TAB words` for each line `id TAB words` of plain lower-case words. Stems have the prefix Z and join
// by AND, phrases are of the words themselves, as Xapian's TermGenerator indexes them.
#include <xapian.h>

#include <fstream>
#include <iostream>
#include <iterator>
#include <sstream>
#include <string>
#include <vector>

int main(int argc, char** argv) {
  if (argc != 4) {
    std::cerr << "usage: xapian_counts DB QUERIES.tsv and|phrase\n";
    return 2;
  }
  try {
    Xapian::Database database(argv[1]);
    Xapian::Enquire enquire(database);
    const Xapian::Stem stem("en");
    const bool is_phrase = std::string(argv[3]) == "phrase";
    std::ifstream queries(argv[2]);
    for (std::string line; std::getline(queries, line);) {
      const auto words = line.substr(line.find('\t') + 1);
      std::istringstream stream(words);
      std::vector<std::string> terms;
      for (std::string word; stream >> word;) terms.push_back(is_phrase ? word : "Z" + stem(word));
      enquire.set_query({is_phrase ? Xapian::Query::OP_PHRASE : Xapian::Query::OP_AND, terms.begin(), terms.end()});
      std::cout << enquire.get_mset(0, 0, database.get_doccount()).get_matches_estimated() << '\t' << words << '\n';
    }
  } catch (const Xapian::Error& error) {
    std::cerr << "xapian_counts: " << error.get_description() << '\n';
    return 1;
  }
}
