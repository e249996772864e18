import { Kind, type OperationDefinitionNode } from 'graphql';

const mostFields = 5;
const names = new WeakMap<OperationDefinitionNode, string>();

/** What an operation is called in logs and traces: by its fields, which the schema has. What a client calls it, and them, is its own affair. */
export function operationName(operation: OperationDefinitionNode): string {
  const known = names.get(operation);
  if (known) return known;
  const fields = operation.selectionSet.selections.flatMap((selection) => (selection.kind === Kind.FIELD ? [selection.name.value] : []));
  const name = `${operation.operation} ${fields.slice(0, mostFields).join(' ')}`;
  names.set(operation, name);
  return name;
}
