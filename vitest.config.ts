import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // Modules are loaded once a worker, not once a file: what a test changes in one (a mocked class, a clock, the
    // environment) it puts back (test/support/until-test-ends.ts).
    isolate: false,
    // The default leaves a core out, which on two cores is half the machine.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    // For what hangs, never for what is slow: whole processes are started here, on machines that have other work.
    testTimeout: 180_000,
    hookTimeout: 180_000,
    env: { AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true', CDK_VALIDATION: 'false' },
  },
});
