// Runs the commands of a plan on one WASI module under Node's WASI (V8), compiled once, and leaves the phases, timed in here, in a file.
// The exit status is that of the first guest that did not end with 0; 124 for one that its deadline stopped; 64 for wrong arguments.
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import v8 from 'node:v8';
import { WASI } from 'node:wasi';
import { Worker, isMainThread, parentPort, workerData } from 'node:worker_threads';

const usage = 'node v8-runner.mjs [--stop=none|terminate] [--deadline=SECONDS] [--memory=BYTES] [--runtimes=1] '
  + 'PHASE-FILE MODULE MEDIA OUTPUT CACHE PLAN-FILE';
const stopped = 124;
const wrongArguments = 64;
const pageBytes = 65536;

// Debian 12's node 18 runs tail calls, which modules with upstream's flags make, only if it is asked to; newer ones do not know the flag.
if (Number.parseInt(process.versions.node, 10) < 20) {
  v8.setFlagsFromString('--experimental-wasm-return-call');
}

// A command that did not end with 0.
class Failed extends Error {
  constructor(status, command) {
    super(`${command.at(-1)} ended with exit status ${status}`);
    this.status = status;
  }
}

async function timed(work) {
  const start = performance.now();
  const result = await work();
  return [result, secondsSince(start)];
}

function secondsSince(start) {
  return (performance.now() - start) / 1000;
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

// The kernel keeps the last eight bits of a status: of 256 that is 0, a success.
function told(status) {
  return status === 0 || status & 0xff ? status : 255;
}

function end(status, reason) {
  console.error(reason);
  // Other threads may be in the middle of their guests: this stops them.
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

// The deadline, null for none, counts from the guest's first instruction, of which its thread tells.
function runIn(thread, command, deadline) {
  return new Promise(resolve => {
    let ready, timer;
    const onMessage = message => {
      if ('status' in message) {
        clearTimeout(timer);
        thread.off('message', onMessage);
        resolve({ ...ready, ...message });
        return;
      }
      ready = message;
      const start = performance.now();
      timer = deadline === null ? undefined : setTimeout(async () => {
        await thread.terminate();
        resolve({ ...ready, status: stopped, executeSeconds: secondsSince(start) });
      }, deadline * 1000);
    };
    thread.on('message', onMessage);
    thread.postMessage(command);
  });
}

async function workOff(thread, queue, deadline) {
  for (let command; (command = queue.shift());) {
    const { status } = await runIn(thread, command, deadline);
    if (status !== 0) throw new Failed(status, command);
  }
}

// The threads are a pool: made before the first command, and each runs one command after the other, in a new instance each.
async function executePlan({ atOnce, stages }, guest, deadline) {
  const size = Math.min(atOnce, Math.max(...stages.map(commands => commands.length)));
  const [threads, instantiateSeconds] = await timed(() => Promise.all(Array.from({ length: size }, () => startThread(guest))));
  const start = performance.now();
  try {
    for (const commands of stages) {
      const queue = [...commands];
      await Promise.all(threads.map(thread => workOff(thread, queue, deadline)));
    }
  } catch (failed) {
    if (!(failed instanceof Failed)) throw failed;
    console.error(failed.message);
    return [failed.status, { instantiateSeconds, executeSeconds: secondsSince(start) }];
  }
  const executeSeconds = secondsSince(start);
  await Promise.all(threads.map(endThread));
  return [0, { instantiateSeconds, executeSeconds }];
}

async function executeOne(command, guest) {
  const [start, instantiateSeconds] = await timed(() => instantiate(guest, command));
  const before = process.cpuUsage();
  const [status, executeSeconds] = await timed(start);
  const used = process.cpuUsage(before);
  return [status, { instantiateSeconds, executeSeconds, executeCpuSeconds: (used.user + used.system) / 1e6 }];
}

// What a guest is stopped by needs a thread of its own, whose start is part of instantiating.
async function executeOneInThread(command, guest, deadline) {
  const [thread, startSeconds] = await timed(() => startThread(guest));
  const { status, instantiateSeconds, executeSeconds } = await runIn(thread, command, deadline);
  if (status !== stopped) await endThread(thread);
  return [status, { instantiateSeconds: startSeconds + instantiateSeconds, executeSeconds }];
}

function readArguments() {
  const text = { type: 'string' };
  const options = { stop: text, deadline: text, memory: text, runtimes: text };
  const { values, positionals } = parseArgs({ options, allowPositionals: true });
  const { stop = 'none', deadline = '3600', memory = String(65536 * pageBytes), runtimes = '1' } = values;
  if (!['none', 'terminate'].includes(stop)) throw new Error(`--stop=${stop}: V8 has none and terminate`);
  if (!(Number(deadline) > 0 && Number(memory) >= pageBytes)) throw new Error('--deadline must be above 0, --memory 65536 or more');
  if (runtimes !== '1') throw new Error(`--runtimes=${runtimes}: this worker has one`);
  if (positionals.length !== 6) throw new Error(`6 arguments are expected, ${positionals.length} were given`);
  return { files: positionals, deadline: stop === 'terminate' ? Number(deadline) : null, pages: Math.floor(Number(memory) / pageBytes) };
}

async function main() {
  let read;
  try {
    read = readArguments();
  } catch (wrong) {
    end(wrongArguments, `${wrong.message}\nusage: ${usage}`);
  }
  // Node has no cache of compiled modules that a command can reach: CACHE is not used.
  const { files: [phaseFile, modulePath, media, output, , planFile], deadline, pages } = read;
  // V8 has one limit, the same for each memory of the process.
  v8.setFlagsFromString(`--wasm-max-mem-pages=${pages}`);
  const plan = JSON.parse(readFileSync(planFile, 'utf8'));
  const bytes = readFileSync(modulePath);
  const [module, compileSeconds] = await timed(() => WebAssembly.compile(bytes));
  const guest = { module, media, output };
  const commands = plan.stages.flat();
  const [status, phases] = commands.length > 1 ? await executePlan(plan, guest, deadline)
    : deadline === null ? await executeOne(commands[0], guest)
    : await executeOneInThread(commands[0], guest, deadline);
  // What a guest did before it failed is no time of a job; what one took that its deadline stopped says how late it was stopped.
  if (status === 0 || status === stopped) writeFileSync(phaseFile, JSON.stringify({ compileSeconds, loadSeconds: null, ...phases }));
  process.exit(told(status));
}

if (isMainThread) {
  await main();
} else {
  parentPort.on('message', async command => {
    if (command === null) {
      parentPort.close();
      return;
    }
    const [start, instantiateSeconds] = await timed(() => instantiate(workerData, command));
    parentPort.postMessage({ instantiateSeconds });
    const [status, executeSeconds] = await timed(start);
    parentPort.postMessage({ status, executeSeconds });
  });
  parentPort.postMessage('ready');
}
