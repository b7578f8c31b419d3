#!/usr/bin/env bash
# The operator's command in the container, in a small Java machine of its own: that of the engine beside it needs the memory.
set -eu
[ $# -gt 0 ] || set -- --help
unset JAVA_TOOL_OPTIONS
exec java -Xmx48m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -cp '/opt/ttquant/lib/*' io.ttquant.examples.Operate "$@" --state /var/lib/ttquant/state
