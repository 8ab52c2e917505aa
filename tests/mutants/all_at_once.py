#!/usr/bin/env python3
"""Mutation testing with one build: every change that cargo-mutants lists for src/ is compiled into one copy of the crate, and an
environment variable chooses which of them is on.

    python3 -m venv VENV && VENV/bin/pip install tree_sitter tree_sitter_rust
    VENV/bin/python tests/mutants/all_at_once.py FOLDER build      the copy in FOLDER, without the changes that do not compile
    VENV/bin/python tests/mutants/all_at_once.py FOLDER record     which test reaches which change, and how long it takes
    VENV/bin/python tests/mutants/all_at_once.py FOLDER run [PREFIX ...]   each change against the tests that reach it
    VENV/bin/python tests/mutants/all_at_once.py FOLDER report [PREFIX ...]
    VENV/bin/python tests/mutants/all_at_once.py FOLDER refresh [TEST ...]  after new tests: builds, records what is new and the named
                                                                    tests again; `run` then tries survivors on these alone
    BINARIES="suite speed" and UNDER=1 limit what is built and which tests are run, ONLY="oracle laws" what `run` takes of it.
Needs cargo-mutants, and rustc with RUSTC_BOOTSTRAP=1 (const_eval_select, so that const fns can ask). A change inside a const item, or
one that the copy cannot hold though the crate could, is left over for run.sh. Everything found is kept in FOLDER; `run` can be
stopped and goes on where it was.
"""
import concurrent.futures, json, os, re, resource, shutil, subprocess, sys, threading, time
from collections import Counter, defaultdict
from pathlib import Path

TREE = Path(__file__).resolve().parents[2]
OUT = Path(sys.argv[1]).resolve()
COPY = OUT / "copy"
# Tests that take longer (in the recording, which is slow) are left; what survives is tried again once this is raised.
UNDER = float(os.environ.get("UNDER", "60"))
BINARIES = os.environ.get("BINARIES", "lib suite laws ahead oracle speed wire statistics sentences catalogue wording audit reports testing html").split()
# Binaries that `run` keeps to; what survives them counts as not tried against the others.
ONLY = os.environ.get("ONLY", "").split()
# How long one test may take while it is recorded, and all tests of a binary without.
WITHIN = float(os.environ.get("WITHIN", "60"))
ALL_WITHIN = float(os.environ.get("ALL_WITHIN", "300"))
JOBS = int(os.environ.get("JOBS", "2"))
# Random tests are tried on few cases first; what survives deserves more of them, and more patience.
CASES = int(os.environ.get("PROPTEST_CASES", "64"))
ENV = os.environ | {
    "RUSTC_BOOTSTRAP": "1", "CARGO_TARGET_DIR": str(OUT / "target"), "CARGO_INCREMENTAL": "0",
    "CARGO_PROFILE_TEST_DEBUG": "0", "CARGO_PROFILE_DEV_DEBUG": "0", "PROPTEST_CASES": str(CASES), "DABIAO_ORACLE_CASES": os.environ.get("DABIAO_ORACLE_CASES", "3000"),
    "PROPTEST_MAX_SHRINK_ITERS": "0", "PROPTEST_DISABLE_FAILURE_PERSISTENCE": "1", "INSTA_UPDATE": "no", "RUST_BACKTRACE": "0",
}
ENV.pop("BLESS", None)

