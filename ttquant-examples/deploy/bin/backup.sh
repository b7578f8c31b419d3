#!/usr/bin/env sh
# Writes what the database holds into a file, while everything runs. The file is there when it is whole, or not at all.
# bin/restore.sh reads it.
#   bin/backup.sh [FILE]           without one: backups/ here, by the time
set -eu
from=$(pwd)
cd "$(dirname "$0")/.."
umask 077

refuse() { # why
  printf '%s\n' "$1" >&2
  exit 1
}

case "${1:-}" in
  '') file=backups/ttquant-$(date -u +%Y-%m-%dT%H%M%SZ).dump ;;
  -*) refuse "'$1' is no option; there is none, only the name of a file." ;;
  /*) file=$1 ;;
  *) file=$from/$1 ;;
esac
[ ! -e "$file" ] || refuse "$file is there already; nothing was written."
[ "$file" = "${file#backups/}" ] || mkdir -p backups

part=$file.part
trap 'rm -f "$part"' EXIT
docker compose exec -T postgres pg_dump -U postgres -Fc ttquant >"$part" || refuse 'The database was not read to its end; there is no backup.'
docker compose exec -T postgres pg_restore --list <"$part" >/dev/null || refuse 'What was written cannot be read again; there is no backup.'
mv "$part" "$file"
echo "$file"
