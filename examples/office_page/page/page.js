const MOST = 64 * 2 ** 20;
const TYPES = {
  html: "text/html;charset=utf-8",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  csv: "text/csv;charset=utf-8",
  toml: "application/toml",
};
// The drawings are 320 by 190; the program paints them four times as large, too.
const [WIDTH, HEIGHT] = [1280, 760];

const at = (id) => document.getElementById(id);
const state = {
  tongue: /^zh/i.test(navigator.language) || !navigator.language ? "zh" : "en",
  files: [],
  next: 1,
  given: {},
  said: [],
  area: "",
  last: null,
};
const words = () => WORDS[state.tongue];

// ---- the module, in a worker

class Stopped extends Error {}
class Defect extends Error {}

const module = {
  worker: null,
  waiting: new Map(),
  number: 0,
  ready: null,
};

function send(message) {
  const number = (module.number += 1);
  return new Promise((resolve, reject) => {
    module.waiting.set(number, { resolve, reject });
    module.worker.postMessage({ ...message, number });
  });
}

function startWorker() {
  const address = URL.createObjectURL(new Blob([at("worker").textContent], { type: "text/javascript" }));
  module.worker = new Worker(address);
  URL.revokeObjectURL(address);
  module.worker.onmessage = ({ data: { number, answer, defect } }) => {
    const { resolve, reject } = module.waiting.get(number);
    module.waiting.delete(number);
    defect === undefined ? resolve(answer) : reject(new Defect(defect));
  };
  module.worker.onerror = (event) => {
    const defect = new Defect(event.message || "worker");
    module.waiting.forEach(({ reject }) => reject(defect));
    module.waiting.clear();
  };
  module.ready = send({ packed: at("module").textContent.trim() });
  module.ready.catch(() => {});
}

/** Ends what is being done; the next worker knows nothing yet. */
function renew(reason) {
  module.worker.terminate();
  const waiting = [...module.waiting.values()];
  module.waiting.clear();
  startWorker();
  waiting.forEach(({ reject }) => reject(reason));
}

/** Gives the worker the files that were read before. */
async function restore() {
  progress(words().starting);
  for (const file of state.files) await add(file);
}

async function ask(request, contents = []) {
  await module.ready;
  return send({ request, contents });
}

const add = (file) => ask({ do: "add", id: file.id, name: file.name, language: state.tongue }, [file.bytes]);

// ---- what is going on

let queue = Promise.resolve();

/** Work is done one after another; the bar shows as long as there is some. */
function work(steps) {
  queue = queue.then(async () => {
    busy(true);
    try {
      await steps();
    } catch (error) {
      await fail(error).catch((again) => complain(words().defect, [String(again)]));
    } finally {
      busy(false);
    }
  });
  return queue;
}

function busy(on) {
  const stop = at("stop") === document.activeElement;
  at("working").hidden = !on;
  at("main").setAttribute("aria-busy", String(on));
  if (!on && stop) at("main").focus();
}

function progress(text, done, of) {
  at("status").textContent = text;
  const bar = at("bar");
  if (of > 1) [bar.max, bar.value] = [of, done];
  else bar.removeAttribute("value");
}

async function fail(error) {
  if (error instanceof Stopped) {
    await restore();
    progress(words().stopped);
    return;
  }
  complain(words().defect, [error instanceof Defect ? error.message : String(error)]);
  if (error instanceof Defect) {
    renew(error);
    await restore();
  }
  progress("");
}

function complain(title, lines) {
  const box = element("div", { class: "wrong" }, [
    element("p", {}, [title]),
    element("ul", {}, lines.map((line) => element("li", {}, [line]))),
  ]);
  const dismiss = element("button", { type: "button" }, [words().dismiss]);
  dismiss.onclick = () => {
    box.remove();
    at("main").focus();
  };
  box.append(dismiss);
  at("errors").append(box);
}

function element(name, attributes = {}, children = []) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) if (value !== undefined) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

const capital = (text) => text.slice(0, 1).toUpperCase() + text.slice(1);

// ---- files