HEAD = "#![feature(core_intrinsics, const_eval_select)]\n#![allow(warnings, arithmetic_overflow, unconditional_panic, long_running_const_eval)]\n"
ASK = '''
extern crate std as mutant_std;
/// Whether change `n` is on; while compiling none is.
#[inline(always)]
pub(crate) const fn mutant_on(n: u32) -> bool {
    const fn none(_: u32) -> bool { false }
    core::intrinsics::const_eval_select((n,), none, mutant_chosen)
}
static MUTANT: core::sync::atomic::AtomicU32 = core::sync::atomic::AtomicU32::new(u32::MAX);
#[inline(always)]
fn mutant_chosen(n: u32) -> bool {
    let chosen = MUTANT.load(core::sync::atomic::Ordering::Relaxed);
    if chosen < u32::MAX - 1 { chosen == n } else { mutant_asked(n) }
}
#[cold]
#[inline(never)]
fn mutant_asked(n: u32) -> bool {
    use core::sync::atomic::{AtomicBool, Ordering::Relaxed};
    use mutant_std::io::Write;
    static SEEN: [AtomicBool; 20000] = [const { AtomicBool::new(false) }; 20000];
    static LOG: mutant_std::sync::OnceLock<Option<mutant_std::fs::File>> = mutant_std::sync::OnceLock::new();
    if MUTANT.load(Relaxed) == u32::MAX {
        if let Ok(chosen) = mutant_std::env::var("MUTANT") {
            let chosen = chosen.parse().unwrap();
            MUTANT.store(chosen, Relaxed);
            return chosen == n;
        }
        MUTANT.store(u32::MAX - 1, Relaxed);
    }
    let log = LOG.get_or_init(|| mutant_std::env::var_os("MUTANT_LOG").map(|path| mutant_std::fs::File::create(path).unwrap()));
    match log {
        Some(log) => if !SEEN[n as usize].swap(true, Relaxed) {
            let mut log = log;
            log.write_all(mutant_std::format!("{n}\\n").as_bytes()).unwrap();
        },
        None => MUTANT.store(u32::MAX - 2, Relaxed),
    }
    false
}
'''


def load(name, otherwise):
    path = OUT / name
    return json.loads(path.read_text()) if path.exists() else otherwise


def save(name, what):
    (OUT / name).write_text(json.dumps(what, ensure_ascii=False, indent=0))


def mutants():
    """The changes, as cargo-mutants lists them; a change is known by its place in the list."""
    if not (OUT / "list.json").exists():
        listed = subprocess.run(["cargo", "mutants", "--list", "--json"], cwd=TREE, check=True, capture_output=True, text=True)
        (OUT / "list.json").write_text(listed.stdout)
    return load("list.json", None)


# --- Writing the copy -------------------------------------------------------------------------------------------------

CONST = {"const_item", "static_item", "enum_variant", "const_block", "array_type", "macro_definition"}
COMPARE = {"==", "!=", "<", "<=", ">", ">="}


