"""What a contact leads to when it is tapped."""

#: Mobiles and hotlines alone begin with 1: a number of QQ may, and cannot be called.
_CALLED_BY_ONE = (3, 5, 11)
#: What an address by itself has not: names of WeChat, addresses of pages, several at once.
_NOT_IN_ADDRESS = " /:@"


def link_contact(words: str) -> str:
    """Return where an address or a number by itself leads, "" of other words."""
    if _is_address(words):
        return f"mailto:{words}"
    return f"tel:{words}" if _is_number(words) else ""


def _is_address(words: str) -> bool:
    name, _, host = words.partition("@")
    is_one = words.isascii() and not any(mark in name + host for mark in _NOT_IN_ADDRESS)
    return is_one and bool(name) and "." in host.strip(".")


def _is_number(words: str) -> bool:
    digits = words.replace("-", "")
    if not (digits.isascii() and digits.removeprefix("+").isdecimal()):
        return False
    return words[0] in "+0" or (words[0] == "1" and len(digits) in _CALLED_BY_ONE)
