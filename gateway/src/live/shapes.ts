import { type DocumentNode, Kind, visit } from 'graphql';

/** What is asked, apart from where to begin: subscribers of one shape (and standing) get the same bytes. */
export interface Shape {
  readonly key: string;
  readonly document: DocumentNode;
  readonly operationName: string | undefined;
  readonly variables: Readonly<Record<string, unknown>>;
  /** Seen to depend on who asks: then nobody shares an answer with somebody else. */
  personal: boolean;
  users: number;
}

interface Asked {
  query: string;
  document: DocumentNode;
  operationName?: string | null | undefined;
  variables?: Readonly<Record<string, unknown>> | null | undefined;
}

/** The shapes in use. */
export class Shapes {
  readonly #inUse = new Map<string, Shape>();

  take({ query, document, operationName, variables }: Asked): Shape {
    const { [startVariable(document) ?? '']: _start, ...rest } = variables ?? {};
    const key = JSON.stringify([query, operationName ?? null, rest]);
    let shape = this.#inUse.get(key);
    if (!shape) {
      shape = { key, document, operationName: operationName ?? undefined, variables: variables ?? {}, personal: false, users: 0 };
      this.#inUse.set(key, shape);
    }
    shape.users++;
    return shape;
  }

  release(shape: Shape): void {
    if (--shape.users === 0) this.#inUse.delete(shape.key);
  }
}

const followed: ReadonlySet<string> = new Set(['airlineChanges', 'accountChanges', 'platformChanges']);
const startVariables = new WeakMap<DocumentNode, string | null>();

/** The variable that carries `after`, provided that it does nothing else: only then do answers not depend on it. */
function startVariable(document: DocumentNode): string | null {
  const known = startVariables.get(document);
  if (known !== undefined) return known;
  let name: string | null = null;
  const uses = new Map<string, number>();
  visit(document, {
    VariableDefinition: { leave: ({ variable }) => void uses.set(variable.name.value, (uses.get(variable.name.value) ?? 0) - 1) },
    Variable: ({ name: { value } }) => void uses.set(value, (uses.get(value) ?? 0) + 1),
    Field: (field) => {
      const after = followed.has(field.name.value) && field.arguments?.find((argument) => argument.name.value === 'after')?.value;
      if (after && after.kind === Kind.VARIABLE) name = after.name.value;
    },
  });
  if (name !== null && uses.get(name) !== 1) name = null;
  startVariables.set(document, name);
  return name;
}
