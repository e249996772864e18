import { commandMessages, FindPirepsDocument, to } from '@jetbridge/schema';
import type { Client } from '@urql/core';
import type { Item } from '../overlays.ts';

/** PIREPs of an airline whose flight number, or whatever else the list searches, fits. @param open given the path below the front end */
export async function searchPireps(client: Client, code: string, text: string, open: (path: string) => void): Promise<Item[]> {
  const { data } = await client.query(FindPirepsDocument, { code, text }).toPromise();
  return (data?.airline?.pireps.edges ?? []).map(({ node }) => ({
    id: `pirep-${node.id}`,
    group: commandMessages.palette.pireps(code),
    text: commandMessages.palette.pirep(node.flightNumber, `${node.departure.icao} – ${node.arrival.icao}`),
    run: () => open(to.pirep(code, node.id)),
  }));
}
