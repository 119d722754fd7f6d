#!/bin/sh
# Micro Goals: removes the commit hook and the merge driver of this clone, with sh and git alone. Run: sh uninstall.sh
# Goals, and what else this folder holds, stay.
LC_ALL=C
export LC_ALL
set -u
case $0 in */*) folder=${0%/*} ;; *) folder=. ;; esac
folder=$(cd "$folder" && pwd) || exit 1
common=${folder%/*}
config=$common/config
attributes=$common/info/attributes
newline='
'
OPEN='# >>> microgoals >>>'
CLOSE='# <<< microgoals <<<'
LINE='**/.microgoals/*.json merge=microgoals'
OWN_ATTRIBUTES="# This file was made by microgoals and goes with it.$newline$LINE$newline"

# $text = the bytes of file $1; the x keeps line ends that sh would cut off.
read_text() {
  text=$(cat "$1" && printf x) || exit 1
  text=${text%x}
}

# Writes $text into file $1, whose mode and links stay.
write_text() {
  printf '%s' "$text" >"$1" || exit 1
}

remove_attributes() {
  [ -f "$attributes" ] || return 0
  read_text "$attributes"
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
  for key in $(git config --file "$config" --get-all merge.microgoals.autostash); do
    [ "$(git config --file "$config" --get "$key")" = true ] && git config --file "$config" --unset "$key"
  done
  end=$(git config --file "$config" --get merge.microgoals.nolineend)
  git config --file "$config" --remove-section merge.microgoals 2>/dev/null
  [ -n "$end" ] || return 0
  read_text "$config"
  text=${text%"$newline"}
  write_text "$config"
}

remove_hook() {
  hook=$1/commit-msg
  [ -f "$hook" ] || return 0
  read_text "$hook"
  case $text in *"$OPEN"*"$CLOSE"*) ;; *) return 0 ;; esac
  before=${text%%"$OPEN"*}
  after=${text#*"$CLOSE"}
  case $after in
    "$newline"*) after=${after#"$newline"} ;;
    '') before=${before%"$newline"} ;;
  esac
  case $after in
    '# before: '*)
      kept=${after#'# before: '}
      kept=$1/${kept%%"$newline"*}
      rm -f "$hook"
      if [ -e "$kept" ] || [ -L "$kept" ]; then mv "$kept" "$hook"; fi
      return 0
      ;;
  esac
  case $before$after in
    "#!/bin/sh$newline# This file was made by microgoals and goes with it.$newline") rm -f "$hook" && return 0 ;;
  esac
  text=$before$after
  write_text "$hook"
}

remove_attributes
remove_settings
remove_hook "$common/hooks"
# core.hooksPath may name another folder, relative to the top of the work tree.
live=$(git --git-dir="$common" config --get core.hooksPath)
case $live in
  '' | '~'*) ;;
  /*) case $live in "$common"/* | "${common%/*}"/*) remove_hook "$live" ;; esac ;;
  *) remove_hook "${common%/*}/$live" ;;
esac
rm -f "$folder/driver.sh" "$folder/merge-driver.js" "$folder/runtime" "$folder/commit-msg.sh" "$folder/uninstall.sh"
rmdir "$folder" 2>/dev/null
echo 'The hook and the merge driver of Micro Goals are gone from this clone.'
