r"""Sessions typed in one line, such as "Begrüßung 15m @Saal #N.N.": understood here, made by the edit.

Words are the title. Among them, each between spaces, stand in any order:

    15m, 15 min, 1h, 1h30, 1,5 Std, 1:30h    how long it is
    10:30, 10.30 Uhr, um 10, 2pm             when it starts; with ! or = that is fixed
    10:30-11:15, 14–15.30 Uhr                from when to when
    @Saal, @"Großer Saal"/Stuhlkreis         the room, by any unambiguous beginning, and how chairs stand
    #Muster, #"Anna Neu", #N.N., #Muster?    who, by any unambiguous beginning; a question mark for asked only
    :podium                                  which kind, where the title does not tell
    40p                                      how many attend, where it is not for all
    x4                                       four of them: side by side in rounds, else in a row
    \@Saal                                   a word with a backslash before it is the title's, whatever it is

What is not understood stays in the title, and a hint says so where it looks as if it was meant.
"""

from planner.text.quick.parse import Quick, parse_quick
from planner.text.quick.sigils import quoted
from planner.text.quick.words import hint_sentence, quick_sentence

__all__ = ["Quick", "hint_sentence", "parse_quick", "quick_sentence", "quoted"]
