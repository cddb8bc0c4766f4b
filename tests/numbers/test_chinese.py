"""Chinese figures in sentences: what is printed, its unit, kind and hedge."""

from __future__ import annotations

import pytest

import factcheck
from factcheck.values import TYPED_OUT

# sentence, text of the figure, its printed ends, unit, kind, hedge, what it is per
CASES = [
    ("公司去年营收三千五百二十亿元", "三千五百二十亿元", 352000000000, 352000000000, "CNY", "quantity", "=", ""),
    ("这座小镇住着两万三千人", "两万三千人", 23000, 23000, "people", "quantity", "=", ""),
    ("项目总投资一点五亿元", "一点五亿元", 150000000, 150000000, "CNY", "quantity", "=", ""),
    ("园区占地3万4千平方米", "3万4千平方米", 34000, 34000, "m2", "quantity", "=", ""),
    ("他为家乡捐了百万元", "百万元", 1000000, 1000000, "CNY", "quantity", "=", ""),
    ("工程耗资千亿美元", "千亿美元", 100000000000, 100000000000, "USD", "quantity", "=", ""),
    ("合同金额壹佰贰拾叁万元整", "壹佰贰拾叁万元整", 1230000, 1230000, "CNY", "quantity", "=", ""),
    ("这台机器每天运转两个半小时", "两个半小时", 2.5, 2.5, "hour", "quantity", "=", ""),
    ("大约三分之一的居民已经搬走", "三分之一", 0.3333333333, 0.3333333333, "", "fraction", "about", ""),
    ("同意的居民占百分之三十五", "百分之三十五", 35, 35, "percent", "share", "=", ""),
    ("门票打八折出售", "八折", 80, 80, "percent", "share", "=", ""),
    ("毛利率只有三成五", "三成五", 35, 35, "percent", "share", "=", ""),
    ("馆藏几十万件文物", "几十万件", 200000, 990000, "pieces", "quantity", "several", ""),
    ("数千名球迷赶到现场", "数千名", 2000, 9999, "people", "quantity", "several", ""),
    ("他看上去三四十岁", "三四十岁", 30, 40, "year", "age", "several", ""),
    ("村里有一百多户人家", "一百多户人家", 100, 100, "households", "quantity", "bounded", ""),
    ("水库蓄水3000余万立方米", "3000余万立方米", 30000000, 30000000, "m3", "quantity", "bounded", ""),
    ("十几个孩子在操场上踢球", "十几个", 10, 10, "items", "quantity", "bounded", ""),
    ("该县共有30萬6108人", "30萬6108人", 306108, 306108, "people", "quantity", "=", ""),
    ("木板厚3·5厘米", "3·5厘米", 3.5, 3.5, "cm", "quantity", "=", ""),
    ("工期需要3至4个月", "3至4个月", 3, 4, "month", "quantity", "=", ""),
    ("气温在3～4摄氏度之间", "3～4摄氏度", 3, 4, "degC", "quantity", "=", ""),
    ("投资额为1.2～1.5亿元", "1.2～1.5亿元", 120000000, 150000000, "CNY", "quantity", "=", ""),
    ("预计增速在10%—20%之间", "10%—20%", 10, 20, "percent", "share", "=", ""),
    ("应聘者须为20至25岁", "20至25岁", 20, 25, "year", "age", "=", ""),
    ("白菜每斤五块六到五块七毛八", "五块六到五块七毛八", 5.6, 5.78, "CNY", "quantity", "=", "jin"),
    ("水温须大于十八的同时小于等于四十二", "大于十八的同时小于等于四十二", 18, 42, "", "quantity", "=", ""),
    ("库存最多100件最少20件", "最多100件最少20件", 20, 100, "pieces", "quantity", "=", ""),
    ("他跑出9秒58", "9秒58", 9.58, 9.58, "second", "quantity", "=", ""),
    ("四成多的住户养狗", "四成多", 40, 40, "percent", "share", "bounded", ""),
    ("漲了兩成有餘", "兩成有餘", 20, 20, "percent", "share", "bounded", ""),
    ("修了三年多，终于通车", "三年多", 3, 3, "year", "quantity", "bounded", ""),
    ("参观者近5000人", "5000人", 5000, 5000, "people", "quantity", "below", ""),
    ("全程约42公里", "42公里", 42, 42, "km", "quantity", "about", ""),
    ("价格超8000元", "8000元", 8000, 8000, "CNY", "quantity", "above", ""),
    ("在建泵站逾30座", "30座", 30, 30, "structures", "quantity", "above", ""),
    ("收入在3万元以上", "3万元", 30000, 30000, "CNY", "quantity", "above", ""),
    ("温度保持在25度左右", "25度", 25, 25, "degC", "quantity", "about", ""),
    ("到场的不足200人", "200人", 200, 200, "people", "quantity", "at_most", ""),
    ("这只鸡重3斤5两", "3斤5两", 35, 35, "liang", "quantity", "=", ""),
    ("服刑两年零三个月后获释", "两年零三个月", 27, 27, "month", "quantity", "=", ""),
    ("他身高2米11", "2米11", 2.11, 2.11, "m", "quantity", "=", ""),
    ("比赛用了一分半钟", "一分半钟", 1.5, 1.5, "minute", "quantity", "=", ""),
    ("豆浆卖一块二角", "一块二角", 1.2, 1.2, "CNY", "quantity", "=", ""),
    ("等了个半小时才上车", "个半小时", 1.5, 1.5, "hour", "quantity", "=", ""),
    ("新房均价为2.3万元/平方米", "2.3万元/平方米", 23000, 23000, "CNY", "quantity", "=", "m2"),
    ("苹果每公斤12元", "12元", 12, 12, "CNY", "quantity", "=", "kg"),
    ("高铁每小时行驶350公里", "350公里", 350, 350, "km", "quantity", "=", "hour"),
    ("水温升至摄氏37度", "37度", 37, 37, "degC", "quantity", "=", ""),
    ("夜间降到零下5摄氏度", "零下5摄氏度", -5, -5, "degC", "quantity", "=", ""),
    ("支持率上升2.5个百分点", "2.5个百分点", 2.5, 2.5, "percent_point", "percent_point", "=", ""),
    ("央行降息25个基点", "25个基点", 25, 25, "basis_point", "basis_point", "=", ""),
    ("产量增长3倍", "3倍", 3, 3, "x", "multiplier", "=", ""),
    ("面积是原来的3倍", "3倍", 3, 3, "x", "multiplier", "=", ""),
    ("销量翻了一番", "翻了一番", 2, 2, "x", "multiplier", "=", ""),
    ("利润翻了近一番", "翻了近一番", 2, 2, "x", "multiplier", "below", ""),
    ("产值翻两番", "翻两番", 4, 4, "x", "multiplier", "=", ""),
    ("用户数翻了1倍", "1倍", 1, 1, "x", "multiplier", "=", ""),
    ("男女比例为77:1", "77:1", 77, 77, "", "ratio", "=", ""),
    ("净利润同比-5.2%", "-5.2%", -5.2, -5.2, "percent", "share", "=", ""),
    ("车站发送旅客120万人次", "120万人次", 1200000, 1200000, "visits", "quantity", "=", ""),
    ("仓库存有400台发电机", "400台", 400, 400, "machines", "quantity", "=", ""),
    ("粮食总产量１２０億斤", "１２０億斤", 12000000000, 12000000000, "jin", "quantity", "=", ""),
    ("人口达1,234,567人", "1,234,567人", 1234567, 1234567, "people", "quantity", "=", ""),
    ("每10万人口拥有床位60张", "60张", 60, 60, "sheets", "quantity", "=", ""),
    ("芯片运算速度为每秒5万亿次", "5万亿次", 5e+12, 5e+12, "occasions", "quantity", "=", "second"),
    ("半加仑牛奶", "半加仑", 0.5, 0.5, "gallon", "quantity", "=", ""),
    ("占比过半，达到六成以上", "六成", 60, 60, "percent", "share", "above", ""),
    ("5元6角的车票", "5元6角", 5.6, 5.6, "CNY", "quantity", "=", ""),
    ("车速每小时60公里", "60公里", 60, 60, "km", "quantity", "=", "hour"),
    ("考试得了85分", "85分", 85, 85, "points", "quantity", "=", ""),
    ("3个多月没有下雨", "3个多月", 3, 3, "month", "quantity", "bounded", ""),
    ("上百家店铺关门", "百家", 100, 100, "establishments", "quantity", "above", ""),
    ("近百名工人返岗", "百名", 100, 100, "people", "quantity", "below", ""),
    ("体重减了三公斤半", "三公斤半", 3.5, 3.5, "kg", "quantity", "=", ""),
    ("十分钟后恢复供电", "十分钟", 10, 10, "minute", "quantity", "=", ""),
    ("月薪3万-5万元", "3万-5万元", 30000, 50000, "CNY", "quantity", "=", ""),
    ("报价五元六角-五元七毛八分", "五元六角-五元七毛八分", 5.6, 5.78, "CNY", "quantity", "=", ""),
    ("误差为.77毫米", ".77毫米", 0.77, 0.77, "mm", "quantity", "=", ""),
    ("亏损为-3.5亿元", "-3.5亿元", -350000000, -350000000, "CNY", "quantity", "=", ""),
    ("地基深2-3米", "2-3米", 2, 3, "m", "quantity", "=", ""),
    ("十一个省份参加", "十一个省份", 11, 11, "provinces", "quantity", "=", ""),
    ("他身高一米八七", "一米八七", 1.87, 1.87, "m", "quantity", "=", ""),
    ("楼高四十米", "四十米", 40, 40, "m", "quantity", "=", ""),
    ("他们筹到20几万元", "20几万元", 200000, 200000, "CNY", "quantity", "bounded", ""),
    ("项目要投七个亿", "七个亿", 700000000, 700000000, "", "quantity", "=", ""),
    ("有七个亿万富翁", "七个", 7, 7, "items", "quantity", "=", ""),
    ("可判四年以上九年以下徒刑", "四年以上九年以下", 4, 9, "year", "quantity", "=", ""),
    ("招收20周岁以上、45周岁以下人员", "20周岁以上、45周岁以下", 20, 45, "year", "age", "=", ""),
    ("读数大于30但小于45", "大于30但小于45", 30, 45, "", "quantity", "=", ""),
    ("数值在300与450间", "300与450间", 300, 450, "", "quantity", "=", ""),
    ("她烧到华氏101度", "101度", 101, 101, "degF", "quantity", "=", ""),
    ("票价港币80元", "港币80元", 80, 80, "HKD", "quantity", "=", ""),
    ("負４分之負九", "負４分之負九", 2.25, 2.25, "", "quantity", "=", ""),
    ("用了2又3/4杯", "2又3/4杯", 2.75, 2.75, "glasses", "quantity", "=", ""),
    ("建校40周年", "40周年", 40, 40, "year", "quantity", "=", ""),
    ("有12个国家级园区", "12个国家级", 12, 12, "items", "quantity", "=", ""),
    ("车祸致四死", "四死", 4, 4, "deaths", "quantity", "=", ""),
    ("温度为零下7.5摄氏度", "零下7.5摄氏度", -7.5, -7.5, "degC", "quantity", "=", ""),
    ("增速高于全部工业2.0个百分点", "2.0个百分点", 2, 2, "percent_point", "percent_point", "=", ""),
    ("赚了百八萬", "百八萬", 1800000, 1800000, "", "quantity", "=", ""),
    ("她的成绩是11秒06", "11秒06", 11.06, 11.06, "second", "quantity", "=", ""),
    ("冠军用时3分21秒7", "3分21秒7", 201.7, 201.7, "second", "quantity", "=", ""),
    ("两岁半的孩子", "两岁半", 2.5, 2.5, "year", "age", "=", ""),
    ("兄弟俩开了店", "俩", 2, 2, "", "quantity", "=", ""),
    ("连续四届参赛", "四届", 4, 4, "sessions", "quantity", "=", ""),
    ("再过30多天开工", "30多天", 30, 30, "day", "quantity", "bounded", ""),
    ("那次5.4级地震", "5.4级", 5.4, 5.4, "magnitude", "quantity", "=", ""),
    ("提了三点意见", "三点", 3, 3, "points", "quantity", "=", ""),
    ("养了300只鹅左右", "300只", 300, 300, "animals", "quantity", "about", ""),
    ("60名志愿者以上", "60名", 60, 60, "people", "quantity", "above", ""),
    ("70名学生上下课", "70名", 70, 70, "people", "quantity", "=", ""),
    ("顶多800元", "800元", 800, 800, "CNY", "quantity", "at_most", ""),
    ("少说500人", "500人", 500, 500, "people", "quantity", "at_least", ""),
    ("花了千把块钱", "千把块钱", 1000, 1000, "CNY", "quantity", "about", ""),
    ("仨人都不在", "仨人", 3, 3, "people", "quantity", "=", ""),
    ("招来万余人", "万余人", 10000, 10000, "people", "quantity", "bounded", ""),
    ("捐了百来万元", "百来万元", 1000000, 1000000, "CNY", "quantity", "bounded", ""),
    ("學生千餘名", "千餘名", 1000, 1000, "people", "quantity", "bounded", ""),
    ("等了三年多", "三年多", 3, 3, "year", "quantity", "bounded", ""),
    ("三年多次登顶", "三年", 3, 3, "year", "quantity", "=", ""),
    ("六成多的租户反对", "六成多", 60, 60, "percent", "share", "bounded", ""),
    ("油价跌破70美元", "70美元", 70, 70, "USD", "quantity", "at_most", ""),
    ("订单破9亿元", "9亿元", 9e8, 9e8, "CNY", "quantity", "above", ""),
    ("工程约需300天", "300天", 300, 300, "day", "quantity", "about", ""),
    ("门票收入4000元出头", "4000元", 4000, 4000, "CNY", "quantity", "above", ""),
]


