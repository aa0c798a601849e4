"""Exports a plan: asks for a path, writes the file in the background and reports where it is."""

from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices

from planner.exporters import EXPORTERS, Exporter, ExportError, Options
from planner.storage import SaveFailed, StorageError, check_unchanged, fingerprint, refuse_plan, write_export
from planner.storage.file_names import file_name
from planner.text import Language
from planner.ui.services.background import Background, Job
from planner.ui.services.plan_file import PlanFile
from planner.ui.services.prompts import Prompts

FORMATS: Final = tuple(sorted(EXPORTERS, key=lambda exporter: exporter.name != "pdf"))
"""All exporters, the printed one first."""


class ExportRunner(QObject):
    """Writes the plan of one window in the registered formats."""

    busy = Signal(str)
    """A sentence on what is being written; empty once that has ended."""
    written = Signal(object)
    """The path of a file that was written completely."""

    def __init__(self, files: PlanFile, prompts: Prompts, background: Background, t: Language) -> None:
        super().__init__(files)
        self._files, self._prompts, self._background, self._t = files, prompts, background, t

    def set_language(self, prompts: Prompts, t: Language) -> None:
        """Use another language from now on, also for exports that are under way."""
        self._prompts, self._t = prompts, t

    def ask(self, exporter: Exporter) -> Job | None:
        """Ask where to write and start; None if that was cancelled or refused."""
        self._files.finish()
        t, plan_path = self._t, self._files.state.path
        name = file_name(self._files.title(), "." + exporter.ending.lstrip("."))
        suggested = plan_path.with_name(name) if plan_path else Path(name)
        path = self._prompts.save_path(suggested, t("Export: {format}", format=t(exporter.title)), t(exporter.title))
        if path is None:
            return None
        try:
            refuse_plan(path, plan_path)
        except SaveFailed as error:
            self._on_failed(error)
            return None
        except OSError:  # another program has locked it; if it still has when the file is written, that is reported
            pass
        return self.export(exporter, path)

    def options(self, exporter: Exporter) -> Options:
        """Return the options of an export made now: the plan's print language and the time."""
        return exporter.options(language=self._files.state.plan.print.language, made=self._files.clock.now())

    def export(self, exporter: Exporter, path: Path) -> Job:
        """Write the current plan to a path; a file there is replaced only if it has not changed meanwhile."""
        document, own, options = self._files.state.document, self._files.state.path, self.options(exporter)
        seen = fingerprint(path)

        def work(_job: Job) -> Path:
            write_export(
                path, exporter.export(document, options), own=own, may_replace=lambda: check_unchanged(path, seen)
            )
            return path

        self.busy.emit(self._t("Writing {file} …", file=path.name))
        return self._background.run(work, self._on_written, self._on_failed, receiver=self)

    def _on_written(self, path: Path) -> None:
        self.busy.emit("")
        self.written.emit(path)

    def _on_failed(self, error: Exception) -> None:
        self.busy.emit("")
        t = self._t
        if isinstance(error, StorageError):
            self._prompts.tell(t(error.sentence, **error.facts))
        elif isinstance(error, ExportError):
            self._prompts.tell(t("The plan cannot be exported: {reason}", reason=error))
        else:
            raise error


def open_folder(path: Path) -> None:
    """Show the folder of a file in the system's file manager."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.parent)))


def open_file(path: Path) -> None:
    """Open a file with the program that the system has for it."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
