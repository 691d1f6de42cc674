// Runs one WASI module under Node's WASI (V8) and sends the phases, timed in here, on the inherited descriptor as one JSON line.
// node v8-runner.mjs DESCRIPTOR MODULE MEDIA OUTPUT CACHE ARGUMENT...
import { readFileSync, writeSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { WASI } from 'node:wasi';

// Node has no cache of compiled modules that a command can reach: CACHE is not used.
const [descriptor, modulePath, media, output, , ...guestArguments] = process.argv.slice(2);

async function timed(work) {
  const start = performance.now();
  const result = await work();
  return [result, (performance.now() - start) / 1000];
}

const bytes = readFileSync(modulePath);
const wasi = new WASI({
  version: 'preview1',
  args: ['ffmpeg', ...guestArguments],
  env: {},
  preopens: { '/media': media, '/out': output },
  returnOnExit: true,
});

const [module, compileSeconds] = await timed(() => WebAssembly.compile(bytes));
const [instance, instantiateSeconds] = await timed(() => WebAssembly.instantiate(module, { wasi_snapshot_preview1: wasi.wasiImport }));
const [exitCode, executeSeconds] = await timed(() => wasi.start(instance));

writeSync(Number(descriptor), JSON.stringify({ compileSeconds, loadSeconds: null, instantiateSeconds, executeSeconds }));
process.exitCode = exitCode;