class Source:
    """One file, with the changes in it that are still wanted."""

    def __init__(self, file, here):
        import tree_sitter, tree_sitter_rust
        self.bytes = (TREE / file).read_bytes()
        lines = self.bytes.decode().split("\n")
        starts = [0]
        for line in lines:
            starts.append(starts[-1] + len(line.encode()) + 1)
        at = lambda p: starts[p["line"] - 1] + len(lines[p["line"] - 1][: p["column"] - 1].encode())
        self.at = defaultdict(list)
        for n, mutant in here:
            self.at[at(mutant["span"]["start"]), at(mutant["span"]["end"])].append((n, mutant))
        self.spans = sorted(self.at)
        self.written = set()
        parser = tree_sitter.Parser(tree_sitter.Language(tree_sitter_rust.language()))
        self.text = self.render(parser.parse(self.bytes).root_node)

    def take(self, node, genres, start=None, end=None):
        span = (node.start_byte if start is None else start, node.end_byte if end is None else end)
        found = [(n, m) for n, m in self.at.get(span, []) if m["genre"] in genres]
        self.written.update(n for n, _ in found)
        return found

    def plain(self, node):
        return self.bytes[node.start_byte : node.end_byte].decode()

    def render(self, node):
        if node.type in CONST or not any(node.start_byte <= s and e <= node.end_byte for s, e in self.spans):
            return self.plain(node)
        special = getattr(self, node.type, None)
        return special(node) if special else self.pieces(node)

    def pieces(self, node, change=lambda child: None):
        out, done = [], node.start_byte
        for child in node.children:
            new = change(child)
            out += [self.bytes[done : child.start_byte].decode(), self.render(child) if new is None else new]
            done = child.end_byte
        out.append(self.bytes[done : node.end_byte].decode())
        return "".join(out)

    def function_item(self, node):
        body = node.child_by_field_name("body")
        inside = [c for c in body.named_children if not c.type.endswith("comment")] if body else []
        found = self.take(node, {"FnValue"}, inside[0].start_byte, inside[-1].end_byte) if inside else []
        text = self.pieces(node, lambda child: self.block_with(child, found) if child == body else None)
        return text

    def block_with(self, block, found):
        lines = [f"\nif crate::mutant_on({n}) {{ return {m['replacement']}; }}" for n, m in found]
        return self.pieces(block, lambda c: "{" + "".join(lines) + "\n" if c == block.children[0] else None)

    def chain(self, found, variant, original):
        ids = ",".join(str(n) for n, _ in found)
        steps = [f"\nif crate::mutant_on({n}) {{ {variant(m)} }}\nelse " for n, m in found]
        return ids, "".join(steps) + "{ " + original + " }"

    def binary_expression(self, node):
        left, right = node.child_by_field_name("left"), node.child_by_field_name("right")
        operator = node.child_by_field_name("operator")
        found = self.take(operator, {"BinaryOperator"})
        if not found:
            return self.pieces(node)
        a, b, op = self.render(left), self.render(right), self.plain(operator)
        if op in ("&&", "||"):
            found = [(n, m) for n, m in found if m["replacement"] in ("&&", "||")]
            n = found[0][0]
            # `l && r` is: if l then r, else l; `l || r` the other way round.
            same = "==" if op == "||" else "!="
            return f"/*[{n}*/({{ let l: bool = {a}; if l {same}\ncrate::mutant_on({n})\n{{ {b} }} else {{ l }} }})/*]*/"
        if op in COMPARE:
            ids, steps = self.chain(found, lambda m: f"*l {m['replacement']} *r", f"*l {op} *r")
            return f"/*[{ids}*/(match (&({a}), &({b})) {{ (l, r) => {steps} }})/*]*/"
        ids, steps = self.chain(found, lambda m: f"l {m['replacement']} r", f"l {op} r")
        return f"/*[{ids}*/(match ({a}, {b}) {{ (l, r) => {steps} }})/*]*/"

    def compound_assignment_expr(self, node):
        left, right = node.child_by_field_name("left"), node.child_by_field_name("right")
        operator = node.child_by_field_name("operator")
        found = self.take(operator, {"BinaryOperator"})
        if not found:
            return self.pieces(node)
        a, b = self.render(left), self.render(right)
        ids, steps = self.chain(found, lambda m: f"{a} {m['replacement']} r", f"{a} {self.plain(operator)} r")
        return f"/*[{ids}*/(match {b} {{ r => {steps} }})/*]*/"

    def unary_expression(self, node):
        sign, operand = node.children[0], node.children[-1]
        found = self.take(sign, {"UnaryOperator"})
        if not found:
            return self.pieces(node)
        ids, steps = self.chain(found, lambda m: "v", self.plain(sign) + "v")
        return f"/*[{ids}*/(match {self.render(operand)} {{ v => {steps} }})/*]*/"

    def match_arm(self, node):
        found = self.take(node, {"MatchArm"}) + self.take(node, {"MatchArm"}, end=node.end_byte - 1)
        pattern = node.child_by_field_name("pattern")
        guard = pattern.child_by_field_name("condition")
        guards = self.take(guard, {"MatchArmGuard"}) if guard else []
        if not found + guards:
            return self.pieces(node)
        test = self.render(guard) if guard else "true"
        for n, m in guards:
            test = f"\n(crate::mutant_on({n}) || ({test}))\n" if m["replacement"] == "true" else f"\n(!crate::mutant_on({n}) && ({test}))\n"
        for n, _ in found:
            test = f"\n!crate::mutant_on({n}) && ({test})\n"
        # A pattern is taken as it stands: what looks like an expression in it cannot ask.
        only = self.bytes[pattern.start_byte : (pattern.children[1] if guard else pattern).start_byte].decode() if guard else self.plain(pattern)
        ids = ",".join(str(n) for n, _ in found + guards)
        return self.pieces(node, lambda c: f"{only} /*[{ids}*/if {test}/*]*/" if c == pattern else None)

    def struct_expression(self, node):
        fields = node.child_by_field_name("body")
        base = next((c for c in fields.children if c.type == "base_field_initializer"), None)
        if base is None:
            return self.pieces(node)
        whole = self.render(base.named_children[0])

        def field(child):
            if child.type not in ("field_initializer", "shorthand_field_initializer"):
                return None
            comma = child.end_byte + 1
            found = self.take(child, {"StructField"}) or self.take(child, {"StructField"}, end=comma)
            if not found:
                return None
            n = found[0][0]
            if child.type == "field_initializer":
                name, value = self.plain(child.child_by_field_name("field")), self.render(child.child_by_field_name("value"))
            else:
                name = value = self.plain(child)
            return f"{name}: /*[{n}*/(\nif crate::mutant_on({n}) {{ ({whole}).{name} }}\nelse {{ {value} }})/*]*/"

        return self.pieces(node, lambda c: self.pieces(c, field) if c == fields else None)


