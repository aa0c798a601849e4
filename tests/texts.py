"""Text that people type, paste or have in old files; what broke something once is kept here for ever."""

from typing import Final

from hypothesis import strategies as st

AWKWARD: Final = (
    "Begrüßung",
    "Q&A <Intro & A < B",
    "=HYPERLINK(1)",
    '"quoted", {braced} \\ and %s',
    "مرحبا بكم",
    "እንኳን ደህና መጡ",
    "e\u0301 and e\x00\u0301 and e\u200b\u0301",
    "left\u202eright\u2066inner\u2069",
    "tab\tbell\x07null\x00nel\x85",
    "line\r\nline\rline\u2028line",
    "lone \ud800 surrogate",
    "  space  \u00a0 ",
    "👩‍💻 🇩🇪",
    "x" * 300,
)
"""Text that broke something somewhere once; the model cleans what no format can carry."""

texts: Final = st.one_of(
    st.just(""),
    st.sampled_from(("Impuls", "Kaffeepause", "Forum Wohnen", "Abschluss", "N. N.")),
    st.sampled_from(AWKWARD),
    st.text(st.characters(), max_size=12),
)
"""Any text that fits a line: ordinary, awkward, or any code points at all, lone surrogates too."""
