"""A figure: one number of an article as data that points back to its characters."""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from plugins.model.days import Day

Bound = Literal["=", ">", "<", ">=", "<=", "~"]
Scope = Literal["个人", "家庭", "村", "单位", "项目", "镇", "县区", "市", "省", "全国"]
Nature = Literal["实际", "目标", "预计", "门槛"]
#: What a figure is to the others of its group: the ends of a range, the two sides of a change
#: and its amount, or one of several units that count one thing (687条1605.61公里).
Part = Literal["下限", "上限", "变化前", "变化后", "变化量", "基数", "并列"]
#: First and last day; None on a side that the text leaves open.
PeriodDates = tuple[Day | None, Day | None]


class Figure(BaseModel):
    """One number of an article: what it counts, how exactly, and where it stands."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: Annotated[str | None, Field(description="编号：由句子和原文得出，改别处不变")] = None
    raw: Annotated[str, Field(description="原文：如 8.46亿元")]
    value: Annotated[
        float, Field(allow_inf_nan=False, description="数值：以基本单位计，如 846000000")
    ]
    unit: Annotated[str, Field(description="单位：如 元、人、亩")]
    bound: Annotated[
        Bound, Field(description="确切程度：> 余/超，< 近/不足，>= 以上，<= 以内，~ 约")
    ] = "="
    indicator: Annotated[str | None, Field(description="指标：这个数说的是什么")] = None
    kind: Annotated[str | None, Field(description="类别：如 资金、人数、面积")] = None
    place: Annotated[str | None, Field(description="地方：所属县（市、区）或镇")] = None
    period: Annotated[str | None, Field(description="时段：照原文")] = None
    scope: Annotated[Scope | None, Field(description="主体范围")] = None
    period_dates: Annotated[PeriodDates | None, Field(description="时段的首日和末日")] = None
    per: Annotated[str | None, Field(description="按什么平均：如 人均、户均、每亩")] = None
    group: Annotated[int | None, Field(ge=1, description="组号：同组的数彼此相关，从 1 数起")] = (
        None
    )
    part: Annotated[Part | None, Field(description="在组里是什么：如 变化前")] = None
    nature: Annotated[
        Nature | None, Field(description="性质：实际、目标、预计或门槛，空着是没有把握")
    ] = "实际"
    topics: Annotated[
        tuple[str, ...], Field(description="专题：由它的句子和小标题得出，不是全文的专题")
    ] = ()
    confidence: Annotated[
        float | None, Field(ge=0, le=1, description="把握：0 到 1；编辑写的不用填，算作确定")
    ] = None
    weight: Annotated[
        Literal["major", "minor"], Field(description="主次：major 主要，minor 次要")
    ] = "major"
    paragraph: Annotated[int, Field(ge=0, description="段落：正文第几段，从 0 数起")]
    start: Annotated[int, Field(ge=0, description="起点：段内第几个字符，从 0 数起")]
    end: Annotated[int, Field(ge=0, description="终点：段内第几个字符，从 0 数起")]
