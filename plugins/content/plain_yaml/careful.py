"""Plain YAML by a parser in Python that says what is wrong, and at which line."""

from ruamel.yaml import YAML
from ruamel.yaml.composer import Composer
from ruamel.yaml.error import MarkedYAMLError
from ruamel.yaml.events import AliasEvent
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from plugins.chinese.control_characters import CONTROL
from plugins.content.plain_yaml.lines import MAX_DEPTH, MAX_VALUE, NULLS, Lines, Location


class _PlainComposer(Composer):
    """A composer that refuses what plain data never needs, before it can do harm."""

    def compose_node(self, parent: Node | None, index: object) -> Node:
        event = self.parser.peek_event()
        if isinstance(event, AliasEvent) or getattr(event, "anchor", None):
            raise _refusal(event, "不能用 & 和 * 引用（文字以它们开头时请加引号）")
        if getattr(event, "tag", None) is not None:
            raise _refusal(event, "不能用 ! 标签（文字以它开头时请加引号）")
        composed: Node = super().compose_node(parent, index)
        return composed


def _refusal(event: object, note: str) -> MarkedYAMLError:
    return MarkedYAMLError(problem_mark=getattr(event, "start_mark", None), note=note)


def read_mapping(text: str, first_line: int) -> tuple[dict[str, object], Lines]:
    """Read a YAML mapping, as plain_yaml.read_mapping tells."""
    node = _compose(text)
    lines = Lines()
    if node is None:
        return {}, lines
    if not isinstance(node, MappingNode):
        raise MarkedYAMLError(problem_mark=node.start_mark, note="每行要写成“字段: 内容”")
    value = _plain(node, (), lines, first_line)
    assert isinstance(value, dict)  # noqa: S101 - a mapping node gives a dict
    return value, lines


def read_list(text: str) -> tuple[list[object], Lines]:
    """Read a YAML list, as plain_yaml.read_list tells."""
    node = _compose(text)
    lines = Lines()
    if not isinstance(node, SequenceNode):
        mark = node.start_mark if node else None
        raise MarkedYAMLError(problem_mark=mark, note="应是一串条目，每个以“- ”开头，请照样写")
    value = _plain(node, (), lines, first_line=1)
    assert isinstance(value, list)  # noqa: S101 - a sequence node gives a list
    return value, lines


def _compose(text: str) -> Node | None:
    yaml = YAML(typ="safe", pure=True)
    yaml.Composer = _PlainComposer
    yaml.max_depth = MAX_DEPTH
    composed: Node | None = yaml.compose(text)
    return composed


def _plain(node: Node, location: Location, lines: Lines, first_line: int) -> object:
    lines[location] = node.start_mark.line + first_line
    if isinstance(node, ScalarNode):
        word = _read_word(node)
        return None if node.style is None and word in NULLS else word
    if isinstance(node, SequenceNode):
        items = enumerate(node.value)
        return [_plain(item, (*location, index), lines, first_line) for index, item in items]
    mapping: dict[str, object] = {}
    for key, item in node.value:
        if not isinstance(key, ScalarNode):
            raise MarkedYAMLError(problem_mark=key.start_mark, note="字段名要是一个词")
        name = _read_word(key)
        if name in mapping:
            raise MarkedYAMLError(
                problem_mark=key.start_mark, note=f"字段“{name}”写了两次，请留一个"
            )
        mapping[name] = _plain(item, (*location, name), lines, first_line)
        lines[(*location, name)] = key.start_mark.line + first_line
    return mapping


def _read_word(node: ScalarNode) -> str:
    """Return a scalar's text, if it is some."""
    word = str(node.value)
    if len(word) > MAX_VALUE:
        note = f"这一项有 {len(word)} 个字符，最多 {MAX_VALUE} 个，请缩短"
        raise MarkedYAMLError(problem_mark=node.start_mark, note=note)
    if found := CONTROL.search(word):
        note = f"有看不见的控制字符（U+{ord(found[0]):04X}），请删去后重新输入"
        raise MarkedYAMLError(problem_mark=node.start_mark, note=note)
    return word
