"""Tables of other makes, read through pandas into the columns of the model.

An *adapter* says how, in a TOML file that is named where a table is named (``--reference wdi.toml``):

    [[adapter]]
    path = "wdi.csv"              # beside the TOML file
    format = "world-bank"         # world-bank, owid, eurostat, wide, long; CSV, TSV, Excel and Parquet by the ending of the path
    metric = "population.total"
    source = "wb_population"

``columns`` maps the model's names to those of the file where they differ, ``entities`` the file's owners to ids of the table, ``unit`` and
``factor`` what a figure is in.  The result is a CSV of the model, so that one loader reads everything; pandas is imported only here.
"""

from __future__ import annotations

import os
import re
from zipfile import BadZipFile

from ..typed import TYPE_CHECKING, Any
from .layer import TableError, adapters, not_utf8
from .sheets import refuse_unsound

if TYPE_CHECKING:
    from collections.abc import Mapping

    import pandas as pd

KEYS = frozenset({"path", "format", "metric", "source", "unit", "factor", "columns", "entities", "sheet", "skip", "confidence", "status"})
TYPES: dict[str, tuple[type, ...]] = {"skip": (int,), "factor": (int, float), "columns": (dict,), "entities": (dict,), "sheet": (int, str),
                                      "metric": (str,), "source": (str,), "unit": (str,)}
TOLD: dict[tuple[type, ...], str] = {
    (int,): "a whole number", (int, float): "a number", (dict,): "a table of names", (int, str): "a number or name", (str,): "a text",
}
FORMATS = ("world-bank", "owid", "eurostat", "wide", "long")
COLUMNS = ("metric", "entity", "period", "value", "unit", "source", "status", "superseded_by", "confidence")
MISSING = ("", ":", "..", "...", "-", "n/a", "NA", "NaN", "nan")
ROW = "\0row"                                            # where a figure stands in the user's file
PERIOD = re.compile(r"\d{4}(-(Q[1-4]|\d\d(-\d\d)?))?")
EXCEL = (".xlsx", ".xlsm", ".xls", ".ods")
MIDNIGHT = r" 00:00:00$"
REMEDIES = {                                            # by the ending of a file: what it takes to read it
    ".parquet": "reading Parquet needs pyarrow: pip install 'factcheck[parquet]'",
    ".xlsx": "reading Excel needs openpyxl: pip install 'factcheck[excel]'",
    ".xlsm": "reading Excel needs openpyxl: pip install 'factcheck[excel]'",
    ".xls": "reading .xls needs xlrd: pip install xlrd, or save it as .xlsx",
    ".ods": "reading .ods needs odfpy: pip install odfpy, or save it as .xlsx",
}
WORLD_BANK = {"entity": "Country Code", "name": "Country Name"}
OWID = {"entity": "Code", "name": "Entity", "period": "Year"}


def convert(adapter: Mapping[str, Any], target: str) -> int:
    """Write the adapter's table to ``target`` as a series CSV; the number of rows.  TableError names a mistake."""
    path = str(adapter.get("path", ""))
    for key in adapter:
        if key not in KEYS:
            raise TableError(path, 1, key, f"unknown key of an adapter; the keys are {', '.join(sorted(KEYS))}")
    for key, kinds in TYPES.items():
        if key in adapter and (not isinstance(adapter[key], kinds) or isinstance(adapter[key], bool)):
            raise TableError(path, 1, key, f"{adapter[key]!r} is not {TOLD[kinds]}")
    shape = adapter.get("format", "long")
    if shape not in FORMATS:
        raise TableError(path, 1, "format", f"{shape!r} is none of {', '.join(FORMATS)}")
    frame = load(path, adapter)
    rows = {"world-bank": _world_bank, "owid": _owid, "eurostat": _eurostat, "wide": _wide, "long": _long}[shape](frame, adapter, path)
    rows = _figures(rows, adapter, path)
    rows.to_csv(target, columns=list(COLUMNS), index=False, lineterminator="\n", encoding="utf-8")
    return len(rows)


def prepare(path: str, folder: str) -> None:
    """Fill an empty folder with the CSV files of a foreign layer: an adapter file, or an Excel or Parquet table in the model's columns."""
    if path.endswith(".toml"):
        for number, adapter in enumerate(adapters(path)):
            convert(adapter, os.path.join(folder, f"adapter{number}.csv"))
        return
    frame = load(path, {})
    if not {"metric", "value"} <= set(frame.columns):
        raise TableError(path, 1, "", "a table has the columns metric, entity, period, value; for others write an adapter (a TOML file)")
    frame.drop(columns=[ROW]).to_csv(os.path.join(folder, "table.csv"), index=False, lineterminator="\n", encoding="utf-8")


