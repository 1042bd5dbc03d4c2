export default async function globalTeardown() {
  await Promise.all(globalThis.__postgres.map((server) => server.stop()));
}
