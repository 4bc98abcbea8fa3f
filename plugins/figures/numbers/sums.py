"""The sum that a numeral makes: its sections and scales as they are read from left to right."""

from dataclasses import dataclass
from decimal import Decimal

#: What blurs 七八 and 三四十.
NEIGHBOURS = "邻"


@dataclass(slots=True)
class Sum:
    """What is complete of one numeral, and the number that has no scale yet."""

    total: Decimal = Decimal(0)
    section: Decimal = Decimal(0)
    pending: Decimal | None = None
    pending_arabic: bool = False
    last_scale: int = 0
    zero: bool = False
    zeroed: bool = False
    arabic: bool = False
    vague: str = ""
    bare: bool = False
    coefficient: Decimal | None = None
    smallest: int = 10**4
    smallest_large: int = 10**12

    def read_number(self, value: Decimal, arabic: bool) -> bool:
        """Take in a number before its scale; tell whether the numeral goes on with it."""
        if self.vague and self.vague != "数":
            return False
        if self.pending is not None:
            # 七八个, 三四十人, 三五百元: neighbours in a row mean "about".
            follows = value == self.pending + 1
            follows = follows or (self.pending == 3 and value == 5 and not self.last_scale)
            if arabic or self.pending_arabic or not follows or self.vague:
                return False
            self.vague = NEIGHBOURS
            return True
        self.pending, self.pending_arabic = value, arabic
        self.arabic = self.arabic or arabic
        if self.coefficient is None:
            self.coefficient = value
        return True

    def read_small(self, scale: int) -> bool:
        """Take in 十, 百 or 千; tell whether the numeral goes on with it."""
        started = self.coefficient is not None or self.bare
        if scale >= self.smallest or (self.pending is None and started and scale != 10):
            return False
        if self.pending is None:
            self.bare = not started and scale != 10
        self.section += (Decimal(1) if self.pending is None else self.pending) * scale
        self._scaled(scale)
        self.smallest = scale
        return True

    def read_tens(self, value: int) -> bool:
        """Read 廿, which is 二十 in one letter."""
        if self.pending is not None or self.smallest <= 10:
            return False
        self.section += value
        self._scaled(10)
        self.smallest = 10
        return True

    def read_large(self, scale: int) -> bool:
        """Take in 万 or 亿; tell whether the numeral goes on with it."""
        amount = self.section + (self.pending or 0)
        if self._lacks_zero(amount, scale):
            return False
        if self.last_large == 10**4 and scale == 10**8:
            self.total = (self.total + amount) * scale  # 1.2万亿, 一万五千亿
        elif amount and scale < self.smallest_large:
            self.total += amount * scale
        elif self.coefficient is None and not self.bare:
            self.total, self.bare = Decimal(scale), True
        else:
            return False
        self.section = Decimal(0)
        self._scaled(scale)
        self.smallest, self.smallest_large, self.zeroed = 10**4, scale, False
        return True

    def _lacks_zero(self, amount: Decimal, scale: int) -> bool:
        """Tell whether a place is left out without a zero, as nobody writes it: 12万3亿, 千一万."""
        after_large = self.last_large > 0 and 0 < amount < 1000 and scale > self.last_large
        after_small = self.section > 0 and self.pending is not None and self.last_scale > 10
        return not self.zeroed and (after_large or after_small)

    @property
    def last_large(self) -> int:
        """The last 万 or 亿 that was read, or 0."""
        return self.smallest_large if self.total else 0

    def _scaled(self, scale: int) -> None:
        if self.coefficient is None:
            self.coefficient = Decimal(1)
        self.pending, self.last_scale, self.zero = None, scale, False

    def finish(self) -> Decimal:
        """Return what all that was read is worth."""
        rest = self.pending or Decimal(0)
        # 1万2 and 两百五: one digit after a scale counts tenths of that scale.
        if self.last_scale >= 100 and not self.zero and 0 < rest < 10 and rest == int(rest):
            rest = rest * self.last_scale / 10
        return self.total + self.section + rest
