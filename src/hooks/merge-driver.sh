#!/bin/sh
# Micro Goals: git runs this to merge a goals file. $1 to $5 are base, ours, theirs, marker size and path; the result
# goes into $2. Where no program of ours can do it, git merges the text as it does any other, so that a failure shows markers.
LC_ALL=C
export LC_ALL
folder=${0%/*}
bundle=$folder/merge-driver.js
# Exit code of the bundle for files that it must not merge; any other failure is the runtime's, and the next one may do.
unfit=3
# Seconds that a merge may take, which needs a fraction of one: git waits for us, so what does not end must be ended.
limit=60
# Exit code of what was killed.
killed=137

merge_as_text() {
  git merge-file -q --marker-size="$4" -L ours -L base -L theirs "$2" "$1" "$3" 2>/dev/null
  code=$?
  # git takes larger codes for a crash and would give up the whole merge.
  [ "$code" -le 127 ] || code=1
  exit "$code"
}

# Prints the node of the PATH. git starts this at the top of the work tree: no program in there counts.
node_outside() {
  found=$(command -v node)
  case $found in "$PWD"/* | "$(pwd -P)"/*) ;; /*) echo "$found" ;; esac
}

# Runs the bundle, and kills it when its time is over; without a program to sleep with it has all the time it wants.
run_bundle() {
  # VS Code's own binary acts as Node with this; Node itself does not mind.
  ELECTRON_RUN_AS_NODE=1 "$runtime" "$bundle" "$@" >/dev/null 2>&1 </dev/null &
  program=$!
  (
    # What was started last is the program, or else the sleep, which must not outlive us. It may be a copy of this shell still,
    # which would take any other signal for its own.
    trap '[ "$!" = "$program" ] || { kill -9 "$!"; wait "$!"; }; exit' TERM
    sleep "$limit" &
    wait "$!" && kill -9 "$program"
  ) >/dev/null 2>&1 </dev/null &
  watchdog=$!
  # Not before the watchdog is there: it would begin with it.
  trap 'kill -9 "$program"; kill "$watchdog"; exit 143' HUP INT TERM
  wait "$program" 2>/dev/null
  code=$?
  trap - HUP INT TERM
  kill "$watchdog" 2>/dev/null
  wait "$watchdog" 2>/dev/null
}

[ -f "$bundle" ] || merge_as_text "$@"
recorded=
[ -f "$folder/runtime" ] && read -r recorded <"$folder/runtime"
for runtime in "$recorded" "$(node_outside)" "$VSCODE_GIT_ASKPASS_NODE"; do
  [ -n "$runtime" ] && command -v "$runtime" >/dev/null 2>&1 || continue
  run_bundle "$@"
  [ "$code" -ne 0 ] || exit 0
  [ "$code" -ne "$unfit" ] && [ "$code" -ne "$killed" ] || break
done
merge_as_text "$@"
