#!/bin/sh
# Micro Goals: removes the commit hook and the merge driver of this clone, with sh and git alone. Run: sh uninstall.sh
# Goals, and what else this folder holds, stay. What it takes back is what the installer writes, by the same rules: nothing is
# moved, removed or written through a link or outside of this clone, whatever a hook of the work tree says.
LC_ALL=C
export LC_ALL
set -u
# A path for cd to look in would lead elsewhere.
unset CDPATH
case $0 in */*) folder=${0%/*} ;; *) folder=. ;; esac
folder=$(cd -P "$folder" && pwd -P) || exit 1
common=${folder%/*}
config=$common/config
attributes=$common/info/attributes
newline='
'
OPEN='# >>> microgoals >>>'
CLOSE='# <<< microgoals <<<'
BLOCK='# >>> microgoals >>> links commits to goals; taken out by "microgoals hooks uninstall"
if microgoals=$(git rev-parse --git-common-dir 2>/dev/null) && [ -f "$microgoals/microgoals/commit-msg.sh" ]; then
  (. "$microgoals/microgoals/commit-msg.sh") || :
fi
# <<< microgoals <<<'
OWN_START="#!/bin/sh$newline# This file was made by microgoals and goes with it.$newline"
KEPT=commit-msg.before-microgoals
LINE='**/.microgoals/*.json merge=microgoals'
OWN_ATTRIBUTES="# This file was made by microgoals and goes with it.$newline$LINE$newline"

# Whether folder $1 is $2 or below it, both without links.
is_within() {
  case $1/ in "$2"/*) return 0 ;; esac
  return 1
}

# Whether $1 is a regular file of the git directory, reached by no link out of it.
is_ours() {
  [ -f "$1" ] && [ ! -L "$1" ] && real=$(cd -P "${1%/*}" && pwd -P) && is_within "$real" "$common" && return 0
  [ ! -e "$1" ] || echo "$1 is not a regular file of the git directory and stays as it is." >&2
  return 1
}

# $text = the bytes of file $1; the x keeps line ends that sh would cut off. Fails where sh cannot hold them all.
read_text() {
  { text=$(cat "$1" && printf x) || return 1; } 2>/dev/null
  text=${text%x}
  [ $(($(printf '%s' "$text" | wc -c))) -eq $(($(wc -c <"$1"))) ]
}

# Writes $text into file $1, whose mode stays.
write_text() {
  printf '%s' "$text" >"$1" || exit 1
}

remove_attributes() {
  is_ours "$attributes" && read_text "$attributes" || return 0
  case $text in
    "$OWN_ATTRIBUTES") rm -f "$attributes" && return 0 ;;
    "$LINE") text= ;;
    *"$newline$LINE") text=${text%"$newline$LINE"} ;;
    "$LINE$newline"*) text=${text#"$LINE$newline"} ;;
    *"$newline$LINE$newline"*) text=${text%%"$newline$LINE$newline"*}$newline${text#*"$newline$LINE$newline"} ;;
    *) return 0 ;;
  esac
  write_text "$attributes"
}

remove_settings() {
  is_ours "$config" || return 0
  for key in rebase.autoStash merge.autoStash; do
    git config --file "$config" --get-all merge.microgoals.autostash | grep -qxF "$key" || continue
    [ "$(git config --file "$config" --get "$key")" = true ] && git config --file "$config" --unset "$key"
  done
  end=$(git config --file "$config" --get merge.microgoals.nolineend)
  git config --file "$config" --remove-section merge.microgoals 2>/dev/null
  [ -n "$end" ] && read_text "$config" || return 0
  text=${text%"$newline"}
  write_text "$config"
}

# Whether $1 is a name that the installer gives to a hook it keeps.
is_kept_name() {
  case $1 in
    "$KEPT") return 0 ;;
    "$KEPT-1") return 1 ;;
    "$KEPT-"[1-9]*) ;;
    *) return 1 ;;
  esac
  case ${1#"$KEPT-"} in *[!0-9]*) return 1 ;; esac
}

# $kept = the name of the hook that runs behind ours, where $1, what stands below our block, is to the letter what the installer wrote.
read_kept_name() {
  kept=${1#"$newline# before: "}
  kept=${kept%%"$newline"*}
  is_kept_name "$kept" || return 1
  call="\"\${0%/*}/$kept\""
  [ "$1" = "$newline# before: $kept${newline}if [ -f $call ] && [ -x $call ]; then$newline  exec $call \"\$@\"${newline}fi$newline" ]
}

# Takes ours out of the hook in folder $1. With $2 it is a folder of the work tree, where only the block to the letter is ours.
remove_hook() {
  hook=$1/commit-msg
  [ -f "$hook" ] && [ ! -L "$hook" ] && read_text "$hook" || return 0
  case $text in *"$OPEN"*"$CLOSE"*) ;; *) return 0 ;; esac
  before=${text%%"$OPEN"*}
  rest=${text#*"$OPEN"}
  after=${rest#*"$CLOSE"}
  [ -z "$2" ] || [ "$text" = "$before$BLOCK$after" ] || return 0
  if [ "$before" = "$OWN_START" ]; then
    if [ "$after" = "$newline" ]; then
      rm -f "$hook"
      return 0
    fi
    if read_kept_name "$after"; then
      rm -f "$hook"
      if [ -L "$1/$kept" ] || [ -f "$1/$kept" ]; then mv "$1/$kept" "$hook"; fi
      return 0
    fi
  fi
  case $after in
    '') before=${before%"$newline"} ;;
    *) after=${after#"$newline"} ;;
  esac
  text=$before$after
  write_text "$hook"
}

# The same for the hooks folder $1, which is judged by where it really is; each once, for below our hook may stand another.
seen=
remove_hook_from() {
  real=$(cd -P "$1" 2>/dev/null && pwd -P) || return 0
  [ "$real" != "$seen" ] || return 0
  seen=$real
  if is_within "$real" "$common"; then
    remove_hook "$real" ''
  elif [ -n "$top" ] && is_within "$real" "$top"; then
    remove_hook "$real" tracked
  fi
}

# Only below a folder of this name is the work tree known.
case $common in */.git) top=${common%/.git} ;; *) top= ;; esac
remove_attributes
remove_settings
remove_hook_from "$common/hooks"
# core.hooksPath may name another folder, relative to the top of the work tree.
live=$(git --git-dir="$common" config --type=path --get core.hooksPath)
case $live in
  '') ;;
  /* | [A-Za-z]:*) remove_hook_from "$live" ;;
  *) remove_hook_from "${common%/*}/$live" ;;
esac
rm -f "$folder/driver.sh" "$folder/merge-driver.js" "$folder/runtime" "$folder/commit-msg.sh" "$folder/uninstall.sh"
rmdir "$folder" 2>/dev/null
echo 'The hook and the merge driver of Micro Goals are gone from this clone.'
