"""The tables of cost plans, as statements name them."""

from sqlalchemy import bindparam

from linli.deliberation.models.cost_plans import (
    CostAdoption,
    CostPlan,
    CostReduction,
    CostScheme,
    CostSchemeVersion,
    CostScope,
    CostScopePlace,
    CostSharePage,
    Receivable,
)
from linli.kernel.db.rows import table
from linli.kernel.db.types import Uuid

adoptions = table(CostAdoption)
pages = table(CostSharePage)
places = table(CostScopePlace)
plans = table(CostPlan)
receivables = table(Receivable)
reductions = table(CostReduction)
schemes = table(CostScheme)
scopes = table(CostScope)
versions = table(CostSchemeVersion)

MINE = bindparam("community_id", type_=Uuid)
PLAN = bindparam("plan_id", type_=Uuid)
