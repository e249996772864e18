import { memberRoles, memberSorts } from './enums.ts';
import { limits } from './limits.ts';
import type { MemberRole, MemberSort } from './operations/generated.ts';

/** What a roster shows, as its address says it: `?search=ann&role=STAFF&sort=HOURS`. */
export interface RosterView {
  search: string;
  role: MemberRole | null;
  sort: MemberSort;
}

/** What is no value of ours counts as not said. @param search with or without the leading `?` */
export function rosterQueryOf(search: string): RosterView {
  const said = new URLSearchParams(search);
  return {
    search: (said.get('search') ?? '').trim().slice(0, limits.searchLength),
    role: memberRoles.find((role) => role === said.get('role')) ?? null,
    sort: memberSorts.find((sort) => sort === said.get('sort')) ?? 'PILOT_NUMBER',
  };
}

/** The way back: only what is not as usual is said, so that one roster has one address. */
export function rosterSearch({ search, role, sort }: Partial<RosterView>): string {
  const said = new URLSearchParams();
  if (search?.trim()) said.set('search', search.trim().slice(0, limits.searchLength));
  if (role) said.set('role', role);
  if (sort && sort !== 'PILOT_NUMBER') said.set('sort', sort);
  return said.size > 0 ? `?${said}` : '';
}

/** What the server is asked. */
export function rosterVariables(code: string, { search, role, sort }: RosterView) {
  return { code, first: 50, search: search || null, role, sort };
}

/** Days a pilot's page looks back. */
export const statsPeriods = [30, 90, 365] as const;
