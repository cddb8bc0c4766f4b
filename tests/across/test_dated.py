"""A step from a year that is named, and the level of that year in an earlier sentence."""

from __future__ import annotations

import pytest

from factcheck import check_text

BEFORE = "Rents rose from $31.2 million in 2021 to $36.4 million in 2022."


def codes(text: str) -> list[str]:
    return [f.code for f in check_text(text, lang="en").findings if f.severity != "note"]


@pytest.mark.parametrize("text", [
    " In 2023 they fell to ${} million, down 25% from 2022.",
    " It declined to ${} million in 2023, a 25% decrease compared to 2022.",
    " However, rents fell sharply to ${} million in 2023, a drop of 25% on 2022.",
    "\n- Rents fell to **${} million** in 2023, 25% less than in 2022.",
])
def test_the_level_of_the_year_is_the_base(text: str) -> None:
    assert codes(BEFORE + text.format("27.3")) == []
    assert codes(BEFORE + text.format("23.7")) == ["CHG201"]


@pytest.mark.parametrize("text", [
    " Fees fell to $23.7 million in 2023, down 25% from 2022.",                        # of something else
    " In Hull they fell to $23.7 million in 2023, down 25% from 2022.",
    " It fell to $23.7 million in 2023, down 25% from 2020.",                          # of a year that is not told
    " It fell to $23.7 million in 2023, down 25% from 2022 when adjusted for inflation.",
])
def test_others_are_silent(text: str) -> None:
    assert codes(BEFORE + text) == []
