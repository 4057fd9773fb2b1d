import { defineConfig } from 'vitest/config';
import { takeRunTemp } from './build/checks/run-temp.ts';

takeRunTemp();

const notUnit = ['tests/e2e/**', 'tests/faults/**', '**/node_modules/**'];
const packageChecks = 'tests/unit/build/package/**';

/**
 * Node is the default environment; a page test asks for happy-dom by `@vitest-environment` in its first comment.
 * The checks of the packed app are a project of their own, because they need dist/.
 */
export default defineConfig({
  test: {
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 30_000,
    restoreMocks: true,
    projects: [
      {
        extends: true,
        test: {
          name: 'rooms',
          environment: 'node',
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: [...notUnit, packageChecks],
        },
      },
      {
        extends: true,
        test: { name: 'package', environment: 'node', include: [`${packageChecks}/*.test.ts`], testTimeout: 120_000 },
      },
    ],
  },
});
