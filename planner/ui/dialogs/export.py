"""Asks for the options of an export, before the system asks where to write it."""

from PySide6.QtWidgets import QWidget

from planner.exporters import Exporter, Options
from planner.exporters.choices import OptionChoice, option_choices
from planner.text import Language
from planner.ui.widgets.dialog_frame import Frame
from planner.ui.widgets.form import Form, LabelledField


class ExportDialog(Frame):
    """Shows every option of an exporter that leaves a choice."""

    def __init__(self, exporter: Exporter, options: Options, t: Language, parent: QWidget | None = None) -> None:
        super().__init__(t("Export: {format}", format=t(exporter.title)), t("Choose a file …"), t, parent)
        self._options = options
        fields = [_field(choice, t) for choice in option_choices(exporter)]
        self.form = Form(fields, options, t, name="export")
        self.body.addWidget(self.form)
        self.add_cancel()
        self.setMinimumWidth(460)
        self.adjustSize()  # otherwise as high as Qt makes any dialog, for two rows

    def options(self) -> Options:
        """Return the options as chosen."""
        given = {name: getattr(self._options, name) for name in type(self._options).model_fields}
        return type(self._options).model_validate(given | self.form.changes(), strict=False)


def _field(choice: OptionChoice, t: Language) -> LabelledField:
    if not choice.values:
        return LabelledField(choice.name, choice.label, "tick", tip=t(choice.hint))
    return LabelledField(choice.name, choice.label, "choice", choices=choice.values, tip=t(choice.hint))
