"""Counts the articles that hold random phrases, exact words and pairs of near words with a regular expression over the
texts, and compares with what newshound counts:

    count_by_regex.py --programs build/release/bin NEWS.jsonl.gz [--articles N] [--queries 60] [--seed 1]

The words are drawn from the articles. Exits 1 and names each query whose counts differ."""
import argparse
import gzip
import json
import os
import random
import re
import subprocess
import sys
import tempfile
import unicodedata

def ranges(characters):
    """The characters as the inside of a regular expression's class."""
    codes = sorted(map(ord, characters))
    text, at = "", 0
    while at < len(codes):
        end = at
        while end + 1 < len(codes) and codes[end + 1] == codes[end] + 1:
            end += 1
        text += f"\\U{codes[at]:08x}-\\U{codes[end]:08x}"
        at = end + 1
    return text


MARKS = ranges(chr(code) for code in range(0x20000) if unicodedata.category(chr(code))[0] == "M")
LETTER = rf"[\w{MARKS}]"
# Letters, marks and digits; points between two letters or between two digits do not end a word (UAX #29).
WORD = re.compile(rf"{LETTER}+(?:(?:(?<=[^\W\d_])['’.·](?=[^\W\d_])|(?<=\d)[.,;'’](?=\d)){LETTER}+)*")
POSSESSIVE = re.compile(r"['’]s$")
# Words that lose their vowel before another are words of their own: l'homme.
ELIDED = re.compile(r"^(?:all|c|coll|d|dall|dell|gl|j|jusqu|l|lorsqu|m|n|nell|puisqu|qu|quell|quest|quoiqu|s|sant|sull|t"
                    r"|un)['’](?=[^\W\d_]{2})")
ACRONYM = re.compile(r"[^\W\d_](?:\.[^\W\d_])+$")
# Letters that Unicode does not decompose and that are typed without their stroke, hook or ligature.
PLAIN = str.maketrans({"æ": "ae", "ð": "d", "ø": "o", "þ": "th", "đ": "d", "ħ": "h", "ı": "i", "ł": "l", "ŋ": "n",
                       "œ": "oe", "ŧ": "t", "ƙ": "k", "ƴ": "y", "ɓ": "b", "ɗ": "d", "ـ": ""})


def drops(base, mark):
    """Accents that may be left out when typing."""
    script = unicodedata.name(base, "").split(" ")[0]
    if script == "CYRILLIC":
        return mark in "\u0300\u0301" or (base == "е" and mark == "\u0308")
    return script in ("LATIN", "GREEK", "HEBREW") or "\u064b" <= mark <= "\u065f" or mark == "\u0670"


def folded(text):
    kept, base = [], " "
    for c in unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", text).casefold()):
        if unicodedata.category(c) == "Cf":
            continue  # nothing that can be seen
        if unicodedata.category(c)[0] != "M":
            base = c
        elif drops(base, c):
            continue
        kept.append(c)
    return unicodedata.normalize("NFC", "".join(kept)).translate(PLAIN)


def words_of(text):
    words = []
    for match in WORD.finditer(folded(text)):
        word = POSSESSIVE.sub("", match.group())
        while elided := ELIDED.match(word):
            words.append(elided.group()[:-1])
            word = word[elided.end():]
        words.append(word.replace(".", "") if ACRONYM.match(word) else word)
    return words


def read(path, count):
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            if number == count:
                return
            yield json.loads(line)


def draw(texts, count, random_from):
    """Queries, each with the test of a list of words that decides whether a text holds it."""
    plain = re.compile(rf"(?:(?![\\d_]){LETTER}){{2,}}$")
    while count > 0:
        words = random_from.choice(texts)
        kind = ("phrase", "exact", "near")[count % 3]
        length = {"phrase": 2 + count % 2, "exact": 1, "near": 6}[kind]
        if len(words) < length:
            continue
        at = random_from.randrange(len(words) - length + 1)
        chosen = words[at:at + length]
        if kind == "near":
            chosen = [chosen[0], chosen[-1]]
        if not all(plain.match(word) for word in chosen) or (kind == "near" and chosen[0] == chosen[1]):
            continue
        count -= 1
        if kind == "near":
            distance = 3 + count % 5
            yield f"={chosen[0]} NEAR/{distance} ={chosen[1]}", near(chosen[0], chosen[1], distance)
        elif kind == "phrase":
            yield '"' + " ".join(chosen) + '"', phrase(chosen)
        else:
            yield "=" + chosen[0], phrase(chosen)


def phrase(chosen):
    # Between words stands a space, so that a regular expression over them finds whole words.
    pattern = re.compile("(?:^| )" + " ".join(chosen) + "(?: |$)")
    return lambda words, text: pattern.search(text) is not None


def near(first, second, distance):
    def test(words, text):
        places = {word: [i for i, found in enumerate(words) if found == word] for word in (first, second)}
        return any(abs(a - b) <= distance for a in places[first] for b in places[second])
    return test


def main():
    options = argparse.ArgumentParser()
    options.add_argument("news")
    options.add_argument("--programs", required=True)
    options.add_argument("--articles", type=int, default=10**9)
    options.add_argument("--queries", type=int, default=60)
    options.add_argument("--seed", type=int, default=1)
    given = options.parse_args()
    articles = list(read(given.news, given.articles))
    texts = []  # of each article: the words of title and body
    for article in articles:
        parts = [words_of(article.get("title") or ""), words_of(article.get("body") or article.get("text") or "")]
        texts.append([(words, " ".join(words)) for words in parts if words])
    faults = 0
    with tempfile.TemporaryDirectory() as directory:
        news = os.path.join(directory, "news.jsonl")
        index = os.path.join(directory, "news.idx")
        with open(news, "w", encoding="utf-8") as lines:
            lines.writelines(json.dumps(article) + "\n" for article in articles)
        subprocess.run([os.path.join(given.programs, "newshound-index"), "add", "-i", index, news], check=True,
                       stdout=subprocess.DEVNULL)
        matching = 0
        bodies = [parts[-1][0] for parts in texts if parts]
        for query, test in draw(bodies, given.queries, random.Random(given.seed)):
            expected = sum(any(test(words, text) for words, text in parts) for parts in texts)
            program = [os.path.join(given.programs, "newshound"), "count", "-i", index, query]
            found = int(subprocess.run(program, stdout=subprocess.PIPE, check=False).stdout)
            matching += expected
            if found != expected:
                faults += 1
                print(f"{query}: newshound counts {found}, the regular expression {expected}")
    print(f"{given.queries} queries over {len(articles)} articles, {matching} matches, {faults} differ")
    return 1 if faults or matching == 0 else 0


if __name__ == "__main__":
    sys.exit(main())
