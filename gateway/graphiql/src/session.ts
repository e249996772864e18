const renewBeforeMs = 30_000; // a token is renewed this long before it expires
const refresh = { operationName: 'RefreshSession', query: 'mutation RefreshSession { refreshSession { accessToken expiresAt } }' };

interface Answer {
  data?: { refreshSession: { accessToken: string; expiresAt: string } } | null;
  errors?: { extensions?: { code?: string } }[];
}

/** Who is signed in in this browser, by the refresh cookie that the gateway keeps. */
export interface Session {
  /** The `Authorization` header, or null when nobody is signed in. */
  authorization(): Promise<string | null>;
  /** Whether the last look found somebody. */
  readonly signedIn: boolean;
}

/** `post` sends a GraphQL request with the cookie; both arguments are there for tests. */
export function createSession(post = postWithCookie, now: () => number = Date.now): Session {
  let current: { header: string; until: number } | null = null;
  let nobody = false;
  let pending: Promise<string | null> | null = null;

  async function renew(): Promise<string | null> {
    current = null;
    // No answer: what the person runs next says so better than we could, and asks again.
    const { data, errors } = await post(refresh).catch((): Answer => ({}));
    // An answer that nobody is signed in holds until the page is loaded again.
    nobody = errors?.some(({ extensions }) => extensions?.code === 'UNAUTHENTICATED') ?? false;
    if (!data) return null;
    const { accessToken, expiresAt } = data.refreshSession;
    current = { header: `Bearer ${accessToken}`, until: Date.parse(expiresAt) - renewBeforeMs };
    return current.header;
  }

  return {
    get signedIn() {
      return current !== null;
    },
    async authorization() {
      if (nobody) return null;
      if (current && now() < current.until) return current.header;
      // A refresh token is good for one use: the schema and the first query must not both spend it.
      pending ??= renew().finally(() => {
        pending = null;
      });
      return pending;
    },
  };
}

async function postWithCookie(body: object): Promise<Answer> {
  const headers = { 'content-type': 'application/json', accept: 'application/json' };
  const response = await fetch('/graphql', { method: 'POST', credentials: 'same-origin', headers, body: JSON.stringify(body) });
  return response.json();
}
