"""A picture file made fit for readers: upright, in sRGB, no wider than asked, without metadata.

Everything becomes JPEG, which every reader's browser shows. Phones write into their pictures where
and when they were taken; none of that is passed on.
"""

import io
import warnings
from collections.abc import Iterable

from PIL import Image, ImageCms

from plugins.system.refusal import RefusalError

#: What editors have; a file is judged by its content and not by its name.
FORMATS = ("JPEG", "PNG", "WEBP", "GIF")
#: What Pillow calls the JPEG of some phones, which carries a second picture.
_PHONE_JPEG = "MPO"
#: A broadsheet page at 400 dots an inch has 52 million; some formats need 16 bytes for each.
MOST_PIXELS = 60_000_000
LONGEST_SIDE = 20_000
QUALITY = 80
#: Exif's tag for how the camera was held, and what undoes each of its values.
_ORIENTATION = 0x0112
_TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
_SIDEWAYS = (5, 6, 7, 8)


class PictureError(RefusalError):
    """A picture cannot be used; says why and what to do, without naming it."""


def measure(data: bytes) -> tuple[int, int]:
    """Return a picture's width and height in pixels, upright, without decoding it.

    Raises PictureError for what is no picture, moves, or is too large to be decoded.
    """
    try:
        with _open(data) as image:
            width, height = image.size
            sideways = _read_orientation(image) in _SIDEWAYS
            moves = image.format != _PHONE_JPEG and getattr(image, "is_animated", False)
    except Exception as error:
        raise PictureError("打不开，只能用 JPEG、PNG、WebP 和 GIF，请另存为 JPEG") from error
    if moves:
        raise PictureError("是动图，请另存为一张静止的 JPEG 或 PNG")
    if width * height > MOST_PIXELS or max(width, height) > LONGEST_SIDE:
        most = f"最多 {MOST_PIXELS // 10_000} 万像素、一边 {LONGEST_SIDE} 像素"
        raise PictureError(f"太大（{width}×{height}），{most}，请缩小后再放进来")
    return (height, width) if sideways else (width, height)


def resize(data: bytes, widths: Iterable[int]) -> dict[int, bytes]:
    """Return a picture as JPEG files by their width in pixels.

    The same picture gives the same bytes. Raises PictureError where it cannot be decoded.
    """
    try:
        with _open(data) as image:
            turn = _TURNS.get(_read_orientation(image))
            image.load()
            plain = _flatten(_in_srgb(image))
            upright = plain if turn is None else plain.transpose(turn)
    except Exception as error:
        raise PictureError("已损坏，不能完整读出，请换一份完好的") from error
    return {width: _encode(upright, width) for width in widths}


def _open(data: bytes) -> Image.Image:
    # Pillow knows of WebP only once it has looked for all it can read.
    Image.init()
    with warnings.catch_warnings():
        # Pillow warns of what MOST_PIXELS refuses, and of broken metadata, which is left out.
        warnings.simplefilter("ignore")
        return Image.open(io.BytesIO(data), formats=FORMATS)


def _read_orientation(image: Image.Image) -> int:
    """Return how the camera was held; Pillow's own getexif() would decode a whole PNG."""
    exif = Image.Exif()
    exif.load(image.info.get("exif", b""))
    return int(exif.get(_ORIENTATION, 1))


def _in_srgb(image: Image.Image) -> Image.Image:
    """Return a picture with the colours that its own profile means; a broken one means nothing."""
    profile = image.info.get("icc_profile")
    if not profile or image.mode not in ("RGB", "CMYK"):
        return image
    try:
        meant = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        shown = ImageCms.createProfile("sRGB")
        return ImageCms.profileToProfile(image, meant, shown, outputMode="RGB") or image
    except (ImageCms.PyCMSError, OSError):
        return image


def _flatten(image: Image.Image) -> Image.Image:
    """Return a picture as plain RGB: what can be seen through it becomes white paper."""
    if image.mode.startswith("I"):
        # 16 bits of grey, which Pillow would cut off at 255.
        image = image.convert("I").point(lambda value: value * (1 / 256)).convert("L")
    if image.has_transparency_data:
        layer = image.convert("RGBA")
        image = Image.new("RGB", layer.size, "white")
        image.paste(layer, mask=layer)
    plain = image.convert("RGB")
    # Pillow would write a comment that it has read.
    plain.info = {}
    return plain


def _encode(image: Image.Image, width: int) -> bytes:
    height = scale_height(image.size, width)
    if width != image.width:
        image = image.resize((width, height), Image.Resampling.LANCZOS, reducing_gap=3.0)
    file = io.BytesIO()
    image.save(file, "JPEG", quality=QUALITY, optimize=True, progressive=True)
    return file.getvalue()


def scale_height(size: tuple[int, int], width: int) -> int:
    """Return the height that goes with a width, at least one pixel."""
    return max(1, round(size[1] * width / size[0]))
