import { limits, Rejected } from '@jetbridge/schema';
import { type ClassType, Field, Int, ObjectType } from 'type-graphql';
import type { Cursors } from '../cursors.ts';

@ObjectType()
export class PageInfo {
  @Field(() => Boolean) hasNextPage!: boolean;
  @Field(() => String, { nullable: true }) endCursor!: string | null;
}

export interface Connection<Node> {
  edges: { cursor: string; node: Node }[];
  pageInfo: PageInfo;
  totalCount: number;
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
    @Field(() => Int) totalCount!: number;
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
  totalCount: number,
  key: (row: Row) => (string | number)[],
  node: (row: Row) => Node,
): Connection<Node> {
  const edges = rows.slice(0, size).map((row) => ({ cursor: cursors.seal(scope, JSON.stringify(key(row))), node: node(row) }));
  return { edges, pageInfo: { hasNextPage: rows.length > size, endCursor: edges.at(-1)?.cursor ?? null }, totalCount };
}