function take(list) {
  const files = [...list];
  if (files.length === 0) return;
  at("errors").replaceChildren();
  work(async () => {
    const { length } = files;
    let taken = 0;
    for (const [place, file] of files.entries()) {
      progress(words().reading(file.name, place + 1, length), place, length);
      if (file.size > MOST) {
        complain(words().unchanged, [words().tooLong(file.name)]);
        continue;
      }
      const bytes = await file.arrayBuffer().catch(() => null);
      if (bytes === null) {
        complain(words().unchanged, [words().unreadable(file.name)]);
        continue;
      }
      const one = { id: state.next, name: file.name, bytes };
      const answer = await add(one);
      if (answer.error) {
        complain(words().unchanged, answer.error);
        continue;
      }
      state.next += 1;
      // A file of the same name is the same file, corrected.
      const earlier = state.files.findIndex(({ name }) => name === file.name);
      if (earlier >= 0) {
        await ask({ do: "remove", id: state.files[earlier].id });
        state.files.splice(earlier, 1);
      }
      state.files.push({ ...one, kind: answer.kind, sheets: answer.sheets ?? [] });
      taken += 1;
    }
    showFiles();
    if (taken > 0) await judge();
    else progress("");
  });
}

function remove(file) {
  work(async () => {
    await ask({ do: "remove", id: file.id });
    state.files = state.files.filter(({ id }) => id !== file.id);
    showFiles();
    at("chosen").focus();
    await judge();
    at("status").textContent = `${words().removed(file.name)} ${at("status").textContent}`;
  });
}

function showFiles() {
  at("list").replaceChildren(
    ...state.files.map((file) => {
      const button = element("button", { type: "button", "aria-label": words().removeLabel(file.name) }, [words().remove]);
      button.onclick = () => remove(file);
      const size = `${Math.max(1, Math.round(file.bytes.byteLength / 1024))} KB`;
      return element("li", {}, [
        element("span", {}, [element("b", {}, [file.name]), ` ${size} · ${words().kind[file.kind](file.sheets)}`]),
        button,
      ]);
    }),
  );
}

// ---- judging

/** Whether it could be done. */
async function judge() {
  if (!state.files.some(({ kind }) => kind === "book")) {
    at("questions").hidden = at("report").hidden = true;
    state.last = null;
    progress(state.files.length > 0 ? words().empty : words().ready);
    return true;
  }
  progress(words().judging);
  const settings = {
    language: state.tongue,
    year: at("year").value,
    area: state.area,
    plan: at("plan").value,
    rounded: at("rounded").checked,
  };
  let answer = await ask({ do: "report", settings, given: state.given });
  if (answer.error && state.area) {
    // The files may have changed, and the area with them.
    state.area = settings.area = "";
    answer = await ask({ do: "report", settings, given: state.given });
  }
  if (answer.error) {
    complain(words().notDone, answer.error);
    progress("");
    return false;
  }
  state.last = answer;
  showQuestions(answer);
  showReport(answer);
  const many = answer.questions.length;
  if (answer.sentence !== undefined) progress(words().done(many));
  else if (answer.nothing) progress(many > 0 ? words().waiting(many) : "");
  else progress(words().chooseArea);
  return true;
}

// ---- questions

function showQuestions({ questions, answers, files }) {
  const w = words();
  at("questions").hidden = questions.length === 0 && state.said.length === 0;
  at("step-questions").textContent = w.questions(questions.length);
  at("why").hidden = questions.length === 0;
  const fields = questions.map((question, place) => fieldset(question, place + 1));
  if (questions.some(({ form }) => form)) {
    fields.push(element("p", {}, [element("button", { type: "submit", class: "button" }, [w.answer])]));
  }
  at("asked").replaceChildren(...fields);
  at("answered").hidden = state.said.length === 0;
  at("answered").querySelector("summary").textContent = w.answered(state.said.length);
  at("answered").querySelector("ul").replaceChildren(
    ...state.said.map((one) => {
      const button = element("button", { type: "button", "aria-label": w.againLabel(one.question) }, [w.again]);
      button.onclick = () => again(one);
      return element("li", {}, [element("span", {}, [`${one.found || w.none}：${one.question} `, element("b", {}, [one.label])]), button]);
    }),
  );
  link(at("save"), w.answersName, answers);
}

function fieldset({ sheet, cells, found, question, form }, number) {
  const w = words();
  const name = `q${number}`;
  const facts = element("dl", {}, [
    element("div", {}, [element("dt", {}, [w.place]), element("dd", {}, [`${sheet} ${cells}`])]),
    element("div", {}, [element("dt", {}, [w.found]), element("dd", {}, [found || w.none])]),
  ]);
  const legend = element("legend", {}, [`${number}. ${capital(question)}`]);
  if (!form) return element("fieldset", {}, [legend, facts, element("p", {}, [w.correct])]);
  const radio = (value, label, more = []) => {
    const id = `${name}-${value}`;
    const input = element("input", { type: "radio", id, name, value });
    return [element("p", { class: "choice" }, [input, element("label", { for: id }, [label]), ...more]), input];
  };
  const rows = form.choices.map(({ label }, place) => radio(String(place), label)[0]);
  if (form.other) {
    const text = element("input", {
      id: `${name}-text`,
      "aria-label": `${w.other[form.other]} ${question}`,
      list: form.other === "indicator" ? "indicators" : undefined,
      inputmode: form.other === "below" ? "decimal" : undefined,
      autocomplete: "off",
    });
    const [row, input] = radio("other", w.other[form.other], [text]);
    text.oninput = () => (input.checked = true);
    rows.push(row);
  }
  const [later, none] = radio("later", w.later);
  none.checked = true;
  return element("fieldset", {}, [legend, facts, ...rows, later]);
}

