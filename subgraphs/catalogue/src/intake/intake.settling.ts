/** Resolves when all have, or when the time is over: whoever waits goes on with what is there. */
export async function settledWithin(ms: number, promises: readonly Promise<void>[]): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const over = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, ms);
  });
  await Promise.race([Promise.all(promises), over]);
  clearTimeout(timer);
}