@pytest.mark.parametrize(("sentence", "text", "low", "high", "unit", "kind", "hedge", "per"), CASES, ids=[case[0] for case in CASES])
def test_figure(sentence: str, text: str, low: float, high: float, unit: str, kind: str, hedge: str, per: str) -> None:
    found = [q for q in factcheck.check_text(sentence + "。", lang="zh").quantities if q.kind not in TYPED_OUT]
    assert [q.text for q in found] == [text]
    q = found[0]
    assert (q.printed_low, q.printed_high) == pytest.approx((low, high))
    assert (q.unit, q.kind, q.hedge, q.per) == (unit, kind, hedge, per)


@pytest.mark.parametrize(("simplified", "traditional"), [
    ("全长约三十五万二千米", "全長約三十五萬二千米"),
    ("营业收入超过3万4千元", "營業收入超過3萬4千元"),
    ("利润翻了两番", "利潤翻了兩番"),
    ("等了两个半小时", "等了兩個半小時"),
    ("占百分之三点五", "佔百分之三點五"),
    ("零下十五摄氏度", "零下十五攝氏度"),
    ("上升两个百分点", "上升兩個百分點"),
    ("五块六到五块七毛八", "五塊六到五塊七毛八"),
    ("数十万名旅客", "數十萬名旅客"),
    ("几百辆汽车", "幾百輛汽車"),
    ("大于三小于九", "大於三小於九"),
    ("每公斤12元", "每公斤12元"),
    ("二十余个国家", "二十餘個國家"),
    ("不足三成", "不足三成"),
])
def test_traditional_characters_give_the_same_values(simplified: str, traditional: str) -> None:
    a, b = (factcheck.check_text(text + "。", lang="zh").quantities for text in (simplified, traditional))
    assert [(q.printed_low, q.printed_high, q.low, q.high, q.unit, q.kind, q.hedge) for q in a] == [
        (q.printed_low, q.printed_high, q.low, q.high, q.unit, q.kind, q.hedge) for q in b]
    assert a


@pytest.mark.parametrize(("ascii_form", "wide"), [
    ("增长12.5%", "增长１２.５％"), ("共3,500人", "共３,５００人"), ("2023年7月1日", "２０２３年７月１日"), ("3~4个月", "３～４个月"), ("(5)家", "（５）家"),
])
def test_full_width_forms_are_read_alike(ascii_form: str, wide: str) -> None:
    a, b = (factcheck.check_text(text + "。", lang="zh").quantities for text in (ascii_form, wide))
    assert [(q.printed_low, q.printed_high, q.unit, q.kind) for q in a] == [(q.printed_low, q.printed_high, q.unit, q.kind) for q in b]