def opaque(mutant):
    """An `impl Trait` has one type, so a copy cannot return another value beside the real one."""
    return mutant["genre"] == "FnValue" and "impl " in (mutant.get("function") or {}).get("return_type", "")


def catalogue_at_run(file, text):
    """The cards are constants, which no environment variable can change: the copy's catalogue evaluates them when it runs."""
    def made(kind, card):
        return f"""
        pub(crate) fn at_run() -> &'static [&'static {kind}] {{
            static ALL: crate::mutant_std::sync::OnceLock<alloc::vec::Vec<&'static {kind}>> = crate::mutant_std::sync::OnceLock::new();
            ALL.get_or_init(|| alloc::vec![$(&*alloc::boxed::Box::leak(alloc::boxed::Box::new({card}))),+])
        }}
"""
    if file == "src/plan/hangjin/card.rs":
        for check, kind, card in [("indicators", "crate::plan::IndicatorCard", "$measure.card(crate::values::Unit::$unit)"),
                                  ("targets", "crate::plan::Target", "$card.target($plan, $domains)")]:
            line = f"        const _: () = crate::plan::hangjin::card::unique_{check}(CARDS);\n"
            assert line in text
            text = text.replace(line, made(kind, card))
    if file == "src/plan/hangjin/indicators.rs":
        modules = re.findall(r"^    (\w+)::CARDS,$", text, re.M)
        assert len(modules) == 9
        text += "\npub(super) fn files_at_run() -> [&'static [&'static IndicatorCard]; 9] { [" + ", ".join(f"{m}::at_run()" for m in modules) + "] }\n"
    if file == "src/plan/hangjin.rs":
        assert text.count("::CARDS,\n") == 6 and text.count("indicators::FILES.into_iter()") == 1
        text = text.replace("::CARDS,\n", "::at_run(),\n")
        text = text.replace("const _: () = card::disjoint_files(&indicators::FILES);\n", "")
        once = "static ONCE: crate::mutant_std::sync::Once = crate::mutant_std::sync::Once::new();\n ONCE.call_once(|| {"
        checks = "card::disjoint_files(&indicators::files_at_run()); for cards in indicators::files_at_run() { card::unique_indicators(cards); } "
        checks += "".join(f"card::unique_targets({p}::{k}::at_run()); " for p in ("women", "children") for k in ("goals", "measures", "implementation"))
        text = text.replace("indicators::FILES.into_iter()", f"{{ {once} {checks} }}); indicators::files_at_run().into_iter() }}")
    return text


def write(listed, dropped):
    """Writes src/ of the copy; gives the changes that have no place in it."""
    missing, by_file = [], defaultdict(list)
    for n, mutant in enumerate(listed):
        if str(n) not in dropped:
            by_file[mutant["file"]].append((n, mutant))
            missing += [n] if opaque(mutant) else []
    for path in sorted((TREE / "src").rglob("*.rs")):
        file = str(path.relative_to(TREE))
        by_file[file] = [(n, m) for n, m in by_file[file] if not opaque(m)]
        if by_file[file]:
            source = Source(file, by_file[file])
            text = source.text
            missing += [n for n, _ in by_file[file] if n not in source.written]
        else:
            text = path.read_text()
        if file == "src/lib.rs":
            text = text.replace("#![no_std]", HEAD + "#![no_std]", 1) + ASK
        text = catalogue_at_run(file, text)
        target = COPY / file
        if not target.exists() or target.read_text() != text:
            target.write_text(text)
    return missing


