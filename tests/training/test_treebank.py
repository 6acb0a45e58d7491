"""Reading treebanks, and the raw text that their words stand in."""

from __future__ import annotations

from pathlib import Path

from training.treebank import raw_documents, read_treebank

FILE = """\
# newdoc id = first
# newpar
# text = They don't.
1\tThey\tthey\tPRON\tPRP\t_\t2\tnsubj\t_\t_
2-3\tdon't\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No
2\tdo\tdo\tAUX\tVBP\t_\t0\troot\t_\t_
3\tn't\tnot\tPART\tRB\t_\t2\tadvmod\t_\t_
4\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_

# newpar
1\tYes\tyes\tINTJ\tUH\t_\t0\troot\t_\t_
1.1\tgone\t_\t_\t_\t_\t_\t_\t_\t_

# newdoc id = second
1\tNo\tno\tINTJ\tUH\t_\t0\troot\t_\tSpaceAfter=No
2\t.\t.\tPUNCT\t.\t_\t1\tpunct\t_\t_
"""


def test_text_is_rebuilt_with_its_spaces_and_paragraphs(tmp_path: Path) -> None:
    path = tmp_path / "sample.conllu"
    path.write_text(FILE, encoding="utf-8")
    first, second = raw_documents(list(read_treebank(path)))
    assert first.text == "They don't.\n\nYes "
    assert [first.text[a:b] for a, b in first.offsets] == ["They", "do", "n't", ".", "Yes"]
    assert second.text == "No. "


def test_empty_nodes_are_left_out_and_heads_kept(tmp_path: Path) -> None:
    path = tmp_path / "sample.conllu"
    path.write_text(FILE, encoding="utf-8")
    sentences = list(read_treebank(path))
    assert [len(sentence.words) for sentence in sentences] == [4, 1, 2]
    assert [word.head for word in sentences[0].words] == [2, 0, 2, 2]
