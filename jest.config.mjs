/** Tests run the TypeScript sources as ES modules; the packages of this repository resolve to their sources, not to dist. */
export default {
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  moduleFileExtensions: ['js', 'mjs', 'cjs', 'ts', 'json', 'node'],
  moduleNameMapper: {
    '^@mandate-graph/(domain|runtime|persistence|writing|institution|testkit)$': '<rootDir>/packages/$1/src/index.ts',
    '^@mandate-graph/(gateway|schema|scripts)$': '<rootDir>/$1/src/index.ts',
    '^@mandate-graph/(.+)$': '<rootDir>/subgraphs/$1/src/index.ts',
  },
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        jsc: {
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: false, useDefineForClassFields: false },
          target: 'es2022',
        },
        module: { type: 'es6' },
        sourceMaps: 'inline',
      },
    ],
  },
  testMatch: [
    '<rootDir>/{packages,subgraphs,gateway,schema,scripts}/**/src/**/*.test.ts',
    '<rootDir>/test/**/*.test.ts',
  ],
  modulePathIgnorePatterns: ['<rootDir>/.*/dist/'],
  setupFiles: ['<rootDir>/test/setup/properties.mjs'],
  globalSetup: '<rootDir>/test/setup/global-setup.mjs',
  globalTeardown: '<rootDir>/test/setup/global-teardown.mjs',
  // For a test and for what comes before it: whole selections are played, also on machines that are busy with others.
  testTimeout: 180_000,
  // Each worker has a PostgreSQL of its own: see global-setup.mjs.
  maxWorkers: 2,
  // Modules of a test file are never given back to the system: a worker that has grown is replaced.
  workerIdleMemoryLimit: '1GB',
};