def copy_tree():
    COPY.mkdir(parents=True, exist_ok=True)
    files = subprocess.run(["git", "ls-files", "-co", "--exclude-standard"], cwd=TREE, check=True, capture_output=True, text=True).stdout
    for file in files.splitlines():
        source, target = TREE / file, COPY / file
        if not source.exists() or file == "Cargo.toml" or file.startswith("src/") and file.endswith(".rs"):
            continue
        if not target.exists() or target.read_bytes() != source.read_bytes():
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(source, target)
    for path in (TREE / "src").rglob("*.rs"):
        (COPY / path.relative_to(TREE)).parent.mkdir(parents=True, exist_ok=True)
    manifest = re.sub(r"(?ms)^\[lints\.\w+\]\n.*?(?=^\[)", "", (TREE / "Cargo.toml").read_text())
    if not (COPY / "Cargo.toml").exists() or (COPY / "Cargo.toml").read_text() != manifest:
        (COPY / "Cargo.toml").write_text(manifest)


def enclosing(text, offset):
    """The changes of the innermost piece around `offset`."""
    stack = []
    for found in re.finditer(r"/\*(\[([\d,]+)|\])\*/", text[:offset]):
        if found.group(2):
            stack.append(found.group(2))
        else:
            stack.pop()
    return [int(n) for n in stack[-1].split(",")] if stack else []


def needed_arm(text, listed):
    """The last arm that can be switched off in the match whose block begins `text`: the later an arm, the more it has to cover."""
    depth, found = 0, []
    for token in re.finditer(r"[{}]|!crate::mutant_on\((\d+)\) && \(", text):
        depth += {"{": 1, "}": -1}.get(token.group(), 0)
        if depth == 0:
            break
        if token.group(1) and depth == 1 and listed[int(token.group(1))]["genre"] == "MatchArm":
            found.append(int(token.group(1)))
    return found[-1:]


def blamed(error, listed):
    """The changes that an error is about, and whether the crate itself could not hold them either."""
    code = (error.get("code") or {}).get("code", "")
    for span in sorted(error["spans"], key=lambda s: not s["is_primary"]):
        file = span["file_name"]
        if not file.startswith("src/"):
            continue
        text = (COPY / file).read_text()
        line = text.split("\n")[span["line_start"] - 1]
        here = [int(n) for n in re.findall(r"mutant_on\((\d+)\)", line)]
        if here:
            doubtful = listed[here[0]]["genre"] != "FnValue" and code in ("E0282", "E0283", "E0284", "E0382", "E0499", "E0502", "E0505", "E0506", "E0507", "E0716", "E0597", "E0015", "E0493", "E0492")
            return here, "left over" if doubtful else "not viable"
        here = enclosing(text, len(text.encode()[: span["byte_start"]].decode()))
        if not here and code == "E0004":
            here = needed_arm(text.encode()[span["byte_end"] :].decode(), listed)
            if here:
                return here, "not viable"
        elif not here:
            here = [int(n) for n in re.findall(r"mutant_on\((\d+)\)", text.encode()[span["byte_start"] : span["byte_end"]].decode())]
        if here:
            return here, "left over"
    return [], ""


def build():
    listed = mutants()
    dropped = load("dropped.json", {})
    copy_tree()
    while True:
        for n in write(listed, dropped):
            dropped[str(n)] = "left over"
        save("dropped.json", dropped)
        checked = subprocess.run(["cargo", "check", "--all-features", "--lib", "--message-format=json"], cwd=COPY, env=ENV, capture_output=True, text=True)
        before, stuck = len(dropped), []
        for line in checked.stdout.splitlines():
            message = json.loads(line).get("message") or {}
            if message.get("level") != "error" or not message.get("spans"):
                continue
            ids, why = blamed(message, listed)
            for n in ids:
                dropped.setdefault(str(n), why)
            if not ids:
                stuck.append(message["rendered"])
        save("dropped.json", dropped)
        print(f"{len(dropped) - before} more dropped: {Counter(dropped.values())}", flush=True)
        if checked.returncode == 0:
            break
        if len(dropped) == before:
            sys.exit("\n".join(stuck[:5]) or checked.stderr[-3000:])
    binaries()


