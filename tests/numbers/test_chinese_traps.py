"""Chinese figures that are no amounts: years, dates, clock times, ordinals, names, codes, scores, markers, idioms."""

from __future__ import annotations

import pytest

import factcheck
from factcheck.values import TYPED_OUT

# sentence, kinds of what is read in it; "" if nothing is
TRAPS = [
    ("该校创办于1952年", "year"),
    ("二〇二三年夏天他来到这里", "year"),
    ("98年，工厂搬到郊区", "year"),
    ("民国79年出版的画册", "year"),
    ("2018-2024年的数据", "year"),
    ("2012—2018年间", "year"),
    ("5月，工程开工", "date"),
    ("17日上午举行了仪式", "date"),
    ("3月8日至10日停水", "date"),
    ("1至5月的报表", "date"),
    ("8时30分发车", "clock"),
    ("晚上8点集合", "clock"),
    ("14:30开会", "clock"),
    ("她获得第三名", "ordinal"),
    ("这是彩票第1507期", "ordinal"),
    ("合同第12条写明了责任", "ordinal"),
    ("《公约》第三十一条", "ordinal"),
    ("一带一路沿线", ""),
    ("这个折扣不算大", ""),
    ("他买了个折叠桌", ""),
    ("把纸对折叠好", ""),
    ("5G网络覆盖全城", "name"),
    ("他在用GPT-4写稿", "name"),
    ("学习二十大精神", ""),
    ("20大报告", "name"),
    ("“十四五”规划", ""),
    ("股票代码600519", "code"),
    ("贵州某酒业（600519）涨停", "code"),
    ("拨打12345热线", "phone"),
    ("电话13812345678", "phone"),
    ("主队以3:2战胜客队", "score"),
    ("客队以2:0完胜", "score"),
    ("十九届五中全会", "ordinal"),
    ("十三届三次会议", "ordinal ordinal"),
    ("今晚九点开播", "clock"),
    ("演出在七点半开始", "clock"),
    ("毒株XBB.1", "name"),
    ("留下一座“会说话的桥”", "name"),
    ("“9+2”合作", "name"),
    ("三门县下雨", ""),
    ("民企300强榜单", "name"),
    ("苏30战机升空", "name"),
    ("节目20210607重播", "date"),
    ("双方0比0收场", "score"),
    ("光绪二十年的县志", "year"),
    ("他住4单元302室", "name name"),
    ("高二（5）班获奖", "name"),
    ("红米12发布", "name"),
    ("他爱读三国演义", ""),
    ("58同城的总部", ""),
    ("消息万万没想到", ""),
    ("客队2比1逆转", "score"),
    ("1、加强领导", "list_marker"),
    ("（1）落实责任", "list_marker"),
    ("全心全意、一心一意", ""),
    ("千万别忘了带伞", ""),
    ("万一下雨怎么办", ""),
    ("前三季度", ""),
    ("上半年", ""),
    ("一家公司在招人", "name"),
    ("一名学生走了过来", "name"),
    ("这一政策已经生效", "name"),
    ("另一个城市", "name"),
    ("一是规范，二是透明", "name name"),
    ("两国关系", ""),
    ("三大战略", ""),
    ("歼-20战机", "name"),
    ("沪深300指数", "name"),
    ("90后消费者", "name"),
    ("80年代初", "year"),
    ("21世纪", "year"),
    ("国家5A级景区", "name"),
    ("地铁5号线", "name"),
    ("“3·15”晚会", "name"),
    ("工业4.0", "version"),
    ("图3显示", "reference"),
    ("一年一度的庙会", ""),
    ("同一天抵达", ""),
    ("神舟十七号", "name"),
    ("长征五号遥四火箭", "name"),
    ("四川三星堆", ""),
    ("三峡工程", ""),
    ("半导体产业", ""),
    ("半岛局势", ""),
    ("星期三放假", ""),
    ("老百姓", ""),
    ("新一代产品", ""),
    ("2023年7月10日", "date"),
    ("“五一”假期", ""),
    ("大年初三", ""),
    ("38军和112师", "name name"),
    ("6路公交车", "name"),
    ("《大山3》上映", "name"),
    ("508大厦停工", "name"),
    ("波音777客机", "name"),
    ("今晚（3月8日）9点", "date clock"),
    ("他考上高二", ""),
    ("不负众望", ""),
    ("九死一生", ""),
    ("年过七旬", ""),
    ("１９９８年７月１日", "date"),
]


@pytest.mark.parametrize(("sentence", "kinds"), TRAPS, ids=[trap[0] for trap in TRAPS])
def test_no_amount(sentence: str, kinds: str) -> None:
    found = factcheck.check_text(sentence + "。", lang="zh").quantities
    assert [q.kind for q in found] == kinds.split()
    assert not [q for q in found if q.kind not in TYPED_OUT]


@pytest.mark.parametrize(("sentence", "text"), [
    ("他等了十分钟", "十分钟"), ("十分感谢大家", ""), ("这里有十一个村", "十一个村"), ("十一假期", ""), ("历时两年半", "两年半"),
    ("三年半导体产业", "三年"), ("一年半以后", "一年半"), ("千万元设备", "千万元"), ("千万不要迟到", ""), ("只剩一个", "一个"), ("一个想法", ""),
    ("2000年的历史", "2000年"), ("5天后见", "5天"), ("增长40%", "40%"), ("用电3度", "3度"), ("38号文件", ""), ("赔了8元8角", "8元8角"),
    ("打对折", "对折"), ("对折叠屏的兴趣", ""), ("在10时许", ""), ("耗时10小时", "10小时"), ("他排第十", ""), ("涨了约50", "50"),
])
def test_neighbours_that_look_alike(sentence: str, text: str) -> None:
    found = [q for q in factcheck.check_text(sentence + "。", lang="zh").quantities if q.kind not in TYPED_OUT]
    assert [q.text for q in found] == text.split()
