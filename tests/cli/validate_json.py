"""Validates output of newshound against docs/search-results.schema.json.

validate_json.py SCHEMA FILE...     each file is one JSON object, or JSON Lines (.jsonl); - reads lines from
standard input. Exits 1 and names the place for each that does not hold.
"""

import json
import sys

import jsonschema


def documents(path):
    lines = sys.stdin if path == "-" else open(path, encoding="utf-8")
    for number, line in enumerate(lines, 1):
        yield f"{path}:{number}", json.loads(line)


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        schema = json.load(file)
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    seen = faults = 0
    for path in sys.argv[2:]:
        for place, document in documents(path):
            seen += 1
            for error in validator.iter_errors(document):
                faults += 1
                print(f"{place}: {jsonschema.exceptions.best_match([error]).message}", file=sys.stderr)
    if seen == 0:
        print("nothing to validate", file=sys.stderr)
    return 1 if faults or seen == 0 else 0


if __name__ == "__main__":
    sys.exit(main())
