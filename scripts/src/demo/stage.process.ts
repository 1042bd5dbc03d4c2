import { DemonstrationClock, startEmbeddedServer } from '@mandate-graph/persistence';
import { LocalIssuer } from '@mandate-graph/runtime';
import type { GraphProcess } from '../graph.process.ts';
import { stageOf } from './stage.http.ts';
import type { Stage } from './stage.ts';

const AUDIENCE = 'mandate-graph';
const SECONDS = 3_600;

export interface ProcessStage extends Stage {
  /** Where the graph keeps what it knows, for those who look at it afterwards. */
  readonly databaseUrl: string;
  close(): Promise<void>;
}

/** A stage on a graph that runs in a process, with its demonstration clock. To be closed before the graph is. */
export async function openStage(
  { url, folder }: Pick<GraphProcess, 'url' | 'folder'>,
  say: (line: string) => void,
): Promise<ProcessStage> {
  const issuer = new LocalIssuer(folder);
  const server = await startEmbeddedServer({ dataDir: folder });
  const clock = await DemonstrationClock.open(server.url, null, {
    info: () => undefined,
    warn: () => undefined,
    error: () => undefined,
  });
  const stage = stageOf({
    url,
    say,
    set: async (now) => {
      await clock.set(now);
      await clock.heard();
      // Whatever has reached the graph before this request, it has read before it answers.
      await fetch(new URL('/graphql?query={__typename}', url));
    },
    token: ({ role, subject = '', institution, procedure }) =>
      issuer.issue({
        subject,
        grants:
          role === 'public' ? [] : [{ role, ...(institution && { institution }), ...(procedure && { procedure }) }],
        scopes: [],
        audience: AUDIENCE,
        seconds: SECONDS,
      }),
  });
  return {
    ...stage,
    databaseUrl: server.url,
    close: async () => {
      await clock.close();
      await server.stop();
    },
  };
}
