import { lexicographicSortSchema, printSchema } from 'graphql';
import { buildBareSchema } from './build-schema.ts';

/** What `schema/schema.graphql` must say. */
export async function printApi(): Promise<string> {
  return `${printSchema(lexicographicSortSchema(await buildBareSchema({ check: true })))}\n`;
}
