import { fstatSync, readFileSync } from 'node:fs';

/** A pipe that ends sooner was never held by anybody: some runners start programs so. */
const HELD_MS = 1_000;
const WATCH_MS = 500;

/** Whether somebody at the other end holds our input, as a program does that has started us; a terminal says SIGHUP. */
function isPiped(): boolean {
  try {
    const input = fstatSync(0);
    return input.isFIFO() || input.isSocket();
  } catch {
    return false;
  }
}

/** Our parent, and the one above it where the system tells: between npm and us there may be a shell that waits for us. */
function ancestors(): string {
  const { ppid } = process;
  try {
    // The name of the program is in brackets, and may have any in it.
    const [, grandparent] = /.*\) \S+ (\d+)/s.exec(readFileSync(`/proc/${String(ppid)}/stat`, 'utf8')) ?? [];
    return `${String(ppid)} ${String(grandparent)}`;
  } catch {
    return String(ppid);
  }
}

/**
 * Calls back once, when nobody is there any more who wants the server: a signal, the end of the pipe or the channel to the
 * program that started it, or npm gone without a word, as it is when it was killed.
 */
export function whenLeftAlone(callback: () => void): void {
  let isOver = false;
  const end = (): void => {
    if (isOver) return;
    isOver = true;
    callback();
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, end);
  process.once('disconnect', end);
  if (isPiped()) {
    const since = Date.now();
    process.stdin.once('end', () => {
      if (Date.now() - since >= HELD_MS) end();
    });
    process.stdin.on('error', () => undefined).resume();
  }
  // Only npm's own child: a shell that starts the server in the background may leave it.
  if (process.env['npm_lifecycle_event'] !== 'demo') return;
  const before = ancestors();
  setInterval(() => {
    if (ancestors() !== before) end();
  }, WATCH_MS).unref();
}
