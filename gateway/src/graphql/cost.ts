import { limits, Rejected } from '@jetbridge/schema';
import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLArgument,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  getOperationAST,
  isCompositeType,
  isListType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { most } from './limits.ts';

type Variables = Readonly<Record<string, unknown>>;
const pageCost = 10; // a page is a query or two of the database
const unpagedLength = 10; // of a list that cannot be asked for in pages
const mostVerdicts = 100; // kept for each operation: as many as there are page sizes

/**
 * Says what is too much about an operation, before it runs: every field that would be resolved costs 1, times the length of the lists around it.
 * Lists that take `first` are as long as that says, in the document or by a variable; what takes `days` has lists of so many. It is counted once
 * for the same lengths.
 */
export function costMeter(schema: GraphQLSchema, document: DocumentNode) {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const node of document.definitions) if (node.kind === Kind.FRAGMENT_DEFINITION) fragments.set(node.name.value, node);
  const known = new Map<OperationDefinitionNode, { sizes: string[]; verdicts: Map<string, Rejected | undefined> }>();

  return (operationName: string | null | undefined, variables: Variables): Rejected | undefined => {
    const operation = getOperationAST(document, operationName);
    if (!operation) return undefined; // graphql-js says so
    const before = known.get(operation);
    const key = before && lengthsIn(before.sizes, variables);
    if (key !== undefined && before?.verdicts.has(key)) return before.verdicts.get(key);

    const count = new Count(schema, fragments, operation, variables);
    const verdict = judge(count.of(operation.selectionSet, schema.getRootType(operation.operation), undefined), count.longest);
    const { sizes, verdicts } = before ?? { sizes: [...count.sizes], verdicts: new Map<string, Rejected | undefined>() };
    if (verdicts.size < mostVerdicts) verdicts.set(lengthsIn(sizes, variables), verdict);
    known.set(operation, { sizes, verdicts });
    return verdict;
  };
}

/** Only numbers are lengths: the text "100" must not answer for the number. */
function lengthsIn(names: readonly string[], variables: Variables): string {
  return names.map((name) => (typeof variables[name] === 'number' ? variables[name] : variables[name] == null ? 'default' : 'none')).join();
}

function judge(cost: number, longest: number): Rejected | undefined {
  if (longest > limits.pageSize) return new Rejected('INVALID_INPUT', `Ask for 1 to ${limits.pageSize} at a time.`, 'first');
  if (cost <= most.cost) return undefined;
  return new Rejected('TOO_COMPLEX', `This costs ${cost} of ${most.cost}: ask for fewer fields, or for shorter lists.`);
}

class Count {
  longest = 0;
  /** The variables that say how long lists are. */
  readonly sizes = new Set<string>();
  readonly #fragmentCosts = new Map<string, number>();

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>,
    private readonly operation: OperationDefinitionNode,
    private readonly variables: Variables,
  ) {}

  /** @param page length of the first list to come, where the field around these took `first` */
  of({ selections }: SelectionSetNode, type: unknown, page: number | undefined): number {
    let cost = 0;
    for (const node of selections) {
      if (node.kind === Kind.FIELD) cost += this.#field(node, type, page);
      else if (node.kind === Kind.FRAGMENT_SPREAD) cost += this.#fragment(node.name.value, page);
      else {
        const narrowed = node.typeCondition ? this.schema.getType(node.typeCondition.name.value) : type;
        cost += this.of(node.selectionSet, narrowed, page);
      }
    }
    return cost;
  }

  /** Once, however often it is spread: fragments of fragments would take forever. */
  #fragment(name: string, page: number | undefined): number {
    const key = `${name} ${page}`;
    const known = this.#fragmentCosts.get(key);
    if (known !== undefined) return known;
    const fragment = this.fragments.get(name)!;
    const cost = this.of(fragment.selectionSet, this.schema.getType(fragment.typeCondition.name.value), page);
    this.#fragmentCosts.set(key, cost);
    return cost;
  }

  #field(node: FieldNode, parent: unknown, page: number | undefined): number {
    const field = isObjectType(parent) ? (parent as GraphQLObjectType).getFields()[node.name.value] : undefined;
    if (!field || !isCompositeType(getNamedType(field.type))) return 1; // introspection has limits of its own
    const sized = field.args.find(({ name }) => name === 'first' || name === 'days');
    const size = sized && this.#length(node, sized);
    const isList = isListType(getNullableType(field.type));
    const times = isList ? (size ?? page ?? unpagedLength) : 1;
    const children = node.selectionSet ? this.of(node.selectionSet, getNamedType(field.type), isList ? undefined : size) : 0;
    return 1 + (sized ? pageCost : 0) + times * children;
  }

  #length(node: FieldNode, { name: argument, defaultValue: otherwise }: GraphQLArgument): number {
    const given = node.arguments?.find(({ name }) => name.value === argument)?.value;
    let length = otherwise;
    if (given?.kind === Kind.INT) length = Number(given.value);
    else if (given?.kind === Kind.VARIABLE) {
      const name = given.name.value;
      this.sizes.add(name);
      const declared = this.operation.variableDefinitions?.find(({ variable }) => variable.name.value === name)?.defaultValue;
      length = this.variables[name] ?? (declared?.kind === Kind.INT ? Number(declared.value) : otherwise);
    }
    const known = typeof length === 'number' && length > 0 ? length : 0;
    if (argument === 'first') this.longest = Math.max(this.longest, known);
    return known;
  }
}
