#!/usr/bin/env python3
"""Holds the conformance pack against the committed JSON Schemas with a validator that is none of ours.

Needs the package jsonschema. With file arguments it checks those as reports instead.
"""
import json
import pathlib
import sys

from jsonschema import Draft202012Validator

here = pathlib.Path(__file__).parent
pack = here.parent / "conformance"


def validator(name):
    schema = json.loads((here / "schema" / f"{name}.json").read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


validators = {name: validator(name) for name in ("request", "report", "answers", "errors", "plan")}
checked = wrong = 0


def check(name, document, place, valid=True):
    global checked, wrong
    checked += 1
    errors = list(validators[name].iter_errors(document))
    if bool(errors) == valid:
        wrong += 1
        print(f"{place}: as {name}: " + (f"{errors[0].json_path}: {errors[0].message}" if errors else "taken"))


if sys.argv[1:]:
    for path in sys.argv[1:]:
        check("report", json.loads(pathlib.Path(path).read_text(encoding="utf-8")), path)
else:
    for folder in sorted(path for path in pack.iterdir() if path.is_dir()):
        request = json.loads((folder / "request.json").read_text(encoding="utf-8"))
        # What is wrong in these a schema can see; the other refused requests are well formed.
        malformed = folder.name in ("refused-plan", "awkward-rows")
        for one in request if isinstance(request, list) else [request]:
            check("request", one, folder.name, valid=not malformed and "unknown" not in one)
        for plan in request.get("plans", []) if isinstance(request, dict) else []:
            check("plan", plan, folder.name, valid=not malformed)
        for name in ("report", "answers", "errors"):
            path = folder / f"{name}.json"
            if path.exists():
                document = json.loads(path.read_text(encoding="utf-8"))
                check(name, document, folder.name)
                if name == "report":
                    # The schema is no sieve without holes: a strange field and a number for a decimal are refused.
                    document["rows"][0]["strange"] = 1
                    check(name, document, folder.name + " with a strange field", valid=False)
                    del document["rows"][0]["strange"]
                    document["settings"]["around_tolerance"] = 1.0
                    check(name, document, folder.name + " with a number for a decimal", valid=False)
print(f"{checked} documents checked, {wrong} wrong")
sys.exit(1 if wrong or not checked else 0)
