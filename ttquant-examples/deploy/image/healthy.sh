#!/usr/bin/env bash
# Whether the engines of the process run, all of them, and none of their threads is stuck: the image has no program that asks over HTTP.
set -eu
port=${TTQUANT_METRICS_PORT:-9464}
exec 3<>"/dev/tcp/127.0.0.1/$port"
printf 'GET /metrics HTTP/1.0\r\nHost: localhost\r\n\r\n' >&3
awk '
  NR == 1 && / 200 / { answered = 1 }
  /^ttquant_metrics_sample_age_seconds/ { if ($NF > 30) stuck = 1 }
  /^ttquant_engine_running/ { if ($NF == 1) runs = 1; else stopped = 1 }
  END { exit !(answered && runs && !stopped && !stuck) }
' <&3
