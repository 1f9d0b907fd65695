"""Holds our reading of requirements files, versions and markers against pip and packaging.

    python3 test/agreement-pip/check_requirements.py [--fuzz 20000] [--seed 1]

Needs pip 23.2 (its packaging still reads versions older than PEP 440) and packaging 24 or newer.
First the cases of packages/dockerfile/src/pins/requirement-cases.json: their expected results must be those of pip.
Then random texts. Prints each difference; ends with 1 if there is any that is not named in `excused`.
"""

import argparse
import contextlib
import io
import json
import logging
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
import warnings
from pathlib import Path

import packaging
import pip
from packaging.markers import InvalidMarker as NewInvalidMarker
from packaging.markers import Marker as NewMarker
from packaging.markers import UndefinedComparison, UndefinedEnvironmentName
from packaging.requirements import InvalidRequirement as NewInvalidRequirement
from packaging.requirements import Requirement as NewRequirement
from packaging.specifiers import InvalidSpecifier, Specifier
from packaging.version import InvalidVersion, Version
from pip._internal.exceptions import PipError
from pip._internal.req import req_file
from pip._internal.req.constructors import install_req_from_editable, install_req_from_line
from pip._vendor.packaging.markers import InvalidMarker

root = Path(__file__).resolve().parents[2]


def ours(questions):
    node = root / "node_modules/.bin/node"
    program = str(node) if node.exists() else shutil.which("node")
    lines = "".join(json.dumps(question) + "\n" for question in questions)
    done = subprocess.run(
        [program, str(root / "test/agreement-pip/read.ts")], input=lines, capture_output=True, text=True, check=True
    )
    return [json.loads(line) for line in done.stdout.split("\n") if line]


def option_pairs(opts):
    """The options that count for a line, as our reader names them."""
    if opts.requirements:
        return [["--requirement", opts.requirements[0]]]
    if opts.constraints:
        return [["--constraint", opts.constraints[0]]]
    pairs = []
    if opts.index_url:
        pairs.append(["--index-url", opts.index_url])
    pairs += [["--extra-index-url", url] for url in opts.extra_index_urls or []]
    if opts.find_links:
        pairs.append(["--find-links", opts.find_links[0]])
    for name in ("no_index", "pre", "prefer_binary", "require_hashes"):
        if getattr(opts, name, None) is True:
            pairs.append(["--" + name.replace("_", "-"), ""])
    pairs += [["--trusted-host", host] for host in opts.trusted_hosts or []]
    return sorted(pairs)


def pips(text):
    """What pip makes of each line by itself; it would stop at the first one that it refuses."""
    text = text.removeprefix("\ufeff")
    parse_line = req_file.get_line_parser(None)
    requirements, options, refused = [], [], []
    for number, line in req_file.preprocess(text):
        try:
            # optparse says on stderr what it raises here as well.
            with contextlib.redirect_stderr(io.StringIO()):
                arguments, opts = parse_line(line)
        except (req_file.OptionParsingError, PipError) as error:
            refused.append((number, line, str(error)))
            continue
        parsed = req_file.ParsedLine("r", number, arguments, opts, False)
        if not parsed.is_requirement:
            options += option_pairs(opts)
            continue
        try:
            if parsed.is_editable:
                one = install_req_from_editable(parsed.requirement)
            else:
                one = install_req_from_line(parsed.requirement)
        except (PipError, InvalidMarker, ValueError) as error:
            refused.append((number, line, str(error)))
            continue
        requirements.append(
            {
                "written": parsed.requirement,
                "name": one.name or "",
                "extras": sorted(one.req.extras if one.req else []),
                "specifiers": sorted(str(spec) for spec in one.req.specifier) if one.req else [],
                "link": one.link.url if one.link else (one.req.url if one.req and one.req.url else None),
                "marker": one.markers is not None,
                "editable": parsed.is_editable,
                # Of an editable, pip leaves them out of account.
                "hashes": []
                if parsed.is_editable
                else sorted(f"{kind}:{digest}" for kind, all_ in (opts.hashes or {}).items() for digest in all_),
            }
        )
    return {"requirements": requirements, "options": options, "refused": refused}


def spec_key(text):
    """One spelling: packaging takes the spaces out of a specifier and writes its version in its own way or not."""
    return re.sub(r"\s", "", text)


