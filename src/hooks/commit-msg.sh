#!/bin/sh
# Micro Goals: adds the goal at hand to a commit message, as a trailer "Goal: g-…".
# $1 is the message file. It is silent, uses sh and git alone, and never fails a commit.
trap 'exit 0' 0
exec 2>/dev/null
set +e +u
set -f
LC_ALL=C
export LC_ALL
newline='
'
# Every unquoted list below is split at line ends only.
IFS=$newline

GOAL='g-[0-9a-hjkmnp-tv-z][0-9a-hjkmnp-tv-z][0-9a-hjkmnp-tv-z][0-9a-hjkmnp-tv-z][0-9a-hjkmnp-tv-z]'
GOAL=$GOAL'[0-9a-hjkmnp-tv-z][0-9a-hjkmnp-tv-z][0-9a-hjkmnp-tv-z][0-9a-hjkmnp-tv-z][0-9a-hjkmnp-tv-z]'
SCISSORS=' ------------------------ >8 ------------------------'

# $trailers = the goals that the trailers of the text $1 name, as lines of ours, each once. A trailer is what git takes for one: its key
# in any case, blanks around the colon or none, a value that goes on in indented lines.
collect_goal_lines() {
  trailers=
  case $1 in *[Gg][Oo][Aa][Ll]*g-*) ;; *) return 0 ;; esac
  key=
  for line in $1; do
    indent=${line%%[![:space:]]*}
    value=${line#"$indent"}
    name=${value%%:*}
    name=${name%"${name##*[![:space:]]}"}
    case $value in
      [Gg][Oo][Aa][Ll]*:*) is_goal=1 ;;
      [Cc][Ll][Oo][Ss][Ee][Ss]-[Gg][Oo][Aa][Ll]*:*) is_goal=1 ;;
      *) is_goal= ;;
    esac
    case $is_goal$name in
      1[Gg][Oo][Aa][Ll]) key=Goal ;;
      1[Cc][Ll][Oo][Ss][Ee][Ss]-[Gg][Oo][Aa][Ll]) key=Closes-Goal ;;
      *) is_goal= ;;
    esac
    if [ -n "$is_goal" ]; then
      below=$indent
      value=${value#*:}
    else
      [ -n "$key" ] && goes_on "$1" || { key= && continue; }
    fi
    previous=$line
    take_goals
  done
}

# True where $line goes on with the trailer $key: indented below it, with no blank line in between.
goes_on() {
  [ -n "$value" ] || return 1
  case $indent in "$below"[[:space:]]*) ;; *) return 1 ;; esac
  case $1 in *"$previous$newline$line"*) ;; *) return 1 ;; esac
}

# Adds the goals at the beginning of $value to $trailers; what else stands there ends the trailer.
take_goals() {
  while :; do
    value=${value#"${value%%[![:space:],\;]*}"}
    # shellcheck disable=SC2254 # GOAL is meant as a pattern
    case $value in
      $GOAL | ${GOAL}[!0-9A-Za-z_]*) ;;
      '') return ;;
      *) key= && return ;;
    esac
    goal=$key": "${value%"${value#????????????}"}
    case $newline$trailers in *"$newline$goal$newline"*) ;; *) trailers=$trailers$goal$newline ;; esac
    value=${value#????????????}
    case $value in '' | [[:space:],\;]*) ;; *) key= && return ;; esac
  done
}

# True while git itself is in the middle of something: the message is then not one the person is writing afresh.
git_is_busy() {
  for name in MERGE_HEAD REVERT_HEAD CHERRY_PICK_HEAD rebase-merge rebase-apply sequencer BISECT_LOG; do
    [ -e "$dir/$name" ] && return 0
  done
  # cherry-pick -n leaves only its message; one that is older than the last move of HEAD was abandoned.
  if [ -f "$dir/MERGE_MSG" ] && [ ! -f "$dir/SQUASH_MSG" ]; then
    [ -z "$(find "$dir/logs/HEAD" -newer "$dir/MERGE_MSG")" ] && return 0
  fi
  return 1
}

# True for a message given as an argument: then git reads no template and adds no comments. An editor may be called ":",
# too; what git writes below the text for an editor begins with a comment character.
written_without_editor() {
  [ "$GIT_EDITOR" = : ] || return 1
  for line in "${text#"$newline"}" "${text##*"$newline"}"; do
    case $line in '' | [[:space:][:punct:]]*) return 1 ;; esac
  done
}

