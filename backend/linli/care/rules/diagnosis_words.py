"""Finds words that name an illness, a treatment, a pregnancy or a disability.

The register records the help that is needed, never the diagnosis (PIPL 28, GB/T 45574-2025). The
list cannot be complete; it catches what people write without thinking, also spaced out.
"""

import re
import unicodedata

_CHINESE = re.compile(
    r"糖尿|血糖|胰岛素|降糖药|高血压|低血压|血压高|降压药|高血脂|心脏|心梗|冠心|心衰|房颤|脑梗|脑出血|脑溢血"
    r"|中风|卒中|偏瘫|截瘫|瘫|癌|瘤|白血|化疗|放疗|透析|尿毒|肾衰|移植|手术|术后|骨折|截肢|骨质疏松"
    r"|椎间盘|风湿|痛风|帕金森|阿尔茨海默|痴呆|失智|失能|智障|智力障碍|自闭|多动|抑郁|焦虑|精神分裂"
    r"|精神障碍|精神病|癫痫|哮喘|慢阻肺|结核|肝硬化|[甲乙丙]肝|艾滋|梅毒|新冠|阳性|感染|白内障|青光眼"
    r"|失明|盲人|失聪|聋|哑巴|残疾|残障|怀孕|孕妇|孕期|孕|产妇|预产|流产|哺乳期|失禁|贫血|诊断|确诊|患有"
    r"|(?<![对急])症(?!状)|(?<![炎消发])炎(?![热夏黄炎])|(?<![看生毛治弊])病(?![历房床友假人患])"
)
_ENGLISH = re.compile(
    r"\b(?:diabet\w*|insulin|hypertension|cancer\w*|tumou?rs?|carcinoma\w*|leuk(?:a)?emia"
    r"|strokes?|dementia|alzheimer\w*|parkinson\w*|hiv|hepatitis|tubercul\w*|epilep\w*|asthma\w*"
    r"|arthritis|depress(?:ed|ion|ive)|schizophren\w*|bipolar|psychosis|autis\w*|chemo\w*"
    r"|radiotherapy|dialysis|transplants?|surgery|fractur\w*|paraly\w*|disab(?:led|ility|ilities)"
    r"|pregnan\w*|miscarriage|covid\w*|diseases?|diagnos\w*|syndromes?)\b"
)


def diagnosis_words(text: str) -> tuple[str, ...]:
    """The words in a text that tell a diagnosis, each once, in the order they stand.

    Full-width letters, invisible characters, and spaces or signs between Chinese characters do
    not hide a word.
    """
    plain = unicodedata.normalize("NFKC", text).casefold()
    visible = "".join(char for char in plain if unicodedata.category(char) != "Cf")
    dense = "".join(char for char in visible if unicodedata.category(char)[0] in "LN")
    found = [*_CHINESE.findall(dense), *_ENGLISH.findall(visible)]
    return tuple(dict.fromkeys(found))
