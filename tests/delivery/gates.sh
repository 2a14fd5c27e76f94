#!/usr/bin/env bash
# The gates, tried for real: git push against the pre-receive hook, a commit under pre-commit.
# Usage: gates.sh GOUJI RULES. Programs that are not installed fail the test.
# SPDX-License-Identifier: Apache-2.0
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
gouji=$(realpath "$1")
export GOUJI_RULES
GOUJI_RULES=$(realpath "$2")
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
bad=$root/corpus/sample/report.docx
good=$place/good.docx

export HOME=$place GIT_CONFIG_NOSYSTEM=1 LC_ALL=C.UTF-8
export GIT_AUTHOR_NAME=a GIT_AUTHOR_EMAIL=a@localhost GIT_COMMITTER_NAME=a GIT_COMMITTER_EMAIL=a@localhost
git config --global init.defaultBranch main
git config --global protocol.file.allow always

python3 - "$good" <<'PY'
import sys, zipfile
main = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
with zipfile.ZipFile(sys.argv[1], "w") as out:
    out.writestr("[Content_Types].xml", '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{main}"/></Types>')
    out.writestr("_rels/.rels", '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="a" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"'
        ' Target="word/document.xml"/></Relationships>')
    out.writestr("word/document.xml", '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        '<w:body><w:p><w:r><w:t>现有编制119名，其中行政编制38名，事业编制77名，工勤编制4名。</w:t></w:r></w:p></w:body></w:document>')
PY

log=$place/log
fail() { echo "gates: $*" >&2; sed 's/^/  /' "$log" >&2; exit 1; }
accepted() { local what=$1; shift; "$@" >"$log" 2>&1 || fail "$what: refused"; }
refused() {
  local what=$1 words=$2
  shift 2
  "$@" >"$log" 2>&1 && fail "$what: accepted"
  grep -q -- "$words" "$log" || fail "$what: does not say «$words»"
}

# ---- pre-receive ----------------------------------------------------------------------------------------------------
git init -q --bare "$place/server.git"
cp "$root/share/hooks/pre-receive" "$place/server.git/hooks/"
server() { git -C "$place/server.git" config "$@"; }
server gouji.program "$gouji"
git init -q "$place/work"
cd "$place/work"
git remote add origin "$place/server.git"
commit() { git add -A && git commit -qm "$1"; }

printf 'text\n' >notes.txt
commit notes
accepted "a push without reports" git push -q origin main
mkdir -p '二〇二三 年'
cp "$good" '二〇二三 年/自评 报告.docx'
printf lock >'二〇二三 年/~$自评.docx'
commit good
accepted "a good report, its name with blanks" git push -q origin main
accepted "a new branch of it" git push -q origin main:refs/heads/other
cp "$bad" '二〇二三 年/坏 报告.docx'
commit bad
refused "a bad report" total/headcount git push origin main
grep -q '坏 报告.docx' "$log" || fail "the report is not named"
grep -q '107' "$log" || fail "the figures are not shown"
refused "a bad report on a new branch" total/headcount git push origin main:refs/heads/new
git tag -a bad -m bad
refused "a bad report behind a tag" total/headcount git push origin bad
git push -q origin main~1:refs/heads/fine main:refs/heads/foul >"$log" 2>&1 && fail "one bad ref of two: accepted"
[ "$(git ls-remote origin fine foul)" = "" ] || fail "one bad ref of two: the other went through"
printf '[[suppress]]\nrule = "%s"\nreason = "已核实"\n\n' total change balance unit >gouji.suppress.toml
commit suppressed
server gouji.suppressions false
refused "suppressions that do not count" total/headcount git push origin main:refs/heads/aside
server --unset gouji.suppressions
accepted "findings that are set aside" git push -q origin main:refs/heads/aside
git push -q origin :refs/heads/aside
git rm -q gouji.suppress.toml
commit "not suppressed"
refused "a suppression that went away" total/headcount git push origin main:refs/heads/aside
server gouji.exclude '坏'
accepted "an excluded path" git push -q origin main:refs/heads/excluded
server --unset gouji.exclude
server gouji.fail-on never
accepted "no fail level" git push -q origin main:refs/heads/never
server --unset gouji.fail-on
accepted "a deleted branch" git push -q origin :refs/heads/never :refs/heads/excluded
git rm -q '二〇二三 年/坏 报告.docx'
commit mended
accepted "a mended report, the bad one only in the history" git push -q origin main
git commit -q --amend -m again
accepted "a forced push" git push -q --force origin main
git checkout -q --orphan apart
commit apart
accepted "a branch without a common ancestor" git push -q origin HEAD:refs/heads/apart
git mv '二〇二三 年/自评 报告.docx' $'换\t名"的.docx'
commit renamed
accepted "a renamed report" git push -q origin HEAD:refs/heads/apart
printf 'PK\003\004broken' >broken.docx
commit broken
refused "a damaged report" 退出状态 git push origin HEAD:refs/heads/apart
git rm -q broken.docx
ln -s /etc/hostname link.docx
commit link
accepted "a link is no document" git push -q origin HEAD:refs/heads/apart
cp "$good" more.docx
commit more
server gouji.program gouji-that-is-not-there
refused "no gouji on the server" 'gouji is not installed' git push origin HEAD:refs/heads/apart
printf '#!/bin/sh\nsleep 20\n' >"$place/slow"
chmod +x "$place/slow"
server gouji.program "$place/slow"
server gouji.seconds 1
refused "out of time" '1 seconds' git push origin HEAD:refs/heads/apart
server gouji.program "$gouji"
accepted "the same with gouji" git push -q origin HEAD:refs/heads/apart

# ---- pre-commit -----------------------------------------------------------------------------------------------------
mkdir "$place/hooks" "$place/bin"
ln -s "$gouji" "$place/bin/gouji"
PATH=$place/bin:$PATH
git init -q "$place/hooks"
cp "$root/.pre-commit-hooks.yaml" "$place/hooks/"
git -C "$place/hooks" add -A
git -C "$place/hooks" commit -qm hooks
git init -q "$place/clerk"
cd "$place/clerk"
cat >.pre-commit-config.yaml <<YAML
repos:
  - repo: $place/hooks
    rev: $(git -C "$place/hooks" rev-parse HEAD)
    hooks:
      - id: gouji
YAML
accepted "pre-commit install" pre-commit install
cp "$good" '自评 报告.docx'
printf lock >'~$自评.docx'
git add -A
accepted "a commit of a good report" git commit -m good
grep -q 'gouji.*Passed' "$log" || fail "pre-commit did not run gouji"
cp "$bad" '坏 报告.DOCX'
git add -A
refused "a commit of a bad report" total/headcount git commit -m bad
git rm -q --cached '坏 报告.DOCX'
rm '坏 报告.DOCX'
printf 'x\n' >notes.txt
git add -A
accepted "a commit without reports" git commit -m notes
echo "gates: pre-receive and pre-commit hold" >&2
