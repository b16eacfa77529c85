"""The same phone against a server on PostgreSQL."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from e2e.test_offline import (
    test_rule_1_a_visit_recorded_without_signal_survives_the_phone_and_arrives_later,
    test_rule_2_a_killed_server_loses_nothing_and_counts_nothing_twice,
)
from e2e.test_offline_photos import test_rule_7_a_photo_cut_off_after_its_item_arrives_once
from processes.server import Server

__all__ = [
    "test_rule_1_a_visit_recorded_without_signal_survives_the_phone_and_arrives_later",
    "test_rule_2_a_killed_server_loses_nothing_and_counts_nothing_twice",
    "test_rule_7_a_photo_cut_off_after_its_item_arrives_once",
]

pytestmark = pytest.mark.e2e


@pytest.fixture(scope="module")
async def postgres_process(
    tmp_path_factory: pytest.TempPathFactory, postgres: str, packed: Path
) -> AsyncIterator[Server]:
    """A server process on PostgreSQL, as the serving role."""
    folder = tmp_path_factory.mktemp("server-on-postgres")
    made = Server(folder, postgres, LINLI_FRONTEND_FOLDER=str(packed))
    await made.start()
    yield made
    made.kill()


@pytest.fixture
async def server(postgres_process: Server) -> Server:
    """The server, running whatever the last test did to it."""
    await postgres_process.keep_running()
    return postgres_process
