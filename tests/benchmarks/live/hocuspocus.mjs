// Hocuspocus as its manual sets it up, with its database extension, which keeps a document in a file.
import { createRequire } from "node:module";
import fs from "node:fs/promises";
import path from "node:path";

const require = createRequire(path.join(process.cwd(), "x"));
const { Server } = require("@hocuspocus/server");
const { Database } = require("@hocuspocus/extension-database");

const folder = process.env.FOLDER;
const file = (name) => path.join(folder, name);
const database = new Database({
  fetch: ({ documentName }) => fs.readFile(file(documentName)).catch(() => null),
  store: ({ documentName, state }) => fs.writeFile(file(documentName), state),
});
await new Server({ port: Number(process.env.PORT), address: "127.0.0.1", quiet: true, extensions: [database] }).listen();
