// Runs the commands of a plan on one WASI module under Node's WASI (V8), compiled once, and leaves the phases, timed in here, in a file.
// node v8-runner.mjs PHASE-FILE MODULE MEDIA OUTPUT CACHE PLAN-FILE
// The exit status is that of the first guest that did not end with 0.
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { WASI } from 'node:wasi';
import { Worker, isMainThread, parentPort, workerData } from 'node:worker_threads';

async function timed(work) {
  const start = performance.now();
  const result = await work();
  return [result, (performance.now() - start) / 1000];
}

async function instantiate({ module, media, output }, guestArguments) {
  const wasi = new WASI({
    version: 'preview1',
    args: ['ffmpeg', ...guestArguments],
    env: {},
    preopens: { '/media': media, '/out': output },
    returnOnExit: true,
  });
  const instance = await WebAssembly.instantiate(module, { wasi_snapshot_preview1: wasi.wasiImport });
  return () => wasi.start(instance);
}

// The kernel keeps the last eight bits of a status: 256 would be told as success.
function told(status) {
  return status === 0 || status & 0xff ? status : 255;
}

function end(status, reason) {
  console.error(reason);
  // The other threads are in the middle of their guests: this stops them.
  process.exit(told(status));
}

async function startThread(workerData) {
  const thread = new Worker(fileURLToPath(import.meta.url), { workerData });
  thread.on('error', error => end(1, error.stack ?? String(error)));
  await once(thread, 'message');
  return thread;
}

// By itself: to stop a thread from outside while its last instance is being collected is asking for trouble.
async function endThread(thread) {
  const ended = once(thread, 'exit');
  thread.postMessage(null);
  await ended;
}

async function workOff(thread, queue) {
  for (let command; (command = queue.shift());) {
    thread.postMessage(command);
    const [status] = await once(thread, 'message');
    if (status !== 0) end(status, `${command.at(-1)} ended with exit status ${status}`);
  }
}

// The threads are a pool: made before the first command, and each runs one command after the other, in a new instance each.
async function executePlan({ atOnce, stages }, guest) {
  const size = Math.min(atOnce, Math.max(...stages.map(commands => commands.length)));
  const [threads, instantiateSeconds] = await timed(() => Promise.all(Array.from({ length: size }, () => startThread(guest))));
  const [, executeSeconds] = await timed(async () => {
    for (const commands of stages) {
      const queue = [...commands];
      await Promise.all(threads.map(thread => workOff(thread, queue)));
    }
  });
  await Promise.all(threads.map(endThread));
  return [0, { instantiateSeconds, executeSeconds }];
}

async function executeOne(command, guest) {
  const [start, instantiateSeconds] = await timed(() => instantiate(guest, command));
  const [status, executeSeconds] = await timed(start);
  return [status, { instantiateSeconds, executeSeconds }];
}

async function main() {
  // Node has no cache of compiled modules that a command can reach: CACHE is not used.
  const [phaseFile, modulePath, media, output, , planFile] = process.argv.slice(2);
  const plan = JSON.parse(readFileSync(planFile, 'utf8'));
  const bytes = readFileSync(modulePath);
  const [module, compileSeconds] = await timed(() => WebAssembly.compile(bytes));
  const guest = { module, media, output };
  const commands = plan.stages.flat();
  const [status, phases] = commands.length === 1 ? await executeOne(commands[0], guest) : await executePlan(plan, guest);
  writeFileSync(phaseFile, JSON.stringify({ compileSeconds, loadSeconds: null, ...phases }));
  process.exitCode = told(status);
}

if (isMainThread) {
  await main();
} else {
  parentPort.on('message', async command => {
    if (command === null) parentPort.close();
    else parentPort.postMessage((await instantiate(workerData, command))());
  });
  parentPort.postMessage('ready');
}
