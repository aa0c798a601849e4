r"""Sessions typed in one line, such as "Begrüßung 15m @Saal #N.N.": parsed here, inserted by an edit.

Words are the title. Among them, separated by spaces and in any order, may be:

    15m, 15 min, 1h, 1h30, 1,5 Std, 1:30h    how long it is
    10:30, 10.30 Uhr, um 10, 2pm             when it starts; fixed with ! or =
    10:30-11:15, 14–15.30 Uhr                from when to when
    @Saal, @"Großer Saal"/Stuhlkreis         the room, by any unambiguous beginning, and its seating
    #Muster, #"Anna Neu", #N.N., #Muster?    who, by any unambiguous beginning; a question mark for asked only
    :podium                                  which kind, if the title does not say it
    40p                                      how many attend, if it is not for all
    x4                                       four of them: side by side in rounds, otherwise in a row
    \@Saal                                   after a backslash any word belongs to the title

What is not understood stays in the title; a hint says so if it looks as if it was meant otherwise.
"""

from planner.importers.quick_add.names import quoted
from planner.importers.quick_add.parse import ParsedLine, parse_quick
from planner.importers.quick_add.read_back import hint_sentence, quick_sentence

__all__ = ["ParsedLine", "hint_sentence", "parse_quick", "quick_sentence", "quoted"]
