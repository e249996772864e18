import { auditServer } from 'graphql-http';
import { expect, it } from 'vitest';
import { databases, startProduct } from '../testing/product.ts';

/**
 * Queries by GET need a header that a link or a form of another site cannot send (CSRF), and the audit sends none. GET is a MAY of the
 * specification: it says so by notices, not warnings.
 */
const getWithoutHeader = [
  'MAY accept application/x-www-form-urlencoded formatted GET requests',
  'MAY allow URL-encoded JSON string {variables} parameter in GETs when accepting application/graphql-response+json',
  'MAY allow URL-encoded JSON string {variables} parameter in GETs when accepting application/json',
];

it.each(databases)('29 graphql-http on %s: the audit finds no error and no warning, and each notice is one of CSRF', async (database) => {
  await using product = await startProduct({ database, introspection: true }); // it asks for a __type by variables
  const results = await auditServer({ url: `${product.url}/graphql` });
  expect(results.length).toBeGreaterThan(50);
  const said = (status: string) => results.filter((result) => result.status === status).map(({ name }) => name);
  expect(said('error')).toEqual([]);
  expect(said('warn')).toEqual([]);
  expect(said('notice').sort()).toEqual(getWithoutHeader.sort());
});
