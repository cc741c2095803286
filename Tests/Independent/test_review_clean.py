"""No paper that is signed or handed out speaks of the program, or doubts the law.

Everything of the file is looked at: text, margins, properties, comments, hidden and alternative
text, its name. The appraisal sheet alone may hold rules and doubts: it stays in the office.
"""

import json
import re
import zipfile

import pytest
from breaking import broken, rewritten
from conftest import PERIODS, SAMPLES, Built, built_documents, built_files, needed, shared
from lxml import etree
from package import DRAW, STYLE, TEXT, W
from said import DC, parts, texts, unseen

INSIDE = "phieu-tham-dinh"

# What is wrong wherever it stands.
FOREIGN = {
    "a rule": r"\bR\d\d\b",
    "a finding": r"\b[A-Z]{2}\d{3}\b",
    "a doubt about the law": r"(cần|chưa|phải|chờ) (được )?(đối chiếu|xác nhận văn bản)"
                             r"|đối chiếu (với )?văn bản gốc|dùng làm mẫu|theo văn bản mẫu"
                             r"|bài trích nguyên văn|lời văn cuối cùng|chờ quy định",
    "a file": r"\b[\w-]+\.(json|jsonl|docx|odt|swift|py|xml)\b",
    "a key": r"(?<![\w/])[a-z0-9]+(_[a-z0-9]+)+(?![\w/])",
    "a tag": r"<<|>>|«|»|\{\{|\}\}|‹|›|\[\[|\]\]|\$\{|<%",
    "a value that is none": r"\b(null|nil|none|undefined|nan|true|false|lorem|todo|fixme|xxx+)\b",
    "nothing counted": r"(?<!\d)00? (tập thể|cá nhân)\b",
}
# What is wrong unless the office wrote it, in an achievement for example.
OF_PROGRAMS = (
    r"thidua|phần mềm|tự động|sinh ra|sinh tự|hệ thống (này|tự)|máy tính|cơ sở dữ liệu"
    r"|chương trình (này|tự|chưa|không|đã|sinh|tạo|máy)|trong chương trình(?! công tác)"
    r"|json|swift|python|template|generator|software|script|dữ liệu đầu vào|mã đề nghị|mã lỗi")
# A blank where a name, a post or a number of things should be; `Số:` and days have theirs in drafts.
GAP = re.compile(
    r"\b([Ôô]ng|[Bb]à|cho|của|tập thể|cá nhân|đồng chí)( {2,}\S| [,;.:)])|\S {2,}\S|,\s*,|\(\s*\)")
BLANKS = re.compile(r"(ngày|tháng|[Ss]ố:?|Tờ trình|Quyết định|Kế hoạch)[ \u00a0]{2,}")


def records(period: str) -> list:
    """The files of a period and of the folder that it shares."""
    own = [json.loads(path.read_text(encoding="utf-8"))
           for path in sorted((SAMPLES / period).glob("*.json"))]
    return own + list(shared(period).values())


def office_texts(period: str) -> list[str]:
    """The longer texts that the office wrote into the files of a period."""
    def walk(value):
        if isinstance(value, dict):
            for item in value.values():
                yield from walk(item)
        elif isinstance(value, list):
            for item in value:
                yield from walk(item)
        elif isinstance(value, str) and len(value) > 15:
            yield value

    found = {text for value in records(period) for text in walk(value)}
    return sorted(found, key=lambda text: (-len(text), text))


def internal_ids(period: str) -> set[str]:
    """The ids of the files that no clerk would print: nominations, achievements, people."""
    found = set()

    def walk(value):
        if isinstance(value, dict):
            if isinstance(value.get("ma"), str) and re.search(r"\d", value["ma"]):
                found.add(value["ma"])
            value = list(value.values())
        for item in value if isinstance(value, list) else ():
            walk(item)

    for value in records(period):
        walk(value)
    return found


OFFICE_TEXTS = {period: office_texts(period) for period in PERIODS}
# The longest first: a text may begin another.
WRITTEN = {period: re.compile("|".join(re.escape(text.rstrip(".")) for text in found), re.IGNORECASE)
           for period, found in OFFICE_TEXTS.items()}
IDS = {period: internal_ids(period) for period in PERIODS}


def foreign(places: list[tuple[str, str]], period: str) -> list[str]:
    """What in the texts of a document is not for whoever is handed it."""
    faults = []
    for place, text in places:
        plain = text.replace("\u00a0", " ")
        for what, pattern in FOREIGN.items():
            flags = 0 if what in ("a rule", "a finding", "a key") else re.IGNORECASE
            if found := re.search(pattern, plain, flags):
                faults.append(f"{place}: {what}: {found[0]!r} in {text!r}")
        for word in re.findall(r"[\w]+(?:-[\w]+)*", plain):
            if word in IDS[period]:
                faults.append(f"{place}: the id {word} in {text!r}")
        if found := re.search(OF_PROGRAMS, WRITTEN[period].sub("", plain), re.IGNORECASE):
            faults.append(f"{place}: the program: {found[0]!r} in {text!r}")
        if place == "text" and (found := GAP.search(BLANKS.sub(r"\1 ", plain))):
            faults.append(f"{place}: a gap: {found[0]!r} in {text!r}")
    return faults