def load(path: str, adapter: Mapping[str, Any]) -> pd.DataFrame:
    """The file as a frame of strings (Parquet: as typed), its header checked.  TableError on what cannot be read."""
    import pandas as pd

    ending = os.path.splitext(path)[1].lower()
    skip = int(adapter.get("skip", _preamble(path) if adapter.get("format") == "world-bank" and ending == ".csv" else 0))
    if ending in (".xlsx", ".xlsm"):
        refuse_unsound(path, adapter.get("sheet", 0))
    try:
        if ending == ".parquet":
            frame = pd.read_parquet(path)
        elif ending in EXCEL:
            frame = pd.read_excel(path, sheet_name=adapter.get("sheet", 0), dtype=str, skiprows=skip)
        else:
            frame = pd.read_csv(path, dtype=str, sep="\t" if ending in (".tsv", ".tab") else ",", skiprows=skip, keep_default_na=False,
                                    encoding="utf-8-sig")
    except FileNotFoundError:
        raise TableError(path, 1, "", "no such file") from None
    except ImportError:
        raise TableError(path, 1, "", f"{REMEDIES[ending]}, or save the table as CSV") from None
    except UnicodeDecodeError:
        raise not_utf8(path) from None
    except (ValueError, OSError, KeyError, BadZipFile) as error:
        raise TableError(path, 1, "", f"cannot be read: {(str(error) or type(error).__name__).splitlines()[0]}") from None
    if ending in EXCEL:
        frame = frame.replace(MIDNIGHT, "", regex=True)     # a cell with a day
    unnamed = [str(c) for c in frame.columns if str(c).startswith("Unnamed:")]
    if unnamed and not all(frame[c].isna().all() or (frame[c] == "").all() for c in unnamed):
        place = list(map(str, frame.columns)).index(unnamed[0]) + 1
        raise TableError(
            path, skip + 1, f"number {place}", "has no name: merged cells, or a title above the header? Unmerge, or say skip = N"
        )
    frame = frame.drop(columns=unnamed)
    frame.columns = [str(c).strip() for c in frame.columns]
    frame[ROW] = range(skip + 2, skip + 2 + len(frame))
    return frame


def _preamble(path: str) -> int:
    """Lines before the header of a World Bank download: "Data Source", "Last Updated Date"."""
    try:
        with open(path, encoding="utf-8-sig") as stream:
            for number, line in enumerate(stream):
                if "Country Code" in line:
                    return number
                if number > 10:
                    break
    except (OSError, UnicodeDecodeError):
        return 0
    return 0


def _columns(frame: pd.DataFrame, names: Mapping[str, str], path: str, *needed: str) -> None:
    for name in needed:
        if names.get(name, name) not in frame.columns:
            there = ", ".join(str(c) for c in frame.columns[:8] if c != ROW)
            raise TableError(path, 1, names.get(name, name), f"no such column; the file has {there}")


def _names(adapter: Mapping[str, Any], defaults: Mapping[str, str]) -> dict[str, str]:
    return {**defaults, **adapter.get("columns", {})}


def _world_bank(frame: pd.DataFrame, adapter: Mapping[str, Any], path: str) -> pd.DataFrame:
    """One row an economy and one column a year, codes of the World Bank."""
    names = _names(adapter, WORLD_BANK)
    _columns(frame, names, path, "entity")
    return _melt(frame, names["entity"], path)


def _owid(frame: pd.DataFrame, adapter: Mapping[str, Any], path: str) -> pd.DataFrame:
    """Entity, Code, Year and one column of values."""
    names = _names(adapter, OWID)
    _columns(frame, names, path, "entity", "period")
    others = [c for c in frame.columns if c not in (names["entity"], names["name"], names["period"], ROW)]
    value = names.get("value", others[0] if others else "")
    _columns(frame, {"value": value}, path, "value")
    return _renamed(frame, {names["entity"]: "entity", names["period"]: "period", value: "value"})


