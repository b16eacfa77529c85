"""The words that go with an archive."""

from typing import Final

READ_ME: Final = """\
这是一次业主表决的全部材料，任何人都可以不靠服务器重新算一遍。
These are all inputs and the result of one ballot round. Anyone can recompute it, without a server.

    linli verify ARCHIVE.zip VERIFIER-KEY
    python -m linli.commands.verify_archive ARCHIVE.zip VERIFIER-KEY   (needs nothing but Python)

手里有自己那张票的回执、或者以前存下的日志首部，可以一起核对：
Hold it against receipts of your own ballots and heads of the log that you kept:

    linli verify ARCHIVE.zip VERIFIER-KEY --receipt MINE.tlog-proof --head KEPT.txt

核对公钥（也印在社区的公告上，请以公告为准）
Verifier key (also printed on the community's notices; trust those):
    {key}

round.json        公示的问题、规则、时间 / questions, rules, dates as they were noticed
electorate.json   开票时冻结的名册和权重 / electors and weights, frozen at the opening
ballots.jsonl     计入的票 / the ballots that count
unreturned.json   送到没交的 / electors whose ballot was brought with proof and did not come back
result.json       结果 / the result
facts.jsonl       与本次表决有关的全部记录，编号从 1 起，一条不少
                  / every entry of the log about this round, numbered from 1 without a gap
leaf-hashes.bin   日志全部条目的哈希，每条 32 字节 / hashes of all entries of the log, 32 bytes each
checkpoint.txt    签过名的日志首部 / the signed head of the log

没有姓名，只有编号。自己的编号在“我的票”里能看到。
There are no names, only codes. Everyone finds their own code with their ballot.
"""