def binaries():
    tests = [word for name in BINARIES for word in (["--lib"] if name == "lib" else ["--test", name])]
    built = subprocess.run(["cargo", "test", "--no-run", "--all-features", *tests, "--message-format=json"], cwd=COPY, env=ENV, stdout=subprocess.PIPE, text=True)
    if built.returncode:
        sys.exit("\n".join(filter(None, ((json.loads(l).get("message") or {}).get("rendered") for l in built.stdout.splitlines() if l.startswith("{"))))[-4000:])
    found = load("binaries.json", {})
    for line in built.stdout.splitlines():
        message = json.loads(line)
        if message.get("executable") and message.get("profile", {}).get("test"):
            # A copy of its own, so that what runs meanwhile keeps its tests.
            kept = OUT / "binaries" / f"{message['target']['name']}.{time.time_ns()}"
            kept.parent.mkdir(exist_ok=True)
            shutil.copy(message["executable"], kept)
            found[message["target"]["name"]] = str(kept)
    save("binaries.json", found)


# --- Running ----------------------------------------------------------------------------------------------------------

def limited():
    resource.setrlimit(resource.RLIMIT_AS, (4 << 30, 4 << 30))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def test(binary, names, timeout, **env):
    """The exit status of these tests; None after `timeout` seconds."""
    command = [binary, "--exact", *names, "--test-threads=1", "-Zunstable-options", "--fail-fast"]
    try:
        return subprocess.run(command, cwd=COPY, env=ENV | env, timeout=timeout, preexec_fn=limited,
                              stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL).returncode
    except subprocess.TimeoutExpired:
        return None


