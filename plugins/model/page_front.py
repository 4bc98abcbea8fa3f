"""What a page that editors write (关于本馆) says of itself."""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field


class PageFront(BaseModel):
    """The front matter of a page such as 关于本馆."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    title: Annotated[str, Field(description="标题")]
    description: Annotated[str, Field(description="简介：一句话，给搜索引擎和分享卡片")] = ""
    language: Annotated[
        Literal["zh-CN", "en"], Field(description="语言：zh-CN 中文，en 英文；英文页选 en")
    ] = "zh-CN"
