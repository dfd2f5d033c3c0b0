// People typing in the same drafts, and how soon the others see it. A process of its own, beside the server's.
//
//   node load.mjs <<< '{"dialect": "ours", "address": "ws://…", "documents": [{"name": "…", "seed": "base64"}],
//                   "headers": [{…}, …], "people": 10, "seconds": 10, "carets": false}'
//
// Each person types `RATE` letters a second in a paragraph, each letter an update made by Yjs; each notes when every
// letter of every other person in the same draft arrives. Prints one line of JSON. What is received is not applied to
// two hundred documents, which would measure this process: it is read for how far it brings each author.
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import path from "node:path";

const require = createRequire(path.join(process.cwd(), "x"));
const Y = require("yjs");
const WebSocket = require("ws");
const encoding = require("lib0/encoding");
const decoding = require("lib0/decoding");

const RATE = 2; // letters a second
const STEP = 0.1; // milliseconds, of the histogram
const WAIT = 60_000; // milliseconds after the last letter for all to arrive; what is missing then is told
const [SYNC, PRESENCE, AUTH, SYNC_REPLY, KEPT] = [0, 1, 2, 4, 100];

const asked = JSON.parse(readFileSync(0, "utf8"));
const histogram = new Uint32Array(1_000_000);
let [typed, seen, expected] = [0, 0, 0];

/** Latencies are kept as counts, so that a million of them cost nothing. */
function note(milliseconds) {
  histogram[Math.min(Math.round(milliseconds / STEP), histogram.length - 1)]++;
  seen++;
}

function quantile(share) {
  let left = share * seen;
  for (let at = 0; at < histogram.length; at++) {
    left -= histogram[at];
    if (left <= 0 && seen) return at * STEP;
  }
  return null;
}

/** A draft: who is in it, and when each of them typed which letter. */
class Draft {
  constructor() {
    this.people = [];
    this.byClient = new Map();
    this.read = new Map(); // messages as read: the same bytes go to everybody
  }

  /** How far an update brings each author, as [person, clock] pairs. */
  reach(update) {
    const key = update.toString("latin1");
    let found = this.read.get(key);
    if (!found) {
      found = [...Y.parseUpdateMeta(update).to].filter(([client]) => this.byClient.has(client));
      found = found.map(([client, clock]) => [this.byClient.get(client), clock]);
      if (this.read.size > 2000) this.read.clear();
      this.read.set(key, found);
    }
    return found;
  }
}

class Person {
  constructor(draft, { name, seed }, at) {
    Object.assign(this, { draft, name, at, typedAt: [], sent: 0, kept: 0 });
    this.doc = new Y.Doc();
    Y.applyUpdate(this.doc, Buffer.from(seed, "base64"));
    const keys = [...this.doc.getMap("paragraphs").keys()].sort();
    this.text = this.doc.getMap("paragraphs").get(keys[at % keys.length]).get("text");
    this.doc.on("update", (update) => this.send(SYNC, (encoder) => {
      encoding.writeVarUint(encoder, 2);
      encoding.writeVarUint8Array(encoder, update);
    }));
    draft.byClient.set(this.doc.clientID, this);
    draft.people.push(this);
    this.far = new Map(); // person → how far their letters are here
  }

  open(headers) {
    this.socket = new WebSocket(this.addressed(), { headers, perMessageDeflate: false });
    this.socket.binaryType = "nodebuffer";
    this.ready = new Promise((done, failed) => {
      this.greeted = done;
      this.socket.on("error", failed);
      this.socket.on("close", (code, reason) => failed(new Error(`closed: ${code} ${reason}`)));
    });
    this.socket.on("open", () => this.greet());
    this.socket.on("message", (data) => this.hear(data, performance.now()));
    return this.ready;
  }

  addressed() {
    if (asked.dialect === "hocuspocus") return asked.address;
    return `${asked.address}/${this.name}${asked.dialect === "ours" ? "/" : ""}`;
  }

  greet() {
    if (asked.dialect === "hocuspocus") {
      this.send(AUTH, (encoder) => {
        encoding.writeVarUint(encoder, 0);
        encoding.writeVarString(encoder, "");
      });
    }
    this.send(SYNC, (encoder) => {
      encoding.writeVarUint(encoder, 0);
      encoding.writeVarUint8Array(encoder, Y.encodeStateVector(this.doc));
    });
  }

