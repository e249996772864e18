import { limits, Rejected } from '@jetbridge/schema';
import { type ClassType, Field, Int, ObjectType } from 'type-graphql';
import type { Cursors } from '../cursors.ts';

@ObjectType()
export class PageInfo {
  @Field(() => Boolean) hasNextPage!: boolean;
  @Field(() => String, { nullable: true }) endCursor!: string | null;
}

/** What only some queries ask for, cursors and the count, is made when it is read. */
export interface Connection<Node> {
  readonly edges: readonly { readonly cursor: string; readonly node: Node }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly totalCount: Promise<number>;
}

/** The Relay pair of types for a node: `NameEdge` and `NameConnection`. */
export function connectionOf<Node extends object>(name: string, node: () => ClassType<Node>) {
  @ObjectType(`${name}Edge`)
  class Edge {
    @Field(() => String) cursor!: string;
    @Field(node) node!: Node;
  }

  @ObjectType(`${name}Connection`)
  class ConnectionType {
    @Field(() => [Edge]) edges!: Edge[];
    @Field(() => PageInfo) pageInfo!: PageInfo;
    @Field(() => Int, { simple: false }) totalCount!: Promise<number>;
  }
  return ConnectionType;
}

export interface Page {
  scope: string;
  size: number;
  /** The key after which the page starts. */
  after: (string | number)[] | null;
}

/** Checks what a client asked for. `scope` binds cursors to their list: one from elsewhere is refused. */
export function openPage(cursors: Cursors, scope: string, first: number | null, after: string | null): Page {
  const size = first ?? 20;
  if (size < 1 || size > limits.pageSize) throw new Rejected('INVALID_INPUT', `Ask for 1 to ${limits.pageSize} at a time.`, 'first');
  return { scope, size, after: after == null ? null : (JSON.parse(cursors.open(scope, after)) as (string | number)[]) };
}

/** @param rows one more than the page's size, if there are that many: that is how the next page is known */
export function toConnection<Row, Node>(
  cursors: Cursors,
  { scope, size }: Page,
  rows: readonly Row[],
  count: () => Promise<number>,
  key: (row: Row) => (string | number)[],
  node: (row: Row) => Node,
): Connection<Node> {
  const shown = rows.slice(0, size);
  const cursorOf = (row: Row) => cursors.seal(scope, JSON.stringify(key(row)));
  return {
    edges: shown.map((row) => ({
      get cursor() {
        return cursorOf(row);
      },
      node: node(row),
    })),
    pageInfo: {
      hasNextPage: rows.length > size,
      get endCursor() {
        const last = shown.at(-1);
        return last === undefined ? null : cursorOf(last);
      },
    },
    get totalCount() {
      return count();
    },
  };
}
