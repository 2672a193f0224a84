"""練習用の町: three invented towns to train on, each with the riches and the gaps of its kind (deck p3, p4, p14)."""

from typing import NamedTuple


class TrainingTown(NamedTuple):
    """One town: the word by which it is chosen, what it is for, and its heading."""

    id: str
    word: str
    purpose: str
    municipality: str
    area: str
    elderly: int


TOWNS = (
    # Many turn 75 at once. Much can be bought, but neighbours hardly know each other; 新波止場 has nowhere to go.
    # No 訪問B, no 通所B, and no way on after the short-term service.
    TrainingTown(
        id="urban",
        word="都市",
        purpose="マンションと団地の町。教室やサービスは多い一方で…",
        municipality="かざみどり市",
        area="運河中学校区",
        elderly=6_400,
    ),
    # A new town that grows old all at once, rich in hobbies and exercises. Slopes are the trouble; 南ひばり坂 has
    # nowhere to go. No 訪問A, no 通所A; after the short-term service people go back home.
    TrainingTown(
        id="suburb",
        word="郊外",
        purpose="坂の多いニュータウン。趣味の会と体操は盛んですが…",
        municipality="ことり台市",
        area="ことり台中学校区",
        elderly=5_200,
    ),
    # Rich in mutual help and natural support, but those who run it are old: some has paused, some has ended. Only the
    # usual services, nothing short-term; no ride from 峠口; records are old.
    TrainingTown(
        id="mountain",
        word="中山間",
        purpose="山あいの小さな町。助け合いは豊かですが、足と担い手が…",
        municipality="ほしみ谷町",
        area="町全体",
        elderly=1_350,
    ),
)
"""In the order in which they are offered, and what is to be found in them (which is told nobody beforehand)."""
