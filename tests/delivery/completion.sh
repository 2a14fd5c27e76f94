#!/usr/bin/env bash
# Completion in bash, zsh and fish, as a user would get it by the tab key. Usage: completion.sh GOUJI (rules beside it)
# SPDX-License-Identifier: Apache-2.0
# shellcheck disable=SC2016,SC2317
set -euo pipefail
gouji=$(realpath "$1")
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
mkdir "$place/bin"
ln -s "$gouji" "$place/bin/gouji"
export PATH=$place/bin:$PATH LC_ALL=C.UTF-8 HOME=$place
cd "$place"
mkdir 'files' && touch 'files/报告 一.docx' files/notes.txt
for shell in bash zsh fish; do gouji completion "$shell" >"gouji.$shell"; done

# What bash offers for a line: its words are broken at "=" as readline does.
in_bash() {
  bash --norc -c '
    source gouji.bash
    compopt() { :; }
    line=$1
    read -r -a COMP_WORDS <<<"${line//=/ = }"
    [[ $line == *" " || $line == *= ]] && COMP_WORDS+=("")
    COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
    _gouji gouji
    printf "%s\n" "${COMPREPLY[@]}"' bash "$1"
}
# zsh has no other way in than a terminal: the line is typed and the tab key pressed twice.
in_zsh() { python3 - "$1" <<'PY'
import os, pty, re, select, sys, time
pid, terminal = pty.fork()
if pid == 0:
    os.environ.update(TERM="dumb", COLUMNS="200", LINES="100", PS1="> ")
    os.execvp("zsh", ["zsh", "-f", "-i"])
def read(marker, quiet):
    """Until the marker was seen and nothing came for so many seconds."""
    seen = b""
    end = time.time() + 30
    while time.time() < end:
        if select.select([terminal], [], [], quiet)[0]:
            try:
                seen += os.read(terminal, 65536)
            except OSError:
                break
        elif marker in seen:
            break
    return seen.decode("utf-8", "replace")
read(b"> ", 0.2)
os.write(terminal, b"autoload -U compinit; compinit -u -D; source ./gouji.zsh; setopt NO_LIST_BEEP; LISTMAX=0; "
                   b"bindkey '^I' complete-word; PS1='rea''dy '\n")
read(b"ready ", 0.2)
os.write(terminal, sys.argv[1].encode() + b"\t\t")
print(re.sub(r"\x1b\[[0-9;?]*[a-zA-Z]", "", read(b"", 1.5)))
os.write(terminal, b"\x15exit\n")
PY
}
in_fish() { fish --no-config -c 'source gouji.fish; complete -C $argv[1]' "$1"; }

failed=0
for shell in bash zsh fish; do
  command -v "$shell" >/dev/null || { echo "completion: $shell is not installed" >&2; failed=1; continue; }
  while IFS='|' read -r line wanted unwanted; do
    got=$("in_$shell" "$line") || true
    if ! grep -qF -- "$wanted" <<<"$got" || { [ -n "$unwanted" ] && grep -qF -- "$unwanted" <<<"$got"; }; then
      printf 'completion: %s offers for «%s» not «%s»:\n%s\n' "$shell" "$line" "$wanted" "$got" >&2
      failed=1
    fi
  done <<'CASES'
gouji che|check|rules
gouji rules |explain|facts
gouji check --fail-o|--fail-on|--format
gouji check --fail-on |never|total
gouji check --fail-on=wa|warning|never
gouji check --format j|junit|sarif
gouji check --select change/rat|change/rate|total
gouji check --select total,change/rat|total,change/rate|change/delta
gouji rules explain total/head|total/headcount|change
gouji check files/n|files/notes.txt|
gouji check --genre final|final-accounts|budget
gouji check -o sari|sarif=|json
gouji check -o json=files/n|files/notes.txt|
CASES
done
exit $failed
