"""The runs that fault_matrix.py interrupts: for each an archive as it is before, the command, and the command that is run
again after the fault. All articles are invented here."""
import json
import os
import random

WORDS = ("ferry harbour board tram lantern orchard council bridge baker tide strike brass band museum whistle river mayor "
         "lighthouse school cup goal apple flood gate crane night market clock tower bicycle rain poet kettle owl").split()
NAMES = ("Mara Velden", "Piet Arrondel", "Ilse Korvath", "Teo Lindqvist-Oland", "Dario Penhallow")
OUTLETS = ("Harbour Gazette", "The Lissen Courier", "Northern Ledger")


def article(number, edition=1):
    """The same number and edition make the same article."""
    chance = random.Random(number * 100 + edition)
    sentences = [" ".join(chance.choices(WORDS, k=9)).capitalize() + "." for _ in range(chance.randrange(4, 9))]
    return {"id": f"invented-{number}", "title": f"Number {number}, edition {edition}: {chance.choice(WORDS)} and owl",
            "body": "\n".join(sentences), "outlet": chance.choice(OUTLETS), "byline": chance.choice(NAMES),
            "published": f"2024-03-{number % 28 + 1:02}", "section": chance.choice(["town", "sport"])}


def articles(first, last, edition=1):
    return [article(number, edition) for number in range(first, last + 1)]


def ids(*numbers):
    return [f"invented-{number}" for number in numbers]


class Scenario:
    """`before` and `run` are lists of commands, each a list: its name, then articles to be written to a file that the
    command reads, or arguments. `again_may` are exit codes of the run repeated; `where`, the archive's place below the
    watched directory."""

    def __init__(self, name, before, run, again_may=(0,), where="news.idx"):
        self.name, self.before, self.run, self.again_may, self.where = name, before, run, again_may, where


GROWN = [["add", articles(1, 24)], ["add", articles(25, 30) + articles(3, 4, edition=2)], ["remove", ids(7, 26)]]

SCENARIOS = [
    Scenario("add", GROWN, ["add", articles(8, 16) + articles(17, 20, edition=2) + articles(31, 35)]),
    # The eighth segment of the lowest tier makes all eight one.
    Scenario("merge", [["add", articles(3 * i + 1, 3 * i + 3)] for i in range(7)], ["add", articles(22, 24)]),
    # Few of the first segment become tombstones; of the second more than a quarter, so that it is made again. A second
    # time there is nothing to remove.
    Scenario("remove", GROWN, ["remove", ids(1, 2, 25, 27)], again_may=(0, 1)),
    Scenario("rebuild", GROWN, ["rebuild", articles(1, 12, edition=3) + articles(40, 44)]),
    Scenario("create", [], ["add", articles(1, 6)], where="papers/news.idx"),
    Scenario("compact", GROWN, ["compact"]),
    # The number is named, so that running it twice goes back once.
    Scenario("rollback", GROWN, ["rollback", ["1"]]),
]


def command_line(command, program, archive, folder, name):
    """The program's arguments; articles are written to a file in `folder`. One worker, so that the calls are the same in
    each run."""
    verb, operands = command[0], command[1] if len(command) > 1 else []
    if operands and isinstance(operands[0], dict):
        source = os.path.join(folder, name + ".jsonl")
        with open(source, "w", encoding="utf-8") as file:
            file.writelines(json.dumps(one) + "\n" for one in operands)
        operands = [source]
    threads = [] if verb == "rollback" else ["--threads", "1", "--memory", "64M"]
    return [program, verb, "-i", archive, *threads, *operands]
