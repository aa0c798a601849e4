"""Anything that a valid plan holds can be given out, exported, compared, merged, deleted, checked and mended."""

from hypothesis import HealthCheck, Phase, given, settings

from planner.model import Document
from tests.hostile import hostile_documents
from tests.proving.takers import TAKERS, exported

_few = settings(
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
    phases=[Phase.explicit, Phase.reuse, Phase.generate],  # to shrink texts of 20,000 characters takes minutes
)


@settings(_few, max_examples=8)
@given(hostile_documents())
def test_everything_takes_a_hostile_plan(document: Document) -> None:
    for taker in TAKERS:
        if taker is not exported:
            taker(document)


@settings(_few, max_examples=2)
@given(hostile_documents(3))
def test_every_file_of_a_hostile_plan_is_written(document: Document) -> None:
    exported(document)
