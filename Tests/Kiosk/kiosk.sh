#!/usr/bin/env bash
# The session of docs/kiosk/ on a screen that nobody sees (Xvfb): it fills the screen, no key, click or menu gives anything
# but the inspection, an answer is kept when the screen is ended, and the next person gets the first page.
#
#     kiosk.sh TENKEN [PICTURE.png]      keeps the first page as a picture
set -euo pipefail
tenken=$(realpath "$1")
picture=${2:+$(realpath "$2")}
cd "$(dirname "$0")/../.."
session=$PWD/docs/kiosk/tenken-kiosk
shellcheck "$session"

folder=$(mktemp -d)
cd "$folder"
pids=()
leave() {
  for pid in "${pids[@]}"; do kill -- "-$pid" 2>/dev/null || true; done
  rm -rf "$folder"
}
trap leave EXIT
fail() { echo "kiosk: $1" >&2; exit 1; }

mkdir bin
ln -s "$tenken" bin/tenken
printf '番号,氏名,役割\nm01,議員01,議員\nm02,議員02,議員\norg,議会局,組織\n' > meibo.csv
bin/tenken round create r8-1 --roster meibo.csv --title '令和8年度 第1回' --opens "$(date +%F)" --deadline 2099-01-29 \
  --office 議会局総務課 --telephone 000-000-0000 --lent-devices executive 2> /dev/null
echo "$folder/r8-1" > settings
code() { sed -nE "s/^\"$1\",.*\"([0-9-]+)\".*/\1/p" r8-1-codes.csv; }

setsid Xvfb -displayfd 3 -screen 0 1366x768x24 3> display 2> /dev/null &
pids+=($!)
pause() { read -rt "$1" <> <(:) || true; }
# Waits, 20 seconds at most, until a command succeeds.
until_true() { for _ in $(seq 200); do "${@:2}" && return; pause 0.1; done; fail "$1"; }
until_true "no display" test -s display
DISPLAY=:$(cat display)
export DISPLAY
setsid env -i PATH="$folder/bin:/usr/bin:/bin" HOME="$folder" XDG_DATA_HOME="$folder/data" DISPLAY="$DISPLAY" \
  TENKEN_KIOSK_SETTINGS="$folder/settings" "$session" 2> /dev/null &
pids+=($!)

inspection() { pgrep -f "^tenken inspect --round $folder/r8-1 --kiosk"; }
# The window is one, as large as the screen, and drawn on.
fills() {
  [ "$(xwininfo -root -children | grep -c '^ *0x')" = 1 ] && xwininfo -root -children | grep -q '1366x768+0+0' &&
    [ "$(import -window root png:- | identify -format %k png:-)" -gt 10 ]
}
only_tenken() {
  local xterm
  xterm=$(pgrep -P "${pids[1]}" xterm) && [ "$(pgrep -P "$xterm")" = "$(inspection)" ] && [ -z "$(pgrep -P "$(inspection)")" ]
}
until_true "the first page does not come" fills
only_tenken || fail "more than tenken runs"
[ -z "$picture" ] || import -window root "$picture"
first=$(inspection)

for key in ctrl+z ctrl+backslash ctrl+c ctrl+d alt+F4 ctrl+alt+BackSpace ctrl+alt+Delete ctrl+alt+F2 alt+Tab F11 alt+Return \
  shift+F10 shift+Insert ctrl+shift+n Super_L Menu Print; do xdotool key "$key"; done
for button in 1 2 3 4 5; do
  for modifier in ctrl shift alt; do
    xdotool mousemove 600 400 keydown $modifier mousedown $button mousemove 650 500 mouseup $button keyup $modifier
    fills || fail "$modifier and button $button show something else"
  done
done
only_tenken || fail "a key or a click began another program"
[ "$(inspection)" = "$first" ] || fail "a key or a click ended the screen"

# Somebody answers, and the screen is ended from outside.
xdotool key ctrl+u
xdotool type "$(code m01)"
xdotool key Return
kept() { grep -qs '"yes"' data/tenken/r8-1/m01.json; }
begun() { for key in Return 1 Return; do xdotool key $key; pause 0.3; done; kept; }
pause 1
until_true "no answer is kept" begun
kill "$(inspection)"
another() { [ -n "$(inspection)" ] && [ "$(inspection)" != "$first" ]; }
until_true "the next person gets no screen" another
until_true "the next person's screen is not full" fills
kept || fail "the answer is lost"

# The supervisor ends it; it comes again, for the kiosk is ended by switching off.
second=$(inspection)
again() { [ -n "$(inspection)" ] && [ "$(inspection)" != "$second" ]; }
ended() {
  again && return
  xdotool key ctrl+u
  xdotool type "$(code '\*')"
  xdotool key Return
  pause 1
  again
}
until_true "the supervisor's code does nothing" ended
until_true "the screen does not come again" fills
only_tenken || fail "more than tenken runs"
echo "kiosk: first page, 17 keys, 15 clicks, an answer kept, two new starts"
