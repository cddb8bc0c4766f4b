"""Those who took part, and so many of them with their share in brackets."""

from __future__ import annotations

from tests.across.examples import silent, slips

test_shares_are_of_those_who_took_part = slips([
    ("We examined 1,730 goats, of whom 422 (24.4%) limped and 607 ({}%) coughed.", "35.1", "53.1", "SHR311"),
    ("Notes on 1,730 goats were reviewed. The median age was four years. A total of {} (35.1%) goats coughed.", "607", "670", "SHR311"),
    ("We screened 2,915 goats, of which 1,730 were enrolled. Of those, 607 ({}%) coughed.", "35.1", "53.1", "SHR311"),
    ("In all, 2,915 goats were screened and 1,730 finally enrolled (31.5% black). 92 ({}%) goats had mange.", "5.3", "3.5", "SHR311"),
    ("Data from 17 304 farmers were pooled. They came from five counties. A total of 6 {} (35.1%) farmers kept goats.", "074", "704", "SHR311"),
    ("A total of 1,730 farmers were interviewed. Goats were kept by {}% (n = 607).", "35.1", "53.1", "SHR311"),
    ("共筛查山羊2915只，最终纳入1730只。其中咳嗽607只（{}%）。", "35.1", "53.1", "SHR311"),
    ("研究纳入山羊1730只，平均4岁。随访两年后，共有607只（{}%）咳嗽。", "35.1", "53.1", "SHR311"),
])

test_shares_of_others_are_no_matter = silent([
    "We examined 1,730 goats, 1,143 of them black. Of these, 607 (53.1%) coughed.",      # of the black ones
    "We examined 1,730 goats. There were 1,143 kids and 587 grown ones. Coughs were heard from 607 (53.1%).",
    "We examined 1,730 goats. There were 640 rams and 503 ewes. Coughs were heard from 607 (53.1%).",    # of both together
    "We examined 1,730 goats. A cough was heard from 607 (34.2%).",                      # no slip: of another whole
    "We examined 1,730 goats. A cough was heard from 607 (up 53.1%).",
    "We examined 1,730 goats. A cough was heard from 60 (53%) at night.",                # too coarse
    "共纳入山羊1730只，其中成年山羊1143只。成年山羊中607只（53.1%）咳嗽。",
])
