"""See compare.sh. Prints a table, and with --write puts it between the markers of a page."""
import argparse
import datetime
import importlib.util
import os
import platform
import re
import subprocess
import sys
import tempfile

import corpus
from systems import PEERS, Newshound, figures, measured

# Kind of query -> how it is asked, with facets or without.
KINDS = {"one word": ("one", "or", False), "two words, or": ("two", "or", False),
         "two words, and": ("two", "and", False), "two-word phrase": ("phrase", "phrase", False),
         "headline, or": ("headline", "or", False), "two words, or, three facets": ("two", "or", True)}
BEGIN, END = "<!-- measured: begin -->", "<!-- measured: end -->"


def say(text):
    print(text, file=sys.stderr, flush=True)


class Comparison:
    def __init__(self, given, work):
        self.given, self.work = given, work
        self.queries = 30 if given.quick else 300
        reps = 2 if given.quick else 10
        self.ours = Newshound(given.programs, work, reps)
        self.others, self.missing = [], []
        for peer in PEERS:
            try:
                if given.quick or not os.path.isdir(given.peers):
                    raise FileNotFoundError("not asked for" if given.quick else f"no folder {given.peers}")
                self.others.append(peer(given.peers, work, reps))
            except (FileNotFoundError, subprocess.CalledProcessError) as fault:
                self.missing.append(f"{peer.name} ({fault})")
        self.lines = []

    def path(self, name):
        return os.path.join(self.work, name)

    def add(self, *lines):
        self.lines.extend(lines)
        say("\n".join(lines))

    def table(self, head, rows):
        self.add("| " + " | ".join(head) + " |", "|" + "--|" * len(head))
        self.add(*("| " + " | ".join(row) + " |" for row in rows), "")

    def generate(self, articles, words, name):
        with open(self.path(name), "w", encoding="utf-8") as out:
            subprocess.run([os.path.join(self.given.programs, "generate_news"), "--from", self.given.corpus,
                            "--articles", str(articles), "--words", str(words)], stdout=out, check=True)
        return self.path(name)

    def prepare(self, source, name):
        stops = os.path.join(self.given.root, "searcher/matching/data/stop_words.tsv")
        return corpus.prepare(source, stops, self.queries, self.path(name))

    def run(self):
        source = self.generate(400, 0, "quick.source") if self.given.quick else self.given.corpus
        inputs = self.prepare(source, "news")
        self.compare_indexing(inputs)
        self.compare_searching(inputs)
        if any(hasattr(other, "counts") for other in self.others):
            self.compare_counts(inputs)
        if not self.given.quick and self.others and os.path.isdir(self.given.relevance):
            self.compare_ranking()
        self.grow([100, 400] if self.given.quick else [5000, 20000, 80000])
        if self.given.million:
            self.scale()
        return "\n".join(self.lines)

    def compare_indexing(self, inputs):
        systems = [self.ours, *self.others]
        rows = []
        for system in systems:
            say(f"indexing with {system.name}")
            cost = system.index(inputs)
            rows.append([f"{system.name} {system.version}" if system is not self.ours else system.name,
                         f"{cost.seconds:.1f}", f"{cost.peak_mb:.0f}", f"{cost.size_mb:.0f}"])
        megabytes = os.path.getsize(inputs["jsonl"]) / 1e6
        self.add(f"Indexing {inputs['count']:,} articles, {megabytes:.0f} MB as JSON Lines: two threads (textbook Xapian "
                 "and FTS5 have one), merged to one, text stored.", "")
        self.table(["", "seconds", "peak memory, MB", "index, MB"], rows)

    def compare_searching(self, inputs):
        rows, ratios = [], []
        for kind, (queries, mode, facets) in KINDS.items():
            say(f"searching: {kind}")
            ours = self.ours.search(inputs[queries], mode, facets)
            cells = [f"{ours['mean_us']:.0f} / {ours['p50']:.0f} / {ours['p99']:.0f}"]
            exact = ours if facets else self.ours.search(inputs[queries], mode, facets, "--exact-totals")
            stored = self.ours.search(inputs[queries], mode, facets, "--stored")
            cells += [f"{exact['mean_us']:.0f} / {exact['p99']:.0f}", f"{stored['mean_us']:.0f} / {stored['p99']:.0f}"]
            for other in self.others:
                found = other.search(inputs[queries], mode, facets)
                cells.append(f"{found['mean_us']:.0f} / {found['p50']:.0f} / {found['p99']:.0f}")
                if other.name == "Lucene":
                    ratios.append(f"{kind} {ours['mean_us'] / found['mean_us']:.2f} "
                                  f"(p99 {ours['p99'] / found['p99']:.2f})")
            rows.append([kind, *cells])
        self.add(f"Searching them, {self.queries} queries of each kind, ten hits, the best of the repetitions for each query, "
                 "in microseconds: mean / median / 99th percentile. Totals are estimated unless said; hits are document "
                 "numbers, as with the peers, and `read` also reads what a list of results shows of each.", "")
        self.table(["", "Newshound", "totals exact, mean / p99", "read, mean / p99",
                    *(other.name for other in self.others)], rows)
        if ratios:
            self.add("Newshound to Lucene, mean: " + "; ".join(ratios) + ".", "")

    def compare_counts(self, inputs):
        """The same words must be found in as many articles, but for what counts as a word."""
        for other in (other for other in self.others if hasattr(other, "counts")):
            for queries, mode in (("two", "and"), ("phrase", "phrase")):
                mine, theirs = self.path("ours.counts"), self.path("theirs.counts")
                self.ours.counts(inputs[queries], mode, mine)
                other.counts(inputs[queries], mode, theirs)
                pairs = list(zip(numbers(mine), numbers(theirs), strict=True))
                equal = sum(a == b for a, b in pairs)
                ours, others = sum(a for a, _ in pairs), sum(b for _, b in pairs)
                self.add(f"Matches of the {len(pairs)} `{mode}` queries: {equal} equal to those of {other.name}, in all "
                         f"{ours:,} and {others:,}; the rest differ by what a word is (possessives, hyphens, words in "
                         "the title alone).", "")
                if abs(ours - others) > 0.05 * max(ours, others):
                    raise SystemExit(f"compare: {mode}: {ours} matches, {other.name} has {others}")

    def compare_ranking(self):
        score = load(os.path.join(self.given.peers, "evalrun.py"))
        rows = []
        for collection in sorted(os.listdir(self.given.relevance)):
            say(f"ranking: {collection}")
            at = os.path.join(self.given.relevance, collection)
            inputs = {"docs": os.path.join(at, "docs.jsonl"), "tsv": self.path(collection + ".tsv")}
            corpus.write_inputs(inputs["docs"], self.path("unused.jsonl"), inputs["tsv"])
            judgements = score.load_qrels(os.path.join(at, "qrels.txt"))
            cells = []
            ranked = [system for system in (self.ours, *self.others) if hasattr(system, "run")]
            for system in ranked:
                out = self.path(f"{collection}.run")
                system.run(inputs, os.path.join(at, "queries.tsv"), out)
                mean, _ = score.evaluate(judgements, score.load_run(out))
                cells.append(f"{mean[0]:.3f} / {mean[1]:.3f}")
            rows.append([collection, *cells])
        self.add("Ranking, MAP / nDCG@10, words joined by OR, one setting for all.", "")
        self.table(["collection", *(system.name for system in ranked)], rows)

    def grow(self, sizes):
        rows = []
        for size in sizes:
            say(f"growth: {size} articles")
            inputs = self.prepare(self.generate(size, 0, "grown.source"), "grown")
            cost = self.ours.index(inputs)
            cells = [f"{cost.seconds:.1f}", f"{cost.peak_mb:.0f}", f"{cost.size_mb:.0f}"]
            for queries, mode, facets in KINDS.values():
                found = self.ours.search(inputs[queries], mode, facets)
                cells.append(f"{found['mean_us']:.0f} / {found['p99']:.0f}")
            rows.append([f"{size:,}", *cells])
        self.add("Growth, over invented articles with the words and lengths of the real ones (generate_news): seconds, peak "
                 "memory and size of indexing, then each kind of query, mean / p99 in microseconds.", "")
        self.table(["articles", "seconds", "MB peak", "MB", *KINDS], rows)

    def scale(self):
        say("a million articles")
        source = self.generate(1_000_000, 150, "million.jsonl")
        at = self.path("million.idx")
        line = self.ours.printed("index_bench", "--input", source, "--index", at)
        cost = figures(line)
        inputs = self.prepare_sample(source)
        cells = []
        for queries, mode, facets in KINDS.values():
            found = figures(self.ours.printed("search_bench", "--index", at, "--queries", inputs[queries], "--mode", mode,
                                              "--reps", "5", *(["--facets", "outlet,entity,month"] if facets else [])))
            cells.append(f"{found['mean_us'] / 1e3:.2f} / {found['p99'] / 1e3:.2f}")
        program = os.path.join(self.given.programs, "newshound")
        starts = [measured([program, "search", "--index", at, "--format", "ids", query])[1]
                  for query in ("obama senate", "zzyzx", "obama senate", "zzyzx")]
        self.add("A million invented articles of 150 words: "
                 f"built in {cost['seconds']:.0f} s, {cost['peak_rss_mb']:.0f} MB peak, {cost['archive_mb']:.0f} MB; searched "
                 "in milliseconds, mean / p99:", "")
        self.table(list(KINDS), [cells])
        self.add(f"The program, from its start to its end: {starts[2] * 1e3:.0f} ms for two words joined by AND, "
                 f"{starts[3] * 1e3:.0f} ms for a word that no article has.", "")

    def prepare_sample(self, source):
        sample = self.path("sample.source")
        with open(source, encoding="utf-8") as lines, open(sample, "w", encoding="utf-8") as out:
            for _, line in zip(range(50_000), lines):
                out.write(line)
        return self.prepare(sample, "sample")


