#!/bin/sh
# Micro Goals: git runs this to merge a goals file. $1 to $5 are base, ours, theirs, marker size and path; the result
# goes into $2. Where no program of ours can do it, git merges the text as it does any other, so that a failure shows markers.
LC_ALL=C
export LC_ALL
folder=${0%/*}
bundle=$folder/merge-driver.js
# Exit code of the bundle for files that it must not merge; any other failure is the runtime's, and the next one may do.
unfit=3

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

[ -f "$bundle" ] || merge_as_text "$@"
recorded=
[ -f "$folder/runtime" ] && read -r recorded <"$folder/runtime"
for runtime in "$recorded" "$(node_outside)" "$VSCODE_GIT_ASKPASS_NODE"; do
  [ -n "$runtime" ] && command -v "$runtime" >/dev/null 2>&1 || continue
  # VS Code's own binary acts as Node with this; Node itself does not mind.
  ELECTRON_RUN_AS_NODE=1 "$runtime" "$bundle" "$@" >/dev/null 2>&1 </dev/null
  code=$?
  [ "$code" -ne 0 ] || exit 0
  [ "$code" -ne "$unfit" ] || break
done
merge_as_text "$@"
