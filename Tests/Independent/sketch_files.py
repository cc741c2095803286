"""What both writers of sketches share: pictures, and packages."""

import base64
import pathlib
import struct
import zipfile
import zlib
from xml.sax.saxutils import escape

__all__ = ["escape", "media", "package", "png"]

JPEG = base64.b64decode(
    "/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAAgGBgcGBQgHBwcJCQgKDBQNDAsLDBkSEw8UHRofHh0aHBwgJC4nICIsIxwcKDcpLDAx"
    "NDQ0Hyc5PTgyPC4zNDL/wAALCAABAAEBAREA/8QAFAABAAAAAAAAAAAAAAAAAAAACf/EABQQAQAAAAAAAAAAAAAAAAAAAAD/2gAI"
    "AQEAAD8AVN//2Q==")


def png(clear: bool) -> bytes:
    """A blue square, or red where one cannot see through it, of four dots a side."""
    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
    dot = bytes([0, 0, 200, 128]) if clear else bytes([200, 0, 0])
    rows = b"".join(b"\0" + dot * 4 for _ in range(4))
    head = struct.pack(">IIBBBBB", 4, 4, 8, 6 if clear else 2, 0, 0, 0)
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows))
            + chunk(b"IEND", b""))


def media() -> dict[str, bytes]:
    """The files of pictures by the names that sketches give them."""
    return {"clear.png": png(True), "flat.png": png(False), "jpeg.jpg": JPEG}


def package(path: pathlib.Path, parts: dict[str, bytes | str]) -> pathlib.Path:
    """Writes a package; a first part named mimetype is not compressed."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as target:
        for name, data in parts.items():
            kind = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            target.writestr(name, data, kind)
    return path
