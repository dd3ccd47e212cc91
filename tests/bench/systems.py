"""The programs that compare.py measures. Each has `name`, `version`, `index(inputs)` -> Cost, `search(queries, kind,
facets)` -> figures of its line `NAME MODE k=.. n=.. mean_us=.. p50=.. p99=..`, and `run(queries, out)`, a TREC run."""
import glob
import os
import re
import shutil
import sqlite3
import subprocess
import sys
import time
from dataclasses import dataclass


@dataclass
class Cost:
    seconds: float
    peak_mb: float
    size_mb: float


def measured(command, **options):
    """Runs it to its end: (what it printed, seconds, peak memory in MB)."""
    start = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, **options)
    printed = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 1, 6):  # 1: nothing matches; 6: some of the articles were rejected
        raise SystemExit(f"compare: {' '.join(map(str, command))} exits {process.returncode}")
    return printed, time.monotonic() - start, usage.ru_maxrss * 1024 / 1e6


def size_mb(path):
    if os.path.isfile(path):
        return os.path.getsize(path) / 1e6
    return sum(os.path.getsize(os.path.join(at, name)) for at, _, names in os.walk(path) for name in names) / 1e6


def figures(line):
    return {name: float(value) for name, value in re.findall(r"(\w+)=([\d.]+)", line)}


class Newshound:
    name = "Newshound"

    def __init__(self, programs, work, reps):
        self.programs, self.reps = programs, reps
        self.at = os.path.join(work, "newshound.idx")
        self.version = self.printed("newshound", "--version").splitlines()[0]

    def printed(self, program, *arguments):
        return measured([os.path.join(self.programs, program), *arguments])[0]

    def index(self, inputs):
        shutil.rmtree(self.at, ignore_errors=True)
        line = self.printed("index_bench", "--input", inputs["jsonl"], "--index", self.at)
        cost = figures(line)
        return Cost(cost["seconds"], cost["peak_rss_mb"], cost["archive_mb"])

    def search(self, queries, mode, facets=False, *more):
        facet_list = ["--facets", "outlet,entity,month"] if facets else []
        return figures(self.printed("search_bench", "--index", self.at, "--queries", queries, "--mode", mode, "--reps",
                                    str(self.reps), *facet_list, *more))

    def counts(self, queries, mode, out):
        self.search(queries, mode, False, "--exact-totals", "--counts", out)

    def run(self, inputs, queries, out):
        at = self.at + ".relevance"
        shutil.rmtree(at, ignore_errors=True)
        self.printed("newshound-index", "add", "--index", at, inputs["docs"])
        with open(out, "w", encoding="utf-8") as run:
            subprocess.run([os.path.join(self.programs, "newshound"), "search", "--index", at, "--batch",
                            queries, "--match", "any", "--literal", "--format", "trec", "-n", "1000"], stdout=run,
                           stderr=subprocess.DEVNULL, check=True)


class Lucene:
    name = "Lucene"

    def __init__(self, peers, work, reps):
        jars = [glob.glob(f"/usr/share/java/lucene-{part}-[0-9]*.jar") for part in
                ("core", "analyzers-common", "queryparser", "facet", "queries")]
        if not all(jars) or not shutil.which("javac"):
            raise FileNotFoundError("javac and the Lucene jars (Debian: liblucene8-java) are not installed")
        self.version = re.search(r"core-([\d.]+)\.jar", jars[0][0]).group(1)
        self.reps = max(20, reps)  # its compiler needs to see a method often
        subprocess.run(["javac", "-d", work, "-cp", ":".join(jar[0] for jar in jars),
                        os.path.join(peers, "LuceneBench.java")], check=True)
        self.java = ["java", "-cp", ":".join([jar[0] for jar in jars] + [work]), "LuceneBench"]
        self.at = os.path.join(work, "lucene.idx")

    def index(self, inputs):
        shutil.rmtree(self.at, ignore_errors=True)
        _, seconds, peak = measured([*self.java, "index", inputs["tsv"], self.at, "2", "facets", "merge"])
        return Cost(seconds, peak, size_mb(self.at))

    def search(self, queries, mode, facets=False):
        return figures(measured([*self.java, "latency", self.at, queries, "10", mode, str(self.reps)] +
                                (["facets"] if facets else []))[0])

    def run(self, inputs, queries, out):
        at = self.at + ".relevance"
        shutil.rmtree(at, ignore_errors=True)
        measured([*self.java, "index", inputs["tsv"], at, "1"])
        measured([*self.java, "run", at, queries, out, "1000"])


class TextbookXapian:
    name = "textbook Xapian"

    def __init__(self, peers, work, reps):
        self.program = os.path.join(work, "xapian_plain")
        self.counter = os.path.join(work, "xapian_counts")
        here = os.path.dirname(os.path.abspath(__file__))
        for program, source in ((self.program, os.path.join(peers, "xapian_plain.cc")),
                                (self.counter, os.path.join(here, "xapian_counts.cc"))):
            subprocess.run(["g++", "-O2", "-std=c++17", "-o", program, source, "-lxapian"], check=True)
        self.version = subprocess.run(["xapian-config", "--version"], capture_output=True, text=True,
                                      check=True).stdout.split()[-1]
        self.at, self.reps = os.path.join(work, "plain.idx"), max(3, reps // 2)

    def index(self, inputs):
        shutil.rmtree(self.at, ignore_errors=True)
        _, seconds, peak = measured([self.program, "index", inputs["tsv"], self.at])
        return Cost(seconds, peak, size_mb(self.at))

    def search(self, queries, mode, facets=False):
        return figures(measured([self.program, "latency", self.at, queries, "10", mode, str(self.reps)] +
                                (["facets"] if facets else []))[0])

    def counts(self, queries, mode, out):
        with open(out, "w", encoding="utf-8") as counts:
            counts.write(measured([self.counter, self.at, queries, mode])[0])

    def run(self, inputs, queries, out):
        at = self.at + ".relevance"
        shutil.rmtree(at, ignore_errors=True)
        measured([self.program, "index", inputs["tsv"], at])
        measured([self.program, "run", at, queries, out, "1000"])


class Fts5:
    name = "SQLite FTS5"
    version = sqlite3.sqlite_version

    def __init__(self, peers, work, reps):
        self.program = [sys.executable, os.path.join(peers, "fts5_bench.py")]
        self.at, self.reps = os.path.join(work, "fts5.db"), max(1, reps // 5)

    def index(self, inputs):
        if os.path.exists(self.at):
            os.remove(self.at)
        _, seconds, peak = measured([*self.program, "index", inputs["tsv"], self.at])
        return Cost(seconds, peak, size_mb(self.at))

    def search(self, queries, mode, facets=False):
        return figures(measured([*self.program, "latency", self.at, queries, "10", mode, str(self.reps)] +
                                (["facets"] if facets else []))[0])


PEERS = (Lucene, Fts5, TextbookXapian)
