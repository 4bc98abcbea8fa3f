"""What the site says of itself: content/data/site.yaml, which editors fill in."""

from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from plugins.content.records import read_record_file
from plugins.site.settings.contact import link_contact


class SiteSettings(BaseModel):
    """The site's name and statements. Empty statements are not shown."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: Annotated[str, Field(description="网站名称")]
    tagline: Annotated[str, Field(description="名称下面的一句话")] = ""
    description: Annotated[str, Field(description="网站简介：给搜索引擎和分享卡片")] = ""
    publisher: Annotated[str, Field(description="主办单位")] = ""
    newspapers: Annotated[tuple[str, ...], Field(description="收录的报纸")] = ()
    contact: Annotated[str, Field(description="联系方式：更正、补充、撤下报道时用，邮箱或电话")] = (
        ""
    )
    rights: Annotated[str, Field(description="著作权说明")] = "文章著作权归原报社及作者"
    code_licence: Annotated[str, Field(description="程序的许可")] = "AGPL-3.0-or-later"
    data_licence: Annotated[
        str, Field(description="开放数据的许可：如 CC-BY-4.0；没有定下来就留空")
    ] = ""
    historical_note: Annotated[str, Field(description="每一页都有的一句话")] = ""
    national_people: Annotated[bool, Field(description="列入国家领导人和外国首脑：一般不列")] = (
        False
    )
    icp: Annotated[str, Field(description="ICP 备案号：没有就留空")] = ""
    police: Annotated[str, Field(description="公安备案号：没有就留空")] = ""
    repository: Annotated[
        str,
        Field(
            pattern=r"^$|^https://[A-Za-z0-9.:-]+/[A-Za-z0-9._/-]+$",
            description="仓库网址：在网页上编辑时存到这里，如 https://github.com/某某/某某",
        ),
    ] = ""
    #: Content-Security-Policy of every page; comes from Pelican's settings, not from the file.
    csp: str = ""

    @property
    def contact_link(self) -> str:
        """Where the contact leads when it is tapped, "" where nowhere."""
        return link_contact(self.contact)


def load_site(path: Path, csp: str) -> SiteSettings:
    """Read the site's settings. Raises ContentError."""
    return read_record_file(SiteSettings, path).model_copy(update={"csp": csp})
