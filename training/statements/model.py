"""A linear-chain CRF (Lafferty et al. 2001) for each layer of tags, by CRFsuite (Okazaki 2007) with L-BFGS."""

import tempfile
from collections.abc import Sequence
from pathlib import Path

import pycrfsuite  # type: ignore[import-untyped, import-not-found, unused-ignore]

from training.statements.tags import CONTENT, Tagged

Row = list[str]
Sequences = Sequence[tuple[Sequence[Row], Sequence[str]]]
SETTINGS = {"c1": 0.2, "c2": 0.1, "max_iterations": 150, "feature.minfreq": 2, "feature.possible_transitions": True}


class Tagger:
    """A trained model."""

    def __init__(self, stored: bytes) -> None:
        self._stored = stored  # the library reads the bytes in place
        self._tagger = pycrfsuite.Tagger()
        self._tagger.open_inmemory(stored)
        self._content = [t for t in self._tagger.labels() if t.endswith(CONTENT)]

    def __call__(self, rows: Sequence[Row]) -> Tagged:
        """Tags one sequence."""
        if not rows:
            return Tagged((), (), ())
        best = self._tagger.tag(rows)
        sure = tuple(self._tagger.marginal(tag, i) for i, tag in enumerate(best))
        content = tuple(sum(self._tagger.marginal(t, i) for t in self._content) for i in range(len(best)))
        return Tagged(tuple(best), sure, content)


def train(sequences: Sequences) -> Tagger:
    """A tagger from sequences of features and tags."""
    trainer = pycrfsuite.Trainer(algorithm="lbfgs", params=SETTINGS, verbose=False)
    for rows, tagged in sequences:
        trainer.append(rows, tagged)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "model"
        trainer.train(str(path))
        return Tagger(path.read_bytes())
