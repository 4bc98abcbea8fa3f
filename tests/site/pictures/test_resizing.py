"""Picture files: whatever an editor has becomes a small one that tells only what it shows."""

import io
import struct
import zlib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageCms, ImageDraw

from plugins.site.pictures.pictures import Pictures
from plugins.site.pictures.resizing import PictureError, measure, resize
from tests.amounts import choose
from tests.sites.feature_site import CAMERA, ORIENTATION


def save(image: Image.Image, kind: str, **options: object) -> bytes:
    """Return an image as a file's bytes."""
    file = io.BytesIO()
    image.save(file, kind, **options)
    return file.getvalue()


def shrink(data: bytes, width: int = 10) -> Image.Image:
    """Return a picture file as readers get it, decoded."""
    return Image.open(io.BytesIO(resize(data, [width])[width]))


def is_near(image: Image.Image, place: tuple[int, int], colour: tuple[int, int, int]) -> bool:
    """Tell whether a place has a colour, as far as JPEG keeps it."""
    return all(abs(a - b) < 12 for a, b in zip(image.getpixel(place), colour, strict=True))


def paint(mode: str) -> Image.Image:
    """Make a picture that is white on its left half and black on its right one."""
    image = Image.new(mode, (20, 10), "white")
    ImageDraw.Draw(image).rectangle((10, 0, 20, 10), fill="black")
    return image


GREY_16 = paint("L").convert("I").point(lambda value: value * 257).convert("I;16")
SOURCES = {
    "JPEG": save(paint("RGB"), "JPEG", quality=95),
    "JPEG for print (CMYK)": save(paint("RGB").convert("CMYK"), "JPEG", quality=95),
    "JPEG of a phone with two pictures": save(
        paint("RGB"), "MPO", save_all=True, append_images=[paint("RGB")]
    ),
    "PNG with a palette": save(paint("P"), "PNG"),
    "PNG of one bit": save(paint("1"), "PNG"),
    "PNG of 16 bits": save(GREY_16, "PNG"),
    "PNG that is grey and can be seen through": save(paint("LA"), "PNG"),
    "WebP": save(paint("RGB"), "WEBP", lossless=True),
    "GIF": save(paint("L"), "GIF"),
}


@pytest.mark.parametrize("kind", SOURCES)
def test_every_kind_of_picture_is_shown(kind: str) -> None:
    """Whatever its file's format and colours, a picture looks the same and is a plain JPEG."""
    assert measure(SOURCES[kind]) == (20, 10)
    shown = shrink(SOURCES[kind], 20)
    assert (shown.format, shown.mode, shown.size) == ("JPEG", "RGB", (20, 10))
    assert is_near(shown, (2, 5), (255, 255, 255)) and is_near(shown, (17, 5), (0, 0, 0))


@pytest.mark.parametrize("orientation", range(1, 9))
def test_pictures_stand_upright(orientation: int) -> None:
    """However the camera was held, what was up in the scene is up in the picture."""
    upright = paint("RGB")
    turned = {
        1: upright,
        2: upright.transpose(Image.Transpose.FLIP_LEFT_RIGHT),
        3: upright.transpose(Image.Transpose.ROTATE_180),
        4: upright.transpose(Image.Transpose.FLIP_TOP_BOTTOM),
        5: upright.transpose(Image.Transpose.TRANSPOSE),
        6: upright.transpose(Image.Transpose.ROTATE_90),
        7: upright.transpose(Image.Transpose.TRANSVERSE),
        8: upright.transpose(Image.Transpose.ROTATE_270),
    }[orientation]
    exif = Image.Exif()
    exif[ORIENTATION] = orientation
    data = save(turned, "JPEG", quality=95, exif=exif)
    assert measure(data) == (20, 10)
    shown = shrink(data, 20)
    assert shown.size == (20, 10)
    assert is_near(shown, (2, 5), (255, 255, 255)) and is_near(shown, (17, 5), (0, 0, 0))


def test_what_can_be_seen_through_is_white() -> None:
    """Transparent places become white paper, half transparent ones half of it."""
    image = Image.new("RGBA", (20, 10), (0, 0, 0, 0))
    ImageDraw.Draw(image).rectangle((10, 0, 20, 10), fill=(0, 0, 0, 128))
    shown = shrink(save(image, "PNG"), 20)
    assert is_near(shown, (2, 5), (255, 255, 255)) and is_near(shown, (17, 5), (127, 127, 127))


