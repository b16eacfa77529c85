"""What common passwords are made of: keys, words, names in pinyin, numbers that mean something.

Written for this product: the English and Chinese words that people reach for, the most frequent
surnames and syllables of given names, and numbers that sound like words.
"""

_ENGLISH = """
password passwd pass passcode passphrase secret admin administrator root user guest test tester
testing demo default login logon welcome hello hi master manager system server service support
office company work home house family mother father mama papa mom dad baby honey sweet sweetie
sweetheart darling dear love lover loveyou iloveyou ilove you my me mine forever always friend
friends happy lucky smile sunshine sunny sun moon star stars sky angel heaven god jesus christ
church faith hope peace freedom dream dreams life money cash gold golden silver diamond crystal
flower flowers rose lily daisy jasmine violet orchid cherry apple orange banana lemon mango peach
chocolate cookie cookies candy sugar coffee cheese pizza pepper ginger spring summer autumn fall
winter january february march april may june july august september october november december
monday tuesday wednesday thursday friday saturday sunday morning night day today tomorrow
red blue green black white purple yellow pink brown grey silver rainbow shadow ghost magic wizard
dragon tiger lion eagle falcon hawk wolf bear horse monkey chicken turkey snake shark dolphin whale
rabbit bunny kitty kitten cat dog doggy puppy mouse panda koala elephant butterfly spider ninja
samurai warrior hunter soldier knight king queen prince princess lord lady boss chief captain
superman batman spiderman ironman pokemon pikachu naruto starwars startrek matrix gandalf hobbit
harry potter mickey minnie donald snoopy garfield football soccer baseball basketball hockey tennis
golf fishing swimming racing sports player gamer game games play winner champion champ victory power
energy thunder lightning storm fire ice water ocean river mountain forest island beach paradise
china chinese beijing shanghai wuhan hubei america american canada london paris tokyo berlin texas
florida california newyork boston chicago dallas denver arsenal chelsea liverpool barcelona
madrid juventus milan yankees lakers cowboys steelers eagles mustang ferrari porsche mercedes bmw
toyota honda yamaha suzuki corvette camaro harley jordan michael jackson robert thomas william
james john david daniel joseph george charles andrew anthony matthew joshua justin jason kevin
brian steven edward peter paul mark scott eric ryan adam alex alexander benjamin samuel nicholas
jonathan patrick richard jessica jennifer ashley amanda michelle melissa nicole stephanie elizabeth
samantha sarah emily hannah taylor lauren rachel rebecca victoria natalie maria anna linda susan
nancy lisa karen betty helen sandra donna carol ruth sharon laura kimberly mary patricia barbara
computer internet google facebook twitter youtube yahoo hotmail gmail microsoft windows apple iphone
android samsung huawei xiaomi lenovo nokia sony intel linux oracle cisco database network security
access letmein openup open sesame trustno changeme change temp temporary sample example private
public public personal number one two three four five six seven eight nine ten zero hundred
first last best great super cool awesome perfect amazing beautiful pretty cute sexy hot fuck fucker
fuckyou fuckme shit bitch asshole whatever nothing something anything everything someone nobody
abc abcd abcde abcdef abcdefg abcdefgh xyz qwe qwer qwert qwerty qwertyui qaz qazwsx wsx edc asd
asdf asdfg asdfgh asdfghjk zxc zxcv zxcvb zxcvbn zxcvbnm aaa bbb ccc xxx zzz qqq www com net org
lift elevator neighbour neighbor neighbours neighbors community building volunteer resident village
"""

