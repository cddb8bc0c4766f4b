"""What the reports themselves say, in both languages.  The messages of findings come from the engine."""

from __future__ import annotations

from ..values import VERDICTS
from .model import Context, Summary
from .style import Style

WRONG = frozenset({"inconsistent", "contradicted"})
_ORDER = tuple(v for v in VERDICTS if v not in {"no_reference", "not_checked"})
WORDS: dict[str, dict[str, str]] = {
    "en": {
        "error": "error", "warning": "warning", "note": "note",
        "errors": "errors", "warnings": "warnings", "notes": "notes",
        "claim": "claim", "claims": "claims", "file": "file", "files": "files",
        "consistent": "consistent", "consistent_when_rounded": "only by rounding", "ambiguous": "ambiguous", "inconsistent": "inconsistent",
        "supported": "supported", "contradicted": "contradicted", "outdated": "outdated", "unchecked": "not checkable",
        "nothing": "Nothing to correct", "left_out": "Nothing to report", "no_claims": "No figures found to check",
        "unread": "could not be checked",
        "source": "source", "retrieved": "retrieved {day}",
        "of which": "{n} {word}", ",": ", ", ":": ": ", " ": " ",
    },
    "zh": {
        "errors": "个错误", "warnings": "个警告", "notes": "条提示",
        "claims": "项数据", "files": "个文件",
        "consistent": "一致", "consistent_when_rounded": "仅四舍五入后一致", "ambiguous": "有歧义", "inconsistent": "不一致",
        "supported": "有据可查", "contradicted": "与资料不符", "outdated": "已过时", "unchecked": "无法核对",
        "nothing": "未发现需要更正之处", "left_out": "没有要报告的问题", "no_claims": "没有找到可核对的数字", "unread": "未能检查",
        "source": "来源", "retrieved": "{day}核对",
        "of which": "{word} {n}", ",": "，", ":": "：", " ": "",
    },
}


def counted(number: int, word: str, lang: str) -> str:
    """ "1 error", "2 errors", "2个错误"."""
    words = WORDS[lang]
    plural = words[f"{word}s"]
    return f"{number}{words[' ']}{words.get(word, plural) if number == 1 else plural}"


def summary_line(summary: Summary, context: Context, style: Style) -> str:
    """The last line of a report for people: what was found, and of how many claims what is known."""
    lang = context.lang(summary.langs)
    words = WORDS[lang]
    dot = f" {style.sign('·')} "
    found = [counted(n, severity, lang) for severity, n in summary.findings.items() if n]
    if context.what == "claims" or (summary.failed and not summary.files):
        head = ""
    elif found:
        head = words[","].join(found)
    elif summary.verdicts.keys() & WRONG:        # and not to be told of: --ignore, say
        head = words["left_out"]
    else:
        head = words["nothing"] if summary.claims else words["no_claims"]
    bad = summary.failed or (summary.findings["error"] and context.what == "findings")
    sign, role = ("✗", "error") if bad else ("✓", "good")
    parts = [head] if head else []
    if summary.failed:
        parts.append(f"{counted(summary.failed, 'file', lang)}{words[' ']}{words['unread']}")
    if summary.files > 1:
        parts.append(counted(summary.files, "file", lang))
    if summary.claims:
        known = [(words[v], summary.verdicts[v]) for v in _ORDER if summary.verdicts.get(v)]
        unchecked = sum(n for v, n in summary.verdicts.items() if v not in _ORDER)
        known += [(words["unchecked"], unchecked)] if unchecked else []
        told = words[","].join(words["of which"].format(n=n, word=word) for word, n in known)
        parts.append(f"{counted(summary.claims, 'claim', lang)}{words[':']}{told}")
    if summary.milliseconds is not None:
        parts.append(f"{summary.milliseconds:.0f} ms")
    return f"{style.paint(style.sign(sign), role)} {dot.join(parts or [words['no_claims']])}"