def test_colours_are_those_that_the_profile_means() -> None:
    """A picture with a colour profile of its own is brought into sRGB; a broken profile is not."""
    lab = ImageCms.createProfile("LAB")
    odd = ImageCms.ImageCmsProfile(lab).tobytes()
    grey = Image.new("RGB", (20, 10), (120, 120, 120))
    assert is_near(shrink(save(grey, "PNG", icc_profile=odd), 20), (5, 5), (120, 120, 120))
    srgb = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    # The same profile with its red and blue primaries exchanged.
    swapped = srgb.replace(b"rXYZ", b"tmp!").replace(b"bXYZ", b"rXYZ").replace(b"tmp!", b"bXYZ")
    red = Image.new("RGB", (20, 10), (255, 0, 0))
    assert is_near(shrink(save(red, "PNG", icc_profile=swapped), 20), (5, 5), (0, 0, 255))


def test_nothing_but_the_picture_is_passed_on() -> None:
    """Position, camera, comments and profiles of the source are in none of its files."""
    exif = Image.Exif()
    exif[CAMERA] = "Secret"
    noisy = Image.effect_noise((600, 400), 50).convert("RGB")
    icc = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    data = save(noisy, "JPEG", exif=exif, comment=b"Secret", icc_profile=icc, dpi=(301, 301))
    for made in resize(data, [480, 600]).values():
        assert b"Secret" not in made and b"ICC_PROFILE" not in made and b"Exif" not in made
        with Image.open(io.BytesIO(made)) as image:
            assert set(image.info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density",
                                       "progressive", "progression"}  # fmt: skip


def test_the_same_picture_gives_the_same_bytes() -> None:
    """Resizing again makes no other byte."""
    data = save(Image.effect_noise((700, 500), 50), "PNG")
    assert resize(data, [480, 600]) == resize(data, [600, 480])


def claim_size(width: int, height: int) -> bytes:
    """Return a PNG that says it is of this size and holds next to nothing."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        )

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    ends = chunk(b"IDAT", zlib.compress(b"")) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + ends


JPEG = save(Image.effect_noise((300, 200), 50), "JPEG")
ANIMATED = [Image.new("RGB", (9, 9), colour) for colour in ("red", "green")]
REFUSED = {
    "no picture": (b"GIF89a or so", "打不开"),
    "nothing": (b"", "打不开"),
    "web page by another name": (b"<html><script>alert(1)</script>", "打不开"),
    "SVG": (b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>', "打不开"),
    "PostScript": (b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n", "打不开"),
    "TIFF": (save(paint("RGB"), "TIFF"), "打不开"),
    "cut off": (JPEG[: len(JPEG) // 2], "已损坏"),
    "empty inside": (claim_size(100, 100), "已损坏"),
    "pixel bomb": (claim_size(60_000, 60_000), "打不开"),
    "many pixels": (claim_size(10_000, 9_000), "太大（10000×9000）"),
    "long strip": (claim_size(30_000, 1), "太大（30000×1）"),
    "moving GIF": (save(ANIMATED[0], "GIF", save_all=True, append_images=ANIMATED[1:]), "动图"),
    "moving PNG": (save(ANIMATED[0], "PNG", save_all=True, append_images=ANIMATED[1:]), "动图"),
    "moving WebP": (save(ANIMATED[0], "WEBP", save_all=True, append_images=ANIMATED[1:]), "动图"),
}


@settings(max_examples=choose(60, 500))
@given(
    st.sampled_from(sorted(SOURCES)), st.lists(st.tuples(st.floats(0, 1), st.binary(max_size=3)))
)
def test_damaged_pictures_are_shown_or_refused(
    kind: str, wounds: list[tuple[float, bytes]]
) -> None:
    """Whatever bytes of a picture are damaged, it is made a JPEG or refused in Chinese."""
    data = bytearray(SOURCES[kind])
    for place, wound in wounds:
        at = int(place * len(data))
        data[at : at + len(wound)] = wound
    try:
        width, _ = measure(bytes(data))
        made = resize(bytes(data), [min(width, 99)])
    except PictureError:
        return
    assert all(content.startswith(b"\xff\xd8") for content in made.values())


@pytest.mark.parametrize("kind", REFUSED)
def test_what_cannot_be_shown_is_refused(kind: str, tmp_path: Path) -> None:
    """A file that is broken, too large or no still picture is refused in Chinese, not resized."""
    data, says = REFUSED[kind]
    (tmp_path / "a.jpg").write_bytes(data)
    with pytest.raises(PictureError, match=says):
        Pictures(tmp_path, tmp_path / "cache").find("a.jpg")
    assert not (tmp_path / "cache").exists()
