"""Version, licence, and the licences of everything that is part of the program."""

from importlib.metadata import PackageNotFoundError, version
from typing import Final

from PySide6.QtWidgets import QPlainTextEdit, QWidget

from planner import __version__
from planner.resources import resource
from planner.ui.services.context import WidgetContext
from planner.ui.widgets.dialog_frame import Frame
from planner.ui.widgets.plain_text import Label

LICENCES: Final = (
    ("PySide6_Essentials", "PySide6, Qt", "LGPL 3.0"),
    ("pydantic", "pydantic", "MIT"),
    ("reportlab", "ReportLab", "BSD"),
    ("icalendar", "icalendar", "BSD"),
    ("pypdfium2", "pypdfium2, PDFium", "Apache 2.0, BSD"),
    ("babel", "Babel", "BSD"),
    ("platformdirs", "platformdirs", "MIT"),
    ("tzdata", "tzdata", "Apache 2.0"),
    ("", "Source Sans 3, Noto Sans", "SIL Open Font License 1.1"),
)


class AboutDialog(Frame):
    """Shows version, authors and licences."""

    def __init__(self, context: WidgetContext, parent: QWidget | None = None) -> None:
        t = context.t
        super().__init__(t("About Tagungsplaner"), t("Close"), t, parent)
        title = Label(t("Tagungsplaner"))
        title.setObjectName("title")
        self.body.addWidget(title)
        words = Label(
            t(
                "Version {version}. Free software under the MIT licence. It works without a network.",
                version=__version__,
            )
        )
        words.setWordWrap(True)
        self.body.addWidget(words)
        self.add_heading(t("Components and their licences"))
        lines = [f"{name} {_version(package)} · {licence}".replace("  ", " ") for package, name, licence in LICENCES]
        lines.append("")
        lines.append(t("Qt’s libraries are separate files next to the program and may be replaced (LGPL 3.0)."))
        lines += ["", _font_licence()]
        text = QPlainTextEdit("\n".join(lines))
        text.setReadOnly(True)
        text.setAccessibleName(t("Components and their licences"))
        self.body.addWidget(text, 1)
        self.resize(560, 460)


def _version(package: str) -> str:
    try:
        return version(package) if package else ""
    except PackageNotFoundError:
        return ""


def _font_licence() -> str:
    path = resource("fonts", "OFL.txt")
    return path.read_text(encoding="utf-8") if path.is_file() else ""
