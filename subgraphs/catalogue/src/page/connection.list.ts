import type { PageInfo } from '@mandate-graph/runtime';
import type { Page } from './keyset.statement.ts';

/** A list that reads only what is asked of it: its page and its total each take one statement, when selected. */
export abstract class ConnectionList<R> {
  #page: Promise<Page<R>> | null = null;

  protected abstract readPage(): Promise<Page<R>>;
  abstract totalCount(): Promise<number>;

  page(): Promise<Page<R>> {
    this.#page ??= this.readPage();
    return this.#page;
  }

  async pageInfo(): Promise<PageInfo> {
    const { rows, hasNextPage, hasPreviousPage } = await this.page();
    return {
      hasNextPage,
      hasPreviousPage,
      startCursor: rows[0]?.cursor ?? null,
      endCursor: rows.at(-1)?.cursor ?? null,
    };
  }
}
