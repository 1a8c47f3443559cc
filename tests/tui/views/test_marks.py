"""A text with what was found in it marked."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from feeds.model import Span
from tui.views.lines import Tone
from tui.views.marks import Mark, marked

FOUND, POINT, UNMATCHED, PLAIN = Tone.FOUND, Tone.POINT, Tone.UNMATCHED, Tone.PLAIN
SPANS = st.tuples(st.integers(-5, 60), st.integers(-5, 60))


def drawn(text: str, *marks: Mark, words: tuple[Span, ...] = ()) -> list[str]:
    """Return the lines without their tones."""
    return ["".join(part.text for part in line) for line in marked(text, marks, words)]


def test_marks_stand_in_brackets_with_what_they_are_called() -> None:
    text = "It rained. They came.\n\nThey left."
    marks = (Mark(11, 21, "r1", FOUND), Mark(11, 21, "r2", FOUND), Mark(23, 33, "u1", UNMATCHED))
    assert drawn(text, *marks) == ["It rained. [r1 r2 They came.]", "", "[u1 They left.]"]
    lines = marked(text, marks, [Span(16, 20)])
    assert [(part.text, part.tone) for part in lines[0]] == [
        ("It rained. ", PLAIN),
        ("[r1 r2 They ", FOUND),
        ("came", POINT),
        (".]", FOUND),
    ]
    assert [part.tone for part in lines[2]] == [UNMATCHED]


def test_marks_lie_within_each_other_and_overlap() -> None:
    text = "They came, he said. And left."
    within = (Mark(0, 19, "r1", FOUND), Mark(0, 9, "q1", FOUND), Mark(5, 9, "u1", UNMATCHED))
    assert drawn(text, *within) == ["[r1 [q1 They [u1 came]], he said.] And left."]
    across = (Mark(0, 19, "r1", FOUND), Mark(11, 29, "q1", FOUND))
    assert drawn(text, *across) == ["[r1 They came, [q1 he said.] And left.]"]


def test_a_mark_goes_on_over_an_end_of_line() -> None:
    assert drawn("one\ntwo", Mark(0, 7, "q1", FOUND)) == ["[q1 one", "two]"]


def test_words_outside_of_marks_are_plain() -> None:
    ((part,),) = marked("They came.", (), [Span(5, 9)])
    assert part.tone is PLAIN


@given(st.text(alphabet="ab \n", max_size=50), st.lists(SPANS, max_size=8), st.lists(SPANS, max_size=8))
def test_any_marks_leave_the_text_as_it_is(
    text: str, spans: list[tuple[int, int]], words: list[tuple[int, int]]
) -> None:
    marks = [Mark(start, end, f"r{number}", FOUND) for number, (start, end) in enumerate(spans)]
    kept = {(mark.start, mark.end) for mark in marks if 0 <= mark.start < mark.end <= len(text)}
    drawn_text = "\n".join(drawn(text, *marks, words=tuple(Span(*word) for word in words)))
    assert drawn_text.count("]") == len(kept)
    for number in range(len(marks)):
        drawn_text = drawn_text.replace(f"r{number} ", "")
    assert drawn_text.replace("[", "").replace("]", "") == text
