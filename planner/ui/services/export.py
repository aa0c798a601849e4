"""Exports a plan: asks for a path, writes the file in the background and reports where it is."""

from functools import partial
from pathlib import Path
from threading import Event
from typing import Final, NamedTuple

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices

from planner.exporters import EXPORTERS, Exporter, ExportError, Options
from planner.exporters.contract import AUDIENCES
from planner.model import Audience
from planner.storage import SaveFailed, StorageError, check_unchanged, fingerprint, refuse_plan, write_export
from planner.storage.file_names import file_name, file_paths
from planner.storage.replacing import check_missing
from planner.text import Language
from planner.ui.services.background import Background, Job, Lane
from planner.ui.services.plan_file import PlanFile
from planner.ui.services.prompts import Prompts

FORMATS: Final = tuple(sorted(EXPORTERS, key=lambda exporter: exporter.name != "pdf"))
"""All exporters, the printed one first."""


class _Export(NamedTuple):
    """An export under way."""

    job: Job
    given_up: Event
    """Set by the user; closing the window cancels the job, too, but lets it write its file."""
    file: str


class ExportRunner(QObject):
    """Writes the plan of one window in the registered formats."""

    busy = Signal(str)
    """A sentence on what is being written; empty once that has ended."""
    written = Signal(object)
    """The paths of the files of an export that was written completely."""

    def __init__(self, files: PlanFile, prompts: Prompts, background: Background, t: Language) -> None:
        super().__init__(files)
        self._files, self._prompts, self._background, self._t = files, prompts, background, t
        self._last: dict[tuple[str, str], Options] = {}
        """The options chosen last, by plan and exporter."""
        self._under_way: list[_Export] = []
        """In the order in which they end: their lane has one thread."""

    def set_language(self, prompts: Prompts, t: Language) -> None:
        """Use another language from now on, also for exports that are under way."""
        self._prompts, self._t = prompts, t

    def ask(self, exporter: Exporter) -> Job | None:
        """Ask for the options and where to write, and start; None if that was cancelled or refused."""
        self._files.finish()
        plan_path, made = self._files.state.path, self.options(exporter)
        key = self._files.state.plan.id, exporter.name
        options = self._prompts.export_options(exporter, self._last.get(key, made).changed(made=made.made))
        if options is None:
            return None
        self._last[key] = options
        path = self._prompts.save_path(self._suggested(exporter, options), *self._titles(exporter))
        if path is None:
            return None
        try:
            refuse_plan(path, plan_path)
        except SaveFailed as error:
            self._tell(error)
            return None
        except OSError:  # another program has locked it; if it still has when the file is written, that is reported
            pass
        return self.export(exporter, path, options)

    def options(self, exporter: Exporter) -> Options:
        """Return the options of an export made now: the plan's print language and the time."""
        return exporter.options(language=self._files.state.plan.print.language, made=self._files.clock.now())

    def export(self, exporter: Exporter, path: Path, options: Options) -> Job:
        """Write the current plan to a path; a file there is replaced only if it has not changed meanwhile.

        The files of an export that has several stand beside that path, and replace none.
        """
        document, own = self._files.state.document, self._files.state.path
        seen, given_up = fingerprint(path), Event()

        def work(_job: Job) -> tuple[Path, ...]:
            files = exporter.export(document, options)
            paths = file_paths(path, [file.name for file in files])
            for other in paths:
                if other != path:
                    check_missing(other)
            if given_up.is_set():
                return ()
            for place, file in zip(paths, files, strict=True):
                allowed = partial(check_unchanged, path, seen) if place == path else partial(check_missing, place)
                write_export(place, file.data, own=own, may_replace=allowed)
            return paths

        job = self._background.run(work, self._on_written, self._on_failed, receiver=self, lane=Lane.LONG)
        self._under_way.append(_Export(job, given_up, path.name))
        self._tell_busy()
        return job

    def cancel(self) -> None:
        """Give up all exports under way; what is not written yet never will be."""
        for running in self._under_way:
            running.given_up.set()
            running.job.cancel()
        self._under_way.clear()
        self._tell_busy()

    def _suggested(self, exporter: Exporter, options: Options) -> Path:
        """Return the path to propose: the plan's title, and for whom it is made if not for everybody."""
        ending, plan_path = "." + exporter.ending.lstrip("."), self._files.state.path
        if options.audience is not Audience.PUBLIC:
            ending = f" - {self._t(dict(AUDIENCES)[options.audience])}{ending}"
        name = file_name(self._files.title(), ending)
        return plan_path.with_name(name) if plan_path else Path(name)

    def _titles(self, exporter: Exporter) -> tuple[str, str]:
        """Return the title of the dialog and the name of the format."""
        return self._t("Export: {format}", format=self._t(exporter.title)), self._t(exporter.title)

    def _end(self) -> None:
        del self._under_way[0]
        self._tell_busy()

    def _tell_busy(self) -> None:
        names = [running.file for running in self._under_way]
        self.busy.emit(self._t("Writing {file} …", file=names[0]) if names else "")

    def _on_written(self, paths: tuple[Path, ...]) -> None:
        self._end()
        self.written.emit(paths)

    def _on_failed(self, error: Exception) -> None:
        self._end()
        self._tell(error)

    def _tell(self, error: Exception) -> None:
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
