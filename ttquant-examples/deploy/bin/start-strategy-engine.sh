#!/usr/bin/env sh
# Asks for venue and mode, and starts everything with Docker Compose. Enter takes what stands in brackets; paper is the default.
# Arguments are handed on to "docker compose up": bin/start-strategy-engine.sh --build
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

venue=$(ask 'Venue (binance, binance-usdm, okx)' binance)
case "$venue" in
  binance | binance-usdm | okx) ;;
  *) refuse "'$venue' is none of binance, binance-usdm, okx; nothing was started." ;;
esac
export TTQUANT_VENUE="$venue"

mode=$(ask 'Mode (paper, live)' paper)
case "$mode" in
  paper) exec docker compose up -d "$@" ;;
  live) ;;
  *) refuse "'$mode' is neither paper nor live; nothing was started." ;;
esac

names='exchange_key exchange_secret exchange_passphrase'
for name in $names; do
  [ -f "secrets/$name" ] || refuse "secrets/$name is not there; docs/deploy.md says what a live run wants. Nothing was started."
done
echo 'Live trading sends orders to the exchange. You can lose real money.' >&2
phrase=$(ask 'Type "trade real money" to go on' no)
[ "$phrase" = 'trade real money' ] || refuse 'Not confirmed; nothing was started.'
export TTQUANT_CONFIRM_LIVE="$phrase"
exec docker compose -f compose.yaml -f compose.live.yaml up -d "$@"
