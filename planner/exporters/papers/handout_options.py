"""The options of the handout, in a file that needs no PDF library, for the dialog and the command line."""

from typing import Annotated, Literal

from pydantic import Field

from planner.exporters.contract import Options


class HandoutOptions(Options):
    """Without a language of its own, a handout is printed in that of the plan's print settings."""

    times: Annotated[Literal["plan", "start", "range"], Field(description="Start times only, or start and end")] = (
        "plan"
    )
    draft: Annotated[Literal["plan", "yes", "no"], Field(description="Whether it is marked as a draft")] = "plan"
    descriptions: Annotated[bool, Field(description="Print the descriptions of sessions")] = False
