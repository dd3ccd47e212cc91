"""Articles and queries for compare.py: the peers' input, and queries drawn from the articles, always the same ones."""
import gzip
import json
import random
import re
import subprocess
import sys
from collections import Counter

WORD = re.compile(r"[a-z]{3,}")
SEED = 7


def lines_of(path):
    opener = gzip.open if str(path).endswith(".gz") else open
    with opener(path, "rt", encoding="utf-8") as lines:
        yield from lines


def write_inputs(source, jsonl, tsv):
    """The same articles as JSON Lines for Newshound and as the peers' columns id, title, text, outlet, date, entities.
    The number of articles."""
    flat = str.maketrans("\t\n\r", "   ")
    count = 0
    with open(jsonl, "w", encoding="utf-8") as rows, open(tsv, "w", encoding="utf-8") as columns:
        for line in lines_of(source):
            article = json.loads(line)
            if "entities" not in article:
                article["entities"] = article.pop("capitalised_phrases", [])
            rows.write(json.dumps(article, ensure_ascii=False) + "\n")
            fields = [article.get(name) or "" for name in ("id", "title", "text", "outlet", "date")]
            fields.append("|".join(article["entities"] or []))
            columns.write("\t".join(field.translate(flat) for field in fields) + "\n")
            count += 1
    return count


def stop_words(path):
    for line in lines_of(path):
        if line.startswith("en\t"):
            return set(line.split("\t")[1].split())
    raise ValueError(f"{path} has no English list")


def draw(tsv, stops, count):
    """Queries by kind: one and two words that stand in a quarter of a percent to 30 percent of the articles, phrases of
    two such words that occur, headlines of 4 to 9 words."""
    with open(tsv, encoding="utf-8") as lines:
        rows = [line.split("\t")[1:3] for line in lines]
    texts = [f"{title} {text}".lower() for title, text in rows]
    articles = Counter()
    for text in texts:
        articles.update(set(WORD.findall(text)))
    least, most = max(2, len(texts) // 400), max(3, len(texts) * 3 // 10)
    usable = {word for word, number in articles.items() if least <= number <= most and word not in stops}
    choices = sorted(usable)
    rng = random.Random(SEED)
    ones = [rng.choice(choices) for _ in range(count)]
    twos = [f"{rng.choice(choices)} {rng.choice(choices)}" for _ in range(count)]
    return {"one": ones, "two": twos, "phrase": draw_phrases(texts, usable, count, rng),
            "headline": draw_headlines(rows, count, rng)}


def draw_phrases(texts, usable, count, rng):
    phrases = []
    for _ in range(200 * count):
        found = re.findall(r"(?<![\w'’-])([a-z]{3,}) (?=([a-z]{3,})(?![\w'’-]))", rng.choice(texts))
        found = [pair for pair in found if usable.issuperset(pair)]
        if found:
            phrases.append(" ".join(rng.choice(found)))
        if len(phrases) == count:
            break
    return phrases


def draw_headlines(rows, count, rng):
    titles = [title for title, _ in rows if 4 <= len(title.split()) <= 9]
    return [rng.choice(titles) for _ in range(count)] if titles else []


def write_queries(queries, path):
    with open(path, "w", encoding="utf-8") as out:
        out.writelines(f"{number}\t{query}\n" for number, query in enumerate(queries, 1))


def prepare(source, stops, count, prefix):
    """Writes all of it as PREFIX.jsonl, PREFIX.tsv and PREFIX.KIND.tsv; their paths, and the number of articles. In a
    process of its own: the peak memory of a program counts that of the one which started it."""
    made = subprocess.run([sys.executable, __file__, source, stops, str(count), prefix], check=True, capture_output=True,
                          text=True)
    return json.loads(made.stdout)


def main():
    source, stops, count, prefix = sys.argv[1:]
    inputs = {"jsonl": prefix + ".jsonl", "tsv": prefix + ".tsv"}
    inputs["count"] = write_inputs(source, inputs["jsonl"], inputs["tsv"])
    for kind, queries in draw(inputs["tsv"], stop_words(stops), int(count)).items():
        inputs[kind] = f"{prefix}.{kind}.tsv"
        write_queries(queries, inputs[kind])
    print(json.dumps(inputs))


if __name__ == "__main__":
    main()
