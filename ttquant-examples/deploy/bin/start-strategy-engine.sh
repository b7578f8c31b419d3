#!/usr/bin/env sh
# Asks for venue and mode, and starts everything with Docker Compose. Enter takes what stands in brackets: what .env
# says, and paper where that says nothing.
# The answers are written into .env, so that "docker compose up -d", after an update too, starts the same again.
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

in_env() { # name; its value in .env as Compose reads it
  sed -n "s/^[[:space:]]*\(export[[:space:]]\{1,\}\)\{0,1\}$1[[:space:]]*=[[:space:]]*//p" .env | tail -n 1 |
    sed -e "s/^\"\([^\"]*\)\".*/\1/" -e t -e "s/^'\([^']*\)'.*/\1/" -e t -e 's/[[:space:]]\{1,\}#.*$//' -e 's/[[:space:]]*$//'
}

of_file() { # letter of stat's format: a its mode, u its owner; file
  case "$1" in
    a) stat -c %a "$2" 2>/dev/null || stat -f %Lp "$2" ;;
    u) stat -c %u "$2" 2>/dev/null || stat -f %u "$2" ;;
  esac
}

# Writes .env anew with these lines in the place of those that it has, and without those that are empty. It is the old
# file or the new one at any time.
remember() { # venue, files, phrase
  next=.env.$$
  trap 'rm -f "$next"' EXIT
  cp -p .env "$next"
  NEW_TTQUANT_VENUE=$1 NEW_COMPOSE_FILE=$2 NEW_TTQUANT_CONFIRM_LIVE=${3:+"\"$3\""} awk '
    function put(name) {
      if (!(name in done) && ENVIRON["NEW_" name] != "") print name "=" ENVIRON["NEW_" name]
      done[name] = 1
    }
    BEGIN { count = split("TTQUANT_VENUE COMPOSE_FILE TTQUANT_CONFIRM_LIVE", names, " "); for (i in names) ours[names[i]] = 1 }
    {
      name = $0
      sub(/^[ \t]*(export[ \t]+)?/, "", name)
      sub(/[ \t]*=.*/, "", name)
      if (name in ours) put(name); else print
    }
    END { for (i = 1; i <= count; i++) put(names[i]) }
  ' .env >"$next"
  mv "$next" .env
  trap - EXIT
}

[ -f .env ] && [ -s secrets/database_password ] || refuse 'There are no passwords yet; run bin/prepare.sh first. Nothing was started.'
for name in TTQUANT_VENUE COMPOSE_FILE TTQUANT_CONFIRM_LIVE; do
  if eval "[ -n \"\${$name+set}\" ]"; then
    refuse "$name is set in this shell, where Compose takes it before what .env says; unset $name, and answer the questions. Nothing was started."
  fi
done

own_files=compose.yaml
[ ! -f compose.override.yaml ] || own_files=compose.yaml:compose.override.yaml
files=$(in_env COMPOSE_FILE)
was_venue=$(in_env TTQUANT_VENUE)
was_mode=paper
case ":$files:" in *:compose.live.yaml:*) was_mode=live ;; esac

venue=$(ask 'Venue (binance, binance-usdm, okx)' "${was_venue:-binance}")
case "$venue" in
  binance | binance-usdm | okx) ;;
  *) refuse "'$venue' is none of binance, binance-usdm, okx; nothing was started." ;;
esac
mode=$(ask 'Mode (paper, live)' "$was_mode")
case "$mode" in
  paper | live) ;;
  *) refuse "'$mode' is neither paper nor live; nothing was started." ;;
esac

if [ "$was_mode" = live ] && [ "$venue $mode" != "$was_venue live" ]; then
  echo "The engine trades live at $was_venue. It would end there: its orders are cancelled, its positions stay, and nobody watches them." >&2
  phrase=$(ask 'Type "leave live" to go on' no)
  [ "$phrase" = 'leave live' ] || refuse 'Not confirmed; nothing was changed.'
fi

if [ "$mode" = paper ]; then
  rest=$(printf '%s' "$files" | tr ':' '\n' | grep -vx compose.live.yaml | paste -s -d : -)
  # Without the name Compose takes its usual files.
  [ "$rest" != "$own_files" ] || rest=""
  remember "$venue" "$rest" ""
  exec docker compose up -d "$@"
fi

uid=$(in_env TTQUANT_UID)
uid=${uid:-10001}
for name in exchange_key exchange_secret exchange_passphrase; do
  file=secrets/$name
  [ -f "$file" ] || refuse "$file is not there; docs/deploy.md says what a live run wants. Nothing was started."
  case "$venue $name" in
    binance*' exchange_passphrase') ;; # which has none
    *) [ -s "$file" ] || refuse "$file is empty. Nothing was started." ;;
  esac
  case "$(of_file a "$file")" in
    400 | 600) ;;
    *) refuse "Others than its owner may touch $file, and the engine would refuse it: chmod 600 $(pwd)/$file. Nothing was started." ;;
  esac
  owner=$(of_file u "$file")
  [ "$owner" = "$uid" ] ||
    refuse "$file belongs to user $owner, and the engine runs as $uid (TTQUANT_UID in .env), who could not read it: sudo chown $uid $(pwd)/$file. Nothing was started."
done
echo "Live trading sends orders to $venue. You can lose real money." >&2
phrase=$(ask 'Type "trade real money" to go on' no)
[ "$phrase" = 'trade real money' ] || refuse 'Not confirmed; nothing was started.'

# Of a venue in live mode: a run on paper makes the folder too, but not this.
switch=/var/lib/ttquant/state/$venue-live.kill
in_volume() { # program, its arguments; in the volume of the engine
  program=$1
  shift
  docker compose run --rm --no-deps -T --entrypoint "$program" engine "$@" </dev/null >/dev/null
}
if ! in_volume test -e "$switch" -o -e "$switch.lock"; then
  echo "The volume of the engine has no $switch, so that nobody can tell whether the kill switch was tripped. If an engine traded live at $venue before, on another machine or before the volume was removed: unpack the engine.tar of its backup first (docs/deploy.md, Backups)." >&2
  first=$(ask 'Type "first live run" if none did' no)
  [ "$first" = 'first live run' ] || refuse 'Not confirmed; nothing was started.'
  in_volume mkdir -p "${switch%/*}" && in_volume touch "$switch" || refuse "Docker could not make $switch in the volume of the engine. Nothing was started."
fi
case ":$files:" in *:compose.live.yaml:*) ;; *) files=${files:-$own_files}:compose.live.yaml ;; esac
remember "$venue" "$files" "$phrase"
exec docker compose up -d "$@"
