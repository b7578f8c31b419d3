#!/usr/bin/env sh
# Puts a backup of bin/backup.sh into an empty database. TimescaleDB must have the version that it had then.
#   bin/restore.sh FILE            into a database "restored" beside the one in use, to see that the backup is good
#   bin/restore.sh FILE ttquant    into the one in use, which must be empty: on a new machine, before the first start
set -eu
from=$(pwd)
cd "$(dirname "$0")/.."

refuse() { # why
  printf '%s\n' "$1" >&2
  exit 1
}

case "${1:-}" in
  '' | -*) refuse 'Say which file: bin/restore.sh FILE [DATABASE]. Nothing was restored.' ;;
  /*) file=$1 ;;
  *) file=$from/$1 ;;
esac
database=${2:-restored}
[ -s "$file" ] || refuse "There is no $file, or it is empty. Nothing was restored."
case "$database" in
  *[!a-z0-9_]*) refuse "'$database' is no name of a database: lower-case letters, digits and underscores. Nothing was restored." ;;
esac

ask() { # database, SQL
  docker compose exec -T postgres psql -X -q -A -t -v ON_ERROR_STOP=1 -U postgres -d "$1" -c "$2" </dev/null
}

if [ "$database" = ttquant ] && [ -n "$(docker compose ps -q engine </dev/null)" ]; then
  refuse 'The engine runs, and would write into the database meanwhile: docker compose stop engine. Nothing was restored.'
fi
if [ -z "$(ask postgres "select 1 from pg_database where datname = '$database'")" ]; then
  ask postgres "create database $database owner ttquant"
  ask postgres "revoke all on database $database from public"
fi
tables=$(ask "$database" "select count(*) from pg_tables where schemaname !~ '^(pg_|information_schema|_?timescaledb)'")
[ "$tables" = 0 ] || refuse "The database $database has $tables tables, and a backup goes into an empty one. Nothing was restored."

ask "$database" 'create extension if not exists timescaledb'
ask "$database" 'select timescaledb_pre_restore()' >/dev/null
status=0
docker compose exec -T postgres pg_restore -U postgres -d "$database" <"$file" || status=$?
# Whatever came of it: until then the database does none of its own work.
ask "$database" 'select timescaledb_post_restore()' >/dev/null
[ "$status" = 0 ] || refuse "pg_restore said the above; what is in $database is not the backup. Before the next try: docker compose exec postgres dropdb -U postgres $database"
ask "$database" 'analyze'
if [ -n "$(ask "$database" "select to_regclass('runs')")" ]; then
  ask "$database" "select 'restored into $database: ' || (select count(*) from runs) || ' runs, ' || (select count(*) from order_events) || ' events of orders, ' || (select count(*) from fills) || ' fills'"
else
  echo "restored into $database"
fi
