"""Every setting, from the environment with the prefix ``LINLI_``."""

from functools import lru_cache
from pathlib import Path

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict

ROOT = Path(__file__).resolve().parents[2]


class Settings(BaseSettings):
    """Settings of one server.

    Attributes:
        database_url: ``sqlite:///path`` or ``postgresql://…`` of a role without BYPASSRLS.
        migration_database_url: PostgreSQL address of the owner; the same as above when unset.
        data_folder: attachments, the master key and, by default, the SQLite file.
        demo: load and announce made-up accounts; never on a real server.
        public_url: where phones reach this server; origin checks and links use it.
        frontend_folder: the phone client; the packed one in an image.
        metrics_networks: who may read ``/metrics``; nobody else learns that it exists.
    """

    model_config = SettingsConfigDict(env_prefix="LINLI_", frozen=True)

    data_folder: Path = Path("var")
    database_url: str = ""
    migration_database_url: str = ""
    master_key_file: Path | None = None
    demo: bool = False
    public_url: str = "http://localhost:8000"
    host: str = "127.0.0.1"
    port: int = 8000
    frontend_folder: Path = ROOT / "frontend"
    migrations_folder: Path = ROOT / "migrations"
    worker_in_process: bool = True
    max_body_bytes: int = Field(1_000_000, description="JSON bodies; uploads have their own limit")
    max_upload_bytes: int = 20_000_000
    metrics_networks: tuple[str, ...] = ("127.0.0.0/8", "::1/128")
    log_level: str = "INFO"

    @property
    def database(self) -> str:
        """The database address in use."""
        return self.database_url or f"sqlite:///{self.data_folder / 'linli.db'}"

    @property
    def migration_database(self) -> str:
        """The address migrations run on, as the owner of the tables."""
        return self.migration_database_url or self.database

    @property
    def attachments_folder(self) -> Path:
        """Where sealed files are kept."""
        return self.data_folder / "attachments"

    @property
    def key_file(self) -> Path:
        """Where the master key is kept."""
        return self.master_key_file or self.data_folder / "master.key"


@lru_cache
def settings() -> Settings:
    """The settings of this process."""
    return Settings()
