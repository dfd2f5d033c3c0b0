// The socket to the server: y-websocket's protocol, and message 100, by which we know what can no longer be lost.
import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import { Awareness, applyAwarenessUpdate, encodeAwarenessUpdate, removeAwarenessStates } from "y-protocols/awareness";
import { readSyncMessage, writeSyncStep1, writeUpdate } from "y-protocols/sync";

/** @typedef {import("yjs").Doc} Doc */
/** @typedef {"connecting" | "offline" | "saving" | "unsaved" | "saved" | "closed"} Standing */

const [SYNC, PRESENCE, ASK_PRESENCE, KEPT, DISCUSSED, SHOWN] = [0, 1, 3, 100, 101, 102];
const FIRST_PAUSE = 300; // milliseconds before coming back, doubled each time in vain
const LONGEST_PAUSE = 8000;
const SILENCE = 35_000; // the server says something at least every 30 s to a page that asks who is here
const ASK_EVERY = 15_000;
const LATE = 3000; // milliseconds without a word that something is kept, after which a person should know

export class Connection {
  /**
   * @param {string} address
   * @param {Doc} ydoc
   * @param {typeof WebSocket} [Socket]
   */
  constructor(address, ydoc, Socket = WebSocket) {
    this.address = address;
    this.ydoc = ydoc;
    this.Socket = Socket;
    this.awareness = new Awareness(ydoc);
    /** @type {(standing: Standing, reason: string) => void} */
    this.onStanding = () => {};
    this.onDiscussed = () => {}; // something was said in the discussions, or may have been while one was away
    /** @type {(digest: Uint8Array) => void} what this page should show, where nothing of its own is on the way */
    this.onShown = () => {};
    /** @type {() => void} called before anything that the server says is taken in */
    this.onNews = () => {};
    /** @type {WebSocket | null} */
    this.socket = null;
    this.sent = 0;
    this.kept = 0;
    this.synced = false;
    this.answered = false; // whether the server has been told what it lacks
    this.tried = false; // whether a connection has ended, or could not be made
    this.waiting = 0; // since when something is not kept; 0 where all is
    this.closed = "";
    this.code = 0; // with which the server closed it for good
    this.pause = FIRST_PAUSE;
    this.heard = 0;
    ydoc.on("update", this.onUpdate);
    this.awareness.on("update", this.onAwareness);
    this.timer = setInterval(() => this.knock(), ASK_EVERY);
    this.connect();
  }

  /** How things stand, as a person should be told. @returns {Standing} */
  get standing() {
    if (this.closed) return "closed";
    if (this.socket?.readyState !== 1) return this.tried ? "offline" : "connecting";
    if (this.synced && this.answered && this.kept >= this.sent) return "saved";
    return this.waiting && since(this.waiting) >= LATE ? "unsaved" : "saving";
  }

  /** Come back now, and not after the pause: the network is there again. */
  hurry() {
    if (this.socket || this.closed) return;
    this.pause = FIRST_PAUSE;
    this.connect();
  }

  /** The network is gone: what it says on the page is so at once. */
  lose() {
    const { socket } = this;
    socket?.close();
    if (socket) this.onClose(socket, { code: 1006, reason: "" });
  }

  connect() {
    const socket = new this.Socket(this.address);
    socket.binaryType = "arraybuffer";
    this.socket = socket;
    this.sent = this.kept = this.waiting = 0;
    this.synced = this.answered = false;
    socket.onopen = () => {
      this.heard = Date.now();
      this.send(SYNC, (encoder) => writeSyncStep1(encoder, this.ydoc));
      this.sendPresence([this.ydoc.clientID]);
      this.tell();
    };
    socket.onmessage = (event) => this.receive(new Uint8Array(event.data));
    socket.onclose = (event) => this.onClose(socket, event);
  }

