#!/usr/bin/env python3
"""The CI recipes, run: the steps of action.yml and the script of the GitLab template, each in a simulated runner.

Usage: recipes.py GOUJI RULES [DEB]. With DEB and as root the install step of the action is run with it.
"""
# SPDX-License-Identifier: Apache-2.0
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as tree

import yaml

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
GOUJI = pathlib.Path(sys.argv[1]).resolve()
RULES = pathlib.Path(sys.argv[2]).resolve()
SAMPLE = ROOT / "corpus/sample/report.docx"
faults = []


def expect(holds, what, shown=""):
    if not holds:
        faults.append(f"{what}\n{shown}".rstrip())


def run(script, folder, environment):
    """A step as a runner starts it: bash, ends at the first failure."""
    done = subprocess.run(["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script], cwd=folder, text=True,
                          env={**os.environ, "LC_ALL": "C.UTF-8", "GOUJI_RULES": str(RULES), **environment},
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    return done.returncode, done.stdout


def outputs(path):
    return dict(line.split("=", 1) for line in path.read_text().splitlines() if "=" in line)


# ---- action.yml ----------------------------------------------------------------------------------------------------
action = yaml.safe_load((ROOT / "action.yml").read_text())
expect(action["runs"]["using"] == "composite", "action: not composite")
steps = {step["id"]: step for step in action["runs"]["steps"]}
for name, step in steps.items():
    expect(step.get("shell") == "bash", f"action: step {name} names no shell")
    expect("${{" not in step["run"], f"action: step {name} puts an expression into its script, which a value could escape")
    for value in step["env"].values():
        for used in re.findall(r"inputs\.([\w-]+)", value):
            expect(used in action["inputs"], f"action: no input {used}")
used = " ".join(value for step in steps.values() for value in step["env"].values())
for given in action["inputs"]:
    expect(f"inputs.{given} " in used, f"action: input {given} is not used")
for name, output in action["outputs"].items():
    step, key = re.search(r"steps\.(\w+)\.outputs\.(\w+)", output["value"]).groups()
    expect(f"{key}=" in steps[step]["run"], f"action: output {name} is never written")


def act(step, folder, inputs, before=None):
    values = {**{name: each.get("default", "") for name, each in action["inputs"].items()}, **inputs}
    environment = {}
    for name, text in steps[step]["env"].items():
        text = re.sub(r"\$\{\{ inputs\.([\w-]+) \}\}", lambda found: values[found[1]], text)
        text = re.sub(r"\$\{\{ steps\.\w+\.outputs\.(\w+) \}\}", lambda found: (before or {})[found[1]], text)
        environment[name] = text
    written = folder / "github-output"
    written.write_text("")
    summary = folder / "summary.md"
    summary.write_text("")
    status, said = run(steps[step]["run"], folder, {
        **environment, "GITHUB_OUTPUT": str(written), "GITHUB_STEP_SUMMARY": str(summary), "GITHUB_ACTIONS": "true",
        "GITHUB_WORKSPACE": str(folder), "GITHUB_ACTION_PATH": str(ROOT)})
    return status, said, outputs(written), summary.read_text()


with tempfile.TemporaryDirectory() as name:
    folder = pathlib.Path(name)
    reports = folder / "报告 夹"
    reports.mkdir()
    shutil.copy(SAMPLE, reports / "自评 报告.docx")
    (folder / "clean.txt").write_text("现有编制119名，其中行政编制38名，事业编制77名，工勤编制4名。\n")
    program = {"program": str(GOUJI)}

    status, said, out, summary = act("check", folder, {"paths": "报告 夹\nclean.txt\n"}, program)
    expect(status == 1, f"action: status {status} for a bad report, not 1", said)
    expect(re.search(r"^::error .*file=报告 夹/自评 报告.docx", said, re.M), "action: no annotation names the file", said)
    expect(out == {"status": "1", "sarif": "gouji.sarif", "json": "gouji-findings.json"}, "action: outputs", str(out))
    expect("total/headcount" in summary, "action: the step summary lacks the findings", summary)
    if (folder / "gouji.sarif").exists():
        sarif = json.loads((folder / "gouji.sarif").read_text())
        expect(sarif["version"] == "2.1.0" and sarif["runs"][0]["results"], "action: empty SARIF")
    else:
        expect(False, "action: no SARIF report", said)
    expect(len(json.loads((folder / "gouji-findings.json").read_text())["documents"]) == 2, "action: documents in the JSON")

    status, said, out, _ = act("check", folder, {"paths": "clean.txt", "sarif": "", "arguments": "--lang=en\n--select=total"},
                               program)
    expect(status == 0 and out["status"] == "0", "action: a clean report fails", said)
    status, said, _, _ = act("check", folder, {"fail-on": "never"}, program)
    expect(status == 0, "action: fail-on never fails", said)
    status, said, out, _ = act("check", folder, {"paths": "missing.docx"}, program)
    expect(status == 2 and out["status"] == "2", "action: a missing path is not 2", said)
    hostile = 'x"; touch escaped; $(touch escaped) `touch escaped`'
    act("check", folder, {"paths": hostile, "fail-on": hostile, "output": hostile, "arguments": hostile}, program)
    act("install", folder, {"deb": hostile}, program)
    expect(not (folder / "escaped").exists(), "action: an input escapes into the shell")
    status, said, _, _ = act("install", folder, {"deb": "none-*.deb"})
    expect(status == 2 and "::error" in said, "action: a missing package is not said", said)

    git = ["git", "-c", "user.name=a", "-c", "user.email=a@localhost", "-C", name]
    for words in (["init", "-q"], ["add", "-A"], ["commit", "-qm", "all"]):
        subprocess.run(git + words, check=True, stdout=subprocess.DEVNULL)
    status, said, _, _ = act("check", folder, {"changed-since": "HEAD", "paths": "."}, program)
    expect(status == 0, "action: changed-since HEAD checks what did not change", said)
    shutil.copy(SAMPLE, folder / "新.docx")
    status, said, _, _ = act("check", folder, {"changed-since": "HEAD", "paths": "."}, program)
    expect(status == 1 and "新.docx" in said and "自评 报告.docx" not in said, "action: changed-since misses the new report", said)

    if len(sys.argv) > 3 and os.geteuid() == 0 and not pathlib.Path("/usr/bin/gouji").exists():
        shutil.copy(sys.argv[3], folder / "gouji_test.deb")
        try:
            status, said, out, _ = act("install", folder, {"deb": "*.deb"})
            expect(status == 0 and out == {"program": "gouji"}, "action: the package is not installed", said)
            status, said, _, _ = act("check", folder, {"paths": "新.docx"}, out)
            expect(status == 1 and "total/headcount" in said, "action: the installed gouji does not check", said)
        finally:
            subprocess.run(["dpkg", "--purge", "gouji"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)

# ---- GitLab --------------------------------------------------------------------------------------------------------
template = yaml.safe_load((ROOT / "share/gitlab/gouji.gitlab-ci.yml").read_text())
job = template["gouji"]
expect(list(template) == ["gouji"], "gitlab: more than the job")
for key, kind in {"stage": str, "image": str, "variables": dict, "before_script": list, "script": list, "artifacts": dict,
                  "rules": list}.items():
    expect(isinstance(job.get(key), kind), f"gitlab: {key} is no {kind.__name__}")
for key in ("before_script", "script"):
    expect(all(isinstance(line, str) for line in job[key]), f"gitlab: {key} holds what is no text")
expect(all(isinstance(value, str) for value in job["variables"].values()), "gitlab: a variable is no text")
expect(job["artifacts"]["when"] == "always", "gitlab: a failed job keeps no reports")
with tempfile.TemporaryDirectory() as name:
    folder = pathlib.Path(name)
    (folder / "bin").mkdir()
    (folder / "bin/gouji").symlink_to(GOUJI)
    (folder / "报告").mkdir()
    shutil.copy(SAMPLE, folder / "报告/自评 报告.docx")
    environment = {**job["variables"], "PATH": f"{folder}/bin:{os.environ['PATH']}"}
    script = "\n".join(job["before_script"] + job["script"])
    status, said = run(script, folder, environment)
    expect(status == 1, f"gitlab: status {status} for a bad report, not 1", said)
    quality = json.loads((folder / job["artifacts"]["reports"]["codequality"]).read_text())
    expect(quality and all({"description", "check_name", "fingerprint", "severity", "location"} <= set(each)
                           for each in quality), "gitlab: code quality", str(quality)[:300])
    suites = tree.parse(folder / job["artifacts"]["reports"]["junit"]).getroot()
    expect(suites.findall(".//failure"), "gitlab: JUnit without a failure")
    expect(all((folder / path).exists() for path in job["artifacts"]["paths"]), "gitlab: an artifact is missing")
    status, said = run(script, folder, {**environment, "GOUJI_FAIL_ON": "never", "GOUJI_ARGUMENTS": "--select total"})
    expect(status == 0, "gitlab: fail-on never fails", said)

# ---- pre-commit ----------------------------------------------------------------------------------------------------
hooks = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text())
for hook in hooks:
    for path, wanted in {"a.docx": True, "夹/报 告.DOCX": True, "a.xlsx": True, "夹/~$a.docx": False, "~$a.docx": False,
                         "a.docx.txt": False, "docx": False}.items():
        is_taken = bool(re.search(hook["files"], path)) and not re.search(hook["exclude"], path)
        expect(is_taken == wanted, f"pre-commit: {hook['id']} and {path}")

print("\n".join(faults) or "the recipes hold", file=sys.stderr)
sys.exit(1 if faults else 0)
