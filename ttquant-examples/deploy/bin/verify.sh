#!/usr/bin/env sh
# The verification checklist of docs/deploy.md, as far as a program can go through it. Ends with 1 if something is wrong.
set -u
cd "$(dirname "$0")/.."

wrong=0
is() { # what, then a command that succeeds if it is so
  what=$1
  shift
  if "$@" >/dev/null 2>&1; then
    echo "ok     $what"
  else
    echo "WRONG  $what"
    wrong=1
  fi
}

prometheus=${TTQUANT_PROMETHEUS:-http://127.0.0.1:9090}
alertmanager=${TTQUANT_ALERTMANAGER:-http://127.0.0.1:9093}
grafana=${TTQUANT_GRAFANA:-http://127.0.0.1:3000}
engine=${TTQUANT_ENGINE:-http://127.0.0.1:9464}

answers() { curl -fsS -m 10 "$1"; }
# A query that has a result is one whose condition is met somewhere.
found() { curl -fsS -m 10 --data-urlencode "query=$1" "$prometheus/api/v1/query" | grep -q '"value":'; }
none() {
  answer=$(curl -fsS -m 10 --data-urlencode "query=$1" "$prometheus/api/v1/query") || return 1
  case "$answer" in *'"value":'*) return 1 ;; *'"success"'*) return 0 ;; esac
  return 1
}
# One that has ended is in no list of those that run, so that each is asked for by its name.
all_healthy() {
  services=$(docker compose config --services) || return 1
  states=$(docker compose ps --format '{{.Service}} {{.State}} {{.Health}}') || return 1
  [ -n "$services" ] || return 1
  for service in $services; do
    printf '%s\n' "$states" | grep -qx "$service running healthy" || return 1
  done
}
# A container that was made before the last word of .env still does what that said then.
as_told() {
  told=$(docker compose config | tr -s ' \n' ' ' | grep -o -e '- --mode - [a-z]* - --venue - [a-z-]*' | sed 's/^- //; s/ - / /g') || return 1
  runs=$(docker compose ps --no-trunc --format '{{.Command}}' engine | tr -d '"') || return 1
  [ -n "$told" ] || return 1
  case " $runs " in *" $told "*) return 0 ;; esac
  return 1
}
closed_to_others() { # an address of the secrets folder
  [ "$(stat -c %a secrets 2>/dev/null || stat -f %Lp secrets)" = 700 ]
}
loopback_only() {
  ports=$(docker compose ps --format '{{.Ports}}') || return 1
  ! printf '%s\n' "$ports" | grep -Eq '0\.0\.0\.0:|\[::\]:'
}

if [ "${1:-}" != --no-docker ]; then
  is 'every service is up and healthy' all_healthy
  is 'the engine runs in the mode and at the venue that .env says' as_told
  is 'ports listen on 127.0.0.1 only' loopback_only
fi
is 'secrets cannot be read by others' closed_to_others
is 'the engine answers' answers "$engine/metrics"
is 'Prometheus is ready' answers "$prometheus/-/ready"
is 'Alertmanager is ready' answers "$alertmanager/-/ready"
is 'Grafana is ready' answers "$grafana/api/health"
is 'Prometheus reads the engine' found 'up{job="ttquant"} == 1'
is 'all targets are up' none 'up == 0'
is 'the rules are loaded' found 'ALERTS{alertname="Watchdog", alertstate="firing"}'
is 'no other alert fires' none 'ALERTS{alertname!="Watchdog", alertstate="firing"}'
is 'the engine runs' found 'ttquant_engine_running == 1'
is 'market data come' found 'sum(rate(ttquant_market_events_total[1m])) > 0'
exit $wrong
