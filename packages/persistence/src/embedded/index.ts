export { EmbeddedServerError } from './embedded.error.ts';
export { type EmbeddedServer, type EmbeddedServerOptions, startEmbeddedServer } from './embedded.server.ts';
