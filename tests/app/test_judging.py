import resource
import signal
from pathlib import Path

import pytest

from belegg.app.judging import BadJudgementError, append, read_judgements


def judgements(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "judgements.jsonl"
    path.write_text(text, encoding="utf-8")
    return path


SAME = '{"subject": "claim", "left": "a", "right": "b", "verdict": "same", "by": "Kari"}\n'
DIFFERENT = '{"subject": "claim", "left": "b", "right": "a", "verdict": "different", "by": "Ola"}\n'
UNDO = '{"subject": "claim", "left": "b", "right": "a", "verdict": "undo", "by": "Ola"}\n'


def test_a_judgement_is_read_with_who_made_it(tmp_path: Path) -> None:
    (found,) = read_judgements(judgements(tmp_path, SAME + "\n"))
    assert (found.left, found.right, found.verdict, found.by) == ("a", "b", "same", "Kari")


def test_of_two_on_the_same_pair_the_later_holds_whatever_the_order_of_the_pair(tmp_path: Path) -> None:
    (found,) = read_judgements(judgements(tmp_path, SAME + DIFFERENT))
    assert found.verdict == "different"


def test_an_undo_takes_a_judgement_back(tmp_path: Path) -> None:
    assert read_judgements(judgements(tmp_path, SAME + UNDO)) == ()


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        ("{", "line 1: no judgement"),
        ("[]", "line 1: no judgement"),
        ("[" * 100_000, "line 1: no judgement"),
        ('{"subject": "claim", "left": "a"}', "line 1: no judgement"),
        ('{"subject": "claim", "left": {}, "right": "b", "verdict": "same"}', "line 1: no judgement"),
        ('{"subject": "mood", "left": "a", "right": "b", "verdict": "same"}', "subject 'mood' is none of"),
        ('{"subject": "claim", "left": "a", "right": "b", "verdict": "maybe"}', "verdict 'maybe' is none of"),
    ],
)
def test_a_bad_line_is_told_by_its_number(tmp_path: Path, line: str, complaint: str) -> None:
    with pytest.raises(BadJudgementError, match=complaint):
        read_judgements(judgements(tmp_path, line))


def test_a_file_that_is_no_utf_8_is_told_and_a_byte_order_mark_is_none_of_it(tmp_path: Path) -> None:
    path = tmp_path / "judged.jsonl"
    path.write_bytes("ærlig".encode("latin-1"))
    with pytest.raises(BadJudgementError, match="not UTF-8"):
        read_judgements(path)
    path.write_text('{"subject": "claim", "left": "a", "right": "b", "verdict": "same"}', encoding="utf-8-sig")
    assert len(read_judgements(path)) == 1


def test_a_last_line_without_its_end_is_not_spoilt_by_the_next(tmp_path: Path) -> None:
    path = judgements(tmp_path, SAME.rstrip("\n"))
    append(path, [UNDO.rstrip("\n")])
    assert path.read_text(encoding="utf-8") == SAME + UNDO


def test_a_full_disk_leaves_the_judgements_as_they_were(tmp_path: Path) -> None:
    path = judgements(tmp_path, SAME)
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    ignored = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    try:
        resource.setrlimit(resource.RLIMIT_FSIZE, (len(SAME) + 20, before[1]))
        with pytest.raises(OSError, match=r"large|space"):
            append(path, [DIFFERENT.rstrip("\n")])
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, ignored)
    assert path.read_text(encoding="utf-8") == SAME