  send(kind, write) {
    if (!this.socket) return;
    const encoder = encoding.createEncoder();
    if (asked.dialect === "hocuspocus") encoding.writeVarString(encoder, this.name);
    encoding.writeVarUint(encoder, kind);
    write(encoder);
    this.socket.send(encoding.toUint8Array(encoder));
  }

  hear(data, now) {
    const decoder = decoding.createDecoder(data);
    if (asked.dialect === "hocuspocus") decoding.readVarString(decoder);
    const kind = decoding.readVarUint(decoder);
    if (kind === KEPT) this.kept = decoding.readVarUint(decoder);
    else if (kind === SYNC || kind === SYNC_REPLY) this.sync(decoding.readVarUint(decoder), decoder, now);
  }

  sync(step, decoder, now) {
    const data = Buffer.from(decoding.readVarUint8Array(decoder));
    if (step === 0) {
      this.sent++;
      this.send(SYNC, (encoder) => {
        encoding.writeVarUint(encoder, 1);
        encoding.writeVarUint8Array(encoder, Y.encodeStateAsUpdate(this.doc, data));
      });
    } else if (step === 1) this.greeted();
    if (step !== 0) for (const [author, clock] of this.draft.reach(data)) this.saw(author, clock, now);
  }

  saw(author, clock, now) {
    if (author === this) return;
    for (let at = this.far.get(author) ?? 0; at < clock; at++) note(now - author.typedAt[at]);
    this.far.set(author, Math.max(clock, this.far.get(author) ?? 0));
  }

  type() {
    this.typedAt.push(performance.now());
    typed++;
    this.sent++;
    this.text.insert(this.typedAt.length - 1, "abcdefghijklmnopqrstuvwxyz "[this.typedAt.length % 27]);
    if (asked.carets) this.showCaret();
  }

  showCaret() {
    this.moves = (this.moves ?? 0) + 1;
    const caret = { caret: { name: this.name, head: { type: null, tname: null, item: { client: this.doc.clientID, clock: this.typedAt.length }, assoc: -1 } } };
    this.send(PRESENCE, (encoder) => {
      const inner = encoding.createEncoder();
      encoding.writeVarUint(inner, 1);
      encoding.writeVarUint(inner, this.doc.clientID);
      encoding.writeVarUint(inner, this.moves);
      encoding.writeVarString(inner, JSON.stringify(caret));
      encoding.writeVarUint8Array(encoder, encoding.toUint8Array(inner));
    });
  }
}

const pause = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));
const drafts = asked.documents.map(() => new Draft());
const everybody = [];
for (let at = 0; at < asked.people; at++) {
  for (const [number, document] of asked.documents.entries()) everybody.push(new Person(drafts[number], document, at));
}
for (const [at, person] of everybody.entries()) await person.open(asked.headers[at] ?? {});
await pause(500);

const busy = process.cpuUsage();
const begun = performance.now();
await Promise.all(everybody.map(async (person) => {
  await pause((Math.random() * 1000) / RATE);
  for (let next = performance.now(); next < begun + asked.seconds * 1000; next += 1000 / RATE) {
    await pause(next - performance.now());
    person.type();
  }
}));
const took = performance.now() - begun;
for (const draft of drafts) for (const person of draft.people) expected += person.typedAt.length * (draft.people.length - 1);
const until = performance.now() + WAIT;
const unkept = () => asked.dialect === "ours" && everybody.some((person) => person.kept < person.sent);
while ((seen < expected || unkept()) && performance.now() < until) await pause(20);
const spent = process.cpuUsage(busy);

/** Who has not seen how much of whom, where not all was seen: a letter is lost, or only late. */
function missing() {
  const found = [];
  for (const draft of drafts) {
    for (const author of draft.people) {
      const blind = draft.people.filter((person) => person !== author && (person.far.get(author) ?? 0) < author.typedAt.length);
      if (blind.length) found.push({ author: author.at, typed: author.typedAt.length, kept: author.kept, sent: author.sent, blind: blind.length, far: blind[0].far.get(author) ?? 0, state: author.socket.readyState });
    }
  }
  return found;
}

const result = {
  missing: missing(),
  typed, expected, seen, all_kept: asked.dialect === "ours" ? !unkept() : null,
  median: quantile(0.5), p95: quantile(0.95), p99: quantile(0.99), slowest: quantile(1),
  load_busy: (spent.user + spent.system) / 1000 / took,
};
process.stdout.write(`${JSON.stringify(result)}\n`, () => process.exit(0));