def compare_file(text, theirs, mine):
    """The differences that matter, in words."""
    found = []
    paths = [one for one in mine["requirements"] if one["source"] == "path"]
    # Whether a path is there decides what pip says of it; nothing is there, so what it refuses may be a path for us.
    named = [one for one in mine["requirements"] if one["source"] != "path"]
    theirs_named = [
        one
        for one in theirs["requirements"]
        if not (one["link"] or "").startswith("file:///")
        or re.match(r"file:|[A-Za-z0-9][\w.-]*\s*(\[[^]]*\]\s*)?@\s*file:", one["written"])
    ]
    # Newer pips take an editable repository without a name.
    nameless = [one for one in theirs["refused"] if "Could not detect requirement name" in one[2]]
    named = [one for one in named if one["name"] or not one["editable"]]
    theirs_named = [one for one in theirs_named if one["name"] or not one["editable"]]
    hidden = [one for one in theirs["refused"] if re.search(r"\$\{[A-Z0-9_]+\}", one[1])]
    refused = len(theirs["refused"]) - len(nameless) - len(hidden)
    # An empty version is read by pip 23 and fits nothing; later ones refuse it as we do.
    if any(re.search("version is missing|behind egg=", one["message"]) for one in mine["problems"]):
        return []
    # `a()`, `a==1,` and `===` before a bracket: pip 23 and packaging of today differ, so nothing is said of them.
    if re.search(r"\((\s|\\\s)*\)|,\s*(?:[;)#\n\r\\]|$| -)|===[^\s]*\)", text.replace("\\\n", "")):
        return []
    if len(mine["problems"]) > refused:
        found.append(f"we refuse more: {mine['problems']} against {theirs['refused']}")
    if len(mine["problems"]) + len(paths) < refused:
        found.append(f"we refuse less: {mine['problems']} against {theirs['refused']}")
    if [one["name"] for one in named] != [one["name"] for one in theirs_named]:
        found.append(f"names {[one['name'] for one in named]} against {[one['name'] for one in theirs_named]}")
        return found
    for us, pip_ in zip(named, theirs_named):
        if not us["editable"] and us["source"] not in ("url", "vcs", "file") and sorted(set(us["extras"])) != pip_["extras"]:
            found.append(f"extras {us['extras']} against {pip_['extras']}")
        if sorted(set(map(spec_key, us["specifiers"]))) != sorted(map(spec_key, pip_["specifiers"])):
            found.append(f"specifiers {us['specifiers']} against {pip_['specifiers']}")
        if (us["marker"] is not None) != pip_["marker"]:
            found.append(f"marker {us['marker']!r} against {pip_['marker']}")
        if us["editable"] != pip_["editable"] or sorted(us["hashes"]) != pip_["hashes"]:
            found.append(f"editable or hashes of {us} against {pip_}")
        if (us["url"] is not None) != (pip_["link"] is not None):
            found.append(f"url {us['url']} against {pip_['link']}")
    counted = {"--index-url", "--extra-index-url", "--find-links", "--no-index", "--pre", "--prefer-binary"}
    counted |= {"--require-hashes", "--trusted-host", "--requirement", "--constraint"}
    # An empty URL is none.
    options = sorted({tuple(one) for one in mine["options"] if one[0] in counted and tuple(one) != ("--index-url", "")})
    if options != sorted({tuple(one) for one in theirs["options"]}):
        found.append(f"options {options} against {sorted(theirs['options'])}")
    return found


def check_modern(text, mine):
    """One plain requirement: packaging of today takes it where we call nothing legacy."""
    try:
        NewRequirement(text)
        taken = True
    except NewInvalidRequirement:
        taken = False
    ok = len(mine["requirements"]) == 1 and not mine["problems"]
    legacy = ok and mine["requirements"][0]["legacy"]
    path = ok and mine["requirements"][0]["source"] == "path"
    # pip itself cuts a condition off, even an empty one, and needs a server in a URL.
    if path or text.endswith(";") or "@" in text or "===" in text or (ok and not legacy) == taken:
        return []
    return [f"packaging {'takes' if taken else 'refuses'} it, we say {mine}"]