function read() {
  const given = [];
  for (const [place, { found, question, form }] of state.last.questions.entries()) {
    const chosen = form && document.querySelector(`input[name="q${place + 1}"]:checked`).value;
    if (!form || chosen === "later") continue;
    let [value, label] = [form.choices[chosen]?.value, form.choices[chosen]?.label];
    if (chosen === "other") {
      const field = at(`q${place + 1}-text`);
      const text = field.value.trim();
      const number = /^\d+(\.\d+)?$/.test(text);
      if (text === "" || (form.other === "below" && !number)) {
        const why = text === "" ? words().fill(place + 1) : words().notNumber(place + 1);
        return { wrong: why, field };
      }
      value = form.other === "below" ? { below: text } : text;
      label = `${words().other[form.other]}${text}`;
    }
    given.push({ table: form.table, key: form.key, value, label, found, question });
  }
  return { given };
}

const without = (given, { table, key }) => {
  const next = structuredClone(given);
  if (table === "") delete next[key];
  else if (next[table]) {
    delete next[table][key];
    if (Object.keys(next[table]).length === 0) delete next[table];
  }
  return next;
};

function answer(event) {
  event.preventDefault();
  at("errors").replaceChildren();
  document.querySelectorAll("[aria-invalid]").forEach((field) => field.removeAttribute("aria-invalid"));
  const { given, wrong, field } = read();
  if (wrong) {
    complain(words().notDone, [wrong]);
    field.setAttribute("aria-invalid", "true");
    field.focus();
    return;
  }
  if (given.length === 0) {
    complain(words().notDone, [words().nothingAnswered]);
    return;
  }
  work(async () => {
    const before = [state.given, state.said];
    const next = structuredClone(state.given);
    for (const { table, key, value } of given) {
      if (table === "") next[key] = value;
      else next[table] = { ...next[table], [key]: value };
    }
    const same = (one, other) => one.table === other.table && one.key === other.key;
    state.said = [...state.said.filter((one) => !given.some((other) => same(one, other))), ...given];
    state.given = next;
    // An answer that is none changes nothing.
    if (!(await judge())) {
      [state.given, state.said] = before;
      return;
    }
    at(state.last.questions.length > 0 ? "step-questions" : "step-report").focus();
  });
}

function again(one) {
  work(async () => {
    state.given = without(state.given, one);
    state.said = state.said.filter((other) => other !== one);
    await judge();
    at("step-questions").focus();
  });
}

// ---- the report

const made = new Map();

/** Makes a link lead to a file; the address of an earlier one is let go. */
function link(anchor, name, content) {
  const type = TYPES[name.split(".").pop()];
  if (made.has(anchor.id)) URL.revokeObjectURL(made.get(anchor.id));
  const address = URL.createObjectURL(new Blob([content], { type }));
  made.set(anchor.id, address);
  Object.assign(anchor, { href: address, download: name });
}

function showReport({ questions, told, areas = [], findings, refused, counted, sentence, nothing, files }) {
  const w = words();
  at("report").hidden = false;
  at("made").hidden = sentence === undefined;
  at("where").hidden = areas.length < 2;
  at("area").replaceChildren(
    element("option", { value: "" }, [w.choice]),
    ...areas.map((area) => element("option", { value: area }, [area])),
  );
  at("area").value = state.area;
  if (nothing) complain(w.notDone, nothing);
  if (sentence === undefined) {
    at("report").hidden = areas.length < 2;
    return;
  }
  at("sentence").textContent = sentence;
  at("counted").textContent = counted;
  const file = (key) => files.find((one) => one.key === key);
  const items = ["page", "word", "annex", "table", "audit", "form"].map((key) => {
    if (key === "word") {
      const button = element("button", { type: "button", class: "button", id: "get-word" }, [w.pieces.word]);
      button.onclick = word;
      return button;
    }
    if (!file(key)) return null;
    const anchor = element("a", { class: "button", id: `get-${key}` }, [w.pieces[key]]);
    link(anchor, file(key).name, file(key).bytes);
    return anchor;
  });
  at("downloads").replaceChildren(...items.filter(Boolean).map((item) => element("li", {}, [item])));
  // In a frame without an address of its own a link to a place in the page needs the frame's.
  const shown = new TextDecoder().decode(file("page").bytes).replaceAll(' href="#', ' href="about:srcdoc#');
  Object.assign(at("frame"), { title: w.frame, srcdoc: shown });
  const lists = [...told, [w.refused, refused], [w.findings, findings]].filter(([, lines]) => lines.length > 0);
  at("told").replaceChildren(
    ...lists.map(([title, lines]) =>
      element("details", {}, [
        element("summary", {}, [w.many(capital(title.replace(/[：:]$/, "")), lines.length)]),
        element("ul", {}, lines.map((line) => element("li", {}, [line]))),
      ]),
    ),
  );
}

