"""Pictures that are none, or are more than they say."""

import io
import struct
import zlib
from pathlib import Path

from PIL import Image
from PIL.PngImagePlugin import PngInfo

PAGE = b"<html><script>alert(1)</script></html>"


def write_pictures(folder: Path) -> None:
    """Write the pictures that the cases name."""
    for name, data in (*_whole().items(), *_lying().items(), *_foreign().items()):
        (folder / name).write_bytes(data)
    (folder / "link.png").symlink_to("/etc/passwd")


def _whole() -> dict[str, bytes]:
    """Pictures that can be decoded, with something besides."""
    green = Image.new("RGB", (60, 40), "green")
    plain = _encode(green, "PNG")
    info = PngInfo()
    info.add_text("x", "\0" * 900_000, zip=True)
    frames = [Image.new("L", (8, 8), number % 256) for number in range(300)]
    icc = zlib.compress(bytes(50_000_000), 9)
    return {
        "good.png": plain,
        '"onload=alert(1).png': plain,
        "polyglot.png": plain + PAGE,
        "comment.jpg": _encode(green, "JPEG", comment=PAGE),
        "comment-bomb.png": _encode(green, "PNG", pnginfo=info),
        "profile-bomb.png": plain[:33] + _chunk(b"iCCP", b"x\0\0" + icc) + plain[33:],
        # The second directory of Exif's facts is the first.
        "circle.jpg": _encode(green, "JPEG", exif=b"Exif\0\0II*\0\x08\0\0\0\0\0\x08\0\0\0"),
        "cut.jpg": _encode(Image.linear_gradient("L"), "JPEG")[:900],
        "frames.gif": _encode(frames[0], "GIF", save_all=True, append_images=frames[1:]),
    }


def _lying() -> dict[str, bytes]:
    """Pictures whose head tells another size than their data have."""
    gif = _encode(Image.new("P", (8, 8)), "GIF")
    jpeg = _encode(Image.new("L", (8, 8)), "JPEG")
    webp = _encode(Image.new("RGB", (8, 8)), "WEBP", lossless=True)
    size = jpeg.index(b"\xff\xc0") + 5
    return {
        "lying.png": _png(2**31 - 1, 2**31 - 1, b""),
        "long.png": _png(1, 30_000, bytes(60_000)),
        "empty-size.png": _png(0, 0, b""),
        # 81 million points in 80 kilobytes.
        "bomb.png": _png(9000, 9000, bytes(81_009_000)),
        "lying.gif": gif[:6] + b"\xff\xff\xff\xff" + gif[10:],
        "lying.jpg": jpeg[:size] + b"\xff\xff\xff\xff" + jpeg[size + 4 :],
        "lying.webp": webp[:21] + b"\xff\xff\xff\x0f" + webp[25:],
        "heavy.png": bytes(41_000_000),
    }


def _foreign() -> dict[str, bytes]:
    """Files of other kinds."""
    svg = b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'
    tiff = _encode(Image.new("L", (8, 8)), "TIFF")
    return {"svg.png": svg, "x.svg": svg, "page.png": PAGE, "empty.png": b"", "tiff.png": tiff} | {
        "zip.png": b"PK\x03\x04" + bytes(100)
    }


def _png(width: int, height: int, data: bytes) -> bytes:
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    chunks = [(b"IHDR", head), (b"IDAT", zlib.compress(data, 9)), (b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(*chunk) for chunk in chunks)


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def _encode(image: Image.Image, kind: str, **options: object) -> bytes:
    file = io.BytesIO()
    image.save(file, kind, **options)
    return file.getvalue()
