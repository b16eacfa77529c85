"""The tables of this part."""

from linli.deliberation.models.proposals.amendment import Amendment
from linli.deliberation.models.proposals.comment import (
    CommentModeration,
    CommentVote,
    ProposalComment,
)
from linli.deliberation.models.proposals.proposal import (
    Proposal,
    ProposalMove,
    ProposalVersion,
)
from linli.deliberation.models.proposals.speaking import CommentHome, HomeAnswer
from linli.kernel.db.rows import table

proposals = table(Proposal)
versions = table(ProposalVersion)
moves = table(ProposalMove)
comments = table(ProposalComment)
moderations = table(CommentModeration)
votes = table(CommentVote)
claims = table(CommentHome)
answers = table(HomeAnswer)
amendments = table(Amendment)
