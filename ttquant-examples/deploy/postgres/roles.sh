#!/usr/bin/env bash
# Runs once, when the database is made: who may do what in it. Passwords come from files and are seen by no process list.
set -euo pipefail

secrets=${TTQUANT_SECRETS:-/run/secrets}

psql --no-psqlrc --quiet --set ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" <<SQL
\\set owner_password \`cat $secrets/database_password\`
\\set reader_password \`cat $secrets/reader_password\`
\\set monitor_password \`cat $secrets/monitor_password\`

-- The engine and the backtest: they own the tables, and nothing beyond this database.
CREATE ROLE ttquant LOGIN PASSWORD :'owner_password';
ALTER DATABASE :"DBNAME" OWNER TO ttquant;
REVOKE ALL ON DATABASE :"DBNAME" FROM PUBLIC;
REVOKE CREATE ON SCHEMA public FROM PUBLIC;
GRANT ALL ON SCHEMA public TO ttquant;

-- Dashboards: they read, what is there and what the engine will make, and a query that runs away ends.
CREATE ROLE ttquant_reader LOGIN PASSWORD :'reader_password' CONNECTION LIMIT 20;
GRANT CONNECT ON DATABASE :"DBNAME" TO ttquant_reader;
GRANT USAGE ON SCHEMA public TO ttquant_reader;
ALTER DEFAULT PRIVILEGES FOR ROLE ttquant GRANT USAGE ON SCHEMAS TO ttquant_reader;
ALTER DEFAULT PRIVILEGES FOR ROLE ttquant GRANT SELECT ON TABLES TO ttquant_reader;
ALTER ROLE ttquant_reader SET default_transaction_read_only = on;
ALTER ROLE ttquant_reader SET statement_timeout = '30s';

-- The exporter: it sees what the server is doing, and none of the data.
CREATE ROLE ttquant_monitor LOGIN PASSWORD :'monitor_password' CONNECTION LIMIT 3;
GRANT CONNECT ON DATABASE :"DBNAME" TO ttquant_monitor;
GRANT pg_monitor TO ttquant_monitor;
SQL
