"""Our measurement against the stand-alone scorer: the same figures on the same export."""

import importlib.util
import json
import random
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from belegg.evaluate import evaluate, read_gold, rows
from tests.shared import shared

Json = dict[str, Any]


def module(path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(str(path.parent))
    spec = importlib.util.spec_from_file_location(path.stem, path)
    assert spec and spec.loader
    loaded = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(loaded)
    return loaded


def damaged(export: Json, seed: int) -> Json:
    """The export with a third of each layer dropped or changed, so that no figure is perfect."""
    chance = random.Random(seed)
    out: Json = json.loads(json.dumps(export))
    for layer in ("times", "statements", "passages", "claims", "events"):
        out[layer] = [x for x in out[layer] if chance.random() > 0.3]
    for s in out["statements"]:
        if chance.random() < 0.3:
            s["stance"] = "deny"
        if chance.random() < 0.3:
            s["chain"] = []
        if chance.random() < 0.3:
            s["holders"] = [{"start": None, "end": None, "name": "Ukjend", "kind": "person", "entity": None}]
        if chance.random() < 0.3:
            s["content"] = [[a, max(a + 1, b - 20)] for a, b in s["content"]]
    for t in out["times"]:
        if chance.random() < 0.3:
            t["value"] = "1814"
    for e in out["entities"]:
        e["mentions"] = [m for m in e["mentions"] if chance.random() > 0.3]
    for article in out["articles"]:
        for b in article["blocks"]:
            if chance.random() < 0.2:
                b["kind"] = "meta"
    for c in out["claims"]:
        c["members"] = [m for m in c["members"] if chance.random() > 0.2]
        c["conflicts"] = []
    return out


@pytest.mark.parametrize("seed", [0, 1, 2])
def test_both_scorers_give_the_same_figures(seed: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stories = shared("gold/stories")
    scorer = module(shared("score/score.py"), monkeypatch)
    helper = module(shared("score/test_score.py"), monkeypatch)
    golds = read_gold([stories])
    perfect = helper.as_export(sorted(str(d) for d in stories.iterdir() if d.is_dir()))
    export = damaged(perfect, seed) if seed else perfect
    path = tmp_path / "belegg.json"
    path.write_text(json.dumps(export), encoding="utf-8")
    theirs, _, _ = scorer.score(str(path), [str(stories)])
    mine = evaluate(export, golds)
    compared = 0
    for layer, name, counts, macro in rows(mine):
        if layer == "status of events":
            continue  # derived: the scorer does not count it
        wanted = theirs["layers"][layer][name]
        assert counts.score == pytest.approx(wanted["all"]["score"]), (layer, name)
        assert counts.gold == pytest.approx(wanted["all"]["n"]), (layer, name)
        assert macro == pytest.approx(wanted["macro"]), (layer, name)
        compared += 1
    assert compared == sum(len(figures) for figures in theirs["layers"].values())