  /** @param {WebSocket} socket @param {{code: number, reason: string}} event */
  onClose(socket, { code, reason }) {
    if (socket !== this.socket) return;
    this.socket = null;
    const others = [...this.awareness.getStates().keys()].filter((client) => client !== this.ydoc.clientID);
    removeAwarenessStates(this.awareness, others, this);
    this.tried = true;
    if (code >= 4400 && code < 4500) {
      this.closed = reason || gettext("The server closed this text.");
      this.code = code;
    } else if (!this.closed) {
      setTimeout(() => this.socket || this.closed || this.connect(), this.pause * (0.5 + Math.random()));
      this.pause = Math.min(this.pause * 2, LONGEST_PAUSE);
    }
    this.tell();
  }

  /** @param {Uint8Array} data */
  receive(data) {
    this.heard = Date.now();
    this.pause = FIRST_PAUSE;
    this.onNews();
    const decoder = decoding.createDecoder(data);
    const kind = decoding.readVarUint(decoder);
    if (kind === SYNC) this.sync(decoder);
    else if (kind === PRESENCE) applyAwarenessUpdate(this.awareness, decoding.readVarUint8Array(decoder), this);
    else if (kind === ASK_PRESENCE) this.sendPresence([this.ydoc.clientID]);
    else if (kind === KEPT) this.keep(decoding.readVarUint(decoder));
    else if (kind === DISCUSSED) this.onDiscussed();
    else if (kind === SHOWN && this.standing === "saved") this.onShown(decoding.readVarUint8Array(decoder));
    this.tell();
  }

  /** @param {decoding.Decoder} decoder */
  sync(decoder) {
    const encoder = encoding.createEncoder();
    encoding.writeVarUint(encoder, SYNC);
    const step = readSyncMessage(decoder, encoder, this.ydoc, this);
    if (step === 1) {
      this.synced = true;
      this.onDiscussed();
    }
    if (encoding.length(encoder) > 1) {
      this.count(); // our answer to what the server lacks is an update like any other
      this.answered = true;
      this.socket?.send(encoding.toUint8Array(encoder));
    }
  }

  /** One more update is on its way. */
  count() {
    this.sent++;
    if (!this.waiting) this.late();
  }

  /** From now on something is waited for; should it take long, that is told. */
  late() {
    this.waiting = Date.now();
    setTimeout(() => this.tell(), LATE);
  }

  /** @param {number} count of our updates that are kept */
  keep(count) {
    this.kept = count;
    if (count < this.sent) this.late();
    else this.waiting = 0;
  }

  /** @param {Uint8Array} update @param {unknown} origin */
  onUpdate = (update, origin) => {
    if (origin === this) return;
    if (this.socket?.readyState === 1) {
      this.count();
      this.send(SYNC, (encoder) => writeUpdate(encoder, update));
    }
    this.tell();
  };

  /** @param {{added: number[], updated: number[], removed: number[]}} changes @param {unknown} origin */
  onAwareness = ({ added, updated, removed }, origin) => {
    if (origin !== this) this.sendPresence([...added, ...updated, ...removed]);
  };

  /** @param {number[]} clients */
  sendPresence(clients) {
    if (this.socket?.readyState !== 1 || !this.awareness.meta.has(this.ydoc.clientID)) return;
    this.send(PRESENCE, (encoder) => encoding.writeVarUint8Array(encoder, encodeAwarenessUpdate(this.awareness, clients)));
  }

  /** @param {number} kind @param {(encoder: encoding.Encoder) => void} write */
  send(kind, write) {
    const encoder = encoding.createEncoder();
    encoding.writeVarUint(encoder, kind);
    write(encoder);
    this.socket?.send(encoding.toUint8Array(encoder));
  }

  /** See that the line is not dead: a network may go without a word. */
  knock() {
    if (this.socket?.readyState !== 1) return;
    if (since(this.heard) > SILENCE) this.socket.close();
    else this.send(ASK_PRESENCE, () => {});
  }

  tell() {
    this.onStanding(this.standing, this.closed);
  }

  destroy() {
    clearInterval(this.timer);
    this.closed = this.closed || "left";
    this.ydoc.off("update", this.onUpdate);
    this.awareness.destroy();
    this.socket?.close();
  }
}

/**
 * Milliseconds between then and now. A computer's clock may be put back while the page is open: counted as
 * time that has gone by, the page says too early that something is not saved, and never too late.
 * @param {number} then
 */
function since(then) {
  return Math.abs(Date.now() - then);
}
