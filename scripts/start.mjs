import { setup } from './setup.mjs';

/** `npm start [-- <name>]`: sets up what is missing, then runs the graph, or one part of it, in this process. */
await setup();
await import('./dist/start.js');
