"""A figure: one number of an article as data that points back to its characters."""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

Bound = Literal["=", ">", "<", ">=", "<=", "~"]
Scope = Literal["个人", "家庭", "村", "单位", "项目", "镇", "县区", "市"]
Nature = Literal["实际", "目标", "预计", "门槛"]


class Figure(BaseModel):
    """One number of an article: what it counts, how exactly, and where it stands."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    raw: Annotated[str, Field(description="原文，如 8.46亿元")]
    value: Annotated[float, Field(description="以基本单位计的数值，如 846000000")]
    unit: Annotated[str, Field(description="单位，如 元、人、亩")]
    bound: Annotated[Bound, Field(description="> 余/超，< 近/不足，>= 以上，<= 以内，~ 约")] = "="
    indicator: Annotated[str | None, Field(description="指标：这个数说的是什么")] = None
    kind: Annotated[str | None, Field(description="类别，如 资金、人数、面积")] = None
    place: Annotated[str | None, Field(description="所属县（市、区）或镇")] = None
    period: Annotated[str | None, Field(description="时段，照原文")] = None
    scope: Annotated[Scope | None, Field(description="主体范围")] = None
    nature: Annotated[Nature, Field(description="实际、目标、预计或门槛")] = "实际"
    weight: Annotated[Literal["major", "minor"], Field(description="主要或次要")] = "major"
    paragraph: Annotated[int, Field(ge=0, description="正文第几段，从 0 数起")]
    start: Annotated[int, Field(ge=0, description="段内起点（字符）")]
    end: Annotated[int, Field(ge=0, description="段内终点（字符）")]
