#!/usr/bin/env sh
# Kill switch, stages, and how the engine stands. Without arguments it says what there is.
#   bin/operate.sh trip --who Ann --why 'the feed is wrong'
# An engine that runs is asked, and answers; without one the kill switch is tripped or reset for the next start.
set -eu
cd "$(dirname "$0")/.."

if [ -n "$(docker compose ps --status running -q engine </dev/null)" ]; then
  exec docker compose exec -T engine /usr/local/bin/operate "$@"
fi
exec docker compose run --rm --no-deps -T --entrypoint /usr/local/bin/operate engine "$@"