def plain_seconds(binary, path):
    """Each test's seconds without any recording; a test that is not there took too long."""
    command = [path, "--test-threads=1", "-Zunstable-options", "--format=json", "--report-time"]
    running = subprocess.Popen(command, cwd=COPY, env=ENV, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    stop = threading.Timer(ALL_WITHIN, running.kill)
    stop.start()
    taken = {}
    for line in running.stdout:
        event = json.loads(line) if line.startswith("{") else {}
        if event.get("type") == "test" and event["event"] == "ok":
            taken[f"{binary} {event['name']}"] = event["exec_time"]
    stop.cancel()
    return taken


def record(again=()):
    """Each test alone, once: seconds, and what it reaches. Tests that are known already are left, but those named `again`."""
    known = {t["name"]: t for t in load("tests.json", [])}
    for name in again:
        known.pop(name, None)
    found = load("binaries.json", {})
    step = 1 + max([t["step"] for t in known.values()], default=0)

    def one(name):
        binary, case = name.split(" ", 1)
        log = OUT / f"reached.{threading.get_ident()}"
        log.unlink(missing_ok=True)
        status = test(found[binary], [case], WITHIN, MUTANT_LOG=str(log))
        reached = [int(n) for n in log.read_text().split() if n] if log.exists() else []
        return {"name": name, "seconds": plain.get(name, WITHIN), "step": step, "passes": status == 0, "reached": reached}

    new = 0
    for binary in (b if b != "lib" else "dabiao" for b in BINARIES):
        path = found[binary]
        listed = subprocess.run([path, "--list", "--format=terse"], capture_output=True, text=True, check=True, cwd=COPY, env=ENV).stdout
        names = [f"{binary} {line[:-6]}" for line in listed.splitlines() if line.endswith(": test")]
        names = [name for name in names if name not in known]
        if not names:
            continue
        plain = plain_seconds(binary, path)
        with concurrent.futures.ThreadPoolExecutor(JOBS) as pool:
            for result in pool.map(one, (name for name in names if plain.get(name, WITHIN) <= UNDER)):
                known[result["name"]] = result
                new += 1
                if not result["passes"]:
                    print(f"fails without any change or takes {WITHIN:.0f} s, not used: {result['name']}", flush=True)
        print(f"{binary}: {len(names)} tests; slower than {UNDER} s, left for later: {[n for n in names if n not in known]}", flush=True)
        save("tests.json", list(known.values()))
    print(f"{new} tests recorded, {len(known)} known, {sum(t['seconds'] for t in known.values()):.0f} s")


def results():
    """The last result of each change; what was caught once stays caught, also where several runs went on side by side."""
    path, found = OUT / "results.jsonl", {}
    for line in path.read_text().splitlines() if path.exists() else []:
        result = json.loads(line)
        if found.get(result["name"], {}).get("result", "missed") == "missed":
            found[result["name"]] = result
    return found


def run(prefixes):
    listed, dropped, known = mutants(), load("dropped.json", {}), results()
    found, tests = load("binaries.json", {}), [t for t in load("tests.json", []) if t["passes"] and (not ONLY or t["name"].split(" ", 1)[0] in ONLY)]
    reach = defaultdict(list)
    for t in tests:
        for n in t["reached"]:
            reach[n].append(t)
    step = max(t["step"] for t in tests)
    todo = []
    for place, prefix in enumerate(prefixes or [""]):
        for n, mutant in enumerate(listed):
            old = known.get(mutant["name"])
            if mutant["file"].startswith(prefix) and str(n) not in dropped and n not in todo and (not old or old["result"] == "missed" and (ONLY or old["step"] < step or old["under"] < UNDER)):
                todo.append(n)
    lock, killers, done, start = threading.Lock(), defaultdict(Counter), Counter(), time.monotonic()

    def one(n):
        mutant = listed[n]
        old = known.get(mutant["name"])
        function = mutant["file"], (mutant.get("function") or {}).get("function_name")
        mine = [t for t in reach[n] if t["seconds"] <= UNDER and (not old or t["step"] > old["step"] or t["seconds"] > old["under"])]
        with lock:
            score = dict(killers[function])
            near = dict(killers[mutant["file"]])
        # What caught its neighbours comes first, then what is quick.
        mine.sort(key=lambda t: t["seconds"] / (1 + 20 * score.get(t["name"], 0) + 2 * near.get(t["name"], 0)))
        result, by, size = "missed", None, 2
        while mine and result == "missed":
            batch, mine, size = mine[:size], mine[size:], size * 2
            groups = defaultdict(list)
            for t in batch:
                groups[t["name"].split(" ", 1)[0]].append(t)
            for binary, group in groups.items():
                names = [t["name"].split(" ", 1)[1] for t in group]
                status = test(found[binary], names, 10 + 5 * CASES / 64 * sum(t["seconds"] for t in group), MUTANT=str(n))
                if status != 0:
                    result, by = ("without end" if status is None else "caught"), [t["name"] for t in group]
                    break
        before = {"step": old["step"] if old else 0, "under": old["under"] if old else 0} if ONLY else {"step": step, "under": UNDER}
        line = {"name": mutant["name"], "result": result, **before, "reached": len(reach[n]), "by": by}
        with lock:
            for name in by or []:
                killers[function][name] += 1
                killers[mutant["file"]][name] += 1
            with (OUT / "results.jsonl").open("a") as out:
                out.write(json.dumps(line, ensure_ascii=False) + "\n")
            done[result] += 1
            if sum(done.values()) % 100 == 0:
                print(f"{time.monotonic() - start:.0f} s: {dict(done)} of {len(todo)}", flush=True)

    with concurrent.futures.ThreadPoolExecutor(JOBS) as pool:
        list(pool.map(one, todo))
    print(dict(done))


def report(prefixes):
    listed, dropped, known = mutants(), load("dropped.json", {}), results()
    table = defaultdict(Counter)
    for n, mutant in enumerate(listed):
        if any(mutant["file"].startswith(p) for p in prefixes or [""]):
            old = known.get(mutant["name"])
            result = old["result"] if old else dropped.get(str(n), "not tried")
            table[mutant["file"]][result] += 1
            table["all"][result] += 1
            if result == "missed":
                print(mutant["name"], "" if old["reached"] else "(reached by no test)")
    words = ["caught", "without end", "missed", "not viable", "left over", "not tried"]
    print("| file |", " | ".join(words), "|")
    for file, counts in table.items():
        print(f"| `{file}` |", " | ".join(str(counts[w]) for w in words), "|")


if __name__ == "__main__":
    OUT.mkdir(parents=True, exist_ok=True)
    what, rest = sys.argv[2], sys.argv[3:]
    if what == "refresh":
        copy_tree()
        binaries()
        record(rest)
    else:
        {"build": build, "record": record}[what]() if what in ("build", "record") else {"run": run, "report": report}[what](rest)
