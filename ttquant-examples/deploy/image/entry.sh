#!/usr/bin/env bash
# What the container runs. Live wants the phrase once more, so that no copied command line trades by mistake.
set -eu

is_live=no
previous=""
for arg in "$@"; do
  if [ "$previous" = --mode ] && [ "$arg" = live ]; then is_live=yes; fi
  previous=$arg
done

if [ "$is_live" = yes ]; then
  if [ "${TTQUANT_CONFIRM_LIVE:-}" != 'trade real money' ]; then
    echo 'Live trading sends orders to the exchange, and you can lose real money. TTQUANT_CONFIRM_LIVE does not say "trade real money"; nothing was started.' >&2
    exit 1
  fi
  set -- "$@" --confirm-live
fi
exec java -cp '/opt/ttquant/lib/*' io.ttquant.examples.StrategyEngine "$@"
