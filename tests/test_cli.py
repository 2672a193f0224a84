"""The command line: the whole main job, and one plain Japanese line for every fault."""

import errno
import os
import re
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from zipfile import ZipFile

import pypdfium2
import pytest

from resource_mapper import cli, cli_jobs
from resource_mapper.cli import main
from resource_mapper.storage.document_file import open_document
from tests.helpers.factories import make_resource, make_worksheet, many_resources

pytestmark = pytest.mark.usefixtures("qapp")
JAPANESE = re.compile("[ぁ-んァ-ヶ一-龠]")


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    path = tmp_path / "見本.xlsx"
    assert main(["sample", str(path)]) == 0
    return path


def save(worksheet: object, path: Path) -> Path:
    from resource_mapper.storage.document_file import save_document

    save_document(worksheet, path)  # type: ignore[arg-type]
    return path


def pdf_text(path: Path) -> str:
    document = pypdfium2.PdfDocument(path)
    try:
        return "".join(page.get_textpage().get_text_bounded() for page in document)
    finally:
        document.close()


def pages(path: Path) -> int:
    document = pypdfium2.PdfDocument(path)
    try:
        return len(document)
    finally:
        document.close()


def test_sample_has_the_24_resources_of_the_deck(sample: Path) -> None:
    assert len(open_document(sample).worksheet.resources) == 24


def test_blank_sample_has_but_one_card(tmp_path: Path) -> None:
    assert main(["sample", str(tmp_path / "b.xlsx"), "--blank"]) == 0
    assert [r.name for r in open_document(tmp_path / "b.xlsx").worksheet.resources] == ["介護サービス"]


def test_print_gives_one_page_with_every_name(sample: Path, tmp_path: Path) -> None:
    target = tmp_path / "s.pdf"
    assert main(["print", str(sample), "-o", str(target)]) == 0
    text = pdf_text(target)
    assert pages(target) == 1
    assert all(resource.name in text for resource in open_document(sample).worksheet.resources)


@pytest.mark.parametrize("lens", ["圏域", "support", "自由配置", "状況"])
def test_print_through_a_lens_by_label_or_id(sample: Path, tmp_path: Path, lens: str) -> None:
    assert main(["print", str(sample), "-o", str(tmp_path / "s.pdf"), "--lens", lens]) == 0


def test_print_blank(sample: Path, tmp_path: Path) -> None:
    assert main(["print", str(sample), "-o", str(tmp_path / "b.pdf"), "--sheet", "blank"]) == 0
    text = pdf_text(tmp_path / "b.pdf")
    assert "介護サービス" in text
    assert "囲碁教室" not in text


def test_check_says_that_all_is_well(sample: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(sample)]) == 0
    assert capsys.readouterr().out.strip() == "24件。問題はありません。"


def test_check_names_sheet_row_and_column(sample: Path, capsys: pytest.CaptureFixture[str]) -> None:
    from openpyxl import load_workbook

    book = load_workbook(sample)
    sheet = book["資源一覧"]
    label = next(cell.column for cell in sheet[1] if cell.value == "定員")
    sheet.cell(5, label).value = "約20名"
    book.save(sample)
    assert main(["check", str(sample)]) == 0
    assert "資源一覧 5行 「定員」" in capsys.readouterr().out


def test_300_resources_are_all_printed(tmp_path: Path) -> None:
    worksheet = make_worksheet(*many_resources(300))
    path = save(worksheet, tmp_path / "300.xlsx")
    assert main(["print", str(path), "-o", str(tmp_path / "300.pdf")]) == 0
    text = re.sub(r"\s", "", pdf_text(tmp_path / "300.pdf"))
    ended = {resource.name for resource in worksheet.resources if resource.status == "終了"}
    missing = [r.name for r in worksheet.resources if r.name not in text and r.name not in ended]
    assert missing == []


