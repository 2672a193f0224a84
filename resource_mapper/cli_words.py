"""argparse's own words in Japanese."""

import argparse
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NoReturn

WORDS = {
    "usage: ": "使い方：",
    "positional arguments": "指定するもの",
    "options": "選べる指定",
    "show this help message and exit": "この説明を表示して終わります",
    "show program's version number and exit": "版を表示して終わります",
    "the following arguments are required: %s": "次の指定が必要です：%s",
    "unrecognized arguments: %s": "分からない指定があります：%s",
    "expected one argument": "値を1つ指定してください",
    "argument %(argument_name)s: %(message)s": "%(argument_name)s：%(message)s",
    "invalid choice: %(value)r (choose from %(choices)s)": "「%(value)s」は使えません（使えるのは %(choices)s）",
    "invalid %(type)s value: %(value)r": "「%(value)s」は使えません",
    "ignored explicit argument %r": "%r は要りません",
    "not allowed with argument %s": "%s とはいっしょに使えません",
    "ambiguous option: %(option)s could match %(matches)s": "%(option)s だけでは決まりません（%(matches)s）",
}


@contextmanager
def in_japanese() -> Iterator[None]:
    """Let argparse take its words from the table above, through the gettext function it looks them up with."""
    original = argparse._  # type: ignore[attr-defined]
    argparse._ = lambda text: WORDS.get(text, original(text))  # type: ignore[attr-defined]
    try:
        yield
    finally:
        argparse._ = original  # type: ignore[attr-defined]


class JapaneseParser(argparse.ArgumentParser):
    """Tells of wrong usage in one plain line."""

    def error(self, message: str) -> NoReturn:
        """End with exit code 2."""
        self.exit(2, f"指定が正しくありません。{message}（{self.prog} --help で使い方を表示します）\n")