def numbers(path):
    with open(path, encoding="utf-8") as lines:
        return [int(line.split("\t")[0]) for line in lines]


def load(path):
    spec = importlib.util.spec_from_file_location("evalrun", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def machine():
    with open("/proc/cpuinfo", encoding="utf-8") as lines:
        names = re.findall(r"model name\s*: (.*)", lines.read())
    with open("/proc/meminfo", encoding="utf-8") as lines:
        memory = int(lines.readline().split()[1]) / 2**20
    return f"{os.cpu_count()} cores ({names[0] if names else platform.machine()}), {memory:.0f} GiB, {platform.system()}"


def put_between_markers(page, text):
    with open(page, encoding="utf-8") as file:
        before, _, rest = file.read().partition(BEGIN)
    _, found, after = rest.partition(END)
    if not found:
        raise SystemExit(f"compare: {page} lacks the lines {BEGIN} and {END}")
    with open(page, "w", encoding="utf-8") as file:
        file.write(f"{before}{BEGIN}\n{text}\n{END}{after}")


def main():
    parser = argparse.ArgumentParser(prog="compare.sh", description=__doc__)
    parser.add_argument("corpus", nargs="?", help="real articles as JSON Lines, plain or .gz")
    parser.add_argument("--quick", action="store_true", help="a small form over invented articles, without peers")
    parser.add_argument("--million", action="store_true", help="also a million invented articles (6 GB of space)")
    parser.add_argument("--write", metavar="PAGE", help="page to put the table into, between its markers")
    parser.add_argument("--peers", help="folder of the peers' programs; default: peers in the shared folder")
    parser.add_argument("--relevance", help="folder of judged collections; default: data/relevance in the shared folder")
    parser.add_argument("--work", help="folder for what is made; default: a new one, removed at the end")
    parser.add_argument("--programs", help="folder of Newshound's programs; default: the release build")
    parser.add_argument("--root", required=True, help=argparse.SUPPRESS)
    given = parser.parse_args()
    shared = os.environ.get("NEWSHOUND_SHARED", os.path.join(given.root, "../shared"))
    given.peers = given.peers or os.path.join(shared, "peers")
    given.relevance = given.relevance or os.path.join(shared, "data/relevance")
    given.programs = given.programs or os.path.join(given.root, "build/release/bin")
    if given.quick:
        given.corpus = given.corpus or os.path.join(given.root, "samples/articles")
    if not given.corpus:
        parser.error("name a file of articles, or give --quick")
    shown = " ".join(word for word in sys.argv[1:] if word not in ("--root", given.root))
    with tempfile.TemporaryDirectory() as scratch:
        work = given.work or scratch
        os.makedirs(work, exist_ok=True)
        comparison = Comparison(given, work)
        table = comparison.run()
    head = [f"`sh tests/bench/compare.sh {shown}`, {datetime.date.today()}: {machine()}; {comparison.ours.version}."]
    if comparison.missing:
        head.append("Left out: " + "; ".join(comparison.missing) + ".")
    text = "\n".join([*head, "", table.rstrip()])
    print(text)
    if given.write:
        put_between_markers(given.write, text)


if __name__ == "__main__":
    main()
