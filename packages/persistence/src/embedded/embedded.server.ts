import { setTimeout as delay } from 'node:timers/promises';
import { type ClusterPlace, settleCluster } from './cluster.place.ts';
import { initialiseCluster, OWNER, passwordFor } from './cluster.setup.ts';
import { DataFolder } from './data.folder.ts';
import { codeOf, EmbeddedServerError, reasonOf } from './embedded.error.ts';
import { withFolderLock } from './folder.lock.ts';
import { type Binaries, locateBinaries } from './postgres.binaries.ts';
import { findPostmaster, type Postmaster } from './postmaster.file.ts';
import { startPostmaster, stopPostmaster } from './postmaster.process.ts';
import { freePort, rememberPort } from './server.port.ts';
import { UsageLock } from './usage.lock.ts';

const CONNECT_PATIENCE_MS = 10_000;
const RETRY_MS = 50;
/** Codes of a server that stops, starts or has just died; a connection that breaks has none. */
const WENT_AWAY = /^(ECONN.*|EPIPE|57P0.|)$/;
const WRONG_PASSWORD = '28P01';

export interface EmbeddedServerOptions {
  readonly dataDir: string;
  /** False: faster, and what was written last may be lost when the machine (not the program) crashes. For tests. */
  readonly durable?: boolean;
  /** Called with a sentence for whoever waits. */
  readonly onProgress?: (message: string) => void;
}

export interface EmbeddedServer {
  /** Where to connect, with the password. */
  readonly url: string;
  /** False when a server was found running already. */
  readonly started: boolean;
  /** Stops using the server; the last process that does so stops it. */
  stop(): Promise<void>;
}

/** Finds the server of a data folder, or starts it, and uses it until stopped. Any number of processes may do so at once. */
export async function startEmbeddedServer(options: EmbeddedServerOptions): Promise<EmbeddedServer> {
  const use = new ServerUse(
    DataFolder.open(options.dataDir),
    options.durable ?? true,
    options.onProgress ?? (() => {}),
  );
  await use.begin();
  return use;
}

/** One user's hold on the server of a data folder. */
class ServerUse implements EmbeddedServer {
  url = '';
  started = false;
  #postmaster: Postmaster | undefined;
  #cluster = '';
  #lock: UsageLock | undefined;
  #reviving: Promise<void> = Promise.resolve();
  #stopping: Promise<void> | undefined;

  constructor(
    private readonly folder: DataFolder,
    private readonly durable: boolean,
    private readonly tell: (message: string) => void,
  ) {}

  async begin(): Promise<void> {
    await this.#locked(async () => {
      const place = await settleCluster(this.folder, this.tell);
      const password = passwordFor(this.folder, place);
      if (!place.initialised) await this.#initialise(place, password);
      this.started = await this.#take(place, password);
      this.url = `postgres://${OWNER}:${password}@127.0.0.1:${this.#postmaster!.port}/${OWNER}`;
    });
  }

  stop(): Promise<void> {
    this.#stopping ??= this.#reviving.then(() => this.#end());
    return this.#stopping;
  }

  async #initialise(place: ClusterPlace, password: string): Promise<void> {
    this.tell(`Preparing the embedded database in ${place.path}.`);
    const { initdb } = await this.#binaries(place);
    await initialiseCluster(initdb, place, password, this.durable);
  }

  /** Connects to the server that runs, or is then started (true); again, when it goes away between being found and being used. */
  async #take(place: ClusterPlace, password: string): Promise<boolean> {
    const deadline = Date.now() + CONNECT_PATIENCE_MS;
    for (;;) {
      const found = await findPostmaster(place.path);
      const postmaster = found ?? (await this.#start(place));
      try {
        this.#lock = await UsageLock.take(postmaster.port, password);
        this.#lock.onLost = () => {
          this.#reviving = this.#revive();
        };
        this.#postmaster = postmaster;
        this.#cluster = place.path;
        return !found;
      } catch (error) {
        if (!found) await this.#halt(postmaster, place.path);
        if (!WENT_AWAY.test(codeOf(error)) || Date.now() > deadline) throw this.#unusable(error, place);
        await delay(RETRY_MS);
      }
    }
  }

  async #start(place: ClusterPlace): Promise<Postmaster> {
    const { folder, durable } = this;
    const known = this.#postmaster?.port;
    const nextPort = async () => known ?? freePort(folder);
    const { postgres } = await this.#binaries(place);
    const postmaster = await startPostmaster({ folder, place, postgres, durable, nextPort });
    rememberPort(folder, postmaster.port);
    return postmaster;
  }

  /** A server that dies while it is in use is started again, on the port that its users know; never a new cluster. */
  async #revive(): Promise<void> {
    try {
      await this.#locked(async () => {
        if (this.#stopping) return;
        const place = await settleCluster(this.folder, this.tell);
        if (!place.initialised) throw new EmbeddedServerError(`there is no cluster in ${place.path} any more`);
        await this.#take(place, passwordFor(this.folder, place));
      });
    } catch (error) {
      this.tell(`The embedded database went away and could not be started again: ${reasonOf(error)}`);
    }
  }

  async #end(): Promise<void> {
    await this.#locked(async () => {
      if (await this.#lock?.isLast()) await this.#halt(this.#postmaster!, this.#cluster);
      await this.#lock?.close();
    });
  }

  #halt(postmaster: Postmaster, cluster: string): Promise<void> {
    const pgCtl = async () => (await locateBinaries(this.folder, undefined, this.tell)).pgCtl;
    return stopPostmaster(postmaster, cluster, pgCtl);
  }

  #binaries(place: ClusterPlace): Promise<Binaries> {
    return locateBinaries(this.folder, place.account, this.tell);
  }

  #locked<T>(work: () => Promise<T>): Promise<T> {
    const onWait = (pid: number) =>
      this.tell(`Waiting for process ${pid}, which is starting or stopping the embedded database.`);
    return withFolderLock(this.folder, onWait, work);
  }

  #unusable(error: unknown, { path }: ClusterPlace): EmbeddedServerError {
    return new EmbeddedServerError(
      codeOf(error) === WRONG_PASSWORD
        ? `The password in ${this.folder.password} is not that of the embedded database in ${path}: put the right one back, or remove ${path} (and all data in it) to start anew.`
        : `The embedded database in ${path} runs, but cannot be used: ${reasonOf(error)}.`,
    );
  }
}
