// One request a line, {old, new}; one answer a line, [[op, text], …]. Stays up, so that starting Node is not timed.
const { diffWordsWithSpace } = require("diff");

const op = (part) => (part.added ? "insert" : part.removed ? "delete" : "equal");

require("node:readline").createInterface({ input: process.stdin }).on("line", (line) => {
  const { old, new: fresh } = JSON.parse(line);
  const parts = diffWordsWithSpace(old, fresh).map((part) => [op(part), part.value]);
  process.stdout.write(JSON.stringify(parts) + "\n");
});
