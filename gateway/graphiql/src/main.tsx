import 'graphiql/setup-workers/vite';
// Not graphiql/style.css: that one holds Monaco's styles a second time, and 360 KB of fonts.
import '@graphiql/react/style.css';
import '@graphiql/plugin-doc-explorer/style.css';
import '@graphiql/plugin-history/style.css';
import 'graphiql/graphiql.css';
import './main.css';
import { GraphiQL } from 'graphiql';
import { createRoot } from 'react-dom/client';
import { createFetcher } from './fetcher.ts';
import { createSession } from './session.ts';
import welcome from './welcome.graphql?raw';

const fetcher = createFetcher(createSession());
const root = document.querySelector('#graphiql');
if (!root) throw new Error('index.html has no #graphiql');
createRoot(root).render(
  // Headers carry tokens, so they are not kept in local storage.
  <GraphiQL
    fetcher={fetcher}
    defaultQuery={welcome}
    initialVariables={'{\n  "airlineId": ""\n}'}
    defaultEditorToolsVisibility="headers"
    shouldPersistHeaders={false}
  >
    <GraphiQL.Logo>Jetbridge</GraphiQL.Logo>
  </GraphiQL>,
);
