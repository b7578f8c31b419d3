#!/usr/bin/env sh
# Asks for data and configuration, and backtests the strategies on them in a container. Enter takes what stands in
# brackets. The report is in reports/ here.
# Arguments are handed on to the backtest: bin/run-backtest.sh --from 2024-01-01; --help lists them.
# A command of data is run as it is, without questions: bin/run-backtest.sh describe /data/mine
set -eu
cd "$(dirname "$0")/.."

ask() { # question, default
  printf '%s [%s]: ' "$1" "$2" >&2
  read -r answer || answer=""
  printf '%s' "${answer:-$2}"
}

refuse() { # why
  printf '%s\n' "$1" >&2
  exit 1
}

[ -f .env ] && [ -s secrets/database_password ] || refuse 'There are no passwords yet; run bin/prepare.sh first. Nothing was started.'
[ -d reports ] || refuse 'There is no folder reports for what the backtest writes; run bin/prepare.sh, which makes it. Nothing was started.'

case "${1:-}" in
  '' | -*) ;;
  *) exec docker compose --profile backtest run --rm backtest "$@" ;;
esac

data=$(ask 'Data: a file or folder of TTQUANT_DATA, or a generated sample' sample)
case "$data" in
  /* | *..*) refuse "'$data' is not below the folder that TTQUANT_DATA in .env names; nothing was started." ;;
esac
config=$(ask 'Configuration: a file of engine/, such as backtest.toml, or the bundled one' bundled)
case "$config" in
  bundled) ;;
  */* | *..*) refuse "'$config' is no name of a file in engine/; nothing was started." ;;
  *) [ -f "engine/$config" ] || refuse "There is no engine/$config; nothing was started." ;;
esac

name=$(ask 'Name under which the database keeps it, for the dashboard Backtest' 'not kept')
if [ "$name" != 'not kept' ]; then
  store=backtest.toml
  if [ "$config" != bundled ] && grep -q '^[[:space:]]*\[store\]' "engine/$config"; then
    store=$config
  fi
  set -- --keep "$name" --keep-in "/etc/ttquant/$store" "$@"
fi
[ "$config" = bundled ] || set -- --config "/etc/ttquant/$config" "$@"
[ "$data" = sample ] || set -- --data "/data/$data" "$@"
report=$(date -u +%Y-%m-%dT%H%M%SZ)
docker compose --profile backtest run --rm backtest --out "/reports/$report" "$@"
# What the container calls /reports is here; arguments may have named another folder of it, or asked for help.
if [ -f "reports/$report/report.html" ]; then
  echo "On this machine: file://$(pwd)/reports/$report/report.html"
fi
