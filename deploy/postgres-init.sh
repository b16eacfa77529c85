#!/bin/sh
# Runs once, when the database is made: the role that serves. It owns nothing and bypasses nothing;
# migrations, which run as the owner, give it its rights table by table.
set -eu
psql -v ON_ERROR_STOP=1 -v password="$LINLI_SERVING_PASSWORD" --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" <<'SQL'
CREATE ROLE linli_app LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE PASSWORD :'password';
SQL
