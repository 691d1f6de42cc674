// node --no-warnings --no-turbo-fast-api-calls run.mjs ../ffmpeg.wasm MEDIA OUT -i media/in.mkv ... out/out.mp4
// The guest sees the folder MEDIA as /media and the folder OUT as /out. Node's WASI cannot make a folder read-only, and it follows symbolic links out of both.
import { readFile } from 'node:fs/promises';
import { WASI } from 'node:wasi';

const [module, media, out, ...args] = process.argv.slice(2);
const wasi = new WASI({ version: 'preview1', args: ['ffmpeg', ...args], preopens: { '/media': media, '/out': out }, returnOnExit: true });
const { instance } = await WebAssembly.instantiate(await readFile(module), { wasi_snapshot_preview1: wasi.wasiImport });
process.exit(Math.min(wasi.start(instance), 255)); // The kernel would turn 256 into 0, a success.