function word() {
  at("errors").replaceChildren();
  work(async () => {
    const w = words();
    progress(w.writing);
    const { charts, error } = await ask({ do: "charts" });
    if (error) return complain(w.notDone, error);
    const [pictures, contents] = [[], []];
    for (const [place, { target, svg }] of charts.entries()) {
      progress(w.painting(place + 1, charts.length), place, charts.length);
      const png = await paint(svg);
      pictures.push({ target, width: WIDTH, height: HEIGHT, length: png.byteLength });
      contents.push(png);
    }
    progress(w.writing);
    const answer = await ask({ do: "word", pictures }, contents);
    if (answer.error) return complain(w.notDone, answer.error);
    if (answer.failed) complain(w.failed(""), [answer.failed]);
    const [{ name, bytes }] = answer.files;
    const anchor = element("a", { id: "word" });
    link(anchor, name, bytes);
    anchor.click();
    progress(w.saved(name));
  });
}

/** The drawing as a PNG, with the fonts of this computer. */
async function paint(svg) {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = element("canvas", { width: WIDTH, height: HEIGHT });
  const pen = canvas.getContext("2d");
  pen.fillStyle = "#fff";
  pen.fillRect(0, 0, WIDTH, HEIGHT);
  pen.drawImage(image, 0, 0, WIDTH, HEIGHT);
  const blob = await new Promise((resolve) => canvas.toBlob(resolve, "image/png"));
  return blob.arrayBuffer();
}

// ---- the page itself

function speak(tongue) {
  state.tongue = tongue;
  const w = words();
  document.documentElement.lang = tongue === "zh" ? "zh-CN" : "en";
  document.title = w.title;
  for (const node of document.querySelectorAll("[data-w]")) node.textContent = w[node.dataset.w];
  for (const button of document.querySelectorAll("[data-tongue]")) {
    button.setAttribute("aria-pressed", String(button.dataset.tongue === tongue));
  }
  const plan = at("plan").value;
  at("plan").replaceChildren(...Object.entries(w.plans).map(([value, name]) => element("option", { value }, [name])));
  at("plan").value = plan;
  showFiles();
}

for (const button of document.querySelectorAll("[data-tongue]")) {
  button.onclick = () => {
    if (button.dataset.tongue === state.tongue) return;
    at("errors").replaceChildren();
    speak(button.dataset.tongue);
    // What was answered is told in the language in which it was asked.
    if (state.last) work(judge);
    else progress(words().ready);
  };
}
at("chosen").onchange = () => {
  take(at("chosen").files);
  at("chosen").value = "";
};
for (const kind of ["dragenter", "dragover"]) {
  addEventListener(kind, (event) => {
    event.preventDefault();
    at("drop").classList.add("over");
  });
}
addEventListener("dragleave", (event) => event.relatedTarget ?? at("drop").classList.remove("over"));
addEventListener("drop", (event) => {
  event.preventDefault();
  at("drop").classList.remove("over");
  take(event.dataTransfer.files);
});
at("stop").onclick = () => renew(new Stopped());
at("asked").onsubmit = answer;
at("settings").onsubmit = (event) => {
  event.preventDefault();
  at("errors").replaceChildren();
  work(judge);
};
at("area").onchange = () => {
  state.area = at("area").value;
  work(judge);
};

speak(state.tongue);
if (typeof DecompressionStream === "undefined" || typeof WebAssembly === "undefined" || typeof structuredClone === "undefined") {
  complain(words().old, []);
} else {
  startWorker();
  work(async () => {
    progress(words().starting);
    await module.ready;
    const { names } = await ask({ do: "names" });
    at("indicators").replaceChildren(...names.map((value) => element("option", { value })));
    progress(words().ready);
  });
}
