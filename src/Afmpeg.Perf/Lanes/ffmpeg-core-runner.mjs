// Runs the one command of a plan on @ffmpeg/core (FFmpeg compiled by Emscripten) as its users do: the inputs are copied into its memory,
// the command runs, the outputs are copied out. It takes the arguments of v8-runner.mjs and leaves the phases in a file, as that does.
// Compiling is the module's; instantiating is the script's load, the instance and its runtime; executing is the command with the copies
// into and out of memory. The exit status is the command's; 64 for wrong arguments.
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import v8 from 'node:v8';

const usage = 'node ffmpeg-core-runner.mjs [--stop=none] [--deadline=SECONDS] [--memory=BYTES] [--runtimes=1] '
  + 'PHASE-FILE CORE-SCRIPT MEDIA OUTPUT CACHE PLAN-FILE';
const wrongArguments = 64;
const pageBytes = 65536;

async function timed(work) {
  const start = performance.now();
  const result = await work();
  return [result, (performance.now() - start) / 1000];
}

function readArguments() {
  const text = { type: 'string' };
  const options = { stop: text, deadline: text, memory: text, runtimes: text };
  const { values, positionals } = parseArgs({ options, allowPositionals: true });
  const { stop = 'none', memory = String(65536 * pageBytes), runtimes = '1' } = values;
  if (stop !== 'none' || runtimes !== '1') throw new Error(`--stop=${stop} --runtimes=${runtimes}: this worker has none and 1`);
  if (!(Number(memory) >= pageBytes)) throw new Error('--memory must be 65536 or more');
  if (positionals.length !== 6) throw new Error(`6 arguments are expected, ${positionals.length} were given`);
  const [phaseFile, script, media, output, , planFile] = positionals;
  const commands = JSON.parse(readFileSync(planFile, 'utf8')).stages.flat();
  if (commands.length !== 1) throw new Error(`a plan of 1 command is expected, it has ${commands.length}`);
  return { phaseFile, script, media, output, command: commands[0], pages: Math.floor(Number(memory) / pageBytes) };
}

// The script expects to be in a web worker, and asks where it was loaded from.
async function instantiate(script, module) {
  globalThis.self = globalThis;
  globalThis.location = { href: `file://${script}` };
  const core = await createRequire(import.meta.url)(script)({
    instantiateWasm(imports, receive) {
      WebAssembly.instantiate(module, imports).then(instance => receive(instance, module), failed => { throw failed; });
      return {};
    },
  });
  core.setLogger(({ type, message }) => {
    // It ends every command so, a good one too.
    if (message !== 'Aborted()') (type === 'stdout' ? console.log : console.error)(message);
  });
  return core;
}

// Commands name their files relative to the folder above media and out, as on every lane.
function execute(core, { media, output, command }) {
  core.FS.mkdir('/media');
  core.FS.mkdir('/out');
  const inputs = command.filter((word, index) => command[index - 1] === '-i' && dirname(word) === 'media').map(word => basename(word));
  for (const name of new Set(inputs)) core.FS.writeFile(`/media/${name}`, readFileSync(join(media, name)));
  const status = core.exec(...command);
  for (const name of core.FS.readdir('/out').filter(name => name !== '.' && name !== '..')) {
    writeFileSync(join(output, name), core.FS.readFile(`/out/${name}`));
  }
  return status;
}

let read;
try {
  read = readArguments();
} catch (wrong) {
  console.error(`${wrong.message}\nusage: ${usage}`);
  process.exit(wrongArguments);
}
v8.setFlagsFromString(`--wasm-max-mem-pages=${read.pages}`);
const bytes = readFileSync(read.script.replace(/js$/, 'wasm'));
const [module, compileSeconds] = await timed(() => WebAssembly.compile(bytes));
const [core, instantiateSeconds] = await timed(() => instantiate(read.script, module));
const before = process.cpuUsage();
const [status, executeSeconds] = await timed(() => execute(core, read));
const used = process.cpuUsage(before);
if (status === 0) {
  const executeCpuSeconds = (used.user + used.system) / 1e6;
  const phases = { compileSeconds, loadSeconds: null, instantiateSeconds, executeSeconds, executeCpuSeconds };
  writeFileSync(read.phaseFile, JSON.stringify(phases));
}
// The kernel keeps the last eight bits: 256 would read as success.
process.exit(status === 0 || status & 0xff ? status : 255);