def faults(built: Built, path=None) -> list[str]:
    """What is wrong with a built document, or with a copy of it."""
    path = path or built.path
    return foreign(texts(path), built.period) + unseen(path)


def handed_out(*suffixes: str) -> list:
    """The documents that leave the office, as parameters."""
    return [p for p in built_files(*suffixes)
            if p.values[0] is None or p.values[0].kind != INSIDE]


@pytest.mark.parametrize("built", handed_out(".docx", ".odt"))
def test_paper_speaks_neither_of_the_program_nor_of_doubts(built):
    assert faults(needed(built)) == []


@pytest.mark.parametrize("built", built_files(".docx", ".odt"))
def test_appraisal_sheet_too_holds_nothing_unseen_and_no_tag(built):
    path = needed(built).path
    assert unseen(path) == []
    left = [t for _, t in texts(path) if re.search(FOREIGN["a tag"], t)]
    assert left == []


# The same documents, broken. A paper of each kind, in both formats


def one_of_each_kind() -> list:
    found: dict[tuple[str, str], Built] = {}
    for built in built_documents(".docx", ".odt"):
        if built.kind != INSIDE:
            found.setdefault((built.kind, built.path.suffix), built)
    if not found:
        return [pytest.param(None, id="no build")]
    return [pytest.param(built, id=built.name) for built in found.values()]


def longest(path) -> str:
    """The longest text of a document that stands in one piece."""
    root = etree.fromstring(_body(path))
    return max((t for e in root.iter(etree.Element) for t in (e.text, e.tail) if t), key=len)


def _body(path) -> bytes:
    held = parts(path)
    return held.get("word/document.xml") or held["content.xml"]


ADDED = [
    " (R05)", " RU031", " (cần đối chiếu văn bản gốc)", " chưa đối chiếu", " su-viec.json",
    " thanh_tich", " do phần mềm lập", " văn bản tự động", " ThiDua", " <<tên>>", " null",
    " ông , Chuyên viên", " bà  , Chuyên viên", " 00 tập thể", " TH03",
    " theo chương trình này"]


@pytest.mark.parametrize("added", ADDED)
@pytest.mark.parametrize("built", one_of_each_kind())
def test_check_sees_what_is_added_to_a_paper(built, added, tmp_path):
    text = longest(needed(built).path)
    path = broken(built.path, tmp_path, text, text + added)
    assert faults(built, path), added


@pytest.mark.parametrize("built", one_of_each_kind())
def test_check_sees_properties(built, tmp_path):
    part = "docProps/core.xml" if needed(built).path.suffix == ".docx" else "meta.xml"

    def speak(root) -> int:
        [title] = root.iter(DC + "title")
        title.text = "Văn bản do ThiDua lập"
        return 1

    assert faults(built, rewritten(built.path, tmp_path, speak, part))


@pytest.mark.parametrize("built", one_of_each_kind())
def test_check_sees_hidden_text(built, tmp_path):
    def hide(root) -> int:
        """Hides the letters of a run, or of every style of paragraphs."""
        runs = [r for r in root.iter(W + "r") if "".join(r.itertext()).strip()]
        for run in runs[:1]:
            properties = run.find(W + "rPr")
            properties = etree.SubElement(run, W + "rPr") if properties is None else properties
            etree.SubElement(properties, W + "vanish")
        styles = list(root.iter(STYLE + "text-properties"))
        for style in styles:
            style.set(TEXT + "display", "none")
        return len(runs[:1]) + len(styles)

    part = "word/document.xml" if needed(built).path.suffix == ".docx" else "styles.xml"
    assert faults(built, rewritten(built.path, tmp_path, hide, part))


@pytest.mark.parametrize("built", one_of_each_kind())
def test_check_sees_alternative_text(built, tmp_path):
    def speak(root) -> int:
        made = 0
        for element in root.iter(etree.Element):
            if etree.QName(element).localname == "docPr":
                element.set("descr", "<<kẻ trích yếu | rộng>>")
                made += 1
            elif element.tag.startswith(DRAW) and element.get(DRAW + "name"):
                element.set(DRAW + "name", "<<kẻ trích yếu | rộng>>")
                made += 1
        return made

    if not any(place == "alternative text" for place, _ in texts(needed(built).path)):
        return  # Nothing is drawn on this paper.
    body = "word/document.xml" if built.path.suffix == ".docx" else "content.xml"
    assert faults(built, rewritten(built.path, tmp_path, speak, body))


def test_check_sees_a_comment(tmp_path):
    for name in ("word/comments.xml", "word/commentsExtended.xml", "customXml/item1.xml"):
        path = tmp_path / "x.docx"
        with zipfile.ZipFile(path, "w") as archive:
            archive.writestr(name, "<a/>")
        assert unseen(path), name


def test_check_leaves_alone_what_the_office_wrote():
    period = PERIODS[1]
    for text in OFFICE_TEXTS[period]:
        assert not [f for f in foreign([("text", text)], period) if "the program" in f], text
    said = "Tổng hợp chương trình công tác của Văn phòng; Quyết định số     /QĐ-VPUB ngày     "
    assert foreign([("text", said)], period) == []
