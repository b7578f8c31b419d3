#!/usr/bin/env sh
# Asks for data, and backtests strategies on them in a container: the bundled ones, unless --config says others. Enter takes what stands in brackets.
# Arguments are handed on to the backtest: bin/run-backtest.sh --config /etc/ttquant/mine.toml, which is engine/mine.toml here; --help lists them
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

data=$(ask 'Data: a file or folder of TTQUANT_DATA, or a generated sample' sample)
case "$data" in
  sample) ;;
  /* | *..*) refuse "'$data' is not below the folder that TTQUANT_DATA in .env names; nothing was started." ;;
  *) set -- --data "/data/$data" "$@" ;;
esac
exec docker compose --profile backtest run --rm backtest "$@"
