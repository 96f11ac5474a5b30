import { afterAll, beforeAll } from 'vitest';
import { commands, userEvent } from 'vitest/browser';

/** For a file whose tests copy or paste: no other file does so meanwhile. */
export function useClipboard(): void {
  // As long as all the other files that copy may take.
  beforeAll(async () => commands.takeClipboard(), 240_000);
  afterAll(async () => commands.leaveClipboard());
}

/** What the clipboard holds, as a shopper finds out: by pasting it. */
export async function pasted(): Promise<string> {
  const target = document.body.appendChild(document.createElement('textarea'));
  target.focus();
  await userEvent.paste();
  const { value } = target;
  target.remove();
  return value;
}

/** Copies a text from somewhere else on the page, as a shopper does. */
export async function copyText(text: string): Promise<void> {
  const source = document.body.appendChild(document.createElement('textarea'));
  source.value = text;
  source.select();
  await userEvent.copy();
  source.remove();
}
