#!/usr/bin/env sh
# Asks for data and configuration, and backtests the strategies on them. Enter takes what stands in brackets.
# Arguments are handed on: bin/run-backtest.sh --out reports
# Files, and target/report without --out, are those of the folder in which you stand.
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

quoted() { # argument
  case "$1" in
    *"'"* | *'"'*) refuse "$1 has a quote in it, which cannot be handed on; nothing was started." ;;
  esac
  printf " '%s'" "$1"
}

data=$(ask 'Data: a file, a folder, or a generated sample' sample)
config=$(ask 'Configuration: a file, or the bundled one' bundled)
args=""
if [ "$data" != sample ]; then
  [ -e "$data" ] || refuse "There is no $data in $(pwd); nothing was started."
  args="$args --data$(quoted "$data")"
fi
if [ "$config" != bundled ]; then
  [ -f "$config" ] || refuse "There is no file $config in $(pwd); nothing was started."
  args="$args --config$(quoted "$config")"
fi
for arg in "$@"; do
  args="$args$(quoted "$arg")"
done
exec "$root/mvnw" -f "$root/pom.xml" -q -Prun "-Dexec.args=$args"
