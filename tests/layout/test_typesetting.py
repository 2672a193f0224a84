"""What can be drawn, where a line may break, and how a name fits its place."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resource_mapper.layout.typesetting import (
    break_evenly,
    break_units,
    fit_line,
    fit_name,
    missing_characters,
    printable,
    shorten,
    wrap,
    wrap_evenly,
    wrap_phrases,
)
from tests.helpers.square_measurer import MM_PER_EM_PT, SquareMeasurer
from tests.helpers.strategies import pieces

SQUARE = SquareMeasurer()
EM = 10 * MM_PER_EM_PT
"""A character at 10 pt: 3.528 mm."""

NEVER_FIRST = set(
    "）］｝〉》」』】〕、。，．・：；？！ー々ゝゞ〜％℃…ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ)]}.,:;?!%/"
)
NEVER_LAST = set("（［｛〈《「『【〔([{“‘")

japanese = st.lists(
    st.one_of(
        st.text("あいキャッチボール々漢字、。・ー（）「」…〜！？", max_size=6),
        st.sampled_from(("10:00", "¥1,000", "NPO", "e-mail", "2026/11/23", "50%", " ", "　", "Ａ３")),
        pieces,
    ),
    max_size=8,
).map("".join)


@pytest.mark.parametrize(
    "marked",
    [
        # kana, long vowels and small letters
        "い|き|い|き|サ|ロ|ン",
        "コー|ヒー|カッ|プ",
        "キャッ|チ|ボー|ル",
        "ちょっ|と|一|息",
        "ヴァ|イ|オ|リ|ン",
        "スー|パー・|ウォー|キ|ン|グ",
        "3ヶ|所",
        "佐々|木|さ|ん",
        "すゞ|め|の|会",
        "𠮷|野|家",
        "髙|﨑|①|㈱",
        # marks that end what is before them
        "は|い、|そ|う|で|す。",
        "えっ！？|本|当",
        "待っ|て…|く|だ|さ|い",
        "人・|物・|金",
        "通|所|B・|訪|問|B",
        "小|学|校〜|中|学|校",
        "い；|ろ：|は",
        # brackets
        "（仮）|み|ん|な|の|家",
        "「ひ|だ|ま|り」|の|会",
        "「（仮）」",
        "『夢』|『希|望』",
        "【新】|教|室",
        "体|操|（第|1・|3|水|曜）",
        "(株)|ABC",
        # Latin words, numbers, times, prices
        "NPO|法|人|ABC",
        "ＮＰＯ|法|人",
        "Community |Cafe",
        "Let's|体|操",
        "e-mail",
        "café",
        "a.b@c.jp",
        "10:00〜|11:30",
        "午|後|1:30",
        "第|2・|4|木|曜 |10:00",
        "2026/11/23",
        "R6.4.1",
        "03-1234-5678",
        "¥1,000",
        "￥５００|円",
        "3.5km",
        "50%|引|き",
        "５０％",
        "20℃",
        "1〜|2|回",
        "100|円/|回",
        "A3|判",
        # blanks stay at the end of a line
        "茶|話|会 |毎|週",
        "茶|話|会　|毎|週",
        # nothing to hold on to
        "",
        "。",
        "（",
        "ー|ン",
    ],
)
def test_lines_break_only_between_units(marked):
    assert break_units(marked.replace("|", "")) == ([part for part in marked.split("|") if part] or [])


@pytest.mark.parametrize(
    "marked",
    [
        "１０：００～|１１：３０",
        "３，０００|円",
        "ｻ|ﾛ|ﾝ|ｸﾞ|ﾙｰ|ﾌﾟ",
        "ﾃﾞ|ｲ､|送|迎｡",
        "｢ふ|れ|あ|い｣",
        "ｷｬｯ|ﾁ",
        "か\u309a|き",
        "e\u0301a",
    ],
)
def test_full_width_times_half_width_kana_and_combined_marks_stay_whole(marked):
    assert break_units(marked.replace("|", "")) == marked.split("|")


@given(japanese)
def test_units_joined_are_the_text(text):
    assert "".join(break_units(text)) == text


@given(japanese.map(lambda text: "".join(text.split())))
def test_no_unit_begins_or_ends_with_what_may_not(text):
    units = break_units(text)
    for unit in units[1:]:
        assert unit[0] not in NEVER_FIRST
    for unit in units[:-1]:
        assert unit[-1] not in NEVER_LAST or set(unit) <= NEVER_LAST | NEVER_FIRST


@pytest.mark.parametrize(
    ("text", "ems", "lines"),
    [
        ("いきいきサロン", 7, ["いきいきサロン"]),
        ("いきいきサロン", 4, ["いきいき", "サロン"]),
        ("みんなのカフェ", 6, ["みんなのカ", "フェ"]),  # フェ goes over whole
        ("第2・4木曜 10:00", 6, ["第2・4木曜", "10:00"]),  # the blank at the break is not drawn
        ("第2・4木曜 10:00", 4, ["第2・4", "木曜", "10:00"]),
        ("そうです。", 4, ["そうで", "す。"]),  # no mark hangs over the edge
        ("体操（水）", 3, ["体操", "（水）"]),
        ("A3用紙", 2, ["A3", "用紙"]),
        ("Community", 3, ["Community"]),  # a single unit that is wider stands alone
        ("はいCommunityの", 3, ["はい", "Community", "の"]),
        ("", 3, []),
        ("　", 3, []),
    ],
)
def test_wrap_at_a_width_in_characters(text, ems, lines):
    assert wrap(text, ems * EM + 1e-6, 10, SQUARE) == lines


def test_a_line_may_be_exactly_as_wide_as_its_place():
    width = SQUARE.width("あいう", 10)
    assert wrap("あいうえ", width, 10, SQUARE) == ["あいう", "え"]
    assert shorten("あいう", width, 10, SQUARE) == "あいう"
    assert fit_name("あいう", width, 10, 7, SQUARE).lines == ("あいう",)
    assert break_evenly("あいうえおか", 2, 10, SQUARE, width=width) == ("あいう", "えおか")


@given(japanese, st.floats(3, 80), st.sampled_from((7, 9.5, 11)))
def test_only_a_single_unit_is_ever_wider_than_the_line(text, width, size_pt):
    for line in wrap(text, width, size_pt, SQUARE):
        assert SQUARE.width(line, size_pt) <= width or len(break_units(line)) == 1


@given(japanese, st.floats(3, 80))
def test_wrapping_loses_nothing_but_blanks(text, width):
    assert "".join("".join(wrap(text, width, 10, SQUARE)).split()) == "".join(text.split())


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("通所B・訪問B", ("通所B・", "訪問B")),
        ("ふれあいサロン（桜台公民館）", ("ふれあいサロン", "（桜台公民館）")),
        ("住民主体の通いの場", ("住民主体の", "通いの場")),
        ("地域リハビリテーション活動支援事業", ("地域リハビリテーション", "活動支援事業")),
        ("Community Cafe", ("Community", "Cafe")),
    ],
)
def test_two_lines_break_where_a_phrase_ends(text, pair):
    assert break_evenly(text, 2, 10, SQUARE) == pair


@pytest.mark.parametrize("text", ["", "場", "Community", "（仮）"])
def test_one_unit_cannot_be_broken_in_two(text):
    assert break_evenly(text, 2, 10, SQUARE) is None


@given(japanese, st.floats(3, 60))
def test_a_pair_is_within_its_width_and_missed_only_where_none_is(text, width):
    pair = break_evenly(text, 2, 10, SQUARE, width=width)
    units = break_units(text)
    fitting = [
        cut
        for cut in range(1, len(units))
        if SQUARE.width("".join(units[:cut]).rstrip(), 10) <= width and SQUARE.width("".join(units[cut:]), 10) <= width
    ]
    assert (pair is None) == (not fitting)
    if pair:
        assert max(SQUARE.width(line, 10) for line in pair) <= width
        assert pair[0] + text[len(pair[0]) : len(text) - len(pair[1])] + pair[1] == text


@pytest.mark.parametrize(
    ("text", "ems", "short"),
    [
        ("いきいきサロン", 7, "いきいきサロン"),
        ("いきいきサロン", 6, "いきいきサ…"),
        ("茶話会 毎週", 5, "茶話会…"),
        ("あいう", 1, "…"),
    ],
)
def test_shorten_keeps_the_beginning(text, ems, short):
    assert shorten(text, ems * EM + 1e-6, 10, SQUARE) == short


@given(japanese, st.floats(3.6, 80))
def test_shortened_text_fits_and_says_so(text, width):
    short = shorten(text, width, 10, SQUARE)
    assert SQUARE.width(short, 10) <= width
    assert short == text or (short.endswith("…") and text.startswith(short[:-1]))


@pytest.mark.parametrize(
    ("name", "ems", "lines", "size_pt", "shortened"),
    [
        pytest.param("いきいきサロン", 7, ("いきいきサロン",), 10, False, id="on one line"),
        pytest.param("住民主体の通いの場", 5, ("住民主体の", "通いの場"), 10, False, id="on two"),
        # two lines of 6 in the width of 5 at 10 pt: 50 / 6 = 8.33 → 8
        pytest.param("あいうえおかきくけこさし", 5, ("あいうえおか", "きくけこさし"), 8, False, id="smaller"),
        # at 7 pt 50 / 7 = 7.14 characters go on a line
        pytest.param("あ" * 30, 5, ("あ" * 7, "あ" * 6 + "…"), 7, True, id="shortened"),
        # 10 em at 10 pt hold 13 characters at 7.5 pt: 13 × 7.5 = 97.5
        pytest.param("Communitycafe", 10, ("Communitycafe",), 7.5, False, id="a word that only fits smaller"),
        pytest.param("Communitycafe", 5, ("Commun…",), 7, True, id="a word that cannot break"),
    ],
)
def test_a_name_goes_on_one_line_else_two_else_smaller_else_is_shortened(name, ems, lines, size_pt, shortened):
    fitted = fit_name(name, ems * EM + 1e-6, 10, 7, SQUARE)
    assert (fitted.lines, fitted.size_pt, fitted.shortened) == (lines, size_pt, shortened)


@given(japanese.map(str.strip).filter(bool), st.floats(8, 80), st.sampled_from((7, 8.5, 11)))
def test_a_fitted_name_is_as_large_as_it_can_be(name, width, size_pt):
    sizes = [size for size in (11, 10.5, 10, 9.5, 9, 8.5, 8, 7.5, 7) if size <= size_pt]
    fitting = [s for s in sizes if SQUARE.width(name, s) <= width or break_evenly(name, 2, s, SQUARE, width=width)]
    fitted = fit_name(name, width, size_pt, 7, SQUARE)
    assert fitted.size_pt == max(fitting, default=7)
    assert fitted.shortened == (not fitting)
    assert len(fitted.lines) <= 2
    assert max(SQUARE.width(line, fitted.size_pt) for line in fitted.lines) <= width
    assert ("".join("".join(fitted.lines).split()) == "".join(name.split())) != fitted.shortened


def test_a_line_gets_smaller_then_shorter():
    # 10 characters in the width of 8 at 10 pt: 8 pt fits
    assert fit_line("あ" * 10, 8 * EM + 1e-6, 10, 7, SQUARE).size_pt == 8
    # 20 characters: at the floor of 7 pt 80 / 7 = 11.4 characters fit
    fitted = fit_line("あ" * 20, 8 * EM + 1e-6, 10, 7, SQUARE)
    assert (fitted.lines, fitted.size_pt, fitted.shortened) == (("あ" * 10 + "…",), 7, True)


@given(japanese, st.floats(6, 80))
def test_a_fitted_line_is_within_its_width(text, width):
    fitted = fit_line(text, width, 11, 7, SQUARE)
    assert SQUARE.width(fitted.lines[0], fitted.size_pt) <= width
    assert fitted.shortened == (fitted.lines[0] != text)
    assert 7 <= fitted.size_pt <= 11


@pytest.mark.parametrize(
    ("typed", "drawn", "missing"),
    [
        ("𠮷野家", "𠮷野家", ""),
        ("葛\U000e0100城", "葛城", ""),
        ("辻\ufe00", "辻", ""),
        ("か\u3099くえん", "がくえん", ""),
        ("花見🌸会🌸", "花見〓会〓", "🌸"),
        ("👨\u200d👩\u200d👧の会", "〓の会", "👨"),
        ("👍\U0001f3fd", "〓", "👍"),
        ("タブ\tと\n改行", "タブ と 改行", ""),
        ("見え\u200bない\u00ad", "見えない", ""),
        ("A\u00a0B", "A B", ""),
    ],
)
def test_what_the_font_lacks_is_drawn_as_geta_and_reported_once(typed, drawn, missing):
    font = SquareMeasurer(missing="🌸👨👩👧👍\U000e0100\ufe00\u200b\u00ad\u00a0\t\n")
    assert printable(typed, font) == drawn
    assert missing_characters(typed, font) == missing


@given(japanese)
def test_printable_text_is_in_the_font(text):
    font = SquareMeasurer(missing="あ漢𠮷🌸\u200b\t")
    assert all(font.has(char) for char in printable(text, font))
    assert missing_characters(printable(text, font), font) == ""


@pytest.mark.parametrize(
    ("phrases", "lines"),
    [
        (["第2木曜", "場所：公民館", "送迎：なし"], ["第2木曜　場所：公民館", "送迎：なし"]),
        (["あいうえおかきくけこさしす", "送迎：あり"], ["あいうえおかきくけこさし", "す　送迎：あり"]),
        ([], []),
    ],
)
def test_lines_end_between_phrases_where_they_can(phrases, lines):
    assert wrap_phrases(phrases, 12 * EM, 10, SQUARE) == lines


@given(japanese, st.integers(4, 14))
def test_evening_out_lines_adds_none_and_leaves_out_nothing(text, ems):
    lines, evened = wrap(text, ems * EM, 10, SQUARE), wrap_evenly(text, ems * EM, 10, SQUARE)
    assert len(evened) == len(lines)
    assert "".join("".join(evened).split()) == "".join(text.split())


def test_no_single_character_hangs_below_a_paragraph():
    assert wrap("あ" * 21, 10 * EM, 10, SQUARE)[-1] == "あ"
    assert [len(line) for line in wrap_evenly("あ" * 21, 10 * EM, 10, SQUARE)] == [9, 9, 3]
    assert [len(line) for line in wrap_evenly("あ" * 11, 10 * EM, 10, SQUARE)] in ([5, 6], [6, 5])
    assert len(wrap_evenly("あ" * 30, 10 * EM, 10, SQUARE)) == 3


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("生涯学習的な趣味活動（個人）", ("生涯学習的な", "趣味活動", "（個人）")),
        ("介護予防・生活支援サービス", ("介護予防・", "生活支援", "サービス")),
        ("住民主体の通いの場", ("住民主体の", "通いの場")),
    ],
)
def test_labels_break_where_phrases_end(text: str, lines: tuple[str, ...]) -> None:
    assert break_evenly(text, len(lines), 10, SQUARE) == lines


def test_a_text_of_fewer_pieces_than_lines_has_no_such_break() -> None:
    assert break_evenly("サロン", 4, 10, SQUARE) is None
