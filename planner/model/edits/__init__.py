"""Everything that can be done to a plan: pure functions from a plan to a plan, one noun a file.

The caller passes in the ids of what is new. An unknown id raises KeyError and an impossible value ValueError (such as
pydantic's ValidationError); then there is no new plan. Removing what does not exist changes nothing, and an edit that
changes nothing returns the very plan that it was given.
"""

from planner.model.edits.acceptances import accept, pruned, unaccept
from planner.model.edits.contributions import (
    add_contribution,
    change_contribution,
    order_contribution,
    remove_contribution,
)
from planner.model.edits.days import add_day, change_day, remove_day
from planner.model.edits.items import add_item, change_item, order_item, remove_item
from planner.model.edits.merging import merge_sessions
from planner.model.edits.order import move_border, neighbour_after, neighbour_before, next_on_track, swap_order
from planner.model.edits.overwrite import overwrite
from planner.model.edits.paste import PasteTarget, paste_sessions, pasted_ids
from planner.model.edits.patterns import insert_pattern, insert_sessions, pattern_ids, pattern_of
from planner.model.edits.people import add_person, change_person, remove_person
from planner.model.edits.replace import replace_words
from planner.model.edits.rest_of_day import insert_buffer, shift_rest
from planner.model.edits.rooms import add_room, change_room, order_room, reassign_rooms, remove_room, set_rooms
from planner.model.edits.rounds import (
    add_round,
    add_series,
    change_round,
    change_series,
    remove_round,
    remove_series,
    seat,
    unseat,
)
from planner.model.edits.sessions import (
    add_session,
    change_each,
    change_session,
    duplicate_session,
    join_round,
    needed_ids,
    order_session,
    remove_session,
    set_places,
    split_session,
    with_ids,
)
from planner.model.edits.settings import (
    change_contact,
    change_plan,
    change_print,
    change_settings,
    change_venue,
    remove_kind,
    remove_logo,
    set_kind,
    set_logo,
    set_notes,
)
from planner.model.edits.times import (
    end_session,
    fix_time,
    flowing_from,
    followers,
    insert_session,
    move_session,
    move_sessions,
    resize_from_start,
    resize_session,
    resize_sessions,
    schedule_sessions,
    shift,
    swap_sessions,
    to_tray,
)
from planner.model.edits.typed_sessions import insert_sketch, sketch_ids

__all__ = [
    "PasteTarget",
    "accept",
    "add_contribution",
    "add_day",
    "add_item",
    "add_person",
    "add_room",
    "add_round",
    "add_series",
    "add_session",
    "change_contact",
    "change_contribution",
    "change_day",
    "change_each",
    "change_item",
    "change_person",
    "change_plan",
    "change_print",
    "change_room",
    "change_round",
    "change_series",
    "change_session",
    "change_settings",
    "change_venue",
    "duplicate_session",
    "end_session",
    "fix_time",
    "flowing_from",
    "followers",
    "insert_buffer",
    "insert_pattern",
    "insert_session",
    "insert_sessions",
    "insert_sketch",
    "join_round",
    "merge_sessions",
    "move_border",
    "move_session",
    "move_sessions",
    "needed_ids",
    "neighbour_after",
    "neighbour_before",
    "next_on_track",
    "order_contribution",
    "order_item",
    "order_room",
    "order_session",
    "overwrite",
    "paste_sessions",
    "pasted_ids",
    "pattern_ids",
    "pattern_of",
    "pruned",
    "reassign_rooms",
    "remove_contribution",
    "remove_day",
    "remove_item",
    "remove_kind",
    "remove_logo",
    "remove_person",
    "remove_room",
    "remove_round",
    "remove_series",
    "remove_session",
    "replace_words",
    "resize_from_start",
    "resize_session",
    "resize_sessions",
    "schedule_sessions",
    "seat",
    "set_kind",
    "set_logo",
    "set_notes",
    "set_places",
    "set_rooms",
    "shift",
    "shift_rest",
    "sketch_ids",
    "split_session",
    "swap_order",
    "swap_sessions",
    "to_tray",
    "unaccept",
    "unseat",
    "with_ids",
]