_CHINESE = """
woaini woai woainima woaiwojia woaibaba woaimama aini nihao ni wo ta women laopo laogong laoba laoma
baobao baobei baba mama yeye nainai waipo waigong gege jiejie didi meimei erzi nver nuer sunzi
qinai qinaide xiaobao dabao erbao baby tianshi gongzhu wangzi huangdi nvwang zhongguo zhonghua
china beijing shanghai guangzhou shenzhen wuhan hankou wuchang hanyang hubei hunan sichuan chongqing
chengdu nanjing hangzhou suzhou tianjin xian jinan qingdao dalian shenyang haerbin changsha
zhengzhou xiamen fuzhou kunming mima denglu yonghu guanliyuan admin ceshi xitong diannao shouji
weixin qq taobao tianya alibaba zhifubao jingdong baidu souhu xinlang wangyi tengxun
kuaile xingfu jiankang pingan shengri jixiang ruyi facai gongxi xinnian chunjie yongyuan
meili keai haohao xuexi tiantian xiangshang jintian mingtian zuotian taiyang yueliang xingxing
tiankong dahai dashan changjiang huanghe huashan taishan long hu shu niu tu she ma yang hou ji gou
zhu mao xiong xiongmao laohu shizi daxiang hudie meihua lanhua juhua hehua mudan meigui yinghua
pingguo xigua putao chunlan laoshi xuesheng yisheng tongxue pengyou linju linli shequ xiaoqu jiayuan
jujia wode woshi nishi shei buzhidao meiyou haode xiexie zaijian duibuqi meiguanxi
li wang zhang liu chen yang zhao huang zhou wu xu sun hu zhu gao lin he guo ma luo liang song
zheng xie han tang feng yu dong xiao cheng cao yuan deng fu shen zeng peng lv lu su jiang cai jia
ding wei xue ye yan pan du dai xia zhong tian ren fan fang shi yao tan liao zou xiong jin hao kong
bai cui kang mao qiu qin gu hou shao meng wan duan qian yin yi chang qiao lai gong pang
wei fang na min jing li qiang lei jun yang yong yan jie juan tao ming chao xiuying xia ping gang
guiying xiulan hong hua yumei guihua guilan yulan shuzhen shuying xiuzhen fengying guizhen
jianguo jianhua jianjun jianping guoqiang guohua guoqing zhiqiang zhigang zhiyong haiyan haitao
lihua lijuan liping lina liming limei xiaohong xiaoming xiaohua xiaoli xiaoyan xiaojun xiaofeng
hongmei hongyan chunmei chunhua dongmei xuemei yuhua yuzhen weiwei weidong weiguo weiming wenjun
ting tingting yating jiajia jiahao jiayi yichen zixuan zihan haoran haoyu yuxuan yuchen ruoxi
xinyi xinyu yutong mengyao siqi qi rui bin bo kai kun hui ying ling yun xin mei lan feng peng long
xiang yu hai bo ning zhe han xue yue shan jian jianming dan dandan lili lulu nana pingping fangfang
yuanyuan jingjing tiantian lele niuniu doudou duoduo maomao miaomiao huanhuan yingying xixi
"""

_EXACT = """
trustno1 letmein1 passw0rd pa55word p@$$w0rd 1qaz@wsx !qaz2wsx !qaz@wsx q1w2e3r4 1q2w3e4r5t
zaq12wsx zaq1@wsx xsw21qaz qweasdzxc qweasdzxc123 qwaszx12 asdzxc123 123qweasdzxc qazwsxedc123
111222tianya wojiushiwo iloveyou1314 5201314a a5201314 woaini520 1314520a 7758521a 7758258a
aa123456 a1234567 a12345678 a123456789 q123456789 z123456789 123456789a 12345678a 1234567a
123456aa 123456ab 123456abc 123123aa 123123qq 112233aa 147258369a 159357456 741852963 789456123
789456123a 963852741 321654987 123654789 147852369 159753456 456789123 987456321 852456852
jiubugaosuni nibuzhidao buyaowenwo mimawangle wangjimima shezhimima qingshurumima
abc123456 abcd123456 abc12345678 qq123456789 qwe123456 asd123456 zxc123456 wang123456
football1 baseball1 princess1 sunshine1 superman1 charlie1 whatever1 liverpool1 mercedes1
starwars1 computer1 corvette1 midnight mustang1 blahblah blink182 bond007 ncc1701d ncc1701e
jordan23 thx1138a cowboys1 yankees1 steelers scooby12 rush2112 access14 cheyenne bulldogs
administrator1 changeme1 changeit iamgroot iloveu123 ihateyou nopassword mypassword yourpassword
thisismypassword opensesame secretpassword superpassword newpassword oldpassword lovelove
loveme123 loveyou123 lovers123 sunflower strawberry blueberry blackberry pineapple watermelon
lasvegas scarface terminator tinkerbell undertaker godzilla clarence scorpion slipknot metallica
nirvana1 greenday pinkfloyd beatles1 qwerty12345 asdfasdf zxczxczxc qweqweqwe q1q1q1q1 a1b2c3d4
"""

_MEANT = """
314159 3141592 31415926 314159265 271828
520 521 1314 5201314 520520 5211314 1314520 1314521 52013140 7758521 7758258 7788521 3344520
3344521 584520 5845201314 147258 258369 159357 159753 357951 456852 741852 852963 753951 789456
123654 456123 456789 321654 654321 123321 1234321 12344321 123454321 110120 110119 120119 168168
518518 5181888 888168 16888 168888 666888 888666 668866 886688 998877 112233 223344 445566 778899
1122334455 147147 258258 369369 963963 741741 10086 10010 10000 95588 95555 12306 12315 12580
19491001 20080808 20080512 20200123 20200408 19970701 19991220 20010911 007007 8008208820
"""

WORDS = frozenset((_ENGLISH + _CHINESE).split())
KNOWN = frozenset(_EXACT.split())
LUCKY = frozenset(_MEANT.split())