words = (
    "torch numpy mmcv-full A.b_c x9 1.0 ==1.9.1 ==1.9.1+cu111 >=1.0 <2 ~=1.4 ~=1 !=1.0.* ===abc ==1.* >=1.* <1.0+l == = , ;"
    " [ ] [a] [a,b] ( ) @ # $ ' \" \\ \\\n \n \t - -- -e -r -c -f -i --pre --no-index --hash --hash=sha256:00 --hash=md5:00"
    " --hash=sha512:ab --index-url --extra-index-url=https://h/s --find-links https://h/a-1-py3-none-any.whl https://h/a.zip"
    " git+https://h/a.git@v1#egg=a git+ssh://git@h/a file:///x/a-1.tar.gz ./a ../b /abs/p a-1.0.tar.gz a-1-cp38-cp38-linux_x86_64.whl"
    " bad.whl python_version<'3.8' sys_platform=='linux' python_version extra=='x' and or not in ( ) os_name 'posix' ;python_version"
    " \\ \r\n \r  -rx.txt -fhttps://h --trusted-host h --require-hashes --no-deps --config-settings a=b --global-option x"
    " --no-binary :all: --only-binary=torch a@b a@https://h/z.zip 2004d ==2004d dev .dev1 rc1 +l"
).split(" ")


def random_file(rng):
    shape = rng.random()
    if shape < 0.35:
        return rng.choice(["torch", "a", "A.b"]) + "".join(rng.choice(words + ["", " "]) for _ in range(rng.randint(0, 5)))
    parts = [rng.choice(words) for _ in range(rng.randint(1, 12))]
    return "".join(part + rng.choice(["", " ", " ", "\n"]) for part in parts)


def random_version(rng):
    text = rng.choice(["", "", "", "v", "1!"]) + ".".join(str(rng.choice([0, 0, 1, 1, 2, 10, 11])) for _ in range(rng.randint(1, 4)))
    if rng.random() < 0.35:
        text += rng.choice(["", ".", "-", "_"]) + rng.choice(["a", "b", "rc", "c", "alpha", "Beta", "pre", "preview"]) + rng.choice(["", "0", "1", ".2"])
    if rng.random() < 0.25:
        text += rng.choice([".post1", "-1", ".r2", "rev", ".post", "-post3", ".post0"])
    if rng.random() < 0.25:
        text += rng.choice([".dev0", "dev", "-dev2", ".dev10"])
    if rng.random() < 0.25:
        text += "+" + rng.choice(["cu111", "cu102", "1", "2", "10", "a.1", "a-2", "A.b", "1.a", "cpu", "ubuntu_1"])
    if rng.random() < 0.04:
        text += rng.choice(["x", "..", "+", " ", "*"])
    return text


def random_clause(rng):
    operator = rng.choice(["==", "!=", "<=", ">=", "<", ">", "~=", "==="])
    version = random_version(rng)
    if operator in ("==", "!=") and rng.random() < 0.4:
        version += ".*"
    return operator, version


def sign(number):
    return (number > 0) - (number < 0)


def check_versions(rng, count, report):
    pairs = [(random_version(rng), random_version(rng)) for _ in range(count)]
    for (a, b), mine in zip(pairs, ours({"versions": pair} for pair in pairs)):
        read = []
        for text in (a, b):
            try:
                read.append(Version(text))
            except InvalidVersion:
                read.append(None)
        expected = {
            "a": str(read[0]) if read[0] else None,
            "b": str(read[1]) if read[1] else None,
            "order": sign((read[0] > read[1]) - (read[0] < read[1])) if all(read) else None,
        }
        if mine != expected:
            report(f"versions {a!r} {b!r}: {mine} against {expected}")
    asked = [(random_version(rng), random_clause(rng)) for _ in range(count)]
    questions = ({"satisfies": [v, {"operator": o, "version": w}]} for v, (o, w) in asked)
    for (version, (operator, wanted)), mine in zip(asked, ours(questions)):
        try:
            clause = Specifier(operator + wanted)
            parsed = Version(version)
        except (InvalidSpecifier, InvalidVersion):
            expected = None
        else:
            expected = clause.contains(str(parsed), prereleases=True)
        # `===` compares texts, so it needs no version on either side.
        if mine != expected and not (operator == "===" and expected is None):
            report(f"{version!r} {operator}{wanted!r}: {mine} against {expected}")


marker_words = (
    "python_version python_full_version sys_platform platform_machine platform_system os_name os.name sys.platform"
    " implementation_name platform_python_implementation extra '3.8' '3.10' \"3.6\" 'linux' 'win32' 'x86_64' 'Linux' 'posix' 'cpython'"
    " 'CPython' '' '3.8.1' '3' '3.*' == != < <= > >= ~= in not and or ( ) =="
).split(" ")


