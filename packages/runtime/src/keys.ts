import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

/** The one algorithm of the graph’s own key pairs. */
export const KEY_PAIR_ALGORITHM = 'Ed25519';

/** A key pair as text: DER in base64url, as an environment variable or a file holds it. */
export interface KeyPairText {
  readonly privateKey: string;
  readonly publicKey: string;
}

export function newKeyPair(): KeyPairText {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  return {
    privateKey: privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64url'),
    publicKey: publicKey.export({ format: 'der', type: 'spki' }).toString('base64url'),
  };
}

/** A secret for an HMAC: longer than the hash that it keys. */
export const newSecret = (): string => randomBytes(48).toString('base64url');

/** Null for anything but a private key of {@link KEY_PAIR_ALGORITHM}: PKCS #8, as PEM or as the base64 of its DER. */
export const readPrivateKey = (text: string): KeyObject | null =>
  readKey(() => createPrivateKey({ key: derOf(text), format: 'der', type: 'pkcs8' }));

/** The same for a public key: SPKI. */
export const readPublicKey = (text: string): KeyObject | null =>
  readKey(() => createPublicKey({ key: derOf(text), format: 'der', type: 'spki' }));

export const publicKeyOf = (privateKey: KeyObject): KeyObject => createPublicKey(privateKey);

function readKey(read: () => KeyObject): KeyObject | null {
  try {
    const key = read();
    return key.asymmetricKeyType === 'ed25519' ? key : null;
  } catch {
    return null;
  }
}

/** PEM is base64 of DER between two lines; in one line of an environment file, its line ends may be written `\n`. */
const derOf = (text: string): Buffer =>
  Buffer.from(text.replaceAll(/-----(BEGIN|END) [A-Z ]+-----|\\n|\s/g, ''), 'base64');

const folderOf = (dataDir: string): string => path.join(dataDir, 'keys');

/** A key kept under the data directory: made at first use, read by every other process of the same installation. */
export function keptKey(dataDir: string, name: string, make: () => string = newSecret): string {
  keepNewKey(dataDir, name, make);
  return fs.readFileSync(path.join(folderOf(dataDir), name), 'utf8');
}

/** Keeps a new key under a name that is free; false when it is not, and then what is there stays. */
export function keepNewKey(dataDir: string, name: string, make: () => string): boolean {
  const file = path.join(folderOf(dataDir), name);
  if (fs.existsSync(file)) return false;
  fs.mkdirSync(folderOf(dataDir), { recursive: true, mode: 0o700 });
  const fresh = `${file}.${randomBytes(6).toString('hex')}.new`;
  try {
    fs.writeFileSync(fresh, make(), { mode: 0o600, flag: 'wx' });
    // A link fails when the name exists, so of several processes exactly one key wins, and it is never half-written.
    fs.linkSync(fresh, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    return false;
  } finally {
    fs.rmSync(fresh, { force: true });
  }
}

/** A kept key; null when there is none of this name. */
export function readKeptKey(dataDir: string, name: string): string | null {
  try {
    return fs.readFileSync(path.join(folderOf(dataDir), name), 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

/** The names of the kept keys, each with when it was made. */
export function keptKeys(dataDir: string): { name: string; madeAt: number }[] {
  if (!fs.existsSync(folderOf(dataDir))) return [];
  return fs
    .readdirSync(folderOf(dataDir))
    .map((name) => ({ name, madeAt: fs.statSync(path.join(folderOf(dataDir), name), { throwIfNoEntry: false }) }))
    .flatMap(({ name, madeAt }) => (madeAt === undefined ? [] : [{ name, madeAt: madeAt.mtimeMs }]));
}

export const dropKey = (dataDir: string, name: string): void =>
  fs.rmSync(path.join(folderOf(dataDir), name), { force: true });
