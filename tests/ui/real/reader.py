"""Reads the screen as a screen reader does: answers questions, a line of JSON each, from the tree of AT-SPI.

The system's Python runs this, since only that has the bindings of AT-SPI.
"""
# pyright: basic, reportMissingImports=false, reportAttributeAccessIssue=false

import json
import sys
from collections.abc import Callable, Iterator
from typing import Any

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

EVENTS = ("object:state-changed:focused", "object:property-change:accessible-name", "object:children-changed")
Question = dict[str, Any]


def below(node: Any, depth: int = 30) -> Iterator[Any]:  # noqa: ANN401  # there are no types for AT-SPI
    """Return a node and all below it that can be seen, or that are on the board."""
    yield node
    if not depth:
        return
    for place in range(node.get_child_count()):
        child = node.get_child_at_index(place)
        if child is not None:
            yield from below(child, depth - 1)


def programs() -> list[Any]:
    """Return the planners on the screen, without what is kept of them from before."""
    desktop = Atspi.get_desktop(0)
    desktop.clear_cache()
    found = [desktop.get_child_at_index(place) for place in range(desktop.get_child_count())]
    return [node for node in found if node is not None and node.get_name() == "planner"]


def matching(question: Question) -> Iterator[Any]:
    """Return what is shown, has the role and has a name that begins so."""
    for program in programs():
        program.clear_cache()
        for node in below(program):
            fits = node.get_role_name() == question["role"] and (node.get_name() or "").startswith(question["name"])
            if fits and Atspi.StateType.SHOWING in node.get_state_set().get_states():
                yield node


def described(node: Any) -> dict[str, Any]:  # noqa: ANN401
    """Return what can be told of a node."""
    box = node.get_extents(Atspi.CoordType.SCREEN)
    return {
        "name": node.get_name(),
        "description": node.get_description(),
        "states": [state.value_nick for state in node.get_state_set().get_states()],
        "box": [box.x, box.y, box.width, box.height],
        "actions": [Atspi.Action.get_action_name(node, place) for place in range(Atspi.Action.get_n_actions(node))]
        if "Action" in node.get_interfaces()
        else [],
        "place": node.get_index_in_parent(),
        "parent": node.get_parent().get_name(),
    }


def find(question: Question) -> object:
    """Answer with all that fits."""
    return [described(node) for node in matching(question)]


def act(question: Question) -> object:
    """Do an action of the first that fits."""
    for node in matching(question):
        for place in range(Atspi.Action.get_n_actions(node)):
            if Atspi.Action.get_action_name(node, place) == question["action"]:
                return Atspi.Action.do_action(node, place)
    return False


def look_at(question: Question) -> object:
    """Answer with the name of what is at a point of the screen, seen from the first thing that fits."""
    for node in matching(question):
        found = node.get_accessible_at_point(question["x"], question["y"], Atspi.CoordType.SCREEN)
        return None if found is None else found.get_name()
    return None


def main() -> None:
    """Answer questions until there are no more."""
    heard: list[list[object]] = []
    listener = Atspi.EventListener.new(lambda event: heard.append([event.type, event.source.get_name(), event.detail1]))
    for kind in EVENTS:
        listener.register(kind)
    context = GLib.MainContext.default()
    answers: dict[str, Callable[[Question], object]] = {"find": find, "act": act, "at": look_at}
    for line in sys.stdin:
        question = json.loads(line)
        while context.pending():
            context.iteration(False)
        try:
            answer = list(heard) if question["ask"] == "heard" else answers[question["ask"]](question)
        except GLib.Error:  # something vanished while it was being read
            answer = []
        sys.stdout.write(json.dumps(answer) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
