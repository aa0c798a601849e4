"""Pages of a PDF as images: rendered in the background, shown one below the other."""

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QVBoxLayout, QWidget

from planner.text import Language
from planner.ui.services.background import Job
from planner.ui.widgets.plain_text import Label

POINT: float = 96 / 72
"""Logical pixels per PDF point at full size."""


@dataclass(frozen=True)
class PageImage:
    """A rendered page: an image in device pixels, and its device pixel ratio."""

    image: QImage
    ratio: float


def draw(pdf: bytes, zoom: float, ratio: float, job: Job) -> tuple[PageImage, ...]:
    """Return the pages of a PDF as images; stop early if the job was cancelled."""
    import pypdfium2

    document = pypdfium2.PdfDocument(pdf)
    try:
        found: list[PageImage] = []
        for page in document:
            if job.cancelled:
                break
            scale: Any = POINT * zoom * ratio  # a float, though the library's types say int
            bitmap = page.render(scale=scale, prefer_bgrx=True)
            data = bytes(bitmap.buffer)
            image = QImage(data, bitmap.width, bitmap.height, bitmap.stride, QImage.Format.Format_RGB32).copy()
            found.append(PageImage(image, ratio))
            bitmap.close()
            page.close()
            job.report(100 * len(found) // len(document))
        return tuple(found)
    finally:
        document.close()


class PageColumn(QWidget):
    """The pages, one below the other."""

    def __init__(self, t: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("papers")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._t = t
        self.labels: list[Label] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(24, 24, 24, 24)
        self._column.setSpacing(20)
        self._column.addStretch(1)

    def show_pages(self, pages: tuple[PageImage, ...], *, more: bool = False) -> None:
        """Replace the pages, keeping the scroll position; with more, further pages follow, so these are not counted."""
        while len(self.labels) > len(pages):
            old = self.labels.pop()
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()
        while len(self.labels) < len(pages):
            label = Label()
            self.labels.append(label)
            self._column.insertWidget(len(self.labels) - 1, label, 0, Qt.AlignmentFlag.AlignHCenter)
        for number, (label, page) in enumerate(zip(self.labels, pages, strict=True), 1):
            picture = QPixmap.fromImage(page.image)
            picture.setDevicePixelRatio(page.ratio)
            label.setPixmap(picture)
            label.setFixedSize(QSize(round(picture.width() / page.ratio), round(picture.height() / page.ratio)))
            name = "" if more else self._t("Page {number} of {all}", number=number, all=len(pages))
            label.setAccessibleName(name)

    @property
    def count(self) -> int:
        """How many pages are shown."""
        return len(self.labels)
