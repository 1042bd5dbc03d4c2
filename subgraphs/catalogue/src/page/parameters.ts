/** Values of a statement, each given a place of its own: nothing a caller says ever becomes SQL. */
export class Parameters {
  readonly values: unknown[] = [];

  /** The placeholder of a value, with its type. */
  add(value: unknown, type: string): string {
    this.values.push(value);
    return `$${this.values.length}::${type}`;
  }
}