# $comment and $template from the person's settings.
read_settings() {
  comment='#'
  template=
  written_without_editor && return 0
  for line in $(git config --get-regexp '^(core\.comment(char|string)|commit\.template)$'); do
    case $line in
      core.commentchar\ *) comment=${line#* } ;;
      # Only newer versions of git know it: ask git what it does.
      core.commentstring\ *) comment=$(echo x | git stripspace --comment-lines) && comment=${comment% x} ;;
      commit.template\ *) template=${line#* } ;;
    esac
  done
  [ "$comment" = auto ] && guess_comment
  [ -n "$comment" ] || comment='#'
  case $template in
    '~'* | '%('* | ':('*) template=$(git config --type=path commit.template) ;;
  esac
}

# "auto": git chose a character and does not say which; its own lines at the end of the message show it.
guess_comment() {
  case $message in
    *"$SCISSORS"*) line=${message%%"$SCISSORS"*} && line=${line##*"$newline"} ;;
    *) line=${message##*"$newline"} ;;
  esac
  comment='#'
  case $line in
    [\;@!$%^\&\|:]*) comment=${line%"${line#?}"} ;;
  esac
}

strip_comments() {
  git -c core.commentChar="$comment" stripspace --strip-comments
}

# $substance = the lines of $1 without blank lines and sign-offs, which git does not count as a message either.
keep_substance() {
  substance=
  for line in $1; do
    case $line in 'Signed-off-by: '*) ;; *) substance=$substance$line$newline ;; esac
  done
}

# True where git would abort the commit: no text, or the untouched template. Sets $subject.
message_is_empty() {
  subject=${message#"$newline"}
  if [ -z "$template" ]; then
    case $subject in
      '' | [[:space:]]* | "$comment"* | 'Signed-off-by: '*) ;;
      *) return 1 ;;
    esac
  fi
  subject=$(printf '%s\n' "$message" | strip_comments)
  keep_substance "$subject"
  [ -n "$substance" ] || return 0
  [ -f "$template" ] || return 1
  written=$substance
  keep_substance "$(strip_comments <"$template")"
  [ "$written" = "$substance" ]
}

# $trailers = what a squash merge brought. SQUASH_MSG outlives an abandoned squash: something of it must be staged.
collect_squashed() {
  trailers=
  [ -f "$dir/SQUASH_MSG" ] || return 0
  listed=$(cat "$dir/SQUASH_MSG")
  collect_goal_lines "$listed"
  squashed=$trailers
  trailers=
  [ -n "$squashed" ] || return 0
  commit=
  for line in $listed; do
    case $line in 'commit '*) commit=${line#commit } && break ;; esac
  done
  case $commit in '' | *[!0-9a-f]*) return 0 ;; esac
  staged=$newline$(git diff --cached --no-ext-diff --name-only HEAD)$newline
  count=0
  for path in $(git diff --no-ext-diff --name-only "HEAD...$commit"); do
    case $staged in *"$newline$path$newline"*) trailers=$squashed && return 0 ;; esac
    count=$((count + 1))
    [ "$count" -lt 500 ] || return 0
  done
}

# $branch = the full name of the branch, empty on a detached HEAD. Read, not asked for: starting git costs more than the rest.
read_branch() {
  branch=
  head=
  read -r head <"$dir/HEAD"
  case $head in
    # What stands there where git keeps its refs in tables.
    'ref: refs/heads/.invalid') branch=$(git symbolic-ref -q HEAD) ;;
    'ref: '*) branch=${head#ref: } ;;
  esac
}

# $of_branch = the goal that the branch is named after.
goal_of_branch() {
  of_branch=
  IFS=/
  for part in $branch; do
    # shellcheck disable=SC2254 # GOAL is meant as a pattern
    case $part in
      $GOAL | $GOAL-*) of_branch=${part%"${part#????????????}"} && break ;;
    esac
  done
  IFS=$newline
}

