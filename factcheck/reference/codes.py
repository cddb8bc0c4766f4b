"""What the codes of the reference table mean, in the form of the relations' documentation."""

from __future__ import annotations

from ..relations import RelationDoc

CODES = {doc.code: doc for doc in (
    RelationDoc(
        "PLA901", "implausible", "warning",
        "A figure is far beyond everything on record for its metric and owner, and a scale word would repair it.\n\n"
        "Why: million for billion makes a small country a giant. More than three times beyond the lowest or highest on record is far;\n"
        "the figure that would fit, by one scale word or a shifted point, is named.\n"
        "Silent: when metric or owner is not certain, for what may be of a part (\"home to …\"), for years before the rows begin,\n"
        "for forecasts, and where the table has the year itself (`REF801`).",
        ("Japan's population is 1.23 billion.", "日本人口现为12.3亿。"),
        ("Japan's population is 123 million.", "日本人口现为1.23亿。"), "reference"),
    RelationDoc(
        "REF801", "reference-contradicted", "error",
        "A figure contradicts the table of sourced facts.\n\n"
        "Why: the table has the figure for this metric, owner and period, with its publisher, and rounding does not explain the gap.\n"
        "Silent: when metric, owner or period are not certain, when publishers count differently, for forecasts.",
        ("In 2020 China's population was 1.81 billion.", "2020年中国人口为18.1亿。"),
        ("In 2020 China's population was 1.41 billion.", "2020年中国人口为14.1亿。"), "reference"),
    RelationDoc(
        "REF802", "reference-outdated", "note",
        "A figure was true of an earlier estimate or of another period.\n\n"
        "Why: an estimate that has been replaced is still copied; the note names the one that replaced it. It is no error.",
        ("After 2012, the compute of the largest AI training runs doubled every 3.4 months.",
         "2012年后，头部AI模型训练算力每3.4个月翻一番。"),
        ("Since 2020 the compute of frontier language models has grown about 5x a year.",
         "头部AI模型训练算力每年增长4倍至5倍。"), "reference"),
    RelationDoc(
        "REF803", "reference-qualified", "note",
        "A figure is true with a qualification that the text leaves out.\n\n"
        "Why: a market value that was reached in the course of a day and not at its close is often told as if it had been. It is no error.",
        ("Apple's market value first passed $3 trillion on 3 January 2022.", "英伟达市值2023年5月30日突破1万亿美元。"),
        ("In intraday trading Apple's market value first passed $3 trillion on 3 January 2022.",), "reference"),
    RelationDoc(
        "REF804", "reference-date", "error",
        "The event is in the table of sourced facts with another date.\n\n"
        "Why: the figure is right, the day is not.",
        ("Apple's market value first passed $1 trillion on 2 August 2015.",),
        ("Apple's market value first passed $1 trillion on 2 August 2018.",), "reference"),
)}