def test_waiting_cards_and_missing_glyphs_are_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = save(make_worksheet(make_resource("🏠の会", span=None)), tmp_path / "a.xlsx")
    assert main(["print", str(path), "-o", str(tmp_path / "a.pdf")]) == 0
    assert "🏠" in capsys.readouterr().err
    assert "〓の会" in pdf_text(tmp_path / "a.pdf")


def truncated(path: Path) -> Path:
    path.write_bytes(path.read_bytes()[:3000])
    return path


def renamed_text(path: Path) -> Path:
    path.write_text("これはただの文です", encoding="utf-8")
    return path


def damaged_inside(path: Path) -> Path:
    with ZipFile(path, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("xl/workbook.xml", "<workbook")
    return path


def missing(path: Path) -> Path:
    return path.with_name("ない.xlsx")


def folder(path: Path) -> Path:
    return path.parent


@pytest.mark.parametrize("command", ["print", "picture", "check", "import"])
@pytest.mark.parametrize(
    "spoil",
    [truncated, renamed_text, damaged_inside, missing, folder],
)
def test_a_bad_file_is_one_plain_line_and_leaves_the_target(
    sample: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    command: str,
    spoil: Callable[[Path], Path],
) -> None:
    target = tmp_path / "target"
    target.write_bytes(b"old")
    bad = spoil(sample)
    capsys.readouterr()
    output = [] if command == "check" else ["-o", str(target)]
    assert main([command, str(bad), *output]) == 1
    said = capsys.readouterr().err.strip().splitlines()
    assert len(said) == 1
    assert JAPANESE.search(said[0])
    assert "Traceback" not in said[0]
    assert target.read_bytes() == b"old"


WRITING = (
    ["sample", "{target}"],
    ["import", "{sample}", "-o", "{target}"],
    ["print", "{sample}", "-o", "{target}"],
    ["picture", "{sample}", "-o", "{target}", "--width", "400"],
)


@pytest.mark.parametrize("arguments", WRITING, ids=lambda words: words[0])
@pytest.mark.parametrize(("code", "word"), [(errno.ENOSPC, "空き"), (errno.EACCES, "権限")])
def test_a_full_disk_or_a_forbidden_folder_is_told_and_the_target_stays(
    sample: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    arguments: list[str],
    code: int,
    word: str,
) -> None:
    target = tmp_path / "target.xlsx"
    target.write_bytes(b"old")

    def failing(_descriptor: int) -> None:
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(os, "fsync", failing)
    capsys.readouterr()
    assert main([argument.format(sample=sample, target=target) for argument in arguments]) == 1
    said = capsys.readouterr().err.strip().splitlines()[-1]
    assert word in said
    assert target.read_bytes() == b"old"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["target.xlsx", sample.name]


@pytest.mark.skipif(os.name == "nt", reason="POSIX permissions")
def test_a_write_protected_file_is_not_replaced(sample: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "a.pdf"
    target.write_bytes(b"old")
    target.chmod(0o444)
    # Root may write anywhere; what counts is that the program asks.
    monkeypatch.setattr(os, "access", lambda path, mode: not (Path(path) == target and mode == os.W_OK))
    assert main(["print", str(sample), "-o", str(target)]) == 1
    assert target.read_bytes() == b"old"


def test_picture_is_as_wide_as_asked_and_stacks_pages(tmp_path: Path) -> None:
    path = save(make_worksheet(*many_resources(60)), tmp_path / "60.xlsx")
    assert main(["picture", str(path), "-o", str(tmp_path / "60.png"), "--width", "840"]) == 0
    header = (tmp_path / "60.png").read_bytes()[16:24]
    width, height = int.from_bytes(header[:4], "big"), int.from_bytes(header[4:], "big")
    assert (width, height) == (840, (2 * 297 + 8) * 2)  # two pages and the gap between them, at 2 px/mm


@pytest.mark.parametrize(
    "arguments",
    [
        ["sample", "{folder}/ない/a.xlsx"],
        ["print", "{sample}", "-o", "{folder}/ない/a.pdf"],
        ["print", "{sample}", "-o", "{folder}"],
        ["picture", "{sample}", "-o", "/dev/full/a.png"],
    ],
)
def test_a_bad_target_is_told(
    sample: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], arguments: list[str]
) -> None:
    capsys.readouterr()
    assert main([word.format(sample=sample, folder=tmp_path) for word in arguments]) == 1
    said = capsys.readouterr().err.strip()
    assert "\n" not in said
    assert "元のファイルはそのままです" in said or "フォルダー" in said


@pytest.mark.parametrize(
    "arguments",
    [
        ["print", "a.xlsx"],
        ["print", "a.xlsx", "-o", "b.pdf", "--lens", "五十音"],
        ["print", "a.xlsx", "-o", "b.pdf", "--sheet", "poster"],
        ["picture", "a.xlsx", "-o", "b.png", "--width", "0"],
        ["picture", "a.xlsx", "-o", "b.png", "--width", "広い"],
        ["sample"],
        ["check", "a.xlsx", "b.xlsx"],
        ["a.xlsx", "b.xlsx"],
        ["--no-such-option"],
    ],
)
def test_wrong_usage_is_one_plain_line(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(arguments) == 2
    said = capsys.readouterr().err.strip()
    assert "\n" not in said
    assert JAPANESE.search(said)
    assert not re.search(r"\b(error|argument|required|invalid|usage)\b", said)


@pytest.mark.parametrize("arguments", [["--help"], ["print", "--help"], ["--version"]])
def test_help_is_japanese(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(arguments) == 0
    said = capsys.readouterr().out
    assert JAPANESE.search(said)
    assert not re.search(r"\b(show|usage|options|positional|exit)\b", said)


def test_no_display_is_one_plain_line(tmp_path: Path) -> None:
    hidden = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}
    environment = {key: value for key, value in os.environ.items() if key not in hidden}
    if not sys.platform.startswith("linux"):
        pytest.skip("only Linux can be without a display")
    done = subprocess.run(
        [sys.executable, "-m", "resource_mapper"],
        env=environment,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 1
    assert "画面" in done.stderr
    assert done.stderr.count("\n") == 1


def test_every_job_has_its_word() -> None:
    assert set(cli.JOBS) == set(cli_jobs.COMMANDS)


def test_heavy_libraries_are_loaded_only_where_they_are_needed() -> None:
    heavy = ("openpyxl", "reportlab", "PySide6", "python_calamine")
    code = f"import sys, resource_mapper.cli_jobs; print([name for name in {heavy} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60)
    assert done.stdout.strip() == "[]"


def test_merge_tells_what_it_did_and_keeps_everything(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    salon = make_resource("サロン", id="r23456789abc", fee="100円")
    a = save(make_worksheet(salon, make_resource("体操", id="x")), tmp_path / "a.xlsx")
    b = save(make_worksheet(replace(salon, fee="=無料"), make_resource("茶話会", id="y")), tmp_path / "b.xlsx")
    out, report = tmp_path / "町.xlsx", tmp_path / "違い.csv"
    assert main(["merge", str(a), str(b), "-o", str(out), "--report", str(report), "--keep", "right"]) == 0
    assert {each.name: each.fee for each in open_document(out).worksheet.resources} == {
        "サロン": "=無料",
        "体操": "",
        "茶話会": "",
    }
    assert "新しい 1件・同じ 0件・違いがある 1件" in capsys.readouterr().out
    lines = report.read_text(encoding="utf-8-sig").splitlines()
    assert lines[1:] == ["b.xlsx,違いがある,サロン,,参加費,100円,'=無料,右", "b.xlsx,新しい,茶話会,,,,,"]


def test_print_takes_several_sheets_and_options(sample: Path, tmp_path: Path) -> None:
    out = tmp_path / "資料.pdf"
    words = ["print", str(sample), "-o", str(out), "--sheet", "list,by-state", "--paper", "A3", "--mono", "--ruler"]
    assert main(words) == 0
    text = pdf_text(out)
    assert "地域の資源一覧" in text
    assert "虚弱の人に紹介できる所" in text


@pytest.mark.parametrize(
    "words", [["--sheet", "list,nonsense"], ["--paper", "B5"], ["--status", "いる"], ["--spare-cards", "-1"]]
)
def test_print_options_that_do_not_exist_are_wrong_usage(
    sample: Path, tmp_path: Path, words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["print", str(sample), "-o", str(tmp_path / "o.pdf"), *words]) == 2
    (line,) = capsys.readouterr().err.splitlines()
    assert JAPANESE.search(line)


def test_24_blank_sheets_for_24_towns_in_one_go(sample: Path, tmp_path: Path) -> None:
    towns, folder = tmp_path / "町.txt", tmp_path / "研修"
    names = [f"{number}の町" for number in range(22)] + ["CON", "A/B町"]
    towns.write_text("\r\n".join(["", *names, "0の町"]), encoding="cp932")
    assert main(["print", str(sample), "-o", str(folder), "--sheet", "blank", "--towns", str(towns)]) == 0
    made = sorted(path.name for path in folder.iterdir())
    assert len(made) == 24
    assert "＿CON_記入用シート.pdf" in made
    assert "A＿B町" not in pdf_text(folder / "A＿B町_記入用シート.pdf")
    assert "A/B町" in pdf_text(folder / "A＿B町_記入用シート.pdf")


def test_one_pdf_for_each_district(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    sheet = make_worksheet(make_resource("甲", district="東"), make_resource("乙", district="西"), make_resource("丙"))
    book, folder = save(sheet, tmp_path / "町.xlsx"), tmp_path / "地区"
    assert main(["print", str(book), "-o", str(folder), "--each-district", "--sheet", "list"]) == 0
    assert sorted(path.name for path in folder.iterdir()) == ["東_資源一覧.pdf", "西_資源一覧.pdf"]
    assert "乙" in pdf_text(folder / "西_資源一覧.pdf")
    assert "甲" not in pdf_text(folder / "西_資源一覧.pdf")
    capsys.readouterr()
    assert main(["print", str(book), "-o", str(book), "--each-district"]) == 1
    assert "フォルダー" in capsys.readouterr().err
    empty = save(make_worksheet(), tmp_path / "空.xlsx")
    assert main(["print", str(empty), "-o", str(folder), "--each-district"]) == 1


def test_an_unexpected_error_is_one_plain_line(
    sample: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise ZeroDivisionError("山田太郎")

    monkeypatch.setattr("resource_mapper.printing.sheets.all_pages", fail)
    assert main(["print", str(sample), "-o", str(tmp_path / "a.pdf")]) == 1
    (line,) = capsys.readouterr().err.splitlines()
    assert "元のファイルは変更していません" in line
    assert "ZeroDivisionError" in line
    assert "山田" not in line


@pytest.mark.parametrize("word", ["都市", "郊外", "中山間", "mountain"])
def test_a_town_to_train_on(tmp_path: Path, word: str) -> None:
    assert main(["sample", str(tmp_path / "t.xlsx"), "--town", word]) == 0
    opened = open_document(tmp_path / "t.xlsx")
    assert len(opened.worksheet.resources) >= 40
    assert opened.problems == ()


def test_an_unknown_town_is_wrong_usage(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["sample", str(tmp_path / "t.xlsx"), "--town", "月"]) == 2
    assert "都市・郊外・中山間" in capsys.readouterr().err
    assert main(["sample", str(tmp_path / "t.xlsx"), "--town", "都市", "--blank"]) == 2
    assert JAPANESE.search(capsys.readouterr().err)
    assert not (tmp_path / "t.xlsx").exists()