# $trailers = the goal this worktree works on: the one that was chosen, or the one that the branch is named after where the
# choice was made on another branch.
collect_active() {
  active=
  chosen_on=
  [ -f "$dir/microgoals/active" ] && { read -r active && read -r chosen_on; } <"$dir/microgoals/active"
  read_branch
  goal_of_branch
  goal=$of_branch
  # shellcheck disable=SC2254 # GOAL is meant as a pattern
  case $active in
    - | $GOAL)
      case $chosen_on in '' | "${branch:-HEAD}") goal=${active#-} ;; esac
      [ -n "$of_branch" ] || goal=${active#-}
      ;;
  esac
  [ -z "$goal" ] || trailers="Goal: $goal"
}

# Runs with all settings shut out: the person's own for trailers would add, move or rewrite lines here.
interpret_trailers() {
  unset GIT_CONFIG_PARAMETERS GIT_CONFIG_COUNT GIT_WORK_TREE
  GIT_CONFIG_GLOBAL=/dev/null GIT_CONFIG_SYSTEM=/dev/null GIT_CONFIG_NOSYSTEM=1 HOME=/dev/null \
    XDG_CONFIG_HOME=/dev/null GIT_DIR=/dev/null \
    git -c core.commentChar="$comment" interpret-trailers --no-divider \
    --where end --if-missing add --if-exists addIfDifferent "$@"
}

append_trailers() {
  # Without an editor git keeps lines that look like comments: the trailer must not land above them.
  last=${message##*"$newline"}
  case $cut$GIT_EDITOR$last in :"$comment"*) comment=$(printf '\001') ;; esac
  set --
  for line in $trailers; do
    set -- "$@" --trailer "$line"
  done
  first=${subject%%"$newline"*}
  lead=${text%%"$newline$first"*}
  find_breaking
  if [ -z "$lead$breaking" ]; then
    interpret_trailers --in-place "$@" "$file" >/dev/null
    return
  fi
  if [ -n "$breaking" ]; then
    put_above_breaking
  else
    # Below blank lines or comments git would take a subject such as "Fix: it" for a trailer: keep them out of its sight.
    result=$(printf '%s\n' "${text#"$lead$newline"}" | interpret_trailers "$@")
  fi
  [ -n "$result" ] || return 0
  printf '%s\n' "${lead#"$newline"}${lead:+$newline}$result" >"$file.microgoals" && mv -f "$file.microgoals" "$file"
  rm -f "$file.microgoals"
}

# $breaking = the first line below the subject with which a note on a breaking change begins. Readers of conventional commits take all
# that follows for its text.
find_breaking() {
  breaking=
  case $message in *[Bb][Rr][Ee][Aa][Kk][Ii][Nn][Gg][\ -][Cc][Hh][Aa][Nn][Gg][Ee]*) ;; *) return ;; esac
  is_subject=1
  for line in ${message#"$lead"}; do
    [ -z "$is_subject" ] || { is_subject= && continue; }
    case ${line#"${line%%[![:space:]|*]*}"} in
      [Bb][Rr][Ee][Aa][Kk][Ii][Nn][Gg][\ -][Cc][Hh][Aa][Nn][Gg][Ee][:[:space:]]*) breaking=$line && return ;;
    esac
  done
}

# $result = the message from its subject on, with the trailers above the note.
put_above_breaking() {
  body=${text#"$lead$newline$first"}
  before=${body%%"$newline$breaking"*}
  after=${body#"$before$newline"}
  lines=${trailers%"$newline"}
  # The subject goes on to the first blank line, and must not take ours in.
  case $before in *"$newline$newline"* | *"$newline") ;; *) lines=$newline$lines$newline ;; esac
  result=$first$before$newline$lines$newline$after
}

main() {
  file=$1
  [ -f "$file" ] || return 0
  # git keeps the message in the git directory itself; other callers may not.
  dir=${file%/*}
  [ -f "$dir/HEAD" ] || dir=$(git rev-parse --git-dir) || return 0
  git_is_busy && return 0
  text=$newline$(cat "$file")
  message=$text
  read_settings
  cut=
  case $message in
    *"$newline$comment$SCISSORS"*) message=${message%%"$newline$comment$SCISSORS"*} && cut=1 ;;
  esac
  collect_goal_lines "$message"
  [ -z "$trailers" ] || return 0
  message_is_empty && return 0
  case $subject in 'fixup!'* | 'squash!'* | 'amend!'*) return 0 ;; esac
  collect_squashed
  [ -n "$trailers" ] || collect_active
  [ -z "$trailers" ] || append_trailers
}

main "$1"
