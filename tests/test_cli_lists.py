"""`import` and `export` on the command line: every option, and what it says."""

import csv
from io import StringIO
from pathlib import Path

import pytest

from resource_mapper.cli import main
from resource_mapper.domain.resource import Resource
from resource_mapper.storage.document_file import open_document, save_document
from tests.helpers.factories import make_resource, make_worksheet

LIST = "市区町村名,名称,住所,曜日\n北市,百歳体操,本町1,月\n北市,,本町2,火\n南市,さくら会,港1,水\n"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "一覧.csv"
    path.write_bytes(LIST.encode("cp932"))
    return path


def saved(path: Path) -> tuple[Resource, ...]:
    return open_document(path).worksheet.resources


def run(*words: object) -> int:
    return main([str(word) for word in words])


def test_the_plain_import(path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("import", path, "-o", tmp_path / "a.xlsx") == 0
    assert [r.name for r in saved(tmp_path / "a.xlsx")] == ["百歳体操", "さくら会"]
    told = capsys.readouterr()
    assert told.out.startswith("2件を取り込みました：")
    assert "一覧.csv 3行：取り込みませんでした（名称がありません）" in told.err


def test_all_options_together(path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    report, out = tmp_path / "報告.csv", tmp_path / "a.xlsx"
    options = ("--encoding", "Shift_JIS", "--header-row", 1, "--municipality", "北市", "--suggest", "--report", report)
    assert run("import", path, "-o", out, *options) == 0
    (resource,) = saved(out)
    assert resource.category == "gathering"
    assert resource.note == "（提案）「百歳体操」とあるので 住民主体の通いの場、元気〜虚弱"
    lines = list(csv.reader(StringIO(report.read_text(encoding="utf-8-sig"))))
    assert lines == [
        ["一覧", "行", "取り込まなかった理由", "行の内容"],
        ["一覧.csv", "3", "名称がありません", "北市 本町2 火"],
    ]


def test_into_an_existing_worksheet(path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    old = tmp_path / "台帳.xlsx"
    mine = make_resource("百歳体操", address="本町1", schedule="日", note="私のメモ")
    save_document(make_worksheet(mine), old)
    assert run("import", path, "--into", old, "-o", tmp_path / "新.xlsx") == 0
    out = capsys.readouterr().out
    assert "変わる：「百歳体操」の曜日・日時：日 → 月" in out
    assert "2件で更新しました（新しい 1・変わる 1・同じ 0・とばす 1）" in out
    after = saved(tmp_path / "新.xlsx")
    assert [(r.name, r.schedule, r.note) for r in after] == [("百歳体操", "月", "私のメモ"), ("さくら会", "水", "")]
    assert after[0].id == mine.id
    assert saved(old)[0].schedule == "日", "the old file is as it was"
    assert run("import", path, "--into", old) == 0
    assert len(saved(old)) == 2


def test_what_is_gone_is_told_and_kept(path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = tmp_path / "a.xlsx"
    assert run("import", path, "-o", target) == 0
    path.write_text(LIST.replace("北市,百歳体操,本町1,月\n", ""), encoding="utf-8")
    capsys.readouterr()
    assert run("import", path, "--into", target) == 0
    out = capsys.readouterr().out
    assert "一覧から消えた：「百歳体操」（ワークシートには残してあります）" in out
    assert "一覧から消えた 1（残してあります）" in out
    assert len(saved(target)) == 2


@pytest.mark.parametrize(
    ("options", "code", "words"),
    [
        (("--municipality", "東市"), 1, "「東市」は、この一覧にありません。あるのは 北市、南市 です。"),
        (("--municipality", "市"), 1, "「市」が1つに決まりません。"),
        (("--sheet", "ない"), 1, "「ない」というシートはありません。あるのは 一覧.csv です。"),
        (("--encoding", "ebcdic"), 2, "「ebcdic」という文字コードは使えません"),
        (("--header-row", "0"), 2, "行の番号は 1 以上"),
    ],
)
def test_wrong_options_are_one_plain_line(
    path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], options: tuple[str, ...], code: int, words: str
) -> None:
    assert run("import", path, "-o", tmp_path / "a.xlsx", *options) == code
    told = capsys.readouterr().err
    assert words in told
    assert told.count("\n") == 1
    assert not (tmp_path / "a.xlsx").exists()


def test_somewhere_to_write_to_is_needed(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("import", path) == 2
    assert "-o" in capsys.readouterr().err


def test_export(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    book = tmp_path / "a.xlsx"
    save_document(make_worksheet(make_resource("さくら会", contact="090"), make_resource("夢", status="準備中")), book)
    assert run("export", book, "-o", tmp_path / "公開.csv") == 0
    told = capsys.readouterr()
    assert told.out.startswith("1件を書き出しました：")
    assert "「内部のみ」の連絡先（1件）" in told.err
    assert b"090" not in (tmp_path / "公開.csv").read_bytes()
    assert run("export", tmp_path / "ない.xlsx", "-o", tmp_path / "b.csv") == 1