def _eurostat(frame: pd.DataFrame, adapter: Mapping[str, Any], path: str) -> pd.DataFrame:
    """Eurostat's own TSV ("freq,unit,geo\\\\TIME_PERIOD" and a column a year), or its linear CSV (geo, TIME_PERIOD, OBS_VALUE)."""
    if "OBS_VALUE" in frame.columns:
        names = _names(adapter, {"entity": "geo", "period": "TIME_PERIOD", "value": "OBS_VALUE"})
        _columns(frame, names, path, "entity", "period", "value")
        return _renamed(frame, {names[k]: k for k in ("entity", "period", "value")})
    head = str(frame.columns[0])
    if "\\" not in head:
        raise TableError(
            path, 1, head, "not a table of Eurostat: its first column names the dimensions, such as freq,unit,geo\\TIME_PERIOD"
        )
    place = head.split("\\", maxsplit=1)[0].split(",").index("geo") if "geo" in head else -1
    frame = frame.assign(entity=frame[head].str.split(",").str[place]).drop(columns=[head])
    return _melt(frame, "entity", path)


def _wide(frame: pd.DataFrame, adapter: Mapping[str, Any], path: str) -> pd.DataFrame:
    names = _names(adapter, {"entity": "entity"})
    _columns(frame, names, path, "entity")
    return _melt(frame, names["entity"], path)


def _long(frame: pd.DataFrame, adapter: Mapping[str, Any], path: str) -> pd.DataFrame:
    names = _names(adapter, {name: name for name in ("metric", "entity", "period", "value", "unit", "source")})
    _columns(frame, names, path, "value")
    return _renamed(frame, {column: name for name, column in names.items() if column in frame.columns})


def _renamed(frame: pd.DataFrame, names: Mapping[str, str]) -> pd.DataFrame:
    return frame[[*names, ROW]].rename(columns=dict(names))


def _melt(frame: pd.DataFrame, entity: str, path: str) -> pd.DataFrame:
    years = [c for c in frame.columns if PERIOD.fullmatch(str(c).strip())]
    if not years:
        raise TableError(path, 1, "", "no column is named by a year; for a long table say format = \"long\"")
    return frame.melt(id_vars=[entity, ROW], value_vars=years, var_name="period", value_name="value").rename(columns={entity: "entity"})


def _figures(rows: pd.DataFrame, adapter: Mapping[str, Any], path: str) -> pd.DataFrame:
    """Values as numbers, blanks and flags gone, owners renamed, the constant columns filled in."""
    import pandas as pd

    text = rows["value"].astype(str).str.strip()
    empty = text.isin(MISSING) | rows["value"].isna()
    rows, text = rows[~empty].copy(), text[~empty]
    numbers = pd.to_numeric(text.str.replace(r"\s*[a-z]+$", "", regex=True), errors="coerce")     # Eurostat's flags: "5.2 p"
    if numbers.isna().any():
        place = numbers.index[numbers.isna()][0]
        hint = ". A formula is not a value: paste values only" if text[place].startswith("=") else ""
        wide = "" if adapter.get("format", "long") in ("long", "owid") else str(rows["period"][place])
        raise TableError(path, int(rows[ROW][place]), wide or "value", f"{text[place]!r} is not a number{hint}")
    factor = adapter.get("factor", 1)
    rows["value"] = text.str.replace(r"\s*[a-z]+$", "", regex=True) if factor == 1 else (numbers * float(factor)).map(lambda v: f"{v:.12g}")
    rows["period"] = rows.get("period", pd.Series("", index=rows.index)).astype(str).str.strip().str.removesuffix(".0")
    wrong = rows.index[~rows["period"].str.fullmatch(PERIOD.pattern) & (rows["period"] != "")]
    if len(wrong):
        raise TableError(path, int(rows[ROW][wrong[0]]), "period", f"{rows['period'][wrong[0]]!r} is not a year, quarter, month or day")
    names = adapter.get("entities", {})
    rows["entity"] = rows.get("entity", pd.Series("", index=rows.index)).fillna("").astype(str).str.strip().map(lambda e: names.get(e, e))
    for column, default in (
        ("metric", ""),
        ("unit", ""),
        ("source", ""),
        ("status", "current"),
        ("superseded_by", ""),
        ("confidence", "secondary"),
    ):
        if column not in rows.columns or adapter.get(column):
            rows[column] = adapter.get(column, default)
    if (rows["metric"] == "").any():
        raise TableError(path, 1, "metric", "the adapter names no metric, and the table has no such column")
    doubled = rows.index[rows.duplicated(["metric", "entity", "period"])]
    if len(doubled):
        r = rows.loc[doubled[0]]
        raise TableError(path, int(r[ROW]), "period", f"{r['entity']} {r['period']} is given twice; filter the table to one series")
    return rows
