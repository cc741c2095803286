"""Measures of a printed page: each is made for a text and gives a number, words or a truth."""

import typing

from looks import Look, Piece

Measure = typing.Callable[[Look], typing.Any]


def of(name: str) -> typing.Callable[[str], Measure]:
    """A property of the letters that begin with a text."""
    return lambda start: lambda look: getattr(look.piece(start), name)


size, bold, italic, colour, face = map(of, ("size", "bold", "italic", "colour", "face"))
left, top, right = map(of, ("left", "top", "right"))


def said(start: str) -> Measure:
    """The words on the line that begins with a text, large or small letters."""
    def measure(look: Look) -> str:
        number, first = next(iter(look.places(start)), (0, None))
        if first is None:
            return ""
        line = next(line for line in look.sheets[number].lines() if first in line)
        words, end = first.text, first.right
        for piece in line[line.index(first) + 1:]:
            if piece.left - end > 8:
                break
            words, end = f"{words} {piece.text}", piece.right
        return words
    return measure


def times(words: str) -> Measure:
    """How often words are printed."""
    return lambda look: sum(sheet.text.count(words) for sheet in look.sheets)


def follows(start: str) -> Measure:
    """The words of the line below the one that begins with a text."""
    def measure(look: Look) -> str:
        number, first = look.places(start)[0]
        lines = look.sheets[number].lines()
        below = [line for line in lines if line[0].top > first.top + 2]
        return " ".join(p.text for p in below[0]) if below else ""
    return measure


def page(start: str) -> Measure:
    """The page on which a text begins, counted from 1."""
    return lambda look: look.page_of(start)


def paper(look: Look) -> tuple[float, float]:
    return look.sheets[0].width, look.sheets[0].height


def first_line(page: int) -> Measure:
    """The uppermost words of a page, counted from 1."""
    return lambda look: " ".join(p.text for p in look.sheets[page - 1].lines()[0])


def body_top(page: int) -> Measure:
    """Where the body of a page begins below its number."""
    return lambda look: next(
        line[0].top for line in look.sheets[page - 1].lines() if not line[0].text.isdecimal())


def foot(page: int) -> Measure:
    """How much of a full page stays empty below its last line."""
    def measure(look: Look) -> float:
        sheet = look.sheets[page - 1]
        return sheet.height - max(p.bottom for p in sheet.pieces)
    return measure


def number(name: str) -> Measure:
    """A property of the number at the top of the second page."""
    return lambda look: getattr(look.sheets[1].lines()[0][0], name)


def leftmost(look: Look) -> float:
    """Where the first letters of the first page begin."""
    return min(p.left for p in look.sheets[0].pieces)


def numbers_below(look: Look) -> list[str]:
    """The lone figures in the lower margin of the second page."""
    sheet = look.sheets[1]
    return [p.text for p in sheet.pieces if p.text.isdecimal() and p.top > sheet.height - 25]


def line_end(start: str) -> Measure:
    """Where the line that begins with a text ends, whatever pieces it is set in."""
    def measure(look: Look) -> float:
        number, first = look.places(start)[0]
        return next(line for line in look.sheets[number].lines() if first in line)[-1].right
    return measure


def apart(upper: str, lower: str) -> Measure:
    """How far below one text another stands, foot to foot, in points."""
    return lambda look: (look.piece(lower).bottom - look.piece(upper).bottom) / 25.4 * 72


def room(upper: str, lower: str) -> Measure:
    """How much is free between one text and the next, millimetres."""
    return lambda look: look.piece(lower).top - look.piece(upper).bottom


def pitch(start: str) -> Measure:
    """From the foot of a text's first line to that of the next, in points."""
    def measure(look: Look) -> float:
        number, first = look.places(start)[0]
        below = [line[0].bottom for line in look.sheets[number].lines() if line[0].bottom > first.bottom + 2]
        return (below[0] - first.bottom) / 25.4 * 72
    return measure


def indented(start: str) -> Measure:
    """How far a text's first line begins right of the margin that the opening's second line shows."""
    return lambda look: look.piece(start).left - look.piece("phong trào thi đua năm 2026").left


def off_middle(start: str, against: str) -> Measure:
    """How far the middle of a text lies right of that of another."""
    def middle(piece: Piece) -> float:
        return (piece.left + piece.right) / 2
    return lambda look: middle(look.piece(start)) - middle(look.piece(against))


def rules(start: str) -> typing.Callable[[Look], list]:
    """The level lines right below a text, within or beside its column."""
    def found(look: Look) -> list:
        number, above = look.places(start)[0]
        return [s for s in look.segments(number) if s.level and -2 < s.top - above.bottom < 6
                and s.left < above.right + 25 and s.right > above.left - 25]
    return found


def rule_length(start: str) -> Measure:
    """The length of the line below a text, 0 when there is none."""
    return lambda look: max((s.length for s in rules(start)(look)), default=0)


def rule_dashed(start: str) -> Measure:
    return lambda look: any(s.dashed for s in rules(start)(look))


def rule_shift(start: str) -> Measure:
    """How far the middle of the line lies right of that of the text above it."""
    def measure(look: Look) -> float:
        above, [line] = look.piece(start), rules(start)(look)
        return (line.left + line.right - above.left - above.right) / 2
    return measure


def rule_fall(start: str) -> Measure:
    """How far below the letters' lower edge the line lies."""
    return lambda look: rules(start)(look)[0].top - look.piece(start).bottom


def upright_lines(look: Look) -> int:
    """How many upright lines the first page has: those of borders."""
    return sum(not s.level for s in look.segments())


def framed(start: str) -> Measure:
    """The width and height of the frame drawn around a text; zeros when there is none."""
    def measure(look: Look) -> tuple[float, float]:
        number, inner = look.places(start)[0]
        around = [s for s in look.segments(number)
                  if s.left < inner.right + 12 and s.right > inner.left - 12
                  and inner.top - 4 < (s.top + s.bottom) / 2 < inner.bottom + 6]
        return (max((s.length for s in around if s.level), default=0),
                max((s.length for s in around if not s.level), default=0))
    return measure


def full_line(start: str) -> Measure:
    """The length of the longest line right above a text."""
    def measure(look: Look) -> float:
        number, below = look.places(start)[0]
        return max((s.length for s in look.segments(number)
                    if s.level and -12 < s.top - below.top < 1.5), default=0)
    return measure


def glassy(look: Look) -> int:
    """How many pictures one can see through: those that have a mask."""
    return sum(p["type"] == "smask" for p in look.pictures())


def all_of(*measures: Measure) -> Measure:
    """Several measures at once."""
    return lambda look: tuple(measure(look) for measure in measures)
