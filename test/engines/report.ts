import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Reporter, SerializedError, TestModule } from 'vitest/node';

export interface ReportedTest {
  readonly title: string;
  /** With the titles that it stands under. */
  readonly fullTitle: string;
  readonly state: 'passed' | 'failed' | 'skipped' | 'pending';
  readonly message: string;
}

export interface Report {
  readonly files: readonly {
    readonly file: string;
    /** Of the file itself and of what runs before and after its tests. */
    readonly faults: readonly string[];
    readonly tests: readonly ReportedTest[];
  }[];
  /** Faults of no test. */
  readonly strays: readonly string[];
}

/** Where the report of an engine is. */
export const reportFile = (engine: string): string =>
  path.join(import.meta.dirname, `../.report/engine-${engine}.json`);

const messageOf = ({ name = 'Error', message }: Partial<SerializedError>): string =>
  `${name}: ${message?.split('\n').find((line) => line.trim()) ?? 'no message'}`;

/** Vitest's JSON has the stack of a fault only, which begins with its message in Chromium and in no other engine. */
export class EngineReport implements Reporter {
  readonly #file: string;

  constructor(file: string) {
    this.#file = file;
  }

  onTestRunEnd(modules: readonly TestModule[], strays: readonly SerializedError[]): void {
    const files = modules.map((module) => ({
      file: module.relativeModuleId,
      faults: [module, ...module.children.allSuites()].flatMap((part) => part.errors().map(messageOf)),
      tests: [...module.children.allTests()].map((test): ReportedTest => {
        const { state, errors = [] } = test.result();
        const [first] = errors;
        return {
          title: test.name,
          fullTitle: test.fullName,
          state,
          message: first ? messageOf(first) : 'no message',
        };
      }),
    }));
    mkdirSync(path.dirname(this.#file), { recursive: true });
    writeFileSync(this.#file, JSON.stringify({ files, strays: strays.map(messageOf) } satisfies Report));
  }
}
