#!/usr/bin/env sh
# Asks for venue and mode, and runs the strategies of a configuration file there. Enter takes what stands in brackets; paper is the default.
# Arguments are handed on: bin/start-strategy-engine.sh --config my.toml
set -eu
cd "$(dirname "$0")/../.."

ask() { # question, default
  printf '%s [%s]: ' "$1" "$2" >&2
  read -r answer || answer=""
  printf '%s' "${answer:-$2}"
}

venue=$(ask 'Venue of the strategies without one (binance, binance-usdm, okx)' binance)
case "$venue" in
  binance | binance-usdm | okx) ;;
  *) echo "'$venue' is none of binance, binance-usdm, okx." >&2; exit 1 ;;
esac

mode=$(ask 'Mode (paper, live)' paper)
confirmed=""
case "$mode" in
  paper) ;;
  live)
    echo 'Live trading sends orders to the exchange. You can lose real money.' >&2
    echo 'Keys come from the environment or from .env (chmod 600); docs/exchanges/keys.md has their names.' >&2
    phrase=$(ask 'Type "trade real money" to go on' no)
    if [ "$phrase" != 'trade real money' ]; then
      echo 'Not confirmed; nothing was started.' >&2
      exit 1
    fi
    confirmed=--confirm-live ;;
  *) echo "'$mode' is neither paper nor live." >&2; exit 1 ;;
esac

exec ./mvnw -q -Prun -Dttquant.main=io.ttquant.examples.StrategyEngine \
  -Dexec.args="--mode $mode --venue $venue $confirmed $*"
