// Builds what pages load into static/build. Run by the set-up; by hand: npm run build.
import { build } from "esbuild";
import { mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";

const here = (/** @type {string} */ path) => fileURLToPath(new URL(path, import.meta.url));

mkdirSync(here("../build"), { recursive: true });
await build({
  entryPoints: [here("editor/main.js")],
  outfile: here("../build/editor.js"),
  bundle: true,
  minify: true,
  format: "esm",
  target: ["es2022"],
  legalComments: "linked",
  logLevel: "warning",
});