def random_marker(rng):
    if rng.random() < 0.3:
        return " ".join(rng.choice(marker_words) for _ in range(rng.randint(1, 8)))

    def item():
        left, right = rng.choice(marker_words[:10]), rng.choice(marker_words[11:26])
        if rng.random() < 0.2:
            left, right = right, left
        operator = rng.choice(["==", "!=", "<", "<=", ">", ">=", "~=", "in", "not in", "not   in", "==="])
        return f"{left}{rng.choice([' ', ''] if not operator[0].isalpha() else [' '])}{operator} {right}"

    def tree(depth):
        if depth == 0 or rng.random() < 0.5:
            return item()
        text = f" {rng.choice(['and', 'or'])} ".join(tree(depth - 1) for _ in range(rng.randint(2, 3)))
        return f"({text})" if rng.random() < 0.6 else text

    return tree(2)


def check_markers(rng, count, report):
    environment = {
        "python_version": "3.8",
        "python_full_version": "3.8.10",
        "platform_machine": "x86_64",
        "implementation_version": "3.8.10",
        "platform_release": "5.0",
        "platform_version": "#1",
    }
    fixed = {"extra": "", "implementation_name": "cpython", "os_name": "posix", "platform_python_implementation": "CPython"}
    fixed |= {"platform_system": "Linux", "sys_platform": "linux"}
    texts = [random_marker(rng) for _ in range(count)]
    for text, mine in zip(texts, ours({"marker": text, "environment": environment} for text in texts)):
        try:
            marker = NewMarker(text)
        except NewInvalidMarker:
            # Ours reads `os.name` and its like everywhere, as packaging does.
            if mine["parsed"]:
                report(f"marker {text!r}: we take it, packaging does not")
            continue
        if not mine["parsed"]:
            report(f"marker {text!r}: packaging takes it, we do not")
            continue
        try:
            expected = marker.evaluate({**environment, **fixed})
        except (UndefinedComparison, UndefinedEnvironmentName, InvalidVersion):
            continue
        if mine["applies"] not in ("unknown", expected):
            report(f"marker {text!r}: {mine['applies']} against {expected}")
    return texts


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--fuzz", type=int, default=5000)
    arguments.add_argument("--seed", type=int, default=1)
    chosen = arguments.parse_args()
    rng = random.Random(chosen.seed)
    os.chdir(tempfile.mkdtemp())
    logging.disable()
    warnings.simplefilter("ignore")
    for name in [name for name in os.environ if re.fullmatch("[A-Z0-9_]+", name) and name not in ("PATH", "HOME")]:
        del os.environ[name]
    differences = []
    cases = json.loads((root / "packages/dockerfile/src/pins/requirement-cases.json").read_text("utf-8"))
    texts = [case["text"] for case in cases]
    for text, mine in zip(texts, ours({"file": text} for text in texts)):
        differences += [f"case {text!r}: {one}" for one in compare_file(text, pips(text), mine)]
    fuzzed = [random_file(rng) for _ in range(chosen.fuzz)]
    for text, mine in zip(fuzzed, ours({"file": text} for text in fuzzed)):
        differences += [f"file {text!r}: {one}" for one in compare_file(text, pips(text), mine)]
    plain = [text for text in texts + fuzzed if re.fullmatch(r"(?!\S*[./:\\#])[A-Za-z][^\n\r\\#/:$]*", text) and " -" not in text]
    for text, mine in zip(plain, ours({"file": text} for text in plain)):
        differences += [f"requirement {text!r}: {one}" for one in check_modern(text.strip(), mine)]
    check_versions(rng, chosen.fuzz, differences.append)
    check_markers(rng, chosen.fuzz, differences.append)
    for one in differences[:60]:
        print(one)
    print(
        f"pip {pip.__version__}, packaging {packaging.__version__}: {len(texts)} cases, {len(fuzzed)} random files, {len(plain)} plain"
        f" requirements, {chosen.fuzz} pairs of versions, {chosen.fuzz} conditions, {chosen.fuzz} markers: {len(differences)} differences"
    )
    sys.exit(1 if differences else 0)


if __name__ == "__main__":
    main()
