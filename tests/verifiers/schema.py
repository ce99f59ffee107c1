"""Asks jsonschema whether the data of a report is what its schema says: schema.py SCHEMA.json REPORT.json

Prints a line for each fault, and nothing when there is none. Needs `pip install jsonschema`.
"""

import json
import sys

from jsonschema import Draft202012Validator


def main():
    with open(sys.argv[1], encoding="utf-8") as schema, open(sys.argv[2], encoding="utf-8") as report:
        schema, report = json.load(schema), json.load(report)
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER)
    for fault in validator.iter_errors(report):
        print(f"{fault.json_path}: {fault.message}")


if __name__ == "__main__":
    main()
