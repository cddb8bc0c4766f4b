"""The characters of Chinese numerals, simplified, traditional and financial, and those beside one that decide where it ends.

They are the grammar of numerals and stand here alone; every other Chinese word is in ``rules/zh/``, every unit in ``data/units.toml``.
"""

from __future__ import annotations

ONES = "一二三四五六七八九"
DIGITS = {char: n for n, row in enumerate(
    ("零〇○", "一壹弌", "二贰貳弍", "三叁參叄参弎", "四肆", "五伍", "六陆陸", "七柒", "八捌", "九玖")) for char in row}
ZEROS = frozenset("零〇○")
TWO = frozenset("两兩")                         # counts, but is no digit of a string, and a weight behind a numeral
SMALL = {char: power for power, row in ((1, "十拾"), (2, "百佰"), (3, "千仟")) for char in row}
TENS = {char: 20 + 10 * n for n, row in enumerate(("廿", "卅", "卌")) for char in row}
BIG = {"万": 4, "萬": 4, "亿": 8, "億": 8, "兆": 12}
COUNT = {**DIGITS, "两": 2, "兩": 2, "俩": 2, "倆": 2, "仨": 3}
WEAK = frozenset("参參陆陸伍肆拾")              # also words of their own: 参加, 大陆, 队伍, 收拾
TEN = "十"
GATHER = "拾"                                    # a ten only with a digit behind it: 拾万, not 收拾
FINANCIAL = frozenset("佰仟拾")
ZERO_MARKS = "零〇"
AND = "又"                                       # 一又三分之一
POINTS = frozenset("点點")
HALF = "半"
SOME = frozenset("几幾")
MIXED = "几幾"                                   # never printed: the mark before a numeral such as 10几万, for rules
NUMERAL_CHARS = frozenset(COUNT) | frozenset(SMALL) | frozenset(TENS) | frozenset("万萬亿億半几幾数數")
SCALES: dict[str, float] = {char: 10.0**power for char, power in (SMALL | BIG).items() if power > 1}
ROUND = {"百": 1e2, "千": 1e3, "万": 1e4, "萬": 1e4, "亿": 1e8, "億": 1e8}         # may stand without a digit: 近百, 上千, 过万
LEADING = frozenset("百千万萬")                     # the one before them may be left out: 百二万
MYRIADS = ("万", "萬")
ROUND_SCALES = (*MYRIADS, "亿", "億")
POWERS = {None: 0, "万": 4, "亿": 8, "万亿": 12}                                  # behind digits, as nearly all are printed
OVER = ("分之", "份之")
OVER_BEGINS = "分 "
ONE_OVER = ("分一", "份一")                      # 三分一

# Pieces of patterns: classes of characters, and what is put together of them.
# Without one of these a sentence counts nothing.
ANCHORS = "〇零一二三四五六七八九十百千万萬亿億两兩俩倆仨廿卅半几幾壹贰貳叁參肆伍陆陸柒捌玖拾佰仟倍番數数折"
TALLY = ONES + "十"                              # numbers of list items: 一、二、
LAST = ONES + "两兩"                             # what may stand for the next lower place: 两米三
SPACED = "零〇一二三四五六七八九十百千万萬亿億两兩几幾余餘多壹贰叁肆伍陆柒捌玖拾佰仟点點又"
GAPPED = (r"[点點] |[分份]之 |[0-9]{1,4} [百千]"                        # with a space inside a numeral
          rf"| (?: ?[{SPACED}]|[分份] *之|[0-9０-９]{{1,4}} ?[百千万萬亿億])")
SOME_AHEAD = r"[零〇]? ?[几幾]"
SCALED = r"[十百千万萬亿億拾佰仟点點分份]"
OVER_MINUS = r" ?分 {0,2}之 {0,2}[负負] ?"        # 三分之负二
LED = rf"[百千]([{ONES}])(?=[万萬亿億])"          # 百二万
LED_MONEY = rf"[百千万萬]([{ONES}])(?=[元块塊蚊圆圓]|\s*$)"    # 萬五元
PLAIN = (r"([0-9]{1,9})(?:\.([0-9]{1,6}))?(万亿|[万亿])?"                         # nothing behind it that could belong to its number
         r"(?![0-9０-９.．·,，eEｅ十百千万亿萬億兆拾佰仟几幾点點分份又零〇一二两兩三四五六七八九 ])")
TAIL = (rf"(?P<pair>[{ONES}]{{2}})(?![{ONES}])|(?P<zero>[零〇])?(?P<digit>[{LAST}])|(?P<figures>[0-9０-９]{{1,3}})(?![0-9０-９.．])")
DIGIT_RUN = r"[零〇○一壹二贰貳三叁四五六七八九柒捌玖]{2,300}"
PLACES = r"[零〇○一壹二贰貳三叁四五六七八九柒捌玖]{3,4}(?![零〇○一壹二贰貳三叁四五六七八九柒捌玖十百千拾佰仟])"      # 九萬|三三七九
PART_DIGITS = r"[零〇○一壹二贰貳三叁參四肆五伍六陆陸七柒八捌九玖]{1,30}+|[0-9０-９]{1,30}+"
HUNDREDTHS = r"(百|佰|千|仟|[万萬]{1,2})[分份]之"
PERCENT = r"(?:[百佰千仟]|[万萬]{1,2})\s*分\s*之"
PERCENT_POWERS = {"百": 0, "佰": 0, "千": -1, "仟": -1, "万": -2, "萬": -2}
GOES_ON = NUMERAL_CHARS | frozenset("．‧・·点點分份又0123456789０１２３４５６７８９兆")
JOINS = frozenset("又分份")

