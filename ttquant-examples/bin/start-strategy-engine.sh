#!/usr/bin/env sh
# Asks for venue and mode, and runs the strategies of a configuration file there. Enter takes what stands in brackets; paper is the default.
# Arguments are handed on: bin/start-strategy-engine.sh --config my.toml
# Files, .env and ttquant-state are those of the folder in which you stand.
set -eu
root=$(CDPATH='' cd -- "$(dirname -- "$0")/../.." && pwd)

ask() { # question, default
  printf '%s [%s]: ' "$1" "$2" >&2
  read -r answer || answer=""
  printf '%s' "${answer:-$2}"
}

refuse() { # why
  printf '%s\n' "$1" >&2
  exit 1
}

venue=$(ask 'Venue of the strategies without one (binance, binance-usdm, okx)' binance)
case "$venue" in
  binance | binance-usdm | okx) ;;
  *) refuse "'$venue' is none of binance, binance-usdm, okx; nothing was started." ;;
esac

mode=$(ask 'Mode (paper, live)' paper)
confirmed=""
case "$mode" in
  paper) ;;
  live)
    echo 'Live trading sends orders to the exchange. You can lose real money.' >&2
    echo "Keys come from the environment or from $(pwd)/.env (chmod 600); docs/exchanges/keys.md has their names." >&2
    phrase=$(ask 'Type "trade real money" to go on' no)
    [ "$phrase" = 'trade real money' ] || refuse 'Not confirmed; nothing was started.'
    confirmed=--confirm-live ;;
  *) refuse "'$mode' is neither paper nor live; nothing was started." ;;
esac

args="--mode $mode --venue $venue $confirmed"
for arg in "$@"; do
  case "$arg" in
    *"'"* | *'"'*) refuse "$arg has a quote in it, which cannot be handed on; nothing was started." ;;
  esac
  args="$args '$arg'"
done
exec "$root/mvnw" -f "$root/pom.xml" -q -Prun -Dttquant.main=io.ttquant.examples.StrategyEngine "-Dexec.args=$args"
