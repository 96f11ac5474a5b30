import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'P-26',
  about: 'A browser that denies storage has no checkout.',
  file: 'src/controllers/link-candidate-store.ts',
  find: '} catch {',
  replace: `} catch (fault) {
    throw fault;`,
  test: 'test/lifecycle/host-faults.test.ts',
  title: 'throws on every use',
  built: true,
};
