#!/usr/bin/env sh
# Once before the first start: makes .env, folders, random passwords, and asks where alerts go. What is there is kept.
# After an update it does no harm: it makes what has been added.
#   bin/prepare.sh                 asks
#   bin/prepare.sh --no-receivers  nobody is told of alerts, and the log of Alertmanager says so
set -eu
cd "$(dirname "$0")/.."
umask 077

refuse() { # why
  printf '%s\n' "$1" >&2
  exit 1
}

case "${1:-}" in
  '' | --no-receivers) ;;
  *) refuse "'$1' is no option; the only one is --no-receivers." ;;
esac

# Other users of this machine cannot enter the folder. The files of services can be read in their containers, which have
# users of their own: Compose mounts each file by itself, with the owner and the mode that it has here.
mkdir -p secrets
chmod 700 secrets

password() { # name
  [ ! -s "secrets/$1" ] || return 0
  value=$(LC_ALL=C tr -dc 'A-Za-z0-9' </dev/urandom | head -c 40)
  [ "${#value}" = 40 ] || refuse 'No random numbers could be read from /dev/urandom.'
  printf '%s' "$value" >"secrets/$1"
  chmod 644 "secrets/$1"
  echo "made secrets/$1"
}

address() { # name, question, option
  [ ! -s "secrets/$1" ] || return 0
  if [ "$3" = --no-receivers ]; then
    printf 'http://127.0.0.1:1/nobody-is-told' >"secrets/$1"
  else
    printf '%s: ' "$2" >&2
    read -r answer || answer=""
    case "$answer" in
      https://* | http://*) printf '%s' "$answer" >"secrets/$1" ;;
      *) refuse "'$answer' is no address. Alerts that reach nobody are none: give one, or say --no-receivers." ;;
    esac
  fi
  chmod 644 "secrets/$1"
  echo "made secrets/$1"
}

for name in postgres_password database_password reader_password monitor_password grafana_admin_password; do
  password "$name"
done
address alerts_critical_url 'Incoming webhook (Slack or compatible) of what must be seen at once' "${1:-}"
address alerts_url 'Incoming webhook of all other alerts' "${1:-}"
address deadman_url 'Address that raises an alarm when it hears nothing for ten minutes' "${1:-}"

if [ ! -f .env ]; then
  uid=$(id -u)
  [ "$uid" != 0 ] || uid=10001
  sed "s/^TTQUANT_UID=.*/TTQUANT_UID=$uid/" .env.example >.env
  echo "made .env"
fi

# What containers mount they read as users of their own, who have no rights beyond those of everybody.
mkdir -p data reports
chmod a+rx data reports
chmod -R a+rX alertmanager engine grafana postgres prometheus

uid=$(sed -n 's/^TTQUANT_UID=//p' .env | tail -n 1)
owner=$(stat -c %u reports 2>/dev/null || stat -f %u reports)
if [ "$owner" != "${uid:=10001}" ]; then
  chown "$uid" reports 2>/dev/null ||
    refuse "reports belongs to user $owner, and the backtest runs as $uid (TTQUANT_UID in .env), who could not write there: sudo chown $uid $(pwd)/reports"
fi
