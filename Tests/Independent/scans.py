"""A scanned page as a PDF, written by hand: what an electronic copy of a paper is (SC01)."""

import pathlib
import zlib

INCH = 25.4


def write(path: pathlib.Path, density: int = 300, colour: bool = True, version: str = "1.4",
          width: float = 210, height: float = 297) -> pathlib.Path:
    """A page of this size, filled by one picture of so many dots to the inch."""
    across, down = round(width / INCH * density), round(height / INCH * density)
    dots = zlib.compress(bytes([230]) * (across * down * (3 if colour else 1)), 1)
    sides = f"{width / INCH * 72:.2f}", f"{height / INCH * 72:.2f}"
    drawing = f"q {sides[0]} 0 0 {sides[1]} 0 0 cm /S Do Q".encode()
    space = "/DeviceRGB" if colour else "/DeviceGray"
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Count 1/Kids[3 0 R]>>",
        f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 {sides[0]} {sides[1]}]/Contents 4 0 R"
        "/Resources<</XObject<</S 5 0 R>>>>>>".encode(),
        b"<</Length %d>>\nstream\n%s\nendstream" % (len(drawing), drawing),
        f"<</Type/XObject/Subtype/Image/Width {across}/Height {down}/BitsPerComponent 8/ColorSpace{space}"
        f"/Filter/FlateDecode/Length {len(dots)}>>\nstream\n".encode() + dots + b"\nendstream"]
    file, places = f"%PDF-{version}\n".encode(), []
    for number, data in enumerate(objects, 1):
        places.append(len(file))
        file += b"%d 0 obj\n%s\nendobj\n" % (number, data)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    end = b"xref\n0 6\n0000000000 65535 f \n%strailer\n<</Size 6/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n"
    path.write_bytes(file + end % (table, len(file)))
    return path
