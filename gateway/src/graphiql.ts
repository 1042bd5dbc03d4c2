import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Express, Response } from 'express';

const OWN = fileURLToPath(new URL('../graphiql/', import.meta.url));
const require = createRequire(import.meta.url);
const inPackage = (name: string, file: string): string =>
  path.join(path.dirname(require.resolve(`${name}/package.json`)), file);

/** The page's own files, and the ready-made bundles of the packages it stands on; nothing comes from elsewhere. */
const FILES: Readonly<Record<string, string>> = {
  '/': path.join(OWN, 'index.html'),
  '/graphiql/app.js': path.join(OWN, 'app.js'),
  '/graphiql/app.css': path.join(OWN, 'app.css'),
  '/graphiql/examples.js': path.join(OWN, 'examples.js'),
  '/graphiql/icon.svg': path.join(OWN, 'icon.svg'),
  '/graphiql/react.js': inPackage('react', 'umd/react.production.min.js'),
  '/graphiql/react-dom.js': inPackage('react-dom', 'umd/react-dom.production.min.js'),
  '/graphiql/graphiql.js': inPackage('graphiql', 'graphiql.min.js'),
  '/graphiql/graphiql.css': inPackage('graphiql', 'graphiql.min.css'),
};

/** What the page may load: its own files. Its fonts and some images are inside its style sheet. */
export const GRAPHIQL_POLICY = {
  defaultSrc: ["'none'"],
  scriptSrc: ["'self'"],
  styleSrc: ["'self'"],
  fontSrc: ["'self'", 'data:'],
  imgSrc: ["'self'", 'data:'],
  connectSrc: ["'self'"],
  baseUri: ["'none'"],
  formAction: ["'none'"],
  frameAncestors: ["'none'"],
};

/** A page to ask the graph by hand, for demonstration and development. */
export function serveGraphiql(app: Express): void {
  for (const [route, file] of Object.entries(FILES)) {
    app.get(route, (_request, response: Response) => {
      response.sendFile(file, { cacheControl: false, headers: { 'cache-control': 'no-cache' } });
    });
  }
}
