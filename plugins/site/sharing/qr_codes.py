"""An address as a QR code (ISO/IEC 18004), drawn in the page itself."""

import segno

#: Light modules around the code, which readers of codes need; 4 by the standard, 2 in practice.
QUIET_ZONE = 4
#: One of the standard's eight masks. Trying all to take the best by points is most of the work, and
#: an address, being of mixed letters, has no stretch that this one would leave unbroken.
MASK = 0


def draw_qr_code(address: str) -> str:
    """Return an SVG element that shows an address, with the least error correction.

    A screen is no worn label: a smaller code is read more easily from a phone's.
    """
    code = segno.make(address, error="l", mask=MASK, micro=False, boost_error=False)
    return code.svg_inline(border=QUIET_ZONE, omitsize=True, svgclass="qr-code", lineclass=None)
