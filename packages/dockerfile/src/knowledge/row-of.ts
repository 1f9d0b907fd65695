/** A row of a table by a key from outside: `constructor` and its like are no rows, though every object answers to them. */
export function rowOf<Row>(table: Readonly<Record<string, Row>>, key: string): Row | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}