_PREFIX_DIGITS = "一二三四五六七八九两兩壹贰叁参參肆伍陆陸柒捌玖貳"
_PREFIX_UNITS = "十百千万亿萬億拾佰仟廿卅"
APPROX = (                                      # 十几, 数百, 三四十
    r"(?:[百佰][分份]之)?+"
    rf"(?P<prefix>(?:(?:[零〇]?[{_PREFIX_DIGITS}]?[{_PREFIX_UNITS}]){{1,16}}+[零〇]?)?+)"
    r"(?:(?P<some>[几幾])|(?P<many>[数數])|(?P<a>[一二两兩三四五六七八])(?P<list>、)?(?P<b>[二两兩三四五六七八九]))"
    r"(?P<small>[十百千拾佰仟]?)(?P<big>[万萬亿億]{0,2})")
_LEADS = "零〇一二两兩三四五六七八九十百千万亿萬億壹贰叁参參肆伍陆陸柒捌玖貳拾佰仟廿卅"
BEFORE_SOME = rf"(?P<before>[{_LEADS}](?: ?[{_LEADS}]){{0,20}}) ?[几幾](?![十百千])(?P<scale>[万萬亿億]{{0,2}})"

# What stands beside a numeral.  The scale belongs to the unit: 千瓦, 千克, 兆字节, 百分点.
KILO = r"瓦|克(?!隆)|卡(?!车|車|塔|片|通)|帕|赫|伏|焦|字[节節]|比特|位元|安培"
KILO_FIGURES = "米"                              # 3千米, but 三千米 is 3000 of them
PERCENT_POINT = ("分点", "分點")
MEGA = r"[带帶][宽寬]|[宽寬][带帶]|[频頻][宽寬]|光[纤纖]|网速|網速|[内內]存|瓦|字[节節]|比特|赫|帕|焦|[欧歐]姆|电子伏|電子伏|伏|安|位"
ENDS = r"[^\u2e80-\u2fff\u3040-\ufeff]|[元圆圓角分整正折]|\Z"                       # no letter of a word, or a word of money
HALVED = frozenset("数數个個年天月小日价價折斤公里米吨噸票席成勺杯碗瓶桶袋盒箱亩畝升磅茶匙两兩尺寸里钱錢")                       # behind 半
HALF_OF_WORD = frozenset("大小多过過")           # before 半, that is no number then: 大半, 过半
BEYOND_HALF = ("超过", "超過", "不过", "不過")    # before 半, that is a number all the same: 超过半斤
HALF_SIDES = frozenset("上下前后後")             # before 半年: a half of the year
MONEY_BEFORE = frozenset("币幣整为為共计計之元圆圓角")
DIGIT_ENDS = frozenset("分折成角")                 # behind a digit that is also a word: 陆成
COUNTED = frozenset("个個天年月次名位家种種句件周週日岁歲人小代场場届屆条條项項台臺辆輛只隻塊块篇倍成")      # behind 一两, 三两
AGES = frozenset("岁歲個个人天名万萬亿億里米公斤元块塊次分")                          # behind 十三五, that is a plan otherwise
NOT_COUNTED = frozenset("线線级級季产產月号號章节節条條款期把手流等届屆楼层層者")        # behind 二三: 二三线
COUNTED_AFTER_ALL = r"[层層][楼樓高厚的]|[级級](?:[大强強]?[风風]|[阵陣][风風])"            # 三四层楼, 三四级风
WIND = frozenset("风風力")                        # before 三四级
NOUN_BEFORE = frozenset("额額人总總户戶次件倍指参參函分系基常点點步票天年字页頁岁歲个個位套台辆例间家多少半大对整负奇偶无無")   # 人数, 指数
ORDINAL_BEFORE = frozenset("第初")               # 第二三章, 初四五
PLACE_ENDS = frozenset(("", *"元块塊圆圓余餘多左的，。、；：！？（(）)“”「」『』,;! \n"))            # behind the digit of 2万3
# behind 3萬764
PLACE_WORDS = ("大关", "大關", "上下", "出头", "出頭")                       # the same: 3万2大关
POINTED = (r"([0-9]{1,4})([万萬亿億兆])([0-9]{1,4}|[0-9],[0-9]{3})(\.[0-9]{1,4})([万萬亿億]?)"            # 3萬1746.08點, 78兆9,450.05億
           r"(?![0-9.万萬亿億兆])")
IN_MYRIADS = r"\D*?([0-9][0-9,]*)[万萬亿億]([0-9],?[0-9]{3}|[0-9]{1,4})(?![0-9.,十百千拾佰仟])"    # 84萬7000: one number in two pieces
READ_OUT = r"\s*([零〇一二三四五六七八九]{2,}(?:[．‧・·][零〇一二三四五六七八九]{1,3})?)(?![零〇一二三四五六七八九十百千])"       # 一三七九
SCALED_ZERO = r"\D*?[1-9][0-9]?0[万萬亿億]"                                # 850萬: the last zero counts
SPACED_THOUSANDS = r"[0-9]{1,3}(?: [0-9]{3}){1,3}(?![0-9,.])"              # 1 300万
WIDE_POINT = r"[．‧・·](?P<part>[零〇一二三四五六七八九]{1,3})(?=\s?[％%万萬亿億兆])"                # 四七九．七億, 二十二．三％
COUNTED_BEHIND = r"[人件户戶名票位座辆輛例家间間起宗张張笔筆只隻头頭株棵个個元块塊条條处處所场場次套台臺艘架册冊部篇份枚死]"
EACH = frozenset("平斤个個晚瓶盒张張台臺次天月克米包袋只隻件位间間桌份杯碗吨噸亩畝套年节節课課")      # behind 三万六一: so much for one
YEAR = "年"                                      # 3千2年: the digits are another number
