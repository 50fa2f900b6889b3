import json
from dataclasses import replace
from pathlib import Path

from jsonschema import Draft202012Validator

import belegg.show
from belegg.core.dossier import Dossier
from belegg.show.export import _indented, dumps, export, settled

SCHEMA = json.loads((Path(belegg.show.__file__).parent / "belegg.schema.json").read_text(encoding="utf-8"))


def test_the_schema_itself_is_valid() -> None:
    Draft202012Validator.check_schema(SCHEMA)


def test_an_empty_dossier_has_every_list() -> None:
    found = export(Dossier(()))
    Draft202012Validator(SCHEMA).validate(found)
    assert all(found[key] == [] for key in ("articles", "rejected", "entities", "statements", "claims", "events"))


def test_the_export_of_the_examples_follows_the_published_schema(examples: Dossier) -> None:
    found = json.loads(dumps(examples))
    Draft202012Validator(SCHEMA).validate(found)
    assert len(found["articles"]) == len(examples.documents)


def test_every_span_and_every_id_of_the_export_leads_somewhere(examples: Dossier) -> None:
    found = export(examples)
    lengths = {a["id"]: len(a["text"]) for a in found["articles"]}
    entities = {e["id"] for e in found["entities"]}
    statements = {s["id"] for s in found["statements"]}
    for place in [m for e in found["entities"] for m in e["mentions"]] + found["times"]:
        assert 0 <= place["start"] < place["end"] <= lengths[place["article"]]
    for statement in found["statements"]:
        assert all(0 <= a < b <= lengths[statement["article"]] for a, b in statement["content"])
        assert all(h["entity"] in entities for h in statement["holders"] if h["entity"])
        assert statement["inside"] is None or statement["inside"] in statements
    for claim in found["claims"]:
        numbers = {o["number"] for o in claim["origins"]}
        assert all(m["origin"] in numbers for m in claim["members"])
        assert all(m["statement"] in statements for m in claim["members"] if m["statement"])


def test_the_same_input_gives_the_same_bytes(examples: Dossier) -> None:
    assert dumps(examples) == dumps(examples)


def test_what_is_written_before_claims_are_known_is_what_the_whole_has(examples: Dossier) -> None:
    before = replace(examples, claims=(), events=(), judgements=())
    whole = json.dumps(export(examples), ensure_ascii=False, indent=1) + "\n"
    assert dumps(examples) == dumps(examples, settled(before)) == whole


def test_the_text_is_what_json_would_write() -> None:
    value = {"a": [1, {"b": "«é»\n\ud800"}, [], {}], "c": None, "d": True, "e": -0.5, "f": (2, 3), "g": float("inf")}
    assert _indented(value, "\n") == json.dumps(value, ensure_ascii=False, indent=1)
