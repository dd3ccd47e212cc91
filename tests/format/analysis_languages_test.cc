// A plain sentence of each language that the archives hold most of, and the words it becomes: "term" or "term/stem".
#include <gtest/gtest.h>

#include <string>

#include "indexer/format/analysis.h"

namespace newshound::format {
namespace {

std::string words_of(const std::vector<Token>& tokens) {
  std::string line;
  for (const auto& token : tokens) {
    line.append(line.empty() ? "" : " ").append(token.term);
    if (token.stem != token.term) line.append("/").append(token.stem);
  }
  return line;
}

TEST(AnalysisLanguages, ASentenceOfEachGivesItsWords) {
  const struct {
    const char* language;
    const char* text;
    const char* words;
  } rows[] = {
      {"en", "The Harbour Board's ferries weren't running on Monday.",
       "the harbour board ferries/ferri weren't running/run on monday"},  // English
      {"fr", "L'école d'été a fermé ses portes jusqu'à lundi.",
       "l ecole/ecol d ete a ferme/ferm ses/se portes/port jusqu'a lundi/lund"},  // French
      {"de", "Die Fähren fuhren über die große Brücke.",
       "die fahren/fahr fuhren/fuhr uber die grosse/gross brucke/bruck"},  // German
      {"es", "Los niños corrían hacia el muelle mañana.",
       "los ninos/nin corrian/corr hacia/haci el muelle/muell manana/manan"},  // Spanish
      {"it", "Nell'autunno l'università dell'isola riaprì.",
       "nell autunno/autunn l universita/univers dell isola/isol riapri/riapr"},                        // Italian
      {"pt", "As eleições não começarão amanhã.", "as eleicoes/eleico nao/na comecarao/comec amanha"},  // Portuguese
      {"tr", "İşçiler köprünün açılışını ISPARTA'da kutladı.",
       "isciler/isci koprunun/kopru acilisini/acilis isparta'da kutladi"},                  // Turkish
      {"ru", "Паромы ещё не вышли в море.", "паромы/паром еще не вышли/вышл в море/мор"},   // Russian
      {"uk", "Пороми ще не вийшли в море з Києва.", "пороми ще не вийшли в море з києва"},  // Ukrainian
      {"el", "Τα πλοία έφυγαν από το λιμάνι.", "τα πλοια εφυγαν απο το λιμανι"},            // Greek
      {"he", "הַמַּעְבּוֹרֶת יצאה מהנמל.", "המעבורת יצאה מהנמל"},                                  // Hebrew
      {"ar", "غادَرَت العبّارات الميناء إلى المدينة.",
       "غادرت/غادر العبارات/عبار الميناء/ميناء الى/الي المدينة/مدين"},      // Arabic
      {"fa", "کشتی‌ها می‌روند.", "کشتیها میروند"},          // Persian
      {"am", "ጀልባው ዛሬ ጠዋት ወደ ወደቡ ተመለሰ።", "ጀልባው ዛሬ ጠዋት ወደ ወደቡ ተመለሰ"},        // Amharic
      {"ti", "እታ ጃልባ ሎሚ ንግሆ ተመሊሳ።", "እታ ጃልባ ሎሚ ንግሆ ተመሊሳ"},                  // Tigrinya
      {"yo", "Ọkọ̀ ojú omi ti dé sí èbúté.", "oko oju omi ti de si ebute"},  // Yoruba
      {"ha", "Jirgin ruwa ya isa ƙasar da ɓarayi suka gudu 'yan ƙauye.",
       "jirgin ruwa ya isa kasar da barayi suka gudu yan kauye"},                                     // Hausa
      {"vi", "Chuyến phà đã trở lại cảng vào sáng nay.", "chuyen pha da tro lai cang vao sang nay"},  // Vietnamese
      {"hi", "नाव सुबह बंदरगाह लौटी।", "नाव सुबह बंदरगाह लौटी"},                                          // Hindi
      {"zh", "渡轮今早回港。", "渡 轮 今 早 回 港"},                                                  // Chinese
      {"ja", "フェリーは今朝、港に戻った。", "フ ェ リ ー は 今 朝 港 に 戻 っ た"},                  // Japanese
      {"ko", "여객선이 오늘 아침 항구로 돌아왔다.", "여객선이 오늘 아침 항구로 돌아왔다"},            // Korean
      {"th", "เรือกลับท่า", "เ รื อ ก ลั บ ท่ า"},                                                          // Thai
      {"sw", "Feri ilirudi bandarini asubuhi.", "feri ilirudi bandarini asubuhi"},                    // Swahili
  };
  Analyser analyser;
  for (const auto& row : rows)
    EXPECT_EQ(words_of(analyser.analyse(row.text, stemmer_code(row.language))), row.words) << row.language;
}

// The form a reader types without accents finds the one that was printed.
TEST(AnalysisLanguages, AccentsAreFreeInTermsWhereReadersLeaveThemOut) {
  const struct {
    const char* printed;
    const char* typed;
  } rows[] = {{"café", "cafe"},     {"Ọkọ̀", "oko"},        {"ƙauye", "kauye"},   {"cảng", "cang"},
              {"Łódź", "lodz"},     {"größte", "grosste"}, {"mañana", "manana"}, {"ещё", "еще"},
              {"λιμάνι", "λιμανι"}, {"İzmir", "izmir"},    {"إلى", "الى"},       {"Øresund", "oresund"}};
  Analyser analyser;
  for (const auto& row : rows) {
    const std::string printed(analyser.analyse(row.printed, "").front().term);
    EXPECT_EQ(printed, analyser.analyse(row.typed, "").front().term);
  }
}

}  // namespace
}  // namespace newshound::format
