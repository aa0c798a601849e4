"""The options of the handout, in a file that needs no PDF library, for the dialog and the command line."""

from typing import Annotated, Literal

from pydantic import Field

from planner.exporters.contract import AS_PLANNED, Options, Shown
from planner.text.language import mark


class HandoutOptions(Options):
    """Without a language of its own, a handout is printed in that of the plan's print settings."""

    times: Annotated[
        Literal["plan", "start", "range"],
        Field(description=mark("Start times only, or start and end")),
        Shown(
            mark("Times"),
            (
                ("plan", AS_PLANNED),
                ("start", mark("Start only: 10:30")),
                ("range", mark("Start and end: 10:30–11:15")),
            ),
        ),
    ] = "plan"
    rooms: Annotated[
        Literal["plan", "yes", "no"],
        Field(description=mark("Whether the rooms are printed")),
        Shown(mark("Rooms"), (("plan", AS_PLANNED), ("yes", mark("Printed")), ("no", mark("Not printed")))),
    ] = "plan"
    draft: Annotated[
        Literal["plan", "yes", "no"],
        Field(description=mark("Whether it is marked as a draft")),
        Shown(mark("Draft"), (("plan", AS_PLANNED), ("yes", mark("Marked as a draft")), ("no", mark("Not marked")))),
    ] = "plan"
    descriptions: Annotated[
        bool,
        Field(description=mark("Print the descriptions of sessions")),
        Shown(mark("Print the descriptions of sessions")),
    ] = False
