"""An invented article in CoNLL-U, for the tests of the corpus tools."""

from pathlib import Path

SENTENCES: tuple[tuple[str, bool, tuple[str, ...]], ...] = (
    ("Stenger brua", False, ()),
    ("- Brua er farleg.", True, ()),
    ("Vi stenger henne måndag, seier vegsjef Ane Ruud til NTB.", False, ("Ane", "Ruud", "NTB")),
    ("Ho meiner at rekkverket må bytast, og la ho til at det hastar.", True, ()),
    ("Ordføraren trur at kommunen betaler.", False, ()),
)
TEXT = "\n".join(s for s, _, _ in SENTENCES)


def conllu() -> str:
    """The sentences with one token a word; a name's first word is B-PER, the next one I-PER."""
    lines: list[str] = ["# newdoc id = invented"]
    for text, opens, names in SENTENCES:
        lines += ["# newpar"] if opens else []
        lines.append(f"# text = {text}")
        before = ""
        for number, word in enumerate(text.replace(",", " ,").replace(".", " .").split(), 1):
            tag = "O" if word not in names else "I-PER" if before == "Ane" else "B-PER"
            lines.append(f"{number}\t{word}\t_\t_\t_\t_\t_\t_\t_\tname={tag}")
            before = word
        lines.append("")
    return "\n".join(lines)


def write_treebank(folder: Path, name: str = "paper~1") -> Path:
    """The folder of a treebank that holds the article as ``nynorsk/train/NAME.conllu``."""
    place = folder / "nynorsk" / "train"
    place.mkdir(parents=True, exist_ok=True)
    (place / f"{name}.conllu").write_text(conllu(), encoding="utf-8")
    return folder
