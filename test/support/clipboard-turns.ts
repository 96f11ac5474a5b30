/** Whose turn it is: settled once every file that asked before has let go. */
let last: Promise<unknown> = Promise.resolve();
const letGo = new Map<string, () => void>();

interface Asking {
  readonly testPath: string | undefined;
}

/** A command of Vitest's: waits until no other file uses the clipboard, of which a browser has one for all its pages. */
export const takeClipboard = async ({ testPath = '' }: Asking): Promise<void> => {
  const before = last;
  last = new Promise<void>((resolve) => letGo.set(testPath, resolve));
  await before;
};

/** A command of Vitest's: the next file may use the clipboard. */
export const leaveClipboard = ({ testPath = '' }: Asking): void => {
  letGo.get(testPath)?.();
};

declare module 'vitest/browser' {
  interface BrowserCommands {
    takeClipboard(): Promise<void>;
    leaveClipboard(): Promise<void>;
  }
}
