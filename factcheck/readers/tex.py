"""TeX: commands, comments, formulas and tables taken out, escaped signs replaced where they stand; the length never changes.

A formula that is nothing but a figure ($25\\%$) is read as one; any other says nothing to this tool.
"""

from __future__ import annotations

from ..patterns import re
from ..values import GONE, REST

_NO_PROSE = (
    "verbatim|Verbatim|lstlisting|minted|comment|equation|align|gather|multline|eqnarray|displaymath|math|tabular|tabularx|longtable|"
    "tikzpicture|thebibliography|filecontents"
)
_NO_TEXT = (                                    # commands whose argument nobody reads in the article
    "begin|end|label|ref|eqref|pageref|autoref|cref|Cref|cite[a-zA-Z]*|parencite|textcite|footcite|url|href|includegraphics|input|include|"
    "usepackage|documentclass|bibliography|bibliographystyle|vspace|hspace|color|textcolor|si|unit"
)
_NO_TEXTS = "newcommand|renewcommand|SI|qty"    # two arguments

_HEADINGS = "title|subtitle|part|chapter|section|subsection|subsubsection|paragraph|caption"
_SPACES = {"~": "\u00a0", "\\,": "\u2009", "\\;": " ", "\\:": " ", "\\ ": " ", "\\!": ""}
_SIGNS = {"``": "“", "''": "”", "`": "‘", "---": "—", "--": "–"}
_ARGUMENT = r"(?:\s{0,9}\[[^\[\]{}]{0,400}\])?\{[^{}]{0,400}\}"
_HEAD = re.compile(r"\A(?s:.){0,200000}?\\begin\{document\}")
_MARKUP = re.compile(
    rf"""
    (?P<comment>%[^\n]*+(?:\n[ \t]*+(?!\n))?)
    | \\(?P<escaped>[%$&\#_{{}}])
    | \\begin\{{(?P<environment>{_NO_PROSE})(?P<star>\*?)\}}.*?(?:\\end\{{(?P=environment)(?P=star)\}}|\Z)
    | \\end\{{document\}}.*\Z
    | \\verb\*?(?P<fence>[^A-Za-z\s*])[^\n]{{0,400}}?(?P=fence)
    | \\\[.*?(?:\\\]|\Z) | \\\(.*?(?:\\\)|\Z) | \$\$.*?(?:\$\$|\Z)
    | \$(?P<figure>[0-9][0-9.,]*+)(?P<percent>\\%)?\$
    | \$[^$\n]{{0,400}}\$
    | (?P<space>~|\\[,;:!\ ])
    | \\(?:(?:{_NO_TEXT})(?![A-Za-z])\*?(?:{_ARGUMENT})?|(?:{_NO_TEXTS})(?![A-Za-z])(?:{_ARGUMENT}){{0,2}})
    | (?P<opening>\\(?:{_HEADINGS})\*?)\{{(?P<heading>[^{{}}]{{0,400}})\}}
    | (?P<line>\\(?:par|item)(?![A-Za-z])(?:\[[^\[\]\n]{{0,40}}\])?|\\\\\*?)
    | \\[A-Za-z]++\*?(?:\[[^\[\]{{}}]{{0,400}}\])?\{{? | \\.
    | (?P<sign>``|''|`|---?)
    | \}}\{{ | [{{}}]
    | (?P<paragraph>\n[ \t\r]*+\n\s*+) | (?<![ \t\r])[ \t\r]*+\n[ \t]*+
    """,
    re.VERBOSE | re.DOTALL,
)


def prose(text: str) -> str:
    """The text without markup, as long as before."""
    head = _HEAD.match(text)
    start = head.end() if head is not None else 0
    return GONE * start + _MARKUP.sub(_blank, text[start:])


def _blank(match: re.Match[str]) -> str:
    found = match[0]
    size = len(found)
    if match["escaped"]:
        return match["escaped"] + REST
    if match["figure"]:
        percent = "%" + REST if match["percent"] else ""
        return GONE + match["figure"] + percent + GONE
    for name, signs in (("space", _SPACES), ("sign", _SIGNS)):
        if match[name]:
            return (signs[found] + REST * size)[:size] if signs[found] else GONE * size
    if match["heading"] is not None:
        return "\n\n" + GONE * (len(match["opening"]) - 1) + _MARKUP.sub(_blank, match["heading"]) + "\n"
    if match["paragraph"]:
        sign = "\n\n"
    elif match["line"]:
        sign = "\n"
    elif match["comment"] or found in "{}" or found[0] == "\\" and found[-1] == "{" and not found.startswith("\\footnote"):
        sign = ""
    else:
        sign = " "
    return sign + GONE * (size - len(sign))
